/// Changes to an opportunity's card: only the fields that are given change. An empty value clears.
public struct CardPatch: Codable, Equatable, Sendable {
  /// The new title.
  public var title: String?
  /// The new priority.
  public var priority: PriorityID?
  /// The new themes, all of them.
  public var themes: [ThemeID]?
  /// The new account of what is done today.
  public var currentApproach: String?
  /// The new account of what would be better.
  public var improvement: String?
  /// Whether it could be begun at once.
  public var isImmediate: Bool?
  /// The new account of the mindset.
  public var mindset: String?
  /// The new belief.
  public var belief: String?
  /// The new action.
  public var action: String?
  /// The new measure.
  public var measure: String?
  /// The new sign of success.
  public var success: String?
  /// The new place.
  public var place: String?
  /// The new duration.
  public var duration: String?
  /// The new cost.
  public var cost: String?
  /// The new risk.
  public var risk: String?
  /// The new owner.
  public var owner: DelegateID?
  /// The new helpers, all of them.
  public var helpers: [DelegateID]?
  /// The new skills wanted, all of them.
  public var skillsWanted: [String]?
  /// The new date.
  public var date: String?
  /// The new Ps, all of them.
  public var fourPs: [OpportunityCard.FourP]?
  /// The new state of the evidence, all five parts.
  public var emmie: [OpportunityCard.EMMIE: OpportunityCard.Knowledge]?
  /// The new level of the evidence now.
  public var marylandNow: Int?
  /// The new level of the evidence after the trial.
  public var marylandAfter: Int?

  /// Makes a patch that changes nothing yet.
  public init() {}

  /// Makes the patch that turns an empty card into another.
  public init(_ card: OpportunityCard) {
    for field in Self.fields { field.take(card, OpportunityCard(), &self) }
  }

  /// The patch without what the card says already.
  func changes(to card: OpportunityCard) -> CardPatch {
    var changed = card
    apply(to: &changed)
    var patch = CardPatch()
    for field in Self.fields { field.take(changed, card, &patch) }
    return patch
  }

  /// Writes the given fields onto a card.
  public func apply(to card: inout OpportunityCard) {
    for field in Self.fields { field.write(self, &card) }
  }

  /// The patch that takes this one back from a card.
  func reversal(on card: OpportunityCard) -> CardPatch {
    var back = CardPatch()
    for field in Self.fields where field.isGiven(self) { field.read(card, &back) }
    return back
  }

  /// Whether the card says all of it.
  func holds(on card: OpportunityCard) -> Bool { reversal(on: card) == self }

  /// What people call the fields that are given.
  public var names: [String] { Self.fields.filter { $0.isGiven(self) }.map(\.name) }

  /// Whether nothing is given.
  public var isEmpty: Bool { !Self.fields.contains { $0.isGiven(self) } }

  /// One field of patch and card: every rule about fields is said once, for all of them.
  private struct Field: Sendable {
    let name: String
    let isGiven: @Sendable (CardPatch) -> Bool
    let write: @Sendable (CardPatch, inout OpportunityCard) -> Void
    let read: @Sendable (OpportunityCard, inout CardPatch) -> Void
    /// Notes the field in the patch where the first card differs from the second.
    let take: @Sendable (OpportunityCard, OpportunityCard, inout CardPatch) -> Void

    init<Value: Equatable & Sendable>(
      _ name: String, _ patch: any WritableKeyPath<CardPatch, Value?> & Sendable,
      _ card: any WritableKeyPath<OpportunityCard, Value> & Sendable
    ) {
      self.name = name
      isGiven = { $0[keyPath: patch] != nil }
      write = { from, to in if let value = from[keyPath: patch] { to[keyPath: card] = value } }
      read = { from, to in to[keyPath: patch] = from[keyPath: card] }
      take = { new, old, to in
        if new[keyPath: card] != old[keyPath: card] { to[keyPath: patch] = new[keyPath: card] }
      }
    }
  }

  private static let fields: [Field] = [
    Field("title", \.title, \.title), Field("priority", \.priority, \.priority),
    Field("themes", \.themes, \.themes),
    Field("current approach", \.currentApproach, \.currentApproach),
    Field("improvement", \.improvement, \.improvement),
    Field("immediate", \.isImmediate, \.isImmediate), Field("mindset", \.mindset, \.mindset),
    Field("we believe", \.belief, \.belief), Field("we will", \.action, \.action),
    Field("we measure", \.measure, \.measure), Field("right if", \.success, \.success),
    Field("place", \.place, \.place), Field("duration", \.duration, \.duration),
    Field("cost", \.cost, \.cost), Field("risk", \.risk, \.risk),
    Field("owner", \.owner, \.owner), Field("helpers", \.helpers, \.helpers),
    Field("skills wanted", \.skillsWanted, \.skillsWanted), Field("date", \.date, \.date),
    Field("four Ps", \.fourPs, \.fourPs), Field("EMMIE", \.emmie, \.emmie),
    Field("Maryland now", \.marylandNow, \.marylandNow),
    Field("Maryland after", \.marylandAfter, \.marylandAfter),
  ]
}
