import SessionEngine
import Testing

@Suite("The plan and the codebook")
struct PlanTests {
  @Test func nothingHappensBeforeThePlan() throws {
    var workshop = Workshop.unopened
    #expect(workshop.refusal(.formGroups(count: 3)) == "this session has no plan yet")
    #expect(workshop.refusal(.undo) == "there is nothing of yours to undo")
    try workshop.perform(.open("s", .sample))
    #expect(workshop.refusal(.open("s", .sample)) == "this session is open already")
  }

  @Test func aPlanThatCannotWorkIsRefused() {
    let workshop = Workshop.unopened
    func refusal(_ change: (inout Plan) -> Void) -> String {
      var plan = Plan.sample
      change(&plan)
      return workshop.refusal(.open("s", plan))
    }
    #expect(refusal { $0.title = " " } == "the plan has no title")
    #expect(refusal { $0.priorities = [] } == "the plan has no priority")
    #expect(refusal { $0.tables = 0 } == "the plan has 0 groups")
    #expect(refusal { $0.priorities += $0.priorities }.contains("two priorities"))
    #expect(refusal { $0.themes += $0.themes }.contains("two themes"))
    #expect(refusal { $0.lenses += $0.lenses }.contains("two lenses"))
    #expect(refusal { $0.agenda += $0.agenda }.contains("two stages"))
    #expect(refusal { $0.agenda[0].minutes = .max }.contains("minutes"))
    #expect(refusal { $0.agenda[1].round = .max }.contains("begins round"))
  }

  @Test func everyFieldIsRevisedAndComesBack() throws {
    var workshop = try Workshop()
    let before = workshop.session.plan
    var revision = PlanRevised()
    revision.title = "T"
    revision.date = "2026-11-24"
    revision.organisers = ["University"]
    revision.reference = "R"
    revision.contact = "C"
    revision.marking = "OFFICIAL-SENSITIVE"
    revision.circulation = "nobody"
    revision.attribution = .named
    revision.rotation = .fixed
    revision.lenses = [.unknown]
    revision.agenda = []
    revision.evaluation = EvaluationForm(questions: ["What next?"])
    let decision = try workshop.perform(.revisePlan(revision))
    #expect(decision.account.hasPrefix("revised the plan: title, date, organisers, reference"))
    let plan = workshop.session.plan
    #expect(plan.title == "T" && plan.marking == "OFFICIAL-SENSITIVE" && plan.rotation == .fixed)
    #expect(plan.evaluation.questions == ["What next?"])
    expect(try workshop.perform(.revisePlan(revision)), [])
    try workshop.perform(.undo)
    #expect(workshop.session.plan == before)
  }

  @Test func revisingThePrioritiesReplansTheRounds() throws {
    var workshop = try Workshop()
    let fewer = Array(Plan.sample.priorities.dropFirst())
    let decision = try workshop.perform(.revisePlan(PlanRevised(priorities: fewer)))
    #expect(decision.events.map(\.kind) == ["plan.revised", "rounds.planned"])
    let there = Set(fewer.map(\.id))
    for round in workshop.session.rounds { #expect(round.values.allSatisfy(there.contains)) }
    try workshop.capture("a point", group: "g1")
    #expect(workshop.session.contributions.all.last.map { there.contains($0.priority) } == true)
  }

  @Test func nothingInUseGoes() throws {
    var workshop = try Workshop()
    let point = try workshop.capture("a point", priority: "links")
    let without = Array(Plan.sample.priorities.dropFirst())
    #expect(
      workshop.refusal(.revisePlan(PlanRevised(priorities: without)))
        == "there are contributions on ‘International links’, so it cannot go")
    try workshop.perform(.setLens(point, "whatif"))
    var revision = PlanRevised()
    revision.lenses = [.unknown]
    #expect(workshop.refusal(.revisePlan(revision)).contains("under ‘what if’"))
    try workshop.perform(.enterStage("first"))
    var agenda = PlanRevised()
    agenda.agenda = [Stage(id: "close", title: "Close", minutes: 1)]
    #expect(workshop.refusal(.revisePlan(agenda)) == "‘Round 1’ is under way, so it cannot go")
  }

  @Test func whatSomeoneElseRevisedSinceIsLeftAlone() throws {
    var workshop = try Workshop()
    var mine = PlanRevised()
    mine.title = "Mine"
    try workshop.perform(.revisePlan(mine))
    var theirs = PlanRevised()
    theirs.title = "Theirs"
    try workshop.perform(.revisePlan(theirs), by: Workshop.tablet)
    #expect(workshop.refusal(.undo).contains("revised the plan: title"))
  }

  @Test func themesAreAddedRenamedAndDefined() throws {
    var workshop = try Workshop()
    let id = try workshop.theme(" Supply chains ")
    #expect(workshop.session.theme(id)?.title == "Supply chains")
    #expect(workshop.refusal(.addTheme(title: "supply CHAINS", definition: "")).contains("already"))
    #expect(workshop.refusal(.addTheme(title: "", definition: "")) == "the theme’s title is empty")
    expect(
      try workshop.perform(.renameTheme(id, "Hauliers")),
      [ThemeRenamed(theme: id, title: "Hauliers")])
    expect(try workshop.perform(.renameTheme(id, "Hauliers")), [])
    #expect(workshop.refusal(.renameTheme(id, "Inside their world")).contains("already"))
    #expect(workshop.refusal(.renameTheme("x", "Y")) == "there is no such theme in the codebook")
    expect(
      try workshop.perform(.defineTheme(id, definition: "Who carries it", keyPoints: ["lorries"])),
      [ThemeDefined(theme: id, definition: "Who carries it", keyPoints: ["lorries"])])
    expect(
      try workshop.perform(.defineTheme(id, definition: "Who carries it", keyPoints: ["lorries"])),
      [])
    #expect(
      workshop.refusal(.defineTheme("x", definition: "", keyPoints: []))
        == "there is no such theme in the codebook")
  }

  @Test func aThemeThatOthersUseIsNotUndone() throws {
    var workshop = try Workshop()
    let id = try workshop.theme("Supply chains")
    let point = try workshop.capture("a point", themes: [id], by: Workshop.tablet)
    #expect(workshop.refusal(.undo).contains("added the theme ‘Supply chains’"))
    try workshop.perform(.undo, by: Workshop.tablet)
    #expect(workshop.session.contributions[point]?.isKept == false)
    try workshop.perform(.undo)
    #expect(workshop.session.theme(id) == nil)
  }
}
