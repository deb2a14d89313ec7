import SessionEngine
import Terminal

/// How the grid of ballots shares its columns.
private struct BallotColumns {
  let nameWidth: Int
  /// How wide one column is: an item, or a place in the order.
  let width: Int
  /// How wide one criterion of an item is.
  let part: Int
  /// The columns in view.
  let shown: Range<Int>
  let count: Int

  func x(_ column: Int) -> Int { nameWidth + 3 + (column - shown.lowerBound) * width }
}

extension ConsoleState {
  /// Voters down, items across; below, what the next digit says.
  func drawBallots(_ scoring: Scoring, _ canvas: inout Canvas, _ layout: Layout) {
    var top = drawVoteTitle(scoring, &canvas, layout)
    let bottom = layout.bodyBottom(hasHint: true)
    let rows = ballotRows(of: scoring)
    let columns = columns(scoring, rows)
    drawBallotHead(scoring, &canvas, columns, top)
    if case .scores(let criteria) = scoring.method, bottom - top >= 8 {
      top += 1
      drawCriteria(criteria, &canvas, columns, top)
    }
    let total = bottom - top > 5 ? 1 : 0
    let free = bottom - top - 1 - total
    // The items are in sight however many vote: a digit means nothing without them, and voters scroll.
    let fewest = min(5, rows.count)
    let legend = legendRows(scoring, atMost: free - fewest)
    let height = max(1, min(rows.count, free - legend))
    let chosen = decide.row.flatMap { rows.firstIndex(of: $0) } ?? 0
    let first = windowStart(chosen: chosen, count: rows.count, height: height)
    for (index, row) in rows.dropFirst(first).prefix(height).enumerated() {
      draw(row, of: scoring, &canvas, columns, y: top + 1 + index)
    }
    let arrows = (first > 0 ? glyph(.up) : "") + (first + height < rows.count ? glyph(.down) : "")
    canvas.putRight(arrows, endX: size.width - 1, y: top, Style(.dim))
    if total > 0 { drawTotals(scoring, &canvas, columns, y: top + 1 + height) }
    // A blank row sets the legend off where it costs none of the items.
    let below = top + 1 + height + total
    let blank = bottom - below > legendRows(scoring, atMost: bottom - below) ? 1 : 0
    drawLegend(scoring, &canvas, top: below + blank, bottom: bottom)
    drawQuestion(scoring, &canvas, layout)
    drawNotice(&canvas, y: layout.lineY, otherwise: progressText(scoring))
  }

  private func columns(_ scoring: Scoring, _ rows: [BallotRow]) -> BallotColumns {
    var names = rows.prefix(200).map { name(of: $0) }
    if case .scores(let criteria) = scoring.method {
      names.append(criteria.joined(separator: ", "))
    }
    let longest = names.map { TextWidth.columns($0) }.max() ?? 8
    let nameWidth = min(max(8, longest) + 2, size.width >= 100 ? 30 : size.width >= 60 ? 20 : 12)
    let space = size.width - nameWidth - 3 - 7
    var count = scoring.items.count
    var width = 5
    var part = 2
    switch scoring.method {
    case .scores(let criteria):
      // A mean has three characters: where all items find room so, they get it.
      if count * (criteria.count * 4 + 1) <= space { part = 4 }
      width = criteria.count * part + 1
    case .dots: break
    case .ranking(let places): count = min(places, count)
    }
    let room = max(1, space / width)
    let focus = min(focusColumn(scoring), max(0, count - 1))
    let first = min(max(0, focus - room / 2), max(0, count - room))
    return BallotColumns(
      nameWidth: nameWidth, width: width, part: part, shown: first..<min(count, first + room),
      count: count)
  }

  /// The column that the next digit goes to.
  func focusColumn(_ scoring: Scoring) -> Int {
    guard case .voter(let voter) = decide.row else { return decide.hands.item }
    guard let sheet = sheet(scoring, voter) else { return 0 }
    return sheet.cursor / sheet.placesAnItem
  }

  private func drawBallotHead(
    _ scoring: Scoring, _ canvas: inout Canvas, _ columns: BallotColumns, _ y: Int
  ) {
    canvas.put(
      isRanking(scoring) ? "Place" : "Item", x: 3, y: y, Style(.dim), maxWidth: columns.nameWidth)
    for column in columns.shown {
      canvas.put(
        "\(column + 1)", x: columns.x(column), y: y,
        column == focusColumn(scoring) ? Style(.accent, bold: true) : Style(.heading),
        maxWidth: columns.width)
    }
    let more =
      (columns.shown.lowerBound > 0 ? glyph(.arrowLeft) : "")
      + (columns.shown.upperBound < columns.count ? glyph(.arrowRight) : "")
    canvas.putRight(more, endX: size.width - 4, y: y, Style(.dim))
  }

  /// Says over the places of an item which criterion each is for, as far as there is room.
  private func drawCriteria(
    _ criteria: [String], _ canvas: inout Canvas, _ columns: BallotColumns, _ y: Int
  ) {
    canvas.put(
      criteria.joined(separator: ", "), x: 3, y: y, Style(.dim), maxWidth: columns.nameWidth - 1)
    for column in columns.shown {
      for (part, criterion) in criteria.enumerated() {
        canvas.put(
          String(criterion.prefix(columns.part - 1)), x: columns.x(column) + part * columns.part,
          y: y, Style(.dim))
      }
    }
  }

  private func draw(
    _ row: BallotRow, of scoring: Scoring, _ canvas: inout Canvas, _ columns: BallotColumns, y: Int
  ) {
    let isChosen = row == decide.row
    let style = isChosen ? Style(.accent, bold: true) : Style.text
    if isChosen { canvas.put(glyph(.marker), x: 1, y: y, style) }
    canvas.put(name(of: row), x: 3, y: y, style, maxWidth: columns.nameWidth - 2)
    let sheet: BallotSheet?
    switch row {
    case .hands: return drawHands(scoring, &canvas, columns, y)
    case .voter(let voter):
      sheet =
        self.sheet(scoring, voter)
        ?? scoring.ballots[voter].map { BallotSheet(scoring, marks: $0) }
      let isOpen = self.sheet(scoring, voter) != nil
      let sign = isOpen ? glyph(.ellipsis) : scoring.ballots[voter] != nil ? glyph(.check) : ""
      canvas.put(
        sign, x: columns.nameWidth + 1, y: y, Style(isOpen ? .warning : .good))
      let count = sheet.map { $0.filled < $0.cells.count ? "\($0.filled)/\($0.cells.count)" : "" }
      if !isOpen, scoring.ballots[voter] != nil, !showsNumbers(of: row, in: scoring) {
        let isWhole = count?.isEmpty != false || isDots(scoring)
        canvas.put(
          isWhole ? "done" : count ?? "", x: columns.nameWidth + 3, y: y,
          Style(isWhole ? .good : .warning))
        return
      }
      if let count, !isDots(scoring) {
        canvas.putRight(count, endX: size.width - 1, y: y, Style(isOpen ? .dim : .warning))
      }
    }
    let per = sheet?.placesAnItem ?? BallotSheet(scoring).placesAnItem
    for column in columns.shown {
      for part in 0..<per {
        let place = column * per + part
        let x = columns.x(column) + part * columns.part
        let isHere = isChosen && (sheet?.cursor ?? 0) == place && isEntering(row, scoring)
        let text = cellText(
          sheet, place, isShown: showsNumbers(of: row, in: scoring), isHere: isHere)
        canvas.put(
          text, x: x, y: y,
          isHere ? Style(.selected, selected: true) : text == "." ? Style(.dim) : style,
          maxWidth: columns.width)
      }
    }
    if case .dots(let budget, _) = scoring.method, let sheet, isChosen || showsNumbers(of: scoring)
    {
      canvas.putRight("\(sheet.spent)/\(budget)", endX: size.width - 1, y: y, Style(.dim))
    }
  }

  /// Whether digits go to this row.
  func isEntering(_ row: BallotRow, _ scoring: Scoring) -> Bool {
    guard case .voter(let voter) = row, !scoring.isClosed else { return false }
    return scoring.ballots[voter] == nil || sheet(scoring, voter) != nil
  }

  /// What stands in a place: a number where numbers may be seen, or that there is one.
  private func cellText(
    _ sheet: BallotSheet?, _ place: Int, isShown: Bool, isHere: Bool
  ) -> String {
    if isHere, let sheet, isRefused(in: sheet) { return glyph(.cross) }
    if isHere, let sheet, !sheet.pending.isEmpty { return isShown ? sheet.pending + "_" : "_" }
    guard let sheet, sheet.cells.indices.contains(place), let value = sheet.cells[place] else {
      return "."
    }
    return isShown ? "\(value)" : glyph(.bullet)
  }

  func isRanking(_ scoring: Scoring) -> Bool {
    if case .ranking = scoring.method { true } else { false }
  }

  func isDots(_ scoring: Scoring) -> Bool {
    if case .dots = scoring.method { true } else { false }
  }

  private func drawHands(
    _ scoring: Scoring, _ canvas: inout Canvas, _ columns: BallotColumns, _ y: Int
  ) {
    let isChosen = decide.row == .hands
    for column in columns.shown {
      let isHere = isChosen && decide.hands.item == column
      let kept = scoring.hands[scoring.items[column].id]
      let number = kept.map { showsNumbers(of: scoring) ? "\($0)" : glyph(.bullet) } ?? "."
      let typed = decide.hands.digits
      // What is being typed is seen: hands are counted before the eyes of the room.
      let text = isHere && !typed.isEmpty ? typed : number
      canvas.put(
        text, x: columns.x(column), y: y,
        isHere ? Style(.selected, selected: true) : kept == nil ? Style(.dim) : .text,
        maxWidth: columns.width)
    }
  }

  /// The running totals, where numbers may be seen.
  private func drawTotals(
    _ scoring: Scoring, _ canvas: inout Canvas, _ columns: BallotColumns, y: Int
  ) {
    guard showsNumbers(of: scoring), let result = session.result(of: scoring.id) else {
      canvas.put("totals hidden until R reveals them", x: 3, y: y, Style(.ghost))
      return
    }
    if isRanking(scoring) || !result.items.allSatisfy(\.criteria.isEmpty) && columns.part < 4 {
      canvas.put("Tab shows how it stands", x: 3, y: y, Style(.ghost))
      return
    }
    canvas.put("so far", x: 3, y: y, Style(.dim))
    for column in columns.shown where result.items.indices.contains(column) {
      let item = result.items[column]
      if item.criteria.isEmpty {
        canvas.put("\(item.total)", x: columns.x(column), y: y, Style(.heading))
      }
      for (part, criterion) in item.criteria.enumerated() {
        canvas.put(
          meanText(criterion.told?.mean), x: columns.x(column) + part * columns.part, y: y,
          Style(.heading))
      }
    }
  }
}
