/// Finds the members of a JSON object without building anything of it.
///
/// A journal line is proved by its sum, so the scanner only has to find the parts; `JSONDecoder`
/// reads what needs a full reading.
struct JSONScanner {
  /// A name and where its value stands, both as offsets into the bytes.
  struct Member {
    let name: Range<Int>
    let value: Range<Int>
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  private let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// The members of the compact object that fills the range; `nil` where it is none.
  static func members(
    of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>
  ) -> [Member]? {
    var scanner = JSONScanner(bytes, in: range)
    guard scanner.take("{") else { return nil }
    var members: [Member] = []
    members.reserveCapacity(14)
    if scanner.take("}") { return scanner.position == scanner.end ? members : nil }
    repeat {
      guard let name = scanner.string(), scanner.take(":"), let value = scanner.value() else {
        return nil
      }
      members.append(Member(name: name, value: value))
    } while scanner.take(",")
    return scanner.take("}") && scanner.position == scanner.end ? members : nil
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < end, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Where the text between two quotes stands.
  private mutating func string() -> Range<Int>? {
    guard take("\"") else { return nil }
    let start = position
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return start..<(position - 1)
      case UInt8(ascii: "\\"): position += 2
      default: position += 1
      }
    }
    return nil
  }

  /// Where a value stands, its quotes or brackets included.
  private mutating func value() -> Range<Int>? {
    let start = position
    guard position < end else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "\""):
      return string().map { start..<($0.upperBound + 1) }
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      var depth = 0
      while position < end {
        switch bytes[position] {
        case UInt8(ascii: "\""): if string() == nil { return nil }
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          depth += 1
          position += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          depth -= 1
          position += 1
          if depth == 0 { return start..<position }
        default: position += 1
        }
      }
      return nil
    default:
      while position < end, ![0x2C, 0x7D, 0x5D].contains(bytes[position]) { position += 1 }
      return position > start ? start..<position : nil
    }
  }
}

/// One journal line, or an object in it, with its members found.
struct JSONParts {
  let bytes: UnsafeBufferPointer<UInt8>
  let members: [JSONScanner.Member]

  init?(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    guard let members = JSONScanner.members(of: bytes, in: range) else { return nil }
    self.bytes = bytes
    self.members = members
  }

  /// The value of a name, quotes included.
  func value(_ name: StaticString) -> Range<Int>? {
    let length = name.utf8CodeUnitCount
    for member in members where member.name.count == length {
      let start = member.name.lowerBound
      var isSame = true
      for index in 0..<length where bytes[start + index] != name.utf8Start[index] {
        isSame = false
        break
      }
      if isSame { return member.value }
    }
    return nil
  }

  /// A string's bytes between the quotes, as they stand.
  func raw(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let range = value(name), range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "\"")
    else { return nil }
    return UnsafeBufferPointer(rebasing: bytes[(range.lowerBound + 1)..<(range.upperBound - 1)])
  }

  /// A string.
  func string(_ name: StaticString) -> String? { raw(name).flatMap(JSONText.unescaped) }

  /// An integer that is not negative.
  func integer(_ name: StaticString) -> Int? {
    guard let range = value(name), range.count < 19 else { return nil }
    var number = 0
    for index in range {
      guard (48...57).contains(bytes[index]) else { return nil }
      number = number * 10 + Int(bytes[index] - 48)
    }
    return number
  }

  /// A sum.
  func sum(_ name: StaticString) -> Sum? { raw(name).flatMap { Sum(hex: $0) } }
}
