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

  @Test func whoIsSeatedByHandIsSoInThePlanOfThatRound() throws {
    var workshop = try Workshop()
    let ann = try workshop.add("Ann")
    let bo = try workshop.add("Bo")
    let cy = try workshop.add("Cy")
    let plan: [[DelegateID: GroupID]] = [
      [ann: "g1", bo: "g2", cy: "g1"], [ann: "g2", bo: "g1", cy: "g3"],
    ]
    try workshop.perform(.planSeating(NewSeating(rounds: plan)))

    // Two change places: the plan of the round in the room changes with them, the others do not
    let swap = try workshop.perform(
      .seat([.init(delegate: ann, group: "g2"), .init(delegate: bo, group: "g1")]))
    #expect(
      swap.account == "moved Ann to Table 2 and Bo to Table 1 in round 1; other rounds stay")
    #expect(workshop.session.seating[0] == [ann: "g2", bo: "g1", cy: "g1"])
    #expect(workshop.session.seating[1] == plan[1])

    // So the round that begins puts nobody back
    try workshop.perform(.enterRound(1))
    #expect(workshop.session.seats == [ann: "g2", bo: "g1", cy: "g1"])

    // In the second round it is that one
    try workshop.perform(.enterRound(2))
    try workshop.perform(.seat([.init(delegate: cy, group: "g4")]))
    #expect(workshop.session.seating[0][cy] == "g1")
    #expect(workshop.session.seating[1][cy] == "g4")
    #expect(workshop.session.seat(of: cy, inRound: 1) == "g1")
    #expect(workshop.session.seat(of: cy, inRound: 2) == "g4")

    // Both are taken back, the plan too
    #expect(
      try workshop.perform(.undo).account
        == "undid: moved Cy to Table 4 in round 2; other rounds stay")
    #expect(workshop.session.seating[1] == plan[1] && workshop.session.seats[cy] == "g3")
    try workshop.perform(.undo)
    try workshop.perform(.undo)
    try workshop.perform(.undo)
    #expect(workshop.session.seating == plan)
    #expect(workshop.session.seats == plan[0])
  }

  @Test func whoIsInNoPlanKeepsTheSeatInEveryRoundToCome() throws {
    var workshop = try Workshop()
    let ann = try workshop.add("Ann")
    try workshop.perform(.planSeating(NewSeating(rounds: [[ann: "g1"], [ann: "g2"]])))
    let bo = try workshop.add("Bo", group: "g3")
    #expect((1...2).map { workshop.session.seat(of: bo, inRound: $0) } == ["g3", "g3"])
    try workshop.perform(.enterRound(1))
    try workshop.perform(.enterRound(2))
    #expect(workshop.session.seats == [ann: "g2", bo: "g3"])
  }

  @Test func roundsPlannedBeyondTheseStay() throws {
    var workshop = try Workshop()
    let ann = try workshop.add("Ann")
    let rounds = workshop.session.rounds
    #expect(rounds.count == 2)
    let first = Dictionary(
      workshop.session.tables.map { ($0.id, PriorityID("works")) },
      uniquingKeysWith: { one, _ in one })
    try workshop.perform(
      .planSeating(NewSeating(rounds: [[ann: "g1"]], schedule: [first])))
    #expect(workshop.session.rounds == [first, rounds[1]])
  }

  @Test func wishesThatSeatSomebodyTwiceAreRefused() throws {
    var workshop = try Workshop()
    let ann = try workshop.add("Ann")
    #expect(
      workshop.refusal(
        .wish(MixWishes(pins: [.init(ann, at: "g1")], hosts: [.init(ann, at: "g2")])))
        == "Ann is pinned to Table 1 and hosts Table 2")
  }

  @Test func aWishSaysWhatIsWished() throws {
    var workshop = try Workshop()
    let ann = try workshop.add("Ann")
    let bo = try workshop.add("Bo")
    #expect(
      try workshop.perform(.wish(MixWishes(apart: [[ann, bo]]))).account == "apart: Ann and Bo")
    let hosts = try workshop.perform(.wish(MixWishes(hosts: [.init(ann, at: "g2")])))
    #expect(hosts.account == "no longer apart: Ann and Bo; Ann hosts Table 2")
    let stays = try workshop.perform(.wish(MixWishes(pins: [.init(ann, at: "g2")])))
    #expect(stays.account == "Ann no longer hosts Table 2; Ann stays at Table 2")
    let sizes = try workshop.perform(
      .wish(
        MixWishes(balance: [.init("Sector", 3), .init("Role")], sizes: .init(least: 5, most: 7)))
    )
    #expect(
      sizes.account
        == "Ann no longer stays at Table 2; balance: Sector 3, Role; 5 to 7 people a group")
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
    // Of two faults always the same is said, in whatever order a dictionary holds them.
    for number in 0..<20 {
      let seats: [DelegateID: GroupID] = [ann: "g9", ID("0nobody\(number)"): "g1"]
      #expect(
        workshop.refusal(.planSeating(NewSeating(rounds: [seats]))) == "there is no such delegate")
    }
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
