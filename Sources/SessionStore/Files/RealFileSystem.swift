import CFiles
import Glibc
import struct SystemPackage.Errno

/// The file system of this machine.
public struct RealFileSystem: FileSystem {
  /// Makes one; it holds nothing.
  public init() {}

  private func failure() -> Errno { Errno(rawValue: errno) }

  /// Repeats a call that a signal interrupted.
  private func retrying<Value: SignedInteger>(_ call: () -> Value) throws(Errno) -> Value {
    while true {
      let value = call()
      if value >= 0 { return value }
      if errno != EINTR { throw failure() }
    }
  }

  /// Opens a file; see `FileSystem`.
  public func open(_ path: String, _ mode: OpenMode) throws(Errno) -> Int32 {
    let flags: Int32 =
      switch mode {
      case .read: O_RDONLY
      case .update: O_RDWR | O_CREAT
      case .updateExisting: O_RDWR
      case .createNew: O_RDWR | O_CREAT | O_EXCL
      }
    return try retrying { Glibc.open(path, flags | O_CLOEXEC, mode_t(0o600)) }
  }

  /// Closes a descriptor.
  public func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

  /// Reads at an offset.
  public func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(Errno) -> Int {
    try retrying { pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset)) }
  }

  /// Writes at an offset.
  public func write(
    _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, at offset: Int
  ) throws(Errno) -> Int {
    try retrying { pwrite(descriptor, bytes.baseAddress, bytes.count, off_t(offset)) }
  }

  /// Waits for the disk.
  public func sync(_ descriptor: Int32) throws(Errno) {
    do throws(Errno) { _ = try retrying { fsync(descriptor) } } catch {
      // Some network and FUSE file systems cannot sync a directory and say so; nothing is lost by
      // going on there, since nothing more could be had.
      guard error == .invalidArgument, (try? status(of: descriptor).kind) == .directory else {
        throw error
      }
    }
  }

  /// Cuts a file off.
  public func truncate(_ descriptor: Int32, to size: Int) throws(Errno) {
    _ = try retrying { ftruncate(descriptor, off_t(size)) }
  }

  /// What an open file is.
  public func status(of descriptor: Int32) throws(Errno) -> FileStatus {
    var status = stat()
    _ = try retrying { fstat(descriptor, &status) }
    return FileStatus(status)
  }

  /// What a path leads to.
  public func status(at path: String) throws(Errno) -> FileStatus {
    var status = stat()
    _ = try retrying { stat(path, &status) }
    return FileStatus(status)
  }

  /// Renames at one instant.
  public func rename(_ from: String, to: String, _ mode: RenameMode) throws(Errno) {
    let result: Int32 =
      switch mode {
      case .replacing: Glibc.rename(from, to) == 0 ? 0 : errno
      case .exclusive: cfiles_rename_exclusive(from, to)
      case .exchanging: cfiles_exchange(from, to)
      }
    if result != 0 { throw Errno(rawValue: result) }
  }

  /// Gives a file a second name.
  public func link(_ from: String, to: String) throws(Errno) {
    _ = try retrying { Glibc.link(from, to) }
  }

  /// Removes a file.
  public func remove(_ path: String) throws(Errno) { _ = try retrying { unlink(path) } }

  /// Removes an empty directory.
  public func removeDirectory(_ path: String) throws(Errno) { _ = try retrying { rmdir(path) } }

  /// Makes a directory of mode 0700.
  public func makeDirectory(_ path: String) throws(Errno) {
    _ = try retrying { mkdir(path, mode_t(0o700)) }
  }

  /// The names in a directory.
  public func names(in path: String) throws(Errno) -> [String] {
    guard let stream = opendir(path) else { throw failure() }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Takes the lock of an open file without waiting.
  public func lock(_ descriptor: Int32) throws(Errno) -> Bool {
    do throws(Errno) {
      _ = try retrying { flock(descriptor, LOCK_EX | LOCK_NB) }
      return true
    } catch {
      if error == .wouldBlock { return false }
      throw error
    }
  }

  /// Gives the lock of an open file back.
  public func unlock(_ descriptor: Int32) { _ = flock(descriptor, LOCK_UN) }

  /// Whether files can be made in a directory.
  public func isWritable(_ path: String) -> Bool { access(path, W_OK | X_OK) == 0 }

  /// Inode and time of creation, or the absolute path where inodes come and go.
  public func mark(ofDirectory path: String) -> String {
    // FAT, exFAT, FUSE, CIFS, SMB2 and 9p make inode numbers up as they go.
    let unstable: [UInt64] = [
      0x4D44, 0x2011_BAB0, 0x6573_5546, 0xFF53_4D42, 0xFE53_4D42, 0x0102_1997,
    ]
    if !unstable.contains(cfiles_filesystem(path)), let inode = try? status(at: path).inode {
      return String(inode) + "/" + String(cfiles_birth(path))
    }
    guard let absolute = realpath(path, nil) else { return path }
    defer { free(absolute) }
    return String(cString: absolute)
  }
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      default: .other
      }
    self.init(
      kind: kind, size: Int(status.st_size), inode: UInt64(status.st_ino),
      device: UInt64(status.st_dev),
      changed: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec))
  }
}
