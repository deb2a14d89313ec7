/// Text that does nothing to a terminal but stand there.
enum Plain {
  /// The text on one line: controls and what turns the direction of text are replaced by visible
  /// characters.
  static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { replacement($0) != nil }) else { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { plain.append(replacement(scalar) ?? scalar) }
    return String(plain)
  }

  /// The text on one line, at most so many characters (and not endless marks on one of them).
  static func clipped(_ text: String, to count: Int) -> String {
    let count = max(count, 1)
    var scalars = text.unicodeScalars.prefix(count * 4)
    let isLong = scalars.endIndex < text.unicodeScalars.endIndex
    // Never cut between a base and its joined marks: the last character may be half of one.
    var short = line(String(scalars))
    if !isLong, short.count <= count { return short }
    if short.count >= count {
      short = String(short.prefix(count - 1))
    } else {
      scalars = scalars.dropLast()
      short = line(String(scalars))
    }
    return short + "…"
  }

  private static func replacement(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: "⏎"
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      "\u{FFFD}"
    default: nil
    }
  }
}
