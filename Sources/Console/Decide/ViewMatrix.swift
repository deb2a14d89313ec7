import SessionEngine
import Terminal

extension ConsoleState {
  /// Impact upwards, ease to the right, each item by its number, as large as the screen allows; the
  /// items in words beside it where there is room.
  func drawMatrix(
    _ scoring: Scoring, _ result: ScoringResult, _ canvas: inout Canvas, _ area: Rect
  ) {
    let hasList = area.width >= 76
    let listWidth = hasList ? min(60, area.width * 2 / 5) : 0
    let isLabelled = area.height >= 7
    // The quarters are named above and below the plot, where no number covers a name.
    let isNamed = area.height >= 10
    let plot = Rect(
      x: area.x + 3, y: area.y + (isNamed ? 1 : 0),
      width: area.width - 4 - (hasList ? listWidth + 2 : 0),
      height: max(1, area.height - (isLabelled ? 2 : 0) - (isNamed ? 1 : 0)))
    drawAxes(&canvas, plot, isLabelled: isLabelled)
    let points = result.ranked.compactMap { item -> MatrixPlan.Point? in
      guard let number = scoring.items.firstIndex(where: { $0.id == item.item.id }),
        let impact = mean("impact", of: item), let ease = mean("ease", of: item)
      else { return nil }
      return MatrixPlan.Point(number: number + 1, impact: impact, ease: ease)
    }
    let plan = MatrixPlan(points, in: plot, glyphs)
    if isNamed { drawQuadrants(&canvas, plot) }
    for label in plan.labels { draw(label, plan.scale, scoring, result, &canvas) }
    if hasList {
      drawMatrixList(
        scoring, &canvas,
        Rect(
          x: plot.maxX + 3, y: area.y, width: area.maxX - plot.maxX - 3, height: area.height))
    }
  }

  private func mean(_ name: String, of item: ScoringResult.Item) -> Double? {
    item.criteria.first { $0.name == name }?.spread.mean
  }

  private func drawAxes(_ canvas: inout Canvas, _ plot: Rect, isLabelled: Bool) {
    let middle = MatrixPlan.place(3, 3, in: plot)
    for y in plot.y..<plot.maxY {
      canvas.put(glyph(.vertical), x: plot.x - 1, y: y, Style(.dim))
      canvas.put(glyph(.vertical), x: middle.x, y: y, Style(.barEmpty))
    }
    for x in plot.x..<plot.maxX {
      canvas.put(glyph(.horizontal), x: x, y: middle.y, Style(.barEmpty))
    }
    canvas.put(glyph(.joint), x: middle.x, y: middle.y, Style(.barEmpty))
    for score in Scoring.scale {
      let at = MatrixPlan.place(Double(score), Double(score), in: plot)
      if plot.height >= 5 { canvas.put("\(score)", x: plot.x - 3, y: at.y, Style(.dim)) }
      if isLabelled { canvas.put("\(score)", x: at.x, y: plot.maxY, Style(.dim)) }
    }
    if isLabelled {
      let text = "impact \(glyph(.up)) ease \(glyph(.arrowRight))"
      let x = plot.x + max(0, (plot.width - TextWidth.columns(text)) / 2)
      canvas.put(text, x: x, y: plot.maxY + 1, Style(.heading), maxWidth: plot.width)
    }
  }

  /// Names the quarters, each at its corner.
  private func drawQuadrants(_ canvas: inout Canvas, _ plot: Rect) {
    guard plot.width >= 36 else { return }
    canvas.put("major projects", x: plot.x, y: plot.y - 1, Style(.ghost))
    canvas.putRight("quick wins", endX: plot.maxX, y: plot.y - 1, Style(.good))
    canvas.put("thankless", x: plot.x, y: plot.maxY + 1, Style(.ghost))
    canvas.putRight("fill-ins", endX: plot.maxX, y: plot.maxY + 1, Style(.ghost))
  }

  private func draw(
    _ label: MatrixPlan.Label, _ scale: BigNumber.Scale, _ scoring: Scoring,
    _ result: ScoringResult, _ canvas: inout Canvas
  ) {
    let item = result.items[label.number - 1]
    let isChosen = item.item.id == decide.item
    let role: Role =
      item.criteria.contains { $0.spread.isDissent }
      ? .warning : item.quadrant == .quickWin ? .good : .accent
    let style =
      scale == .plain && isChosen
      ? Style(.selected, selected: true) : Style(role, bold: true, underlined: isChosen)
    for (row, text) in BigNumber.rows(label.number, scale, glyphs).enumerated() {
      canvas.put(text, x: label.area.x, y: label.area.y + row, style, ellipsis: false)
    }
    // Without colours too the chosen one is told from the others.
    if isChosen, scale != .plain {
      canvas.put(
        glyph(.marker), x: label.area.x - 1, y: label.area.y + label.area.height / 2,
        Style(.accent, bold: true))
    }
  }

  private func drawMatrixList(_ scoring: Scoring, _ canvas: inout Canvas, _ area: Rect) {
    let items = rankedItems
    let chosen = items.firstIndex { $0.item.id == decide.item } ?? 0
    // Below the list the chosen item stands whole, which a row cuts short.
    let whole =
      items.indices.contains(chosen) ? words(of: items[chosen].item, in: scoring).text : ""
    let lines = wrapped(whole, to: max(8, area.width), most: 5)
    let room = area.height - items.count - 1
    let height = room >= 2 ? min(area.height, items.count) : area.height
    for (row, line) in lines.prefix(max(0, room >= 2 ? room : 0)).enumerated() {
      canvas.put(
        line, x: area.x, y: area.y + height + 1 + row, Style(.accent), maxWidth: area.width)
    }
    let first = windowStart(chosen: chosen, count: items.count, height: height)
    for (row, item) in items.dropFirst(first).prefix(height).enumerated() {
      let y = area.y + row
      let isChosen = item.item.id == decide.item
      let style = isChosen ? Style(.selected, selected: true) : Style.text
      if isChosen { canvas.fill(Rect(x: area.x, y: y, width: area.width, height: 1), style) }
      let isDissent = item.criteria.contains { $0.spread.isDissent }
      let means = ["impact", "ease"].map { Decimal1.text(mean($0, of: item)) }
      let text = means.joined(separator: " ") + (isDissent ? glyph(.warning) : " ")
      let x = canvas.putRight(
        text, endX: area.maxX, y: y, isChosen ? style : Style(isDissent ? .warning : .dim))
      drawName(of: item, in: scoring, &canvas, x: area.x, y: y, endX: x - 1, isChosen)
    }
  }
}
