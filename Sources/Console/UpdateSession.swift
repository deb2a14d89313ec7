import SessionEngine
import Terminal

// What comes back from the session: what was kept, what failed, what others did.
extension ConsoleState {
  /// What is remembered of a session while the store works on it.
  struct Lent: Sendable {
    let themes: [Theme]
    let delegateRows: [DelegateID]
  }

  /// Lets go of the session while the store works on it: of what two hold, the first change makes a
  /// copy. `performed` or `takeBack` brings it back.
  public mutating func lendSession() {
    lent = Lent(themes: session.themes, delegateRows: delegateRows)
    session = Session()
  }

  /// Holds the session again that came back as it was lent.
  public mutating func takeBack(_ session: Session) {
    self.session = session
    lent = nil
  }

  /// Shows a newer session, and keeps every choice that still exists.
  mutating func take(_ session: Session) {
    let old = lent ?? Lent(themes: self.session.themes, delegateRows: delegateRows)
    takeBack(session)
    if old.themes != session.themes {
      themeWords = Self.words(
        for: session.themes, origins: Set(session.themeLineage.origins.keys), keeping: themeWords,
        of: old.themes)
    }
    if session.group(capture.group) == nil, let first = session.groups.first {
      capture.group = first.id
    }
    if let id = capture.keptContribution, session.contributions[id]?.isKept != true {
      capture.keptContribution = nil
      capture.keptAccount = nil
    }
    if let id = capture.selection, !isInView(id) { capture.selection = neighbour(of: id) }
    if case .rewording(let id, _) = capture.mode, session.contributions[id]?.isKept != true {
      capture.mode = .browsing
      notice = .warning("\(session.spoken(id)) was taken back meanwhile")
    }
    keepDelegateChosen(amongFormer: old.delegateRows)
    if let theme = themes.theme, session.theme(theme) == nil {
      themes.theme = session.themes.first?.id
    }
    refreshThemeRows(keeping: true)
    refreshEvaluation()
    followInMixing()
    followInConverging()
    followInCollating()
  }

  /// Whether a contribution stands in the list that Capture shows.
  private func isInView(_ id: ContributionID) -> Bool {
    guard let contribution = session.contributions[id], contribution.isKept else { return false }
    let place = capture.place(in: session)
    return (contribution.group, contribution.priority) == (place.group, place.priority)
  }

  /// Chooses what an undo or a redo brought back, so that the next key means what one sees.
  private mutating func chooseBroughtBack(by decision: Decision) {
    guard screen == .capture, capture.mode == .browsing, decision.turn != nil else { return }
    let restored = decision.events.lazy.compactMap { ($0 as? ContributionRestored)?.contribution }
    if let id = restored.first, isInView(id) { capture.selection = id }
  }

  /// The delegates in the list in view.
  private var delegateRows: [DelegateID] {
    screen == .arrivals ? arrivalRows : screen == .groups ? seatRows : []
  }

  /// Where the chosen delegate left the list, the next one takes the choice: whoever ticks off those
  /// who are missing goes down the list without moving.
  private mutating func keepDelegateChosen(amongFormer former: [DelegateID]) {
    for keyPath in [\ConsoleState.arrivals.selection, \ConsoleState.groups.selection] {
      if let id = self[keyPath: keyPath], session.delegates[id] == nil {
        self[keyPath: keyPath] = nil
      }
    }
    guard screen == .arrivals || screen == .groups else { return }
    let keyPath = screen == .arrivals ? \ConsoleState.arrivals.selection : \.groups.selection
    let rows = delegateRows
    if let id = self[keyPath: keyPath], rows.contains(id) { return }
    let still = Set(rows)
    let place = former.firstIndex { $0 == self[keyPath: keyPath] || !still.contains($0) } ?? 0
    self[keyPath: keyPath] = rows.isEmpty ? nil : rows[min(place, rows.count - 1)]
  }

  mutating func performed(
    _ purpose: Purpose, _ decision: Decision, _ session: Session
  ) -> [Effect] {
    take(session)
    chooseBroughtBack(by: decision)
    chooseTurned(by: decision)
    chooseTurnedPoint(by: decision)
    bringFormBack(by: decision)
    notice = .good(decision.account)
    countUndone(by: decision)
    onItsWay = nil
    noteWishes(decision)
    switch purpose {
    case .plain:
      return []
    case .pasted(let holdsMarks):
      if holdsMarks { notice = .good(decision.account + ", # and @ as text") }
      stampKept(decision)
      return []
    case .presence(let id):
      // With only the missing in view the row is gone, and the next has taken its place.
      if arrivals.selection == id { arrivals.selection = arrivalRows.stepped(from: id, 1) }
      return []
    case .captureLine(let group):
      return lineWasKept(of: group, by: decision)
    case .rewording:
      capture.mode = .browsing
      return []
    case .newTheme(let contribution):
      let added = decision.events.lazy.compactMap { ($0 as? ThemeAdded)?.theme.id }.first
      themes.theme = added ?? themes.theme
      if let contribution, screen == .themes { wasCoded(contribution) }
      return []
    case .feedbackForm:
      let open = formItems.count { evaluation.entry.answers[$0.id] == nil }
      evaluation.entry = FormEntry()
      let count = session.feedback.count
      notice = .good(
        "kept; \(count == 1 ? "1 form" : "\(count) forms") entered"
          + (open == 0 ? "" : "; \(open == 1 ? "1 item" : "\(open) items") left open"))
      // At once: a form that was kept must not come back as half entered after a crash.
      return saved()
    case .newDelegate:
      arrivals.selection = session.delegates.keys.last
      noteNewSector(decision)
      return []
    case .converge(let purpose): return performed(purpose, decision)
    case .collating(let purpose):
      return performed(purpose, decision)
    }
  }

  mutating func failed(_ purpose: Purpose, _ reason: String) {
    switch purpose {
    case .captureLine(let group):
      capture.onTheirWay[group] = nil
      notice = .error(reason + " \(glyph(.dot)) Enter tries again")
    case .rewording:
      notice = .error(reason + " \(glyph(.dot)) Enter tries again")
    default:
      notice = .error(reason)
      if let onItsWay { overlays.append(onItsWay) }
      onItsWay = nil
    }
  }
}
