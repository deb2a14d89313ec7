import Terminal

/// A line that is edited over several rows, broken between words.
struct WrappedLine: Equatable {
  let rows: [String]
  /// Where the cursor stands, from the first row and column.
  let cursor: Point

  init(_ editor: LineEditor, columns: Int) {
    // The last column is the cursor's.
    let room = max(2, columns) - 1
    func width(_ characters: some Sequence<Character>) -> Int {
      TextWidth.columns(TextWidth.sanitised(String(characters)))
    }
    var rows: [[Character]] = [[]]
    var used = 0
    for character in editor.text {
      let wide = width([character])
      if used + wide > room, let row = rows.last, !row.isEmpty {
        let kept = row.lastIndex(of: " ").map { $0 + 1 } ?? row.count
        rows[rows.count - 1] = Array(row[..<kept])
        rows.append(Array(row[kept...]))
        used = width(row[kept...])
      }
      rows[rows.count - 1].append(character)
      used += wide
    }
    var start = 0
    var place = Point(x: 0, y: 0)
    for (index, row) in rows.enumerated() where start <= editor.cursor {
      place = Point(x: width(row.prefix(editor.cursor - start)), y: index)
      start += row.count
    }
    self.rows = rows.map { TextWidth.sanitised(String($0)) }
    cursor = place
  }
}
