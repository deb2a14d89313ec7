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
  /// Mark a person as not having come at all, so that no share of the room is told of that person.
  case markNoShow(DelegateID)
  /// Mark everybody on the list as in the room.
  case markEverybodyPresent

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
  /// Say who sits where in each round that has not begun, with the groups and wishes it is for.
  case planSeating(NewSeating)
  /// Put the seats of the planned rounds right, after no-shows and walk-ins.
  case repairSeating([[DelegateID: GroupID]])
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
  /// Remove what was written on an opportunity's card for good.
  case redactCard(OpportunityID, reason: String)

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
  /// Say that two that look alike make two points, or offer them as one again.
  case distinguish(ContributionID, ContributionID, Bool)
  /// Say that what some have in common is no topic, or offer it again.
  case ignoreTopic([ContributionID], Bool)

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
  /// Take something that is written on a form off it, wherever it stands: every form on which this is
  /// the comment, what is taken away, or a future priority.
  case strikeFeedback(String)

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
