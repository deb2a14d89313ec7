import SessionEngine
import Testing

@Suite("What was offered and answered with no")
struct PutAsideTests {
  @Test func twoPointsStayTwoUntilSomebodyOffersThemAgain() throws {
    // Given three that look alike
    var workshop = try Workshop()
    let points = try (1...3).map { try workshop.capture("Follow the recruiter \($0)") }
    let before = Observed(workshop.session)

    // When somebody says that two are not the same, whichever is named first
    let decision = try workshop.perform(.distinguish(points[1], points[0], true))
    #expect(decision.account == "said that #1 and #2 are two points")
    let pair = PairKey(points[0], points[1])
    #expect(workshop.session.putAside.pairs == [pair])
    #expect(try workshop.perform(.distinguish(points[0], points[1], true)).events.isEmpty)

    // Then it is undone and redone as anything else, and offered again by a command of its own
    try workshop.perform(.undo)
    #expect(Observed(workshop.session) == before)
    try workshop.perform(.redo)
    #expect(workshop.session.putAside.pairs == [pair])
    try workshop.perform(.distinguish(points[0], points[2], true))
    let both = Observed(workshop.session)
    let again = try workshop.perform(.distinguish(points[0], points[1], false))
    #expect(again.account == "offered #1 and #2 again")
    #expect(workshop.session.putAside.pairs == [PairKey(points[0], points[2])])
    #expect(try workshop.perform(.distinguish(points[0], points[1], false)).events.isEmpty)
    try workshop.perform(.undo)
    expectSame(Observed(workshop.session), both)

    // And what is no pair of points is refused
    #expect(
      workshop.refusal(.distinguish(points[0], points[0], true)) == "#1 alone is no two points")
    try workshop.perform(.withdraw(points[2]))
    #expect(workshop.refusal(.distinguish(points[1], points[2], true)) == "#3 is withdrawn")
    // A pair of which one is gone can be let go of all the same.
    #expect(try workshop.perform(.distinguish(points[0], points[2], false)).events.count == 1)
  }

  @Test func anIgnoredTopicIsTheSameWhileMostOfItWasIgnored() throws {
    // Given a topic of four that somebody ignored
    var workshop = try Workshop()
    let points = try (1...7).map { try workshop.capture("parking \($0)") }
    let decision = try workshop.perform(.ignoreTopic(Array(points[..<4].reversed()), true))
    #expect(decision.account == "ignored what #1, #2, #3 and #4 have in common")
    #expect(try workshop.perform(.ignoreTopic(Array(points[..<4]), true)).events.isEmpty)

    // Then what is found with a few more is the same, and with as many others it is not
    func holds(_ range: Range<Int>) -> Bool {
      workshop.session.putAside.holds(topicOf: Array(points[range]))
    }
    #expect(holds(0..<4) && holds(0..<7) && holds(1..<6) && holds(3..<4))
    #expect(!holds(2..<6) && !holds(4..<7) && !holds(0..<0))
    try workshop.perform(.undo)
    #expect(!holds(0..<4))
    try workshop.perform(.redo)
    #expect(holds(0..<4))

    // And it is offered again as it is found now, though it was ignored in several guises
    try workshop.perform(.ignoreTopic(Array(points[1..<6]), true))
    try workshop.perform(.ignoreTopic([points[6]], true))
    let ignored = Observed(workshop.session)
    let again = try workshop.perform(.ignoreTopic(Array(points[0..<5]), false))
    #expect(again.events.count == 2)
    #expect(!holds(0..<5) && holds(6..<7))
    try workshop.perform(.undo)
    expectSame(Observed(workshop.session), ignored)
    #expect(workshop.refusal(.ignoreTopic([], true)) == "a topic of nothing is none")
  }

  @Test func twoScribesWhoSayTheSameAgree() throws {
    // Given two laptops that had not heard of each other
    var workshop = try Workshop()
    let points = try (1...2).map { try workshop.capture("point \($0)") }
    let pair = PairKey(points[0], points[1])
    workshop.record(ContributionsDistinguished(pair, distinct: true), by: "a")
    workshop.record(ContributionsDistinguished(pair, distinct: true), by: "b")
    workshop.record(TopicIgnored(Set(points), ignored: true), by: "a")
    workshop.record(TopicIgnored(Set(points), ignored: true), by: "b")
    // Then it is said once, and nothing is left over
    #expect(workshop.session.putAside.pairs == [pair])
    #expect(workshop.session.putAside.topics == [Set(points)])
    #expect(workshop.session.unresolved.isEmpty)
    #expect(workshop.session.nextUndo(by: "b") == nil)
  }
}
