import SessionEngine
import Terminal

// Typing: the heart of the console.
extension ConsoleState {
  mutating func typeIntoLine(_ key: Key) -> [Effect] {
    if capture.draft.line.handle(key) { lineChanged() }
    return []
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
    capture.drafted(at: now)
    capture.historyIndex = nil
  }

  mutating func performInCapture(_ action: Action) -> [Effect]? {
    switch action {
    case .keep: return keepLine()
    case .browse:
      capture.mode = .browsing
      capture.selection = capture.selection ?? lastKept
    case .nextLens:
      if let effects = addThemeInLine() { return effects }
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
    case .editOutside: return [.edit(capture.draft.line.text)]
    case .historyBack: recall(-1)
    case .historyOn: recall(1)
    default: return performOnContribution(action)
    }
    return []
  }

  private mutating func keepLine() -> [Effect] {
    let draft = capture.draft
    let text = draft.line.text
    let marks = InlineMarks(text, in: session)
    guard !marks.words.trimmed.isEmpty else {
      let hasMarks = marks.speaker != nil || !marks.themes.isEmpty
      notice = .warning(
        "there is nothing to keep yet: type what is said" + (hasMarks ? " beside the marks" : ""))
      return []
    }
    // The same line is not kept twice because Enter was pressed twice.
    guard capture.onTheirWay[capture.group] == nil else { return [] }
    if let unclear = marks.unclear, capture.warnedLine != text {
      capture.warnedLine = text
      let names = unclear.candidates(in: session).prefix(3).map(\.title).joined(separator: " or ")
      notice = .warning("\(unclear.kind)\(unclear.word) is \(names)? Enter keeps it as text")
      return []
    }
    capture.onTheirWay[capture.group] = text
    let contribution = NewContribution(
      marks.words, group: capture.group, priority: capture.priority(in: session),
      lens: draft.lens, themes: marks.themes, isHighlighted: draft.isHighlighted,
      speaker: marks.speaker)
    return [.perform(.capture([contribution]), .captureLine(capture.group))]
  }

  /// The line of a group was kept: it is emptied of what was kept, and of no more than that.
  mutating func lineWasKept(of group: GroupID, by decision: Decision) -> [Effect] {
    let kept = capture.onTheirWay.removeValue(forKey: group)
    var draft = capture.drafts[group] ?? Draft()
    let text = draft.line.text
    let captured = decision.events.lazy.compactMap { $0 as? ContributionCaptured }.first
    if let kept, let captured { capture.remember(kept, as: captured.contribution) }
    if let kept, text != kept, text.hasPrefix(kept) {
      draft.line = LineEditor(text: String(text.dropFirst(kept.count)))
    } else if kept == nil || text == kept {
      draft.line = LineEditor()
    }
    capture.drafts[group] = Draft(line: draft.line, lens: draft.lens)
    stampKept(decision)
    notice = nil
    // Not when typing stops: a line that was kept must not come back as half-typed after a crash.
    return saved()
  }

  /// Notes what is on the disk now, for whoever looks whether it is.
  mutating func stampKept(_ decision: Decision) {
    let captured = decision.events.lazy.compactMap { $0 as? ContributionCaptured }
    capture.keptContribution = captured.reversed().first?.contribution
    capture.keptAccount =
      decision.account + " " + CivilTime(now, offsetSeconds: utcOffset).clockText
  }

  private mutating func completeMark() -> Bool {
    let line = capture.draft.line
    guard let mark = Mark.atCursor(line.cursor, in: line),
      let completion = mark.completion(in: session)
    else { return false }
    let text = line.text
    let rest = text[mark.range.upperBound...]
    // What comes next is typed behind a blank.
    let start = String(text[..<mark.range.lowerBound])
    let before = start + completion + (rest.isEmpty ? " " : "")
    capture.draft.line = LineEditor(text: before + String(rest))
    capture.draft.line.cursor = before.count
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
    capture.history.removeAll { session.contributions[$0.contribution]?.isKept != true }
    let now = min(capture.historyIndex ?? capture.history.count, capture.history.count)
    let index = now + by
    guard index >= 0, index <= capture.history.count else { return }
    if index == capture.history.count {
      capture.draft.line = LineEditor()
    } else {
      // A half-typed line is never lost to the history keys.
      guard capture.historyIndex != nil || capture.draft.line.isEmpty else {
        notice = .warning("the line is not empty: keep it or clear it (^U) before going back")
        return
      }
      capture.draft.line = LineEditor(text: capture.history[index].line)
    }
    capture.drafted(at: self.now)
    capture.historyIndex = index
  }
}

extension CaptureState {
  mutating func remember(_ line: String, as contribution: ContributionID) {
    history.append((line, contribution))
    if history.count > 200 { history.removeFirst(100) }
    historyIndex = nil
  }
}
