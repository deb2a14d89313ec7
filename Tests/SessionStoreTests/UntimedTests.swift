import SessionEngine
import Testing

@testable import SessionStore

@Suite struct UntimedTests {
  let scratch: Scratch
  let clock = TestClock()

  init() throws { scratch = try Scratch() }

  private func session(_ path: String) throws -> SessionStore {
    let store = try newSession(path, scratch.environment(clock: clock))
    var form = PlanRevised()
    form.evaluation = EvaluationForm(items: [
      .init(id: "eng", dimension: "engagement", statement: "I took part.")
    ])
    try store.perform(.revisePlan(form))
    return store
  }

  /// `at` and the milliseconds of `hlc` of every line of a kind, in the order of the journal.
  private func times(_ kind: String, in path: String) throws -> [[String]] {
    let lines = try bytes(#require(try journals(path).first)).split(separator: 0x0A)
    return lines.map { String(decoding: $0, as: UTF8.self) }
      .filter { $0.contains("\"kind\":\"\(kind)\"") }
      .map { line in
        func member(_ name: String) -> String {
          String(line.components(after: "\"\(name)\":\"").prefix { $0 != "\"" })
        }
        return [member("at"), String(member("hlc").prefix { $0 != "." })]
      }
  }

  @Test func `a form’s line tells no time of its own`() throws {
    let path = scratch.path("soc.plenary")
    let store = try session(path)
    clock.advance(1000)
    try store.capture("before")
    var forms: [FeedbackForm] = []
    for points in 1...5 {
      clock.advance(17_321)
      forms.append(FeedbackForm(answers: ["eng": points], comments: "comment \(points)"))
      try store.perform(.enterFeedback([forms[points - 1]]))
    }
    clock.advance(9000)
    try store.perform(.undo)
    clock.advance(9000)
    try store.perform(.redo)
    clock.advance(9000)
    try store.perform(.strikeFeedback("comment 2"))
    clock.advance(9000)
    try store.capture("after")

    let before = try #require(try times("contribution.captured", in: path).first)
    let entered = try times("feedback.entered", in: path)
    let withdrawn = try times("feedback.withdrawn", in: path)
    #expect(entered.count == 7 && withdrawn.count == 2)
    #expect(Set(entered + withdrawn) == [before])
    // What is no form keeps its time, and the order stands.
    let after = try #require(try times("contribution.captured", in: path).last)
    #expect(after[1] == String(clock.now.milliseconds))
    store.close()
    #expect(try SessionStore.verify(at: path).isSound)
    let again = try openSession(path, scratch.environment(clock: clock))
    #expect(again.findings.isEmpty && again.session.feedback.count == 5)
    #expect(again.session.unresolved.isEmpty)
    #expect(again.session.feedback == store.session.feedback)
  }

  @Test func `forms entered on another day tell that day and nothing closer`() throws {
    let path = scratch.path("soc.plenary")
    let store = try session(path)
    clock.advance(86_400_000 + 4321)
    try store.perform(.enterFeedback([FeedbackForm(answers: ["eng": 5])]))
    clock.advance(4321)
    try store.perform(.enterFeedback([FeedbackForm(answers: ["eng": 4])]))
    let day = clock.now.milliseconds / 86_400_000 * 86_400_000
    let written = Instant(milliseconds: day).description
    #expect(
      try times("feedback.entered", in: path)
        == [[written, String(day)], [written, String(day)]])
  }

  @Test func `a journal that holds a form’s time is still read`() throws {
    let path = scratch.path("soc.plenary")
    let store = try session(path)
    // As it was written once: its record carries the clock.
    let writer = try store.takeJournal()
    let form = FeedbackForm(answers: ["eng": 3])
    clock.advance(5000)
    let record = Record(
      device: writer.header.device, seq: writer.position.seq + 1,
      time: writer.position.time.next(at: clock.now), at: clock.now, scribe: "Ada",
      act: writer.position.seq + 1, event: FeedbackEntered(form: form))
    try writer.append([record]) { Array(repeating: 0, count: 16) }
    store.close()
    let again = try openSession(path, scratch.environment(clock: clock))
    #expect(again.findings.isEmpty && again.session.feedback.forms == [form])
    try again.perform(.withdrawFeedback(form))
    #expect(again.session.feedback.count == 0)
  }
}

extension String {
  /// What stands behind the first place of some characters; empty where they are not there.
  fileprivate func components(after mark: String) -> Substring {
    var rest = self[...]
    while !rest.isEmpty, !rest.hasPrefix(mark) { rest.removeFirst() }
    return rest.dropFirst(mark.count)
  }
}
