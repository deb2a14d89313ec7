/// The workshop was said to follow another one up, or no longer.
public struct FollowUpBegun: Event {
  /// `followup.begun`
  public static let kind = "followup.begun"
  /// The workshop before; `nil` for none.
  public let predecessor: Predecessor?

  /// Makes the event.
  public init(predecessor: Predecessor?) { self.predecessor = predecessor }

  /// Notes it.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.followsUp = predecessor
    return nil
  }

  /// What was noted before.
  public func reversal(in session: Session) -> (any Event)? {
    FollowUpBegun(predecessor: session.followsUp)
  }

  /// Whether it is still noted.
  public func isInForce(in session: Session) -> Bool { session.followsUp == predecessor }

  /// Names the workshop before.
  public func account(in session: Session) -> String {
    predecessor.map { "began the follow-up of ‘\($0.title)’" } ?? "began without a workshop before"
  }
}

/// An opportunity was carried over from the workshop before.
public struct OpportunityCarried: CardEvent {
  /// `opportunity.carried`
  public static let kind = "opportunity.carried"
  /// Names it in both sessions.
  public let opportunity: OpportunityID
  /// Its number here: the one that it had there, unless that is given already.
  public let number: OpportunityNumber
  /// Where it comes from.
  public let origin: Opportunity.Origin
  /// Every stage that it came to there.
  public var history: [Opportunity.Step]
  /// What stands on its card.
  public var card: CardPatch

  /// Makes the event.
  public init(
    opportunity: OpportunityID, number: OpportunityNumber, origin: Opportunity.Origin,
    history: [Opportunity.Step], card: CardPatch
  ) {
    self.opportunity = opportunity
    self.number = number
    self.origin = origin
    self.history = history
    self.card = card
  }

  /// What is carried over is the first edition here.
  public var edition: Int? { nil }

  /// What was written on the card, and the reasons given for its stages, by their place in the history.
  public var written: CardWords {
    get {
      var words = card.written
      for (place, step) in history.enumerated() {
        words.add("reason \(place)", step.standing.reason)
      }
      return words
    }
    set {
      card = card.unwritten
      card.write(newValue)
      history = history.enumerated().map { place, step in
        let reason = newValue.values(of: "reason \(place)").last
        return .init(
          .init(step.standing.stage, outcome: step.standing.outcome, reason: reason), at: step.at)
      }
    }
  }

  /// The event without what was written.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(opportunity, forKey: .opportunity)
    try fields.encode(number, forKey: .number)
    try fields.encode(origin, forKey: .origin)
    try fields.encode(
      history.map { Opportunity.Step($0.standing.unexplained, at: $0.at) }, forKey: .history)
    try fields.encode(card.unwritten, forKey: .card)
  }

  private enum CodingKeys: String, CodingKey { case opportunity, number, origin, history, card }

  /// Adds it as it was.
  public func change(_ session: inout Session, by record: Record) -> String? {
    var card = OpportunityCard()
    let isRedacted = session.isRedacted(subject)
    (isRedacted ? self.card.unwritten : self.card).apply(to: &card)
    let known = isRedacted ? history.map { .init($0.standing.unexplained, at: $0.at) } : history
    let steps = known.isEmpty ? [.init(.init(.raised), at: record.at)] : known
    return session.add(
      Opportunity(
        id: opportunity, number: number, contributions: [], card: card, history: steps,
        origin: origin), by: record.device)
  }

  /// Its withdrawal.
  public func reversal(in session: Session) -> (any Event)? {
    session.opportunities[opportunity] == nil
      ? OpportunityWithdrawn(opportunity: opportunity, withdrawn: true) : nil
  }

  /// Whether it stands.
  public func isInForce(in session: Session) -> Bool {
    session.opportunities[opportunity]?.isWithdrawn == false
  }

  /// Names the number.
  public func account(in session: Session) -> String {
    "carried \(session.opportunities[opportunity]?.number.spoken ?? number.spoken) over"
  }
}
