/// What words belong to that may have to be removed for good.
public enum RedactionSubject: Hashable, Sendable {
  /// A contribution: redacted once, for ever.
  case contribution(ContributionID)
  /// The card of an opportunity, in one of its editions: a card can be written anew once its words were
  /// redacted, and what is written then belongs to the next edition.
  case card(OpportunityID, edition: Int)
}

/// An event that carries words which may have to be removed for good.
///
/// The words stand outside the event's `data` on disk, so that a journal's chain covers a salted
/// commitment to them and survives their removal.
public protocol RedactableEvent: Event {
  /// What the words belong to, also where there are none: they go when it is redacted.
  var subject: RedactionSubject { get }

  /// The words; `nil` once redacted, and where nobody wrote any.
  var words: String? { get set }
}

/// A card's words were removed from the journals for good: its title, every field of free text, the
/// reasons given for its stages.
public struct OpportunityRedacted: Event {
  /// `opportunity.redacted`
  public static let kind = "opportunity.redacted"
  /// Which.
  public let opportunity: OpportunityID
  /// The edition of the card that is gone, with all before it; `nil` for the first.
  public let edition: Int?
  /// Why; it must not repeat the words.
  public let reason: String

  /// Makes the event.
  public init(opportunity: OpportunityID, edition: Int, reason: String) {
    self.opportunity = opportunity
    self.edition = edition > 0 ? edition : nil
    self.reason = reason
  }

  /// Empties the card and forgets every way back to its words.
  ///
  /// Whatever the words may have left a mark on is set to the same in every case, so that the session
  /// does not tell whether they were still there when this was read.
  public func change(_ session: inout Session, by record: Record) -> String? {
    let next = (edition ?? 0) + 1
    guard session.edition(of: opportunity) < next else { return nil }
    session.redactedCards[opportunity] = RedactedCard(
      opportunity: opportunity, edition: next, reason: reason)
    for device in Array(session.acts.keys) {
      session.acts[device]?.forget { event in
        guard case .card(opportunity, _)? = (event as? any RedactableEvent)?.subject else {
          return false
        }
        return true
      }
    }
    for (id, scoring) in session.scorings where scoring.kind == .opportunities {
      session.scorings[id]?.items = scoring.items.map {
        $0.id == opportunity.text ? Scoring.Item(id: $0.id, rewordings: -1) : $0
      }
    }
    return session.updateOpportunity(opportunity, "be redacted") {
      $0.card.redact()
      $0.history = $0.history.map { .init($0.standing.unexplained, at: $0.at) }
      $0.retitled = 0
    }
  }

  /// Cannot be undone: nothing is left to bring back.
  public func reversal(in session: Session) -> (any Event)? { nil }

  /// Names the number and the reason.
  public func account(in session: Session) -> String {
    "redacted the card of \(session.spoken(opportunity)): \(reason)"
  }
}

/// A card whose words were redacted.
public struct RedactedCard: Equatable, Sendable, Codable {
  /// Whose card it is.
  public let opportunity: OpportunityID
  /// The edition that is written since; all before it are gone.
  public let edition: Int
  /// Why, the last time.
  public let reason: String
}

extension Event {
  /// Whether the event takes words out of the record for good.
  public var isRedaction: Bool { self is ContributionRedacted || self is OpportunityRedacted }
}

extension Opportunity.Standing {
  /// The standing without the reason that was given for it.
  var unexplained: Opportunity.Standing { .init(stage, outcome: outcome) }
}

extension Session {
  /// Which edition of its card is written now: how many times its words were redacted.
  func edition(of id: OpportunityID) -> Int { redactedCards[id]?.edition ?? 0 }

  /// Whether words of a subject may never be shown again, even should they arrive now.
  public func isRedacted(_ subject: RedactionSubject) -> Bool {
    switch subject {
    case .contribution(let id): !redactions.isEmpty && redactions[id] != nil
    case .card(let id, let edition): !redactedCards.isEmpty && edition < self.edition(of: id)
    }
  }

  /// Whether anything was redacted at all.
  public var hasRedactions: Bool { !redactions.isEmpty || !redactedCards.isEmpty }

  func decideCardRedaction(_ id: OpportunityID, _ reason: String) throws(Refusal) -> [any Event] {
    guard let opportunity = opportunities[id] else {
      throw Refusal("there is no such opportunity", remedy: "look the number up with ‘replay’")
    }
    let reason = try named(reason, "the reason")
    try checkSilent(reason, of: opportunity.writtenWords)
    return [OpportunityRedacted(opportunity: id, edition: edition(of: id), reason: reason)]
  }
}

extension Session {
  /// How many words in a row are no coincidence.
  private static let tellingRun = 4

  /// Refuses a reason that says again what is to go for good: four words of it in a row, or all of them
  /// where there are fewer.
  func checkSilent(_ reason: String, of wordings: [String]) throws(Refusal) {
    let said = reason.wordsAlone
    for words in wordings.map(\.wordsAlone) {
      let length = min(words.count, Self.tellingRun)
      guard length > 0, said.count >= length else { continue }
      let runs = Set((0...said.count - length).map { said[$0..<$0 + length] })
      let starts = 0...words.count - length
      guard let start = starts.first(where: { runs.contains(words[$0..<$0 + length]) }) else {
        continue
      }
      throw Refusal(
        "the reason repeats ‘\(words[start..<start + length].joined(separator: " "))’, which is to go",
        remedy: "say why in other words: the reason stays in the record")
    }
  }
}

extension String {
  /// Its words in small letters, without the marks between them.
  fileprivate var wordsAlone: [String] {
    lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}

/// An event whose words belong to a contribution.
public protocol ContributionWords: RedactableEvent {
  /// The contribution that they belong to.
  var contribution: ContributionID { get }
}

extension ContributionWords {
  /// The contribution.
  public var subject: RedactionSubject { .contribution(contribution) }
}

/// An event whose words stand on an opportunity's card.
public protocol CardEvent: RedactableEvent {
  /// The opportunity.
  var opportunity: OpportunityID { get }
  /// The edition of the card; `nil` for the first.
  var edition: Int? { get }
  /// What somebody wrote.
  var written: CardWords { get set }
}

extension CardEvent {
  /// The card.
  public var subject: RedactionSubject { .card(opportunity, edition: edition ?? 0) }

  /// Everything written, as it stands behind the seal.
  public var words: String? {
    get { written.text }
    set { written = newValue.map { CardWords($0) } ?? CardWords() }
  }
}
