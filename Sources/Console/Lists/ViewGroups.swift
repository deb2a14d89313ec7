import SessionEngine
import Terminal

extension ConsoleState {
  func drawGroups(_ canvas: inout Canvas, _ layout: Layout) {
    let seated = session.seats.count
    let round = session.round.map { "round \($0)" } ?? "before round 1"
    canvas.put(
      "\(session.tables.count) groups, \(seated) of \(session.delegates.count) delegates seated, \(round)",
      x: 1, y: layout.bodyTop, Style(.heading, bold: true), maxWidth: size.width - 2)
    let top = layout.bodyTop + (layout.isRoomy ? 2 : 1)
    let bottom = layout.bodyBottom(lineRows: 1)
    let lines = seatLines
    let chosen = lines.firstIndex { $0.delegate != nil && $0.delegate == groups.selection } ?? 0
    let columns = size.width >= 140 ? 3 : size.width >= 100 ? 2 : 1
    let height = max(1, bottom - top)
    let width = (size.width - 2) / columns
    // Columns hold whole pages of the one list, so the order by table stays readable.
    let page = chosen / (height * columns) * (height * columns)
    for (index, line) in lines.dropFirst(page).prefix(height * columns).enumerated() {
      draw(
        line, on: &canvas, x: 1 + index / height * width, y: top + index % height,
        width: width - 2)
    }
    if lines.isEmpty {
      canvas.put("Nobody to seat yet: add delegates in Arrivals.", x: 1, y: top, Style(.ghost))
    }
    drawNotice(&canvas, y: bottom)
  }

  /// A row of the list: a table, a delegate, or a blank between tables.
  private struct SeatLine {
    var table: Group?
    var delegate: DelegateID?
    var text = ""
  }

  private var seatLines: [SeatLine] {
    var lines: [SeatLine] = []
    for table in session.tables {
      if !lines.isEmpty { lines.append(SeatLine()) }
      lines.append(SeatLine(table: table))
      lines += session.members(of: table.id).map { SeatLine(delegate: $0.id) }
    }
    let unseated = session.delegates.values.filter { session.seats[$0.id] == nil }
    if !unseated.isEmpty {
      if !lines.isEmpty { lines.append(SeatLine()) }
      lines.append(SeatLine(text: "Without a seat"))
      lines += unseated.map { SeatLine(delegate: $0.id) }
    }
    return lines
  }

  private func draw(_ line: SeatLine, on canvas: inout Canvas, x: Int, y: Int, width: Int) {
    if let table = line.table {
      let priority = session.priority(session.currentPriority(of: table.id))?.title ?? ""
      let count = session.members(of: table.id).count
      let used = canvas.put(
        "\(table.number)  \(table.name)", x: x, y: y, Style(.heading, bold: true),
        maxWidth: width / 2)
      canvas.put(priority, x: x + used + 2, y: y, Style(.accent), maxWidth: width - used - 7)
      canvas.putRight("\(count)", endX: x + width, y: y, Style(.dim))
    } else if let id = line.delegate, let delegate = session.delegates[id] {
      let isChosen = id == groups.selection
      let style = isChosen ? Style(.selected, selected: true) : Style.text
      if isChosen {
        canvas.fill(Rect(x: x, y: y, width: width, height: 1), style)
        canvas.put(glyph(.marker), x: x, y: y, style)
      }
      let isHere = delegate.isPresent
      canvas.put(
        isHere ? glyph(.check) : glyph(.dot), x: x + 2, y: y,
        isChosen ? style : Style(isHere ? .good : .dim))
      let nameWidth = width * 45 / 100
      canvas.put(
        delegate.name, x: x + 4, y: y, isHere || isChosen ? style : Style(.dim),
        maxWidth: nameWidth - 2)
      let detail = [delegate.profile.sector, delegate.profile.organisation]
        .filter { !$0.isEmpty }.joined(separator: " \(glyph(.dot)) ")
      canvas.put(
        detail, x: x + 4 + nameWidth, y: y, isChosen ? style : Style(.dim),
        maxWidth: width - nameWidth - 4)
    } else {
      canvas.put(line.text, x: x, y: y, Style(.warning), maxWidth: width)
    }
  }
}
