/// What a scribe asks for.
public enum Command: Sendable {
  // The session
  /// Begin a session on a plan.
  case open(SessionID, Plan)
  /// Change something that was fixed before the day.
  case revisePlan(PlanRevised)

  // People
  /// Put delegates on the list, each with the seat that a roster gives, if it does.
  case addDelegates([NewDelegate])
  /// Put a person right.
  case correctDelegate(DelegateID, Delegate.Profile)
  /// Take a person off the list.
  case removeDelegate(DelegateID)
  /// Mark a person as in the room or not.
  case markPresent(DelegateID, Bool)

  // Groups
  /// Set up so many tables, and plan the rounds for them.
  case formGroups(count: Int)
  /// Give a table another name.
  case renameGroup(GroupID, String)
  /// Give delegates seats, all at once.
  case seat([DelegatesSeated.Seat])
  /// Say what a group works on in a round.
  case assign(GroupID, PriorityID, round: Int)
  /// Say what is wanted of mixed groups.
  case wish(MixWishes)
  /// Say who sits where in each round, all at once.
  case planSeating(NewSeating)
  /// Begin a round.
  case enterRound(Int)

  // Contributions
  /// Capture what was said; several are one act.
  case capture([NewContribution])
  /// Put a contribution into other words.
  case reword(ContributionID, String)
  /// Take a contribution back.
  case withdraw(ContributionID)
  /// Let a withdrawn contribution stand again.
  case restore(ContributionID)
  /// Move a contribution to another group or priority.
  case move(ContributionID, GroupID, PriorityID)
  /// Say which question a contribution answers.
  case setLens(ContributionID, LensID)
  /// Code a contribution to a theme, or take the coding off.
  case code(ContributionID, ThemeID, Bool)
  /// Code several contributions to a theme, as one act.
  case codeAll([ContributionID], ThemeID)
  /// Pick a contribution out to be quoted, or no longer.
  case highlight(ContributionID, Bool)
  /// Note who said it, or remove the note.
  case noteSpeaker(ContributionID, DelegateID?)
  /// Remove a contribution's words from the journal for good.
  case redact(ContributionID, reason: String)

  // Themes
  /// Add a theme to the codebook.
  case addTheme(title: String, definition: String)
  /// Add a theme and code contributions to it, as one act.
  case makeTheme(title: String, of: [ContributionID])
  /// Give a theme another title.
  case renameTheme(ThemeID, String)
  /// Say what belongs to a theme.
  case defineTheme(ThemeID, definition: String, keyPoints: [String])

  /// Let one theme count for another, which leaves the codebook.
  case mergeTheme(ThemeID, into: ThemeID)
  /// Let some of a theme's contributions go over to a new theme.
  case splitTheme(ThemeID, title: String, contributions: [ContributionID])
  /// Give a theme another place in the codebook, from 0.
  case moveTheme(ThemeID, to: Int)
  /// Put a theme's highlights in the order in which they are to be quoted.
  case orderHighlights(ThemeID, [ContributionID])

  // What says the same, and what says several things
  /// Let one contribution stand for others that say the same.
  case merge([ContributionID], into: ContributionID)
  /// Let a contribution that was merged stand for itself again.
  case separate(ContributionID)
  /// Let the points that a contribution makes stand each for itself, in these words.
  case split(ContributionID, into: [String])
  /// Let a contribution that was split stand as one again, and withdraw its parts.
  case rejoin(ContributionID)

  // Scoring
  /// Ask the room to vote.
  case openScoring(NewScoring)
  /// Enter a voter's ballot.
  case castBallot(ScoringID, Scoring.Voter, [Scoring.Mark])
  /// Put a voter's ballot right.
  case correctBallot(ScoringID, Scoring.Voter, [Scoring.Mark])
  /// Take a voter's ballot out again.
  case withdrawBallot(ScoringID, Scoring.Voter)
  /// Enter a show of hands; items that are not named keep their count.
  case countHands(ScoringID, [Scoring.Hands])
  /// Let the result be shown to the room, or hide it again.
  case reveal(ScoringID, Bool)
  /// Take no more ballots, or take some again.
  case close(ScoringID, Bool)
  /// Take a vote back with its ballots, or bring it back.
  case withdrawScoring(ScoringID, Bool)

  // Opportunities
  /// Raise something to try from contributions.
  case raise([ContributionID], CardPatch)
  /// Fill in or change an opportunity's card.
  case reviseCard(OpportunityID, CardPatch)
  /// Say that an opportunity came from a contribution too, or not.
  case link(OpportunityID, ContributionID, Bool)
  /// Say how far an opportunity has come.
  case stageOpportunity(OpportunityID, Opportunity.Standing)
  /// Take an opportunity back, or bring it back.
  case withdrawOpportunity(OpportunityID, Bool)

  // Evaluation
  /// Enter filled-in forms; several are one act, in the order of their content.
  case enterFeedback([FeedbackForm])
  /// Take a form of this content out again.
  case withdrawFeedback(FeedbackForm)

  // Follow-up
  /// Begin with what another workshop handed on.
  case followUp(FollowUp)

  // Stages
  /// Begin a stage of the agenda.
  case enterStage(StageID)
  /// Hold the clock.
  case pauseStage
  /// Let the clock run on.
  case resumeStage
  /// Add time, or take some off.
  case extendStage(minutes: Int)
  /// End the stage.
  case leaveStage

  // Turning back
  /// Take back this device's latest act that still can be.
  case undo
  /// Bring back this device's act that was undone last.
  case redo

  /// How many fresh contribution numbers the decision will use up.
  public var numbersNeeded: Int {
    switch self {
    case .capture(let new): new.count
    case .split(_, let parts): parts.count
    default: 0
    }
  }

  /// How many fresh opportunity numbers the decision will use up.
  public var opportunityNumbersNeeded: Int { if case .raise = self { 1 } else { 0 } }
}

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

/// Who is to sit where, round by round.
public struct NewSeating: Sendable, Equatable {
  /// Everyone's group in each round; who is not named has no seat.
  public var rounds: [[DelegateID: GroupID]]
  /// Each group's priority in each round; `nil` leaves the schedule as it is.
  public var schedule: [[GroupID: PriorityID]]?

  /// Makes a plan.
  public init(rounds: [[DelegateID: GroupID]], schedule: [[GroupID: PriorityID]]? = nil) {
    self.rounds = rounds
    self.schedule = schedule
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
