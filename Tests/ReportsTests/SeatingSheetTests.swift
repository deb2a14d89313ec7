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

  @Test("Who hosts is marked on the sheets of people, groups and rounds, and in the table")
  func hosts() throws {
    var session = Session()
    for (count, command) in [
      Command.open("s", Plan(title: "Day", tables: 2, priorities: [.acrossAll])),
      .addDelegates(["Ann", "Bo", "Cy"].map { NewDelegate(.init(name: $0)) }),
    ].enumerated() {
      let moment = Moment(now: Instant(milliseconds: 0), device: "laptop", token: "t\(count)")
      session = try session.after(command, at: moment, from: session.eventCount)
    }
    let ids = Array(session.delegates.keys)
    let moment = Moment(now: Instant(milliseconds: 0), device: "laptop", token: "x")
    // Given Bo, who hosts Table 1 and sits there, and Cy, who was to host Table 1 too and does not
    session = try session.after(
      .wish(MixWishes(hosts: [.init(ids[1], at: "g1"), .init(ids[2], at: "g1")])), at: moment,
      from: session.eventCount)
    session = try session.after(
      .seat([
        .init(delegate: ids[0], group: "g1"), .init(delegate: ids[1], group: "g1"),
        .init(delegate: ids[2], group: "g2"),
      ]), at: moment, from: session.eventCount)
    let files = Dictionary(
      uniqueKeysWithValues: SeatingSheets(session).files.map {
        ($0.path, String(decoding: $0.bytes, as: UTF8.self))
      })
    #expect(files["people.md"]?.contains("## Bo\n\n- round 1: Table 1 (host)\n") == true)
    #expect(files["people.md"]?.contains("## Cy\n\n- round 1: Table 2\n") == true)
    for sheet in ["groups.md", "rounds.md"] {
      #expect(files[sheet]?.contains("- Bo (host)\n- Ann\n") == true)
      #expect(files[sheet]?.contains("- Cy\n") == true)
    }
    #expect(files["seating.csv"]?.contains("Bo,,Table 1,,Table 1,") == true)
    #expect(files["seating.csv"]?.contains("Cy,,Table 2,,,") == true)
  }
}

extension Session {
  /// The session after a command.
  fileprivate func after(
    _ command: Command, at moment: Moment, from count: Int
  ) throws -> Session {
    var session = self
    let decision = try decide(command, at: moment)
    for (index, event) in decision.events.enumerated() {
      let seq = count + index + 1
      session.apply(
        Record(
          device: "laptop", seq: seq, time: HybridTime(milliseconds: 0, counter: seq),
          at: moment.now, scribe: "", act: count, turn: decision.turn, event: event))
    }
    return session
  }
}
