import SessionEngine
import Terminal

// What comes back from the session: what was kept, what failed, what others did.
extension ConsoleState {
  /// Shows a newer session, and keeps every choice that still exists.
  ///
  /// - Parameter events: what happened between the two sessions; `nil` where that is not known.
  mutating func take(_ session: Session, after events: [any Event]? = nil) {
    let old = self.session
    self.session = session
    if old.themes != session.themes { themeWords = Self.words(for: session.themes) }
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
        self[keyPath: keyPath] = self[keyPath: keyPath].flatMap { neighbour(of: $0, in: old) }
      }
    }
    if let theme = themes.theme, session.theme(theme) == nil {
      themes.theme = session.themes.first?.id
    }
    if let events {
      followInThemes(events, from: old)
    } else {
      refreshThemeRows(keeping: true)
    }
  }

  /// The delegate nearest to one who is gone, in the order of the list.
  private func neighbour(of gone: DelegateID, in old: Session) -> DelegateID? {
    let ids = Array(old.delegates.keys)
    guard let index = ids.firstIndex(of: gone) else { return nil }
    return (ids[index...] + ids[..<index].reversed()).first { session.delegates[$0] != nil }
  }

  mutating func performed(
    _ purpose: Purpose, _ decision: Decision, _ session: Session
  ) -> [Effect] {
    take(session, after: decision.events)
    notice = .good(decision.account)
    onItsWay = nil
    switch purpose {
    case .plain:
      return []
    case .captureLine(let group):
      return lineWasKept(of: group, account: decision.account)
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
