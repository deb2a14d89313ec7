/// A theme was split: some of its contributions went over to a new one.
public struct ThemeSplit: Event {
  /// `theme.split`
  public static let kind = "theme.split"
  /// The theme that was split.
  public let theme: ThemeID
  /// The new theme.
  public let into: Theme
  /// The contributions that went over.
  public let contributions: [ContributionID]
  /// Where in the codebook the new theme stands, from 0.
  public let position: Int

  /// Makes the event.
  public init(theme: ThemeID, into: Theme, contributions: [ContributionID], position: Int) {
    self.theme = theme
    self.into = into
    self.contributions = contributions
    self.position = position
  }

  /// Adds the new theme and hands those over that are still coded to the old one.
  public func change(_ session: inout Session, by record: Record) -> String? {
    let source = session.themeLineage.current(theme)
    guard session.theme(source) != nil, session.theme(into.id) == nil else {
      return "a theme could not be split into ‘\(into.title)’: the codebook has changed meanwhile"
    }
    session.themes.insert(into, at: session.themes.clamped(position))
    session.themeLineage.origins[into.id] = source
    for id in contributions {
      _ = session.contributions.update(id) { contribution in
        guard let index = contribution.themes.firstIndex(of: source),
          !contribution.themes.contains(into.id)
        else { return }
        contribution.themes[index] = into.id
      }
    }
    return nil
  }

  /// Its return into the old theme.
  public func reversal(in session: Session) -> (any Event)? {
    session.theme(into.id) == nil ? ThemeRejoined(theme: into.id) : nil
  }

  /// Whether the new theme is as it was, and nothing else that stands was coded to it since.
  public func isInForce(in session: Session) -> Bool {
    guard session.theme(into.id) == into, session.themeLineage.origins[into.id] != nil else {
      return false
    }
    let given = Set(contributions)
    return session.contributions.slots(of: into.id).allSatisfy {
      given.contains(session.contributions.all[$0].id)
    }
  }

  /// Names both.
  public func account(in session: Session) -> String {
    "split ‘\(into.title)’ off the theme ‘\(session.title(of: theme))’"
  }
}

/// A theme that had been split off another went back into it.
public struct ThemeRejoined: Event {
  /// `theme.rejoined`
  public static let kind = "theme.rejoined"
  /// The theme that leaves the codebook.
  public let theme: ThemeID

  /// Makes the event.
  public init(theme: ThemeID) { self.theme = theme }

  /// Hands its contributions back.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard session.theme(theme) != nil, let origin = session.themeLineage.origins[theme] else {
      return "a theme could not go back into another: it is no longer in the codebook"
    }
    let target = session.themeLineage.current(origin)
    session.themes.removeAll { $0.id == theme }
    session.themeLineage.origins[theme] = nil
    session.recode(from: theme) { _, point, index in
      if !point.themes.contains(target) {
        point.themes[index] = target
      } else if point.standing == .kept {
        point.themes.remove(at: index)
      }
      // What is withdrawn may come back, by a redo, to both of them.
    }
    return nil
  }

  /// The splitting.
  public func reversal(in session: Session) -> (any Event)? {
    guard let position = session.themes.firstIndex(where: { $0.id == theme }),
      let origin = session.themeLineage.origins[theme]
    else { return nil }
    return ThemeSplit(
      theme: origin, into: session.themes[position],
      contributions: session.contributions.all.lazy.filter { $0.themes.contains(theme) }
        .map(\.id), position: position)
  }

  /// Whether it is out of the codebook.
  public func isInForce(in session: Session) -> Bool { session.theme(theme) == nil }

  /// Names the theme where it is still there.
  public func account(in session: Session) -> String {
    "put the theme ‘\(session.title(of: theme))’ back into the one it was split off"
  }
}
