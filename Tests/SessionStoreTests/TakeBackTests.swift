import SessionEngine
import Testing

@testable import SessionStore

/// What a command did beside a console can be taken back, though its process is gone.
@Suite struct TakeBackTests {
  let scratch: Scratch
  let clock = TestClock()

  init() throws { scratch = try Scratch() }

  @Test func `what a writer that is gone did is taken back in its own journal, the latest first`()
    throws
  {
    // Given a console that goes on, and two commands that ran beside it, one after the other
    let path = scratch.path("soc.plenary")
    let environment = scratch.environment(clock: clock)
    let console = try newSession(path, environment)
    clock.advance(1000)
    let kept = try console.capture("one")
    let first = try openSession(path, environment)
    try first.perform(.highlight(kept.id, true))
    // A second at the same time, so that there are two journals
    let second = try openSession(path, environment)
    clock.advance(1000)
    try second.perform(.code(kept.id, "t1", true))
    clock.advance(1000)
    try first.perform(.withdraw(kept.id))
    second.close()
    first.close()
    clock.advance(1000)
    try console.capture("two")

    // When what is loose is taken back, then it is what the two did, by the order of the record
    var said: [String] = []
    for _ in 0..<3 {
      let hand = try openSession(path, environment)
      let act = try #require(try hand.latestLooseAct())
      said.append(try hand.turn(act).account)
      hand.close()
    }
    #expect(said == ["undid: withdrew #1", "undid: coded #1 to ‘Data’", "undid: highlighted #1"])
    let hand = try openSession(path, environment)
    #expect(try hand.latestLooseAct() == nil)
    #expect(hand.keptWords == ["one", "two"])

    // And it can be brought back, the latest undone first, in no journal more than there were
    let undone = try #require(try hand.latestLooseUndo())
    #expect(undone.account == "highlighted #1" && undone.scribe == "Bo")
    try hand.turn(undone, isRedo: true)
    #expect(hand.session.contributions[kept.id]?.isHighlighted == true)
    hand.close()
    #expect(try journals(path).count == 3)
    #expect(try SessionStore.verify(at: path).isSound)

    // A console takes back only its own
    try console.follow()
    #expect(try console.perform(.undo).account == "undid: captured #2")
  }

  @Test func `an act whose journal was taken up meanwhile is left to whoever did`() throws {
    let path = scratch.path("soc.plenary")
    let environment = scratch.environment(clock: clock)
    try newSession(path, environment).capture("one")
    let hand = try openSession(path, environment)
    let act = try #require(try hand.latestLooseAct())
    let console = try openSession(path, environment)
    try console.capture("two")
    #expect(throws: PerformError.self) { try hand.turn(act) }
    #expect(console.keptWords == ["one", "two"])
  }
}
