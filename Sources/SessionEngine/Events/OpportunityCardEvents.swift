/// The card of an opportunity was filled in or changed.
public struct OpportunityRevised: CardEvent {
  /// `opportunity.revised`
  public static let kind = "opportunity.revised"
  /// Which.
  public let opportunity: OpportunityID
  /// The edition of the card; `nil` for the first.
  public let edition: Int?
  /// What changes.
  public var card: CardPatch

  /// Makes the event.
  public init(opportunity: OpportunityID, card: CardPatch, edition: Int = 0) {
    self.opportunity = opportunity
    self.edition = edition > 0 ? edition : nil
    self.card = card
  }

  /// What was written.
  public var written: CardWords {
    get { card.written }
    set {
      card = card.unwritten
      card.write(newValue)
    }
  }

  /// The event without what was written.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(opportunity, forKey: .opportunity)
    try fields.encodeIfPresent(edition, forKey: .edition)
    try fields.encode(card.unwritten, forKey: .card)
  }

  private enum CodingKeys: String, CodingKey { case opportunity, edition, card }

  /// Writes the given fields.
  public func change(_ session: inout Session, by record: Record) -> String? {
    let card = session.isRedacted(subject) ? card.unwritten : card
    return session.updateOpportunity(opportunity, "be revised") {
      let title = $0.card.title
      card.apply(to: &$0.card)
      guard $0.card.title != title else { return }
      if case .undoes = record.turn { $0.retitled -= 1 } else { $0.retitled += 1 }
    }
  }

  /// The fields as they were.
  public func reversal(in session: Session) -> (any Event)? {
    session.opportunities[opportunity].map {
      OpportunityRevised(
        opportunity: opportunity, card: card.reversal(on: $0.card),
        edition: session.edition(of: opportunity))
    }
  }

  /// Whether the card still says all of it.
  public func isInForce(in session: Session) -> Bool {
    session.opportunities[opportunity].map { card.holds(on: $0.card) } ?? false
  }

  /// Names the number and the fields.
  public func account(in session: Session) -> String {
    let names = card.isEmpty ? ["words redacted since"] : card.names
    return "revised \(session.spoken(opportunity)): " + names.joined(separator: ", ")
  }
}

/// An opportunity came to another stage.
public struct OpportunityStaged: CardEvent {
  /// `opportunity.staged`
  public static let kind = "opportunity.staged"
  /// Which.
  public let opportunity: OpportunityID
  /// What it came to.
  public let stage: Opportunity.Stage
  /// What came of the trial, where it was tried.
  public let outcome: Opportunity.Outcome?
  /// Why.
  public var reason: String?
  /// The edition of the card; `nil` for the first.
  public let edition: Int?
  /// When, where a redo brings back what had been dated already; else the record dates it.
  public let at: Instant?

  /// Makes the event.
  public init(
    opportunity: OpportunityID, standing: Opportunity.Standing, at: Instant? = nil,
    edition: Int = 0
  ) {
    self.opportunity = opportunity
    self.edition = edition > 0 ? edition : nil
    stage = standing.stage
    outcome = standing.outcome
    reason = standing.reason
    self.at = at
  }

  private var standing: Opportunity.Standing { .init(stage, outcome: outcome, reason: reason) }

  /// The reason.
  public var written: CardWords {
    get {
      var words = CardWords()
      words.add("reason", reason)
      return words
    }
    set { reason = newValue.values(of: "reason").last }
  }

  /// The event without the reason.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(opportunity, forKey: .opportunity)
    try fields.encode(stage, forKey: .stage)
    try fields.encodeIfPresent(outcome, forKey: .outcome)
    try fields.encodeIfPresent(edition, forKey: .edition)
    try fields.encodeIfPresent(at, forKey: .at)
  }

  private enum CodingKeys: String, CodingKey {
    case opportunity, stage, outcome, reason, edition, at
  }

  /// Adds the step; an undo takes the last one back.
  public func change(_ session: inout Session, by record: Record) -> String? {
    let standing = session.isRedacted(subject) ? standing.unexplained : standing
    return session.updateOpportunity(opportunity, "come to another stage") {
      // Without the reasons, which may be gone from one of the two.
      if case .undoes = record.turn,
        $0.history.dropLast().last?.standing.unexplained == standing.unexplained
      {
        $0.history.removeLast()
      } else {
        $0.history.append(.init(standing, at: at ?? record.at))
      }
    }
  }

  /// The stage as it was.
  public func reversal(in session: Session) -> (any Event)? {
    session.opportunities[opportunity]?.history.last.map {
      OpportunityStaged(
        opportunity: opportunity, standing: $0.standing, at: $0.at,
        edition: session.edition(of: opportunity))
    }
  }

  /// Whether it is still there.
  public func isInForce(in session: Session) -> Bool {
    session.opportunities[opportunity]?.standing == standing
  }

  /// Names the number and the stage.
  public func account(in session: Session) -> String {
    "\(session.spoken(opportunity)): " + standing.text
  }
}

extension Opportunity.Standing {
  /// How people say it, such as `tried: promising`; without the reason.
  public var text: String {
    switch stage {
    case .raised: return "raised"
    case .toTry: return "to be tried"
    case .underWay: return "under way"
    case .tried:
      switch outcome {
      case .worked: return "tried: worked"
      case .promising: return "tried: promising"
      case .didNotWork: return "tried: did not work"
      case nil: return "tried"
      }
    case .takenUp: return "taken up for operational development"
    case .dropped: return "dropped"
    }
  }
}
