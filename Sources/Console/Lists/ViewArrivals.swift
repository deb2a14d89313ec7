import SessionEngine
import Terminal

extension ConsoleState {
  func drawArrivals(_ canvas: inout Canvas, _ layout: Layout) {
    let rows = arrivalRows
    let present = session.delegates.values.count(where: \.isPresent)
    let walkIns = session.delegates.values.count(where: \.isWalkIn)
    var title = "\(present) of \(session.delegates.count) are here"
    if walkIns > 0 { title += ", \(walkIns) walked in" }
    if arrivals.isFiltered { title += " (showing who is missing)" }
    canvas.put(title, x: 1, y: layout.bodyTop, Style(.heading, bold: true))
    let top = layout.bodyTop + (layout.isRoomy ? 2 : 1)
    let bottom = layout.bodyBottom(lineRows: 1)
    let area = Rect(x: 1, y: top, width: size.width - 2, height: bottom - top)
    guard !rows.isEmpty else {
      let text =
        session.delegates.isEmpty
        ? "Nobody is expected yet. a adds a person; ‘plenary new … --roster FILE.csv’ takes a list."
        : "Everybody is here."
      for (index, line) in TextWidth.wrapped(text, to: area.width).enumerated() {
        canvas.put(line, x: 1, y: top + index, Style(.ghost))
      }
      return drawNotice(&canvas, y: bottom)
    }
    let columns = ArrivalColumns(width: area.width)
    let chosen = arrivals.selection.flatMap { rows.firstIndex(of: $0) } ?? 0
    let first = windowStart(chosen: chosen, count: rows.count, height: area.height)
    for (row, id) in rows.dropFirst(first).prefix(area.height).enumerated() {
      guard let delegate = session.delegates[id] else { continue }
      drawDelegate(&canvas, delegate, y: area.y + row, columns, isChosen: id == arrivals.selection)
    }
    drawNotice(&canvas, y: bottom)
  }

  private func drawDelegate(
    _ canvas: inout Canvas, _ delegate: Delegate, y: Int, _ columns: ArrivalColumns, isChosen: Bool
  ) {
    let style = isChosen ? Style(.selected, selected: true) : Style.text
    if isChosen {
      canvas.fill(Rect(x: 1, y: y, width: size.width - 2, height: 1), style)
      canvas.put(glyph(.marker), x: 1, y: y, style)
    }
    let mark = delegate.isPresent ? glyph(.check) : glyph(.dot)
    canvas.put(
      mark, x: 3, y: y, isChosen ? style : Style(delegate.isPresent ? .good : .dim, bold: true))
    let dim = isChosen ? style : Style(.dim)
    let name = delegate.name + (delegate.isWalkIn ? " (walk-in)" : "")
    canvas.put(
      name, x: columns.nameX, y: y, delegate.isPresent || isChosen ? style : dim,
      maxWidth: columns.nameWidth)
    canvas.put(
      delegate.profile.organisation, x: columns.organisationX, y: y, dim,
      maxWidth: columns.organisationWidth)
    canvas.put(
      delegate.profile.sector, x: columns.sectorX, y: y, dim, maxWidth: columns.sectorWidth)
    if columns.roleWidth > 0 {
      let role = delegate.profile.role
      let skills = delegate.profile.skills.joined(separator: ", ")
      let text = [role, skills].filter { !$0.isEmpty }.joined(separator: " \(glyph(.dot)) ")
      canvas.put(text, x: columns.roleX, y: y, dim, maxWidth: columns.roleWidth)
    }
    let table = session.seats[delegate.id].flatMap { session.group($0) }?.name ?? ""
    canvas.put(table, x: columns.tableX, y: y, dim, maxWidth: columns.tableWidth)
  }

  /// The first row in view of a list, so that the chosen one stands in it.
  func windowStart(chosen: Int, count: Int, height: Int) -> Int {
    max(0, min(chosen - height / 2, count - height))
  }
}

/// Where the columns of Arrivals stand.
private struct ArrivalColumns {
  let nameX = 5
  let nameWidth: Int
  let organisationX: Int
  let organisationWidth: Int
  let sectorX: Int
  let sectorWidth: Int
  let roleX: Int
  let roleWidth: Int
  let tableX: Int
  let tableWidth = 10

  init(width: Int) {
    let room = width - 5 - tableWidth - 2
    let hasRole = width >= 110
    nameWidth = room * (hasRole ? 26 : 40) / 100
    organisationWidth = room * (hasRole ? 28 : 36) / 100
    sectorWidth = max(0, room * (hasRole ? 14 : 24) / 100 - 2)
    organisationX = nameX + nameWidth + 2
    sectorX = organisationX + organisationWidth + 2
    roleX = sectorX + sectorWidth + 2
    tableX = width - tableWidth + 1
    roleWidth = hasRole ? max(0, tableX - roleX - 2) : 0
  }
}
