/// Many strings as one: a decoder reads one long string in a fraction of the time of many short.
struct StringColumn: Codable {
  /// DELETE: needs no escape in JSON and hardly ever stands in a text.
  private static let separator = UInt8(0x7F)
  let values: [String]

  init(_ values: [String]) { self.values = values }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard var text = try? container.decode(String.self) else {
      values = try container.decode([String].self)
      return
    }
    values = text.withUTF8 { utf8 in
      var values: [String] = []
      var start = 0
      for index in utf8.indices where utf8[index] == Self.separator {
        values.append(
          String(decoding: UnsafeBufferPointer(rebasing: utf8[start..<index]), as: UTF8.self))
        start = index + 1
      }
      return values
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if values.contains(where: { $0.utf8.contains(Self.separator) }) {
      return try container.encode(values)
    }
    var bytes: [UInt8] = []
    for value in values {
      bytes.append(contentsOf: value.utf8)
      bytes.append(Self.separator)
    }
    try container.encode(String(decoding: bytes, as: UTF8.self))
  }
}

/// Many whole numbers as one string, parted by spaces.
struct NumberColumn: Codable {
  let values: [Int]

  init(_ values: [Int]) { self.values = values }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    var text = try container.decode(String.self)
    let read: [Int]? = text.withUTF8 { utf8 in
      var values: [Int] = []
      var index = 0
      while index < utf8.count {
        let isNegative = utf8[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        var value = 0
        while index < utf8.count, utf8[index] != UInt8(ascii: " ") {
          guard (48...57).contains(utf8[index]) else { return nil }
          value = value &* 10 &+ Int(utf8[index] - 48)
          index += 1
        }
        values.append(isNegative ? -value : value)
        index += 1
      }
      return values
    }
    guard let read else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a column holds something that is no number")
    }
    values = read
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(values.map { String($0) }.joined(separator: " "))
  }
}

/// Names that recur, each written once.
struct NameColumn: Codable {
  private var names: [String] = []
  private var picks: NumberColumn

  init(_ values: [String?]) {
    var known: [String: Int] = [:]
    var names: [String] = []
    picks = NumberColumn(
      values.map { value in
        guard let value else { return -1 }
        if let index = known[value] { return index }
        known[value] = names.count
        names.append(value)
        return names.count - 1
      })
    self.names = names
  }

  /// The names in order; `nil` where one is not in the list.
  func values() -> [String?]? {
    guard picks.values.allSatisfy({ $0 >= -1 && $0 < names.count }) else { return nil }
    return picks.values.map { $0 < 0 ? nil : names[$0] }
  }
}
