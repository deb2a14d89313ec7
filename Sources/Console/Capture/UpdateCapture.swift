import SessionEngine
import Terminal

// Typing: the heart of the console.
extension ConsoleState {
  mutating func typeIntoLine(_ key: Key) -> [Effect] {
    if capture.draft.line.handle(key) { lineChanged() }
    return []
  }

  mutating func paste(_ text: String) -> [Effect] {
    if !overlays.isEmpty { return pasteIntoOverlay(text) }
    guard screen == .capture else {
      notice = .warning("pasted text is taken in Capture only; nothing was done with it")
      return []
    }
    if case .rewording(let id, var editor) = capture.mode {
      editor.insert(text)
      capture.mode = .rewording(id, editor)
      return []
    }
    capture.mode = .typing
    capture.selection = nil
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
      .filter { !$0.trimmed.isEmpty }
    guard lines.count > 1 else {
      capture.draft.line.insert(text.hasSuffix("\n") ? String(text.dropLast()) : text)
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
        + (lines.count > 4 ? ["  and \(lines.count - 4) more"] : []),
      answers: [
        .init(
          key: .character("l"), title: "keep one contribution a line",
          outcome: .captureLines(lines)),
        .init(
          key: .character("o"), title: "keep all as one contribution",
          outcome: .captureWhole(text.hasSuffix("\n") ? String(text.dropLast()) : text)),
        .init(
          key: .character("t"), title: "put it into the line, newlines and all",
          outcome: .insert(text)),
      ])
  }

  mutating func edited(_ text: String) {
    // Editors end a file with a newline; the line had none.
    let text = text.hasSuffix("\n") ? String(text.dropLast()) : text
    if case .rewording(let id, _) = capture.mode {
      capture.mode = .rewording(id, LineEditor(text: text))
    } else {
      capture.draft.line = LineEditor(text: text)
      lineChanged()
    }
  }

  mutating func lineChanged() {
    capture.unsavedSince = now
    capture.historyIndex = nil
  }

  mutating func performInCapture(_ action: Action) -> [Effect]? {
    switch action {
    case .keep: return keepLine()
    case .browse:
      capture.mode = .browsing
      capture.selection = capture.selection ?? lastKept
    case .nextLens:
      if !completeMark() { stepLens(1) }
    case .previousLens: stepLens(-1)
    case .nextGroup: stepGroup(1)
    case .previousGroup: stepGroup(-1)
    case .chooseGroup: choose(.goToGroup, "Listen to which group?", groupItems)
    case .nextPriority: stepPriority(1)
    case .previousPriority: stepPriority(-1)
    case .choosePriority: choose(.goToPriority, "Look at which priority?", priorityItems)
    case .highlightLine:
      capture.draft.isHighlighted.toggle()
      capture.unsavedSince = now
    case .editOutside: return [.edit(capture.draft.line.text)]
    case .historyBack: recall(-1)
    case .historyOn: recall(1)
    default: return performOnContribution(action)
    }
    return []
  }

  private mutating func keepLine() -> [Effect] {
    let draft = capture.draft
    let marks = InlineMarks(draft.line.text, in: session)
    guard !marks.words.trimmed.isEmpty else {
      notice = .warning("there is nothing to keep yet: type what is said")
      return []
    }
    let contribution = NewContribution(
      marks.words, group: capture.group, priority: capture.priority(in: session),
      lens: draft.lens, themes: marks.themes, isHighlighted: draft.isHighlighted,
      speaker: marks.speaker)
    return [.perform(.capture([contribution]), .captureLine(capture.group))]
  }

  /// Keeps pasted lines, with what the half-typed line would have carried.
  func keepPasted(_ texts: [String]) -> [Effect] {
    let draft = capture.draft
    let new = texts.map {
      NewContribution(
        $0, group: capture.group, priority: capture.priority(in: session), lens: draft.lens,
        isHighlighted: draft.isHighlighted)
    }
    return [.perform(.capture(new), .plain)]
  }

  private mutating func completeMark() -> Bool {
    let line = capture.draft.line
    let text = line.text
    guard let mark = Mark.atCursor(line.cursor, in: text),
      let best = mark.candidates(in: session).first
    else { return false }
    let completed = text.replacingCharacters(
      in: mark.range, with: String(mark.kind) + Mark.slug(best.title))
    let before = text.distance(from: text.startIndex, to: mark.range.lowerBound)
    let cursor = before + 1 + Mark.slug(best.title).count
    capture.draft.line = LineEditor(text: completed)
    for _ in cursor..<max(cursor, completed.count) { _ = capture.draft.line.handle(.left) }
    lineChanged()
    return true
  }

  private mutating func stepLens(_ by: Int) {
    capture.draft.lens = nextLens(after: capture.draft.lens ?? Lens.unknown.id, by)
  }

  func nextLens(after lens: LensID, _ by: Int = 1) -> LensID {
    let lenses =
      session.plan.lenses.map(\.id)
      + (session.plan.lenses.contains { $0.id == Lens.unknown.id } ? [] : [Lens.unknown.id])
    let index = lenses.firstIndex(of: lens) ?? lenses.count - 1
    return lenses[(index + by + lenses.count) % lenses.count]
  }

  private mutating func stepGroup(_ by: Int) {
    let groups = session.groups
    guard !groups.isEmpty else { return }
    let index = groups.firstIndex { $0.id == capture.group } ?? 0
    goTo(groups[(index + by + groups.count) % groups.count].id)
  }

  mutating func goTo(_ group: GroupID) {
    capture.group = group
    capture.historyIndex = nil
    if capture.mode == .browsing { capture.selection = lastKept }
  }

  private mutating func stepPriority(_ by: Int) {
    let priorities = session.plan.priorities.map(\.id)
    guard !priorities.isEmpty else { return }
    let index = priorities.firstIndex(of: capture.priority(in: session)) ?? 0
    goTo(priorities[(index + by + priorities.count) % priorities.count])
  }

  mutating func goTo(_ priority: PriorityID) {
    let isOwn = priority == session.currentPriority(of: capture.group)
    capture.strayPriority[capture.group] = isOwn ? nil : priority
    if capture.mode == .browsing { capture.selection = lastKept }
  }

  private mutating func recall(_ by: Int) {
    let index = (capture.historyIndex ?? capture.history.count) + by
    guard index >= 0, index <= capture.history.count else { return }
    if index == capture.history.count {
      capture.draft.line = LineEditor()
    } else {
      // A half-typed line is never lost to the history keys.
      guard capture.historyIndex != nil || capture.draft.line.isEmpty else {
        notice = .warning("the line is not empty: keep it or clear it (^U) before going back")
        return
      }
      capture.draft.line = LineEditor(text: capture.history[index])
    }
    capture.unsavedSince = now
    capture.historyIndex = index
  }
}

extension CaptureState {
  mutating func remember(_ line: String) {
    history.append(line)
    if history.count > 200 { history.removeFirst(100) }
    historyIndex = nil
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
