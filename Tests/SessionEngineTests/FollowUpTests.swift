import SessionEngine
import Testing

@Suite("The workshop after")
struct FollowUpTests {
  /// A day at the end of which one thing is to be tried, one was taken up and one has no title.
  func oldDay() throws -> Workshop {
    var old = try Workshop()
    let ann = try old.add("Ann", organisation: "Northfield", skills: ["mapping"])
    try old.perform(.seat([.init(delegate: ann, group: "g1")]))
    try old.perform(.markPresent(ann, true))
    let people = try old.theme("People")
    let points = try (1...3).map { try old.capture("point \($0)", themes: [people]) }
    let ids = [
      try old.raise([points[0], points[1]], "First"), try old.raise([points[1]], "Second"),
      try old.raise([points[2]]),
    ]
    var card = CardPatch()
    card.owner = ann
    card.themes = [people]
    try old.perform(.reviseCard(ids[0], card))
    try old.perform(.stageOpportunity(ids[0], .init(.toTry)))
    try old.perform(.stageOpportunity(ids[1], .init(.takenUp)))
    try old.perform(.enterFeedback([FeedbackForm(futurePriorities: ["Ports"])]))
    return old
  }

  @Test("Each workshop of a series has a title of its own")
  func titles() throws {
    var old = try oldDay()
    #expect(old.session.followUpPlan.title == "SOC follow-up (2)")
    var revision = PlanRevised()
    for (title, next) in [("Ports (2)", "Ports (3)"), ("Ports (2026)", "Ports (2026) (2)")] {
      revision.title = title
      try old.perform(.revisePlan(revision))
      #expect(old.session.followUpPlan.title == next)
    }
  }

  @Test func whatIsOpenGoesOnAndWhatBecameOfItIsSeen() throws {
    let old = try oldDay()
    let followUp = Session.followUp(from: old.session)
    #expect(followUp.opportunities.map(\.card.title) == ["First", ""])

    // When a new session begins with it
    var new = Workshop.unopened
    try new.perform(.open("next", old.session.followUpPlan))
    let decision = try new.perform(.followUp(followUp))
    #expect(decision.account == "began the follow-up of ‘SOC follow-up’")
    // Then it has the codebook, the roster, the open opportunities under their numbers, the wishes
    let session = new.session
    #expect(session.themes == old.session.themes)
    #expect(session.delegates.values.map(\.name) == ["Ann"])
    // A new day has its own arrivals and its own tables; who can do what is known from the old one
    #expect(session.delegates.values.map(\.profile.skills) == [["mapping"]])
    #expect(session.delegates.values.allSatisfy { !$0.isPresent } && session.seats.isEmpty)
    #expect(session.opportunities.kept.map(\.number.spoken) == ["O1", "O3"])
    #expect(session.followsUp?.futurePriorities == [Wish(text: "Ports", count: 1, rank: 1)])
    let first = try #require(session.opportunities.kept.first)
    #expect(first.card.owner == session.delegates.keys.first)
    #expect(first.history == old.session.opportunities[first.id]?.history)
    #expect(first.origin?.contributions == [ContributionNumber(1), ContributionNumber(2)])
    #expect(session.lacks(first) == [.date, .measure])
    // And lineage crosses sessions, by the names that both know
    let before = try #require(old.session.opportunities[first.id])
    #expect(old.session.sources(of: before).map(\.capturedWords) == ["point 1", "point 2"])

    // When it goes on there, what became of it since is told
    try new.perform(.stageOpportunity(first.id, .init(.tried, outcome: .worked)))
    let progress = try #require(new.session.progress.first)
    #expect(progress.before.stage == .toTry)
    #expect(progress.since.map(\.standing.text) == ["tried: worked"])
    #expect(new.session.progress.last?.since.isEmpty == true)
    #expect(new.refusal(.followUp(followUp)) == "this session follows up ‘SOC follow-up’ already")
    // A third day follows the second.
    let third = Session.followUp(from: new.session)
    #expect(third.opportunities.first?.history.count == 3)
    #expect(third.opportunities.first?.origin?.session == "next")
  }

  @Test(
    "What was closed before is known in the session after, by its card and not by what was said")
  func closed() throws {
    var old = try oldDay()
    try old.perform(
      .stageOpportunity(
        try #require(old.session.opportunities.kept.last?.id), .init(.dropped, reason: "no mandate")
      ))
    let followUp = Session.followUp(from: old.session)
    let closed = try #require(followUp.predecessor.closed)
    #expect(closed.map(\.number.spoken) == ["O2", "O3"])
    #expect(closed.map(\.title) == ["Second", ""])
    #expect(closed.map(\.standing.text) == ["taken up for operational development", "dropped"])
    #expect(closed.last?.standing.reason == "no mandate" && closed.last?.date.count == 10)
    var new = Workshop.unopened
    try new.perform(.open("next", old.session.followUpPlan))
    try new.perform(.followUp(followUp))
    #expect(SessionSnapshot(new.session).session()?.followsUp == followUp.predecessor)
    // And a third day tells of what was closed on the second
    try new.perform(
      .stageOpportunity(
        try #require(new.session.opportunities.kept.first?.id), .init(.takenUp)))
    #expect(
      Session.followUp(from: new.session).predecessor.closed?.map(\.number.spoken) == ["O1"])
  }

  @Test("An untitled card goes by what was said in every workshop, until that is redacted")
  func untitled() throws {
    // Given a card without a title, from the latter of two points and a part of a third
    var first = try Workshop()
    let points = try ["said first", "said second", "one and two"].map { try first.capture($0) }
    let part = try #require(try first.split(points[2], ["just one", "just two"]).first)
    let spoken = try first.raise([points[1], points[0]])
    let parted = try first.raise([part])
    // When two workshops follow
    var days = [first.session]
    for name in ["second", "third"] {
      var next = Workshop.unopened
      try next.perform(.open(SessionID(name), days[0].followUpPlan))
      try next.perform(.followUp(Session.followUp(from: try #require(days.last))))
      days.append(next.session)
    }
    // Then it is called the same in each, and no card holds a copy of the words
    for day in days {
      let cards = try [spoken, parted].map { try #require(day.opportunities[$0]) }
      #expect(cards.map { day.title(of: $0) } == ["said second", "just one"])
      #expect(cards.allSatisfy { $0.writtenWords.isEmpty })
    }
    // When what it goes by is redacted there, then it goes by what is left, and by its number at last
    var last = Workshop.unopened
    try last.perform(.open("last", first.session.followUpPlan))
    try last.perform(.followUp(Session.followUp(from: days[1])))
    for (point, name) in [(points[1], "said first"), (points[0], "O1")] {
      try last.perform(.redact(point, reason: "asked for"))
      let card = try #require(last.session.opportunities[spoken])
      #expect(last.session.title(of: card) == name)
    }
    // And a title can be given and taken off again as long as something is left to go by
    var card = CardPatch()
    for title in ["A title", ""] {
      card.title = title
      try last.perform(.reviseCard(parted, card))
    }
    #expect(last.session.opportunities[parted].map { last.session.title(of: $0) } == "just one")
    card.title = "Another"
    try last.perform(.reviseCard(spoken, card))
    card.title = ""
    #expect(last.refusal(.reviseCard(spoken, card)) == "O1 would have no title")
  }

  @Test("What was closed without a title is told as that, in every generation")
  func closedUntitled() throws {
    var day = try Workshop()
    let thing = try day.raise([try day.capture("unreachable words", priority: "links")])
    var card = CardPatch()
    card.priority = "links"
    try day.perform(.reviseCard(thing, card))
    var next = Workshop.unopened
    try next.perform(.open("next", day.session.followUpPlan))
    try next.perform(.followUp(Session.followUp(from: day.session)))
    // In the first workshop, and in the one that it was carried to
    for var old in [day, next] {
      try old.perform(.stageOpportunity(thing, .init(.dropped, reason: "no mandate")))
      var after = Workshop.unopened
      try after.perform(.open("after", old.session.followUpPlan))
      try after.perform(.followUp(Session.followUp(from: old.session)))
      let closed = try #require(after.session.followsUp?.closed?.first)
      #expect(closed.title == "")
      #expect(after.session.title(of: closed) == "(no title), on ‘International links’")
    }
  }

  @Test("What a room wanted next becomes a priority of its own, once")
  func wanted() throws {
    let old = try oldDay()
    var plan = old.session.followUpPlan
    let before = plan.priorities.count
    var new = Workshop.unopened
    try new.perform(.open("next", plan))
    try new.perform(.followUp(Session.followUp(from: old.session)))
    let wish = try #require(new.session.wantedBefore.first)
    #expect(wish.text == "Ports")
    let id = plan.takeUp(wish)
    #expect(plan.takeUp(Wish(text: " ports", count: 1, rank: 1)) == id)
    #expect(plan.priorities.count == before + 1 && plan.priorities.last?.title == "Ports")
    #expect(plan.takeUp(Wish(text: "Cyber", count: 1, rank: 2)) != id)
    try new.perform(.revisePlan(PlanRevised(priorities: plan.priorities)))
    #expect(new.session.wantedBefore.isEmpty && new.session.priority(id)?.title == "Ports")
  }

  @Test func itFitsIntoAPlanAndARosterOfItsOwn() throws {
    let old = try oldDay()
    var plan = Plan.sample
    plan.themes.append(Theme(id: "theirs", title: "PEOPLE"))
    var new = Workshop.unopened
    try new.perform(.open("next", plan))
    let ann = try new.add("ann", organisation: "NORTHFIELD")
    try new.perform(.followUp(Session.followUp(from: old.session)))
    #expect(new.session.themes.map(\.id) == ["data", "inside", "theirs"])
    #expect(new.session.delegates.count == 1)
    let first = try #require(new.session.opportunities.kept.first)
    #expect(first.card.owner == ann && first.card.themes == ["theirs"])
    #expect(try new.perform(.undo).account.hasPrefix("undid: began the follow-up"))
    #expect(new.session.followsUp == nil && new.session.opportunities.kept.isEmpty)
    #expect(
      old.refusal(.followUp(Session.followUp(from: old.session)))
        == "a session cannot follow up itself")
  }

  @Test(
    "Over three workshops every opportunity keeps the way back to each contribution")
  func threeGenerations() throws {
    // Given points that were merged and reworded before one thing was raised from them
    var first = try Workshop()
    let points = try (1...3).map { try first.capture("said \($0)") }
    try first.perform(.merge([points[1]], into: points[0]))
    try first.perform(.reword(points[0], "polished"))
    let thing = try first.raise([points[0]], "Thing")
    try first.perform(.withdraw(points[2]))
    // When two workshops follow, the second with a source of its own
    var second = Workshop.unopened
    try second.perform(.open("second", first.session.followUpPlan))
    try second.perform(.followUp(Session.followUp(from: first.session)))
    // Moments of these tests repeat, and identifiers with them
    for number in 1...9 { try second.capture("beside it \(number)") }
    let more = try second.capture("said later")
    try second.perform(.link(thing, more, true))
    var third = Workshop.unopened
    try third.perform(.open("third", second.session.followUpPlan))
    try third.perform(.followUp(Session.followUp(from: second.session)))
    // Then the third knows all of it in the words that it had in the end, and where
    let card = try #require(third.session.opportunities[thing])
    let sources = third.session.carriedSources(of: card)
    #expect(sources.map(\.words) == ["polished", "said 2", "said later"])
    #expect(sources.map(\.session) == [first.session.id, first.session.id, "second"])
    #expect(card.origin?.session == "second" && card.origin?.contributions.count == 1)
    #expect(card.origin?.before?.map(\.session) == [first.session.id])
    #expect(card.origin?.before?.first?.contributions == [ContributionNumber(1)])
    // And a snapshot has it too
    let restored = SessionSnapshot(third.session).session()
    #expect(restored?.carriedSources == third.session.carriedSources)

    // When a copy is redacted, then its words are gone there, and are handed on no more
    try third.perform(.redact(points[1], reason: "asked for"))
    #expect(third.session.carriedSources(of: card).map(\.words) == ["polished", "", "said later"])
    #expect(third.refusal(.redact(points[1], reason: "again")).hasSuffix("was redacted already"))
    #expect(
      Session.followUp(from: third.session).sources.map(\.words) == ["polished", "said later"])
  }
}
