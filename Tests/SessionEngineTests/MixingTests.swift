import SessionEngine
import Testing

@Suite("Mixed groups")
struct MixingTests {
  @Test func aPlanOfRoundsSeatsPeopleAsRoundsBegin() throws {
    var workshop = try Workshop()
    let ann = try workshop.add("Ann")
    let bo = try workshop.add("Bo")
    let decision = try workshop.perform(
      .planSeating(NewSeating(rounds: [[ann: "g1", bo: "g2"], [ann: "g2", bo: "g2"]])))
    #expect(decision.events.map(\.kind) == ["seating.planned", "delegates.seated"])
    #expect(decision.account == "mixed 2 delegates into 2 groups for 2 rounds")
    #expect(workshop.session.seats == [ann: "g1", bo: "g2"])

    // Somebody who walked in is seated by hand, and keeps the seat
    let cy = try workshop.add("Cy", group: "g3")
    try workshop.perform(.enterRound(1))
    let second = try workshop.perform(.enterRound(2))
    #expect(second.events.map(\.kind) == ["round.entered", "delegates.seated"])
    #expect(workshop.session.seats == [ann: "g2", bo: "g2", cy: "g3"])
    try workshop.perform(.undo)
    #expect(workshop.session.round == 1)
    #expect(workshop.session.seats == [ann: "g1", bo: "g2", cy: "g3"])
  }

  @Test func oneMixIsWhoSitsWhere() throws {
    var workshop = try Workshop()
    let ann = try workshop.add("Ann")
    let bo = try workshop.add("Bo", group: "g5")
    try workshop.perform(.planSeating(NewSeating(rounds: [[ann: "g1"]])))
    #expect(workshop.session.seats == [ann: "g1"])
    #expect(workshop.session.seating.isEmpty)
    try workshop.perform(.undo)
    #expect(workshop.session.seats == [bo: "g5"])
  }

  @Test func whatCannotBePlannedIsRefused() throws {
    var workshop = try Workshop()
    let ann = try workshop.add("Ann")
    #expect(
      workshop.refusal(.planSeating(NewSeating(rounds: []))) == "0 rounds cannot be planned")
    #expect(
      workshop.refusal(.planSeating(NewSeating(rounds: [[ann: "g9"]]))) == "there is no such group")
    #expect(
      workshop.refusal(.planSeating(NewSeating(rounds: [["nobody": "g1"]])))
        == "there is no such delegate")
  }

  @Test func wishesAreChangedAndTakenBack() throws {
    var workshop = try Workshop()
    let ann = try workshop.add("Ann")
    let bo = try workshop.add("Bo")
    var wishes = MixWishes(balance: [.init("Sector", 3)], apart: [[ann, bo]])
    wishes.hosts = [.init(ann, at: "g1")]
    try workshop.perform(.wish(wishes))
    #expect(workshop.session.mixWishes == wishes)
    expect(try workshop.perform(.wish(wishes)), [])
    #expect(try workshop.perform(.undo).account == "undid: changed what is wanted of the groups")
    #expect(workshop.session.mixWishes == MixWishes())
    #expect(
      workshop.refusal(.wish(MixWishes(balance: [.init("Sector", 0)])))
        == "‘Sector’ cannot count 0.0")
    #expect(
      workshop.refusal(.wish(MixWishes(apart: [["nobody", ann]])))
        == "there is no such delegate")
    #expect(
      workshop.refusal(.wish(MixWishes(sizes: .init(least: 7, most: 5))))
        == "groups of 7 to 5 cannot be had")
  }

  @Test func aCorrectionKeepsTheFurtherColumns() throws {
    var workshop = try Workshop()
    let profile = Delegate.Profile(name: "Ann", further: ["Seniority": "senior"])
    let decision = try workshop.perform(.addDelegates([NewDelegate(profile)]))
    let ann = try #require((decision.events.first as? DelegatesAdded)?.delegates.first?.id)
    try workshop.perform(.correctDelegate(ann, .init(name: "Ann Lee")))
    #expect(workshop.session.delegates[ann]?.profile.further == ["Seniority": "senior"])
  }
}
