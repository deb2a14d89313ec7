import SessionEngine
import Terminal

extension ConsoleState {
  /// A card in full: every field, then who could help, where it came from, what happened when.
  func drawCard(_ opportunity: Opportunity, _ canvas: inout Canvas, _ layout: Layout) {
    let y = layout.bodyTop
    let lack = lackText(opportunity)
    let count = session.lacks(opportunity).count
    let brief = count == 0 ? lack : "lacks \(count)"
    let isAhead = opportunity.standing.isAhead
    let state =
      !isAhead
      ? opportunity.standing.text
      : lack.isEmpty ? "ready to try" : size.width < 60 ? brief : lack
    let role: Role = !isAhead ? .dim : lack.isEmpty ? .good : .warning
    let x = canvas.putRight(state, endX: size.width - 1, y: y, Style(role, bold: true))
    canvas.put(
      "\(opportunity.number.spoken) \(session.title(of: opportunity))", x: 1, y: y,
      Style(.heading, bold: true), maxWidth: max(8, x - 3))
    let (area, tail) = cardPanes
    if let tail { drawTail(&canvas, tail) }
    let rows = cardRows(opportunity, width: area.width, hasSections: layout.isRoomy)
    let last = rows.lastIndex { $0.field == trials.field } ?? 0
    // Past the last field the rows below are what one reads.
    let focus = last + (tail == nil ? trials.scroll : 0)
    let start = min(max(0, focus - area.height * 2 / 3), max(0, rows.count - area.height))
    for (index, row) in rows.dropFirst(start).prefix(area.height)
      .enumerated()
    {
      draw(row, &canvas, area, y: area.y + index)
    }
    let arrows =
      (start > 0 ? glyph(.up) : "") + (start + area.height < rows.count ? glyph(.down) : "")
    canvas.putRight(arrows, endX: area.maxX, y: area.y, Style(.dim))
    let hint = trials.field.hint.isEmpty ? "Enter chooses" : trials.field.hint
    drawNotice(&canvas, y: layout.lineY, otherwise: trials.field.label + ": " + hint)
  }

  /// Where the fields stand, and what else is known beside them; without a second pane below them.
  var cardPanes: (fields: Rect, tail: Rect?) {
    let layout = Layout(size: size)
    let top = layout.bodyTop + (layout.isRoomy ? 2 : 1)
    let height = layout.bodyBottom(hasHint: false) - top
    let isWide = size.width >= 110
    let width = isWide ? size.width * 55 / 100 : size.width - 2
    return (
      Rect(x: 1, y: top, width: width, height: height),
      isWide ? Rect(x: width + 3, y: top, width: size.width - width - 4, height: height) : nil
    )
  }

  private func drawTail(_ canvas: inout Canvas, _ area: Rect) {
    let lines = cardTail.dropFirst()
    let first = min(trials.scroll, max(0, lines.count - area.height))
    for (row, line) in lines.dropFirst(first).prefix(area.height).enumerated() {
      canvas.put(line.text, x: area.x, y: area.y + row, line.style, maxWidth: area.width)
    }
  }

  private struct CardRow {
    var field: CardField?
    var label = ""
    var text: String
    var style = Style.text
    var isFirst = false
  }

  private func cardRows(_ opportunity: Opportunity, width: Int, hasSections: Bool) -> [CardRow] {
    let labelWidth = labelWidth(width)
    let lacks = session.lacks(opportunity)
    var rows: [CardRow] = []
    for field in CardField.allCases {
      if hasSections, let section = field.section {
        if !rows.isEmpty { rows.append(CardRow(text: "")) }
        rows.append(CardRow(label: section, text: "", style: Style(.heading, bold: true)))
      }
      let value = value(of: field, on: opportunity)
      let isLacking =
        field.lack.map { lacks.contains($0) } ?? false
        || field == .date && session.isDatePast(opportunity, on: today)
      if value.isEmpty {
        let isTitle = field == .title
        rows.append(
          CardRow(
            field: field, label: field.label,
            text: isLacking
              ? "\(glyph(.warning)) missing"
              : isTitle ? "(the words of the first contribution)" : glyph(.dash),
            style: Style(isLacking ? .warning : .ghost), isFirst: true))
        continue
      }
      let most = field == trials.field ? 12 : 4
      for (index, line) in wrapped(value, to: max(12, width - labelWidth - 4), most: most)
        .enumerated()
      {
        rows.append(
          CardRow(
            field: field, label: index == 0 ? field.label : "", text: line,
            style: isLacking ? Style(.warning) : .text, isFirst: index == 0))
      }
    }
    return cardPanes.tail != nil
      ? rows : rows + cardTail.map { CardRow(label: $0.text, text: "", style: $0.style) }
  }

  private func labelWidth(_ width: Int) -> Int { width >= 60 ? 17 : 12 }

  private func draw(_ row: CardRow, _ canvas: inout Canvas, _ area: Rect, y: Int) {
    guard let field = row.field else {
      canvas.put(row.label, x: area.x, y: y, row.style, maxWidth: area.width)
      return
    }
    let isChosen = field == trials.field && trials.scroll == 0
    let style = isChosen ? Style(.selected, selected: true) : row.style
    if isChosen {
      canvas.fill(Rect(x: area.x, y: y, width: area.width, height: 1), style)
      if row.isFirst { canvas.put(glyph(.marker), x: area.x, y: y, style) }
    }
    let labelWidth = labelWidth(area.width)
    canvas.put(
      row.label, x: area.x + 2, y: y, isChosen ? style : Style(.dim), maxWidth: labelWidth - 1)
    canvas.put(
      row.text, x: area.x + 2 + labelWidth, y: y, style,
      maxWidth: area.width - labelWidth - 3)
  }
}
