import SessionEngine
import Terminal

// The contributions of a group on a priority, the newest in sight.
extension ConsoleState {
  /// Draws as many as there is room for, from the chosen one or the newest upwards, each of them whole.
  ///
  /// Only what is drawn is touched, so a list of a hundred thousand costs what a list of ten does.
  ///
  /// - Returns: whether there are more above, and below.
  func drawContributions(_ canvas: inout Canvas, _ area: Rect) -> (above: Bool, below: Bool) {
    let slots = slots
    let all = session.contributions.all
    let columns = columns(in: area)
    let chosen = capture.selection.flatMap { session.contributions.index(of: $0) }
    let anchor = chosen.map { slots.partition(above: $0) - 1 } ?? slots.count - 1

    var shown: [Block] = []
    var rows = 0
    // Adds a contribution if there is room for all of it; the first one always.
    func add(_ slot: Int, atFront: Bool, within room: Int) -> Bool {
      let contribution = all[slot]
      guard contribution.isKept else { return true }
      let block = block(contribution, columns, isChosen: contribution.id == capture.selection)
      guard shown.isEmpty || rows + columns.gap + block.rows <= room else { return false }
      rows += block.rows + (shown.isEmpty ? 0 : columns.gap)
      shown.insert(block, at: atFront ? 0 : shown.count)
      return true
    }
    var above = anchor
    if slots.indices.contains(above) {
      _ = add(slots[above], atFront: true, within: area.height)
      above -= 1
    }
    // Below the chosen one there stay a few, so that one sees where one is.
    var below = anchor + 1
    while below < slots.count,
      add(slots[below], atFront: false, within: rows + area.height / 3),
      rows < area.height * 2 / 3
    { below += 1 }
    while above >= 0, add(slots[above], atFront: true, within: area.height) { above -= 1 }
    while below < slots.count, add(slots[below], atFront: false, within: area.height) { below += 1 }
    guard !shown.isEmpty else {
      drawNothingYet(&canvas, area)
      return (false, false)
    }
    var y = area.y
    for block in shown {
      draw(block, on: &canvas, columns, y: y)
      y += block.rows + columns.gap
    }
    return (above >= 0, below < slots.count)
  }

  private func drawNothingYet(_ canvas: inout Canvas, _ area: Rect) {
    var lines: [String] = []
    if !Layout(size: size).isSpacious {
      // Where there is room, the question stands above the list already.
      lines += [session.priority(capture.priority(in: session))?.question ?? ""]
    }
    lines.append("Nothing yet. Type what is said, then Enter.")
    var y = area.y
    for line in lines.filter({ !$0.isEmpty })
      .flatMap({ TextWidth.wrapped($0, to: max(10, area.width - 2)) })
    {
      guard y < area.maxY else { return }
      canvas.put(line, x: area.x + 2, y: y, Style(.ghost), maxWidth: area.width - 2)
      y += 1
    }
  }

  /// Marks what a search found in a line that stands at (x, y).
  func emphasiseMatch(_ canvas: inout Canvas, in line: String, x: Int, y: Int, width: Int = .max) {
    guard !search.query.isEmpty else { return }
    guard let range = FoldedText(search.query).range(in: line) else { return }
    let before = TextWidth.columns(String(line[..<range.lowerBound]))
    let found = min(TextWidth.columns(String(line[range])), width - before)
    canvas.restyle(Rect(x: x + before, y: y, width: max(0, found), height: 1), Style(.match))
  }

  // MARK: Rewording

  func drawRewording(_ canvas: inout Canvas, _ area: Rect, _ id: ContributionID) {
    guard let contribution = session.contributions[id] else { return }
    let wordings = [contribution.words] + contribution.earlierWords.reversed()
    var y = area.y
    for (index, words) in wordings.enumerated() {
      let label = index == 0 ? "now" : index == wordings.count - 1 ? "first" : "earlier"
      let style = index == 0 ? Style.text : Style(.dim)
      for (row, line) in wrapped(words, to: area.width - 11, most: 6).enumerated() {
        guard y < area.maxY else { return }
        if row == 0 { canvas.put(label, x: area.x + 2, y: y, Style(.accent)) }
        canvas.put(line, x: area.x + 11, y: y, style)
        y += 1
      }
      y += Layout(size: size).isRoomy ? 1 : 0
    }
  }
}
