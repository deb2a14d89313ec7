import struct SystemPackage.Errno

/// Every call to the operating system that the record needs, so that a test can make any one fail.
///
/// All calls throw the system's `Errno`. Offsets and sizes are in bytes.
public protocol FileSystem: Sendable {
  /// Opens a file; 0600 where it is created.
  func open(_ path: String, _ mode: OpenMode) throws(Errno) -> Int32
  /// Closes a descriptor; what it has to say is of no use by then.
  func close(_ descriptor: Int32)
  /// Reads at an offset; fewer bytes than asked for only at the end of the file.
  func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(Errno) -> Int
  /// Writes at an offset, perhaps fewer bytes than given.
  func write(
    _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, at offset: Int
  ) throws(Errno) -> Int
  /// Waits until the file, or the directory, is on the disk as far as the system can tell.
  func sync(_ descriptor: Int32) throws(Errno)
  /// Cuts a file off.
  func truncate(_ descriptor: Int32, to size: Int) throws(Errno)
  /// What an open file is.
  func status(of descriptor: Int32) throws(Errno) -> FileStatus
  /// What a path leads to.
  func status(at path: String) throws(Errno) -> FileStatus
  /// Renames at one instant.
  func rename(_ from: String, to: String, _ mode: RenameMode) throws(Errno)
  /// Gives a file a second name; fails for a directory.
  func link(_ from: String, to: String) throws(Errno)
  /// Removes a file.
  func remove(_ path: String) throws(Errno)
  /// Removes an empty directory.
  func removeDirectory(_ path: String) throws(Errno)
  /// Makes a directory of mode 0700.
  func makeDirectory(_ path: String) throws(Errno)
  /// The names in a directory but `.` and `..`, sorted by their bytes.
  func names(in path: String) throws(Errno) -> [String]
  /// Takes the lock of an open file without waiting; it ends with the descriptor.
  ///
  /// - Returns: whether it was free.
  func lock(_ descriptor: Int32) throws(Errno) -> Bool
  /// Gives the lock of an open file back.
  func unlock(_ descriptor: Int32)
  /// Whether files can be made in a directory.
  func isWritable(_ path: String) -> Bool
  /// What tells this directory from every copy of it on the same machine: it changes when the
  /// directory is copied and stays when it is renamed, where the file system allows.
  func mark(ofDirectory path: String) -> String
}

/// How a file is opened.
public enum OpenMode: Sendable {
  /// To read what is there.
  case read
  /// To read and change what is there, or is made.
  case update
  /// To read and change what is there; fails where there is nothing.
  case updateExisting
  /// To write a file that must not be there yet.
  case createNew
}

/// What becomes of a file that bears the new name already.
public enum RenameMode: Sendable {
  /// It is replaced.
  case replacing
  /// The call fails with `EEXIST`.
  case exclusive
  /// The two change names.
  case exchanging
}

/// What the system says about a file.
public struct FileStatus: Equatable, Sendable {
  /// What kind of file it is.
  public enum Kind: Sendable {
    /// A file with bytes in it.
    case file
    /// A directory.
    case directory
    /// Anything else.
    case other
  }

  /// What kind of file it is.
  public var kind: Kind
  /// How many bytes it holds.
  public var size: Int
  /// Tells it from the other files of its device.
  public var inode: UInt64
  /// Tells its device from others.
  public var device: UInt64
  /// When it was changed last, in nanoseconds since 1970.
  public var changed: Int64

  /// Makes a status.
  public init(kind: Kind, size: Int, inode: UInt64, device: UInt64, changed: Int64) {
    self.kind = kind
    self.size = size
    self.inode = inode
    self.device = device
    self.changed = changed
  }

  /// Whether both are the same file, however it grew.
  func isSameFile(as other: FileStatus) -> Bool {
    inode == other.inode && device == other.device
  }
}

// What is built from those calls.
extension FileSystem {
  /// The bytes of a file from an offset on.
  func contents(of path: String, from offset: Int = 0) throws(Errno) -> [UInt8] {
    let descriptor = try open(path, .read)
    defer { close(descriptor) }
    return try contents(of: descriptor, from: offset)
  }

  /// The bytes of an open file from an offset on.
  func contents(of descriptor: Int32, from offset: Int = 0) throws(Errno) -> [UInt8] {
    let size = max(0, try status(of: descriptor).size - offset)
    var failure: Errno?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      do throws(Errno) {
        while count < size {
          let rest = UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
          let read = try self.read(descriptor, into: rest, at: offset + count)
          if read == 0 { break }
          count += read
        }
      } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes all of the bytes, however many calls that takes.
  func writeAll(_ descriptor: Int32, _ bytes: [UInt8], at offset: Int) throws(Errno) {
    var failure: Errno?
    bytes.withUnsafeBytes { buffer in
      var done = 0
      do throws(Errno) {
        while done < buffer.count {
          let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
          let written = try write(descriptor, rest, at: offset + done)
          // A disk that takes nothing and names no reason is a full one.
          if written == 0 { throw Errno.noSpace }
          done += written
        }
      } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Makes the names in a directory lasting.
  func syncDirectory(_ path: String) throws(Errno) {
    let descriptor = try open(path, .read)
    defer { close(descriptor) }
    try sync(descriptor)
  }

  /// Writes a file whole or not at all, lasting when this returns.
  func replace(_ path: String, with bytes: [UInt8], isLasting: Bool = true) throws(Errno) {
    let folder = Paths.parent(of: path)
    let draft = folder + "/." + Paths.name(of: path) + ".new"
    try? remove(draft)
    do throws(Errno) {
      let descriptor = try open(draft, .createNew)
      defer { close(descriptor) }
      try writeAll(descriptor, bytes, at: 0)
      if isLasting { try sync(descriptor) }
      try rename(draft, to: path, .replacing)
    } catch {
      try? remove(draft)
      throw error
    }
    if isLasting { try syncDirectory(folder) }
  }

  /// Whether there is anything at a path.
  func exists(_ path: String) -> Bool { (try? status(at: path)) != nil }

  /// Removes a file or a whole directory.
  func removeAll(_ path: String) throws(Errno) {
    guard try status(at: path).kind == .directory else { return try remove(path) }
    for name in try names(in: path) { try removeAll(path + "/" + name) }
    try removeDirectory(path)
  }
}

extension FileSystem {
  /// Gives a lock back and closes its file.
  ///
  /// Closing alone is not enough: a process that is just being started (an editor, say) holds a copy
  /// of the file until it runs its own program, and the lock with it.
  func closeLock(_ descriptor: Int32) {
    unlock(descriptor)
    close(descriptor)
  }
}
