import SessionEngine
import Terminal

extension ConsoleState {
  func drawThemes(_ canvas: inout Canvas, _ layout: Layout) {
    // Where there is no row to spare, the suggestion takes that of the details.
    let hasHint = size.height >= 14
    if layout.hasSidePane || themes.pane == .codebook {
      var area = layout.side(hasHint: hasHint)
      if !layout.hasSidePane { area.width = size.width }
      drawCodebook(&canvas, area, layout)
    }
    if layout.hasSidePane || themes.pane == .contributions {
      drawCoding(&canvas, layout.main(hasHint: hasHint), layout)
    }
    if hasHint { drawSuggestion(&canvas, y: layout.hintY) }
    if !hasHint, notice == nil, suggestedTheme != nil {
      drawSuggestion(&canvas, y: layout.lineY)
    } else {
      drawNotice(&canvas, y: layout.lineY, otherwise: chosenContribution.map(detail) ?? "")
    }
  }

  // MARK: The codebook

  private func drawCodebook(_ canvas: inout Canvas, _ area: Rect, _ layout: Layout) {
    // Of the two panes the one to which the arrows go has the bar and the brighter heading; the other has
    // a faint marker, since other keys act on what is chosen there.
    let heading = themes.pane == .codebook ? Style(.accent, bold: true) : Style(.heading)
    canvas.put("Codebook", x: 1, y: area.y, heading)
    let top = area.y + (layout.isRoomy ? 2 : 1)
    let sought = themes.pane == .codebook ? themes.theme : themes.coded ?? themes.theme
    let chosen = session.themes.firstIndex { $0.id == sought } ?? 0
    // A long codebook scrolls; the definition gives way first.
    let heights = session.themes.map { titleLines($0, area).count + (layout.isSpacious ? 1 : 0) }
    var first = 0
    var needed = heights.prefix(chosen + 1).reduce(0, +)
    while needed > area.maxY - top - 1, first < chosen {
      needed -= heights[first]
      first += 1
    }
    var y = top
    for (index, theme) in session.themes.enumerated().dropFirst(first) {
      let lines = titleLines(theme, area)
      guard y + lines.count <= area.maxY else {
        canvas.put(glyph(.down), x: area.maxX - 1, y: area.maxY - 1, Style(.dim))
        return
      }
      drawTheme(&canvas, index, theme, lines, area, y: y)
      y += heights[index]
    }
    if first > 0 { canvas.put(glyph(.up), x: area.maxX - 1, y: top, Style(.dim)) }
    if !layout.isSpacious { y += 1 }
    guard y < area.maxY else { return }
    canvas.put("not coded yet", x: 7, y: y, Style(.dim))
    canvas.putRight("\(uncodedSlots.count)", endX: area.maxX - 2, y: y, Style(.dim))
    y += 2
    drawDefinition(&canvas, area, y)
  }

  private func titleLines(_ theme: Theme, _ area: Rect) -> [String] {
    wrapped(theme.title, to: max(8, area.width - 13), most: 2)
  }

  private func drawTheme(
    _ canvas: inout Canvas, _ index: Int, _ theme: Theme, _ lines: [String], _ area: Rect, y: Int
  ) {
    let isChosen = theme.id == themes.theme
    let hasFocus = isChosen && themes.pane == .codebook
    let style =
      hasFocus ? Style(.selected, selected: true) : isChosen ? Style(.accent, bold: true) : .text
    if hasFocus {
      canvas.fill(Rect(x: 1, y: y, width: area.width - 2, height: lines.count), style)
    }
    if isChosen { canvas.put(glyph(.marker), x: 1, y: y, hasFocus ? style : Style(.dim)) }
    canvas.putRight(
      KeyTable.themeKey(index), endX: 4, y: y, hasFocus ? style : Style(.key, bold: true))
    if chosenContribution?.themes.contains(theme.id) == true {
      canvas.put(glyph(.check), x: 5, y: y, hasFocus ? style : Style(.good))
    }
    canvas.putRight(
      "\(session.contributions.count(of: theme.id))", endX: area.maxX - 2, y: y, style)
    for (row, line) in lines.enumerated() {
      canvas.put(line, x: 7, y: y + row, style, maxWidth: area.width - 13)
    }
  }

  private func drawDefinition(_ canvas: inout Canvas, _ area: Rect, _ top: Int) {
    guard let theme = chosenTheme else { return }
    let width = area.width - 4
    var lines = theme.definition.isEmpty ? [] : TextWidth.wrapped(theme.definition, to: width)
    for step in lineage(of: theme.id) {
      if !lines.isEmpty { lines.append("") }
      lines += TextWidth.wrapped(TextWidth.sanitised(step), to: width)
    }
    for point in theme.keyPoints {
      let wrapped = TextWidth.wrapped(point, to: width - 2)
      if !lines.isEmpty { lines.append("") }
      lines += wrapped.enumerated().map { ($0 == 0 ? glyph(.bullet) + " " : "  ") + $1 }
    }
    let room = area.maxY - top
    // Half a definition misleads: cut, it says so.
    guard room >= 2 else { return }
    if lines.count > room {
      lines = Array(lines.prefix(room))
      lines[room - 1] = cutShort(lines[room - 1], to: width)
    }
    for (row, line) in lines.enumerated() {
      canvas.put(line, x: 1, y: top + row, Style(.dim), maxWidth: area.width - 3)
    }
  }

  // MARK: The contributions

  private func drawCoding(_ canvas: inout Canvas, _ area: Rect, _ layout: Layout) {
    var title = "Contributions " + themes.filter.title
    if themes.filter == .ofTheme { title = chosenTheme?.title ?? title }
    let heading = themes.pane == .contributions ? Style(.accent, bold: true) : Style(.heading)
    canvas.put(title, x: area.x, y: area.y, heading, maxWidth: area.width - 12)
    let step = layout.isRoomy ? 2 : 1
    let list = Rect(
      x: area.x, y: area.y + step, width: area.width, height: area.height - step)
    guard !themes.rows.isEmpty else {
      canvas.putRight("0", endX: area.maxX, y: area.y, Style(.dim))
      let text =
        session.contributions.keptCount == 0
        ? "Nothing was captured yet."
        : themes.filter == .uncoded ? "Everything is coded. t shows the rest." : "Nothing yet."
      canvas.put(text, x: list.x + 2, y: list.y, Style(.ghost), maxWidth: list.width - 2)
      return
    }
    let columns = columns(in: list)
    let chosen = chosenThemeRow ?? 0
    var first = chosen
    let own = themeBlock(chosen, columns)?.rows ?? 1
    var rows = own
    // A third of the pane shows what came before the chosen row.
    while first > 0 {
      let more = (themeBlock(first - 1, columns)?.rows ?? 1) + columns.gap
      if rows + more > max(list.height / 2, own) { break }
      rows += more
      first -= 1
    }
    var y = list.y
    var next = first
    while next < themes.rows.count {
      guard let block = themeBlock(next, columns) else { break }
      guard next == chosen || y + block.rows <= list.maxY else { break }
      draw(block, on: &canvas, columns, y: y)
      y += block.rows + columns.gap
      next += 1
    }
    let arrows = (first > 0 ? glyph(.up) : "") + (next < themes.rows.count ? glyph(.down) : "")
    // What was coded just now keeps its row, but is no longer among those not coded.
    let rest = themes.filter == .uncoded ? uncodedSlots.count : themes.rows.count
    let count = [arrows, "\(rest)"].filter { !$0.isEmpty }.joined(separator: " ")
    canvas.putRight(count, endX: area.maxX, y: area.y, Style(.dim))
  }

  private func themeBlock(_ row: Int, _ columns: BlockColumns) -> Block? {
    guard let slot = themes.rows[row] else { return nil }
    let contribution = session.contributions.all[slot]
    let isChosen = contribution.id == themes.contribution
    let hasFocus = isChosen && themes.pane == .contributions
    var block = block(contribution, columns, isChosen: hasFocus)
    block.isNoted = isChosen && !hasFocus
    return block
  }
}
