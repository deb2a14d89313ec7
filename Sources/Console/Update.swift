import SessionEngine
import Terminal

extension ConsoleState {
  /// Takes in what happened; says what is to be done outside.
  public mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .terminal(let event): return update(event)
    case .tick(let now, let offset): return tick(now, offset)
    case .followed(let session):
      take(session)
      return []
    case .performed(let purpose, let decision, let session):
      return performed(purpose, decision, session)
    case .failed(let purpose, let reason):
      return failed(purpose, reason)
    case .noted(let text, let isError):
      notice = isError ? .error(text) : .good(text)
      return []
    case .edited(let text):
      edited(text)
      return []
    }
  }

  private mutating func update(_ event: TerminalEvent) -> [Effect] {
    switch event {
    case .resize(let size):
      self.size = size
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
    if !overlays.isEmpty { return pressInOverlay(key) }
    notice = nil
    if screen == .capture, case .rewording(let id, let editor) = capture.mode {
      return pressWhileRewording(key, id, editor)
    }
    if let binding = KeyTable.binding(for: key, in: context) {
      return perform(binding.action)
    }
    return pressUnbound(key)
  }

  private mutating func pressUnbound(_ key: Key) -> [Effect] {
    switch context {
    case .typing:
      return typeIntoLine(key)
    case .browsing:
      guard case .character = key else { return [] }
      capture.mode = .typing
      capture.selection = nil
      return typeIntoLine(key)
    default:
      if case .character(let character) = key {
        notice = .warning("\(character) does nothing here; ? shows every key")
      }
      return []
    }
  }

  /// Carries an action out, or says why not.
  mutating func perform(_ action: Action) -> [Effect] {
    if let reason = unavailable(action) {
      notice = .warning(reason)
      return []
    }
    return performEverywhere(action) ?? performInCapture(action) ?? performInLists(action) ?? []
  }

  mutating func leave() -> [Effect] { saved() + [.quit] }

  /// The effect that writes the half-typed lines down, where they changed.
  mutating func saved() -> [Effect] {
    guard capture.unsavedSince != nil else { return [] }
    capture.unsavedSince = nil
    let lines = capture.drafts.filter { !$0.value.line.isEmpty }
    return [
      .saveDrafts(
        Dictionary(uniqueKeysWithValues: lines.map { ($0.key.text, $0.value.line.text) }))
    ]
  }

  private mutating func tick(_ now: Instant, _ offset: Int) -> [Effect] {
    self.now = now
    utcOffset = offset
    var effects: [Effect] = []
    // A second's pause in the typing is long enough to write, short enough to lose nothing.
    if let since = capture.unsavedSince, abs(now.milliseconds - since.milliseconds) >= 1000 {
      effects += saved()
    }
    return effects + announceEnd()
  }

  private mutating func announceEnd() -> [Effect] {
    guard let clock = session.clock, clock.isTimed, clock.remainingSeconds(at: now) <= 0 else {
      announcedEnd = nil
      return []
    }
    guard announcedEnd == nil else { return [] }
    announcedEnd = clock
    switch alarm {
    case .quiet: return []
    case .flash: return [.flash]
    case .ring: return [.ring]
    }
  }

  /// Shows a newer session, and keeps every choice that still exists.
  mutating func take(_ session: Session) {
    self.session = session
    if session.group(capture.group) == nil, let first = session.groups.first {
      capture.group = first.id
    }
    if let id = capture.selection, session.contributions[id]?.isKept != true {
      capture.selection = neighbour(of: id)
    }
    if case .rewording(let id, _) = capture.mode, session.contributions[id]?.isKept != true {
      capture.mode = .browsing
      notice = .warning("\(session.spoken(id)) was taken back meanwhile")
    }
    for keyPath in [\ConsoleState.arrivals.selection, \ConsoleState.groups.selection] {
      if let id = self[keyPath: keyPath], session.delegates[id] == nil {
        self[keyPath: keyPath] = nil
      }
    }
    if let theme = themes.theme, session.theme(theme) == nil { themes.theme = nil }
    refreshThemeRows(keeping: true)
  }

  private mutating func performed(
    _ purpose: Purpose, _ decision: Decision, _ session: Session
  ) -> [Effect] {
    take(session)
    notice = .good(decision.account)
    switch purpose {
    case .plain:
      return []
    case .captureLine(let group):
      let text = capture.drafts[group]?.line.text ?? ""
      if !text.isEmpty { capture.remember(text) }
      let lens = capture.drafts[group]?.lens
      capture.drafts[group] = Draft(lens: lens)
      capture.unsavedSince = now
      notice = .good(
        decision.account + " " + CivilTime(now, offsetSeconds: utcOffset).clockText)
      return saved()
    case .rewording:
      capture.mode = .browsing
      return []
    case .newTheme(let title, let contribution):
      let theme = session.themes.last { $0.title == title }
      themes.theme = theme?.id ?? themes.theme
      guard let contribution, let theme else { return [] }
      return [.perform(.code(contribution, theme.id, true), .plain)]
    case .newDelegate:
      arrivals.selection = session.delegates.keys.last
      return []
    }
  }

  private mutating func failed(_ purpose: Purpose, _ reason: String) -> [Effect] {
    switch purpose {
    case .captureLine, .rewording:
      notice = .error(reason + " · the line is still here: Enter tries again")
    default: notice = .error(reason)
    }
    return []
  }
}
