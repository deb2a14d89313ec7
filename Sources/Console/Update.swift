import SessionEngine
import Terminal

extension ConsoleState {
  /// Takes in what happened; says what is to be done outside.
  public mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .terminal(let event): return permitted(update(event))
    case .tick(let now, let offset): return tick(now, offset)
    case .work:
      work()
      return []
    case .followed(let session):
      take(session)
      return []
    case .performed(let purpose, let decision, let session):
      return permitted(performed(purpose, decision, session))
    case .failed(let purpose, let reason):
      failed(purpose, reason)
      return []
    case .noted(let text, let gravity):
      notice = Notice(text: text, role: gravity.role)
      return []
    case .edited(let text):
      if let effects = editedCard(text) { return permitted(effects) }
      edited(text)
      return []
    }
  }

  /// The effects without those that a session which cannot be written to forbids.
  private mutating func permitted(_ effects: [Effect]) -> [Effect] {
    guard let reason = readOnlyReason else { return effects }
    return effects.filter { effect in
      guard case .perform(_, let purpose) = effect else { return true }
      failed(purpose, "read-only: " + reason)
      return false
    }
  }

  private mutating func update(_ event: TerminalEvent) -> [Effect] {
    switch event {
    case .resize(let size):
      self.size = size
      refreshEvaluation()
      return []
    case .terminate:
      return leave()
    case .continued:
      return [.repaint]
    case .key(.control("c")):
      return leave()
    case .key(.control("z")):
      return saved() + [.suspend]
    case .key(let key):
      // Below the least size nothing can be seen, so nothing may be done.
      guard Layout.fits(size) else { return [] }
      return press(key)
    case .paste(let text):
      guard Layout.fits(size) else { return [] }
      return paste(text)
    }
  }

  private mutating func press(_ key: Key) -> [Effect] {
    // What a key means must not depend on how far a search has got meanwhile.
    if !isInSearchLine { sweepOn(.max) }
    let isHabit = hasChosenByNumber && key == .enter && screen == .groups && overlays.isEmpty
    hasChosenByNumber = false
    if isHabit { return [] }
    // That several acts were taken back stays until something else is said: keys may follow fast.
    if notice?.isCount != true || !overlays.isEmpty { notice = nil }
    let warnedOf = asked
    defer { if asked == warnedOf { asked = nil } }
    if !overlays.isEmpty { return pressInOverlay(key) }
    if screen == .capture, case .rewording(let id, let editor) = capture.mode {
      return pressWhileRewording(key, id, editor)
    }
    if let binding = KeyTable.binding(for: key, in: context), !isLetter(key, idle: binding) {
      if binding.action == .enterMark { return enterMark(key) }
      return perform(binding.action)
    }
    return pressUnbound(key)
  }

  /// Whether a letter would only say while browsing that there is nothing to step through: then
  /// somebody began to type.
  private func isLetter(_ key: Key, idle binding: Binding) -> Bool {
    guard context == .browsing, case .character = key else { return false }
    return [.nextMatch, .previousMatch].contains(binding.action)
      && unavailable(binding.action) != nil
  }

  private var isInSearchLine: Bool {
    guard case .prompt(let prompt) = overlays.last else { return false }
    return prompt.purpose == .search
  }

  private mutating func pressUnbound(_ key: Key) -> [Effect] {
    switch context {
    case .typing:
      return typeIntoLine(key)
    case .browsing:
      guard case .character = key else { return [] }
      typeAgain()
      return typeIntoLine(key)
    case .formWords:
      writeOnForm(key)
      return []
    default:
      if case .character(let character) = key {
        if context == .formTicks, character.isNumber {
          notice = .warning("\(character) is no answer: 1 to 5, or 0 for not applicable")
          return []
        }
        // Where digits are data, or could be taken for it, none of them leads to another screen.
        let screen = character.wholeNumberValue.flatMap { Screen(rawValue: $0 - 1) }
        var remedy = screen.map { "M-\(character) shows \($0.title)" } ?? "? shows every key"
        if context == .decide, character.isNumber { remedy = "Enter opens the vote; " + remedy }
        notice = .warning("\(character) does nothing here; \(remedy)")
      }
      if key == .enter { notice = .warning("Enter does nothing here; ? shows every key") }
      return []
    }
  }

  /// Carries an action out, or says why not.
  mutating func perform(_ action: Action) -> [Effect] {
    if let reason = unavailable(action) {
      notice = .warning(reason)
      return []
    }
    return performEverywhere(action) ?? performInCapture(action) ?? performInLists(action)
      ?? performInEvaluation(action) ?? []
  }

  mutating func leave() -> [Effect] { saved() + [.quit] }

  /// The effect that writes the half-typed lines down, where they are not what was written last.
  mutating func saved() -> [Effect] {
    capture.unsaved = nil
    let drafts = toSave
    guard drafts != capture.savedDrafts else { return [] }
    capture.savedDrafts = drafts
    return [.saveDrafts(drafts)]
  }

  private mutating func tick(_ now: Instant, _ offset: Int) -> [Effect] {
    self.now = now
    utcOffset = offset
    var effects: [Effect] = []
    // A second's pause in the typing is long enough to write, short enough to lose nothing; whoever
    // types without a pause is not forgotten either.
    if let unsaved = capture.unsaved,
      abs(now.milliseconds - unsaved.last.milliseconds) >= 1000
        || abs(now.milliseconds - unsaved.first.milliseconds) >= 5000
    {
      effects += saved()
    }
    return effects + announceEnd()
  }

  private mutating func announceEnd() -> [Effect] {
    guard let clock = session.clock, clock.isTimed, clock.remainingSeconds(at: now) <= 0 else {
      announcedEnd = nil
      return []
    }
    // Once for each time that a stage runs out, not once for each tick.
    guard announcedEnd?.stage != clock.stage || announcedEnd?.enteredAt != clock.enteredAt else {
      return []
    }
    announcedEnd = clock
    switch alarm {
    case .quiet: return []
    case .flash: return [.flash]
    case .ring: return [.ring]
    }
  }
}
