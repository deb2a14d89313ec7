import FoundationEssentials
import SessionEngine
import struct SystemPackage.Errno

/// `snapshot.json`: the folded state and how far each journal had been read for it. A cache.
struct SnapshotFile: Codable {
  static let format = "plenary-snapshot"
  /// 2: merges, splits, votes, opportunities and feedback. A snapshot of 1 knows nothing of them.
  /// 3: who was there and left, and who is marked as not there.
  static let version = 3

  /// How far one journal was read.
  struct Read: Codable {
    let device: DeviceID
    let bytes: Int
    /// The sum of these bytes, so that damage in them is found though they are not read line by line.
    let bytesSum: String
    let lines: Int
    let seq: Int
    let lastSum: String
    let time: HybridTime

    /// The position after these bytes.
    var position: JournalPosition? {
      Sum(lastSum).map {
        JournalPosition(offset: bytes, lines: lines, seq: seq, sum: $0, time: time)
      }
    }
  }

  let format: String
  let formatVersion: Int
  let id: SessionID
  let journals: [Read]
  let lastDevice: DeviceID
  let lastSeq: Int
  let lastTime: HybridTime
  let state: SessionSnapshot
}

extension SessionStore {
  /// Begins at the snapshot and folds what the journals hold beyond it.
  ///
  /// - Returns: false where there is no snapshot that fits; then nothing has changed that a full
  ///   fold would not set right.
  func loadSnapshot() -> Bool {
    guard let bytes = try? files.contents(of: layout.snapshot),
      let snapshot = readSnapshot(bytes), snapshot.id == id,
      snapshot.format == SnapshotFile.format, snapshot.formatVersion == SnapshotFile.version
    else { return false }
    var positions: [String: JournalPosition] = [:]
    for read in snapshot.journals {
      let name = read.device.text + ".jsonl"
      guard let position = read.position, known[name]?.journal != nil, let sum = Sum(read.bytesSum),
        sumOfBytes(name, count: read.bytes) == sum
      else { return false }
      positions[name] = position
    }
    guard let state = snapshot.state.session() else { return false }
    let last = EventKey(
      time: snapshot.lastTime, device: snapshot.lastDevice, seq: snapshot.lastSeq)
    return foldOn(from: Fold(session: state, last: last), positions)
  }

  private func foldOn(from fold: Fold, _ positions: [String: JournalPosition]) -> Bool {
    var streams: [(name: String, stream: JournalStream)] = []
    for name in known.keys.sorted() {
      guard let journal = known[name]?.journal else { continue }
      guard let stream = stream(name, journal, from: positions[name] ?? journal.start) else {
        return false
      }
      streams.append((name, stream))
    }
    var merge = JournalMerge(streams.map(\.stream))
    var isLate = false
    let folded = Fold(from: fold) {
      guard !isLate, let line = merge.next() else { return nil }
      let record = noted(line)
      if let last = fold.last, EventKey(record) <= last { isLate = true }
      if record.event.isRedaction || line.hasText && isRedacted(record, fold.session) {
        hasWordsToPurge = true
      }
      return record
    }
    if isLate {
      emptied = []
      return false
    }
    self.fold = folded
    for (name, stream) in streams { settle(name, stream) }
    return true
  }

  private func isRedacted(_ record: Record, _ session: Session) -> Bool {
    (record.event as? any RedactableEvent).map { session.isRedacted($0.subject) } ?? false
  }

  /// The sum of a journal's first bytes; `nil` where it has fewer.
  private func sumOfBytes(_ name: String, count: Int) -> Sum? {
    guard let descriptor = try? files.open(layout.journals + "/" + name, .read) else { return nil }
    defer { files.close(descriptor) }
    var sum = RunningSum()
    var done = 0
    while done < count {
      guard
        let bytes = try? files.bytes(
          of: descriptor, from: done, atMost: min(1 << 20, count - done)),
        !bytes.isEmpty
      else { return nil }
      sum.add(bytes)
      done += bytes.count
    }
    return sum.sum
  }

  /// Reads the file: an object whose last member is the sum of everything before it.
  private func readSnapshot(_ bytes: [UInt8]) -> SnapshotFile? {
    let end = bytes.count - Self.sumLength
    guard end > 0, bytes[end...].elementsEqual(Sum(of: Array(bytes[..<end])).closing)
    else { return nil }
    return try? JSONDecoder().decode(SnapshotFile.self, from: Data(bytes[..<end] + [0x7D]))
  }

  /// `,"sum":"…"}` and a newline.
  private static var sumLength: Int { 8 + 64 + 3 }

  /// Writes the state down for a faster opening. A cache: where this fails, nothing is lost.
  ///
  /// Does nothing while words that were redacted may still stand somewhere, or where anything about
  /// the journals is not as it should be, so that every opening says so again.
  public func writeSnapshot() {
    guard obstacle == nil, !hasWordsToPurge, let last = fold.last,
      findings.allSatisfy({ !$0.isFault })
    else { return }
    var reads: [SnapshotFile.Read] = []
    for (name, entry) in known.sorted(by: { $0.key < $1.key }) {
      guard let journal = entry.journal else { continue }
      let position = journal.position
      guard let sum = sumOfBytes(name, count: position.offset) else { return }
      reads.append(
        SnapshotFile.Read(
          device: journal.header.device, bytes: position.offset, bytesSum: sum.description,
          lines: position.lines, seq: position.seq, lastSum: position.sum.description,
          time: position.time))
    }
    let snapshot = SnapshotFile(
      format: SnapshotFile.format, formatVersion: SnapshotFile.version, id: id, journals: reads,
      lastDevice: last.device, lastSeq: last.seq, lastTime: last.time,
      state: SessionSnapshot(session))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(snapshot) else { return }
    var bytes = [UInt8](data.dropLast())
    bytes += Sum(of: bytes).closing
    try? files.replace(layout.snapshot, with: bytes, isLasting: false)
  }
}

extension Sum {
  /// The end of an object that carries its own sum.
  fileprivate var closing: [UInt8] { Array(",\"sum\":\"\(description)\"}\n".utf8) }
}
