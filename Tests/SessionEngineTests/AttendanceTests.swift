import SessionEngine
import Testing

@Suite("Who is in the room")
struct AttendanceTests {
  private func names(_ workshop: Workshop) -> [String] {
    workshop.session.delegatesHere.map(\.name)
  }

  @Test func `while nobody is ticked, everybody is there but who was said to be missing`() throws {
    var workshop = try Workshop()
    let (ann, bo, cy) = (try workshop.add("Ann"), try workshop.add("Bo"), try workshop.add("Cy"))
    #expect(names(workshop) == ["Ann", "Bo", "Cy"])

    // One walks in, one is a no-show: the others stay
    try workshop.perform(.addDelegates([NewDelegate(.init(name: "Wil"), isWalkIn: true)]))
    #expect(try workshop.perform(.markPresent(bo, false)).account == "marked Bo not present")
    #expect(names(workshop) == ["Ann", "Cy", "Wil"])
    expect(try workshop.decide(.markPresent(bo, false)), [])

    // Once one of the list is ticked, those who are ticked are there
    try workshop.perform(.markPresent(cy, true))
    #expect(names(workshop) == ["Cy", "Wil"])
    try workshop.perform(.markPresent(ann, true))
    try workshop.perform(.markPresent(cy, false))
    #expect(names(workshop) == ["Ann", "Wil"])
  }

  @Test func `a mark that is undone leaves it open again who is there`() throws {
    var workshop = try Workshop()
    let (ann, bo) = (try workshop.add("Ann"), try workshop.add("Bo"))
    try workshop.perform(.markPresent(ann, true))
    try workshop.perform(.undo)
    #expect(names(workshop) == ["Ann", "Bo"])
    try workshop.perform(.markPresent(bo, false))
    #expect(names(workshop) == ["Ann"])
    try workshop.perform(.undo)
    #expect(names(workshop) == ["Ann", "Bo"])
    try workshop.perform(.redo)
    #expect(names(workshop) == ["Ann"])
    // A no-show who comes late after all and is ticked by mistake is a no-show again
    try workshop.perform(.markPresent(bo, true))
    try workshop.perform(.undo)
    #expect(workshop.session.delegates[bo]?.isAbsent == true)
  }

  @Test func `a vote is of the same people`() throws {
    var workshop = try Workshop()
    let (ann, bo) = (try workshop.add("Ann"), try workshop.add("Bo"))
    let cy = try workshop.add("Cy")
    let item = try workshop.capture("point")
    let vote = try workshop.open(
      NewScoring("Which?", items: .contributions([item]), voters: .delegates))
    #expect(workshop.session.result(of: vote)?.electorate == 3)
    let marks = [
      Scoring.Mark(item: item.text, criterion: "impact", points: 3),
      Scoring.Mark(item: item.text, criterion: "ease", points: 3),
    ]
    // The number of those who may vote does not grow with the ballots
    try workshop.perform(.castBallot(vote, .delegate(ann), marks))
    #expect(workshop.session.result(of: vote)?.electorate == 3)
    try workshop.perform(.markPresent(bo, false))
    #expect(workshop.session.result(of: vote)?.electorate == 2)
    // Who did not come has no vote; who was never spoken of has, and who left may have voted before
    #expect(
      workshop.refusal(.castBallot(vote, .delegate(bo), marks))
        == "Bo is marked as not having come")
    try workshop.perform(.markPresent(bo, true))
    try workshop.perform(.markPresent(bo, false))
    for voter in [bo, cy] { try workshop.perform(.castBallot(vote, .delegate(voter), marks)) }
    #expect(workshop.session.result(of: vote)?.ballots == 3)
  }

  @Test func `who could help counts as here by the same rule`() throws {
    var workshop = try Workshop()
    let people = try ["Ann", "Bo", "Cy"].map { try workshop.add($0, skills: ["law"]) }
    let thing = try workshop.raise([try workshop.capture("point")])
    var card = CardPatch()
    card.skillsWanted = ["law"]
    try workshop.perform(.reviseCard(thing, card))
    func helpers() throws -> [DelegateID] {
      let opportunity = try #require(workshop.session.opportunities[thing])
      return workshop.session.skillMatches(for: opportunity).flatMap(\.delegates)
    }
    try workshop.perform(.markPresent(people[0], false))
    #expect(try helpers() == [people[1], people[2], people[0]])
    try workshop.perform(.markPresent(people[2], true))
    #expect(try helpers() == [people[2], people[0], people[1]])
  }
}
