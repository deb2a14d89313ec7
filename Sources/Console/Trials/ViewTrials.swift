import SessionEngine
import Terminal

extension ConsoleState {
  func drawTrials(_ canvas: inout Canvas, _ layout: Layout) {
    if trials.isCardOpen, let opportunity = chosenOpportunity {
      return drawCard(opportunity, &canvas, layout)
    }
    let y = layout.bodyTop
    let title =
      switch trials.view {
      case .board: "Opportunities by stage"
      case .list: "Opportunities"
      case .since: "What became of those before"
      }
    let x = canvas.putRight(readinessText, endX: size.width - 1, y: y, Style(.accent))
    canvas.put(title, x: 1, y: y, Style(.heading, bold: true), maxWidth: max(8, x - 3))
    let top = y + (layout.isRoomy ? 2 : 1)
    var area = Rect(
      x: 1, y: top, width: size.width - 2, height: layout.bodyBottom(hasHint: false) - top)
    area.height -= drawBefore(&canvas, area)
    if trialRows.isEmpty {
      let text =
        "Nothing was raised yet. While browsing in Capture or in Themes, O raises an opportunity "
        + "from the chosen contribution, or from those that were marked; in the result of a vote too."
      for (row, line) in wrapped(text, to: min(72, area.width - 2), most: 5).enumerated()
      where top + row < area.maxY {
        canvas.put(line, x: 3, y: top + row, Style(.ghost))
      }
    } else {
      switch trials.view {
      case .board: drawBoard(&canvas, area)
      case .list: drawTrialList(&canvas, area) { self.listRow($0) }
      case .since: drawTrialList(&canvas, area) { self.sinceRow($0) }
      }
    }
    drawNotice(&canvas, y: layout.lineY, otherwise: chosenOpportunity.map(detail) ?? "")
  }

  /// An opportunity in one line.
  private func detail(_ opportunity: Opportunity) -> String {
    var parts = [opportunity.number.spoken, lackText(opportunity)]
    parts.append(value(of: .priority, on: opportunity))
    parts.append(value(of: .owner, on: opportunity))
    parts.append(opportunity.card.date)
    if let reason = opportunity.standing.reason { parts.append(reason) }
    return parts.filter { !$0.isEmpty }.joined(separator: " \(glyph(.dot)) ")
  }

  // MARK: The board

  private func drawBoard(_ canvas: inout Canvas, _ area: Rect) {
    let columns = board
    let shown = min(columns.count, max(1, area.width / 25))
    let chosen =
      columns.firstIndex { $0.opportunities.contains { $0.id == trials.opportunity } } ?? 0
    let first = min(max(0, chosen - shown + 1), columns.count - shown)
    let width = area.width / shown
    for (index, column) in columns.dropFirst(first).prefix(shown).enumerated() {
      let place = Rect(
        x: area.x + index * width, y: area.y, width: width - 1, height: area.height)
      drawColumn(column, &canvas, place)
    }
    if first > 0 { canvas.put(glyph(.arrowLeft), x: 0, y: area.y, Style(.accent)) }
    if first + shown < columns.count {
      canvas.putRight(glyph(.arrowRight), endX: area.maxX + 1, y: area.y, Style(.accent))
    }
  }

  private func drawColumn(
    _ column: (stage: Opportunity.Stage, opportunities: [Opportunity]), _ canvas: inout Canvas,
    _ area: Rect
  ) {
    let count = column.opportunities.isEmpty ? "" : "\(column.opportunities.count)"
    let x = canvas.putRight(count, endX: area.maxX - 1, y: area.y, Style(.dim))
    canvas.put(
      column.stage.title, x: area.x + 1, y: area.y,
      column.opportunities.isEmpty ? Style(.dim) : Style(.heading, bold: true),
      maxWidth: max(4, x - area.x - 2))
    let list = area.inset(top: 1)
    let rows = boardRows(column.opportunities, width: area.width - 2)
    // The chosen one in sight, with what stands above its title.
    let chosen = rows.firstIndex { $0.id == trials.opportunity && $0.isFirst } ?? 0
    let own = rows.count { $0.id == trials.opportunity }
    let start = min(
      max(0, chosen + own - list.height + (chosen + own < rows.count ? 1 : 0)),
      max(0, rows.count - list.height))
    for (index, row) in rows.dropFirst(start).prefix(list.height).enumerated() {
      let isChosen = row.id != nil && row.id == trials.opportunity
      let style = isChosen ? Style(.selected, selected: true) : row.style
      let y = list.y + index
      if isChosen {
        canvas.fill(Rect(x: list.x, y: y, width: list.width - 1, height: 1), style)
        if row.isFirst { canvas.put(glyph(.marker), x: list.x, y: y, style) }
      }
      canvas.put(row.text, x: list.x + 1, y: y, style, maxWidth: list.width - 2)
    }
  }

  private struct BoardRow {
    var id: OpportunityID?
    var text: String
    var style = Style.text
    var isFirst = false
  }

  /// The rows of a column: a heading for each priority, then each opportunity in up to two lines.
  private func boardRows(_ opportunities: [Opportunity], width: Int) -> [BoardRow] {
    var rows: [BoardRow] = []
    var priority: PriorityID?
    for opportunity in opportunities {
      if opportunity.card.priority != priority {
        priority = opportunity.card.priority
        let title = value(of: .priority, on: opportunity)
        rows.append(
          BoardRow(text: title.isEmpty ? "no priority yet" : title, style: Style(.tag)))
      }
      let sign = sign(of: opportunity)
      let lines = wrapped(
        "\(opportunity.number.spoken)\(sign) \(session.title(of: opportunity))",
        to: max(8, width), most: 2)
      for (index, line) in lines.enumerated() {
        rows.append(BoardRow(id: opportunity.id, text: line, isFirst: index == 0))
      }
    }
    return rows
  }

  /// Whether it is ready, or what came of it, in one sign.
  private func sign(of opportunity: Opportunity) -> String {
    switch opportunity.standing.stage {
    case .raised, .toTry, .underWay:
      session.isReady(opportunity, on: today)
        ? " " + glyph(.check)
        : session.isDatePast(opportunity, on: today) ? " " + glyph(.warning) : ""
    case .tried:
      switch opportunity.standing.outcome {
      case .worked: " " + glyph(.check)
      case .promising: " ~"
      case .didNotWork, nil: " " + glyph(.cross)
      }
    case .takenUp: " " + glyph(.check)
    case .dropped: " " + glyph(.cross)
    }
  }

  // MARK: The lists

  /// A row of a list: what it is, then how it stands.
  typealias ListRow = (title: String, state: String, role: Role)

  private func listRow(_ opportunity: Opportunity) -> ListRow {
    let lack = lackText(opportunity)
    let waits = opportunity.standing.isAhead
    let state = opportunity.standing.text
    return (
      session.title(of: opportunity),
      waits ? state + ", " + (lack.isEmpty ? "ready" : lack) : state,
      waits ? lack.isEmpty ? .good : .warning : .dim
    )
  }

  private func drawTrialList(
    _ canvas: inout Canvas, _ area: Rect, _ text: (Opportunity) -> ListRow
  ) {
    let ids = trialRows
    let rows = area.width >= 100 ? 1 : 2
    let height = max(1, area.height / rows)
    let chosen = trials.opportunity.flatMap { ids.firstIndex(of: $0) } ?? 0
    let first = windowStart(chosen: chosen, count: ids.count, height: height)
    for (index, id) in ids.dropFirst(first).prefix(height).enumerated() {
      guard let opportunity = session.opportunities[id] else { continue }
      let row = text(opportunity)
      let y = area.y + index * rows
      let isChosen = id == trials.opportunity
      let style = isChosen ? Style(.selected, selected: true) : Style.text
      if isChosen {
        canvas.fill(Rect(x: area.x, y: y, width: area.width, height: rows), style)
        canvas.put(glyph(.marker), x: area.x, y: y, style)
      }
      canvas.put(
        opportunity.number.spoken, x: area.x + 2, y: y, isChosen ? style : Style(.dim), maxWidth: 6)
      let stateX = rows == 1 ? area.x + area.width * 55 / 100 : area.x + 9
      canvas.put(
        row.title, x: area.x + 8, y: y, style,
        maxWidth: rows == 1 ? max(8, stateX - area.x - 10) : area.width - 9)
      canvas.put(
        row.state, x: stateX, y: y + rows - 1, isChosen ? style : Style(row.role),
        maxWidth: area.maxX - stateX)
    }
  }
}

extension Opportunity.Stage {
  /// What stands over its column.
  var title: String {
    switch self {
    case .raised: "Raised"
    case .toTry: "To be tried"
    case .underWay: "Under way"
    case .tried: "Tried"
    case .takenUp: "Taken up"
    case .dropped: "Dropped"
    }
  }
}
