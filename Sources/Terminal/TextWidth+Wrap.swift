extension TextWidth {
  /// The text in lines of at most so many columns.
  ///
  /// Lines break at newlines and at blanks, and inside a word only where it is longer than a line;
  /// never inside a cluster. Blanks at a break are dropped. A cluster wider than the line gets a line
  /// of its own. There is always at least one line.
  public static func wrapped(_ text: String, to columns: Int) -> [String] {
    let width = max(1, columns)
    var lines: [String] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let clean = sanitised(String(paragraph))
      if let columns = simpleColumns(clean), columns <= width {
        lines.append(clean)
      } else {
        wrap(clean, to: width, into: &lines)
      }
    }
    return lines
  }

  private static func wrap(_ text: String, to width: Int, into lines: inout [String]) {
    var lineStart = text.startIndex
    var used = 0
    // The end of the text before the latest blank, and where the word after it starts.
    var breakEnd: String.Index?
    var wordStart = text.startIndex
    var wordColumns = 0
    var index = text.startIndex
    while index < text.endIndex {
      let cluster = text[index]
      let next = text.index(after: index)
      if cluster == " " {
        if index == wordStart, breakEnd != nil || index == lineStart {
          // One of several blanks: the break stays where the first was.
          breakEnd = breakEnd ?? index
        } else {
          breakEnd = index
        }
        used += 1
        wordStart = next
        wordColumns = 0
      } else {
        let columns = Placement.columns(cluster)
        if used + columns > width, index > lineStart {
          if let end = breakEnd, end > lineStart {
            lines.append(String(text[lineStart..<end]))
            lineStart = wordStart
            used = wordColumns
          } else if breakEnd != nil {
            // Only blanks stand before the word: they give way.
            lineStart = wordStart
            used = wordColumns
          }
          breakEnd = nil
          if used + columns > width, index > lineStart {
            lines.append(String(text[lineStart..<index]))
            lineStart = index
            wordStart = index
            used = 0
            wordColumns = 0
          }
        }
        used += columns
        wordColumns += columns
      }
      index = next
    }
    var last = text[lineStart...]
    while used > width, last.last == " " {
      last.removeLast()
      used -= 1
    }
    lines.append(String(last))
  }
}
