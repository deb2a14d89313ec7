import SessionEngine
import Terminal

// The groups at the left of Capture, with their counts and what each works on.
extension ConsoleState {
  func drawGroupList(_ canvas: inout Canvas, _ area: Rect) {
    let groups = session.groups
    // A priority has a row of its own where there is room for all groups so; then a blank too.
    let rows = [3, 2].first { groups.count * $0 - ($0 - 2) <= area.height } ?? 1
    let capacity = max(1, (area.height + (rows == 3 ? 1 : 0)) / rows)
    let chosen = groups.firstIndex { $0.id == capture.group } ?? 0
    let top = windowStart(chosen: chosen, count: groups.count, height: capacity)
    let names = groups.map { TextWidth.columns($0.name) }.max() ?? 7
    for (place, group) in groups.dropFirst(top).prefix(capacity).enumerated() {
      let y = area.y + place * rows
      drawGroup(&canvas, group, area, y: y, nameWidth: rows == 1 ? min(12, names) : nil)
    }
    if top > 0 { canvas.put(glyph(.up), x: area.maxX - 1, y: area.y, Style(.dim)) }
    if top + capacity < groups.count {
      canvas.put(glyph(.down), x: area.maxX - 1, y: area.y + capacity * rows - 1, Style(.dim))
    }
  }

  /// Draws a group: in one row where the name is given so much of it, or else in two.
  private func drawGroup(
    _ canvas: inout Canvas, _ group: Group, _ area: Rect, y: Int, nameWidth: Int?
  ) {
    let isChosen = group.id == capture.group
    let style = isChosen ? Style(.accent, bold: true) : Style.text
    let nameX = 6
    if isChosen { canvas.put(glyph(.marker), x: 1, y: y, style) }
    if group.number > 0 { canvas.putRight("\(group.number)", endX: 4, y: y, style) }
    let count = "\(session.contributions.count(of: group.id))"
    var endX = canvas.putRight(count, endX: area.maxX - 2, y: y, style) - 1
    let hasDraft = capture.drafts[group.id]?.line.isEmpty == false && !isChosen
    if hasDraft {
      let sign = nameWidth == nil ? "draft" : glyph(.ellipsis)
      endX = canvas.putRight(sign, endX: endX, y: y, Style(.warning)) - 1
    }
    let priority = session.priority(session.currentPriority(of: group.id))?.title ?? ""
    let priorityStyle = Style(isChosen ? .accent : .dim)
    guard let nameWidth else {
      canvas.put(group.name, x: nameX, y: y, style, maxWidth: endX - nameX)
      canvas.put(
        priority, x: nameX, y: y + 1, priorityStyle, maxWidth: area.maxX - 2 - nameX)
      return
    }
    canvas.put(group.name, x: nameX, y: y, style, maxWidth: nameWidth)
    let x = nameX + nameWidth + 1
    canvas.put(priority, x: x, y: y, priorityStyle, maxWidth: max(0, endX - x))
  }
}
