/// A session began, on a plan.
public struct SessionOpened: Event {
  /// `session.opened`
  public static let kind = "session.opened"
  /// Names the session for ever.
  public let session: SessionID
  /// The plan as it was that moment.
  public let plan: Plan

  /// Makes the event.
  public init(session: SessionID, plan: Plan) {
    self.session = session
    self.plan = plan
  }

  /// Lays the plan before the room.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard !session.isOpen else { return "the session had been opened already" }
    session.isOpen = true
    session.id = self.session
    session.plan = plan
    session.themes = plan.themes
    session.mixWishes.cover = plan.coverWished
    return nil
  }

  /// A session cannot be un-begun.
  public func reversal(in session: Session) -> (any Event)? { nil }

  /// Names the title.
  public func account(in session: Session) -> String { "opened the session ‘\(plan.title)’" }
}

/// Something that was fixed before the day was changed on the day.
///
/// Only the fields that are given change.
public struct PlanRevised: Event {
  /// `plan.revised`
  public static let kind = "plan.revised"
  /// The new title.
  public var title: String?
  /// The new date, as `2026-11-24`.
  public var date: String?
  /// The new organisers.
  public var organisers: [String]?
  /// The new reference.
  public var reference: String?
  /// The new contact.
  public var contact: String?
  /// The new protective marking.
  public var marking: String?
  /// How far the results may go from now on.
  public var circulation: String?
  /// Whether outputs may say who spoke, from now on.
  public var attribution: AttributionRule?
  /// How groups and priorities meet from now on.
  public var rotation: Rotation?
  /// The new priorities, all of them.
  public var priorities: [Priority]?
  /// The new lenses, all of them.
  public var lenses: [Lens]?
  /// The new agenda, all of it.
  public var agenda: [Stage]?
  /// The new evaluation form.
  public var evaluation: EvaluationForm?

  /// Makes a revision that changes nothing yet.
  public init() {}

  /// Makes a revision that changes the priorities.
  public init(priorities: [Priority]) { self.priorities = priorities }

  /// Writes the given fields into the plan.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.plan.set(\.title, title)
    session.plan.set(\.date, date)
    session.plan.set(\.organisers, organisers)
    session.plan.set(\.reference, reference)
    session.plan.set(\.contact, contact)
    session.plan.set(\.marking, marking)
    session.plan.set(\.circulation, circulation)
    session.plan.set(\.attribution, attribution)
    session.plan.set(\.rotation, rotation)
    if let priorities {
      // A priority on which something stands stays, whoever left it out.
      let given = Set(priorities.map(\.id))
      let spoken = session.plan.priorities.filter {
        !given.contains($0.id) && session.contributions.hasVoice(on: $0.id)
      }
      session.plan.priorities = priorities + spoken
    }
    session.plan.set(\.lenses, lenses)
    session.plan.set(\.agenda, agenda)
    if let evaluation {
      let given = Set(evaluation.items.map(\.id))
      let known = session.retiredItems + session.plan.evaluation.items
      session.retiredItems = known.filter { !given.contains($0.id) }
      session.plan.evaluation = evaluation
    }
    return nil
  }

  /// The revision back to what the plan said.
  public func reversal(in session: Session) -> (any Event)? {
    var back = PlanRevised()
    back.title = title.map { _ in session.plan.title }
    back.date = date.map { _ in session.plan.date }
    back.organisers = organisers.map { _ in session.plan.organisers }
    back.reference = reference.map { _ in session.plan.reference }
    back.contact = contact.map { _ in session.plan.contact }
    back.marking = marking.map { _ in session.plan.marking }
    back.circulation = circulation.map { _ in session.plan.circulation }
    back.attribution = attribution.map { _ in session.plan.attribution }
    back.rotation = rotation.map { _ in session.plan.rotation }
    back.priorities = priorities.map { _ in session.plan.priorities }
    back.lenses = lenses.map { _ in session.plan.lenses }
    back.agenda = agenda.map { _ in session.plan.agenda }
    back.evaluation = evaluation.map { _ in session.plan.evaluation }
    return back
  }

  /// Whether the plan still says all of it; what lies across the priorities comes and stays by
  /// itself.
  public func isInForce(in session: Session) -> Bool {
    guard var now = reversal(in: session) as? PlanRevised else { return false }
    var then = self
    then.priorities?.removeAll { $0.id == Priority.acrossAll.id }
    now.priorities?.removeAll { $0.id == Priority.acrossAll.id }
    return now == then
  }

  /// Names the fields that changed.
  public func account(in session: Session) -> String {
    let fields: [(String, Bool)] = [
      ("title", title != nil), ("date", date != nil), ("organisers", organisers != nil),
      ("reference", reference != nil), ("contact", contact != nil), ("marking", marking != nil),
      ("circulation", circulation != nil), ("attribution rule", attribution != nil),
      ("rotation", rotation != nil), ("priorities", priorities != nil), ("lenses", lenses != nil),
      ("agenda", agenda != nil),
      ("evaluation form", evaluation != nil),
    ]
    let changed = fields.filter(\.1).map(\.0)
    return "revised the plan: " + (changed.isEmpty ? "nothing" : changed.joined(separator: ", "))
  }
}

extension Plan {
  fileprivate mutating func set<Value>(_ field: WritableKeyPath<Plan, Value>, _ value: Value?) {
    if let value { self[keyPath: field] = value }
  }
}
