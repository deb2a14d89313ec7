import SessionEngine
import struct SystemPackage.Errno

/// The one writer of a journal: holds its lock and appends to it.
final class JournalWriter {
  let header: JournalHeader
  private let layout: Layout
  private let path: String
  private let files: any FileSystem
  private let lockDescriptor: Int32
  private var descriptor: Int32
  private var identity: FileStatus
  private let lines = LineWriter()

  /// Where the next line goes; everything before it is on the disk.
  private(set) var position: JournalPosition
  /// Whether bytes may stand after that position which were not kept.
  private var isBroken = false

  private init(
    header: JournalHeader, position: JournalPosition, layout: Layout, files: any FileSystem,
    lockDescriptor: Int32, descriptor: Int32
  ) throws(Errno) {
    self.header = header
    self.position = position
    self.layout = layout
    path = layout.journal(header.device.text)
    self.files = files
    self.lockDescriptor = lockDescriptor
    self.descriptor = descriptor
    identity = try files.status(of: descriptor)
  }

  deinit {
    files.close(descriptor)
    files.closeLock(lockDescriptor)
  }

  /// Begins a journal. It stands there with its whole header, or not at all.
  static func begin(
    _ header: JournalHeader, layout: Layout, files: any FileSystem
  ) throws(StoreError) -> JournalWriter {
    let path = layout.journal(header.device.text)
    let draft = layout.journals + "/." + header.device.text + ".new"
    do throws(Errno) {
      let lock = try files.open(layout.lock(header.device.text), .update)
      var opened: Int32?
      do throws(Errno) {
        guard try files.lock(lock) else { throw Errno.fileExists }
        let descriptor = try files.open(draft, .createNew)
        opened = descriptor
        let (bytes, sum) = header.line()
        try files.writeAll(descriptor, bytes, at: 0)
        try files.sync(descriptor)
        try files.rename(draft, to: path, .replacing)
        try files.syncDirectory(layout.journals)
        return try JournalWriter(
          header: header, position: JournalPosition(afterHeader: sum, bytes: bytes.count),
          layout: layout, files: files, lockDescriptor: lock, descriptor: descriptor)
      } catch {
        if let opened { files.close(opened) }
        files.closeLock(lock)
        try? files.remove(draft)
        throw error
      }
    } catch {
      throw .system(doing: "begin the journal", file: layout.short(path), reason: error)
    }
  }

  /// What taking a journal up needs to hold in the meantime.
  struct Claim {
    fileprivate let lockDescriptor: Int32
    let device: DeviceID
  }

  /// Takes the lock of a journal whose writer is gone; `nil` where it is not.
  static func claim(
    _ device: DeviceID, layout: Layout, files: any FileSystem
  ) throws(Errno) -> Claim? {
    let lock = try files.open(layout.lock(device.text), .update)
    do throws(Errno) {
      if try files.lock(lock) { return Claim(lockDescriptor: lock, device: device) }
    } catch {
      files.closeLock(lock)
      throw error
    }
    files.closeLock(lock)
    return nil
  }

  /// Gives a claim up.
  static func release(_ claim: Claim, files: any FileSystem) {
    files.closeLock(claim.lockDescriptor)
  }

  /// Takes up a journal that was read to its end under the claim. What stands after the last whole
  /// act was never kept: it is set aside byte for byte, then cut off.
  ///
  /// - Returns: the writer, and the file that the torn end was copied to.
  static func takeUp(
    _ claim: Claim, _ journal: JournalFile, layout: Layout, files: any FileSystem
  ) throws(StoreError) -> (JournalWriter, tornFile: String?) {
    let device = claim.device.text
    let path = layout.journal(device)
    var opened: Int32?
    do throws(Errno) {
      let descriptor = try files.open(path, .updateExisting)
      opened = descriptor
      let torn = try files.contents(of: descriptor, from: journal.position.offset)
      var tornFile: String?
      if !torn.isEmpty {
        tornFile = try setAside(torn, device: device, layout: layout, files: files)
        try files.truncate(descriptor, to: journal.position.offset)
        try files.sync(descriptor)
      }
      let writer = try JournalWriter(
        header: journal.header, position: journal.position, layout: layout, files: files,
        lockDescriptor: claim.lockDescriptor, descriptor: descriptor)
      return (writer, tornFile)
    } catch {
      if let opened { files.close(opened) }
      release(claim, files: files)
      throw .system(doing: "take up the journal", file: layout.short(path), reason: error)
    }
  }

  private static func setAside(
    _ torn: [UInt8], device: String, layout: Layout, files: any FileSystem
  ) throws(Errno) -> String {
    var number = 1
    while files.exists(layout.torn(device, number)) { number += 1 }
    let path = layout.torn(device, number)
    let descriptor = try files.open(path, .createNew)
    defer { files.close(descriptor) }
    do throws(Errno) {
      try files.writeAll(descriptor, torn, at: 0)
      try files.sync(descriptor)
    } catch {
      try? files.remove(path)
      throw error
    }
    try files.syncDirectory(layout.journals)
    return path
  }

  /// Appends an act and waits until it is on the disk: one write, one wait.
  ///
  /// - Throws: `StoreError` where that failed; then nothing was kept, and the next call first cuts
  ///   off whatever the failed one may have left.
  func append(_ records: [Record], salt: () -> [UInt8]) throws(StoreError) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(records.count * 640)
    var sum = position.sum
    for (index, record) in records.enumerated() {
      sum = lines.append(
        record, more: records.count - 1 - index, after: sum, salt: salt, to: &bytes)
    }
    try mend()
    do throws(Errno) {
      try files.writeAll(descriptor, bytes, at: position.offset)
      try files.sync(descriptor)
    } catch {
      isBroken = true
      try? mend()
      throw .system(doing: "write to", file: layout.short(path), reason: error)
    }
    position = JournalPosition(
      offset: position.offset + bytes.count, lines: position.lines + records.count,
      seq: records.last?.seq ?? position.seq, sum: sum,
      time: records.last?.time ?? position.time)
  }

  /// Makes sure that the journal ends where it should and still has its name.
  ///
  /// After a failed wait the system may have dropped the bytes and yet show them as written. So the
  /// file is closed, opened anew and cut back; only then is anything written again.
  private func mend() throws(StoreError) {
    do throws(Errno) {
      if isBroken {
        let fresh = try files.open(path, .updateExisting)
        files.close(descriptor)
        descriptor = fresh
        try files.truncate(descriptor, to: position.offset)
        try files.sync(descriptor)
        isBroken = false
      }
      let now = try? files.status(at: path)
      if let now, now.isSameFile(as: identity), now.size >= position.offset { return }
      try putBack()
    } catch {
      if error == .fileExists { throw .journalReplaced(file: layout.short(path)) }
      throw .system(doing: "write to", file: layout.short(path), reason: error)
    }
  }

  /// Puts the journal back in its place, after another program removed it or put an older copy
  /// there, as a synchronising tool may: what was kept stays kept.
  private func putBack() throws(Errno) {
    let ours = try files.bytes(of: descriptor, from: 0, atMost: position.offset)
    let theirs = files.exists(path) ? try files.contents(of: path) : []
    guard ours.count == position.offset, ours.starts(with: theirs.prefix(ours.count)) else {
      throw .fileExists
    }
    try replaceContents(with: ours)
  }

  /// Puts other bytes of the same lines in the journal's place: what a redaction leaves.
  func replaceContents(with bytes: [UInt8]) throws(Errno) {
    try files.replace(path, with: bytes)
    let fresh = try files.open(path, .updateExisting)
    files.close(descriptor)
    descriptor = fresh
    identity = try files.status(of: fresh)
    position.offset = bytes.count
  }
}
