import SessionEngine
import Testing

@Suite("Delegates")
struct PeopleTests {
  @Test func aRosterIsOneActWithItsSeats() throws {
    var workshop = try Workshop()
    let roster = (1...60).map {
      NewDelegate(.init(name: "Delegate \($0)"), group: GroupID("g\($0 % 5 + 1)"))
    }
    let decision = try workshop.perform(.addDelegates(roster))
    #expect(decision.events.map(\.kind) == ["delegates.added", "delegates.seated"])
    #expect(decision.account == "added 60 delegates")
    #expect(workshop.session.members(of: "g2").count == 12)
    #expect(workshop.session.delegates.values.allSatisfy { !$0.isPresent && !$0.isWalkIn })

    #expect(try workshop.perform(.undo).account == "undid: added 60 delegates")
    #expect(workshop.session.delegates.isEmpty && workshop.session.seats.isEmpty)
    try workshop.perform(.redo)
    #expect(workshop.session.delegates.values.map(\.name) == roster.map(\.profile.name))
    #expect(workshop.session.seats.count == 60)
  }

  @Test func aWalkInIsPresentAndNamed() throws {
    var workshop = try Workshop()
    let new = NewDelegate(.init(name: " Ann Lee ", organisation: "Police"), isWalkIn: true)
    #expect(try workshop.perform(.addDelegates([new])).account == "added Ann Lee, a walk-in")
    let ann = try #require(workshop.session.delegates.values.first)
    #expect(ann.isPresent && ann.isWalkIn && ann.name == "Ann Lee")
    let again = NewDelegate(.init(name: "ann lee", organisation: "POLICE"), isWalkIn: true)
    #expect(workshop.refusal(.addDelegates([again])) == "Ann Lee is on the list already")
  }

  @Test func aDelegateNeedsANameAndATableThatIsThere() throws {
    let workshop = try Workshop()
    #expect(
      workshop.refusal(.addDelegates([NewDelegate(.init(name: " \t"))]))
        == "the delegate’s name is empty")
    #expect(
      workshop.refusal(.addDelegates([NewDelegate(.init(name: "Ann"), group: "g9")]))
        == "there is no such group")
    #expect(workshop.refusal(.markPresent("x", true)) == "there is no such delegate")
    #expect(workshop.refusal(.removeDelegate("x")) == "there is no such delegate")
    #expect(
      workshop.refusal(.correctDelegate("x", .init(name: "Ann"))) == "there is no such delegate")
    expect(try workshop.decide(.addDelegates([])), [])
  }

  @Test func presenceIsMarkedOnce() throws {
    var workshop = try Workshop()
    let ann = try workshop.add("Ann")
    let decision = try workshop.perform(.markPresent(ann, true))
    expect(decision, [PresenceMarked(delegate: ann, present: true)])
    #expect(decision.account == "marked Ann present")
    let again = try workshop.perform(.markPresent(ann, true))
    expect(again, [])
    #expect(again.account == "nothing to change")
  }

  @Test func aPersonIsPutRight() throws {
    var workshop = try Workshop()
    let ann = try workshop.add("Anne")
    let right = Delegate.Profile(name: "Ann", sector: "academia", skills: ["maps"])
    expect(
      try workshop.perform(.correctDelegate(ann, right)),
      [DelegateCorrected(delegate: ann, profile: right)])
    expect(try workshop.perform(.correctDelegate(ann, right)), [])
    #expect(
      workshop.refusal(.correctDelegate(ann, .init(name: ""))) == "the delegate’s name is empty")
  }

  @Test func whoIsTakenOffComesBackToTheSamePlaceAndSeat() throws {
    var workshop = try Workshop()
    try workshop.add("Ann")
    let ben = try workshop.add("Ben", group: "g2")
    try workshop.add("Cy")
    expect(
      try workshop.perform(.removeDelegate(ben)),
      [
        DelegatesSeated(seats: [.init(delegate: ben, group: nil)]),
        DelegatesRemoved(delegates: [ben]),
      ])
    try workshop.perform(.undo)
    #expect(workshop.session.delegates.values.map(\.name) == ["Ann", "Ben", "Cy"])
    #expect(workshop.session.members(of: "g2").map(\.id) == [ben])
  }

  @Test func aSpeakerStaysOnTheList() throws {
    var workshop = try Workshop()
    let ann = try workshop.add("Ann")
    let said = try workshop.capture("a point", speaker: ann)
    #expect(workshop.refusal(.removeDelegate(ann)) == "Ann is noted as a speaker")
    try workshop.perform(.noteSpeaker(said, nil))
    try workshop.perform(.removeDelegate(ann))
    #expect(workshop.session.delegates.isEmpty)
  }

  @Test func whoWasNotedAsASpeakerElsewhereIsNotUndone() throws {
    var workshop = try Workshop()
    let ann = try workshop.add("Ann")
    try workshop.capture("a point", speaker: ann, by: Workshop.tablet)
    #expect(workshop.refusal(.undo).contains("changed since by someone else"))
    #expect(workshop.session.delegates[ann] != nil)
  }
}
