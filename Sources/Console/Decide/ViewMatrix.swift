import SessionEngine
import Terminal

extension ConsoleState {
  /// Impact upwards, ease to the right, each item by its number, as large as the screen allows; the
  /// items in words beside it where there is room. Where only the whole width lets the numbers be read
  /// from the back of the room, the list gives way, and the chosen item stands below in words.
  func drawMatrix(
    _ scoring: Scoring, _ result: ScoringResult, _ canvas: inout Canvas, _ area: Rect
  ) {
    // A plot wider than this reads no better; words do.
    let listWidth = area.width >= 56 ? max(area.width * 2 / 5, area.width - 102) : 0
    let isLabelled = area.height >= 7
    // The quarters are named above and below the plot, where no number covers a name.
    let isNamed = area.height >= 8
    let points = result.ranked.compactMap { item -> MatrixPlan.Point? in
      guard let number = scoring.items.firstIndex(where: { $0.id == item.item.id }),
        let impact = spread("impact", of: item), let ease = spread("ease", of: item),
        let high = impact.mean, let easy = ease.mean
      else { return nil }
      return MatrixPlan.Point(
        number: number + 1, impact: high, ease: easy, isHigh: impact.side, isEasy: ease.side)
    }
    var hasList = listWidth > 0
    var plot = Rect(
      x: area.x + 3, y: area.y + (isNamed ? 1 : 0),
      width: area.width - 4 - (hasList ? listWidth + 2 : 0),
      height: max(1, area.height - (isLabelled ? 2 : 0) - (isNamed ? 1 : 0)))
    var plan = MatrixPlan(points, in: plot, glyphs)
    if hasList, plan.scale == .plain {
      let whole = Rect(
        x: plot.x, y: plot.y, width: area.width - 4, height: max(1, plot.height - 1))
      let wide = MatrixPlan(points, in: whole, glyphs)
      if wide.scale != .plain { (hasList, plot, plan) = (false, whole, wide) }
    }
    drawAxes(&canvas, plot, plan, isLabelled: isLabelled)
    if isNamed { drawQuadrants(&canvas, plot) }
    for label in plan.labels { draw(label, plan.scale, result, &canvas) }
    if hasList {
      drawMatrixList(
        scoring, &canvas,
        Rect(
          x: plot.maxX + 3, y: area.y, width: area.maxX - plot.maxX - 3, height: area.height))
    } else if listWidth > 0, let item = result.items.first(where: { $0.item.id == decide.item }) {
      drawName(
        of: item, in: scoring, &canvas, x: area.x, y: area.maxY - 1, endX: area.maxX, false)
    }
  }

  private func spread(_ name: String, of item: ScoringResult.Item) -> Spread? {
    item.criteria.first { $0.name == name }?.told
  }

  private func drawAxes(
    _ canvas: inout Canvas, _ plot: Rect, _ plan: MatrixPlan, isLabelled: Bool
  ) {
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
      var text = "impact \(glyph(.up)) ease \(glyph(.arrowRight))"
      if plan.labels.contains(where: \.isAside) { text += ", ~ aside" }
      if !plan.left.isEmpty {
        text = "no room: " + plan.left.map(String.init).joined(separator: " ")
      }
      let x = plot.x + max(0, (plot.width - TextWidth.columns(text)) / 2)
      canvas.put(text, x: x, y: plot.maxY + 1, Style(.heading), maxWidth: plot.width)
    }
  }

  /// Names the quarters, each at its corner.
  private func drawQuadrants(_ canvas: inout Canvas, _ plot: Rect) {
    guard plot.width >= 26 else { return }
    canvas.put("major projects", x: plot.x, y: plot.y - 1, Style(.ghost))
    canvas.putRight("quick wins", endX: plot.maxX, y: plot.y - 1, Style(.good))
    guard plot.width >= 36 else { return }
    canvas.put("thankless", x: plot.x, y: plot.maxY + 1, Style(.ghost))
    canvas.putRight("fill-ins", endX: plot.maxX, y: plot.maxY + 1, Style(.ghost))
  }

  private func draw(
    _ label: MatrixPlan.Label, _ scale: BigNumber.Scale, _ result: ScoringResult,
    _ canvas: inout Canvas
  ) {
    let area = label.area
    guard scale == .plain else {
      let item = result.items[label.numbers[0] - 1]
      for (row, text) in BigNumber.rows(label.numbers[0], scale, glyphs).enumerated() {
        canvas.put(text, x: area.x, y: area.y + row, style(of: item, scale), ellipsis: false)
      }
      // Without colours too the chosen one is told from the others.
      if item.item.id == decide.item {
        canvas.put(
          glyph(.marker), x: area.x - 1, y: area.y + area.height / 2, Style(.accent, bold: true))
      }
      return
    }
    canvas.fill(area, .text)
    for (row, numbers) in label.rows.enumerated() {
      let y = area.y + row
      if row == 0, label.isAside { canvas.put("~", x: area.x, y: y, Style(.dim)) }
      var x = area.x + 1
      for (index, number) in numbers.enumerated() {
        let item = result.items[number - 1]
        if index > 0 { x += canvas.put(glyph(.dot), x: x, y: y, Style(.dim)) }
        // The chosen one is told from the others, all of which are reversed, by its marker.
        if item.item.id == decide.item {
          canvas.put(glyph(.marker), x: x - 1, y: y, Style(.accent, bold: true))
        }
        x += canvas.put("\(number)", x: x, y: y, style(of: item, scale))
      }
    }
  }

  /// Dissent and quick wins stand out; what too few have answered stays in the background. Numbers of one
  /// cell are bold and reversed, since they are read from a wall.
  private func style(of item: ScoringResult.Item, _ scale: BigNumber.Scale) -> Style {
    let isChosen = item.item.id == decide.item
    let isSmall = scale == .plain
    guard !item.isAnsweredByTooFew else {
      return Style(.dim, selected: isSmall, underlined: isChosen)
    }
    let role: Role =
      item.criteria.contains { $0.isDissent }
      ? .warning : item.quadrant == .quickWin ? .good : .accent
    return Style(role, selected: isSmall, bold: true, underlined: isChosen)
  }

  private func drawMatrixList(_ scoring: Scoring, _ canvas: inout Canvas, _ all: Rect) {
    let items = rankedItems
    // Narrow, the heads are cut before the words are.
    let heads = all.width >= 40 ? ["impact", "ease"] : ["imp", "ease"]
    canvas.putRight(
      heads.joined(separator: " "), endX: all.maxX - 1, y: all.y, Style(.heading))
    let area = all.inset(top: 1)
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
      let isDissent = item.criteria.contains { $0.isDissent }
      if isDissent {
        canvas.put(
          glyph(.warning), x: area.maxX - 1, y: y, isChosen ? style : Style(.warning))
      }
      var x = area.maxX - 1
      for (name, head) in zip(["ease", "impact"], heads.reversed()) {
        let text = meanText(spread(name, of: item)?.mean)
        canvas.putRight(
          text, endX: x, y: y, isChosen ? style : Style(isDissent ? .warning : .dim))
        x -= head.count + 1
      }
      drawName(of: item, in: scoring, &canvas, x: area.x, y: y, endX: x, isChosen)
    }
  }
}

extension ScoringResult.Item {
  /// Whether fewer answered than it takes to say where the room stands.
  var isAnsweredByTooFew: Bool { criteria.contains { $0.spread.n < Spread.fewest } }
}
