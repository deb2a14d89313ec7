import SessionEngine
import Testing

@testable import Reports

@Suite("Seating sheets")
struct SeatingSheetTests {
  @Test(
    "A swap in the room is on the sheets, for its round, and only rounds that are seated are told")
  func swap() throws {
    var session = Session()
    var count = 0
    func perform(_ command: Command) throws {
      let moment = Moment(
        now: Instant(milliseconds: Int64(count)), device: "laptop", token: "t\(count)")
      let decision = try session.decide(command, at: moment)
      for event in decision.events {
        count += 1
        session.apply(
          Record(
            device: "laptop", seq: count, time: HybridTime(milliseconds: 0, counter: count),
            at: moment.now, scribe: "", act: count, turn: decision.turn, event: event))
      }
    }
    var plan = Plan(
      title: "Day", tables: 2,
      priorities: (1...3).map { Priority(id: PriorityID("p\($0)"), title: "Priority \($0)") })
    plan.rotation = .cafe
    try perform(.open("s", plan))
    try perform(.addDelegates(["Ann", "Bo"].map { NewDelegate(.init(name: $0)) }))
    let (ann, bo) = (
      try session.delegate(named: "Ann").id, try session.delegate(named: "Bo").id
    )
    try perform(
      .planSeating(
        NewSeating(rounds: [[ann: "g1", bo: "g2"], [ann: "g2", bo: "g1"]])))
    try perform(.enterRound(1))
    try perform(.seat([.init(delegate: ann, group: "g2"), .init(delegate: bo, group: "g1")]))
    let people = try #require(
      SeatingSheets(session).files.first { $0.path == "people.md" }.map {
        String(decoding: $0.bytes, as: UTF8.self)
      })
    #expect(session.rounds.count == 3)
    #expect(
      people.contains(
        "## Ann\n\n- round 1: Table 2, Priority 2\n- round 2: Table 2, Priority 1\n\n"))
    #expect(
      people.contains("## Bo\n\n- round 1: Table 1, Priority 1\n- round 2: Table 1, Priority 3\n"))
    #expect(!people.contains("round 3"))
  }
}
