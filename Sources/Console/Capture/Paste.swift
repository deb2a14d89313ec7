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
    if let fault = fault(inPasted: text) {
      notice = .warning("nothing was pasted: \(fault)")
      return []
    }
    if case .rewording(let id, var editor) = capture.mode {
      editor.insert(text)
      capture.mode = .rewording(id, editor)
      return []
    }
    typeAgain()
    let lines = Self.lines(in: text)
    guard lines.count > 1 else {
      capture.draft.line.insert(lines.first ?? text.filter { !$0.isNewline })
      lineChanged()
      return []
    }
    overlays.append(.question(pasteQuestion(text, lines)))
    return []
  }

  /// Adds what is pasted while an earlier paste still waits for an answer: both wait for the same one.
  mutating func pasteOnto(_ waiting: String, _ text: String, asked question: Question) {
    let whole = waiting + (waiting.last?.isNewline == true ? "" : "\n") + text
    if let fault = fault(inPasted: text) {
      overlays.append(.question(question))
      notice = .warning("what was pasted now was not added: \(fault)")
      return
    }
    let lines = Self.lines(in: whole)
    overlays.append(.question(pasteQuestion(whole, lines)))
    let more = lines.count - Self.lines(in: waiting).count
    notice = .good("\(more == 1 ? "1 line more was" : "\(more) lines more were") pasted")
  }

  private static func lines(in text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.trimmed.isEmpty }
  }

  /// Why a line of what is pasted cannot be kept.
  private func fault(inPasted text: String) -> String? {
    text.split(whereSeparator: \.isNewline).lazy
      .compactMap { WordsLimit.fault(in: String($0))?.reason }.first
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
