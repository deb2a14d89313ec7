import SessionEngine
import struct SystemPackage.Errno

// Reading the whole record.
extension SessionStore {
  var folder: JournalFolder { JournalFolder(layout: layout, files: files, session: id) }

  /// Looks at every file in the journal folder and folds what the journals hold.
  func load(useSnapshot: Bool) throws(StoreError) {
    known = [:]
    for name in try journalNames() { look(at: name) }
    if useSnapshot, loadSnapshot() {
      finishLoading()
      return
    }
    try refold()
  }

  func journalNames() throws(StoreError) -> [String] {
    do throws(Errno) { return try files.names(in: layout.journals) } catch {
      throw .system(doing: "list", file: layout.journals, reason: error)
    }
  }

  /// Looks at a file anew and forgets what was known of it.
  func look(at name: String) {
    do throws(Errno) { known[name] = try folder.look(at: name) } catch {
      // Gone between listing and looking: as if it had never been there.
      known[name] = nil
    }
  }

  /// Folds every journal from its first line.
  func refold() throws(StoreError) {
    emptied = []
    for name in known.keys where known[name]?.journal != nil { look(at: name) }
    let streams = openStreams()
    var merge = JournalMerge(streams.map(\.stream))
    fold = Fold { merge.next().map { noted($0) } }
    for (name, stream) in streams { settle(name, stream) }
    hasWordsToPurge = session.hasRedactions
    finishLoading()
  }

  private func finishLoading() {
    highest = nil
    judgeDamage()
  }

  /// A stream for every journal, from its first event.
  private func openStreams() -> [(name: String, stream: JournalStream)] {
    known.keys.sorted().compactMap { name in
      guard let journal = known[name]?.journal else { return nil }
      return stream(name, journal, from: journal.start).map { (name, $0) }
    }
  }

  /// Opens a journal, or says why not.
  func stream(
    _ name: String, _ journal: JournalFile, from position: JournalPosition
  ) -> JournalStream? {
    do throws(Errno) {
      // In this process's own journal a failed write may have left what was not kept.
      let isOwn = journal.header.device == writer?.header.device
      return try JournalStream(
        layout.journals + "/" + name, device: journal.header.device, from: position,
        upTo: isOwn ? writer?.position.offset ?? .max : .max, files: files)
    } catch {
      known[name]?.isDamaged = true
      known[name]?.findings.append(
        Finding(
          file: "journal/" + name, message: "it cannot be read: " + StoreError.text(error),
          remedy: "check the file's permissions and the disk"))
      return nil
    }
  }

  /// Takes down what there is to say about a line, and hands its record on.
  func noted(_ line: JournalLine) -> Record {
    let record = line.record
    if let subject = line.emptied {
      emptied.append(
        EmptiedLine(device: record.device, seq: record.seq, subject: subject))
    }
    if let remark = line.remark {
      known[record.device.text + ".jsonl"]?.findings.append(
        Finding(
          file: "journal/\(record.device).jsonl", line: record.seq + 1, message: remark,
          remedy: "open the session with the version of Plenary that wrote it"))
    }
    return record
  }

  /// Takes down how far a journal was read and what stopped the reading.
  func settle(_ name: String, _ stream: JournalStream) {
    known[name]?.journal?.position = stream.position
    known[name]?.journal?.tail = stream.tail
    if let failure = stream.failure {
      known[name]?.isDamaged = true
      known[name]?.findings.append(
        Finding(
          file: "journal/" + name, line: stream.position.lines + 1,
          message: "it cannot be read further: " + StoreError.text(failure),
          remedy: "check the disk"))
    } else if let damage = stream.damage {
      known[name]?.journal?.isDamaged = true
      known[name]?.isDamaged = true
      known[name]?.findings.append(
        Finding(
          file: "journal/" + name, line: damage.line,
          message: damage.reason + "; what stands before it counts, what follows is left out",
          remedy: "restore the file from a copy, or go on in a new session"))
    } else if stream.tail > 0 {
      noteTail(name, line: stream.position.lines + 1)
    }
  }

  /// Says that a journal ends in the middle of an act, unless its writer is at work on it.
  private func noteTail(_ name: String, line: Int) {
    guard let device = known[name]?.journal?.header.device, device != writer?.header.device,
      !isHeld(device)
    else { return }
    known[name]?.findings.append(
      Finding(
        file: "journal/" + name, line: line,
        message: "the last line is incomplete, as a crash or a full disk leaves it; "
          + "it was never kept",
        remedy: "the next writer on this machine sets it aside"))
  }

  /// Whether a live process holds a journal.
  func isHeld(_ device: DeviceID) -> Bool {
    guard let descriptor = try? files.open(layout.lock(device.text), .read) else { return false }
    defer { files.closeLock(descriptor) }
    return (try? files.lock(descriptor)) == false
  }

  /// Bars writing where a journal is damaged.
  func judgeDamage() {
    guard let damaged = known.sorted(by: { $0.key < $1.key }).first(where: \.value.isDamaged) else {
      return
    }
    let finding = damaged.value.findings.last
    let place = finding?.line.map { ", line \($0)" } ?? ""
    obstacle = Obstacle(
      reason: "journal/\(damaged.key)\(place) is damaged",
      remedy: finding?.remedy ?? "restore the file from a copy")
  }

  /// Every record of the session in the order that every machine agrees on, words included.
  ///
  /// - Throws: `StoreError` where a journal cannot be read.
  public func history() throws(StoreError) -> [Record] {
    _ = try follow()
    var merge = JournalMerge(openStreams().map(\.stream))
    var records: [Record] = []
    records.reserveCapacity(session.eventCount)
    while let line = merge.next() { records.append(line.record) }
    return records
  }
}
