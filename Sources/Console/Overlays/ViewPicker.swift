import SessionEngine
import Terminal

// Lists to choose from.
extension ConsoleState {
  func draw(_ picker: Picker, on canvas: inout Canvas) {
    let items = picker.shown
    let columns = PickerColumns(picker, width: size.width - 2)
    // Of a command one reads what it does: whole in its row, or where rows are too short for that below.
    let isExplained = picker.items.contains { !$0.explanation.isEmpty }
    let isRead = !picker.isNumbered && !isExplained && columns.detail >= 24
    let explains = (!picker.isNumbered || isExplained) && !isRead && sheetRoom >= 12
    let told = !explains ? 0 : isExplained ? (sheetRoom >= 16 ? 4 : 3) : 2
    let below = explains ? told + 1 : 0
    // The sheet keeps the height of the whole list while it is narrowed: nothing jumps.
    let extra = 1 + (picker.offersNew == nil ? 0 : 1) + below
    let sheet = drawSheet(
      &canvas, height: picker.items.count * (isRead ? 2 : 1) + extra, title: picker.title)
    canvas.put(glyph(.prompt), x: sheet.x, y: sheet.y, Style(.dim))
    drawEditor(picker.filter, on: &canvas, x: sheet.x + 2, y: sheet.y, endX: sheet.maxX - 10)
    let list = Rect(
      x: sheet.x, y: sheet.y + 1, width: sheet.width,
      height: max(1, sheet.height - 1 - below))
    if items.isEmpty {
      let text = picker.items.isEmpty ? picker.whenEmpty : picker.whenNothingFits
      canvas.put(text, x: list.x + 2, y: list.y, Style(.ghost), maxWidth: list.width - 2)
    }
    // The list lies over the row in which notices stand otherwise.
    if let notice {
      let x = sheet.x + 4 + (picker.filter.isEmpty ? 0 : TextWidth.columns(picker.filter.text) + 2)
      canvas.put(
        notice.text, x: x, y: sheet.y, Style(notice.role), maxWidth: max(0, sheet.maxX - 8 - x))
    }
    let details = items.map { item in
      isRead ? wrapped(Self.detail(of: item), to: columns.detail, most: 3) : [Self.detail(of: item)]
    }
    let (first, last) = shown(details.map(\.count), picker.selection, list.height)
    var y = list.y
    for row in first..<last {
      let rows = details[row]
      draw(
        items[row], rows, on: &canvas,
        Rect(x: list.x, y: y, width: list.width, height: min(rows.count, list.maxY - y)), columns,
        isChosen: row == picker.selection)
      y += rows.count
    }
    let arrows =
      (first > 0 ? glyph(.up) : "") + (last < items.count ? glyph(.down) : "")
    let count = [arrows, "\(items.count)"].filter { !$0.isEmpty }.joined(separator: " ")
    canvas.putRight(count, endX: sheet.maxX, y: sheet.y, Style(.dim))
    guard explains, items.indices.contains(picker.selection) else { return }
    let explanation = items[picker.selection].inFull
    for (row, line) in wrapped(explanation, to: sheet.width - 4, most: told).enumerated() {
      canvas.put(line, x: sheet.x + 2, y: sheet.maxY - told + row, Style(.accent))
    }
  }

  /// The entries in view, by how many rows each takes: the chosen one in the middle.
  private func shown(_ heights: [Int], _ chosen: Int, _ room: Int) -> (first: Int, last: Int) {
    guard heights.indices.contains(chosen) else { return (0, 0) }
    var first = chosen
    var rows = heights[chosen]
    while first > 0, rows + heights[first - 1] <= max(room / 2, heights[chosen]) {
      first -= 1
      rows += heights[first]
    }
    var last = chosen + 1
    while last < heights.count, rows + heights[last] <= room {
      rows += heights[last]
      last += 1
    }
    // At the end of the list the last rows are not left empty.
    while first > 0, rows + heights[first - 1] <= room {
      first -= 1
      rows += heights[first]
    }
    return (first, last)
  }

  private static func detail(of item: Picker.Item) -> String {
    // What is told in full below the list need not be cut off in its row.
    if item.breaks != nil { return "breaks a wish" }
    return item.unavailable.map { "(" + $0 + ")" } ?? item.detail
  }

  /// Draws an entry: lead, tick, title and detail.
  private func draw(
    _ item: Picker.Item, _ detail: [String], on canvas: inout Canvas, _ area: Rect,
    _ columns: PickerColumns,
    isChosen: Bool
  ) {
    let y = area.y
    let style =
      isChosen
      ? Style(.selected, selected: true)
      : item.unavailable == nil && item.breaks == nil ? Style.text : Style(.dim)
    if isChosen {
      canvas.fill(area, style)
      canvas.put(glyph(.marker), x: area.x, y: y, style)
    }
    var x = area.x + 2
    if columns.lead > 0 {
      let key = isChosen ? style : Style(.key, bold: true)
      canvas.put(item.lead, x: x, y: y, key, maxWidth: columns.lead)
      x += columns.lead + 2
    }
    if columns.hasTicks {
      if item.isMarked { canvas.put(glyph(.check), x: x, y: y, isChosen ? style : Style(.good)) }
      x += 2
    }
    let room = area.maxX - x
    let titleWidth = detail[0].isEmpty ? room : min(columns.title, room)
    canvas.put(item.title, x: x, y: y, style, maxWidth: titleWidth)
    x += columns.title + 2
    guard x < area.maxX - 7 else { return }
    for (row, line) in detail.prefix(area.height).enumerated() {
      canvas.put(line, x: x, y: y + row, isChosen ? style : Style(.dim), maxWidth: area.maxX - x)
    }
  }
}

extension Picker.Item {
  /// What is said of it while it is marked.
  fileprivate var inFull: String {
    if let breaks { return "It would break: \(breaks). Enter twice does it all the same." }
    return explanation.isEmpty ? detail : explanation
  }
}

/// How the entries of a picker share their columns; of all entries, so that nothing moves while the
/// list is narrowed.
private struct PickerColumns {
  var lead: Int
  var title: Int
  var hasTicks: Bool
  /// What is left for the detail.
  var detail: Int

  init(_ picker: Picker, width: Int) {
    lead = min(12, picker.items.map { TextWidth.columns($0.lead) }.max() ?? 0)
    hasTicks = picker.items.contains(where: \.isMarked)
    let longest = picker.items.map { TextWidth.columns($0.title) }.max() ?? 0
    title = width < 60 ? longest : min(longest, width * 45 / 100)
    detail = width - 2 - (lead > 0 ? lead + 2 : 0) - (hasTicks ? 2 : 0) - title - 2
  }
}
