import OrderedCollections

/// Something tangible to try, raised from one or more contributions.
public struct Opportunity: Codable, Equatable, Sendable {
  /// Names the opportunity for ever, in the sessions that follow too.
  public let id: OpportunityID
  /// The number that people say aloud.
  public internal(set) var number: OpportunityNumber
  /// The contributions that it came from, in the order of linking.
  public internal(set) var contributions: [ContributionID]
  /// What stands on its card.
  public internal(set) var card: OpportunityCard
  /// Every stage that it came to, the present one last; never empty.
  public internal(set) var history: [Step]
  /// How many times its title was changed.
  public internal(set) var retitled = 0
  /// Whether it was taken back: on no screen and in no output.
  public internal(set) var isWithdrawn = false
  /// The session that it was carried over from, if it was.
  public let origin: Origin?

  /// How far an opportunity has come.
  public enum Stage: String, Codable, CaseIterable, Sendable {
    /// It is on the table.
    case raised
    /// Somebody will try it.
    case toTry = "to-be-tried"
    /// It is being tried.
    case underWay = "under-way"
    /// It was tried; the step says with what outcome.
    case tried
    /// It was taken up for operational development.
    case takenUp = "taken-up"
    /// It was let go; the step says why.
    case dropped
  }

  /// What came of a trial.
  public enum Outcome: String, Codable, CaseIterable, Sendable {
    /// It worked.
    case worked
    /// It is promising.
    case promising
    /// It did not work.
    case didNotWork = "did-not-work"
  }

  /// A stage with what belongs to it.
  public struct Standing: Codable, Hashable, Sendable {
    /// How far it has come.
    public let stage: Stage
    /// What came of the trial; for `tried` only.
    public let outcome: Outcome?
    /// Why; for `dropped` always, else where somebody said.
    public let reason: String?

    /// Whether the trial is still to come or under way.
    public var isAhead: Bool { [.raised, .toTry, .underWay].contains(stage) }

    /// Makes a standing.
    public init(_ stage: Stage, outcome: Outcome? = nil, reason: String? = nil) {
      self.stage = stage
      self.outcome = outcome
      self.reason = reason
    }
  }

  /// A stage that it came to, and when.
  public struct Step: Codable, Equatable, Sendable {
    /// What it came to.
    public let standing: Standing
    /// When, by the record.
    public let at: Instant

    /// Makes a step.
    public init(_ standing: Standing, at: Instant) {
      self.standing = standing
      self.at = at
    }
  }

  /// Where an opportunity was carried over from.
  public struct Origin: Codable, Equatable, Sendable {
    /// The session before.
    public let session: SessionID
    /// Its number there.
    public let number: OpportunityNumber
    /// How many steps it had taken by then.
    public let steps: Int
    /// The numbers there of the contributions that it came from, in their order.
    public let contributions: [ContributionNumber]
    /// Everything that it goes back to of which the words were handed on, in the workshops before.
    public let sources: [ContributionID]?
    /// Where that session had carried it over from, the latest first; `nil` where it was raised there.
    public let before: [Origin]?

    /// Makes an origin.
    public init(
      session: SessionID, number: OpportunityNumber, steps: Int,
      contributions: [ContributionNumber], sources: [ContributionID] = [], before: [Origin] = []
    ) {
      self.sources = sources.isEmpty ? nil : sources
      self.before = before.isEmpty ? nil : before
      self.session = session
      self.number = number
      self.steps = steps
      self.contributions = contributions
    }
  }

  /// How far it has come.
  public var standing: Standing { history.last?.standing ?? Standing(.raised) }

  /// Whether somebody has still to do something about it: it is neither dropped nor taken up, and
  /// was not tried in vain.
  public var isOpen: Bool {
    switch standing.stage {
    case .raised, .toTry, .underWay: true
    case .tried: standing.outcome != .didNotWork
    case .takenUp, .dropped: false
    }
  }
}

/// Every opportunity of a session, in the order of raising.
public struct Opportunities: Sendable {
  private var byID: OrderedDictionary<OpportunityID, Opportunity> = [:]
  private var byNumber: [OpportunityNumber: OpportunityID] = [:]
  private var links: [ContributionID: [OpportunityID]] = [:]

  /// None yet.
  public init() {}

  /// All of them, withdrawn ones too, in the order of raising.
  public var all: some RandomAccessCollection<Opportunity> { byID.values }

  /// Those that stand, in the order of raising.
  public var kept: [Opportunity] { byID.values.filter { !$0.isWithdrawn } }

  /// The opportunity of an identifier.
  public subscript(id: OpportunityID) -> Opportunity? { byID[id] }

  /// The opportunity of a number that was said aloud.
  public subscript(number: OpportunityNumber) -> Opportunity? {
    byNumber[number].flatMap { byID[$0] }
  }

  /// Those that stand and came from a contribution, in the order of linking.
  public func from(_ contribution: ContributionID) -> [Opportunity] {
    (links[contribution] ?? []).compactMap { byID[$0] }.filter { !$0.isWithdrawn }
  }

  /// Adds an opportunity, under the next of its numbers that is free; says whether it is new.
  mutating func add(
    _ opportunity: Opportunity, next: (ContributionNumber) -> ContributionNumber
  ) -> Bool {
    guard byID[opportunity.id] == nil else { return false }
    var opportunity = opportunity
    while byNumber[opportunity.number] != nil {
      opportunity.number = OpportunityNumber(next(opportunity.number.number))
    }
    byNumber[opportunity.number] = opportunity.id
    for contribution in opportunity.contributions {
      links[contribution, default: []].append(opportunity.id)
    }
    byID[opportunity.id] = opportunity
    return true
  }

  /// Changes an opportunity; says whether it is here.
  mutating func update(_ id: OpportunityID, _ change: (inout Opportunity) -> Void) -> Bool {
    guard let index = byID.index(forKey: id) else { return false }
    let before = byID.values[index].contributions
    change(&byID.values[index])
    let after = byID.values[index].contributions
    guard before != after else { return true }
    for gone in before where !after.contains(gone) {
      links[gone]?.removeAll { $0 == id }
      if links[gone]?.isEmpty == true { links[gone] = nil }
    }
    for new in after where !before.contains(new) { links[new, default: []].append(id) }
    return true
  }

  /// Makes the collection that these calls of `add` would have made.
  init(restoring opportunities: [Opportunity]) {
    for opportunity in opportunities { _ = add(opportunity) { $0 } }
  }
}
