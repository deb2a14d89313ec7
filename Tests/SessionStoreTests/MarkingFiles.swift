import struct SystemPackage.Errno

@testable import SessionStore

/// Files whose folders bear the marks that a test gives them.
struct MarkingFiles: FileSystem {
  private let base: any FileSystem
  private let marked: @Sendable (String) -> String

  /// - Parameter marked: the mark for a folder that has this one by its file system.
  init(_ base: any FileSystem, marked: @escaping @Sendable (String) -> String) {
    self.base = base
    self.marked = marked
  }

  func mark(ofDirectory path: String) -> String { marked(base.mark(ofDirectory: path)) }

  func open(_ path: String, _ mode: OpenMode) throws(Errno) -> Int32 { try base.open(path, mode) }

  func close(_ descriptor: Int32) { base.close(descriptor) }

  func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(Errno) -> Int { try base.read(descriptor, into: buffer, at: offset) }

  func write(
    _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, at offset: Int
  ) throws(Errno) -> Int { try base.write(descriptor, bytes, at: offset) }

  func sync(_ descriptor: Int32) throws(Errno) { try base.sync(descriptor) }

  func truncate(_ descriptor: Int32, to size: Int) throws(Errno) {
    try base.truncate(descriptor, to: size)
  }

  func status(of descriptor: Int32) throws(Errno) -> FileStatus {
    try base.status(of: descriptor)
  }

  func status(at path: String) throws(Errno) -> FileStatus { try base.status(at: path) }

  func rename(_ from: String, to: String, _ mode: RenameMode) throws(Errno) {
    try base.rename(from, to: to, mode)
  }

  func link(_ from: String, to: String) throws(Errno) { try base.link(from, to: to) }

  func remove(_ path: String) throws(Errno) { try base.remove(path) }

  func removeDirectory(_ path: String) throws(Errno) { try base.removeDirectory(path) }

  func makeDirectory(_ path: String) throws(Errno) { try base.makeDirectory(path) }

  func names(in path: String) throws(Errno) -> [String] { try base.names(in: path) }

  func lock(_ descriptor: Int32) throws(Errno) -> Bool { try base.lock(descriptor) }

  func unlock(_ descriptor: Int32) { base.unlock(descriptor) }

  func isWritable(_ path: String) -> Bool { base.isWritable(path) }
}
