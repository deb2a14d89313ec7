import Collating
import SessionEngine
import Terminal

extension ConsoleState {
  /// Draws Themes: its two lists, or the view that is open.
  func drawCollating(_ canvas: inout Canvas, _ layout: Layout) {
    guard collating.view != .coding else { return drawThemes(&canvas, layout) }
    let top = layout.bodyTop
    let step = layout.isRoomy ? 2 : 1
    let bottom = layout.bodyBottom(hasHint: false)
    let area = Rect(x: 1, y: top + step, width: size.width - 2, height: max(1, bottom - top - step))
    drawNotice(&canvas, y: layout.lineY)
    switch collating.view {
    case .coding: break
    case .shape: drawShape(&canvas, area, titleY: top)
    case .duplicates: drawPair(&canvas, area, titleY: top)
    case .topics: drawTopics(&canvas, area, titleY: top)
    case .highlights: drawHighlights(&canvas, area, titleY: top)
    case .splitting: drawSplitting(&canvas, area, titleY: top)
    }
  }

  /// Draws the title of a view, and at the right where one is in it.
  func drawViewTitle(_ canvas: inout Canvas, _ title: String, right: String = "", y: Int) {
    let x = canvas.putRight(right, endX: size.width - 1, y: y, Style(.dim))
    canvas.put(title, x: 1, y: y, Style(.heading, bold: true), maxWidth: max(0, x - 3))
  }

  /// Says why a view is empty.
  func drawNothing(_ canvas: inout Canvas, _ text: String, _ area: Rect) {
    for (row, line) in TextWidth.wrapped(text, to: max(8, min(72, area.width - 2))).enumerated()
    where row < area.height {
      canvas.put(line, x: area.x + 2, y: area.y + row, Style(.ghost))
    }
  }

  /// The suggested theme in a line: the key that takes it, the theme's own key and title, and the words that speak for it.
  func drawSuggestion(_ canvas: inout Canvas, y: Int) {
    guard let offered = suggestedTheme, let theme = session.theme(offered.theme) else { return }
    var x = 1
    let endX = size.width - 1
    x += canvas.put("y", x: x, y: y, Style(.key, bold: true)) + 1
    let number =
      session.themes.firstIndex { $0.id == theme.id }.map { KeyTable.themeKey($0) + " " } ?? ""
    x += canvas.put(
      number + theme.title + "?", x: x, y: y, Style(.tag), maxWidth: max(0, (endX - x) * 2 / 3))
    guard !offered.words.isEmpty else { return }
    let words = offered.words.map { "‘\($0)’" }.joined(separator: ", ")
    canvas.put("  for \(words)", x: x, y: y, Style(.dim), maxWidth: max(0, endX - x))
  }

  // MARK: Highlights

  func drawHighlights(_ canvas: inout Canvas, _ area: Rect, titleY: Int) {
    let rows = chosenHighlights
    let place = session.themes.firstIndex { $0.id == themes.theme }.map { $0 + 1 } ?? 0
    drawViewTitle(
      &canvas, "Highlights of ‘\(chosenTheme?.title ?? "")’",
      right: "theme \(place) of \(session.themes.count)", y: titleY)
    guard !rows.isEmpty else {
      let text =
        session.themes.isEmpty
        ? "There is no theme yet."
        : "Nothing coded to this theme is picked out. Esc leads back to coding, where h does so."
      return drawNothing(&canvas, text, area)
    }
    let columns = columns(in: area)
    let chosen = rows.firstIndex { $0.id == collating.highlight } ?? 0
    drawBlocks(&canvas, rows, columns, chosen: chosen)
  }

  /// Draws contributions from such a one on that the chosen one stands in view.
  private func drawBlocks(
    _ canvas: inout Canvas, _ rows: [Contribution], _ columns: BlockColumns, chosen: Int
  ) {
    var first = chosen
    var used = block(rows[chosen], columns, isChosen: true).rows
    while first > 0 {
      let more = block(rows[first - 1], columns, isChosen: false).rows + columns.gap
      if used + more > max(columns.area.height / 2, used) { break }
      used += more
      first -= 1
    }
    var y = columns.area.y
    for index in first..<rows.count {
      let block = block(rows[index], columns, isChosen: index == chosen)
      guard index == chosen || y + block.rows <= columns.area.maxY else { break }
      draw(block, on: &canvas, columns, y: y)
      y += block.rows + columns.gap
    }
  }

  // MARK: Splitting

  func drawSplitting(_ canvas: inout Canvas, _ area: Rect, titleY: Int) {
    let rows = splitRows
    let title = collating.split.theme.map { session.title(of: $0) } ?? ""
    drawViewTitle(
      &canvas, "What of ‘\(title)’ goes over to a new theme?",
      right: "\(collating.split.going.count) of \(rows.count)", y: titleY)
    let chosen = rows.firstIndex { $0 == collating.split.chosen } ?? 0
    let first = windowStart(chosen: chosen, count: rows.count, height: area.height)
    for (row, id) in rows.dropFirst(first).prefix(area.height).enumerated() {
      guard let point = session.contributions[id] else { continue }
      let y = area.y + row
      let isChosen = first + row == chosen
      let style = isChosen ? Style(.selected, selected: true) : Style.text
      if isChosen {
        canvas.fill(Rect(x: area.x, y: y, width: area.width, height: 1), style)
        canvas.put(glyph(.marker), x: area.x, y: y, style)
      }
      let goes = collating.split.going.contains(id)
      canvas.put(
        glyph(goes ? .boxOn : .boxOff), x: area.x + 2, y: y,
        isChosen ? style : Style(goes ? .good : .dim))
      let used = canvas.put(
        point.number.spoken, x: area.x + 4, y: y, isChosen ? style : Style(.dim), maxWidth: 8)
      let x = area.x + 5 + max(4, used)
      canvas.put(
        String(point.words.prefix(400)), x: x, y: y, style, maxWidth: max(0, area.maxX - x))
    }
  }
}
