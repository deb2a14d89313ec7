/// Two texts that may say the same.
public struct LikelyDuplicate: Sendable, Hashable {
  /// The text with the lower identifier.
  public let first: Int
  /// The text with the higher identifier.
  public let second: Int
  /// How much they say the same, from the least that is offered (0.62) to 1, the same words.
  public let likeness: Double
  /// Why: words of the first text that the second has too, or has words like them.
  public let shared: [String]
  /// Words that only one of them has.
  public let apart: [String]
}

/// Something that several texts are about.
public struct EmergentTopic: Sendable, Hashable {
  /// The words that tell it from the other texts, the most telling first, as people wrote them.
  public let words: [String]
  /// The texts it would take, the most typical first.
  public let members: [Int]
  /// How much its members have in common, 0 to 1.
  public let cohesion: Double
}

/// A theme that a text may belong to.
public struct SuggestedTheme: Sendable, Hashable {
  /// The theme, as the caller numbers it.
  public let theme: Int
  /// About how probable it is that a person would agree, 0 to 1.
  public let confidence: Double
  /// The words of the text that speak for the theme, the strongest first.
  public let words: [String]
}
