import SessionEngine
import Terminal

extension ConsoleState {
  func drawDecide(_ canvas: inout Canvas, _ layout: Layout) {
    guard decide.view != .list, let scoring = chosenScoring else {
      return drawVotes(&canvas, layout)
    }
    if decide.view == .ballots {
      drawBallots(scoring, &canvas, layout)
    } else {
      drawResult(scoring, &canvas, layout)
    }
  }

  /// The votes of the room.
  private func drawVotes(_ canvas: inout Canvas, _ layout: Layout) {
    let area = Rect(
      x: 1, y: layout.bodyTop, width: size.width - 2,
      height: layout.bodyBottom(hasHint: false) - layout.bodyTop)
    canvas.put("Votes of the room", x: 1, y: area.y, Style(.heading, bold: true))
    let top = area.y + (layout.isRoomy ? 2 : 1)
    let votes = scorings
    if votes.isEmpty {
      let text =
        "No vote was opened yet. a asks the room: choose what to vote on, and how. "
        + "What was marked while browsing, highlights, a theme or opportunities can be voted on."
      for (row, line) in wrapped(text, to: min(72, area.width - 2), most: 4).enumerated()
      where top + row < area.maxY {
        canvas.put(line, x: 3, y: top + row, Style(.ghost))
      }
    }
    let rows = layout.isRoomy ? 2 : 1
    let gap = layout.isSpacious ? 1 : 0
    let height = max(1, (area.maxY - top) / (rows + gap))
    let chosen = votes.firstIndex { $0.id == decide.scoring } ?? 0
    let first = windowStart(chosen: chosen, count: votes.count, height: height)
    for (row, scoring) in votes.dropFirst(first).prefix(height).enumerated() {
      let y = top + row * (rows + gap)
      let isChosen = scoring.id == decide.scoring
      let style = isChosen ? Style(.selected, selected: true) : Style.text
      if isChosen {
        canvas.fill(Rect(x: area.x, y: y, width: area.width, height: rows), style)
        canvas.put(glyph(.marker), x: area.x, y: y, style)
      }
      let state = stateText(scoring)
      let x = canvas.putRight(state, endX: area.maxX - 1, y: y, isChosen ? style : Style(.dim))
      canvas.put(
        scoring.title, x: area.x + 2, y: y, isChosen ? style : Style(.heading),
        maxWidth: max(8, x - area.x - 4))
      guard rows > 1 else { continue }
      let items = scoring.items.count == 1 ? "1 item" : "\(scoring.items.count) items"
      canvas.put(
        "\(items) \(glyph(.dot)) \(methodText(scoring))", x: area.x + 4,
        y: y + 1, isChosen ? style : Style(.dim), maxWidth: area.width - 6)
    }
    let count = votes.isEmpty ? "" : "\(votes.count)"
    canvas.putRight(count, endX: area.maxX, y: area.y, Style(.dim))
    drawNotice(
      &canvas, y: layout.lineY, otherwise: chosenScoring.map { methodText($0) } ?? "")
  }

  /// The title of a vote with how far it has come; returns the first row below.
  func drawVoteTitle(_ scoring: Scoring, _ canvas: inout Canvas, _ layout: Layout) -> Int {
    let y = layout.bodyTop
    let x = canvas.putRight(
      stateText(scoring), endX: size.width - 1, y: y,
      Style(decide.showsValues && !scoring.isRevealed ? .warning : .dim))
    canvas.put(
      scoring.title, x: 1, y: y, Style(.heading, bold: true), maxWidth: max(8, x - 3))
    return y + (layout.isRoomy ? 2 : 1)
  }
}
