/// One point made, in the group's words.
public struct Contribution: Equatable, Sendable {
  /// Names the contribution for ever.
  public let id: ContributionID
  /// The number that people say aloud.
  public internal(set) var number: ContributionNumber
  /// The words as they stand now; empty once redacted.
  public var words: String
  /// The wordings before this one, oldest first.
  public var earlierWords: [String]
  /// The group that made the point.
  public var group: GroupID
  /// The priority that it is about.
  public var priority: PriorityID
  /// The round in which it was made, if one was under way.
  public var round: Int?
  /// The question that it answers.
  public var lens: LensID
  /// The themes that it is coded to, in the order of coding.
  public var themes: [ThemeID]
  /// Whether it was picked out to be quoted.
  public var isHighlighted: Bool
  /// Who said it, where that was noted.
  public var speaker: DelegateID?
  /// When it was captured, or said, where an import knows.
  public let at: Instant
  /// Who typed it.
  public let scribe: String
  /// Whether it stands.
  public var standing: Standing
  /// What it was imported from, so that the same line is never taken twice.
  public let source: String?

  /// Whether a contribution stands.
  public enum Standing: String, Codable, Sendable {
    /// It stands.
    case kept
    /// It was taken back: on no screen and in no output, but in the journal.
    case withdrawn
    /// Its words were removed from the journal for good.
    case redacted
    /// Another contribution says the same and stands for both; see `Session.family(of:)`.
    case merged
    /// It made several points, and each of them stands as a contribution of its own.
    case split
  }

  /// Whether it is on the screens and in the outputs. A capture without words is one whose words were
  /// taken out of the journal; it does not stand even where the redaction could not be read.
  public var isKept: Bool { standing == .kept && !words.isEmpty }

  /// Whether it counts, by itself or in what it was merged or split into. The fold asks for this, so it
  /// must not depend on the words: they may be taken out of the file before the fold gets to the
  /// redaction.
  public var hasVoice: Bool { standing == .kept || standing == .merged || standing == .split }

  /// The words as they were first kept; empty once redacted.
  public var capturedWords: String { earlierWords.first ?? words }
}
