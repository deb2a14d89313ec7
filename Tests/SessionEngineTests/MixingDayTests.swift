import SessionEngine
import Testing

@Suite("Mixing once rounds have begun")
struct MixingDayTests {
  private func room() throws -> (Workshop, [DelegateID]) {
    var workshop = try Workshop()
    let people = try ["Ann", "Bo", "Cy", "Di"].map { try workshop.add($0) }
    return (workshop, people)
  }

  private func seats(_ people: [DelegateID], _ groups: [GroupID]) -> [DelegateID: GroupID] {
    Dictionary(zip(people, groups).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func roundsThatBeganStayAsTheyWere() throws {
    // Given a café of three rounds, the second under way
    var (workshop, people) = try room()
    let works = try #require(workshop.session.plan.priorities.first?.id)
    let other = try #require(workshop.session.plan.priorities.dropFirst().first?.id)
    let all = Dictionary(
      workshop.session.tables.map { ($0.id, works) }, uniquingKeysWith: { first, _ in first })
    let plan = [
      seats(people, ["g1", "g1", "g2", "g2"]), seats(people, ["g1", "g2", "g1", "g2"]),
      seats(people, ["g1", "g2", "g2", "g1"]),
    ]
    try workshop.perform(
      .planSeating(NewSeating(rounds: plan, schedule: [all, all, all])))
    try workshop.perform(.enterRound(1))
    try workshop.perform(.enterRound(2))
    #expect(workshop.session.roundsBegun == 2)
    let before = workshop.session

    // When the third is mixed anew, and what groups work on in it
    let third = seats(people, ["g3", "g3", "g3", "g4"])
    let new = all.mapValues { _ in other }
    let decision = try workshop.perform(
      .planSeating(NewSeating(rounds: [third], schedule: [new], firstRound: 3)))

    // Then only the third changes, and nobody moves now
    #expect(decision.account == "mixed 4 delegates into 2 groups for round 3")
    #expect(workshop.session.seating == [plan[0], plan[1], third])
    #expect(workshop.session.seats == before.seats)
    #expect(workshop.session.rounds == [all, all, new])
    try workshop.perform(.enterRound(3))
    #expect(workshop.session.seats == third)
    try workshop.perform(.undo)
    try workshop.perform(.undo)
    #expect(workshop.session.seating == plan && workshop.session.rounds == before.rounds)

    // What is for another round is refused, and so is going back to mix what was held
    for first in [1, 2, 4] {
      #expect(
        workshop.refusal(.planSeating(NewSeating(rounds: [third], firstRound: first)))
          == "these seats are for round \(first) on, and 2 rounds have begun")
    }
    try workshop.perform(.enterRound(1))
    #expect(workshop.session.roundsBegun == 2)
  }

  @Test func seatsThatWereKeptAreThoseOfTheRoundsThatBegan() throws {
    var (workshop, people) = try room()
    let first = seats(people, ["g1", "g1", "g2", "g2"])
    try workshop.perform(.planSeating(NewSeating(rounds: [first])))
    try workshop.perform(.enterRound(1))
    let second = seats(people, ["g2", "g1", "g2", "g1"])
    try workshop.perform(.planSeating(NewSeating(rounds: [second], firstRound: 2)))
    #expect(workshop.session.seating == [first, second])
    #expect(workshop.session.seats == first)
    #expect(workshop.session.seat(of: people[0], inRound: 1) == "g1")
    try workshop.perform(.enterRound(2))
    #expect(workshop.session.seats == second)
  }

  @Test func groupsWishesAndSeatsAreOneAct() throws {
    // Given people at five groups, and what was wished of them
    var (workshop, people) = try room()
    let first = seats(people, ["g1", "g3", "g4", "g5"])
    try workshop.perform(.planSeating(NewSeating(rounds: [first])))
    try workshop.perform(.wish(MixWishes(apart: [[people[0], people[1]]])))
    let before = workshop.session

    // When fewer groups, other wishes and rounds are set at once
    let rounds = [
      seats(people, ["g1", "g2", "g1", "g2"]), seats(people, ["g2", "g2", "g1", "g1"]),
    ]
    let wishes = MixWishes(hosts: [.init(people[0], at: "g1")])
    let decision = try workshop.perform(
      .planSeating(
        NewSeating(
          rounds: rounds, groups: 2,
          rotation: before.plan.rotation == .cafe ? .carousel : .cafe, wishes: wishes)))
    #expect(
      decision.account == "set up 2 groups; mixed 4 delegates into 2 groups for 2 rounds")
    #expect(workshop.session.tables.map(\.id) == ["g1", "g2"])
    #expect(workshop.session.seats == rounds[0] && workshop.session.seating == rounds)
    #expect(workshop.session.mixWishes == wishes)

    // Then one undo brings everything back, and one redo does it again
    let after = workshop.session
    try workshop.perform(.undo)
    for (now, then) in [(workshop.session, before)] {
      #expect(now.tables == then.tables && now.seats == then.seats)
      #expect(now.seating == then.seating && now.rounds == then.rounds)
      #expect(now.mixWishes == then.mixWishes && now.plan == then.plan)
    }
    try workshop.perform(.redo)
    #expect(workshop.session.tables == after.tables && workshop.session.seats == after.seats)
    #expect(workshop.session.seating == after.seating && workshop.session.rounds == after.rounds)

    // More groups than before as well
    let more = seats(people, ["g1", "g6", "g3", "g2"])
    try workshop.perform(.planSeating(NewSeating(rounds: [more], groups: 6)))
    #expect(workshop.session.seats == more)
    try workshop.perform(.undo)
    #expect(workshop.session.seats == after.seats && workshop.session.tables == after.tables)
  }

  @Test func aGroupThatSomebodyHostsDoesNotGo() throws {
    var (workshop, people) = try room()
    try workshop.perform(.wish(MixWishes(hosts: [.init(people[0], at: "g4")])))
    let words = "Ann hosts Table 4, and there are to be only 3 groups"
    #expect(workshop.refusal(.formGroups(count: 3)) == words)
    let rounds = [seats(people, ["g1", "g2", "g3", "g1"])]
    #expect(workshop.refusal(.planSeating(NewSeating(rounds: rounds, groups: 3))) == words)
    // Unless the wish goes with it
    try workshop.perform(.planSeating(NewSeating(rounds: rounds, groups: 3, wishes: MixWishes())))
    #expect(workshop.session.tables.count == 3)
  }

  @Test func aRepairOfRoundsSaysWhatItDid() throws {
    var (workshop, people) = try room()
    let plan = [
      seats(people, ["g1", "g1", "g2", "g2"]), seats(people, ["g1", "g2", "g1", "g2"]),
    ]
    try workshop.perform(.planSeating(NewSeating(rounds: plan)))
    let eve = try workshop.add("Eve")
    var repaired = plan
    for round in repaired.indices {
      repaired[round][people[3]] = nil
      repaired[round][people[2]] = "g3"
      repaired[round][eve] = "g1"
    }
    let decision = try workshop.perform(.repairSeating(repaired))
    #expect(
      decision.account
        == "seated 1 delegate, moved 1, took 1 from the group; put round 2 right too")
    #expect(decision.events.map(\.kind).contains("seating.planned") == false)
    #expect(workshop.session.seating == repaired && workshop.session.seats == repaired[0])
    try workshop.perform(.undo)
    #expect(workshop.session.seating == plan && workshop.session.seats == plan[0])
    #expect(
      workshop.refusal(.repairSeating([plan[0]])) == "the rounds were planned anew meanwhile")
  }

  @Test func seatsAreCountedAsTheyChange() throws {
    var (workshop, people) = try room()
    try workshop.perform(.planSeating(NewSeating(rounds: [seats(people, ["g1", "g1"])])))
    let decision = try workshop.perform(
      .planSeating(
        NewSeating(rounds: [seats([people[1], people[2], people[3]], ["g2", "g2", "g1"])])))
    #expect(decision.account == "seated 2 delegates, moved 1, took 1 from the group")
  }
}
