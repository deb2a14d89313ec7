import SessionEngine
import Testing

@testable import Console

/// From what was said to what is tried.
@Suite("Trials") struct TrialsTests {
  @Test("one key raises an opportunity, from one contribution or from several that were marked")
  func raising() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    // Given one chosen contribution
    room.press("M-4", "O")
    let first = try #require(room.session.opportunities.kept.first)
    #expect(first.contributions.count == 1 && room.shows("raised O1 from"))
    // When two are marked
    room.press("*", "*")
    #expect(room.shows("marked #"))
    room.press("O")
    // Then the second came from both, in the order of marking, and keeps their priority
    let second = try #require(room.session.opportunities.kept.last)
    #expect(second.contributions.count == 2 && room.console.trials.marked.isEmpty)
    room.press("u")
    #expect(room.session.opportunities.kept.count == 1)
    room.press("M-3", "Esc", "k", "Space", "O")
    #expect(room.session.opportunities.kept.count == 2)
  }

  @Test("a card is filled in field by field, and says what it lacks until nothing is missing")
  func card() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    try room.raise("What if suppliers")
    room.press("M-6")
    #expect(room.shows("0 of 1 ready to try"))
    room.press("Enter")
    #expect(room.shows("lacks an owner, a date and a measure"))
    #expect(room.tail.contains("‘What if suppliers had to name their hauliers?’"))
    // The title, then on to the stage, the priority
    room.press("Enter")
    room.type("Hauliers by name")
    room.press("Enter")
    #expect(room.console.trials.field == .stage)
    room.press("Enter", "2")
    room.press("Enter", "5")
    #expect(room.console.trials.field == .themes)
    // Themes are ticked one after the other
    room.press("Enter")
    room.press("Enter", "Down", "Enter", "Esc")
    func go(_ field: CardField) { room.console.trials.field = field }
    go(.measure)
    room.press("Enter")
    room.type("hauliers named a month")
    room.press("Enter")
    #expect(room.console.trials.field == .success)
    go(.skillsWanted)
    room.press("Enter")
    room.type("Logistics, statistics")
    room.press("Enter")
    #expect(room.shows("Logistics: Callum Drystone"))
    #expect(room.shows("nobody on the list offers it"))
    // Who offers a wanted skill is offered first as owner
    go(.owner)
    room.press("Enter", "Enter")
    go(.date)
    room.press("Enter")
    room.type("soon")
    room.press("Enter")
    #expect(room.shows("‘soon’ is no date"))
    room.press("C-u")
    room.type("2027-03-01")
    room.press("Enter")
    #expect(room.shows("ready to try"))
    go(.fourPs)
    room.press("Enter", "2", "3", "Esc")
    go(.economics)
    room.press("Enter", "3")
    go(.marylandAfter)
    room.press("Enter", "3")
    let card = try #require(room.session.opportunities.kept.first?.card)
    #expect(card.title == "Hauliers by name" && card.themes.count == 2)
    #expect(room.session.delegates[card.owner]?.name == "Callum Drystone")
    #expect(card.fourPs == [.prevent, .protect] && card.emmie == [.economics: .gap])
    #expect(card.marylandAfter == 3 && card.date == "2027-03-01")
    room.press("Esc")
    #expect(room.shows("1 of 1 ready to try") && room.shows("To be tried"))
    // Every field is one act
    room.press("u")
    #expect(room.session.opportunities.kept.first?.card.marylandAfter == 0)
  }

  @Test("stages are dated, dropped asks why, and a card tells what happened when")
  func stages() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    try room.raise("Banks see")
    room.press("M-6", "s", "5")
    room.wait(seconds: 3600)
    room.press("s", "8")
    room.press("Enter")
    #expect(room.shows("dropped, but why?"))
    room.type("no mandate")
    room.press("Enter")
    let history = try #require(room.session.opportunities.kept.first?.history)
    #expect(history.map(\.standing.stage) == [.raised, .tried, .dropped])
    #expect(history[1].standing.outcome == .promising)
    #expect(history[2].at.seconds(since: history[1].at) == 3600)
    room.press("Enter", "End", "PgDn")
    #expect(room.shows("dropped: no mandate") && room.shows("tried: promising"))
  }

  @Test("the way back reaches every contribution as it was captured, after merging and rewording")
  func wayBack() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    let one = try #require(room.contribution("Follow the recruiter"))
    let other = try #require(room.contribution("We follow the runner"))
    try room.raise("Follow the recruiter")
    try room.elsewhere(.reword(one.id, "Recruiters first"))
    try room.elsewhere(.merge([other.id], into: one.id))
    room.press("M-6", "Enter", "End", "PgDn")
    #expect(room.tail.contains("‘Follow the recruiter, not the runner’"))
    #expect(room.tail.contains("now: ‘Recruiters first’"))
    #expect(room.tail.contains("‘We follow the runner because he is the one we can see’"))
    // A third is linked by its number, and unlinked again
    room.press("Home", "l")
    room.keep("2")
    #expect(room.session.opportunities.kept.first?.contributions.count == 2)
    room.press("L")
    room.keep("two analysts")
    #expect(room.session.opportunities.kept.first?.contributions == [one.id])
  }

  @Test("a text of several lines is written in the editor outside")
  func outside() throws {
    var room = Room(try Workshop.underWay())
    try room.raise("Banks see")
    room.editorAnswers = "first\nsecond"
    room.press("M-6", "Enter")
    room.console.trials.field = .improvement
    room.press("e")
    #expect(room.session.opportunities.kept.first?.card.improvement == "first\nsecond")
    #expect(room.line.isEmpty)
  }

  @Test("what was carried over shows where it stood and what became of it")
  func followUp() throws {
    let before = try Workshop.underWay()
    var desk = before
    let source = try #require(desk.session.contributions.all.first)
    try desk.perform(.raise([source.id], CardPatch()))
    let id = try #require(desk.session.opportunities.kept.first).id
    try desk.perform(.stageOpportunity(id, .init(.toTry)))
    let followUp = Session.followUp(from: desk.session)
    var next = Desk()
    try next.perform(.open("next", desk.session.followUpPlan))
    try next.perform(.followUp(followUp))
    var room = Room(next, 120, 40)
    room.press("M-6", "Tab", "Tab")
    #expect(room.shows("What became of those before") && room.shows("nothing since"))
    room.press("s", "4")
    #expect(room.shows("to be tried") && room.shows("tried: worked"))
  }

  @Test(
    "what a room wanted next, and what it closed, is seen by the room after, which takes up what it will"
  )
  func wantedBefore() throws {
    var desk = try Workshop.underWay()
    let source = try #require(desk.session.contributions.all.first)
    var card = CardPatch()
    card.title = "Ring the port"
    try desk.perform(.raise([source.id], card))
    let id = try #require(desk.session.opportunities.kept.first).id
    try desk.perform(.stageOpportunity(id, .init(.dropped, reason: "no mandate")))
    try desk.perform(.enterFeedback([FeedbackForm(futurePriorities: ["Fraud", "Ports"])]))
    var next = Desk()
    try next.perform(.open("next", desk.session.followUpPlan))
    try next.perform(.followUp(Session.followUp(from: desk.session)))

    // Given the session after, on a small screen: both stand on Trials
    var room = Room(next, 80, 24)
    room.press("M-6", "Tab", "Tab")
    #expect(room.shows("1. Fraud (1 form)") && room.shows("1. Ports (1 form)"))
    #expect(room.shows("O1 Ring the port (dropped: no mandate)"))

    // When a group is to work on one of them, then it is a priority, and that group’s
    let count = room.session.plan.priorities.count
    room.press("M-2", "p", "1")
    room.type("Ports")
    #expect(room.shows("the room before wanted it"))
    room.press("Enter")
    let ports = try #require(room.session.plan.priorities.last)
    #expect(ports.title == "Ports" && room.session.plan.priorities.count == count + 1)
    let first = try #require(room.session.tables.first)
    #expect(room.session.priority(of: first.id, inRound: 1) == ports.id)
    #expect(room.session.wantedBefore.map(\.text) == ["Fraud"])
  }

  @Test("an opportunity is raised from the result of a vote")
  func fromVote() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    room.openVote("1", "1")
    for _ in 1...5 { room.type("54434312") }
    room.press("R", "Tab", "Home", "O")
    #expect(room.session.opportunities.kept.first?.contributions == [room.highlights[0].id])
  }
}
