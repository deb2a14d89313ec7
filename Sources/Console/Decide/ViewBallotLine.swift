import SessionEngine
import Terminal

// Below the ballots: the items by number, and what the next digit says.
extension ConsoleState {
  /// How many rows the items need, each with its number: in two columns where one is too long.
  func legendRows(_ scoring: Scoring, atMost most: Int) -> Int {
    let count = scoring.items.count
    return min(max(0, most), count <= most || !hasWideLegend(scoring) ? count : (count + 1) / 2)
  }

  /// Whether two columns of items are wide enough to be told apart; in a ranking, where their numbers
  /// are what is typed, even when the words are cut.
  private func hasWideLegend(_ scoring: Scoring) -> Bool {
    size.width >= (isRanking(scoring) ? 60 : 80)
  }

  /// Draws the items with their numbers where there is room, those around the cursor.
  func drawLegend(_ scoring: Scoring, _ canvas: inout Canvas, top: Int, bottom: Int) {
    let height = bottom - top
    guard height > 0 else { return }
    let isRanking = isRanking(scoring)
    let focus = isRanking ? 0 : focusColumn(scoring)
    // Two columns where that lets more of them be seen.
    let isWide = hasWideLegend(scoring) && scoring.items.count > height
    let shown = height * (isWide ? 2 : 1)
    let first = windowStart(chosen: focus, count: scoring.items.count, height: shown)
    let width = (size.width - 7) / (isWide ? 2 : 1)
    if first > 0 { canvas.putRight(glyph(.up), endX: size.width - 1, y: top, Style(.dim)) }
    if first + shown < scoring.items.count {
      let more = "+\(scoring.items.count - first - shown)\(glyph(.down))"
      canvas.putRight(more, endX: size.width - 1, y: bottom - 1, Style(.dim))
    }
    for (index, item) in scoring.items.enumerated().dropFirst(first).prefix(shown) {
      let place = index - first
      let x = 3 + place / height * width
      let y = top + place % height
      let isFocus = !isRanking && index == focus
      let (number, text) = words(of: item, in: scoring)
      canvas.putRight("\(index + 1)", endX: x + 3, y: y, Style(isFocus ? .accent : .heading))
      var at = x + 4
      if !number.isEmpty { at += canvas.put(number, x: at, y: y, Style(.dim)) + 1 }
      canvas.put(
        text, x: at, y: y, isFocus ? Style(.accent) : .text, maxWidth: max(0, x + width - at - 1))
    }
  }

  /// What the next digit says, in the words of the item.
  func drawQuestion(_ scoring: Scoring, _ canvas: inout Canvas, _ layout: Layout) {
    let y = layout.hintY
    var x = 1
    guard let row = decide.row, !scoring.isClosed else {
      let text =
        scoring.isClosed
        ? "closed: no more ballots" : "nobody is here to vote: Arrivals says who is"
      canvas.put(text, x: x, y: y, Style(.ghost))
      return
    }
    x += canvas.put(name(of: row), x: x, y: y, Style(.accent, bold: true), maxWidth: size.width / 4)
    x += canvas.put(" \(glyph(.prompt)) ", x: x, y: y, Style(.dim))
    canvas.put(question(row, scoring), x: x, y: y, .text, maxWidth: size.width - x - 1)
  }

  private func question(_ row: BallotRow, _ scoring: Scoring) -> String {
    func item(_ index: Int) -> String {
      guard scoring.items.indices.contains(index) else { return "" }
      let (number, text) = words(of: scoring.items[index], in: scoring)
      return [number, text].filter { !$0.isEmpty }.joined(separator: " ")
    }
    guard case .voter(let voter) = row else {
      return "hands for \(decide.hands.item + 1): \(item(decide.hands.item))"
    }
    guard isEntering(row, scoring) else {
      let kept = BallotSheet(scoring, marks: scoring.ballots[voter] ?? [])
      let state =
        kept.filled == kept.cells.count || isDots(scoring)
        ? "done" : "\(kept.filled) of \(kept.cells.count) places filled"
      return state + "; c corrects, x takes it out, s shows it"
    }
    let sheet = sheet(scoring, voter) ?? BallotSheet(scoring)
    guard sheet.cursor < sheet.cells.count else { return atEnd(sheet) }
    switch scoring.method {
    case .scores(let criteria):
      let criterion = criteria[sheet.cursor % criteria.count]
      let index = sheet.cursor / criteria.count
      return "\(criterion) of \(index + 1): \(item(index))"
    case .dots(let budget, _):
      let left = budget - sheet.spent
      return "\(left == 1 ? "1 dot" : "\(left) dots") left \(glyph(.dot)) "
        + "dots for \(sheet.cursor + 1): \(item(sheet.cursor))"
    case .ranking: return "place \(sheet.cursor + 1): which item?"
    }
  }

  func progressText(_ scoring: Scoring) -> String {
    let missing = ballotRows(of: scoring).filter { isWaiting($0, in: scoring) }
    if !scoring.hands.isEmpty { return "counted by hands" }
    if missing.isEmpty {
      return scoring.ballots.isEmpty ? "nobody to vote" : "every ballot is in"
    }
    let names = missing.prefix(4).map { name(of: $0) }.joined(separator: ", ")
    return "\(missing.count) to come: \(names)" + (missing.count > 4 ? " \(glyph(.ellipsis))" : "")
  }
}
