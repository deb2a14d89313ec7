import SessionStore
import Synchronization
import struct SystemPackage.Errno

/// How long the disk was waited for.
final class Meter: Sendable {
  private let sum = Atomic<Int>(0)

  var nanoseconds: Nanoseconds { sum.load(ordering: .relaxed) }

  func add(_ time: Nanoseconds) { sum.add(time, ordering: .relaxed) }
}

/// The files of this machine, with the time that writing and waiting take added up; or without the
/// waiting, so that a large session is made in little time.
struct MeteredFiles: FileSystem {
  let meter = Meter()
  var waits = true
  private let files = RealFileSystem()

  init(waits: Bool = true) { self.waits = waits }

  func write(
    _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, at offset: Int
  ) throws(Errno) -> Int {
    let start = now()
    defer { meter.add(now() - start) }
    return try files.write(descriptor, bytes, at: offset)
  }

  func sync(_ descriptor: Int32) throws(Errno) {
    guard waits else { return }
    let start = now()
    defer { meter.add(now() - start) }
    try files.sync(descriptor)
  }

  func open(_ path: String, _ mode: OpenMode) throws(Errno) -> Int32 {
    try files.open(path, mode)
  }
  func close(_ descriptor: Int32) { files.close(descriptor) }
  func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(Errno) -> Int { try files.read(descriptor, into: buffer, at: offset) }
  func truncate(_ descriptor: Int32, to size: Int) throws(Errno) {
    try files.truncate(descriptor, to: size)
  }
  func status(of descriptor: Int32) throws(Errno) -> FileStatus {
    try files.status(of: descriptor)
  }
  func status(at path: String) throws(Errno) -> FileStatus { try files.status(at: path) }
  func rename(_ from: String, to: String, _ mode: RenameMode) throws(Errno) {
    try files.rename(from, to: to, mode)
  }
  func link(_ from: String, to: String) throws(Errno) { try files.link(from, to: to) }
  func remove(_ path: String) throws(Errno) { try files.remove(path) }
  func removeDirectory(_ path: String) throws(Errno) { try files.removeDirectory(path) }
  func makeDirectory(_ path: String) throws(Errno) { try files.makeDirectory(path) }
  func names(in path: String) throws(Errno) -> [String] { try files.names(in: path) }
  func lock(_ descriptor: Int32) throws(Errno) -> Bool { try files.lock(descriptor) }
  func unlock(_ descriptor: Int32) { files.unlock(descriptor) }
  func isWritable(_ path: String) -> Bool { files.isWritable(path) }
  func mark(ofDirectory path: String) -> String { files.mark(ofDirectory: path) }
}
