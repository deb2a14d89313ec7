import SessionEngine
import Terminal

extension ConsoleState {
  func drawEvaluation(_ canvas: inout Canvas, _ layout: Layout) {
    switch evaluation.part {
    case .entry: drawEntry(&canvas, layout)
    case .summary: drawSummary(&canvas, layout)
    case .items: drawItems(&canvas, layout)
    }
  }

  // MARK: A form

  private func drawEntry(_ canvas: inout Canvas, _ layout: Layout) {
    var y = layout.bodyTop
    let bottom = layout.bodyBottom(hasHint: false)
    let width = size.width - 2
    let x = canvas.putRight(
      "\(session.feedback.count) entered", endX: size.width - 1, y: y, Style(.dim))
    canvas.put(
      "Form \(session.feedback.count + 1)", x: 1, y: y, Style(.heading, bold: true),
      maxWidth: max(0, x - 2))
    y += 1
    guard !formItems.isEmpty else {
      drawNotice(&canvas, y: layout.lineY)
      canvas.put(
        "The plan has no evaluation form yet. f, then a adds an item.", x: 1, y: y, Style(.ghost),
        maxWidth: width)
      return
    }
    let advice = size.width < 60 ? Self.shuffling.prefix { $0 != ":" } + "." : Self.shuffling[...]
    for line in wrapped(String(advice), to: width, most: layout.isRoomy ? 2 : 1)
    where y < bottom - 3 {
      canvas.put(line, x: 1, y: y, Style(.ghost))
      y += 1
    }
    if layout.isRoomy { y += 1 }
    let count = formItems.count + formTexts.count
    let chosen = min(evaluation.entry.place, count - 1)
    // What is asked just now is read out whole.
    let whole = wrapped(
      chosen < formItems.count
        ? formItems[chosen].statement : question(formTexts[chosen - formItems.count]),
      to: chosen < formItems.count ? max(8, size.width - 13) : questionWidth - 4,
      most: max(1, bottom - y))
    let extra = max(0, whole.count - 1)
    let room = max(1, bottom - y - extra)
    let gap = room > count ? 1 : 0
    let first = windowStart(chosen: chosen, count: count, height: room)
    for row in first..<min(count, first + room) {
      let isWords = row >= formItems.count
      let rowY = y + row - first + (isWords ? gap : 0) + (row > chosen ? extra : 0)
      if isWords {
        drawWords(
          formTexts[row - formItems.count], &canvas, rowY, isChosen: row == chosen, whole: whole)
      } else {
        drawTick(row, &canvas, rowY, isChosen: row == chosen, whole: whole)
      }
    }
    // Below the form, not at the foot of a tall screen: there the typist looks.
    let end = y + min(count, room) + gap + extra
    drawNotice(&canvas, y: min(layout.lineY, end + 2), otherwise: tickHint)
  }

  static let shuffling =
    "Shuffle the pile first: names and times are not kept, the order of typing is."

  private var tickHint: String {
    writtenText == nil
      ? "1 strongly disagree \(glyph(.dot)) 2 \(glyph(.dot)) 3 neither \(glyph(.dot)) 4 \(glyph(.dot))"
        + " 5 strongly agree \(glyph(.dot)) 0 not applicable"
      : writtenText == .futurePriorities ? "several are separated by ;" : ""
  }

  private func drawTick(
    _ index: Int, _ canvas: inout Canvas, _ y: Int, isChosen: Bool, whole: [String]
  ) {
    let item = formItems[index]
    let style = isChosen ? Style(.selected, selected: true) : Style.text
    if isChosen {
      canvas.fill(
        Rect(x: 1, y: y, width: size.width - 2, height: max(1, whole.count)), style)
      canvas.put(glyph(.marker), x: 1, y: y, style)
      canvas.cursor = Point(x: 7, y: y)
    }
    canvas.putRight("\(index + 1)", endX: 5, y: y, isChosen ? style : Style(.dim))
    let points = evaluation.entry.answers[item.id]
    let tick = points.map { $0 == FeedbackForm.notApplicable ? "N/A" : "\($0)" } ?? "_"
    let role: Role = points == nil ? .ghost : .accent
    canvas.put(tick, x: 7, y: y, isChosen ? style : Style(role, bold: points != nil))
    for (row, line) in (isChosen ? whole : [item.statement]).enumerated() {
      canvas.put(line, x: 12, y: y + row, style, maxWidth: size.width - 13)
    }
  }

  private func question(_ text: FormText) -> String { session.plan.evaluation.label(of: text) }

  /// How wide the questions are that are answered in words: as wide as the longest, but for half the
  /// screen, which is for the answers.
  private var questionWidth: Int {
    let longest = formTexts.map { TextWidth.columns(question($0)) }.max() ?? 0
    return max(8, min(longest + 4, size.width / 2 - 2))
  }

  private func drawWords(
    _ text: FormText, _ canvas: inout Canvas, _ y: Int, isChosen: Bool, whole: [String]
  ) {
    let width = questionWidth
    if isChosen { canvas.put(glyph(.marker), x: 1, y: y, Style(.accent, bold: true)) }
    for (row, line) in (isChosen ? whole : [question(text)]).enumerated() {
      canvas.put(
        line, x: 3, y: y + row, isChosen ? Style(.accent, bold: true) : Style(.dim),
        maxWidth: width - 4)
    }
    let x = width + 1
    canvas.put(glyph(.prompt), x: x - 1, y: y, Style(.dim))
    let room = max(1, size.width - x - 2)
    let editor = evaluation.entry.words[text] ?? LineEditor()
    guard isChosen else {
      canvas.put(editor.text, x: x + 1, y: y, .text, maxWidth: room)
      return
    }
    let window = editor.window(columns: room)
    canvas.put(window.visible, x: x + 1, y: y, Style(.input), maxWidth: room, ellipsis: false)
    canvas.cursor = Point(x: min(x + 1 + window.cursorColumn, size.width - 1), y: y)
  }

  // MARK: The items of the form

  private func drawItems(_ canvas: inout Canvas, _ layout: Layout) {
    drawNotice(&canvas, y: layout.lineY)
    let y = layout.bodyTop
    canvas.put("The form", x: 1, y: y, Style(.heading, bold: true))
    let top = y + (layout.isRoomy ? 2 : 1)
    let room = max(1, layout.bodyBottom(hasHint: false) - top)
    guard let chosen = chosenItem else {
      canvas.put("No items yet. a adds one.", x: 1, y: top, Style(.ghost), maxWidth: size.width - 2)
      return
    }
    let first = windowStart(chosen: chosen, count: formItems.count, height: room)
    let measures = min(16, formItems.map { TextWidth.columns($0.dimension) }.max() ?? 0)
    for (index, item) in formItems.enumerated().dropFirst(first).prefix(room) {
      let row = top + index - first
      let isChosen = index == chosen
      let style = isChosen ? Style(.selected, selected: true) : Style.text
      if isChosen {
        canvas.fill(Rect(x: 1, y: row, width: size.width - 2, height: 1), style)
        canvas.put(glyph(.marker), x: 1, y: row, style)
      }
      canvas.putRight("\(index + 1)", endX: 5, y: row, isChosen ? style : Style(.dim))
      let forms = session.feedback.answers(to: item.id)
      var endX = size.width - 1
      if forms > 0 {
        endX = canvas.putRight(
          forms == 1 ? "on 1 form" : "on \(forms) forms", endX: endX, y: row,
          isChosen ? style : Style(.dim))
      }
      var x = 7
      if size.width >= 60 {
        canvas.put(item.dimension, x: x, y: row, isChosen ? style : Style(.tag), maxWidth: measures)
        x += measures + 2
      }
      canvas.put(item.statement, x: x, y: row, style, maxWidth: max(0, endX - x - 1))
    }
  }
}
