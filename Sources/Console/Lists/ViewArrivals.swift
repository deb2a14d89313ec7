import SessionEngine
import Terminal

extension ConsoleState {
  func drawArrivals(_ canvas: inout Canvas, _ layout: Layout) {
    let rows = arrivalRows
    let bottom = layout.bodyBottom(hasHint: false)
    let top = layout.bodyTop + (layout.isRoomy ? 2 : 1)
    let area = Rect(x: 1, y: top, width: size.width - 2, height: max(1, bottom - top))
    drawNotice(&canvas, y: layout.lineY)
    guard !rows.isEmpty else {
      drawArrivalsTitle(&canvas, layout, more: "")
      let undone = session.nextRedo(by: device).map { " U brings back what was undone: \($0)." }
      let text =
        session.delegates.isEmpty
        ? "Nobody is expected yet. a adds a person; a roster comes in with ‘plenary new --roster’."
          + (undone ?? "") : "Everybody is here. t shows the whole list."
      for (index, line) in TextWidth.wrapped(text, to: min(72, area.width - 2)).enumerated() {
        canvas.put(line, x: 3, y: top + index, Style(.ghost))
      }
      return
    }
    let people = rows.compactMap { session.delegates[$0] }
    let columns = ArrivalColumns(people, in: session, width: area.width)
    let chosen = arrivals.selection.flatMap { rows.firstIndex(of: $0) } ?? 0
    let first = windowStart(chosen: chosen, count: rows.count, height: area.height)
    for (row, delegate) in people.dropFirst(first).prefix(area.height).enumerated() {
      draw(
        delegate, on: &canvas, y: area.y + row, columns,
        isChosen: delegate.id == arrivals.selection)
    }
    let arrows =
      (first > 0 ? glyph(.up) : "") + (first + area.height < rows.count ? glyph(.down) : "")
    drawArrivalsTitle(
      &canvas, layout, more: arrows.isEmpty ? "" : "\(arrows) \(chosen + 1) of \(rows.count)")
  }

  private func drawArrivalsTitle(_ canvas: inout Canvas, _ layout: Layout, more: String) {
    let present = session.delegates.values.count(where: \.isPresent)
    let walkIns = session.delegates.values.count(where: \.isWalkIn)
    let all = session.delegates.count
    let isTicked = session.ticksArrivals || walkIns == all
    var title =
      isTicked
      ? "\(present) of \(all) are here"
      : "\(session.delegatesHere.count) of \(all) count as here until somebody is ticked"
    if walkIns > 0 { title += walkIns == 1 ? ", 1 walked in" : ", \(walkIns) walked in" }
    if arrivals.isFiltered { title += " \(glyph(.dot)) only who is missing" }
    let moreX = canvas.putRight(more, endX: size.width - 1, y: layout.bodyTop, Style(.dim))
    canvas.put(
      title, x: 1, y: layout.bodyTop, Style(.heading, bold: true), maxWidth: max(0, moreX - 3))
  }

  private func draw(
    _ delegate: Delegate, on canvas: inout Canvas, y: Int, _ columns: ArrivalColumns,
    isChosen: Bool
  ) {
    let style = isChosen ? Style(.selected, selected: true) : Style.text
    let dim = isChosen ? style : Style(.dim)
    if isChosen {
      canvas.fill(Rect(x: 1, y: y, width: size.width - 2, height: 1), style)
      canvas.put(glyph(.marker), x: 1, y: y, style)
    }
    let isHere = delegate.isPresent
    let mark = presenceMark(of: delegate)
    canvas.put(mark, x: 3, y: y, isChosen ? style : Style(isHere ? .good : .dim, bold: true))
    for (index, text) in columns.texts(of: delegate, in: session).enumerated() {
      let (x, width) = columns.places[index]
      guard width > 0 else { continue }
      let isName = index == 0
      canvas.put(text, x: x, y: y, isName && isHere ? style : dim, maxWidth: width)
      if index < 4 { emphasiseMatch(&canvas, in: text, x: x, y: y, width: width) }
    }
  }

  /// Whether somebody is here, is not, or was not spoken of.
  func presenceMark(of delegate: Delegate) -> String {
    glyph(delegate.isPresent ? .check : delegate.isAbsent ? .cross : .dot)
  }

  /// The first row in view of a list, so that the chosen one stands in it.
  func windowStart(chosen: Int, count: Int, height: Int) -> Int {
    max(0, min(chosen - height / 2, count - height))
  }
}

/// Where the columns of Arrivals stand: name, organisation, sector, role, group.
private struct ArrivalColumns {
  var places: [(x: Int, width: Int)] = []

  /// Gives every column what its longest text needs; where that is too much, the widest give way, and
  /// role, then sector are left out where little would be left of them.
  init(_ people: [Delegate], in session: Session, width: Int) {
    var needs = [0, 0, 0, 0, 0]
    for delegate in people {
      for (index, text) in texts(of: delegate, in: session).enumerated() {
        needs[index] = max(needs[index], TextWidth.columns(text))
      }
    }
    let caps = [30, 30, 14, 44, 14]
    needs = zip(needs, caps).map { min($0, $1) }
    let room = width - 5
    let minimum = [12, 10, 8, 12, 7]
    for index in [3, 2] {
      let least = needs.indices.reduce(0) { sum, other in
        sum + (needs[other] > 0 ? min(needs[other], minimum[other]) + 2 : 0)
      }
      let wanted = needs.reduce(0) { $0 + ($1 > 0 ? $1 + 2 : 0) }
      if least > room || (index == 3 && wanted > room + needs[3] / 2) { needs[index] = 0 }
    }
    while needs.reduce(0, { $0 + ($1 > 0 ? $1 + 2 : 0) }) > room + 2,
      let widest = needs.indices.filter({ needs[$0] > minimum[$0] }).max(by: {
        needs[$0] < needs[$1]
      })
    { needs[widest] -= 1 }
    var x = 5
    for need in needs {
      places.append((x, max(0, min(need, width - x + 1))))
      x += need > 0 ? need + 2 : 0
    }
  }

  func texts(of delegate: Delegate, in session: Session) -> [String] {
    let profile = delegate.profile
    let skills = profile.skills.joined(separator: ", ")
    return [
      delegate.name + (delegate.isWalkIn ? " (walk-in)" : ""), profile.organisation, profile.sector,
      [profile.role, skills].filter { !$0.isEmpty }.joined(separator: " · "),
      session.seats[delegate.id].flatMap { session.group($0) }?.name ?? "",
    ]
  }
}
