extension Canvas {
  /// The canvas as lines of text without trailing blanks: what golden screens hold.
  public var textLines: [String] {
    (0..<size.height).map { y in
      var line = ""
      var blanks = 0
      for x in 0..<size.width {
        let cluster = self[x, y].cluster
        if cluster == " " {
          blanks += 1
        } else if !cluster.isEmpty {
          line += String(repeating: " ", count: blanks) + cluster
          blanks = 0
        }
      }
      return line
    }
  }

  /// Like `textLines`, with styles: below each line that has any, one that names them.
  ///
  /// An annotation such as `  ~ 0-4 heading  8-9 key bold` gives first and last column of each run of
  /// cells that are not ordinary text. A last line tells where the cursor is, if it shows.
  public func annotatedLines() -> [String] {
    var result: [String] = []
    for (y, line) in textLines.enumerated() {
      result.append(line)
      let notes = runs(inRow: y).map { "\($0.first)-\($0.last) \($0.style.annotation)" }
      if !notes.isEmpty { result.append("  ~ " + notes.joined(separator: "  ")) }
    }
    if let cursor { result.append("  ~ cursor \(cursor.x),\(cursor.y)") }
    return result
  }

  private func runs(inRow y: Int) -> [(first: Int, last: Int, style: Style)] {
    var runs: [(first: Int, last: Int, style: Style)] = []
    for x in 0..<size.width {
      let style = self[x, y].style
      if let open = runs.last, open.style == style, open.last == x - 1 {
        runs[runs.count - 1].last = x
      } else if style != .text {
        runs.append((x, x, style))
      }
    }
    return runs
  }
}

extension Style {
  /// The style in words: the role, then what stands out.
  var annotation: String {
    [
      role.rawValue, isSelected ? "selected" : nil, isBold ? "bold" : nil,
      isUnderlined ? "underlined" : nil,
    ].compactMap { $0 }.joined(separator: " ")
  }
}
