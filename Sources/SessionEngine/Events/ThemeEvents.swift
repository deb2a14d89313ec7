/// A theme joined the codebook.
public struct ThemeAdded: Event {
  /// `theme.added`
  public static let kind = "theme.added"
  /// The theme.
  public let theme: Theme
  /// Where in the codebook, from 0; at the end where it is left out.
  public let position: Int?

  /// Makes the event.
  public init(theme: Theme, position: Int? = nil) {
    self.theme = theme
    self.position = position
  }

  /// Puts it in its place.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard session.theme(theme.id) == nil else { return nil }
    session.themes.insert(theme, at: session.themes.clamped(position))
    return nil
  }

  /// Its removal, where it is new.
  public func reversal(in session: Session) -> (any Event)? {
    session.theme(theme.id) == nil ? ThemeRemoved(theme: theme.id) : nil
  }

  /// Whether it is as it was added, and neither was anything that stands coded to it since nor
  /// another theme merged into it.
  public func isInForce(in session: Session) -> Bool {
    session.theme(theme.id) == theme && session.contributions.count(of: theme.id) == 0
      && session.themeLineage.merged(into: theme.id).isEmpty
  }

  /// Names the theme.
  public func account(in session: Session) -> String { "added the theme ‘\(theme.title)’" }
}

/// A theme left the codebook; contributions stay coded to it should it return.
public struct ThemeRemoved: Event {
  /// `theme.removed`
  public static let kind = "theme.removed"
  /// Which.
  public let theme: ThemeID

  /// Makes the event.
  public init(theme: ThemeID) { self.theme = theme }

  /// Takes it off the list.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.themes.removeAll { $0.id == theme }
    return nil
  }

  /// Its return to its place.
  public func reversal(in session: Session) -> (any Event)? {
    session.themes.firstIndex { $0.id == theme }.map {
      ThemeAdded(theme: session.themes[$0], position: $0)
    }
  }

  /// Whether it is still off the list.
  public func isInForce(in session: Session) -> Bool { session.theme(theme) == nil }

  /// Says so.
  public func account(in session: Session) -> String { "removed a theme" }
}

/// A theme got another title.
public struct ThemeRenamed: Event {
  /// `theme.renamed`
  public static let kind = "theme.renamed"
  /// Which.
  public let theme: ThemeID
  /// The new title.
  public let title: String

  /// Makes the event.
  public init(theme: ThemeID, title: String) {
    self.theme = theme
    self.title = title
  }

  /// Sets the title.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.updateTheme(theme, "be renamed") { $0.title = title }
  }

  /// The title as it was.
  public func reversal(in session: Session) -> (any Event)? {
    session.theme(theme).map { ThemeRenamed(theme: theme, title: $0.title) }
  }

  /// Whether the title is still this one.
  public func isInForce(in session: Session) -> Bool { session.theme(theme)?.title == title }

  /// Names the new title.
  public func account(in session: Session) -> String { "renamed a theme to ‘\(title)’" }
}

/// A theme was defined: what belongs to it, and its key points.
public struct ThemeDefined: Event {
  /// `theme.defined`
  public static let kind = "theme.defined"
  /// Which.
  public let theme: ThemeID
  /// What belongs to it.
  public let definition: String
  /// What it comes down to.
  public let keyPoints: [String]

  /// Makes the event.
  public init(theme: ThemeID, definition: String, keyPoints: [String]) {
    self.theme = theme
    self.definition = definition
    self.keyPoints = keyPoints
  }

  /// Sets both.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.updateTheme(theme, "be defined") {
      $0.definition = definition
      $0.keyPoints = keyPoints
    }
  }

  /// Both as they were.
  public func reversal(in session: Session) -> (any Event)? {
    session.theme(theme).map {
      ThemeDefined(theme: theme, definition: $0.definition, keyPoints: $0.keyPoints)
    }
  }

  /// Whether the definition is still this one.
  public func isInForce(in session: Session) -> Bool {
    session.theme(theme).map { ($0.definition, $0.keyPoints) == (definition, keyPoints) } ?? false
  }

  /// Names the theme.
  public func account(in session: Session) -> String {
    "defined the theme ‘\(session.theme(theme)?.title ?? "")’"
  }
}

extension Session {
  fileprivate mutating func updateTheme(
    _ id: ThemeID, _ deed: String, _ change: (inout Theme) -> Void
  ) -> String? {
    guard let index = themes.firstIndex(where: { $0.id == id }) else {
      return "a theme could not \(deed): it is no longer in the codebook"
    }
    change(&themes[index])
    return nil
  }
}
