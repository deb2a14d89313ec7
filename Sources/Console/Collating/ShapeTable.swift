import SessionEngine
import Terminal

/// A table of the shape of what was said, cut into rows for a width.
struct ShapeTable {
  enum Row: Equatable {
    /// One line of the names of some columns; those of several words take several.
    case heading([String])
    /// A theme and its counts; the last `plain` of them are no part of the shading.
    case counts(label: String, [Int], plain: Int)
    /// Something in words, with what leads to it.
    case words(lead: String, String)
    case blank
  }

  var title: String
  var rows: [Row] = []
  var labelWidth = 0
  var cellWidth = 6
  /// How wide each column is, where there is room for every heading.
  var ownWidths: [Int] = []
  /// The largest count that is shaded.
  var most = 1

  init(title: String) { self.title = title }

  /// One past the last cell of a column, from the beginning of the row.
  func end(of column: Int) -> Int {
    let widths =
      ownWidths.isEmpty
      ? (column + 1) * cellWidth : ownWidths.prefix(column + 1).reduce(0, +)
    return labelWidth + 1 + widths
  }

  /// How wide a column is.
  func width(of column: Int) -> Int {
    ownWidths.indices.contains(column) ? ownWidths[column] : cellWidth
  }

  /// Says below a table why its rows do not come to what stands at their end, where they do not.
  mutating func note(
    _ shape: ThemeShape, _ cells: (ThemeShape.Spread) -> [Int], more: String, less: String
  ) {
    let rows = shape.spreads + [shape.uncoded]
    let sums = rows.map { (cells($0).reduce(0, +), $0.total) }
    var notes: [String] = []
    if sums.contains(where: { $0.0 > $0.1 }) {
      notes.append("A point that stands for several counts \(more), and once in all.")
    }
    if sums.contains(where: { $0.0 < $0.1 }) { notes.append(less) }
    if !notes.isEmpty { self.rows.append(.blank) }
    self.rows += notes.map { .words(lead: "", $0) }
  }
}

extension ConsoleState {
  /// The table that is chosen, for the width of the screen.
  var shapeTable: ShapeTable {
    let width = size.width - 2
    guard let counts = collating.shape.counts else { return ShapeTable(title: "Shape") }
    switch collating.shape.table {
    case .priorities:
      var table = ShapeTable(title: "Themes and priorities")
      table.add(
        columns: counts.priorities.map { session.priority($0)?.title ?? "" }, plain: ["in all"],
        themeRows(counts) { ($0.byPriority, [$0.total]) }, width: width)
      table.note(
        counts, \.byPriority, more: "on each priority on which it was made",
        less: "What was said across all priorities counts in all only.")
      return table
    case .groups:
      var table = ShapeTable(title: "Themes and groups")
      let names = counts.groups.map { id in
        session.group(id).map { $0.number > 0 ? "\($0.number)" : $0.name } ?? ""
      }
      table.add(
        columns: names, plain: ["groups", "in all"],
        themeRows(counts) { ($0.byGroup, [$0.groupCount, $0.total]) }, width: width)
      table.note(
        counts, \.byGroup, more: "in each group that made it",
        less: "What no group of these said counts in all only.")
      return table
    case .overlaps: return overlapTable(counts, width)
    case .repeats: return repeatTable(counts)
    case .sectors: return sectorTable
    }
  }

  private func themeRows(
    _ counts: ThemeShape, _ of: (ThemeShape.Spread) -> ([Int], [Int])
  ) -> [(label: String, counts: [Int], plain: [Int])] {
    let rows = zip(counts.themes, counts.spreads).enumerated().map { index, theme in
      let (shaded, plain) = of(theme.1)
      return (label: "\(index + 1) \(session.title(of: theme.0))", counts: shaded, plain: plain)
    }
    let (shaded, plain) = of(counts.uncoded)
    return rows + [(label: "not coded yet", counts: shaded, plain: plain)]
  }

  private func overlapTable(_ counts: ThemeShape, _ width: Int) -> ShapeTable {
    var table = ShapeTable(title: "Coded to two themes together")
    let rows = counts.themes.indices.map { row in
      let shared = counts.themes.indices.map { $0 == row ? 0 : counts.overlaps[row][$0] }
      return (
        label: "\(row + 1) \(session.title(of: counts.themes[row]))", counts: shared,
        plain: [counts.spreads[row].total]
      )
    }
    table.add(
      columns: counts.themes.indices.map { "\($0 + 1)" }, plain: ["in all"], rows, width: width)
    return table
  }

  private func repeatTable(_ counts: ThemeShape) -> ShapeTable {
    var table = ShapeTable(title: "Said in several groups")
    table.rows = counts.repeats.map { entry in
      let groups = entry.groups.compactMap { session.group($0) }
        .map { $0.number > 0 ? "\($0.number)" : $0.name }.joined(separator: ", ")
      let words = session.contributions[entry.contribution]?.words ?? ""
      return .words(
        lead: "\(session.spoken(entry.contribution)), groups \(groups)",
        String(words.prefix(1000)))
    }
    if table.rows.isEmpty {
      table.rows = [
        .words(lead: "", "Nothing yet: merging likely duplicates (D) shows what repeats.")
      ]
    }
    return table
  }

  private var sectorTable: ShapeTable {
    var table = ShapeTable(title: "Said by one sector only")
    guard let sectors = collating.shape.sectors else { return table }
    table.rows = sectors.findings.map { finding in
      .words(
        lead: finding.sector,
        "\(session.title(of: finding.theme)): \(finding.ascribed) of \(finding.total)"
          + " contributions can be told by sector")
    }
    if sectors.findings.isEmpty {
      table.rows.append(.words(lead: "", "No theme is known to come from one sector only."))
    }
    table.rows.append(.blank)
    table.rows.append(
      .words(
        lead: "",
        sectors.isBySpeaker
          ? "Told by noted speakers, and by groups in which all come from one sector."
          : "Told by groups in which three or more sat, all from one sector: under the Chatham"
            + " House Rule no speaker counts."))
    table.rows.append(
      .words(lead: "", "\(sectors.ascribed) of \(session.contributions.keptCount) can be told."))
    return table
  }
}
