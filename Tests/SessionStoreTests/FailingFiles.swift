import Synchronization
import struct SystemPackage.Errno

@testable import SessionStore

/// A disk that fails when a test says so.
final class FailingFiles: FileSystem {
  /// What can be made to fail.
  enum Call: CaseIterable { case write, sync, truncate, open, rename, makeDirectory, lock, names }

  struct Plan {
    var call: Call?
    /// Which call of that kind fails, from 1.
    var at = 0
    var error = Errno.noSpace
    /// Whether all calls after it fail too.
    var stays = false
    /// Whether a failing write leaves some of its bytes.
    var leavesHalf = false
    /// Whether every write takes only a few bytes at a time.
    var isShort = false
    var isReadOnly = false
    var counts: [Call: Int] = [:]
  }

  private let plan = Mutex(Plan())
  private let real = RealFileSystem()
  private let skipsSync: Bool
  private let marked = Mutex<(@Sendable (String) -> String)?>(nil)

  /// - Parameter skipsSync: for tests that open a session thousands of times.
  init(skipsSync: Bool = false) { self.skipsSync = skipsSync }

  func set(_ change: (inout Plan) -> Void) {
    plan.withLock {
      $0 = Plan()
      change(&$0)
    }
  }

  /// Gives folders other marks than their file system does.
  ///
  /// - Parameter marked: the mark for a folder that has this one by its file system.
  func mark(_ marked: @escaping @Sendable (String) -> String) {
    self.marked.withLock { $0 = marked }
  }

  func count(of call: Call) -> Int { plan.withLock { $0.counts[call] ?? 0 } }

  /// The error that this call is to end in, and whether it may do half of its work first.
  private func failure(_ call: Call) -> (Errno, leavesHalf: Bool)? {
    plan.withLock { plan in
      plan.counts[call, default: 0] += 1
      let count = plan.counts[call] ?? 0
      guard plan.call == call, count == plan.at || (plan.stays && count > plan.at) else {
        return nil
      }
      return (plan.error, plan.leavesHalf)
    }
  }

  private func check(_ call: Call) throws(Errno) {
    if let (error, _) = failure(call) { throw error }
  }

  private var isReadOnly: Bool { plan.withLock { $0.isReadOnly } }

  func open(_ path: String, _ mode: OpenMode) throws(Errno) -> Int32 {
    if mode != .read {
      if isReadOnly { throw .readOnlyFileSystem }
      try check(.open)
    }
    return try real.open(path, mode)
  }

  func close(_ descriptor: Int32) { real.close(descriptor) }

  func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(Errno) -> Int { try real.read(descriptor, into: buffer, at: offset) }

  func write(
    _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, at offset: Int
  ) throws(Errno) -> Int {
    if let (error, leavesHalf) = failure(.write) {
      if leavesHalf {
        let half = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)])
        _ = try real.write(descriptor, half, at: offset)
      }
      throw error
    }
    let few = plan.withLock { $0.isShort } ? min(bytes.count, 7) : bytes.count
    return try real.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes[..<few]), at: offset)
  }

  func sync(_ descriptor: Int32) throws(Errno) {
    try check(.sync)
    if !skipsSync { try real.sync(descriptor) }
  }

  func truncate(_ descriptor: Int32, to size: Int) throws(Errno) {
    try check(.truncate)
    try real.truncate(descriptor, to: size)
  }

  func status(of descriptor: Int32) throws(Errno) -> FileStatus {
    try real.status(of: descriptor)
  }

  func status(at path: String) throws(Errno) -> FileStatus { try real.status(at: path) }

  func rename(_ from: String, to: String, _ mode: RenameMode) throws(Errno) {
    if isReadOnly { throw .readOnlyFileSystem }
    try check(.rename)
    try real.rename(from, to: to, mode)
  }

  func link(_ from: String, to: String) throws(Errno) { try real.link(from, to: to) }

  func remove(_ path: String) throws(Errno) {
    if isReadOnly { throw .readOnlyFileSystem }
    try real.remove(path)
  }

  func removeDirectory(_ path: String) throws(Errno) { try real.removeDirectory(path) }

  func makeDirectory(_ path: String) throws(Errno) {
    if isReadOnly { throw .readOnlyFileSystem }
    try check(.makeDirectory)
    try real.makeDirectory(path)
  }

  func names(in path: String) throws(Errno) -> [String] {
    try check(.names)
    return try real.names(in: path)
  }

  func lock(_ descriptor: Int32) throws(Errno) -> Bool {
    try check(.lock)
    return try real.lock(descriptor)
  }

  func unlock(_ descriptor: Int32) { real.unlock(descriptor) }

  func isWritable(_ path: String) -> Bool { !isReadOnly && real.isWritable(path) }

  func mark(ofDirectory path: String) -> String {
    let mark = real.mark(ofDirectory: path)
    return marked.withLock { $0 }?(mark) ?? mark
  }
}
