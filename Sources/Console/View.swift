import SessionEngine
import Terminal

extension ConsoleState {
  /// Draws the console. Pure: the same state gives the same canvas.
  public func view() -> Canvas {
    var canvas = Canvas(size: size)
    guard Layout.fits(size) else {
      drawTooSmall(&canvas)
      return canvas
    }
    let layout = Layout(size: size)
    drawHeader(&canvas)
    switch screen {
    case .capture: drawCapture(&canvas, layout)
    case .arrivals: drawArrivals(&canvas, layout)
    case .groups: drawGroups(&canvas, layout)
    case .themes: drawCollating(&canvas, layout)
    case .decide: drawDecide(&canvas, layout)
    case .trials: drawTrials(&canvas, layout)
    case .evaluation: drawEvaluation(&canvas, layout)
    }
    drawFooter(&canvas)
    for overlay in overlays {
      canvas.cursor = nil
      switch overlay {
      case .prompt(let prompt): draw(prompt, on: &canvas)
      case .picker(let picker): draw(picker, on: &canvas)
      case .question(let question): draw(question, on: &canvas)
      }
    }
    return canvas
  }

  private func drawTooSmall(_ canvas: inout Canvas) {
    let marking = Style(.marking, bold: true)
    canvas.putCentred(session.plan.marking, y: 0, marking)
    if size.height > 1 { canvas.putCentred(session.plan.marking, y: size.height - 1, marking) }
    let lines = [
      "Plenary needs \(Layout.least.width)\(glyph(.times))\(Layout.least.height)",
      "here: \(size.width)\(glyph(.times))\(size.height)", "Nothing is lost.",
    ].prefix(max(0, size.height - 2))
    for (row, line) in lines.enumerated() {
      canvas.putCentred(line, y: max(1, (size.height - lines.count) / 2) + row)
    }
  }

  func glyph(_ glyph: Glyph) -> String { glyph.text(glyphs) }
}

extension Canvas {
  /// Draws text that ends at a column, and never left of the canvas; returns where it began.
  @discardableResult
  mutating func putRight(_ text: String, endX: Int, y: Int, _ style: Style = .text) -> Int {
    let x = max(0, endX - TextWidth.columns(text))
    put(text, x: x, y: y, style, maxWidth: max(0, endX - x))
    return x
  }

  /// Draws text in the middle of the canvas.
  mutating func putCentred(_ text: String, y: Int, _ style: Style = .text) {
    let width = min(size.width, TextWidth.columns(text))
    put(text, x: (size.width - width) / 2, y: y, style, maxWidth: size.width)
  }
}
