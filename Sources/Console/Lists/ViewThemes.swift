import SessionEngine
import Terminal

extension ConsoleState {
  func drawThemes(_ canvas: inout Canvas, _ layout: Layout) {
    let bottom = layout.bodyBottom(lineRows: 1)
    let height = bottom - layout.bodyTop
    if layout.hasSidePane {
      drawCodebook(&canvas, Rect(x: 0, y: layout.bodyTop, width: layout.sideWidth, height: height))
      let x = layout.sideWidth + 2
      drawCoding(
        &canvas, Rect(x: x, y: layout.bodyTop, width: size.width - x - 1, height: height))
    } else if themes.pane == .codebook {
      drawCodebook(&canvas, Rect(x: 0, y: layout.bodyTop, width: size.width, height: height))
    } else {
      drawCoding(
        &canvas, Rect(x: 1, y: layout.bodyTop, width: size.width - 2, height: height))
    }
    drawNotice(&canvas, y: bottom)
  }

  private func drawCodebook(_ canvas: inout Canvas, _ area: Rect) {
    canvas.put("Codebook", x: 1, y: area.y, Style(.heading, bold: true))
    let counts = themeCounts
    var y = area.y + 2
    for (index, theme) in session.themes.enumerated() {
      let isChosen = theme.id == themes.theme
      let hasFocus = isChosen && themes.pane == .codebook
      let style =
        hasFocus ? Style(.selected, selected: true) : isChosen ? Style(.accent, bold: true) : .text
      let isCoded = chosenContribution?.themes.contains(theme.id) ?? false
      let titles = TextWidth.wrapped(theme.title, to: max(8, area.width - 13)).prefix(2)
      for (row, title) in titles.enumerated() {
        guard y < area.maxY else { return }
        if hasFocus { canvas.fill(Rect(x: 1, y: y, width: area.width - 2, height: 1), style) }
        if row == 0 {
          if isChosen { canvas.put(glyph(.marker), x: 1, y: y, style) }
          canvas.putRight(
            index < 9 ? "\(index + 1)" : "", endX: 4, y: y, hasFocus ? style : Style(.key))
          if isCoded { canvas.put(glyph(.check), x: 5, y: y, hasFocus ? style : Style(.good)) }
          canvas.putRight("\(counts[theme.id] ?? 0)", endX: area.maxX - 2, y: y, style)
        }
        canvas.put(title, x: 7, y: y, style, maxWidth: area.width - 13)
        y += 1
      }
    }
    y += 1
    let uncoded = counts.isEmpty ? session.contributions.keptCount : uncodedCount
    if y < area.maxY { canvas.put("not coded yet", x: 7, y: y, Style(.dim)) }
    if y < area.maxY { canvas.putRight("\(uncoded)", endX: area.maxX - 2, y: y, Style(.dim)) }
    y += 2
    guard let theme = chosenTheme, !theme.definition.isEmpty else { return }
    for line in TextWidth.wrapped(theme.definition, to: max(10, area.width - 4)) {
      guard y < area.maxY else { return }
      canvas.put(line, x: 1, y: y, Style(.dim))
      y += 1
    }
  }

  private var themeCounts: [ThemeID: Int] {
    var counts: [ThemeID: Int] = [:]
    for contribution in session.contributions.all where contribution.isKept {
      for theme in contribution.themes { counts[theme, default: 0] += 1 }
    }
    return counts
  }

  private var uncodedCount: Int {
    session.contributions.all.count { $0.isKept && $0.themes.isEmpty }
  }

  private func drawCoding(_ canvas: inout Canvas, _ area: Rect) {
    var title = themes.filter.title
    if themes.filter == .ofTheme { title = chosenTheme.map { "of ‘\($0.title)’" } ?? title }
    canvas.put(
      "Contributions \(title)", x: area.x, y: area.y, Style(.heading, bold: true),
      maxWidth: area.width - 8)
    canvas.putRight("\(themes.rows.count)", endX: area.maxX, y: area.y, Style(.dim))
    let list = Rect(x: area.x, y: area.y + 2, width: area.width, height: area.height - 2)
    guard !themes.rows.isEmpty else {
      canvas.put(
        themes.filter == .uncoded ? "Everything is coded. t shows the rest." : "Nothing yet.",
        x: list.x + 2, y: list.y, Style(.ghost), maxWidth: list.width - 2)
      return
    }
    let chosen = themes.contribution.flatMap { themes.rows.firstIndex(of: $0) } ?? 0
    var above = 0
    var first = chosen
    // A third of the pane shows what came before the chosen row.
    while first > 0, above < list.height / 3 {
      first -= 1
      above += themeBlock(first, list.width).lines.count
    }
    var y = list.y
    for index in first..<themes.rows.count {
      guard y < list.maxY else { return }
      let block = themeBlock(index, list.width)
      for (row, line) in block.lines.enumerated() where y < list.maxY {
        drawCodingRow(&canvas, block, line, row, list, y)
        y += 1
      }
    }
  }

  private func themeBlock(_ index: Int, _ width: Int) -> Block {
    guard let contribution = session.contributions[themes.rows[index]] else {
      return Block(number: "", lines: [""], tags: [], textWidth: width, isChosen: false)
    }
    return block(contribution, width: width, isChosen: contribution.id == themes.contribution)
  }

  private func drawCodingRow(
    _ canvas: inout Canvas, _ block: Block, _ line: String, _ row: Int, _ area: Rect, _ y: Int
  ) {
    let hasFocus = block.isChosen && themes.pane == .contributions
    let style = hasFocus ? Style(.selected, selected: true) : .text
    if hasFocus { canvas.fill(Rect(x: area.x, y: y, width: area.width, height: 1), style) }
    if row == 0 {
      if block.isChosen { canvas.put(glyph(.marker), x: area.x, y: y, style) }
      canvas.put(block.number, x: area.x + 2, y: y, hasFocus ? style : Style(.dim))
      var x = area.maxX
      for tag in block.tags.reversed() {
        x = canvas.putRight(tag.text, endX: x, y: y, hasFocus ? style : Style(tag.role)) - 1
      }
    }
    canvas.put(line, x: area.x + 2 + Block.numberWidth, y: y, style, maxWidth: block.textWidth)
  }
}
