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
public struct OpportunityCarried: Event {
  /// `opportunity.carried`
  public static let kind = "opportunity.carried"
  /// Names it in both sessions.
  public let opportunity: OpportunityID
  /// Its number here: the one that it had there, unless that is given already.
  public let number: OpportunityNumber
  /// Where it comes from.
  public let origin: Opportunity.Origin
  /// Every stage that it came to there.
  public let history: [Opportunity.Step]
  /// What stands on its card.
  public let card: CardPatch

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

  /// Adds it as it was.
  public func change(_ session: inout Session, by record: Record) -> String? {
    var card = OpportunityCard()
    self.card.apply(to: &card)
    let steps = history.isEmpty ? [.init(.init(.raised), at: record.at)] : history
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
