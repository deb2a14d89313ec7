import SessionEngine
import Terminal

extension ConsoleState {
  /// What the room said: hidden until it is revealed.
  func drawResult(_ scoring: Scoring, _ canvas: inout Canvas, _ layout: Layout) {
    let top = drawVoteTitle(scoring, &canvas, layout)
    let bottom = layout.bodyBottom(hasHint: true)
    guard showsNumbers(of: scoring), let result = session.result(of: scoring.id) else {
      let lines = ["Hidden.", "R reveals the result to the room.", stateText(scoring)]
      let y = max(top, (top + bottom - lines.count) / 2)
      for (row, line) in lines.enumerated() where y + row < bottom {
        canvas.putCentred(line, y: y + row, row == 0 ? Style(.heading, bold: true) : Style(.dim))
      }
      drawNotice(&canvas, y: layout.lineY, otherwise: progressText(scoring))
      return
    }
    let accounts = accountLines(result, scoring, atMost: max(1, min(4, (bottom - top) / 4)))
    let rows = accounts.values.map(\.count).max() ?? 1
    let area = Rect(
      x: 1, y: top, width: size.width - 2, height: max(0, bottom - top - rows + 1))
    if scoring.hasMatrix, decide.showsMatrix {
      drawMatrix(scoring, result, &canvas, area)
    } else {
      drawResultTable(scoring, result, &canvas, area)
    }
    for (row, line) in (decide.item.flatMap { accounts[$0] } ?? []).enumerated() {
      canvas.put(
        line, x: 1, y: layout.hintY - rows + 1 + row, Style(.accent), maxWidth: size.width - 2)
    }
    drawNotice(&canvas, y: layout.lineY, otherwise: summary(of: result, scoring))
  }

  /// What the room said of each item, in as many lines as the longest needs: nothing moves with the choice.
  private func accountLines(
    _ result: ScoringResult, _ scoring: Scoring, atMost most: Int
  ) -> [String: [String]] {
    let lines = result.items.map { item in
      (item.item.id, wrapped(account(of: item, in: scoring), to: size.width - 2, most: most))
    }
    return Dictionary(lines, uniquingKeysWith: { first, _ in first })
  }

  /// What is to be noticed of a result: quick wins, ties at the top, disagreement.
  private func summary(of result: ScoringResult, _ scoring: Scoring) -> String {
    func numbers(_ items: [ScoringResult.Item]) -> String {
      let known = items.compactMap { item in scoring.items.firstIndex { $0.id == item.item.id } }
      return known.prefix(9).map { "\($0 + 1)" }.joined(separator: ", ")
        + (known.count > 9 ? " \(glyph(.ellipsis))" : "")
    }
    var parts: [String] = []
    if case .scores = scoring.method, result.ballots > 0, result.ballots < Spread.fewest {
      parts.append("no dissent before \(Spread.fewest) ballots")
    }
    let few = result.items.filter { $0.rank != nil && $0.isAnsweredByTooFew }
    if !few.isEmpty, result.ballots >= Spread.fewest {
      parts.append("dim, under \(Spread.fewest) answers: " + numbers(few))
    }
    if !result.quickWins.isEmpty {
      parts.append("\(glyph(.star)) quick wins: " + numbers(result.quickWins))
    }
    let dissent = result.items.filter { $0.criteria.contains { $0.isDissent } }
    if !dissent.isEmpty { parts.append("dissent: " + numbers(dissent)) }
    let first = result.items.filter { $0.rank == 1 && $0.isTied }
    if !first.isEmpty { parts.append("tied in first place: " + numbers(first)) }
    let changed = result.items.filter { $0.fate != .unchanged }
    if !changed.isEmpty { parts.append("changed since: " + numbers(changed)) }
    let unasked = result.items.filter { !$0.isAsked }
    if !unasked.isEmpty { parts.append("not asked: " + numbers(unasked)) }
    if let silence = sectorSilence(result, scoring) { parts.append(silence) }
    return parts.joined(separator: " \(glyph(.dot)) ")
  }

  /// The items by their place in the result.
  func drawResultTable(
    _ scoring: Scoring, _ result: ScoringResult, _ canvas: inout Canvas, _ area: Rect
  ) {
    let criteria: [String] = if case .scores(let names) = scoring.method { names } else { [] }
    let heads = criteria.isEmpty ? [scoring.hands.isEmpty ? sumTitle(scoring) : "hands"] : criteria
    let isWide = area.width >= 76
    let width = isWide ? 16 : 6
    let numbersX = max(area.x + 12, area.maxX - heads.count * width)
    canvas.put("rank", x: area.x + 1, y: area.y, Style(.dim))
    for (index, head) in heads.enumerated() {
      canvas.put(
        head, x: numbersX + index * width, y: area.y, Style(.heading), maxWidth: width - 1)
    }
    // What the figures are, and from when on they say that the room disagrees.
    let hasLegend = !criteria.isEmpty && isWide && area.height >= 6
    if hasLegend {
      let rule = Wording.decimal(Spread.dissentThreshold)
      canvas.put(
        "\(glyph(.warning)) dissent: spread > \(rule), n > \(Spread.fewest - 1)", x: area.x + 6,
        y: area.y, Style(.dim), maxWidth: max(0, numbersX - area.x - 7))
      for index in heads.indices {
        canvas.put("mean spread  n", x: numbersX + index * width, y: area.y + 1, Style(.dim))
      }
    }
    let top = area.y + (hasLegend ? 2 : 1)
    let items = rankedItems
    let height = max(1, area.maxY - top)
    let chosen = items.firstIndex { $0.item.id == decide.item } ?? 0
    let first = windowStart(chosen: chosen, count: items.count, height: height)
    for (row, item) in items.dropFirst(first).prefix(height).enumerated() {
      let y = top + row
      let isChosen = item.item.id == decide.item
      let style = isChosen ? Style(.selected, selected: true) : Style.text
      if isChosen {
        canvas.fill(Rect(x: area.x, y: y, width: area.width, height: 1), style)
        canvas.put(glyph(.marker), x: area.x, y: y, style)
      }
      canvas.putRight(rankText(item), endX: area.x + 5, y: y, style)
      drawName(of: item, in: scoring, &canvas, x: area.x + 6, y: y, endX: numbersX - 1, isChosen)
      if criteria.isEmpty {
        let told = item.isAsked ? "\(item.total)" : isWide ? "not asked" : "?"
        canvas.put(told, x: numbersX, y: y, style, maxWidth: width - 1)
      }
      for (index, criterion) in item.criteria.enumerated() {
        let x = numbersX + index * width
        draw(criterion, &canvas, x: x, y: y, width: width, isChosen ? style : nil)
      }
    }
    let arrows = (first > 0 ? glyph(.up) : "") + (first + height < items.count ? glyph(.down) : "")
    canvas.putRight(arrows, endX: area.maxX, y: area.y, Style(.dim))
  }

  private func sumTitle(_ scoring: Scoring) -> String {
    if case .ranking = scoring.method { "points" } else { "dots" }
  }

  /// A mean with its spread and number; a sign where the room disagrees.
  private func draw(
    _ criterion: ScoringResult.Criterion, _ canvas: inout Canvas, x: Int, y: Int, width: Int,
    _ chosen: Style?
  ) {
    guard let spread = criterion.told else {
      canvas.put("few", x: x, y: y, chosen ?? Style(.dim))
      if width >= 16 {
        canvas.putRight("\(criterion.spread.n)", endX: x + 14, y: y, chosen ?? Style(.dim))
      }
      return
    }
    let used = canvas.put(meanText(spread.mean), x: x, y: y, chosen ?? Style(.heading))
    if spread.isDissent {
      canvas.put(glyph(.warning), x: x + used, y: y, chosen ?? Style(.warning, bold: true))
    }
    guard width >= 16, let deviation = spread.normalisedDeviation else { return }
    let style = chosen ?? Style(spread.isDissent ? .warning : .dim)
    canvas.put(Wording.decimal(deviation), x: x + 5, y: y, style)
    canvas.putRight("\(spread.n)", endX: x + 14, y: y, chosen ?? Style(.dim))
  }

  /// An item's number in the vote, a star for a quick win, and its words with what became of them.
  func drawName(
    of item: ScoringResult.Item, in scoring: Scoring, _ canvas: inout Canvas, x: Int, y: Int,
    endX: Int, _ isChosen: Bool
  ) {
    let style = isChosen ? Style(.selected, selected: true) : Style.text
    let role = { (role: Role) in isChosen ? style : Style(role) }
    let index = scoring.items.firstIndex { $0.id == item.item.id } ?? 0
    canvas.putRight("\(index + 1)", endX: x + 3, y: y, isChosen ? style : Style(.key, bold: true))
    if item.quadrant == .quickWin { canvas.put(glyph(.star), x: x + 3, y: y, role(.highlight)) }
    var at = x + 5
    let fate = fateText(item.fate, scoring)
    if !fate.isEmpty {
      let text = endX - at > 50 ? "(\(fate)) " : "* "
      at += canvas.put(text, x: at, y: y, role(.warning), maxWidth: max(0, endX - at))
    }
    let (number, text) = words(of: item.item, in: scoring)
    if !number.isEmpty, endX - at > 20 {
      at += canvas.put(number, x: at, y: y, role(.dim)) + 1
    }
    canvas.put(text, x: at, y: y, style, maxWidth: max(0, endX - at))
  }
}
