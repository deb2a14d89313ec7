extension TextWidth {
  /// The text without anything that must never reach a terminal raw.
  ///
  /// Well-formed control sequences (colours, cursor movement) are removed; other control characters
  /// become pictures of themselves (␛), newlines ⏎ and tabs spaces. What could hide text or turn it
  /// round is removed: bidirectional overrides, embeddings and isolates, zero-width and other invisible
  /// formatting. Joiners stay inside a cluster. A combining mark without a base gets a dotted circle.
  /// Sanitising twice changes nothing more.
  public static func sanitised(_ text: String) -> String {
    if simpleColumns(text) != nil || !needsSanitising(text) { return text }
    var result = String.UnicodeScalarView()
    var hasMarks = false
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      if scalar == "\u{1B}" || scalar == "\u{9B}",
        let end = endOfControlSequence(in: scalars, from: index)
      {
        index = end
        continue
      }
      index = scalars.index(after: index)
      if scalar == "\r", index < scalars.endIndex, scalars[index] == "\n" { continue }
      if let substitute = Placement.substitute(scalar) {
        result.append(contentsOf: substitute.unicodeScalars)
      } else {
        hasMarks = hasMarks || (scalar.value >= 0x300 && WidthTable.columns(scalar) == 0)
        result.append(scalar)
      }
    }
    return hasMarks ? withBases(String(result)) : String(result)
  }

  /// Whether a scalar of the text has to be looked at more closely.
  private static func needsSanitising(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      let value = scalar.value
      if (0x20..<0x7F).contains(value) || (0xA0..<0x300).contains(value) { return value == 0xAD }
      if (0x4E00...0x9FFF).contains(value) || (0xAC00...0xD7A3).contains(value) { return false }
      return Placement.substitute(scalar) != nil || WidthTable.columns(scalar) == 0
    }
  }

  /// Gives marks at the start of a cluster a base, and drops joiners there.
  private static func withBases(_ text: String) -> String {
    var result = String()
    result.reserveCapacity(text.utf8.count)
    for cluster in text {
      let scalars = cluster.unicodeScalars
      guard let first = scalars.first, first.value >= 0x300, WidthTable.columns(first) == 0 else {
        result.append(cluster)
        continue
      }
      let rest = scalars.drop { isJoinerOrSelector($0.value) }
      guard let mark = rest.first else { continue }
      if WidthTable.columns(mark) == 0 { result.unicodeScalars.append(Placement.dottedCircle) }
      result.unicodeScalars.append(contentsOf: rest)
    }
    return result
  }

  private static func isJoinerOrSelector(_ value: UInt32) -> Bool {
    value == 0x200C || value == 0x200D || (0xFE00...0xFE0F).contains(value)
      || (0xE0100...0xE01EF).contains(value)
  }

  /// Where a control sequence (CSI) that starts at `start` ends; nil if none does. It is short and
  /// holds no text; strings such as OSC do, so they are shown, not removed.
  private static func endOfControlSequence(
    in scalars: String.UnicodeScalarView, from start: String.Index
  ) -> String.Index? {
    var index = scalars.index(after: start)
    if scalars[start] == "\u{1B}" {
      guard index < scalars.endIndex, scalars[index] == "[" else { return nil }
      index = scalars.index(after: index)
    }
    for _ in 0..<32 {
      guard index < scalars.endIndex else { return nil }
      let value = scalars[index].value
      index = scalars.index(after: index)
      if (0x40..<0x7F).contains(value) { return index }
      guard (0x20..<0x40).contains(value) else { return nil }
    }
    return nil
  }
}
