import SessionEngine

/// A theme that a contribution may belong to.
public struct ThemeSuggestion: Sendable, Equatable {
  /// Which.
  public let theme: ThemeID
  /// About how probable it is that a person would agree, 0 to 1.
  public let confidence: Double
  /// The words of the contribution that speak for it, the strongest first.
  public let words: [String]
}

/// Two contributions that may say the same.
public struct DuplicatePair: Sendable, Equatable {
  /// The one that was captured first.
  public let first: ContributionID
  /// The other.
  public let second: ContributionID
  /// How much they say the same, 0.6 to 1.
  public let likeness: Double
  /// Words of one that the other has too, or has words like them.
  public let shared: [String]
  /// Words that only one of them has.
  public let apart: [String]

  /// The two, whichever comes first.
  public var key: PairKey { PairKey(first, second) }
}

/// Something that several contributions are about.
public struct TopicOffer: Sendable, Equatable {
  /// The words that tell it from the others, the most telling first.
  public let words: [String]
  /// The contributions it would take, the most typical first.
  public let members: [ContributionID]
  /// How much they have in common, 0 to 1.
  public let cohesion: Double

  /// What a theme could be called that takes it: its most telling words.
  public var title: String {
    let text = words.prefix(3).joined(separator: ", ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
