import Mixing
import SessionEngine
import Terminal

extension ConsoleState {
  func drawGroups(_ canvas: inout Canvas, _ layout: Layout) {
    if let mixing { return drawMixing(mixing, &canvas, layout) }
    let top = layout.bodyTop + (layout.isRoomy ? 2 : 1)
    let height = max(1, layout.bodyBottom(hasHint: false) - top)
    drawNotice(&canvas, y: layout.lineY)
    let board = SeatingBoard(session, width: size.width - 2, height: height)
    let perScreen = max(1, (size.width - 2) / board.columnWidth)
    let chosen =
      board.columns.firstIndex { column in
        column.contains { entry in
          board.cards[entry.card].members.contains { $0.id == groups.selection }
        }
      } ?? 0
    let first = chosen / perScreen * perScreen
    for (place, column) in board.columns.dropFirst(first).prefix(perScreen).enumerated() {
      let x = 1 + place * board.columnWidth
      // One group may be longer than the screen: then its chosen row is kept in sight.
      let scroll = scrolled(column, board, height)
      for entry in column {
        draw(
          board.cards[entry.card], on: &canvas,
          Rect(x: x, y: top, width: board.columnWidth - 2, height: height), y: entry.y - scroll)
      }
    }
    if board.cards.isEmpty {
      canvas.put("Nobody to seat yet: add delegates in Arrivals.", x: 3, y: top, Style(.ghost))
    }
    let rest = board.columns.count - first - perScreen
    let more = (first > 0 ? glyph(.arrowLeft) : "") + (rest > 0 ? glyph(.arrowRight) : "")
    drawGroupsTitle(&canvas, layout, more: more)
  }

  private func drawGroupsTitle(_ canvas: inout Canvas, _ layout: Layout, more: String) {
    let tables = session.tables.count
    let round = session.round.map { "round \($0)" } ?? "before round 1"
    let title =
      "\(tables) \(tables == 1 ? "group" : "groups") \(glyph(.dot)) "
      + "\(session.seats.count) of \(session.delegates.count) seated \(glyph(.dot)) \(round)"
    let moreX = canvas.putRight(more, endX: size.width - 1, y: layout.bodyTop, Style(.dim))
    canvas.put(
      title, x: 1, y: layout.bodyTop, Style(.heading, bold: true), maxWidth: max(0, moreX - 3))
  }

  private func scrolled(
    _ column: [(card: Int, y: Int)], _ board: SeatingBoard, _ height: Int
  ) -> Int {
    for entry in column {
      let card = board.cards[entry.card]
      guard let row = card.members.firstIndex(where: { $0.id == groups.selection }) else {
        continue
      }
      let y = entry.y + (card.table == nil ? 1 : 2) + row
      return y < height ? 0 : y - height + 1
    }
    return 0
  }

  private func draw(
    _ card: SeatingBoard.Card, on canvas: inout Canvas, _ area: Rect, y top: Int
  ) {
    var y = area.y + top
    // The name of a group that is scrolled stays at the top.
    let isCut = y < area.y && y + card.height - 1 > area.y
    if isCut { drawTitle(of: card, on: &canvas, area, y: area.y) }
    let isVisible = { (y: Int) in y >= area.y + (isCut ? 1 : 0) && y < area.maxY }
    if isVisible(y) { drawTitle(of: card, on: &canvas, area, y: y) }
    y += 1
    if let table = card.table {
      if isVisible(y) {
        let priority = session.priority(session.currentPriority(of: table.id))?.title ?? ""
        canvas.put(priority, x: area.x + 3, y: y, Style(.accent), maxWidth: area.width - 3)
      }
      y += 1
    }
    for delegate in card.members {
      if isVisible(y) { draw(delegate, on: &canvas, area, y: y) }
      y += 1
    }
  }

  private func drawTitle(
    of card: SeatingBoard.Card, on canvas: inout Canvas, _ area: Rect, y: Int
  ) {
    let style = card.table == nil ? Style(.warning, bold: true) : Style(.heading, bold: true)
    let number = card.table.map { "\($0.number)  " } ?? ""
    let count = "(\(card.members.count))"
    let used = canvas.put(
      number + (card.table?.name ?? "Without a seat"), x: area.x, y: y, style,
      maxWidth: max(1, area.width - count.utf8.count - 1))
    var x = area.x + used + 1
    x += canvas.put(count, x: x, y: y, Style(.dim)) + 1
    if let table = card.table, session.groupsWithoutHost.contains(where: { $0.id == table.id }) {
      canvas.put("no host", x: x, y: y, Style(.warning), maxWidth: max(0, area.maxX - x))
    }
  }

  /// What keeps somebody in the group, beside the name, or that a wish of theirs is not kept.
  private func stayMark(of id: DelegateID) -> (text: String, role: Role) {
    if session.seatedAgainstWishes.contains(id) { return ("not kept", .warning) }
    func sits(_ pin: MixWishes.Pin) -> Bool {
      pin.delegate == id && session.seats[id] == pin.group
    }
    if session.mixWishes.hosts.contains(where: sits) { return ("host", .accent) }
    return (session.mixWishes.pins.contains(where: sits) ? "stays" : "", .accent)
  }

  private func draw(_ delegate: Delegate, on canvas: inout Canvas, _ area: Rect, y: Int) {
    let isChosen = delegate.id == groups.selection
    let isHere = delegate.isPresent
    let style = isChosen ? Style(.selected, selected: true) : Style.text
    let dim = isChosen ? style : Style(.dim)
    if isChosen {
      canvas.fill(Rect(x: area.x, y: y, width: area.width, height: 1), style)
      canvas.put(glyph(.marker), x: area.x, y: y, style)
    }
    canvas.put(
      presenceMark(of: delegate), x: area.x + 1, y: y,
      isChosen ? style : Style(isHere ? .good : .dim, bold: true))
    let nameX = area.x + 3
    // Beside a name stands the sector, and the organisation where there is room for all of it.
    let detailWidth = area.width >= 66 ? 38 : area.width >= 34 ? 10 : 0
    let nameWidth = min(30, area.maxX - nameX - (detailWidth > 0 ? detailWidth + 1 : 0))
    let mark = stayMark(of: delegate.id)
    let markWidth = mark.text.isEmpty ? 0 : mark.text.utf8.count + 1
    let used = canvas.put(
      delegate.name, x: nameX, y: y, isHere ? style : dim, maxWidth: max(1, nameWidth - markWidth))
    if !mark.text.isEmpty {
      canvas.put(mark.text, x: nameX + used + 1, y: y, isChosen ? style : Style(mark.role))
    }
    emphasiseMatch(&canvas, in: delegate.name, x: nameX, y: y, width: nameWidth)
    guard detailWidth > 0 else { return }
    let profile = delegate.profile
    let parts = detailWidth > 10 ? [profile.sector, profile.organisation] : [profile.sector]
    let detail = parts.filter { !$0.isEmpty }.joined(separator: " \(glyph(.dot)) ")
    canvas.put(detail, x: nameX + nameWidth + 2, y: y, dim, maxWidth: detailWidth)
  }
}
