import SessionEngine

/// An opportunity with everything on its card, in names and numbers instead of identifiers.
struct OpportunityAnswer: Encodable {
  struct Source: Encodable {
    var number: String
    var group: String
    /// The words as they are now; empty once withdrawn or redacted.
    var words: String
    /// The workshop where it was said, where that was an earlier one.
    var workshop: String?
  }

  struct Step: Encodable {
    var stage: String
    var outcome: String?
    var reason: String?
    var at: String
  }

  struct Match: Encodable {
    var skill: String
    var offeredBy: [String]
    /// Those among them who are not here.
    var notHere: [String]
  }

  struct Before: Encodable {
    var number: String
    var stage: String
    var since: [String]
  }

  var number: String
  var title: String
  var stage: String
  var outcome: String?
  var reason: String?
  var priority: String?
  var themes: [String]
  var currentApproach, improvement, mindset, belief, action, measure, success: String
  var place, duration, cost, risk, date: String
  var immediate: Bool
  var owner: String?
  var helpers, skillsWanted, fourPs: [String]
  var emmie: [String: String]
  var marylandNow, marylandAfter: Int
  var lacks: [String]
  /// Whether its date is over and nobody has begun.
  var dateIsPast: Bool
  var couldHelp: [Match]
  var contributions: [String]
  var sources: [Source]
  var history: [Step]
  var before: Before?

  /// As it is on a day, such as `2026-11-24`.
  init(_ opportunity: Opportunity, in session: Session, on today: String) {
    let card = opportunity.card
    func name(_ id: DelegateID) -> String? { session.delegates[id]?.name }
    number = opportunity.number.spoken
    title = session.title(of: opportunity)
    stage = opportunity.standing.stage.rawValue
    outcome = opportunity.standing.outcome?.rawValue
    reason = opportunity.standing.reason
    priority = session.priority(card.priority)?.title
    themes = session.themes(of: opportunity).map(\.title)
    (currentApproach, improvement) = (card.currentApproach, card.improvement)
    (mindset, belief, action) = (card.mindset, card.belief, card.action)
    (measure, success, place) = (card.measure, card.success, card.place)
    (duration, cost, risk, date) = (card.duration, card.cost, card.risk, card.date)
    immediate = card.isImmediate
    owner = name(card.owner)
    helpers = card.helpers.compactMap(name)
    skillsWanted = card.skillsWanted
    fourPs = card.fourPs.map(\.rawValue)
    emmie = Dictionary(
      card.emmie.map { ($0.key.rawValue, $0.value.rawValue) }, uniquingKeysWith: { a, _ in a })
    (marylandNow, marylandAfter) = (card.marylandNow, card.marylandAfter)
    lacks = session.lacks(opportunity).map(\.rawValue)
    dateIsPast = session.isDatePast(opportunity, on: today)
    let here = Set(session.delegatesHere.map(\.id))
    couldHelp = session.skillMatches(for: opportunity).map {
      Match(
        skill: $0.skill, offeredBy: $0.delegates.compactMap(name),
        notHere: $0.delegates.filter { !here.contains($0) }.compactMap(name))
    }
    contributions = opportunity.contributions.map { session.spoken($0) }
    sources =
      session.sources(of: opportunity).map {
        Source(
          number: $0.number.spoken, group: session.group($0.group)?.name ?? "",
          words: session.toldWords(of: $0.id) ?? "")
      }
      + session.carriedSources(of: opportunity).map {
        Source(
          number: $0.number.spoken, group: $0.group, words: $0.words, workshop: $0.workshop)
      }
    history = opportunity.history.map {
      Step(
        stage: $0.standing.stage.rawValue, outcome: $0.standing.outcome?.rawValue,
        reason: $0.standing.reason, at: $0.at.description)
    }
    let progress = session.progress.first { $0.opportunity.id == opportunity.id }
    before = progress.map { progress in
      Before(
        number: opportunity.origin?.number.spoken ?? "", stage: progress.before.text,
        since: progress.since.map(\.standing.text))
    }
  }

  /// The answer in one line for a reader.
  var line: String {
    var parts = [number, title, "(\(stage)" + (outcome.map { ": \($0)" } ?? "") + ")"]
    if let priority { parts.append(priority) }
    if let owner { parts.append(owner) }
    if !date.isEmpty { parts.append(date) }
    if !lacks.isEmpty { parts.append("lacks " + lacks.joined(separator: ", ")) }
    if dateIsPast { parts.append("the date is past") }
    if let before {
      parts.append(
        "before: \(before.stage)"
          + (before.since.isEmpty
            ? ", nothing since" : "; since: " + before.since.joined(separator: ", ")))
    }
    return parts.joined(separator: "  ")
  }
}
