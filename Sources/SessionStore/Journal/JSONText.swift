/// Strings in JSON, in the one form that journals use.
///
/// Escaped are `"`, `\` and the characters below U+0020, these as `\b`, `\t`, `\n`, `\f`, `\r` or
/// `\u00xx` in lower case; everything else stands as UTF-8.
enum JSONText {
  /// Appends the string with its quotes.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      if !utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
        bytes.append(contentsOf: utf8)
      } else {
        for byte in utf8 { append(byte, to: &bytes) }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { return bytes.append(byte) }
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x22, 0x5C: bytes.append(byte)
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.appendHex(byte)
    }
  }

  /// The string as it stands in a file, without its quotes.
  static func escaped(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return Array(bytes.dropFirst().dropLast())
  }

  /// Reads what stands between the quotes; `nil` where it is no UTF-8 or no escape.
  static func unescaped(_ raw: UnsafeBufferPointer<UInt8>) -> String? {
    guard raw.contains(UInt8(ascii: "\\")) else { return String(validating: raw, as: UTF8.self) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      if raw[index] != UInt8(ascii: "\\") {
        bytes.append(raw[index])
        index += 1
        continue
      }
      guard index + 1 < raw.count else { return nil }
      switch raw[index + 1] {
      case UInt8(ascii: "b"): bytes.append(0x08)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "f"): bytes.append(0x0C)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case 0x22, 0x5C, 0x2F: bytes.append(raw[index + 1])
      case UInt8(ascii: "u"):
        guard let (scalar, length) = scalar(raw, at: index) else { return nil }
        bytes.append(contentsOf: String(Character(scalar)).utf8)
        index += length
        continue
      default: return nil
      }
      index += 2
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Reads `\u0041`, or two of them for a character beyond U+FFFF.
  private static func scalar(
    _ raw: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (Unicode.Scalar, Int)? {
    guard let first = unit(raw, at: index) else { return nil }
    if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
    guard (0xD800..<0xDC00).contains(first), let second = unit(raw, at: index + 6),
      (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { return nil }
    return (scalar, 12)
  }

  private static func unit(_ raw: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
    guard index + 6 <= raw.count, raw[index] == 0x5C, raw[index + 1] == UInt8(ascii: "u") else {
      return nil
    }
    var value: UInt32 = 0
    for byte in raw[(index + 2)..<(index + 6)] {
      switch byte {
      case 48...57: value = value << 4 + UInt32(byte - 48)
      case 65...70: value = value << 4 + UInt32(byte - 55)
      case 97...102: value = value << 4 + UInt32(byte - 87)
      default: return nil
      }
    }
    return value
  }
}
