import GroupMixer
import SessionEngine
import Testing

@testable import Mixing

@Suite("Putting groups right on the day of a café")
struct RepairTests {
  /// Twelve people, three groups, three rounds, each priority once; round one under way.
  private func cafe() throws -> Crowd {
    var crowd = try Crowd.sectors([("police", 6), ("academia", 6)], groups: 3)
    for id in crowd.session.delegates.keys { try crowd.perform(.markPresent(id, true)) }
    var revision = PlanRevised()
    revision.rotation = .cafe
    try crowd.perform(.revisePlan(revision))
    let order = try MixOrder(crowd.session, wishes: MixWishes())
    let places = order.places(.cafe, rounds: 3, in: crowd.session)
    let schedule = try RoundsMixer.schedule(order.rounds(places: places), seed: 1) {
      $0.steps > 5_000
    }
    #expect(schedule.measures.visitsRepeated.value == 0)
    try crowd.perform(
      .planSeating(order.seating(schedule.tables, places: places, in: crowd.session)))
    try crowd.perform(.enterRound(1))
    return crowd
  }

  /// How often somebody comes to a priority where he or she has been.
  private func returns(_ session: Session) -> Int {
    session.delegates.keys.reduce(0) { sum, id in
      let visits = session.seating.indices.compactMap { round in
        session.seating[round][id].flatMap { session.priority(of: $0, inRound: round + 1) }
      }
      return sum + visits.count - Set(visits).count
    }
  }

  @Test func `given no-shows and a walk-in, then nobody comes back where it can be helped`() throws
  {
    var crowd = try cafe()
    let gone = ["police 1", "academia 2"]
    for name in gone { try crowd.perform(.markPresent(crowd.id(name), false)) }
    try crowd.perform(.addDelegates([NewDelegate(.init(name: "Wil"), isWalkIn: true)]))
    let wil = try crowd.id("Wil")
    let proposal = try RepairProposal(crowd.session)
    let before = crowd.session.seating
    try crowd.perform(try #require(proposal.command))

    // Everybody who is here sits in every round, in groups that are even, and nobody else
    for round in crowd.session.seating {
      #expect(round.count == 11)
      let sizes = crowd.session.tables.map { table in round.values.count { $0 == table.id } }
      #expect(sizes.sorted() == [3, 4, 4])
    }
    // Each move of each round to come is told with its round
    for round in 1..<3 {
      let moved = crowd.session.seating[round].filter { id, group in
        before[round][id] != nil && before[round][id] != group
      }
      let told = proposal.lines.filter { $0.hasPrefix("round \(round + 1): ") }
      #expect(told.count { $0.contains(" from ") } == moved.count)
      #expect(told.contains { $0.contains("Wil sits at") })
    }
    // Whoever comes back is named; here nobody has to
    #expect(returns(crowd.session) == proposal.lines.count { $0.contains(" again in round ") })
    #expect(returns(crowd.session) == 0)
    #expect(crowd.session.seating.allSatisfy { $0[wil] != nil })
  }
}
