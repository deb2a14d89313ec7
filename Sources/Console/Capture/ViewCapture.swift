import SessionEngine
import Terminal

extension ConsoleState {
  func drawCapture(_ canvas: inout Canvas, _ layout: Layout) {
    if layout.hasSidePane { drawGroupList(&canvas, layout.side(hasHint: true)) }
    let main = layout.main(hasHint: true)
    var list = main
    list.y += layout.isRoomy ? 2 : 1
    if layout.isSpacious, capture.mode == .typing || capture.mode == .browsing {
      list.y += drawQuestion(&canvas, main)
    }
    list.height = main.maxY - list.y
    if case .rewording(let id, let editor) = capture.mode {
      drawPlace(&canvas, main, title: "Rewording \(session.spoken(id))", more: (false, false))
      drawRewording(&canvas, list, id)
      drawLine(&canvas, layout, prompt: "reword", editor: editor)
    } else {
      let more = drawContributions(&canvas, list)
      drawPlace(&canvas, main, title: nil, more: more)
      drawLine(&canvas, layout, prompt: promptText, editor: capture.draft.line)
    }
    drawHint(&canvas, layout)
  }

  private var promptText: String {
    if capture.mode == .browsing { return "browsing" }
    let lens = capture.draft.lens.map { session.lens($0).title } ?? ""
    let star = capture.draft.isHighlighted ? glyph(.star) + " " : ""
    // A single pane has no list that says to whom one listens.
    let table = size.width < 80 ? (session.group(capture.group).map { "\($0.number) " } ?? "") : ""
    if readOnlyReason != nil { return table + "read-only" }
    return table + star + (lens.isEmpty || lens == Lens.unknown.title ? "say" : lens)
  }

  // MARK: Where one is

  private func drawPlace(
    _ canvas: inout Canvas, _ area: Rect, title: String?, more: (above: Bool, below: Bool)
  ) {
    let place = capture.place(in: session)
    let group = session.group(capture.group)?.name ?? ""
    let priority = session.priority(place.priority)?.title ?? ""
    let arrows = (more.above ? glyph(.up) : "") + (more.below ? glyph(.down) : "")
    let count = [arrows, "\(session.contributions.count(at: place))"].filter { !$0.isEmpty }
    let countX = canvas.putRight(
      count.joined(separator: " "), endX: area.maxX, y: area.y, Style(.dim))
    let endX = countX - 2
    let bold = Style(.heading, bold: true)
    if let title {
      canvas.put(title, x: area.x, y: area.y, bold, maxWidth: endX - area.x)
      return
    }
    let isStray = capture.strayPriority[capture.group] != nil
    let suffix = isStray ? "not this round’s" : ""
    let suffixWidth = isStray ? TextWidth.columns(suffix) + 2 : 0
    var x = area.x
    x += canvas.put(group, x: x, y: area.y, bold, maxWidth: max(8, (endX - x) / 2))
    x += canvas.put(" \(glyph(.dot)) ", x: x, y: area.y, Style(.dim))
    x += canvas.put(priority, x: x, y: area.y, bold, maxWidth: max(0, endX - x - suffixWidth))
    canvas.put(suffix, x: x + 2, y: area.y, Style(.warning), maxWidth: max(0, endX - x - 2))
  }

  /// Draws what the priority asks; returns the rows used.
  private func drawQuestion(_ canvas: inout Canvas, _ area: Rect) -> Int {
    let question = session.priority(capture.priority(in: session))?.question ?? ""
    guard !question.isEmpty else { return 0 }
    let lines = wrapped(question, to: max(20, area.width - 2), most: 2)
    for (row, line) in lines.enumerated() {
      canvas.put(line, x: area.x, y: area.y + 1 + row, Style(.dim), maxWidth: area.width)
    }
    return lines.count
  }

  // MARK: The capture line

  private func drawLine(
    _ canvas: inout Canvas, _ layout: Layout, prompt: String, editor: LineEditor
  ) {
    let y = layout.lineY
    var x = 1
    x += canvas.put(prompt, x: x, y: y, Style(.lens, bold: true), maxWidth: size.width / 3)
    x += canvas.put(" \(glyph(.prompt)) ", x: x, y: y, Style(.dim))
    let room = size.width - x - 1
    let window = editor.window(columns: room)
    canvas.put(window.visible, x: x, y: y, Style(.input), maxWidth: room, ellipsis: false)
    if editor.isEmpty, capture.mode == .typing {
      canvas.put(lineGhost, x: x + 1, y: y, Style(.ghost), maxWidth: room - 1)
    }
    if capture.mode != .browsing, overlays.isEmpty {
      canvas.cursor = Point(x: min(x + window.cursorColumn, size.width - 1), y: y)
    } else if capture.mode == .browsing {
      canvas.restyle(Rect(x: 0, y: y, width: size.width, height: 1), Style(.dim))
    }
  }

  /// What stands faintly in an empty line: what it would answer, or what to do where nothing can be kept.
  private var lineGhost: String {
    guard let readOnlyReason else {
      return capture.draft.lens.map { session.lens($0).question } ?? ""
    }
    // What is wrong stands in the header; the remedy follows on it, and is what is cut there.
    let remedy = readOnlyReason.firstRange(of: "; ").map { readOnlyReason[$0.upperBound...] }
    return remedy.map(String.init) ?? "nothing can be kept"
  }

  /// The row above the line: what went wrong, what the line will become, or what was kept last.
  private func drawHint(_ canvas: inout Canvas, _ layout: Layout) {
    let y = layout.hintY
    if let notice, notice.role == .error || notice.role == .warning {
      drawNotice(&canvas, y: y)
      return
    }
    switch capture.mode {
    case .rewording: drawNotice(&canvas, y: y)
    case .browsing: drawNotice(&canvas, y: y, otherwise: chosenContribution.map(detail) ?? "")
    case .typing:
      let editor = capture.draft.line
      let text = editor.text
      var x = 1
      if text.utf8.contains(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "@") }) {
        x = drawMarks(&canvas, editor, text, y: y)
      }
      if x == 1 {
        x += drawNotice(&canvas, y: y)
      }
      // What was kept stays in sight while the next is typed, where there is room for both.
      guard let kept = capture.keptAccount, notice == nil else { return }
      let said = glyph(.check) + " " + kept
      let keptX = size.width - 1 - TextWidth.columns(said)
      if keptX > x + 1 { canvas.put(said, x: keptX, y: y, Style(.good)) }
    }
  }

  /// Draws what the marks of the line stand for; returns where the row is free again.
  private func drawMarks(
    _ canvas: inout Canvas, _ editor: LineEditor, _ text: String, y: Int
  ) -> Int {
    let marks = InlineMarks(text, in: session)
    let endX = size.width - 1
    var x = 1
    for theme in marks.themes {
      let title = session.theme(theme)?.title ?? ""
      x += canvas.put("#\(title)", x: x, y: y, Style(.tag), maxWidth: max(0, endX - x)) + 2
    }
    if let speaker = marks.speaker, let delegate = session.delegates[speaker] {
      let name = "@\(delegate.name)"
      x += canvas.put(name, x: x, y: y, Style(.speaker), maxWidth: max(0, endX - x)) + 2
    }
    let mark = Mark.atCursor(editor.cursor, in: editor)
    for other in marks.unmatched.prefix(3) where other != mark {
      let hint = "\(other.kind)\(other.word) stays text"
      x += canvas.put(hint, x: x, y: y, Style(.ghost), maxWidth: max(0, endX - x)) + 2
    }
    guard let mark, let hint = mark.hint(in: session) else { return x }
    return x + canvas.put(hint, x: x, y: y, Style(.ghost), maxWidth: max(0, endX - x)) + 1
  }
}
