import Terminal

// The columns of a table: how wide each is, and how its name is read.
extension ShapeTable {
  /// Adds a table of counts: where its columns are too many for the width, some below the others.
  ///
  /// Names of columns are wrapped over up to three lines. Where even that would cut one, columns go by
  /// letters, and the names stand below the table.
  mutating func add(
    columns: [String], plain: [String], _ themes: [(label: String, counts: [Int], plain: [Int])],
    width: Int
  ) {
    let longest = themes.map { TextWidth.columns($0.label) }.max() ?? 10
    most = max(1, themes.flatMap(\.counts).max() ?? 1)
    let digits = max(3, "\(themes.flatMap { $0.counts + $0.plain }.max() ?? 0)".count + 3)
    // A title is shortened before a name of a column is, and a name before a column goes below the others.
    let wished = min(max(10, width * 2 / 5), longest)
    let least = min(wished, 16)
    for heads in [columns, Self.letters(columns.count)] {
      let own = (heads + plain).map { max(digits, Self.leastWidth(of: $0) + 2) }
      let rest = width - 1 - own.reduce(0, +)
      guard rest >= least else { continue }
      labelWidth = min(wished, rest)
      ownWidths = widened(own, heads + plain, by: rest - labelWidth)
      addRows(heads + plain, themes, 0..<columns.count, plain.count)
      addLegend(heads, columns)
      return
    }
    // So many columns that some go below the others.
    labelWidth = least
    cellWidth = max(digits, (plain.map { Self.leastWidth(of: $0) + 2 }.max() ?? 0), 5)
    let heads = Self.letters(columns.count)
    let perRow = max(1, (width - labelWidth - 1) / cellWidth - plain.count)
    var start = 0
    repeat {
      let end = min(columns.count, start + perRow)
      if start > 0 { rows.append(.blank) }
      addRows(Array(heads[start..<end]) + plain, themes, start..<end, plain.count)
      start = end
    } while start < columns.count
    addLegend(heads, columns)
  }

  /// The rows of some columns of a table, under their names.
  private mutating func addRows(
    _ heads: [String], _ themes: [(label: String, counts: [Int], plain: [Int])],
    _ shown: Range<Int>, _ plain: Int
  ) {
    let wrapped = heads.enumerated().map { column, head in
      TextWidth.wrapped(TextWidth.sanitised(head), to: max(1, self.width(of: column) - 2))
    }
    let lines = min(Self.headLines, wrapped.map(\.count).max() ?? 1)
    for line in 0..<lines {
      // Names end where the counts begin.
      rows.append(
        .heading(
          wrapped.map { head in
            let index = line - max(0, lines - head.count)
            return head.indices.contains(index) ? head[index] : ""
          }))
    }
    for theme in themes {
      rows.append(
        .counts(label: theme.label, Array(theme.counts[shown]) + theme.plain, plain: plain))
    }
  }

  private mutating func addLegend(_ heads: [String], _ names: [String]) {
    guard heads != names else { return }
    rows.append(.blank)
    for (head, name) in zip(heads, names) { rows.append(.words(lead: head, name)) }
  }

  /// The most lines of a name.
  private static let headLines = 3

  /// The least width in which a name can be read in so many lines without a word being cut.
  private static func leastWidth(of name: String) -> Int {
    let name = TextWidth.sanitised(name)
    let words = name.split(separator: " ").map { TextWidth.columns(String($0)) }
    var width = words.max() ?? 0
    while TextWidth.wrapped(name, to: max(1, width)).count > headLines { width += 1 }
    return width
  }

  /// Letters for columns: A to Z, then AA. Themes have the numbers.
  private static func letters(_ count: Int) -> [String] {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ").map { String($0) }
    return (0..<count).map { index in
      let first = index < 26 ? "" : letters[min(25, index / 26 - 1)]
      return first + letters[index % 26]
    }
  }

  /// Columns that share what room is left, no wider than their names in one line.
  private func widened(_ widths: [Int], _ names: [String], by room: Int) -> [Int] {
    let wished = zip(widths, names).map {
      max(0, TextWidth.columns(TextWidth.sanitised($1)) + 2 - $0)
    }
    guard wished.reduce(0, +) > room else { return zip(widths, wished).map(+) }
    return zip(widths, wished).map { $0 + min($1, room / widths.count) }
  }
}
