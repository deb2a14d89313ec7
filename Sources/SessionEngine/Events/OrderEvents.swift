/// A theme got another place in the codebook, and with it another number on the screen.
public struct ThemeOrdered: Event {
  /// `theme.ordered`
  public static let kind = "theme.ordered"
  /// Which.
  public let theme: ThemeID
  /// Its place from now on, from 0.
  public let position: Int

  /// Makes the event.
  public init(theme: ThemeID, position: Int) {
    self.theme = theme
    self.position = position
  }

  /// Moves it.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard let index = session.themes.firstIndex(where: { $0.id == theme }) else {
      return "a theme could not get another place: it is no longer in the codebook"
    }
    let moved = session.themes.remove(at: index)
    session.themes.insert(moved, at: session.themes.clamped(position))
    return nil
  }

  /// The place as it was.
  public func reversal(in session: Session) -> (any Event)? {
    session.themes.firstIndex { $0.id == theme }.map { ThemeOrdered(theme: theme, position: $0) }
  }

  /// Whether it is still there, or as near as the codebook allows.
  public func isInForce(in session: Session) -> Bool {
    guard let index = session.themes.firstIndex(where: { $0.id == theme }) else { return false }
    return index == min(max(position, 0), session.themes.count - 1)
  }

  /// Names the theme and its number.
  public func account(in session: Session) -> String {
    "made ‘\(session.title(of: theme))’ theme \(position.adding(saturating: 1))"
  }
}

/// The highlights of a theme were put in the order in which they are to be quoted.
public struct HighlightsOrdered: Event {
  /// `highlights.ordered`
  public static let kind = "highlights.ordered"
  /// Whose.
  public let theme: ThemeID
  /// The highlights, first to last; one that is not named comes after them. Empty for the order of
  /// capture.
  public let contributions: [ContributionID]

  /// Makes the event.
  public init(theme: ThemeID, contributions: [ContributionID]) {
    self.theme = theme
    self.contributions = contributions
  }

  /// Sets the order.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.themeLineage.highlightOrder[theme] = contributions.isEmpty ? nil : contributions
    return nil
  }

  /// The order as it was.
  public func reversal(in session: Session) -> (any Event)? {
    HighlightsOrdered(
      theme: theme, contributions: session.themeLineage.highlightOrder[theme] ?? [])
  }

  /// Whether the order is still this one.
  public func isInForce(in session: Session) -> Bool {
    session.themeLineage.highlightOrder[theme] ?? [] == contributions
  }

  /// Names the theme.
  public func account(in session: Session) -> String {
    "ordered the highlights of ‘\(session.title(of: theme))’"
  }
}
