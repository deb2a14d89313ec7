import SessionEngine
import Testing

@Suite("Opportunities and trial cards")
struct OpportunityTests {
  @Test func aCardIsFilledInAndSaysWhatItLacks() throws {
    // Given an opportunity raised from two points
    var workshop = try Workshop()
    let ann = try workshop.add("Ann", skills: ["Data Science"])
    let bo = try workshop.add("Bo", skills: ["data  science", "law"])
    try workshop.perform(.markPresent(bo, true))
    let points = [try workshop.capture("Ask the insurers"), try workshop.capture("Before we do")]
    let id = try workshop.raise(points)
    func opportunity() throws -> Opportunity { try #require(workshop.session.opportunities[id]) }
    #expect(try opportunity().number.spoken == "O1")
    #expect(workshop.session.title(of: try opportunity()) == "Ask the insurers")
    #expect(workshop.session.lacks(try opportunity()) == [.owner, .date, .measure])

    // When its card is filled in
    var card = CardPatch()
    card.title = " Insurers first "
    card.owner = ann
    card.date = "2026-12-01"
    card.measure = "claims flagged"
    card.skillsWanted = ["DATA SCIENCE", "surveying"]
    card.fourPs = [.prepare, .pursue, .pursue]
    card.emmie = [.effect: .gap]
    card.marylandAfter = 3
    let account = try workshop.perform(.reviseCard(id, card)).account
    #expect(account.hasPrefix("revised O1: title, we measure, owner"))
    // Then it is ready, and says who could help, those in the room first
    #expect(workshop.session.title(of: try opportunity()) == "Insurers first")
    #expect(workshop.session.lacks(try opportunity()).isEmpty)
    #expect(workshop.session.isReady(try opportunity(), on: "2026-12-01"))
    // The day after, the date is past; not for a trial that has begun
    #expect(workshop.session.isDatePast(try opportunity(), on: "2026-12-02"))
    #expect(!workshop.session.isReady(try opportunity(), on: "2026-12-02"))
    try workshop.perform(.stageOpportunity(id, .init(.underWay)))
    #expect(!workshop.session.isDatePast(try opportunity(), on: "2026-12-02"))
    try workshop.perform(.undo)
    #expect(try opportunity().card.fourPs == [.pursue, .prepare])
    #expect(
      workshop.session.skillMatches(for: try opportunity()) == [
        SkillMatch(skill: "DATA SCIENCE", delegates: [bo, ann]),
        SkillMatch(skill: "surveying", delegates: []),
      ])
    expect(try workshop.perform(.reviseCard(id, card)), [])
    // An undo takes back these fields and no others.
    var cost = CardPatch()
    cost.cost = "two days"
    try workshop.perform(.reviseCard(id, cost), by: Workshop.tablet)
    try workshop.perform(.undo)
    #expect(try opportunity().card.cost == "two days" && opportunity().card.owner == "")
    #expect(workshop.refusal(.removeDelegate("x")) == "there is no such delegate")
  }

  @Test func whatCannotStandOnACardIsRefused() throws {
    var workshop = try Workshop()
    let id = try workshop.raise([try workshop.capture("point")])
    func refusal(_ change: (inout CardPatch) -> Void) -> String {
      var card = CardPatch()
      change(&card)
      return workshop.refusal(.reviseCard(id, card))
    }
    #expect(refusal { $0.date = "2026-02-30" } == "‘2026-02-30’ is no date")
    #expect(refusal { $0.owner = "d" } == "there is no such delegate")
    #expect(refusal { $0.helpers = ["d"] } == "there is no such delegate")
    #expect(refusal { $0.priority = "p" } == "there is no such priority")
    #expect(refusal { $0.themes = ["t"] } == "there is no such theme in the codebook")
    #expect(refusal { $0.marylandNow = 6 } == "the Maryland scale has no level 6")
    #expect(
      workshop.refusal(.raise([], CardPatch()))
        == "an opportunity comes from something that was said")
    #expect(workshop.refusal(.raise(["x"], CardPatch())) == "there is no such contribution")
    #expect(workshop.refusal(.reviseCard("x", CardPatch())) == "there is no such opportunity")
  }

  @Test func eachStageIsDatedByTheRecord() throws {
    var workshop = try Workshop()
    let id = try workshop.raise([try workshop.capture("point")])
    func stage(
      _ stage: Opportunity.Stage, _ outcome: Opportunity.Outcome? = nil, _ reason: String? = nil
    ) -> Command {
      .stageOpportunity(id, .init(stage, outcome: outcome, reason: reason))
    }
    #expect(workshop.refusal(stage(.tried)) == "O1 was tried, with what outcome?")
    #expect(workshop.refusal(stage(.dropped, nil, " ")) == "O1 is dropped, but why?")
    #expect(
      workshop.refusal(stage(.underWay, .worked)) == "O1 has an outcome only once it was tried")
    try workshop.perform(stage(.toTry))
    let moment = workshop.now
    #expect(try workshop.perform(stage(.tried, .promising)).account == "O1: tried: promising")
    expect(try workshop.perform(stage(.tried, .promising)), [])
    let history = try #require(workshop.session.opportunities[id]?.history)
    #expect(history.map(\.standing.stage) == [.raised, .toTry, .tried])
    #expect(history[1].at < history[2].at && history[1].at == moment)
    // Undone it is gone from the history; redone it has its date again.
    try workshop.perform(.undo)
    #expect(workshop.session.opportunities[id]?.history == Array(history.dropLast()))
    try workshop.perform(.redo)
    #expect(workshop.session.opportunities[id]?.history == history)
    // Going back to an earlier stage is a step of its own.
    try workshop.perform(stage(.toTry))
    #expect(workshop.session.opportunities[id]?.history.count == 4)
  }

  @Test func numbersAreNeverGivenTwice() throws {
    var workshop = try Workshop()
    let point = try workshop.capture("point")
    try workshop.raise([point])
    try workshop.perform(.undo)
    #expect(workshop.session.opportunities.kept.isEmpty)
    let second = try workshop.raise([point])
    #expect(workshop.session.opportunities[second]?.number.spoken == "O2")
    // Two places that could not see each other chose the same.
    workshop.record(
      OpportunityRaised(
        opportunity: "theirs", number: OpportunityNumber(2), contributions: [point]), by: "b4")
    #expect(workshop.session.opportunities["theirs"]?.number.spoken == "Ol2")
    #expect(workshop.session.opportunities[OpportunityNumber(2)]?.id == second)
    #expect(OpportunityNumber("O17") == OpportunityNumber(17))
    #expect(OpportunityNumber("Ob4") == OpportunityNumber(series: "b", 4))
    #expect(OpportunityNumber("7") == OpportunityNumber(7) && OpportunityNumber("#7") == nil)
    #expect(OpportunityNumber("O") == nil && OpportunityNumber("O0") == nil)
  }

  @Test func anOpportunityIsNeverLeftWithoutWhatItCameFrom() throws {
    var workshop = try Workshop()
    let one = try workshop.capture("one")
    let two = try workshop.capture("two")
    let id = try workshop.raise([one])
    #expect(
      workshop.refusal(.link(id, one, false)) == "O1 came from nothing else that was said")
    try workshop.perform(.link(id, two, true))
    #expect(workshop.session.opportunities.from(two).map(\.id) == [id])
    #expect(try workshop.perform(.link(id, one, false)).account == "unlinked #1 from O1")
    #expect(workshop.session.opportunities.from(one).isEmpty)
    try workshop.perform(.undo)
    #expect(workshop.session.opportunities[id]?.contributions == [one, two])
  }

  @Test func aRedactionReachesTheTitleThatWasNeverTyped() throws {
    var workshop = try Workshop()
    let id = try workshop.raise([try workshop.capture("secret")])
    let point = try #require(workshop.session.opportunities[id]?.contributions.first)
    try workshop.perform(.redact(point, reason: "a name"))
    var dumped = ""
    dump(workshop.session, to: &dumped)
    #expect(!dumped.contains("secret"))
    #expect(workshop.session.title(of: try #require(workshop.session.opportunities[id])) == "O1")
  }
}
