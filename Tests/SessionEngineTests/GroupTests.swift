import SessionEngine
import Testing

@Suite("Groups and rounds")
struct GroupTests {
  @Test func openingSetsUpTheTablesAndTheRounds() throws {
    let workshop = try Workshop()
    #expect(workshop.session.tables.map(\.name) == (1...5).map { "Table \($0)" })
    #expect(workshop.session.rounds.count == 2)
    #expect(workshop.session.round == nil)
    #expect(workshop.session.currentPriority(of: "g3") == "models")
    #expect(workshop.session.nextUndo(by: Workshop.laptop) == nil)
    #expect(workshop.refusal(.undo) == "there is nothing of yours to undo")
  }

  @Test("No two tables meet, and none visits a priority twice", arguments: 1...9)
  func carousel(priorities: Int) throws {
    for tables in 1...priorities {
      let plan = Plan(
        title: "Day", tables: tables,
        priorities: (1...priorities).map { Priority(id: PriorityID("p\($0)"), title: "P\($0)") })
      let rounds = try Workshop(plan).session.rounds
      #expect(rounds.count == priorities)
      for round in rounds {
        #expect(round.count == tables)
        #expect(Set(round.values).count == tables)
      }
      for table in 1...tables {
        #expect(Set(rounds.compactMap { $0[GroupID("g\(table)")] }).count == priorities)
      }
    }
  }

  @Test func tablesThatStayKeepWhatWasLaidDown() throws {
    var workshop = try Workshop()
    let three = try workshop.perform(.formGroups(count: 3))
    #expect(three.events.map(\.kind) == ["groups.formed", "rounds.planned"])
    #expect(three.account == "set up 3 groups")
    try workshop.perform(.assign("g2", "works", round: 1))
    try workshop.perform(.renameGroup("g2", "Window"))
    try workshop.perform(.formGroups(count: 7))
    #expect(workshop.session.tables.map(\.number) == Array(1...7))
    #expect(workshop.session.group("g2")?.name == "Window")
    #expect(workshop.session.priority(of: "g2", inRound: 1) == "works")
    #expect(workshop.session.priority(of: "g7", inRound: 1) == "digital")
    expect(try workshop.perform(.formGroups(count: 7)), [])
  }

  @Test func whoSatAtATableThatGoesLosesTheSeatUntilUndo() throws {
    var workshop = try Workshop()
    let ann = try workshop.add("Ann", group: "g5")
    #expect(
      try workshop.perform(.formGroups(count: 4)).events.map(\.kind)
        == ["delegates.seated", "groups.formed", "rounds.planned"])
    #expect(workshop.session.seats.isEmpty)
    #expect(try workshop.perform(.undo).account == "undid: set up 4 groups")
    #expect(workshop.session.seats == [ann: "g5"])
  }

  @Test func aTableThatSpokeStays() throws {
    var workshop = try Workshop()
    let low = try workshop.capture("a point", group: "g4")
    let high = try workshop.capture("another", group: "g5")
    #expect(
      workshop.refusal(.formGroups(count: 3)) == "Table 5 has contributions, so it cannot go")
    try workshop.perform(.withdraw(low))
    try workshop.perform(.withdraw(high))
    try workshop.perform(.formGroups(count: 3))
    try workshop.perform(.restore(high))
    #expect(workshop.session.tables.map(\.number) == [1, 2, 3, 5])
    #expect(workshop.refusal(.formGroups(count: 0)) == "0 groups cannot be set up")
    #expect(workshop.refusal(.formGroups(count: 100)) == "100 groups cannot be set up")
  }

  @Test func namesOfTablesAreTheirOwn() throws {
    var workshop = try Workshop()
    expect(
      try workshop.perform(.renameGroup("g1", " Window ")),
      [GroupRenamed(group: "g1", name: "Window")])
    expect(try workshop.perform(.renameGroup("g1", "Window")), [])
    #expect(
      workshop.refusal(.renameGroup("g2", "window")) == "‘Window’ is the name of another group")
    #expect(workshop.refusal(.renameGroup("g2", " ")) == "the group’s name is empty")
    #expect(workshop.refusal(.renameGroup("g9", "Door")) == "there is no such group")
    #expect(try workshop.perform(.undo).account == "undid: renamed a group to ‘Window’")
    #expect(workshop.session.group("g1")?.name == "Table 1")
  }

  @Test func twoDevicesNameTwoTables() throws {
    var workshop = try Workshop()
    try workshop.perform(.renameGroup("g1", "Window"))
    try workshop.perform(.renameGroup("g2", "Door"), by: Workshop.tablet)
    try workshop.perform(.undo)
    #expect(workshop.session.tables.prefix(2).map(\.name) == ["Table 1", "Door"])
  }

  @Test func seatsAreTakenAtOnceAndTheLastWordCounts() throws {
    var workshop = try Workshop()
    let ann = try workshop.add("Ann")
    let seats = [GroupID("g1"), "g2"].map { DelegatesSeated.Seat(delegate: ann, group: $0) }
    let decision = try workshop.perform(.seat(seats))
    expect(decision, [DelegatesSeated(seats: [seats[1]])])
    #expect(decision.account == "moved Ann to Table 2")
    expect(try workshop.perform(.seat([seats[1]])), [])
    #expect(
      workshop.refusal(.seat([.init(delegate: ann, group: "g9")])) == "there is no such group")
    #expect(
      workshop.refusal(.seat([.init(delegate: "x", group: "g1")])) == "there is no such delegate")
    let stood = try workshop.perform(.seat([.init(delegate: ann, group: nil)]))
    #expect(stood.account == "took Ann from the group")
  }

  @Test func aGroupIsSentToAPriority() throws {
    var workshop = try Workshop()
    let sent = try workshop.perform(.assign("g1", "works", round: 4))
    expect(sent, [GroupAssigned(group: "g1", round: 4, priority: "works")])
    #expect(sent.account == "sent Table 1 to ‘What works’ in round 4")
    #expect(workshop.session.rounds.count == 4)
    expect(try workshop.perform(.assign("g1", "works", round: 4)), [])
    try workshop.perform(.undo)
    #expect(workshop.session.rounds.count == 2)
    #expect(workshop.refusal(.assign("g1", "none", round: 1)) == "there is no such priority")
    #expect(workshop.refusal(.assign("g9", "works", round: 1)) == "there is no such group")
    #expect(workshop.refusal(.assign("g1", "works", round: 0)) == "there is no round 0")
    #expect(workshop.refusal(.assign("g1", "works", round: 100)) == "there is no round 100")
  }

  @Test func roundsBegin() throws {
    var workshop = try Workshop()
    expect(try workshop.perform(.enterRound(2)), [RoundEntered(round: 2)])
    #expect(workshop.session.currentPriority(of: "g5") == "links")
    expect(try workshop.perform(.enterRound(2)), [])
    #expect(workshop.refusal(.enterRound(3)) == "there is no round 3")
    #expect(workshop.refusal(.enterRound(0)) == "there is no round 0")
    try workshop.perform(.undo)
    #expect(workshop.session.round == nil && workshop.session.roundStarts.isEmpty)
  }
}
