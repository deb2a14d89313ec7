import GroupMixer
import SessionEngine
import Testing

@testable import Mixing

@Suite("Mixing once rounds have begun")
struct HeldRoundsTests {
  /// Eighteen people, three groups, three priorities, and a café of three rounds that nobody mixed well:
  /// in the first two everybody keeps the group; what groups work on stays.
  private func day(_ rotation: Rotation = .cafe, begun: Int = 2) throws -> Crowd {
    var crowd = try Crowd.sectors([("police", 9), ("academia", 9)], groups: 3)
    for id in crowd.session.delegates.keys { try crowd.perform(.markPresent(id, true)) }
    let order = try MixOrder(crowd.session, wishes: MixWishes())
    let first = order.people.indices.map { $0 % 3 }
    let second = order.people.indices.map { ($0 + 1) % 3 }
    let places = order.places(rotation, rounds: 4, in: crowd.session)
    var seating = order.seating([first, second, first, second], places: places, in: crowd.session)
    seating.rotation = rotation
    try crowd.perform(.planSeating(seating))
    for round in 1..<(begun + 1) { try crowd.perform(.enterRound(round)) }
    return crowd
  }

  @Test func `given two of four rounds held, then only the others are mixed, and what was counts`()
    throws
  {
    var crowd = try day()
    let before = crowd.session
    let order = try MixOrder(crowd.session, wishes: MixWishes(), toCome: true)
    #expect(order.heldRounds == 2)
    // Everybody met the same five twice, and was at two of three priorities.
    #expect(order.held.met.count == 45 && order.held.met.allSatisfy { $0.weight == 2 })
    #expect(order.held.visited.allSatisfy { $0.count == 2 })

    let places = order.places(.cafe, rounds: 4, in: crowd.session)
    let problem = order.rounds(places: places)
    #expect(problem.rounds == 2)
    let schedule = try RoundsMixer.schedule(problem, seed: 1) { $0.steps > 40_000 }
    let command = order.seating(schedule.tables, places: places, in: crowd.session)
    try crowd.perform(.planSeating(command))
    let after = crowd.session
    #expect(Array(after.seating.prefix(2)) == Array(before.seating.prefix(2)))
    #expect(Array(after.rounds.prefix(2)) == Array(before.rounds.prefix(2)))
    #expect(after.seats == before.seats && after.seating.count == 4)

    // One new priority each, and then none is left: eighteen returns, no more
    #expect(schedule.measures.visitsRepeated.value == 18)
    let met = try sameTable(after, 0)
    let again = try sameTable(after, 2).intersection(met).count
    #expect(again < 45)

    // All that is said, and nothing of rounds that do not come
    let account = RoundsAccount(order, schedule).sentences
    #expect(account.contains("Rounds 1 and 2 stay as they were."))
    #expect(account.contains { $0.hasPrefix("In the rounds to come everyone meets ") })
    #expect(account.contains { $0.hasSuffix("of two who met in rounds 1 and 2.") })
  }

  /// The pairs at one table in a round, counted from 0.
  private func sameTable(_ session: Session, _ round: Int) throws -> Set<Set<DelegateID>> {
    let seats = try #require(session.seating.indices.contains(round) ? session.seating[round] : nil)
    var pairs: Set<Set<DelegateID>> = []
    for (one, group) in seats {
      for (other, its) in seats where one != other && group == its { pairs.insert([one, other]) }
    }
    return pairs
  }

  @Test func `given groups that stay together, then they change for the rounds to come`() throws {
    var crowd = try day(.carousel, begun: 1)
    let before = crowd.session
    let order = try MixOrder(crowd.session, wishes: MixWishes(), toCome: true)
    let mix = try Mixer.mix(order.problem, seed: 1) { $0.steps > 200_000 }
    let account = MixAccount(order, mix)
    #expect(
      account.sentences.first
        == "Round 1 stays as it was. Groups change from round 2 on; contributions stay with the "
        + "group that made them.")
    let places = order.places(.carousel, rounds: 4, in: crowd.session)
    try crowd.perform(
      .planSeating(order.seating([mix.assignment], places: places, in: crowd.session)))
    #expect(crowd.session.seating.count == 4)
    #expect(crowd.session.seating[0] == before.seating[0])
    #expect(Set(crowd.session.seating.dropFirst()).count == 1)
    #expect(crowd.session.seats == before.seats)
    try crowd.perform(.enterRound(2))
    #expect(crowd.session.seats == order.seats(mix.assignment))
  }

  @Test func `given that every round has begun, then that is said`() throws {
    let crowd = try day(begun: 4)
    let order = try MixOrder(crowd.session, wishes: MixWishes(), toCome: true)
    let refusal = #expect(throws: Refusal.self) { try order.checkIsToCome(4) }
    #expect(
      refusal?.reason == "all 4 rounds have begun, and rounds that began stay as they were")
    try order.checkIsToCome(5)
  }

  @Test func `given a walk-in of the second round, then he has met nobody before it`() throws {
    var crowd = try day()
    try crowd.perform(
      .addDelegates([NewDelegate(.init(name: "Wil"), group: "g1", isWalkIn: true)]))
    let order = try MixOrder(crowd.session, wishes: MixWishes(), toCome: true)
    let wil = try #require(order.people.firstIndex { $0.name == "Wil" })
    #expect(order.held.visited[wil].count == 1)
    let met = order.held.met.filter { $0.first == wil || $0.second == wil }
    #expect(met.count == 6 && met.allSatisfy { $0.weight == 1 })
  }

  @Test func `given a swap in a café, then who comes back and who meets again is counted`() throws {
    // Given that rounds 1 and 2 have the same groups, at another priority each
    let crowd = try day(begun: 1)
    let seated = Array(crowd.session.delegates.values)
    let order = try MixOrder(crowd.session, wishes: MixWishes(), people: seated)
    let person = seated[0].id
    let swaps = order.swaps(of: person, crowd.session.seats, in: crowd.session)
    #expect(swaps.count == 12)
    // When somebody takes a seat that he has in another round too, he comes to its priority twice
    for swap in swaps {
      let session = crowd.session
      for (one, seat, told) in [
        (person, session.seats[swap.other.id], swap.own),
        (swap.other.id, session.seats[person], swap.others),
      ] {
        let priority = try #require(seat.flatMap { session.priority(of: $0, inRound: 1) })
        let elsewhere = (2...4).compactMap { round in
          session.seating[round - 1][one].flatMap { session.priority(of: $0, inRound: round) }
        }
        #expect((told.twice != nil) == elsewhere.contains(priority))
        let moved = Set([person, swap.other.id])
        let mates = session.seats.filter { $0.value == seat && !moved.contains($0.key) }.keys
        let again = mates.count { mate in
          (1..<4).contains { session.seating[$0][mate] == session.seating[$0][one] }
        }
        #expect(told.again == again)
      }
    }
    // Then the first has the fewest that come back, and of these the fewest that meet again
    let ranks = swaps.map { [$0.returns, $0.again] }
    #expect(ranks == ranks.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) })
    #expect(swaps.contains { $0.own.words.contains("comes to ‘Priority") })
  }
}
