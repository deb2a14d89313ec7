import SessionEngine
import Testing

@testable import SessionStore

extension SessionStore {
  /// Collates, votes, raises and evaluates, so that every kind of event of the afternoon is kept.
  ///
  /// Wants three contributions that stand, a delegate and the theme `t1`.
  func passAnAfternoon() throws {
    let points = session.contributions.all.filter(\.isKept).map(\.id)
    let kim = try #require(session.delegates.keys.first)
    try perform(.code(points[0], "t1", true))
    try perform(.code(points[1], "t1", true))
    try perform(.highlight(points[0], true))
    try perform(.orderHighlights("t1", [points[0]]))
    try perform(.addTheme(title: "Late", definition: "d"))
    let late = try #require(session.themes.last).id
    try perform(.moveTheme(late, to: 0))
    try perform(.mergeTheme("t1", into: late))
    try perform(.undo)
    try perform(.redo)
    try perform(.splitTheme(late, title: "Split off \u{7F}\n", contributions: [points[0]]))
    try perform(.undo)
    try perform(.redo)
    try perform(.distinguish(points[0], points[1], true))
    try perform(.distinguish(points[1], points[0], false))
    try perform(.undo)
    try perform(.ignoreTopic(points, true))
    try perform(.merge([points[1]], into: points[0]))
    try perform(.undo)
    try perform(.redo)
    try perform(.separate(points[1]))
    try perform(.undo)
    try perform(.split(points[2], into: ["part \"one\"", "part two"]))
    try perform(.undo)
    try perform(.redo)
    try vote(on: points[0], by: kim)
    var card = CardPatch()
    card.title = "Try \u{0} it"
    card.owner = kim
    card.fourPs = [.prevent]
    card.emmie = [.effect: .gap, .economics: .known]
    card.date = "2026-12-01"
    try perform(.raise([points[0]], card))
    let id = try #require(session.opportunities.kept.last).id
    card = CardPatch()
    card.owner = ""
    card.marylandNow = 2
    try perform(.reviseCard(id, card))
    try perform(.link(id, session.parts(of: points[2])[0].id, true))
    try perform(.stageOpportunity(id, .init(.tried, outcome: .didNotWork)))
    try perform(.stageOpportunity(id, .init(.dropped, reason: "no money")))
    try perform(.undo)
    try perform(.redo)
    _ = try redactCard(id, reason: "asked")
    card.title = "Try again"
    try perform(.reviseCard(id, card))
    try perform(.stageOpportunity(id, .init(.dropped, reason: "no budget")))
    try perform(.raise([points[0]], CardPatch()))
    try perform(.withdrawOpportunity(try #require(session.opportunities.all.last).id, true))
    let forms = ["b", "a", "a"].map {
      FeedbackForm(answers: ["x": 5], comments: $0, takeaway: "t", futurePriorities: ["Ports"])
    }
    var revision = PlanRevised()
    revision.evaluation = EvaluationForm(
      items: [.init(id: "x", dimension: "relevance", statement: "It matters.")])
    try perform(.revisePlan(revision))
    try perform(.enterFeedback(forms))
    try perform(.withdrawFeedback(forms[1]))
    revision.evaluation = EvaluationForm()
    try perform(.revisePlan(revision))
    var followUp = Session.followUp(from: try Session.dayBefore())
    followUp.predecessor = Predecessor(
      session: "before", title: "The day before", date: "2026-01-20",
      futurePriorities: [Wish(text: "Ports", count: 2, rank: 1)])
    try perform(.followUp(followUp))
  }

  private func vote(on point: ContributionID, by kim: DelegateID) throws {
    let items = NewScoring.Items.contributions([point])
    try perform(.openScoring(NewScoring("Which?", items: items, voters: .delegates)))
    let vote = try #require(session.scorings.keys.last)
    func marks(_ points: Int) -> [Scoring.Mark] {
      [.init(item: point.text, criterion: "impact", points: points)]
    }
    try perform(.castBallot(vote, .delegate(kim), marks(5)))
    try perform(.correctBallot(vote, .delegate(kim), marks(4)))
    try perform(.withdrawBallot(vote, .delegate(kim)))
    try perform(.undo)
    try perform(.reveal(vote, true))
    try perform(.close(vote, true))
    try perform(
      .openScoring(
        NewScoring(
          "Dots", method: .dots(budget: 3, most: 2),
          items: .themes([
            try #require(session.themes.first).id
          ]))))
    let dots = try #require(session.scorings.keys.last)
    let theme = try #require(session.scorings[dots]?.items.first).id
    try perform(.countHands(dots, [.init(item: theme, hands: 2)]))
    try perform(.countHands(dots, [.init(item: theme, hands: nil)]))
    try perform(.castBallot(dots, .group("g1"), [.init(item: theme, points: 2)]))
    try perform(.castBallot(dots, .group("g2"), [.init(item: theme, points: 1)]))
    try perform(.withdrawScoring(dots, true))
    try perform(.openScoring(NewScoring("Rank", method: .topFive, items: items)))
  }
}

extension Session {
  /// A session in memory that raised something.
  fileprivate static func dayBefore() throws -> Session {
    var session = Session()
    let commands: [Command] = [
      .open("before", smallPlan), .capture([NewContribution("earlier", group: "g1")]),
    ]
    func perform(_ command: Command, _ step: Int) throws {
      let now = Instant(milliseconds: 1_780_000_000_000)
      let decision = try session.decide(
        command,
        at: Moment(
          now: now, device: "e", token: "before\(step)-", numbers: [ContributionNumber(1)],
          opportunityNumbers: [OpportunityNumber(70)]))
      for event in decision.events {
        let seq = session.eventCount + 1
        session.apply(
          Record(
            device: "e", seq: seq, time: session.lastTime.next(at: now), at: now, scribe: "",
            act: seq, event: event))
      }
    }
    for (step, command) in commands.enumerated() { try perform(command, step) }
    let point = try #require(session.contributions.all.first).id
    try perform(.raise([point], CardPatch()), 9)
    return session
  }
}
