/// How many columns text takes, and what of it may be drawn: the one answer for the whole program.
///
/// Everything here speaks of text as it is drawn. `columns` of a text is what `Canvas.put` uses for it
/// and what the terminal advances; `Placement` says what is drawn for a cluster.
public enum TextWidth {
  /// Columns of one grapheme cluster, in agreement with what the terminal driver advances.
  public static func columns(_ cluster: Character) -> Int {
    Placement.columns(cluster)
  }

  /// Columns of a text.
  public static func columns(_ text: String) -> Int {
    if let columns = simpleColumns(text) { return columns }
    return sanitised(text).reduce(0) { $0 + Placement.columns($1) }
  }

  /// The text, cut to at most so many columns; a text that was cut ends in the ellipsis.
  public static func truncated(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
    guard columns > 0 else { return "" }
    let clean = sanitised(text)
    let tail = self.columns(ellipsis) <= columns ? ellipsis : ""
    let room = columns - self.columns(tail)
    if let whole = simpleColumns(clean) {
      return whole <= columns ? clean : String(clean.unicodeScalars.prefix(room)) + tail
    }
    var used = 0
    var cut = clean.startIndex
    var index = clean.startIndex
    while index < clean.endIndex {
      used += Placement.columns(clean[index])
      if used > columns { return clean[..<cut] + tail }
      index = clean.index(after: index)
      if used <= room { cut = index }
    }
    return clean
  }

  /// The text in exactly so many columns: cut, or with blanks after it.
  public static func padded(_ text: String, to columns: Int) -> String {
    let cut = truncated(text, to: columns)
    return cut + String(repeating: " ", count: max(0, columns - self.columns(cut)))
  }

  /// Columns of a text in which every scalar is a cluster of one column; nil if it is not such a text.
  ///
  /// Latin letters, common punctuation, arrows, lines and blocks: what most screens are made of.
  static func simpleColumns(_ text: String) -> Int? {
    if isPrintableASCII(text) { return text.utf8.count }
    var count = 0
    for scalar in text.unicodeScalars {
      guard isSimple(scalar.value) else { return nil }
      count += 1
    }
    return count
  }

  @inline(__always)
  private static func isSimple(_ value: UInt32) -> Bool {
    switch value {
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x2010..<0x2028, 0x2030..<0x205F: true
    case 0x2190..<0x2200, 0x23CE, 0x2400..<0x2427, 0x2500..<0x25FD, 0x2605, 0x2606, 0x2713...0x2718:
      true
    default: false
    }
  }

  /// Whether every character is one of ASCII's that print, so that bytes, clusters and columns agree.
  @inline(__always)
  static func isPrintableASCII(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    } ?? text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}
