import SessionEngine
import Terminal

extension ConsoleState {
  func drawCapture(_ canvas: inout Canvas, _ layout: Layout) {
    let bottom = layout.bodyBottom(lineRows: 2)
    let sideWidth = layout.hasSidePane ? layout.sideWidth : 0
    if layout.hasSidePane {
      drawGroupList(
        &canvas,
        Rect(x: 0, y: layout.bodyTop, width: sideWidth, height: bottom - layout.bodyTop))
    }
    let x = layout.hasSidePane ? sideWidth + 2 : 1
    let main = Rect(
      x: x, y: layout.bodyTop, width: size.width - x - 1, height: bottom - layout.bodyTop)
    drawPlace(&canvas, main, showsGroup: true)
    let listTop = main.y + (layout.isRoomy ? 2 : 1)
    let list = Rect(x: main.x, y: listTop, width: main.width, height: bottom - listTop)
    if case .rewording(let id, let editor) = capture.mode {
      drawRewording(&canvas, list, id)
      drawLine(&canvas, y: bottom, prompt: "reword \(session.spoken(id))", editor: editor)
    } else {
      drawContributions(&canvas, list)
      drawLine(&canvas, y: bottom, prompt: promptText, editor: capture.draft.line)
    }
  }

  private var promptText: String {
    let lens = capture.draft.lens.map { session.lens($0).title } ?? ""
    let star = capture.draft.isHighlighted ? glyph(.star) + " " : ""
    // A single pane has no list that says to whom one listens.
    let table =
      size.width < 80 ? (session.group(capture.group).map { "\($0.number) " } ?? "") : ""
    return table + star + (lens.isEmpty || lens == Lens.unknown.title ? "say" : lens)
  }

  // MARK: The groups

  private func drawGroupList(_ canvas: inout Canvas, _ area: Rect) {
    let groups = session.groups
    let chosen = groups.firstIndex { $0.id == capture.group } ?? 0
    let top = max(0, min(chosen - area.height / 2, groups.count - area.height))
    let nameWidth = min(14, max(7, groups.map { TextWidth.columns($0.name) }.max() ?? 7))
    for (row, group) in groups.dropFirst(top).prefix(area.height).enumerated() {
      let y = area.y + row
      let isChosen = group.id == capture.group
      let style = isChosen ? Style(.accent, bold: true) : Style.text
      if isChosen { canvas.put(glyph(.marker), x: 1, y: y, style) }
      let number = group.number > 0 ? "\(group.number)" : ""
      canvas.putRight(number, endX: 5, y: y, style)
      canvas.put(group.name, x: 6, y: y, style, maxWidth: nameWidth)
      let count = "\(session.contributions.count(of: group.id))"
      canvas.putRight(count, endX: area.maxX - 1, y: y, style)
      if capture.drafts[group.id]?.line.isEmpty == false, !isChosen {
        canvas.put(glyph(.ellipsis), x: area.maxX - 6, y: y, Style(.warning))
      }
      let priority = session.priority(session.currentPriority(of: group.id))?.title ?? ""
      let priorityX = 6 + nameWidth + 2
      canvas.put(
        priority, x: priorityX, y: y, isChosen ? Style(.accent) : Style(.dim),
        maxWidth: area.maxX - 7 - priorityX)
    }
  }

  private func drawPlace(_ canvas: inout Canvas, _ area: Rect, showsGroup: Bool) {
    let place = capture.place(in: session)
    let group = session.group(capture.group)?.name ?? ""
    let priority = session.priority(place.priority)?.title ?? ""
    let count = session.contributions.count(at: place)
    let isStray = capture.strayPriority[capture.group] != nil
    let suffix = isStray ? "  (not its priority in this round)" : ""
    let room = area.width - 6
    var x = area.x
    x += canvas.put(group, x: x, y: area.y, Style(.heading, bold: true), maxWidth: room / 2)
    x += canvas.put(" \(glyph(.dot)) ", x: x, y: area.y, Style(.dim))
    x += canvas.put(
      priority, x: x, y: area.y, Style(.heading, bold: true), maxWidth: area.maxX - 6 - x)
    canvas.put(suffix, x: x, y: area.y, Style(.warning), maxWidth: max(0, area.maxX - 6 - x))
    canvas.putRight("\(count)", endX: area.maxX, y: area.y, Style(.dim))
  }

  // MARK: The capture line

  private func drawLine(_ canvas: inout Canvas, y: Int, prompt: String, editor: LineEditor) {
    drawHint(&canvas, y: y, editor: editor)
    let row = y + 1
    var x = 1
    x += canvas.put(prompt, x: x, y: row, Style(.lens, bold: true), maxWidth: size.width / 3)
    x += canvas.put(" \(glyph(.prompt)) ", x: x, y: row, Style(.dim))
    let room = size.width - x - 1
    let window = editor.window(columns: room)
    canvas.put(window.visible, x: x, y: row, Style(.input), maxWidth: room, ellipsis: false)
    if capture.mode != .browsing, overlays.isEmpty {
      canvas.cursor = Point(x: min(x + window.cursorColumn, size.width - 1), y: row)
    }
  }

  /// The row above the line: what the line will become, or what happened last.
  private func drawHint(_ canvas: inout Canvas, y: Int, editor: LineEditor) {
    if case .rewording = capture.mode { return drawNotice(&canvas, y: y) }
    if notice?.role == .error || notice?.role == .warning { return drawNotice(&canvas, y: y) }
    let text = editor.text
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "@") }) else {
      return drawNotice(&canvas, y: y)
    }
    let marks = InlineMarks(text, in: session)
    var x = 1
    for theme in marks.themes {
      let title = session.theme(theme)?.title ?? ""
      x += canvas.put("#\(title)", x: x, y: y, Style(.tag), maxWidth: size.width - x - 1) + 2
    }
    if let speaker = marks.speaker, let delegate = session.delegates[speaker] {
      x +=
        canvas.put("@\(delegate.name)", x: x, y: y, Style(.speaker), maxWidth: size.width - x - 1)
        + 2
    }
    drawCandidates(&canvas, x: x, y: y, editor: editor, text: text)
  }

  private func drawCandidates(
    _ canvas: inout Canvas, x: Int, y: Int, editor: LineEditor, text: String
  ) {
    guard let mark = Mark.atCursor(editor.cursor, in: text) else { return }
    let candidates = mark.candidates(in: session)
    if case .text = mark.meaning(in: session) {
      let titles = candidates.prefix(4).map(\.title).joined(separator: ", ")
      let more = candidates.count > 4 ? " \(glyph(.ellipsis))" : ""
      let hint =
        mark.word.isEmpty
        ? (mark.kind == "#" ? "# names a theme: type the start of it" : "@ names who speaks")
        : mark.word.hasPrefix(String(mark.kind))
          ? "stays \(mark.word) in the text"
          : candidates.isEmpty
            ? "names nothing: stays in the text" : "which? \(titles)\(more) (Tab: the first)"
      canvas.put(hint, x: x, y: y, Style(.ghost), maxWidth: size.width - x - 1)
    }
  }
}
