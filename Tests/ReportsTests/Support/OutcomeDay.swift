import SessionEngine

/// The afternoon of a workshop: points merged and split, things to try, votes, and forms.
struct OutcomeDay {
  var workshop: Workshop
  private(set) var people: [DelegateID] = []

  static let form = EvaluationForm(
    items: [
      .init(id: "eng", dimension: "engagement", statement: "I took *part*."),
      .init(id: "rel", dimension: "relevance", statement: "It mattered | to me."),
    ], questions: ["What will you take away?", "Anything else?", "Priorities for next year?"])

  /// Nine police, two scholars and one harbour master, at three tables.
  static let profiles: [Delegate.Profile] = (0..<12).map { index in
    let sector = index < 9 ? "police" : index < 11 ? "academia" : "harbours"
    return Delegate.Profile(
      name: "Wilhelmina\(index) Zyx\(index)", organisation: "Organisation Qux\(index)",
      sector: sector, role: "Rolex\(index)", skills: ["skillqux\(index)"])
  }

  init(_ rule: AttributionRule = .chathamHouse) {
    var plan = Workshop.plan(rule)
    plan.evaluation = Self.form
    workshop = Workshop(plan)
    for table in 1...3 {
      let own = Self.profiles.enumerated().filter { $0.offset % 3 == table - 1 }.map(\.element)
      people += workshop.seat(own, table: table)
    }
    for id in people { workshop.act(.markPresent(id, true)) }
  }

  var session: Session { workshop.session }

  func person(_ index: Int) -> DelegateID {
    session.delegates.values.first { $0.name == Self.profiles[index].name }?.id ?? ""
  }

  /// Raises something and returns it.
  @discardableResult
  mutating func raise(_ contributions: [ContributionID], _ card: CardPatch = CardPatch())
    -> OpportunityID
  {
    workshop.act(.raise(contributions, card))
    return session.opportunities.all.last?.id ?? ""
  }

  /// Opens a vote by impact and ease and returns it.
  mutating func vote(
    _ title: String, _ items: NewScoring.Items, by voters: Scoring.VoterKind = .delegates,
    method: Scoring.Method = .impactAndEase
  ) -> ScoringID {
    workshop.act(.openScoring(NewScoring(title, method: method, items: items, voters: voters)))
    return session.scorings.keys.last ?? ""
  }

  mutating func form(_ answers: [String: Int], _ comments: String = "", _ wishes: [String] = []) {
    workshop.act(
      .enterFeedback([
        FeedbackForm(answers: answers, comments: comments, futurePriorities: wishes)
      ]))
  }
}

/// An afternoon on which anything may happen, hostile words included.
struct RandomOutcomes {
  private(set) var day: OutcomeDay
  private var state: UInt64

  init(seed: UInt64, rule: AttributionRule, steps: Int = 90) {
    state = seed &* 0x9E37_79B9_7F4A_7C15
    day = OutcomeDay(rule)
    for _ in 0..<8 { _ = day.workshop.capture(words, table: next(4), themes: ["t1"]) }
    for _ in 0..<steps { step() }
  }

  private var words: String {
    mutating get { Hostile.texts[next(Hostile.texts.count)] + " \(next(1000))" }
  }

  private mutating func step() {
    let points = day.session.contributions.all.map(\.id)
    let point = points[next(points.count)]
    let things = day.session.opportunities.all.map(\.id)
    let votes = Array(day.session.scorings.keys)
    switch next(16) {
    case 0: _ = day.workshop.capture(words, table: next(4), highlight: next(2) == 0)
    case 1: day.workshop.act(.merge([point], into: points[next(points.count)]))
    case 2: day.workshop.act(.split(point, into: [words, words]))
    case 3: day.workshop.act([.withdraw(point), .redact(point, reason: "asked")][next(2)])
    case 4: day.workshop.act(.code(point, ["t1", "t2"][next(2)], true))
    case 5, 6: day.raise([point], card)
    case 7:
      guard let thing = pick(things) else { return }
      let standings: [Opportunity.Standing] = [
        .init(.toTry), .init(.tried, outcome: .promising), .init(.dropped, reason: words),
        .init(.takenUp),
      ]
      day.workshop.act(.stageOpportunity(thing, standings[next(4)]))
    case 8:
      let methods: [Scoring.Method] = [
        .impactAndEase, .dots(budget: 3, most: 2), .topFive, .scores(criteria: ["a | b"]),
      ]
      let items: NewScoring.Items =
        next(2) == 0 ? .themes(["t1", "t2"]) : .contributions([point, points[next(points.count)]])
      _ = day.vote(words, items, by: next(2) == 0 ? .groups : .delegates, method: methods[next(4)])
    case 9, 10, 11:
      guard let vote = pick(votes), let scoring = day.session.scorings[vote] else { return }
      let voter: Scoring.Voter =
        scoring.voters == .groups
        ? .group(GroupID("g\(next(3) + 1)")) : .delegate(day.people[next(day.people.count)])
      day.workshop.act(.castBallot(vote, voter, marks(scoring)))
    case 12: if let vote = pick(votes) { day.workshop.act(.reveal(vote, true)) }
    case 13:
      day.form(["eng": next(6), "rel": next(6)], next(2) == 0 ? words : "", [words])
    case 14: if let thing = pick(things) { day.workshop.act(.withdrawOpportunity(thing, true)) }
    default: day.workshop.act(.undo)
    }
  }

  private var card: CardPatch {
    mutating get {
      var card = CardPatch()
      if next(2) == 0 { card.title = words }
      card.belief = words
      card.measure = words
      card.priority = ["p1", "p2", "p3"][next(3)]
      card.themes = ["t1"]
      card.owner = day.people[next(day.people.count)]
      card.helpers = [day.people[next(day.people.count)]]
      card.date = "2026-12-01"
      card.emmie = [.effect: .gap, .mechanism: .known]
      card.marylandNow = next(6)
      card.fourPs = [.pursue, .prevent]
      card.skillsWanted = [words]
      return card
    }
  }

  private mutating func marks(_ scoring: Scoring) -> [Scoring.Mark] {
    scoring.items.enumerated().flatMap { index, item -> [Scoring.Mark] in
      switch scoring.method {
      case .scores(let criteria):
        criteria.map { .init(item: item.id, criterion: $0, points: next(5) + 1) }
      case .dots: index == 0 ? [.init(item: item.id, points: 1)] : []
      case .ranking: [.init(item: item.id, points: index + 1)]
      }
    }
  }

  private mutating func pick<Thing>(_ things: [Thing]) -> Thing? {
    things.isEmpty ? nil : things[next(things.count)]
  }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
