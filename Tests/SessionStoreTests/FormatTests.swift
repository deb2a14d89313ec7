import Glibc
import SessionEngine
import Testing

@testable import SessionStore

/// The files as a stranger reads them: by docs/session-format.md and the JSON Schemas alone.
@Suite struct FormatTests {
  let scratch: Scratch
  let clock = TestClock()
  private let root = Paths.parent(
    of: Paths.parent(of: Paths.parent(of: #filePath)))

  init() throws { scratch = try Scratch() }

  /// Whether a stranger's program is there to judge what was written.
  private static func has(_ module: String) -> Bool {
    system("python3 -c 'import \(module)' > /dev/null 2>&1") == 0
  }

  /// The exit code and everything said.
  private func python(_ script: String, _ arguments: String...) throws -> (Int32, String) {
    let output = scratch.path("output")
    let quoted = ([root + "/Tests/Support/" + script] + arguments).map { "'\($0)'" }
      .joined(separator: " ")
    let status = system("python3 \(quoted) > '\(output)' 2>&1")
    let code = (status >> 8) & 0xFF
    return (code, String(decoding: try bytes(output), as: UTF8.self))
  }

  /// A session with an event of every kind that a command can bring about, by two writers.
  private func richSession() throws -> String {
    let path = scratch.path("soc.plenary")
    let environment = scratch.environment(clock: clock)
    var plan = smallPlan
    plan.agenda = [Stage(id: "s1", title: "Round 1", minutes: 20, round: 1)]
    let one = try SessionStore.create(
      at: path, plan: plan, scribe: "Ada \"the\" O’Neil\n", environment: environment)
    try one.perform(.addDelegates([NewDelegate(.init(name: "Kim"), group: "g1")]))
    let kim = try #require(one.session.delegates.keys.first)
    let two = try openSession(path, environment)
    let words = "Tabs\tand \"quotes\", \\, \u{0} \u{1F} \u{7F} \u{2028} é e\u{301} 👩‍🚀,\"sum\":\"x\""
    try two.perform(
      .capture([
        NewContribution(
          words, group: "g1", lens: "unknown", themes: ["t1"], isHighlighted: true, speaker: kim,
          saidAt: Instant(milliseconds: 1_795_000_000_001), source: "f.csv,\"sum\":\"3\""),
        NewContribution("room", group: "room"),
      ]))
    try one.follow()
    let id = try #require(one.session.contributions.all.first).id
    var revision = PlanRevised()
    revision.title = "Day two"
    let commands: [Command] = [
      .revisePlan(revision), .markPresent(kim, true), .formGroups(count: 3),
      .renameGroup("g1", "Blue"), .seat([.init(delegate: kim, group: "g2")]),
      .assign("g1", "p2", round: 1), .enterRound(1), .reword(id, "other"), .move(id, "g2", "p2"),
      .code(id, "t1", false), .highlight(id, false), .noteSpeaker(id, nil), .withdraw(id),
      .restore(id), .addTheme(title: "New", definition: ""), .renameTheme("t1", "Data, joined"),
      .defineTheme("t1", definition: "d", keyPoints: ["k"]), .enterStage("s1"), .pauseStage,
      .resumeStage, .extendStage(minutes: 5), .leaveStage, .undo, .redo, .undo, .undo,
    ]
    for command in commands {
      clock.advance(1)
      try one.perform(command)
    }
    try one.capture("another")
    try one.capture("and another")
    try one.passAnAfternoon()
    let gone = try one.capture("to be redacted")
    _ = try one.redact(gone.id, reason: "asked")
    one.close()
    two.close()
    return path
  }

  @Test(.enabled(if: FormatTests.has("jsonschema"), "python3 with jsonschema is not installed"))
  func `real journals are valid by the JSON Schemas, says an independent validator`() throws {
    let path = try richSession()
    let (code, text) = try python("validate_json.py", root + "/docs/schema", path)
    #expect(code == 0, "\(text)")
    #expect((Int(text.dropLast()) ?? 0) > 35)
  }

  @Test(.enabled(if: FormatTests.has("json"), "python3 is not installed"))
  func `a stranger's program checks the chain and the seals`() throws {
    let path = try richSession()
    let (code, text) = try python("verify_journal.py", path)
    #expect(code == 0, "\(text)")
    // And finds what is wrong.
    let journal = try #require(try journals(path).first)
    var damaged = try bytes(journal)
    let position = damaged.count / 2
    damaged[position] = damaged[position] == 0x61 ? 0x62 : 0x61
    try write(damaged, to: journal)
    let line = damaged[..<position].count { $0 == 0x0A } + 1
    let (after, said) = try python("verify_journal.py", path)
    #expect(after != 0)
    #expect(said.contains("line \(line)") || said.contains("Error"))
  }

  @Test func `equal events are equal bytes, and escapes are as documented`() throws {
    let event = ContributionReworded(contribution: "c\"1", words: "a\u{1B}/b")
    let record = Record(
      device: "d", seq: 3, time: HybridTime(milliseconds: 5, counter: 1),
      at: Instant(milliseconds: 5), scribe: "s", act: 3, turn: .undoes(1), event: event)
    var bytes: [UInt8] = []
    let sum = LineWriter().append(
      record, more: 2, after: Sum(of: []), salt: { [UInt8](repeating: 0xAB, count: 16) },
      to: &bytes)
    let text = #"{"salt":"abababababababababababababababab","words":"a\u001b/b"}"#
    let covered =
      #"{"act":3,"at":"1970-01-01T00:00:00.005Z","data":{"contribution":"c\"1"},"hlc":"5.1","#
      + #""kind":"contribution.reworded","more":2,"prev":""#
      + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      + #"","reverses":1,"scribe":"s","seal":"\#(Sum(of: Array(text.utf8)))","seq":3"#
    #expect(sum == Sum(of: Array(covered.utf8)))
    #expect(
      String(decoding: bytes, as: UTF8.self) == covered + #","sum":"\#(sum)","text":\#(text)}"#
        + "\n")
  }
}
