import SessionEngine
import Testing

@Suite("A show of hands") struct ShowOfHandsTests {
  @Test("no more hands than the voters have, on one item or in all; nobody asked is not no hands")
  func handsAreAsManyAsTheRoomHas() throws {
    // Given three people with two dots each, of which one item takes one
    var workshop = try Workshop()
    try workshop.perform(
      .addDelegates(["Ann", "Bo", "Cy"].map { NewDelegate(.init(name: $0)) }))
    for delegate in workshop.session.delegates.values {
      try workshop.perform(.markPresent(delegate.id, true))
    }
    let voters = max(3, workshop.session.tables.count)
    let added = try ["Third", "Fourth"].map { try workshop.theme($0) }
    let themes: [ThemeID] = ["data", "inside"] + added
    let vote = try workshop.open(
      NewScoring("Hands", method: .dots(budget: 2, most: 1), items: .themes(themes)))
    func count(_ hands: Int?...) -> Command {
      .countHands(vote, zip(themes, hands).map { .init(item: $0.text, hands: $1) })
    }
    // Then more on one item than people, and more in all than dots, are refused with the reason
    #expect(
      workshop.refusal(count(voters + 1))
        == "\(voters + 1) hands for The challenge of data are more than \(voters) voters can give")
    #expect(
      workshop.refusal(count(voters, voters, 1))
        == "that would be \(2 * voters + 1) hands in all, and \(voters) voters have \(2 * voters), 2 each"
    )
    try workshop.perform(count(voters, voters, 0))
    // One more than all is refused also when it comes by itself, and what was not counted is not asked
    let fourth = Scoring.Hands(item: themes[3].text, hands: 1)
    #expect(workshop.refusal(.countHands(vote, [fourth])).contains("hands in all"))
    let items = try #require(workshop.session.result(of: vote)).items
    #expect(items.map(\.isAsked) == [true, true, true, false])
    #expect(items.map(\.total) == [voters, voters, 0, 0])
  }
}
