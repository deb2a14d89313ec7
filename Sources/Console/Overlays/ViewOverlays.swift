import SessionEngine
import Terminal

extension ConsoleState {
  func draw(_ prompt: Prompt, on canvas: inout Canvas) {
    let y = Layout(size: size).lineY - editorRows(prompt) + 1
    let hint = wrapped(prompt.hint, to: size.width - 2, most: size.height >= 14 ? 2 : 1)
    let rows = max(1, hint.count)
    canvas.fill(
      Rect(x: 0, y: y - rows, width: size.width, height: rows + editorRows(prompt)), .text)
    let isGrave = notice?.role == .warning || notice?.role == .error
    if notice != nil, isGrave || prompt.purpose == .search {
      drawNotice(&canvas, y: y - 1)
    } else {
      for (row, line) in hint.enumerated() {
        canvas.put(line, x: 1, y: y - rows + row, Style(.ghost), maxWidth: size.width - 2)
      }
    }
    var x = 1
    x += canvas.put(prompt.title, x: x, y: y, Style(.accent, bold: true), maxWidth: size.width / 2)
    x += canvas.put(" \(glyph(.prompt)) ", x: x, y: y, Style(.dim))
    guard editorRows(prompt) > 1 else {
      return drawEditor(
        prompt.editor, on: &canvas, x: x, y: y, endX: size.width - 1, prompt.style)
    }
    let page = WrappedLine(prompt.editor, columns: size.width - 1 - promptX(prompt))
    let first = max(0, min(page.cursor.y - Self.mostEditorRows + 1, page.rows.count - 1))
    for (row, line) in page.rows.dropFirst(first).prefix(Self.mostEditorRows).enumerated() {
      canvas.put(line, x: promptX(prompt), y: y + row, prompt.style, ellipsis: false)
    }
    canvas.cursor = Point(
      x: min(promptX(prompt) + page.cursor.x, size.width - 1), y: y + page.cursor.y - first)
  }

  /// The most rows that a line takes; a longer one scrolls.
  private static let mostEditorRows = 5

  /// Where what is typed begins.
  private func promptX(_ prompt: Prompt) -> Int {
    1 + min(size.width / 2, TextWidth.columns(TextWidth.sanitised(prompt.title))) + 3
  }

  /// How many rows the line of a prompt takes: one that is read as a whole goes on below.
  private func editorRows(_ prompt: Prompt) -> Int {
    let room = size.width - 1 - promptX(prompt)
    guard prompt.purpose != .search, size.height >= 14, prompt.editor.text.utf8.count <= 4000,
      TextWidth.columns(prompt.editor.text) >= room
    else { return 1 }
    return min(Self.mostEditorRows, WrappedLine(prompt.editor, columns: room).rows.count)
  }

  func drawEditor(
    _ editor: LineEditor, on canvas: inout Canvas, x: Int, y: Int, endX: Int,
    _ style: Style = Style(.input)
  ) {
    let room = max(1, endX - x)
    let window = editor.window(columns: room)
    canvas.put(window.visible, x: x, y: y, style, maxWidth: room, ellipsis: false)
    canvas.cursor = Point(x: min(x + window.cursorColumn, size.width - 1), y: y)
  }

  func draw(_ question: Question, on canvas: inout Canvas) {
    let answers =
      question.answers.map { ($0.key.notation, $0.title) } + [("Esc", "leave things as they are")]
    // The sheet lies over the row in which notices stand otherwise.
    let said =
      notice.map { wrapped($0.text, to: size.width - 6, most: size.height >= 14 ? 2 : 1) } ?? []
    // What is asked about gives way to the answers.
    let room = max(0, sheetRoom - answers.count - said.count - 2)
    let lines = question.lines.flatMap { wrapped($0, to: size.width - 6, most: 2) }.prefix(room)
    let sheet = drawSheet(
      &canvas, height: lines.count + answers.count + said.count + (lines.isEmpty ? 0 : 1),
      title: question.title)
    var y = sheet.y
    for line in lines {
      canvas.put(line, x: sheet.x + 2, y: y, .text, maxWidth: sheet.width - 2)
      y += 1
    }
    if !lines.isEmpty, sheet.height > lines.count + answers.count + said.count { y += 1 }
    for (key, title) in answers where y < sheet.maxY {
      canvas.put(key, x: sheet.x + 2, y: y, Style(.key, bold: true))
      canvas.put(title, x: sheet.x + 7, y: y, .text, maxWidth: sheet.width - 7)
      y += 1
    }
    for line in said where y < sheet.maxY {
      canvas.put(line, x: sheet.x + 2, y: y, Style(notice?.role ?? .text))
      y += 1
    }
  }

  // MARK: Sheets

  /// How many rows a sheet can have below its title.
  var sheetRoom: Int { size.height - 2 - (size.height >= 14 ? 3 : 2) - 1 }

  /// Draws an empty sheet over the lower part of the screen, whole rows of it, so that nothing of what
  /// lies below peeps out at its sides; returns what is inside.
  func drawSheet(_ canvas: inout Canvas, height: Int, title: String) -> Rect {
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

extension Prompt {
  /// Marked while the next character takes its place.
  fileprivate var style: Style {
    isTakenByTyping ? Style(.selected, selected: true) : Style(.input)
  }
}
