import SessionEngine
import Terminal

// What the workshop before left to this one.
extension ConsoleState {
  /// Below what became of the opportunities that were carried over: what was closed before, and what the
  /// room wanted to be taken up. Returns how many rows that took.
  func drawBefore(_ canvas: inout Canvas, _ area: Rect) -> Int {
    guard let before = session.followsUp, trials.view == .since || trialRows.isEmpty else {
      return 0
    }
    let wishes = before.futurePriorities.map { wish in
      let forms = wish.count == 1 ? "1 form" : "\(wish.count) forms"
      return "\(wish.rank). \(wish.text) (\(forms))"
    }
    let closed = (before.closed ?? []).map { entry in
      [entry.number.spoken, session.title(of: entry), "(" + standingText(entry.standing) + ")"]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    var rest = area
    rest.height -= drawBlock("The room before wanted taken up", wishes, &canvas, rest)
    rest.height -= drawBlock("Closed before, and left there", closed, &canvas, rest)
    return area.height - rest.height
  }

  /// A heading and as many lines as half of an area has room for, at its foot; returns the rows.
  private func drawBlock(
    _ title: String, _ lines: [String], _ canvas: inout Canvas, _ area: Rect
  ) -> Int {
    let shown = lines.prefix(max(0, area.height / 2 - 2))
    guard !shown.isEmpty else { return 0 }
    let top = area.maxY - shown.count - 1
    let more = lines.count > shown.count ? ", the first \(shown.count) of \(lines.count)" : ""
    canvas.put(
      title + more, x: area.x, y: top, Style(.heading, bold: true), maxWidth: area.width)
    for (row, line) in shown.enumerated() {
      canvas.put(line, x: area.x + 2, y: top + 1 + row, maxWidth: area.width - 2)
    }
    return shown.count + 2
  }

  /// An opportunity that was carried over, with what became of it.
  func sinceRow(_ opportunity: Opportunity) -> ListRow {
    let progress = session.progress.first { $0.opportunity.id == opportunity.id }
    let before = progress?.before.text ?? ""
    let since = progress?.since.map(\.standing.text) ?? []
    let arrow = " \(glyph(.arrowRight)) "
    return (
      session.title(of: opportunity),
      since.isEmpty ? before + ", nothing since" : ([before] + since).joined(separator: arrow),
      since.isEmpty ? .dim : .good
    )
  }
}
