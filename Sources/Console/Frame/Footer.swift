import SessionEngine
import Terminal

// The rows at the bottom of every screen: what happened last, the keys that help now, the marking.
extension ConsoleState {
  func drawFooter(_ canvas: inout Canvas) {
    let y = size.height - 2
    var x = 1
    for (keys, name) in fitting(footerHints) {
      x += canvas.put(keys, x: x, y: y, Style(.key, bold: true)) + 1
      x += canvas.put(name, x: x, y: y, Style(.dim)) + 3
    }
    canvas.putCentred(session.plan.marking, y: size.height - 1, Style(.marking, bold: true))
  }

  /// The hints that find room side by side; what says how to find all others never gives way.
  private func fitting(_ hints: [(String, String)]) -> [(String, String)] {
    func width(_ hint: (String, String)) -> Int {
      TextWidth.columns(hint.0) + 1 + TextWidth.columns(hint.1)
    }
    let help = hints.firstIndex { $0.1 == helpName }
    var left = size.width - 2
    if let help { left -= width(hints[help]) + 3 }
    return hints.enumerated().filter { index, hint in
      if index == help { return true }
      guard width(hint) <= left else { return false }
      left -= width(hint) + 3
      return true
    }.map(\.element)
  }

  private var helpName: String? {
    KeyTable.footer(in: context).first { $0.action == .help }?.name
  }

  private var footerHints: [(String, String)] {
    if let overlay = overlays.last { return hints(for: overlay) }
    if screen == .capture, case .rewording = capture.mode {
      return [("Enter", "keep the new words"), ("Esc", "leave as it was"), ("M-e", "editor")]
    }
    return (urgentHints + tableHints).reduce(into: []) { hints, hint in
      if !hints.contains(where: { $0.0 == hint.0 }) { hints.append(hint) }
    }
  }

  /// What the key table offers for this place, most helpful first.
  private var tableHints: [(String, String)] {
    var bindings = KeyTable.footer(in: context).filter { unavailable($0.action) == nil }
    // Help is never what gives way.
    if let index = bindings.firstIndex(where: { $0.action == .help }) {
      bindings.insert(bindings.remove(at: index), at: Swift.min(4, bindings.count - 1))
    }
    return bindings.map { binding in
      if binding.action == .answer1 { return ("0-5", "tick") }
      if binding.action.codeIndex == 0 {
        let count = session.themes.count
        // Some letters are commands: which code stands beside the themes.
        let letters = count > 11 ? " A" + glyph(.ellipsis) : count > 10 ? " A" : ""
        let last = count < 10 ? "\(count)" : "9 0" + letters
        return (count > 1 ? "1-\(last)" : "1", "code")
      }
      if binding.action == .enterMark { return ("0-9", binding.name) }
      return (binding.keys.first?.short ?? "", binding.name)
    }
  }

  /// What helps because of what is going on: a search, a mark under the cursor, time running out.
  private var urgentHints: [(String, String)] {
    var hints: [(String, String)] = []
    if context == .typing {
      let line = capture.draft.line
      if let mark = Mark.atCursor(line.cursor, in: line), mark.completion(in: session) != nil {
        hints += [("Enter", "keep"), ("Tab", "complete")]
      } else if themeInLine != nil {
        hints += [("Enter", "keep"), ("Tab", "new theme")]
      }
    } else if !search.query.isEmpty, KeyTable.holds(.nextMatch, in: context) {
      hints += [("n", "next match"), ("N", "previous"), ("Esc", "end the search")]
    }
    if let clock = session.clock, clock.isTimed, clock.remainingSeconds(at: now) <= 120 {
      if hints.isEmpty, let first = tableHints.first { hints.append(first) }
      // One place, whatever the hour: a day that runs late is worked through with the other keys.
      let isOver = clock.remainingSeconds(at: now) <= 0
      hints.append(
        isOver && session.nextStage != nil
          ? ("M-.", "next stage") : (context == .typing ? "M-=" : "+", "a minute more"))
    }
    return hints
  }

  private func hints(for overlay: Overlay) -> [(String, String)] {
    switch overlay {
    case .prompt(let prompt) where prompt.purpose == .search:
      [("Enter", "stay here"), ("Esc", "clear"), ("Up Down", "other matches")]
    case .prompt(let prompt) where prompt.isTakenByTyping:
      [("Enter", "do it"), ("type", "in its place"), ("Left", "edit it"), ("Esc", "leave")]
    case .prompt(let prompt):
      [("Enter", "do it")] + (prompt.editor.isEmpty ? [] : [("^U", "empty it")])
        + [("Esc", "leave")]
    case .picker(let picker) where picker.choosesAtOnce:
      [("number", "choose at once"), ("type", "name"), ("Enter", "choose"), ("Esc", "leave")]
    case .picker: [("type", "number or name"), ("Enter", "choose"), ("Esc", "leave")]
    case .question(let question): hints(for: question)
    }
  }

  /// The answers, all of them or by their keys alone: the sheet says what each means.
  private func hints(for question: Question) -> [(String, String)] {
    let all = question.answers.map { ($0.key.notation, $0.title) } + [("Esc", "leave")]
    if fitting(all).count == all.count { return all }
    let keys = question.answers.map(\.key.notation).joined(separator: " ")
    return [(keys, "answer"), ("Esc", "leave")]
  }

  /// Draws what happened last, or failing that something fainter; returns the columns used.
  ///
  /// What is too long for the row takes the one above it as well: a reason cut in two is none.
  @discardableResult
  func drawNotice(_ canvas: inout Canvas, y: Int, x: Int = 1, otherwise: String = "") -> Int {
    let room = size.width - x - 1
    // Where the header has no row for it, this one says that nothing can be kept.
    let isSaidAbove = Layout(size: size).bodyTop > 2
    let readOnly = isSaidAbove ? nil : readOnlyReason.map { Notice.warning("read-only: " + $0) }
    guard let notice = notice ?? readOnly else {
      return canvas.put(otherwise, x: x, y: y, Style(.dim), maxWidth: room)
    }
    let sign: Glyph? =
      switch notice.role {
      case .good: .check
      case .error: .cross
      case .warning: .warning
      default: nil
      }
    let text = (sign.map { glyph($0) + " " } ?? "") + notice.text
    guard TextWidth.columns(text) > room else {
      return canvas.put(text, x: x, y: y, Style(notice.role))
    }
    canvas.fill(Rect(x: 0, y: y - 1, width: size.width, height: 1), .text)
    for (row, line) in wrapped(text, to: room, most: 2).enumerated() {
      canvas.put(line, x: x, y: y - 1 + row, Style(notice.role), maxWidth: room)
    }
    return room
  }
}
