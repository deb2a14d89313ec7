import SessionEngine
import Testing

@Suite("Which words are told") struct ToldWordsTests {
  @Test("words as they are now, and none of what was taken back, merged or split or not")
  func rule() throws {
    // Given a point that was reworded, one merged into it, and one that was split
    var workshop = try Workshop()
    let first = try workshop.capture("as captured")
    try workshop.perform(.reword(first, "as it is now"))
    let second = try workshop.capture("said too")
    try workshop.perform(.merge([second], into: first))
    let whole = try workshop.capture("one thing, and a name")
    try workshop.perform(.split(whole, into: ["one thing", "and a name"]))
    let parts = workshop.session.parts(of: whole).map(\.id)
    func told(_ ids: ContributionID...) -> [String?] {
      ids.map { workshop.session.toldWords(of: $0) }
    }
    #expect(told(first, second, whole) == ["as it is now", "said too", "one thing, and a name"])
    // When a part is taken back, the whole is silent and the other part is not
    try workshop.perform(.withdraw(parts[1]))
    #expect(told(parts[0], parts[1], whole) == ["one thing", nil, nil])
    // When what stands for both is taken back, so is what was merged into it
    let raised = try workshop.raise([first], "")
    try workshop.perform(.withdraw(first))
    #expect(told(first, second) == [nil, nil])
    // Then what was raised from it has its number for a name, and still knows where it came from
    let thing = try #require(workshop.session.opportunities[raised])
    #expect(workshop.session.title(of: thing) == thing.number.spoken)
    #expect(workshop.session.sources(of: thing).map(\.id) == [first, second])
    #expect(Session.followUp(from: workshop.session).sources.isEmpty)
    // And undo brings all of it back
    try workshop.perform(.undo)
    #expect(told(first, second) == ["as it is now", "said too"])
  }
}
