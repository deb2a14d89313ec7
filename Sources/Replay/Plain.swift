import Terminal

/// Text that does nothing to a terminal but stand there: as the console would draw it.
enum Plain {
  /// The text on one line.
  static func line(_ text: String) -> String { TextWidth.sanitised(text) }

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
}
