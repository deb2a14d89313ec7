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
    if isPrintableASCII(text) { return text.utf8.count }
    return sanitised(text).reduce(0) { $0 + Placement.columns($1) }
  }

  /// The text, cut to at most so many columns; a text that was cut ends in the ellipsis.
  public static func truncated(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
    guard columns > 0 else { return "" }
    let clean = sanitised(text)
    if isPrintableASCII(clean), clean.utf8.count <= columns { return clean }
    let tail = self.columns(ellipsis) <= columns ? ellipsis : ""
    let room = columns - self.columns(tail)
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

  /// Whether every character is one of ASCII's that print, so that bytes, clusters and columns agree.
  @inline(__always)
  static func isPrintableASCII(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    } ?? text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}
