import SessionEngine
import Terminal

// The contributions of a group on a priority, the newest in sight.
extension ConsoleState {
  /// Draws as many as there is room for, from the chosen one or the newest upwards.
  ///
  /// Only what is drawn is touched, so a list of a hundred thousand costs what a list of ten does.
  func drawContributions(_ canvas: inout Canvas, _ area: Rect) {
    let slots = slots
    let all = session.contributions.all
    let chosen = capture.selection.flatMap { session.contributions.index(of: $0) }
    let anchor = chosen.map { slots.partition(above: $0) - 1 } ?? slots.count - 1
    var blocks: [Block] = []
    var rows = 0
    // Below the chosen one there stay a few, so that one sees where one is.
    var below = anchor + 1
    let reserve = chosen == nil ? 0 : area.height / 3
    var after: [Block] = []
    var afterRows = 0
    while below < slots.count, afterRows < reserve {
      let contribution = all[slots[below]]
      below += 1
      guard contribution.isKept else { continue }
      let block = block(contribution, width: area.width, isChosen: false)
      afterRows += block.lines.count
      after.append(block)
    }
    var index = anchor
    while index >= 0, rows < area.height - min(afterRows, reserve) {
      let contribution = all[slots[index]]
      index -= 1
      guard contribution.isKept else { continue }
      let isChosen = contribution.id == capture.selection
      let block = block(contribution, width: area.width, isChosen: isChosen)
      rows += block.lines.count
      blocks.append(block)
    }
    if blocks.isEmpty, after.isEmpty { return drawNothingYet(&canvas, area) }
    draw(
      blocks.reversed() + after, on: &canvas, area,
      overflow: max(0, rows - (area.height - min(afterRows, reserve))))
  }

  private func draw(_ blocks: [Block], on canvas: inout Canvas, _ area: Rect, overflow: Int) {
    var y = area.y - overflow
    for block in blocks {
      for (index, line) in block.lines.enumerated() {
        defer { y += 1 }
        guard y >= area.y, y < area.maxY else { continue }
        // The number stays in sight even where the block's first line does not.
        let isFirst = index == 0 || y == area.y
        drawRow(&canvas, block, line, isFirst: isFirst, area, y)
      }
    }
  }

  private func drawRow(
    _ canvas: inout Canvas, _ block: Block, _ line: String, isFirst: Bool, _ area: Rect, _ y: Int
  ) {
    let style = block.isChosen ? Style(.selected, selected: true) : Style.text
    if block.isChosen {
      canvas.fill(Rect(x: area.x, y: y, width: area.width, height: 1), style)
    }
    if isFirst {
      if block.isChosen { canvas.put(glyph(.marker), x: area.x, y: y, style) }
      canvas.put(
        block.number, x: area.x + 2, y: y, block.isChosen ? style : Style(.dim),
        maxWidth: Block.numberWidth - 1)
    }
    let textX = area.x + 2 + Block.numberWidth
    canvas.put(line, x: textX, y: y, style, maxWidth: block.textWidth)
    if !search.query.isEmpty, !block.isChosen { underlineMatch(&canvas, line, textX, y) }
    guard isFirst else { return }
    var x = area.maxX
    for tag in block.tags.reversed() {
      let width = TextWidth.columns(TextWidth.sanitised(tag.text))
      x -= width
      canvas.put(tag.text, x: x, y: y, block.isChosen ? style : Style(tag.role), maxWidth: width)
      x -= 1
    }
  }

  private func underlineMatch(_ canvas: inout Canvas, _ line: String, _ x: Int, _ y: Int) {
    let lower = line.lowercased()
    guard let range = lower.firstRange(of: search.query.lowercased()) else { return }
    let before = TextWidth.columns(TextWidth.sanitised(String(lower[..<range.lowerBound])))
    let width = TextWidth.columns(TextWidth.sanitised(String(lower[range])))
    canvas.restyle(Rect(x: x + before, y: y, width: width, height: 1), Style(.match))
  }

  private func drawNothingYet(_ canvas: inout Canvas, _ area: Rect) {
    let priority = session.priority(capture.priority(in: session))
    var lines = ["Nothing yet. Type what is said, then Enter."]
    if let question = priority?.question, !question.isEmpty { lines.insert(question, at: 0) }
    var y = area.y
    for line in lines.flatMap({ TextWidth.wrapped($0, to: max(10, area.width - 2)) }) {
      guard y < area.maxY else { return }
      canvas.put(line, x: area.x + 2, y: y, Style(.ghost), maxWidth: area.width - 2)
      y += 1
    }
  }

  /// A contribution, wrapped for the list.
  struct Block {
    static let numberWidth = 6
    var number: String
    var lines: [String]
    var tags: [(text: String, role: Role)]
    var textWidth: Int
    var isChosen: Bool
  }

  func block(_ contribution: Contribution, width: Int, isChosen: Bool) -> Block {
    var tags: [(text: String, role: Role)] = []
    if contribution.speaker != nil { tags.append(("@", .speaker)) }
    for theme in contribution.themes.prefix(2) {
      let title = session.theme(theme)?.title ?? ""
      tags.append(("#" + TextWidth.truncated(title, to: width >= 90 ? 18 : 9), .tag))
    }
    if contribution.themes.count > 2 { tags.append(("+\(contribution.themes.count - 2)", .tag)) }
    if contribution.isHighlighted { tags.append((glyph(.star), .highlight)) }
    if contribution.lens != Lens.unknown.id {
      let title = session.lens(contribution.lens).title
      tags.append((width >= 80 ? title : String(title.prefix { $0 != " " }), .lens))
    }
    let tagWidth = tags.reduce(0) { $0 + TextWidth.columns(TextWidth.sanitised($1.text)) + 1 }
    let textWidth = max(12, width - 2 - Block.numberWidth - min(tagWidth, width / 2) - 1)
    let most = isChosen ? 12 : 4
    return Block(
      number: contribution.number.spoken,
      lines: wrapped(contribution.words, to: textWidth, most: most), tags: tags,
      textWidth: textWidth, isChosen: isChosen)
  }

  /// At most so many lines of a text; however long the text, only its start is looked at.
  func wrapped(_ text: String, to width: Int, most: Int) -> [String] {
    let start = text.prefix(width * (most + 1))
    var lines = TextWidth.wrapped(String(start), to: width)
    if lines.count > most || start.endIndex != text.endIndex {
      lines = Array(lines.prefix(most))
      let last = lines.popLast() ?? ""
      lines.append(TextWidth.truncated(last, to: width - 2) + " " + glyph(.ellipsis))
    }
    return lines.isEmpty ? [""] : lines
  }

  // MARK: Rewording

  func drawRewording(_ canvas: inout Canvas, _ area: Rect, _ id: ContributionID) {
    guard let contribution = session.contributions[id] else { return }
    var y = area.y
    canvas.put(
      "\(contribution.number.spoken), as it stands and as it was:", x: area.x, y: y, Style(.dim))
    y += 1
    let wordings = [contribution.words] + contribution.earlierWords.reversed()
    for (index, words) in wordings.enumerated() {
      for (row, line) in wrapped(words, to: area.width - 6, most: 6).enumerated() {
        guard y < area.maxY else { return }
        if row == 0 {
          canvas.put(
            index == 0 ? "now" : "\(wordings.count - index)", x: area.x, y: y, Style(.dim))
        }
        canvas.put(line, x: area.x + 5, y: y, index == 0 ? .text : Style(.dim))
        y += 1
      }
    }
  }
}
