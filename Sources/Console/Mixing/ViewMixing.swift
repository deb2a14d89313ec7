import GroupMixer
import Mixing
import SessionEngine
import Terminal

extension ConsoleState {
  func drawMixing(_ view: MixView, _ canvas: inout Canvas, _ layout: Layout) {
    drawNotice(&canvas, y: layout.lineY)
    let step = layout.isRoomy ? 2 : 1
    var y = layout.bodyTop
    let bottom = layout.bodyBottom(hasHint: false)
    drawMixTitle(view, &canvas, y)
    y += step
    let lines: [String]
    let table: [[String]]
    let isIdeal: (Int, Int) -> Bool
    switch view.answer {
    case .once(let mix):
      let account = MixAccount(view.order, mix)
      lines = [account.verdict] + account.sentences
      let picture =
        account.pictures.indices.contains(view.picture)
        ? account.pictures[view.picture] : account.pictures.first
      table = picture.map { rows(of: $0, view.order.groups) } ?? []
      isIdeal = { picture?.isIdeal($0, $1) ?? true }
    case .rounds(let schedule):
      lines = RoundsAccount(view.order, schedule.measures).sentences
      table = rows(of: schedule, round: view.round, view.order)
      isIdeal = { _, _ in true }
    }
    for (index, line) in lines.enumerated() {
      // The table keeps its place: the words give way where there is too little room.
      let room = bottom - y - min(table.count, max(3, (bottom - y) / 2))
      for (row, text) in wrapped(line, to: size.width - 4, most: max(1, min(3, room))).enumerated()
      where y < bottom - table.count - 1 || index == 0 && y < bottom {
        canvas.put(
          text, x: row == 0 ? 1 : 3, y: y,
          index == 0 ? Style(view.isFinished ? .good : .accent, bold: true) : .text)
        y += 1
      }
    }
    if y < bottom - table.count { y += 1 }
    draw(table, &canvas, y: y, bottom: bottom, isIdeal)
  }

  private func drawMixTitle(_ view: MixView, _ canvas: inout Canvas, _ y: Int) {
    let people = view.order.people.count
    let groups = view.order.groups.count
    let method =
      switch view.basis.rotation {
      case .fixed: "groups keep their priority"
      case .carousel: "carousel, \(view.basis.rounds) rounds"
      case .cafe: "café, \(view.basis.rounds) rounds"
      }
    let doing = view.isFinished ? "done" : view.isResting ? "resting" : "looking for better"
    let x = canvas.putRight(doing, endX: size.width - 1, y: y, Style(.dim))
    canvas.put(
      "Mix \(people) people into \(groups) groups \(glyph(.dot)) \(method)", x: 1, y: y,
      Style(.heading, bold: true), maxWidth: max(0, x - 3))
  }

  /// Groups down, values across, and what would be ideal at the bottom.
  private func rows(of picture: MixPicture, _ groups: [Group]) -> [[String]] {
    let ideal = picture.values.indices.map { value in
      let least = picture.ideal.map { $0[value].lowerBound }.min() ?? 0
      let most = picture.ideal.map { $0[value].upperBound }.max() ?? 0
      return least == most ? "\(least)" : "\(least)-\(most)"
    }
    let counts = picture.counts.indices.map { group in
      [groups[group].name] + picture.counts[group].map(String.init)
    }
    return [[picture.title] + picture.values] + counts + [["ideal"] + ideal]
  }

  /// The groups of a round, each with what it works on and who sits there.
  private func rows(of schedule: RoundsSchedule, round: Int, _ order: MixOrder) -> [[String]] {
    let priorities = MixOrder.priorities(of: session)
    return [["Round \(round + 1) of \(schedule.tables.count)", ""]]
      + order.groups.enumerated().map { index, group in
        let place = schedule.places[round][index]
        let work = priorities.indices.contains(place) ? priorities[place].title + ": " : ""
        let names = schedule.items(at: index, in: round).map { order.people[$0].name }
        return [group.name, work + names.joined(separator: ", ")]
      }
  }

  /// Draws a table: the first column and the heads in full, as many columns as there is room for.
  private func draw(
    _ table: [[String]], _ canvas: inout Canvas, y top: Int, bottom: Int,
    _ isIdeal: (Int, Int) -> Bool
  ) {
    guard let head = table.first, top < bottom else { return }
    let first = min(24, max(6, table.map { TextWidth.columns($0[0]) }.max() ?? 6))
    let room = size.width - 2 - first - 2
    let isText = head.count == 2
    let width = isText ? room : max(5, min(16, room / max(1, min(head.count - 1, 8))))
    let columns = max(1, min(head.count - 1, room / width))
    for (row, cells) in table.enumerated() where top + row < bottom {
      let y = top + row
      let isEdge = row == 0 || row == table.count - 1 && !isText
      let style: Style = row == 0 ? Style(.heading) : isEdge ? Style(.dim) : .text
      canvas.put(cells[0], x: 1, y: y, style, maxWidth: first)
      for column in 0..<columns where cells.indices.contains(column + 1) {
        let x = 1 + first + 2 + column * width
        if isText {
          canvas.put(cells[column + 1], x: x, y: y, style, maxWidth: width)
        } else {
          let isOff = !isEdge && !isIdeal(row - 1, column)
          let text = TextWidth.truncated(TextWidth.sanitised(cells[column + 1]), to: width - 1)
          canvas.putRight(
            text, endX: x + width - 1, y: y, isOff ? Style(.warning, bold: true) : style)
          if isOff { canvas.put("*", x: x + width - 1, y: y, Style(.warning)) }
        }
      }
    }
  }
}
