import Terminal

/// Columns of text, aligned by the width that a terminal gives it.
enum TextTable {
  /// - Parameter numbersFrom: the first column that is flush right.
  static func lines(_ rows: [[String]], indent: Int = 0, numbersFrom: Int = .max) -> [String] {
    let safe = rows.map { $0.map { TextWidth.sanitised($0) } }
    let count = safe.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      safe.map { $0.indices.contains(column) ? TextWidth.columns($0[column]) : 0 }.max() ?? 0
    }
    return safe.map { row in
      var line = String(repeating: " ", count: indent)
      for (column, cell) in row.enumerated() where widths[column] > 0 {
        let blank = String(repeating: " ", count: widths[column] - TextWidth.columns(cell))
        line += column >= numbersFrom ? blank + cell : cell + blank
        line += "  "
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
