import SessionEngine
import Terminal

extension ConsoleState {
  func draw(_ prompt: Prompt, on canvas: inout Canvas) {
    let y = Layout(size: size).lineY
    let hint = wrapped(prompt.hint, to: size.width - 2, most: size.height >= 14 ? 2 : 1)
    let rows = max(1, hint.count)
    canvas.fill(Rect(x: 0, y: y - rows, width: size.width, height: rows + 1), .text)
    if hasWork || notice?.role == .warning || notice?.role == .error {
      drawNotice(&canvas, y: y - 1)
    } else {
      for (row, line) in hint.enumerated() {
        canvas.put(line, x: 1, y: y - rows + row, Style(.ghost), maxWidth: size.width - 2)
      }
    }
    var x = 1
    x += canvas.put(prompt.title, x: x, y: y, Style(.accent, bold: true), maxWidth: size.width / 2)
    x += canvas.put(" \(glyph(.prompt)) ", x: x, y: y, Style(.dim))
    drawEditor(prompt.editor, on: &canvas, x: x, y: y, endX: size.width - 1)
  }

  private func drawEditor(
    _ editor: LineEditor, on canvas: inout Canvas, x: Int, y: Int, endX: Int
  ) {
    let room = max(1, endX - x)
    let window = editor.window(columns: room)
    canvas.put(window.visible, x: x, y: y, Style(.input), maxWidth: room, ellipsis: false)
    canvas.cursor = Point(x: min(x + window.cursorColumn, size.width - 1), y: y)
  }

  func draw(_ question: Question, on canvas: inout Canvas) {
    let answers =
      question.answers.map { ($0.key.notation, $0.title) } + [("Esc", "leave things as they are")]
    // What is asked about gives way to the answers.
    let room = max(0, sheetRoom - answers.count - 2)
    let lines = question.lines.flatMap { wrapped($0, to: size.width - 6, most: 2) }.prefix(room)
    let sheet = drawSheet(
      &canvas, height: lines.count + answers.count + (lines.isEmpty ? 0 : 1), title: question.title)
    var y = sheet.y
    for line in lines {
      canvas.put(line, x: sheet.x + 2, y: y, .text, maxWidth: sheet.width - 2)
      y += 1
    }
    if !lines.isEmpty, sheet.height > lines.count + answers.count { y += 1 }
    for (key, title) in answers where y < sheet.maxY {
      canvas.put(key, x: sheet.x + 2, y: y, Style(.key, bold: true))
      canvas.put(title, x: sheet.x + 7, y: y, .text, maxWidth: sheet.width - 7)
      y += 1
    }
  }

  func draw(_ picker: Picker, on canvas: inout Canvas) {
    let items = picker.shown
    let isExplained = picker.items.contains { !$0.explanation.isEmpty }
    let explains = (!picker.isNumbered || isExplained) && sheetRoom >= 12
    let told = !explains ? 0 : isExplained ? 3 : 2
    let below = explains ? told + 1 : 0
    // The sheet keeps the height of the whole list while it is narrowed: nothing jumps.
    let extra = 1 + (picker.offersNew == nil ? 0 : 1) + below
    let sheet = drawSheet(&canvas, height: picker.items.count + extra, title: picker.title)
    canvas.put(glyph(.prompt), x: sheet.x, y: sheet.y, Style(.dim))
    drawEditor(picker.filter, on: &canvas, x: sheet.x + 2, y: sheet.y, endX: sheet.maxX - 10)
    let list = Rect(
      x: sheet.x, y: sheet.y + 1, width: sheet.width,
      height: max(1, sheet.height - 1 - below))
    if items.isEmpty {
      let text = picker.items.isEmpty ? picker.whenEmpty : "Nothing fits."
      canvas.put(text, x: list.x + 2, y: list.y, Style(.ghost), maxWidth: list.width - 2)
    }
    // The list lies over the row in which notices stand otherwise.
    if picker.filter.isEmpty, let notice {
      canvas.put(
        notice.text, x: sheet.x + 4, y: sheet.y, Style(notice.role), maxWidth: sheet.width - 16)
    }
    let columns = PickerColumns(picker, width: list.width)
    let first = windowStart(chosen: picker.selection, count: items.count, height: list.height)
    for (row, item) in items.dropFirst(first).prefix(list.height).enumerated() {
      draw(
        item, on: &canvas, Rect(x: list.x, y: list.y + row, width: list.width, height: 1),
        columns, isChosen: first + row == picker.selection)
    }
    let arrows =
      (first > 0 ? glyph(.up) : "") + (first + list.height < items.count ? glyph(.down) : "")
    let count = [arrows, "\(items.count)"].filter { !$0.isEmpty }.joined(separator: " ")
    canvas.putRight(count, endX: sheet.maxX, y: sheet.y, Style(.dim))
    guard explains, items.indices.contains(picker.selection) else { return }
    let explanation = items[picker.selection].inFull
    for (row, line) in wrapped(explanation, to: sheet.width - 4, most: told).enumerated() {
      canvas.put(line, x: sheet.x + 2, y: sheet.maxY - told + row, Style(.accent))
    }
  }

  /// Draws an entry: lead, tick, title and detail.
  private func draw(
    _ item: Picker.Item, on canvas: inout Canvas, _ area: Rect, _ columns: PickerColumns,
    isChosen: Bool
  ) {
    let y = area.y
    let style =
      isChosen
      ? Style(.selected, selected: true) : item.unavailable == nil ? Style.text : Style(.dim)
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
    // What is told in full below the list need not be cut off in its row.
    let detail =
      item.unavailable.map { item.explanation.isEmpty ? "(" + $0 + ")" : "(breaks a wish)" }
      ?? item.detail
    let titleWidth = detail.isEmpty ? room : min(columns.title, room)
    canvas.put(item.title, x: x, y: y, style, maxWidth: titleWidth)
    x += columns.title + 2
    guard x < area.maxX - 7 else { return }
    canvas.put(detail, x: x, y: y, isChosen ? style : Style(.dim), maxWidth: area.maxX - x)
  }

  // MARK: Sheets

  /// How many rows a sheet can have below its title.
  private var sheetRoom: Int { size.height - 2 - (size.height >= 14 ? 3 : 2) - 1 }

  /// Draws an empty sheet over the lower part of the screen, whole rows of it, so that nothing of what
  /// lies below peeps out at its sides; returns what is inside.
  private func drawSheet(_ canvas: inout Canvas, height: Int, title: String) -> Rect {
    let blank = size.height >= 20 ? 1 : 0
    let inside = max(1, min(height, sheetRoom - blank))
    let top = size.height - 2 - blank - inside - 1
    canvas.fill(
      Rect(x: 0, y: top, width: size.width, height: inside + 1 + blank), .text)
    let rule = String(repeating: glyph(.horizontal), count: max(0, size.width - 2))
    canvas.put(rule, x: 1, y: top, Style(.dim))
    let shown = TextWidth.truncated(TextWidth.sanitised(title), to: size.width - 8)
    canvas.put(" \(shown) ", x: 3, y: top, Style(.heading, bold: true))
    return Rect(x: 1, y: top + 1, width: size.width - 2, height: inside)
  }
}

extension Picker.Item {
  /// What is said of it while it is marked.
  fileprivate var inFull: String {
    if explanation.isEmpty { return detail }
    return unavailable.map { "breaks: " + $0 } ?? explanation
  }
}

/// How the entries of a picker share their columns; of all entries, so that nothing moves while the
/// list is narrowed.
private struct PickerColumns {
  var lead: Int
  var title: Int
  var hasTicks: Bool

  init(_ picker: Picker, width: Int) {
    lead = min(12, picker.items.map { TextWidth.columns($0.lead) }.max() ?? 0)
    hasTicks = picker.items.contains(where: \.isMarked)
    let longest = picker.items.map { TextWidth.columns($0.title) }.max() ?? 0
    title = width < 60 ? longest : min(longest, width * 45 / 100)
  }
}
