import Dispatch
import SessionEngine

/// How far a journal was read, and everything needed to read on from there.
struct JournalPosition: Sendable, Equatable {
  /// Bytes of the header and of all complete acts.
  var offset: Int
  /// How many lines these bytes hold.
  var lines: Int
  /// The last event's place, 0 before the first.
  var seq: Int
  /// The sum of the last line.
  var sum: Sum
  /// The time of the last event.
  var time = HybridTime.zero

  /// The position after a header.
  init(afterHeader sum: Sum, bytes: Int) {
    offset = bytes
    lines = 1
    seq = 0
    self.sum = sum
  }

  /// Makes a position.
  init(offset: Int, lines: Int, seq: Int, sum: Sum, time: HybridTime) {
    self.offset = offset
    self.lines = lines
    self.seq = seq
    self.sum = sum
    self.time = time
  }
}

/// What a stretch of a journal holds.
struct JournalReading: Sendable {
  /// The lines of complete acts, in order.
  var lines: [JournalLine] = []
  /// How far they go.
  var position: JournalPosition
  /// Whether bytes follow that do not (yet) make up an act.
  var tail = 0
  /// The first line that is damaged: its number and why.
  var damage: (line: Int, reason: String)?

  /// Reads on from a position; `bytes` begins there.
  static func read(
    _ bytes: [UInt8], device: DeviceID, from start: JournalPosition
  ) -> JournalReading {
    bytes.withUnsafeBufferPointer { read($0, device: device, from: start) }
  }

  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, device: DeviceID, from start: JournalPosition
  ) -> JournalReading {
    let ranges = lineRanges(bytes)
    let results = parse(bytes, ranges, device: device)
    var reading = JournalReading(position: start)
    reading.lines.reserveCapacity(results.count)
    var pending = start
    var act: [JournalLine] = []
    for (index, result) in results.enumerated() {
      let line: JournalLine
      switch result {
      case .failure(let fault):
        // Zeros are what a file system leaves where it lost power between making room and writing.
        let isHole = bytes[ranges[index]].contains(0)
        if !(isHole && results[index...].allSatisfy(\.isFailure)) {
          reading.damage = (pending.lines + 1, fault.reason)
        }
        reading.tail = bytes.count - (reading.position.offset - start.offset)
        return reading
      case .success(let value): line = value
      }
      if let reason = flaw(of: line, after: pending, in: act) {
        reading.damage = (pending.lines + 1, reason)
        reading.tail = bytes.count - (reading.position.offset - start.offset)
        return reading
      }
      pending = JournalPosition(
        offset: start.offset + ranges[index].upperBound + 1, lines: pending.lines + 1,
        seq: line.record.seq, sum: line.sum, time: line.record.time)
      act.append(line)
      if line.more == 0 {
        reading.lines += act
        reading.position = pending
        act.removeAll(keepingCapacity: true)
      }
    }
    reading.tail = bytes.count - (reading.position.offset - start.offset)
    return reading
  }

  /// Why a line does not follow on what stands before it.
  private static func flaw(
    of line: JournalLine, after position: JournalPosition, in act: [JournalLine]
  ) -> String? {
    if line.previous != position.sum { return "the line does not follow on the one before it" }
    if line.record.seq != position.seq + 1 || line.record.time <= position.time {
      return "the line is out of its turn"
    }
    if let last = act.last {
      guard line.record.act == last.record.act, line.more == last.more - 1 else {
        return "the act that the line belongs to is broken off before it"
      }
    }
    return nil
  }

  /// Where the lines stand that end in a newline, without it.
  static func lineRanges(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      ranges.append(start..<index)
      start = index + 1
    }
    return ranges
  }

  /// Reads every line, on all processors where there are many.
  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, _ ranges: [Range<Int>], device: DeviceID
  ) -> [Result<JournalLine, LineFault>] {
    let chunk = 512
    guard ranges.count > chunk else {
      let reader = LineReader(device: device)
      return ranges.map { range in line(reader, bytes, range) }
    }
    let chunks = (ranges.count + chunk - 1) / chunk
    var results = [[Result<JournalLine, LineFault>]](repeating: [], count: chunks)
    results.withUnsafeMutableBufferPointer { slots in
      // Every iteration writes a slot of its own, and the bytes stay as they are.
      nonisolated(unsafe) let slots = slots
      nonisolated(unsafe) let bytes = bytes
      DispatchQueue.concurrentPerform(iterations: chunks) { index in
        let reader = LineReader(device: device)
        let part = ranges[(index * chunk)..<min(ranges.count, (index + 1) * chunk)]
        slots[index] = part.map { range in line(reader, bytes, range) }
      }
    }
    return Array(results.joined())
  }

  private static func line(
    _ reader: LineReader, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Result<JournalLine, LineFault> {
    Result { () throws(LineFault) in try reader.read(bytes, in: range) }
  }
}

extension Result {
  fileprivate var isFailure: Bool {
    if case .failure = self { true } else { false }
  }
}
