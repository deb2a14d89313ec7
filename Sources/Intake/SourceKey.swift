import SessionEngine

/// What an imported contribution remembers of its row, so that no row is taken twice.
///
/// Without an id column the key is made of all that the row says, and of how often the file has said
/// it before. With one it is made of the id and the words: the same row of another export is known
/// again, and the id 1 of another conversation is not mistaken for it.
struct SourceKeys {
  private var occurrences: [String: Int] = [:]

  static func named(_ id: String, words: String) -> String {
    var hash = FNV1a()
    hash.add(id)
    hash.add(words)
    return idPrefix(id) + hash.text
  }

  // Clipped, so that a long id does not bloat every record; the hash tells ids apart all the same.
  private static func idPrefix(_ id: String) -> String { "id:" + String(id.prefix(40)) + ":" }

  mutating func key(
    words: String, group: GroupID, priority: PriorityID?, time: Instant?
  ) -> String {
    var hash = FNV1a()
    hash.add(words)
    hash.add(group.text)
    hash.add(priority?.text)
    hash.add(time.map { String($0.milliseconds) })
    let row = hash.text
    let occurrence = occurrences[row, default: 0] + 1
    occurrences[row] = occurrence
    return "row:\(row):\(occurrence)"
  }
}

/// FNV-1a in 128 bits: the same on every machine and in every version.
struct FNV1a {
  private var state: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
  private static let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013B

  private mutating func add(byte: UInt8) {
    state = (state ^ UInt128(byte)) &* Self.prime
  }

  /// Adds a text and a mark of where it ends; UTF-8 has no byte 0xFE or 0xFF.
  mutating func add(_ text: String?) {
    for byte in (text ?? "").utf8 { add(byte: byte) }
    add(byte: text == nil ? 0xFE : 0xFF)
  }

  /// The hash as 32 hexadecimal digits.
  var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 32 - digits.utf8.count) + digits
  }
}
