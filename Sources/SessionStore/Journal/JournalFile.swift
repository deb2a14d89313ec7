import SessionEngine
import struct SystemPackage.Errno

/// A journal in the folder, as far as this process has read it.
struct JournalFile: Sendable {
  let header: JournalHeader
  /// The header line's end.
  let start: JournalPosition
  /// How far the journal was folded.
  var position: JournalPosition
  /// Bytes after that which make up no act (yet).
  var tail = 0
  /// Whether a line in it is damaged: what stands before it counts, and nothing is added.
  var isDamaged = false
}

/// Anything in the journal folder, and what there is to say about it.
struct KnownEntry: Sendable {
  /// What the system said before it was read.
  var status: FileStatus
  var journal: JournalFile?
  var findings: [Finding] = []
  /// Whether it is a journal of this session that cannot be counted on.
  var isDamaged = false
}

/// Looks at what stands in the journal folder.
struct JournalFolder {
  let layout: Layout
  let files: any FileSystem
  let session: SessionID?

  /// What an entry is; reads no more of it than its header.
  func look(at name: String) throws(Errno) -> KnownEntry {
    let path = layout.journals + "/" + name
    let status = try files.status(at: path)
    var entry = KnownEntry(status: status)
    switch Layout.entry(name) {
    case .lock, .draft: break
    case .torn:
      entry.findings = [
        finding(
          name, "a piece that was never kept, set aside after a crash or a full disk",
          "look into it, then remove it", isFault: false)
      ]
    case .journal(let device):
      guard status.kind == .file else {
        entry.findings = [finding(name, "this is no file", "move it away")]
        break
      }
      readHeader(name, path, device: device, into: &entry)
    case .foreign: entry.findings = [try foreign(name, path, status)]
    }
    return entry
  }

  private func readHeader(
    _ name: String, _ path: String, device: String, into entry: inout KnownEntry
  ) {
    switch header(path) {
    case .failure(let reason):
      entry.isDamaged = true
      entry.findings = [
        finding(
          name, "it cannot be read: " + StoreError.text(reason),
          "check the file's permissions and the disk")
      ]
    case .success(nil):
      entry.isDamaged = true
      entry.findings = [
        finding(name, line: 1, "the first line is incomplete", "restore the file from a copy")
      ]
    case .success(.some(let (reading, length))):
      judge(reading, length, name, device, into: &entry)
    }
  }

  private func judge(
    _ reading: JournalHeader.Reading, _ length: Int, _ name: String, _ device: String,
    into entry: inout KnownEntry
  ) {
    switch reading {
    case .laterVersion(let version):
      entry.findings = [
        finding(
          name, line: 1,
          "it is of format \(version), which a later version of Plenary wrote; it is left out",
          "open the session with that version")
      ]
    case .damaged(let reason):
      entry.isDamaged = true
      entry.findings = [finding(name, line: 1, reason, "restore the file from a copy")]
    case .header(let header, let sum):
      if let session, header.session != session {
        entry.findings = [
          finding(
            name, line: 1, "it belongs to another session (\(header.session)); it is left out",
            "move it to the folder where it belongs")
        ]
      } else if header.device.text != device {
        entry.findings = [copy(name, of: header)]
      } else {
        let start = JournalPosition(afterHeader: sum, bytes: length)
        entry.journal = JournalFile(header: header, start: start, position: start)
      }
    }
  }

  private func foreign(
    _ name: String, _ path: String, _ status: FileStatus
  ) throws(Errno) -> Finding {
    if status.kind == .directory {
      return finding(
        name, "this folder is no part of the record", "move it away", isFault: false)
    }
    if status.kind == .file, case .success(.some((.header(let header, _), _))) = header(path) {
      return copy(name, of: header)
    }
    return finding(
      name, "this file is no part of the record; it is left out", "move it away", isFault: false)
  }

  private func copy(_ name: String, of header: JournalHeader) -> Finding {
    finding(
      name,
      "it is a copy of the journal \(header.device).jsonl, as a synchronising tool makes one; "
        + "it is left out",
      "compare the two, keep the longer one as \(header.device).jsonl and move the other away")
  }

  private func finding(
    _ name: String, line: Int? = nil, _ message: String, _ remedy: String, isFault: Bool = true
  ) -> Finding {
    Finding(
      file: "journal/" + name, line: line, message: message, remedy: remedy, isFault: isFault)
  }

  /// The header and its length with its newline; `nil` where the file has no whole line.
  private func header(_ path: String) -> Result<(JournalHeader.Reading, Int)?, Errno> {
    Result { () throws(Errno) in
      let descriptor = try files.open(path, .read)
      defer { files.close(descriptor) }
      let bytes = try files.bytes(of: descriptor, from: 0, atMost: 4096)
      guard let newline = bytes.firstIndex(of: 0x0A) else {
        return bytes.count < 4096 ? nil : (.damaged("the first line is no header"), 0)
      }
      let reading = bytes.withUnsafeBufferPointer { JournalHeader.read($0, in: 0..<newline) }
      return (reading, newline + 1)
    }
  }
}

extension FileSystem {
  /// So many bytes of an open file from an offset on, or fewer where it ends.
  func bytes(of descriptor: Int32, from offset: Int, atMost count: Int) throws(Errno) -> [UInt8] {
    var failure: Errno?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      do throws(Errno) {
        while done < count {
          let rest = UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(buffer)[done...])
          let read = try self.read(descriptor, into: rest, at: offset + done)
          if read == 0 { break }
          done += read
        }
      } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }
}
