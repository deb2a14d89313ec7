import SessionEngine
import struct SystemPackage.Errno

/// Reads a journal window by window, so that a long one never stands in memory whole.
final class JournalStream {
  private let files: any FileSystem
  private let descriptor: Int32
  private let device: DeviceID
  private var window: ArraySlice<JournalLine> = []
  private var width = 4 << 20
  private var isAtEnd = false
  /// Where to stop, though the file may go on.
  private let limit: Int

  /// How far the lines that were read go.
  private(set) var position: JournalPosition
  /// Bytes after that which make up no act.
  private(set) var tail = 0
  /// The first damaged line and why it is damaged.
  private(set) var damage: (line: Int, reason: String)?
  /// Why reading ended early, if it did.
  private(set) var failure: Errno?

  /// Opens a journal to be read from a position on, up to `limit` bytes from its beginning.
  init(
    _ path: String, device: DeviceID, from position: JournalPosition, upTo limit: Int = .max,
    files: any FileSystem
  ) throws(Errno) {
    self.files = files
    self.limit = limit
    self.device = device
    self.position = position
    descriptor = try files.open(path, .read)
  }

  deinit { files.close(descriptor) }

  /// The next line without going past it.
  var head: JournalLine? {
    while window.isEmpty, !isAtEnd { readOn() }
    return window.first
  }

  /// Goes past the next line.
  func advance() { window.removeFirst() }

  private func readOn() {
    do throws(Errno) {
      let bytes = try files.bytes(
        of: descriptor, from: position.offset, atMost: min(width, limit - position.offset))
      let reading = JournalReading.read(bytes, device: device, from: position)
      let isWhole = bytes.count < width
      damage = reading.damage
      tail = reading.tail
      if reading.lines.isEmpty && !isWhole && damage == nil {
        // An act longer than the window.
        width *= 2
        return
      }
      // Damage may be the cut of the window only where a line is incomplete, and incomplete lines
      // are never judged; so it is damage.
      isAtEnd = isWhole || damage != nil
      position = reading.position
      window = reading.lines[...]
    } catch {
      failure = error
      isAtEnd = true
    }
  }
}

/// Several journals as one, in the order that every machine agrees on.
struct JournalMerge {
  private var streams: [JournalStream]

  init(_ streams: [JournalStream]) { self.streams = streams }

  /// The next line of all.
  mutating func next() -> JournalLine? {
    var best: (index: Int, line: JournalLine)?
    for index in streams.indices {
      guard let line = streams[index].head else { continue }
      if let known = best, !line.record.precedes(known.line.record) { continue }
      best = (index, line)
    }
    guard let best else { return nil }
    streams[best.index].advance()
    return best.line
  }
}
