import SessionEngine
import Terminal

extension ConsoleState {
  func drawShape(_ canvas: inout Canvas, _ area: Rect, titleY: Int) {
    let table = shapeTable
    let place = collating.shape.table.rawValue + 1
    drawViewTitle(
      &canvas, table.title, right: "\(place) of \(ShapeState.Table.allCases.count)", y: titleY)
    var y = area.y
    for row in table.rows.dropFirst(collating.shape.top) {
      guard y < area.maxY else {
        canvas.put(glyph(.down), x: area.maxX - 1, y: area.maxY - 1, Style(.dim))
        break
      }
      switch row {
      case .heading(let names): drawHeading(&canvas, names, table, area, y: y)
      case .counts(let label, let counts, let plain):
        drawCounts(&canvas, label, counts, plain: plain, table, area, y: y)
      case .words(let lead, let text):
        y = drawWords(&canvas, lead, text, area, y: y)
      case .blank: break
      }
      y += 1
    }
  }

  private func drawHeading(
    _ canvas: inout Canvas, _ names: [String], _ table: ShapeTable, _ area: Rect, y: Int
  ) {
    for (column, name) in names.enumerated() {
      let text = TextWidth.truncated(
        TextWidth.sanitised(name), to: table.width(of: column) - 1, ellipsis: glyph(.ellipsis))
      canvas.putRight(
        text, endX: area.x + table.end(of: column), y: y,
        Style(.heading))
    }
  }

  private func drawCounts(
    _ canvas: inout Canvas, _ label: String, _ counts: [Int], plain: Int, _ table: ShapeTable,
    _ area: Rect, y: Int
  ) {
    canvas.put(label, x: area.x, y: y, .text, maxWidth: table.labelWidth)
    for (column, count) in counts.enumerated() {
      let endX = area.x + table.end(of: column)
      guard column < counts.count - plain else {
        canvas.putRight("\(count)", endX: endX, y: y, Style(.dim))
        continue
      }
      let (shade, style) = shading(count, of: table.most)
      let text = count == 0 ? glyph(.dot) : "\(count)"
      let x = canvas.putRight(text, endX: endX, y: y, style)
      if count > 0 { canvas.put(glyph(shade), x: x - 2, y: y, style) }
    }
  }

  /// How much a count is, as a shade that shows without colours too.
  private func shading(_ count: Int, of most: Int) -> (Glyph, Style) {
    switch Double(count) / Double(most) {
    case ...0: (.dot, Style(.dim))
    case ...0.25: (.shadeLight, Style(.dim))
    case ...0.5: (.shadeMedium, Style.text)
    case ...0.75: (.shadeDark, Style(.accent))
    default: (.block, Style(.highlight, bold: true))
    }
  }

  /// Draws a row in words; returns the last line it took.
  private func drawWords(
    _ canvas: inout Canvas, _ lead: String, _ text: String, _ area: Rect, y top: Int
  ) -> Int {
    var x = area.x
    if !lead.isEmpty {
      x += canvas.put(lead, x: x, y: top, Style(.accent), maxWidth: area.width / 2) + 2
    }
    let lines = wrapped(text, to: max(8, area.maxX - x), most: 3)
    for (row, line) in lines.enumerated() where top + row < area.maxY {
      canvas.put(line, x: x, y: top + row, .text, maxWidth: max(0, area.maxX - x))
    }
    return min(area.maxY, top + lines.count) - 1
  }
}
