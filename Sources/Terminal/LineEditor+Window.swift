extension LineEditor {
  /// The part of the line that fits so many columns with the cursor in it, as it is drawn, and the
  /// cursor's column in it.
  ///
  /// An ellipsis at either end shows that there is more. In the middle of a long line the cursor keeps
  /// about two thirds of the window before it. Only what may be visible is measured.
  public func window(columns: Int) -> (visible: String, cursorColumn: Int) {
    guard columns > 0 else { return ("", 0) }
    // How much comes after the cursor, as far as it matters.
    let tail = prefix(of: after, columns: columns)
    let wanted = tail.isWhole ? min(tail.columns, columns / 3) : columns / 3
    // One column is the cursor's own at the end of the line.
    var room = max(0, columns - 1 - max(0, wanted - 1))
    if tail.columns == 0 { room = columns - 1 }

    var start = before.endIndex
    var used = 0
    while start > before.startIndex {
      let previous = before.index(before: start)
      let width = Placement.columns(before[previous])
      if used + width > room { break }
      used += width
      start = previous
    }
    var visible = ""
    if start > before.startIndex {
      // Make place for the ellipsis.
      while used + 1 > room, start < before.endIndex {
        used -= Placement.columns(before[start])
        start = before.index(after: start)
      }
      if room > 0 {
        visible = "…"
        used += 1
      }
    }
    visible += drawn(before[start...])
    let cursorColumn = used
    let rest = columns - used
    // At the end of the line the cursor stands on a column of its own.
    let ahead = prefix(of: after, columns: rest)
    if ahead.isWhole {
      visible += ahead.text
    } else {
      visible += prefix(of: after, columns: rest - 1).text + (rest > 0 ? "…" : "")
    }
    return (visible, cursorColumn)
  }

  /// As much of the text from its start as fits, as it is drawn.
  private func prefix(
    of text: String, columns: Int
  ) -> (text: String, columns: Int, isWhole: Bool) {
    var used = 0
    var index = text.startIndex
    while index < text.endIndex {
      let width = Placement.columns(text[index])
      if used + width > columns { return (drawn(text[..<index]), used, false) }
      used += width
      index = text.index(after: index)
    }
    return (drawn(text[...]), used, true)
  }

  private func drawn(_ text: Substring) -> String {
    if TextWidth.isPrintableASCII(String(text)) { return String(text) }
    var result = ""
    for cluster in text { Placement.units(of: cluster) { unit, _ in result += unit } }
    return result
  }
}
