import Testing

@testable import GroupMixer

@Suite("Rounds to come, after some were held")
struct RoundsVisitedTests {
  /// What was held of a schedule, and the problem of the rest.
  private func rest(
    of problem: RoundsProblem, _ schedule: RoundsSchedule, after held: Int
  ) -> RoundsProblem {
    var rest = problem
    rest.places = Array(problem.places.dropFirst(held))
    rest.visited = (0..<problem.itemCount).map { item in
      Set((0..<held).map { schedule.place(of: item, in: $0) })
    }
    for one in 0..<problem.itemCount {
      for other in (one + 1)..<problem.itemCount {
        let times = (0..<held).count { schedule.tables[$0][one] == schedule.tables[$0][other] }
        if times > 0 { rest.avoid.append(WeightedPair(one, other, weight: Double(times))) }
      }
    }
    return rest
  }

  /// Visits of places that were visited, in held rounds or others, counted from the tables.
  private func returns(_ problem: RoundsProblem, _ answer: RoundsSchedule) -> Int {
    (0..<problem.itemCount).reduce(0) { sum, item in
      guard problem.wishes.pins[item] == nil else { return sum }
      var seen = problem.visited[item]
      return sum
        + (0..<problem.rounds).count { !seen.insert(answer.place(of: item, in: $0)).inserted }
    }
  }

  @Test(
    "given two of five rounds held, when the rest is mixed, then nobody comes back",
    arguments: [(20, [:]), (60, [:]), (30, [0: 2])] as [(Int, [Int: Int])])
  func allPlaces(people: Int, hosts: [Int: Int]) throws {
    var problem = evenProblem(people, tables: 5, rounds: 5, .fewest)
    problem.wishes.pins = hosts
    problem.hosts = Set(hosts.keys)
    problem.attributes = [Attribute(.categories((0..<people).map { $0 % 3 }))]
    let first = try schedule(problem, steps: 20_000)
    let rest = rest(of: problem, first, after: 2)
    let answer = try schedule(rest, seed: 7, steps: 40_000)
    expectKept(answer, rest)
    #expect(returns(rest, answer) == answer.measures.visitsRepeated.value)
    // With a host at one table 29 people have 30 seats at each other: some come back whatever is done.
    #expect(answer.measures.visitsRepeated.value <= (hosts.isEmpty ? 0 : 6))
  }

  @Test("given more places than rounds are left, then still nobody comes back, and few meet again")
  func choice() throws {
    let problem = evenProblem(24, tables: 6, rounds: 6, .fewest)
    let first = try schedule(problem, steps: 20_000)
    var rest = rest(of: problem, first, after: 2)
    rest.places = Array(rest.places.prefix(2))
    let answer = try schedule(rest, steps: 60_000)
    expectKept(answer, rest)
    #expect(returns(rest, answer) == 0)
    #expect(answer.measures.visitsRepeated.value == 0)
    // Each has 3 mates a round and 23 others: it can be done without anybody meeting again.
    #expect(answer.measures.avoided <= 6)
  }

  @Test("given nothing new to come to, then as many return as must, and what the walk counts is so")
  func nothingNew() throws {
    var problem = evenProblem(12, tables: 3, rounds: 2, .fewest)
    problem.visited = Array(repeating: [0, 1], count: 12)
    let answer = try schedule(problem, steps: 20_000)
    // Each has one new place for two rounds, and that place four seats a round.
    #expect(answer.measures.visitsRepeated.value == 16)
    #expect(returns(problem, answer) == 16)
    let model = try RoundsModel(problem)
    var walk = RoundsWalk(
      RoundsState(model, answer.tables.flatMap { $0.map(Int32.init) }), random: Random(seed: 1))
    for _ in 0..<2_000 { walk.step(.max / 8) }
    let again = RoundsState(model, walk.state.table)
    #expect(walk.state.returns == again.returns && walk.state.cost == again.cost)
    #expect(walk.state.extraVisits == again.extraVisits)
  }

  @Test("given places of others than there are people, then it is refused")
  func wrongCount() {
    var problem = evenProblem(6, tables: 2, rounds: 2, .fewest)
    problem.visited = [[0]]
    #expect(throws: RoundsRefusal.outOfRange) { try RoundsSearch(problem, seed: 1) }
  }
}
