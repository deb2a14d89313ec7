/// A contribution was said to answer a question.
public struct LensSet: Event {
  /// `lens.set`
  public static let kind = "lens.set"
  /// Which contribution.
  public let contribution: ContributionID
  /// The question.
  public let lens: LensID

  /// Makes the event.
  public init(contribution: ContributionID, lens: LensID) {
    self.contribution = contribution
    self.lens = lens
  }

  /// Sets the lens.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.updateContribution(contribution, "get its lens") { $0.lens = lens }
  }

  /// The lens as it was.
  public func reversal(in session: Session) -> (any Event)? {
    session.contributions.read(contribution) { LensSet(contribution: contribution, lens: $0.lens) }
  }

  /// Whether the lens is still this one.
  public func isInForce(in session: Session) -> Bool {
    session.contributions[contribution]?.lens == lens
  }

  /// Names the number and the lens.
  public func account(in session: Session) -> String {
    "set \(session.spoken(contribution)) to ‘\(session.lens(lens).title)’"
  }
}

/// A contribution was coded to a theme, or the coding was taken off.
public struct ContributionCoded: Event {
  /// `contribution.coded`
  public static let kind = "contribution.coded"
  /// Which contribution.
  public let contribution: ContributionID
  /// The theme.
  public let theme: ThemeID
  /// Whether it belongs to the theme from now on.
  public let coded: Bool
  /// Where among its themes, from 0; at the end where it is left out.
  public let position: Int?

  /// Makes the event.
  public init(contribution: ContributionID, theme: ThemeID, coded: Bool, position: Int? = nil) {
    self.contribution = contribution
    self.theme = theme
    self.coded = coded
    self.position = position
  }

  /// Adds or removes the theme; where that was merged into another meanwhile, the other.
  public func change(_ session: inout Session, by record: Record) -> String? {
    let theme = session.themeLineage.current(theme)
    return session.updateContribution(contribution, "be coded") {
      guard $0.themes.contains(theme) != coded else { return }
      if coded {
        $0.themes.insert(theme, at: $0.themes.clamped(position))
      } else {
        $0.themes.removeAll { $0 == theme }
      }
    }
  }

  /// The coding as it was; nothing where it was so already.
  public func reversal(in session: Session) -> (any Event)? {
    guard let themes = session.contributions.read(contribution, { $0.themes }) else { return nil }
    let theme = session.themeLineage.current(theme)
    let index = themes.firstIndex(of: theme)
    guard (index != nil) != coded else { return nil }
    return ContributionCoded(
      contribution: contribution, theme: theme, coded: !coded, position: index)
  }

  /// Whether the coding is still this one.
  public func isInForce(in session: Session) -> Bool {
    session.contributions[contribution]?.themes.contains(theme) == coded
  }

  /// Names the number and the theme.
  public func account(in session: Session) -> String {
    let title = session.title(of: theme)
    return coded
      ? "coded \(session.spoken(contribution)) to ‘\(title)’"
      : "took \(session.spoken(contribution)) off ‘\(title)’"
  }
}

/// A contribution was picked out to be quoted, or no longer.
public struct HighlightSet: Event {
  /// `highlight.set`
  public static let kind = "highlight.set"
  /// Which contribution.
  public let contribution: ContributionID
  /// Whether it is to be quoted.
  public let highlighted: Bool

  /// Makes the event.
  public init(contribution: ContributionID, highlighted: Bool) {
    self.contribution = contribution
    self.highlighted = highlighted
  }

  /// Sets the mark.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.updateContribution(contribution, "be highlighted") { $0.isHighlighted = highlighted }
  }

  /// The mark as it was.
  public func reversal(in session: Session) -> (any Event)? {
    session.contributions.read(contribution) {
      HighlightSet(contribution: contribution, highlighted: $0.isHighlighted)
    }
  }

  /// Whether the mark is still this one.
  public func isInForce(in session: Session) -> Bool {
    session.contributions[contribution]?.isHighlighted == highlighted
  }

  /// Names the number.
  public func account(in session: Session) -> String {
    (highlighted ? "highlighted " : "took the highlight off ") + session.spoken(contribution)
  }
}

/// The speaker of a contribution was noted, or the note was removed.
///
/// The speaker's identifier stands where words stand, outside what the journal's chain covers, so
/// that a redaction removes it too.
public struct SpeakerSet: ContributionWords {
  /// `speaker.set`
  public static let kind = "speaker.set"
  /// Which contribution.
  public let contribution: ContributionID
  /// The speaker's identifier; empty for nobody in particular, `nil` once redacted.
  public var words: String?

  private enum CodingKeys: String, CodingKey { case contribution }

  /// Makes the event; `nil` is for nobody in particular.
  public init(contribution: ContributionID, speaker: DelegateID?) {
    self.contribution = contribution
    words = speaker?.text ?? ""
  }

  private var speaker: DelegateID? { words.flatMap { $0.isEmpty ? nil : DelegateID($0) } }

  /// Sets the speaker.
  public func change(_ session: inout Session, by record: Record) -> String? {
    if session.isRedacted(contribution) {
      return "a redacted contribution could not get its speaker"
    }
    return session.updateContribution(contribution, "get its speaker") {
      if words != nil { $0.speaker = speaker }
    }
  }

  /// The speaker as it was.
  public func reversal(in session: Session) -> (any Event)? {
    session.contributions.read(contribution) {
      SpeakerSet(contribution: contribution, speaker: $0.speaker)
    }
  }

  /// Whether the speaker is still this one.
  public func isInForce(in session: Session) -> Bool {
    session.contributions.read(contribution) { $0.speaker == speaker } ?? false
  }

  /// Names the number, never the speaker: accounts end up on a projector.
  public func account(in session: Session) -> String {
    (speaker == nil ? "took the speaker off " : "noted who said ") + session.spoken(contribution)
  }
}

extension Array {
  /// The place at which to insert: the one that is asked for where there is such a place.
  func clamped(_ position: Int?) -> Int { Swift.min(Swift.max(position ?? count, 0), count) }
}
