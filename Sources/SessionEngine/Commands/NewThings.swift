// What commands bring in that was not there before.

/// A vote to open.
public struct NewScoring: Sendable, Equatable {
  /// What the room is asked.
  public var title: String
  /// How it answers.
  public var method: Scoring.Method
  /// What is voted on, in the order on the screen.
  public var items: Items
  /// Who votes.
  public var voters: Scoring.VoterKind

  /// Things of one kind.
  public enum Items: Sendable, Equatable {
    /// Points that were made.
    case contributions([ContributionID])
    /// Topics of the codebook.
    case themes([ThemeID])
    /// Things to try.
    case opportunities([OpportunityID])
  }

  /// Makes a vote by impact and ease, unless another method is given.
  public init(
    _ title: String, method: Scoring.Method = .impactAndEase, items: Items,
    voters: Scoring.VoterKind = .groups
  ) {
    self.title = title
    self.method = method
    self.items = items
    self.voters = voters
  }
}

/// A delegate to put on the list.
public struct NewDelegate: Sendable, Equatable {
  /// Who it is.
  public var profile: Delegate.Profile
  /// The table that the roster seats the delegate at.
  public var group: GroupID?
  /// Whether the delegate came without being on the roster; a walk-in is present.
  public var isWalkIn: Bool

  /// Makes a delegate to add.
  public init(_ profile: Delegate.Profile, group: GroupID? = nil, isWalkIn: Bool = false) {
    self.profile = profile
    self.group = group
    self.isWalkIn = isWalkIn
  }
}

/// Who is to sit where, round by round, and what was wished of it: one act.
public struct NewSeating: Sendable, Equatable {
  /// Everyone's group in each round that has not begun; who is not named has no seat.
  public var rounds: [[DelegateID: GroupID]]
  /// Each group's priority in each of these rounds; `nil` leaves the schedule as it is.
  public var schedule: [[GroupID: PriorityID]]?
  /// The first of the rounds, from 1. Those before it have begun; they stay as they were.
  public var firstRound: Int
  /// How many groups there are to be; `nil` for those there are.
  public var groups: Int?
  /// How groups and rounds go together; `nil` for as the plan has it.
  public var rotation: Rotation?
  /// What is wanted of the groups from now on; `nil` for what was.
  public var wishes: MixWishes?

  /// Makes a plan.
  public init(
    rounds: [[DelegateID: GroupID]], schedule: [[GroupID: PriorityID]]? = nil, firstRound: Int = 1,
    groups: Int? = nil, rotation: Rotation? = nil, wishes: MixWishes? = nil
  ) {
    self.rounds = rounds
    self.schedule = schedule
    self.firstRound = firstRound
    self.groups = groups
    self.rotation = rotation
    self.wishes = wishes
  }
}

/// A contribution to capture.
public struct NewContribution: Sendable, Equatable {
  /// What was said, byte for byte as typed.
  public var words: String
  /// The group that says it.
  public var group: GroupID
  /// The priority that it is about; `nil` for the group's current one.
  public var priority: PriorityID?
  /// The question that it answers.
  public var lens: LensID?
  /// The themes to code it to at once.
  public var themes: [ThemeID]
  /// Whether to pick it out to be quoted at once.
  public var isHighlighted: Bool
  /// Who says it, where that is to be noted.
  public var speaker: DelegateID?
  /// When it was said, where an import knows.
  public var saidAt: Instant?
  /// What it is imported from.
  public var source: String?

  /// Makes a contribution to capture.
  public init(
    _ words: String, group: GroupID, priority: PriorityID? = nil, lens: LensID? = nil,
    themes: [ThemeID] = [], isHighlighted: Bool = false, speaker: DelegateID? = nil,
    saidAt: Instant? = nil, source: String? = nil
  ) {
    self.words = words
    self.group = group
    self.priority = priority
    self.lens = lens
    self.themes = themes
    self.isHighlighted = isHighlighted
    self.speaker = speaker
    self.saidAt = saidAt
    self.source = source
  }
}
