/// Something to try was raised from contributions.
public struct OpportunityRaised: CardEvent {
  /// `opportunity.raised`
  public static let kind = "opportunity.raised"
  /// Names it for ever.
  public let opportunity: OpportunityID
  /// The number that people say aloud.
  public let number: OpportunityNumber
  /// The contributions that it came from, in the order chosen.
  public let contributions: [ContributionID]
  /// What stands on its card at once.
  public var card: CardPatch?

  /// Makes the event.
  public init(
    opportunity: OpportunityID, number: OpportunityNumber, contributions: [ContributionID],
    card: CardPatch = CardPatch()
  ) {
    self.opportunity = opportunity
    self.number = number
    self.contributions = contributions
    self.card = card.isEmpty ? nil : card
  }

  /// What it is raised with is the first edition.
  public var edition: Int? { nil }

  /// What was written on the card at once.
  public var written: CardWords {
    get { card?.written ?? CardWords() }
    set {
      var card = (card ?? CardPatch()).unwritten
      card.write(newValue)
      self.card = card.isEmpty ? nil : card
    }
  }

  /// The event without what was written.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(opportunity, forKey: .opportunity)
    try fields.encode(number, forKey: .number)
    try fields.encode(contributions, forKey: .contributions)
    let rest = card?.unwritten ?? CardPatch()
    try fields.encodeIfPresent(rest.isEmpty ? nil : rest, forKey: .card)
  }

  private enum CodingKeys: String, CodingKey { case opportunity, number, contributions, card }

  /// Adds it; of two equal numbers the later gets letters of its device, as with contributions.
  public func change(_ session: inout Session, by record: Record) -> String? {
    var card = OpportunityCard()
    (session.isRedacted(subject) ? self.card?.unwritten : self.card)?.apply(to: &card)
    return session.add(
      Opportunity(
        id: opportunity, number: number, contributions: contributions.withoutRepeats, card: card,
        history: [.init(.init(.raised), at: record.at)], origin: nil), by: record.device)
  }

  /// Its withdrawal: the number is spent.
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
    "raised \(session.opportunities[opportunity]?.number.spoken ?? number.spoken)"
  }
}

/// An opportunity was taken back, or brought back.
public struct OpportunityWithdrawn: Event {
  /// `opportunity.withdrawn`
  public static let kind = "opportunity.withdrawn"
  /// Which.
  public let opportunity: OpportunityID
  /// Whether it is taken back from now on.
  public let withdrawn: Bool

  /// Makes the event.
  public init(opportunity: OpportunityID, withdrawn: Bool) {
    self.opportunity = opportunity
    self.withdrawn = withdrawn
  }

  /// Takes it off every screen and output, or puts it back.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.updateOpportunity(opportunity, "be withdrawn") { $0.isWithdrawn = withdrawn }
  }

  /// The mark as it was.
  public func reversal(in session: Session) -> (any Event)? {
    session.opportunities[opportunity].map {
      OpportunityWithdrawn(opportunity: opportunity, withdrawn: $0.isWithdrawn)
    }
  }

  /// Whether it is still so.
  public func isInForce(in session: Session) -> Bool {
    session.opportunities[opportunity]?.isWithdrawn == withdrawn
  }

  /// Names the number.
  public func account(in session: Session) -> String {
    (withdrawn ? "withdrew " : "restored ") + session.spoken(opportunity)
  }
}

/// A contribution was added to those that an opportunity came from, or taken off them.
public struct OpportunityLinked: Event {
  /// `opportunity.linked`
  public static let kind = "opportunity.linked"
  /// Which opportunity.
  public let opportunity: OpportunityID
  /// Which contribution.
  public let contribution: ContributionID
  /// Whether it came from the contribution, from now on.
  public let linked: Bool
  /// Where among its contributions, from 0; at the end where it is left out.
  public let position: Int?

  /// Makes the event.
  public init(
    opportunity: OpportunityID, contribution: ContributionID, linked: Bool, position: Int? = nil
  ) {
    self.opportunity = opportunity
    self.contribution = contribution
    self.linked = linked
    self.position = position
  }

  /// Adds or removes the link.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.updateOpportunity(opportunity, "be linked") {
      guard $0.contributions.contains(contribution) != linked else { return }
      if linked {
        $0.contributions.insert(contribution, at: $0.contributions.clamped(position))
      } else {
        $0.contributions.removeAll { $0 == contribution }
      }
    }
  }

  /// The link as it was; nothing where it was so already.
  public func reversal(in session: Session) -> (any Event)? {
    guard let known = session.opportunities[opportunity]?.contributions else { return nil }
    let index = known.firstIndex(of: contribution)
    guard (index != nil) != linked else { return nil }
    return OpportunityLinked(
      opportunity: opportunity, contribution: contribution, linked: !linked, position: index)
  }

  /// Whether the link is still so.
  public func isInForce(in session: Session) -> Bool {
    session.opportunities[opportunity]?.contributions.contains(contribution) == linked
  }

  /// Names both numbers.
  public func account(in session: Session) -> String {
    (linked ? "linked " : "unlinked ") + session.spoken(contribution)
      + (linked ? " to " : " from ") + session.spoken(opportunity)
  }
}

extension Session {
  mutating func add(_ opportunity: Opportunity, by device: DeviceID) -> String? {
    var letters = DeviceLetters(of: device)
    return opportunities.add(opportunity) { letters.lengthen($0) }
      ? nil : "\(opportunity.number.spoken) was raised already"
  }

  mutating func updateOpportunity(
    _ id: OpportunityID, _ deed: String, _ change: (inout Opportunity) -> Void
  ) -> String? {
    opportunities.update(id, change)
      ? nil : "an opportunity could not \(deed): its raising has not arrived here"
  }

  /// The number of an opportunity as it is said, such as `O7`.
  public func spoken(_ id: OpportunityID) -> String {
    opportunities[id]?.number.spoken ?? "an opportunity"
  }
}
