import SessionEngine
import Terminal

extension ConsoleState {
  func draw(_ prompt: Prompt, on canvas: inout Canvas) {
    let y = size.height - 3
    canvas.fill(Rect(x: 0, y: y - 1, width: size.width, height: 2), .text)
    drawNotice(&canvas, y: y - 1)
    if notice == nil {
      canvas.put(prompt.hint, x: 1, y: y - 1, Style(.ghost), maxWidth: size.width - 2)
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
    let width = min(size.width - 4, 72)
    let lines = question.lines.flatMap { wrapped($0, to: width - 4, most: 3) }
    let height = min(size.height - 4, lines.count + question.answers.count + 5)
    let box = drawBox(&canvas, width: width, height: height, title: question.title)
    var y = box.y
    for line in lines.prefix(max(0, box.height - question.answers.count - 2)) {
      canvas.put(line, x: box.x, y: y, .text, maxWidth: box.width)
      y += 1
    }
    y += 1
    let answers =
      question.answers.map { ($0.key.notation, $0.title) } + [("Esc", "leave things as they are")]
    for (key, title) in answers where y < box.maxY {
      canvas.put(key, x: box.x, y: y, Style(.key, bold: true))
      canvas.put(title, x: box.x + 5, y: y, .text, maxWidth: box.width - 5)
      y += 1
    }
  }

  func draw(_ picker: Picker, on canvas: inout Canvas) {
    let items = picker.shown
    let isWide = picker.purpose == .help || picker.purpose == .palette
    let width = min(size.width - 4, isWide ? 100 : 72)
    let height = min(size.height - 4, max(6, items.count + 4))
    let box = drawBox(&canvas, width: width, height: height, title: picker.title)
    canvas.put(glyph(.prompt), x: box.x, y: box.y, Style(.dim))
    drawEditor(picker.filter, on: &canvas, x: box.x + 2, y: box.y, endX: box.maxX)
    let list = Rect(x: box.x, y: box.y + 1, width: box.width, height: box.height - 1)
    if items.isEmpty { canvas.put("Nothing fits.", x: list.x + 2, y: list.y, Style(.ghost)) }
    let leadWidth = min(16, items.map { TextWidth.columns($0.lead) }.max() ?? 0)
    let first = windowStart(chosen: picker.selection, count: items.count, height: list.height)
    for (row, item) in items.dropFirst(first).prefix(list.height).enumerated() {
      let isChosen = first + row == picker.selection
      draw(item, on: &canvas, list, y: list.y + row, leadWidth: leadWidth, isChosen: isChosen)
    }
  }

  private func draw(
    _ item: Picker.Item, on canvas: inout Canvas, _ area: Rect, y: Int, leadWidth: Int,
    isChosen: Bool
  ) {
    let style =
      isChosen
      ? Style(.selected, selected: true) : item.unavailable == nil ? Style.text : Style(.dim)
    let dim = isChosen ? style : Style(.dim)
    if isChosen {
      canvas.fill(Rect(x: area.x, y: y, width: area.width, height: 1), style)
      canvas.put(glyph(.marker), x: area.x, y: y, style)
    }
    var x = area.x + 2
    if leadWidth > 0 {
      canvas.put(item.lead, x: x, y: y, isChosen ? style : Style(.key), maxWidth: leadWidth)
      x += leadWidth + 2
    }
    if item.isMarked { canvas.put(glyph(.check), x: x, y: y, isChosen ? style : Style(.good)) }
    x += 2
    x += canvas.put(item.title, x: x, y: y, style, maxWidth: area.maxX - x) + 2
    let detail = item.unavailable.map { "(" + $0 + ")" } ?? item.detail
    if x < area.maxX - 3 { canvas.put(detail, x: x, y: y, dim, maxWidth: area.maxX - x) }
  }

  /// Draws an empty box in the middle; returns what is inside.
  private func drawBox(_ canvas: inout Canvas, width: Int, height: Int, title: String) -> Rect {
    let box = Rect(
      x: (size.width - width) / 2, y: max(1, (size.height - height) / 2), width: width,
      height: height)
    canvas.fill(box, .text)
    let line = String(repeating: glyph(.horizontal), count: max(0, width - 2))
    let edge = Style(.dim)
    canvas.put(glyph(.topLeft) + line + glyph(.topRight), x: box.x, y: box.y, edge)
    canvas.put(glyph(.bottomLeft) + line + glyph(.bottomRight), x: box.x, y: box.maxY - 1, edge)
    for y in (box.y + 1)..<(box.maxY - 1) {
      canvas.put(glyph(.vertical), x: box.x, y: y, edge)
      canvas.put(glyph(.vertical), x: box.maxX - 1, y: y, edge)
    }
    canvas.put(
      " \(title) ", x: box.x + 2, y: box.y, Style(.heading, bold: true), maxWidth: width - 4)
    return Rect(x: box.x + 2, y: box.y + 1, width: width - 4, height: height - 2)
  }
}
