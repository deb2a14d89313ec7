import SessionEngine
import Terminal

// What is pasted is text, never keys.
extension ConsoleState {
  mutating func paste(_ text: String) -> [Effect] {
    if !overlays.isEmpty { return pasteIntoOverlay(text) }
    if context == .formWords {
      pasteOnForm(text)
      return []
    }
    guard screen == .capture else {
      notice = .warning("pasted text is taken where one types; nothing was done with it")
      return []
    }
    let longest = text.split(whereSeparator: \.isNewline).map(String.init)
      .first { WordsLimit.fault(in: $0) != nil }
    if let fault = longest.flatMap({ WordsLimit.fault(in: $0) }) {
      notice = .warning("nothing was pasted: \(fault.reason)")
      return []
    }
    if case .rewording(let id, var editor) = capture.mode {
      editor.insert(text)
      capture.mode = .rewording(id, editor)
      return []
    }
    typeAgain()
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
      .filter { !$0.trimmed.isEmpty }
    guard lines.count > 1 else {
      capture.draft.line.insert(lines.first ?? text.filter { !$0.isNewline })
      lineChanged()
      return []
    }
    overlays.append(.question(pasteQuestion(text, lines)))
    return []
  }

  private func pasteQuestion(_ text: String, _ lines: [String]) -> Question {
    Question(
      title: "\(lines.count) lines were pasted",
      lines: lines.prefix(4).map { "  " + String($0.prefix(200)) }
        + (lines.count > 4 ? ["  and \(lines.count - 4) more"] : [])
        + (holdMarks(lines) ? ["# and @ stay text, unless they go into the line."] : []),
      answers: [
        .init(
          key: .character("l"), title: "one contribution a line",
          outcome: .captureLines(lines)),
        .init(
          key: .character("o"), title: "all as one contribution",
          outcome: .captureWhole(text.hasSuffix("\n") ? String(text.dropLast()) : text)),
        .init(
          key: .character("t"), title: "into the line as it is",
          outcome: .insert(text)),
      ])
  }

  /// Whether in lines that were typed there would be marks. In what is kept unseen they are text, as
  /// with `plenary add`: nobody is to be noted as a speaker by a paste.
  private func holdMarks(_ lines: [String]) -> Bool {
    lines.contains { line in
      let marks = InlineMarks(line, in: session)
      return marks.speaker != nil || !marks.themes.isEmpty
    }
  }

  /// Keeps pasted lines, with the lens of the line.
  mutating func keepPasted(_ texts: [String], asked question: Question) -> [Effect] {
    let draft = capture.draft
    let new = texts.map {
      NewContribution(
        $0, group: capture.group, priority: capture.priority(in: session), lens: draft.lens)
    }
    onItsWay = .question(question)
    return [.perform(.capture(new), .pasted(holdsMarks: holdMarks(texts)))]
  }
}
