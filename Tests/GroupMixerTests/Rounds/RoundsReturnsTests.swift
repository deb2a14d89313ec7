import Testing

@testable import GroupMixer

@Suite("Returns: places where one has been")
struct RoundsReturnsTests {
  /// Thirty people, five tables, five rounds, each place once.
  private func thirty(_ wishes: Wishes) -> RoundsProblem {
    var problem = evenProblem(30, tables: 5, rounds: 5, .once)
    problem.wishes = wishes
    return problem
  }

  @Test(
    "given a small wish, when everybody visits each place once, then still all meet many others",
    arguments: [
      Wishes(apart: [[0, 1]]), Wishes(together: [[0, 1]]),
      Wishes(covers: [[0, 1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11]]),
      Wishes(together: [[4, 5, 6], [7, 8]], apart: [[0, 1, 2], [3, 9]]),
    ])
  func smallWishes(wishes: Wishes) throws {
    // Six who sit together all day make 750; the bound is 100.
    for seed in UInt64(1)...1 {
      let problem = thirty(wishes)
      let answer = try schedule(problem, seed: seed, steps: 90_000)
      expectKept(answer, problem)
      #expect(answer.measures.repeatedPairs.value < 200, "seed \(seed)")
      #expect(answer.measures.fewestMet > 11, "seed \(seed)")
    }
  }

  @Test("given groups that all moved together, when orders change, then the groups come apart")
  func groupsThatMove() throws {
    let problem = thirty(Wishes(together: [[0, 1]]))
    let model = try RoundsModel(problem)
    // Unit 0 is two people; the table of a unit moves on by one from round to round.
    let first = [0] + (1..<29).map { ($0 + 1) / 6 }
    let tables = (0..<5).flatMap { round in first.map { Int32(($0 + round) % 5) } }
    var walk = RoundsWalk(RoundsState(model, tables), random: Random(seed: 3))
    let before = walk.bestCost
    for _ in 0..<20_000 { walk.step(RoundsModel.one / 4) }
    #expect(walk.bestCost < before / 3)
    #expect(walk.state.extraVisits == 0)
  }

  @Test("given a host at one table, when once cannot be kept, then the fewest return")
  func oneHost() throws {
    var problem = evenProblem(30, tables: 5, rounds: 5, .fewest)
    problem.wishes.pins = [0: 2]
    problem.hosts = [0]
    let answer = try schedule(problem, steps: 60_000)
    expectKept(answer, problem)
    // 29 people have 30 seats to take at each of the other four tables.
    #expect(answer.measures.visitsRepeated == Bounded(4, bound: 4))
    problem.visits = .once
    #expect(throws: RoundsRefusal.self) { try RoundsSearch(problem, seed: 1) }
  }

  @Test("given more rounds than places, then few return, and never in the next round")
  func moreRoundsThanPlaces() throws {
    for (items, tables, rounds) in [(13, 4, 5), (20, 4, 6), (12, 3, 5)] {
      let problem = evenProblem(items, tables: tables, rounds: rounds, .fewest)
      let answer = try schedule(problem, steps: 60_000)
      expectKept(answer, problem)
      #expect(answer.measures.visitsRepeated.isOptimal)
      for item in 0..<items {
        let places = answer.tables.map { $0[item] }
        let most = (0..<tables).map { place in places.count { $0 == place } }.max() ?? 0
        #expect(most <= (rounds + tables - 1) / tables, "spread over the places")
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 != $1 }, "not twice running")
      }
    }
  }

  @Test(
    "given more rounds than places, when whom one meets is more, then tables are named so that few return"
  )
  func namesOfTables() throws {
    let problem = evenProblem(32, tables: 8, rounds: 10, .free)
    let answer = try schedule(problem)
    expectKept(answer, problem)
    #expect(meetings(answer.tables).repeatedPairs == 0)
    // Two each in any schedule; by chance it is more than three.
    #expect(answer.measures.visitsRepeated.bound == 64)
    #expect(answer.measures.visitsRepeated.value < 96)
    let running = (0..<32).reduce(0) { sum, item in
      let places = answer.tables.map { $0[item] }
      return sum + zip(places, places.dropFirst()).count { $0 == $1 }
    }
    #expect(running < 8)
  }

  @Test("given that once can be had, when few returns are asked for, then there are none")
  func onceWherePossible() throws {
    let problem = evenProblem(20, tables: 5, rounds: 5, .fewest)
    let answer = try schedule(problem)
    expectKept(answer, problem)
    #expect(answer.measures.visitsRepeated == Bounded(0, bound: 0))
    #expect(answer.isOptimal)
  }

  @Test("given random schedules, when two change tables, then the returns change as foretold")
  func deltas() throws {
    var random = Random(seed: 8)
    var compared = 0
    for _ in 0..<60 {
      let problem = randomProblem(&random, items: 16)
      guard var model = try? RoundsModel(problem, visits: .fewest),
        let start = try? RoundsStart.find(&model, random: &random)
      else { continue }
      var state = RoundsState(model, start)
      let movers = model.fixed.indices.filter { model.fixed[$0] < 0 }
      for _ in 0..<60 where movers.count > 1 {
        let (u, v) = (movers[random.below(movers.count)], movers[random.below(movers.count)])
        let round = random.below(model.rounds)
        guard state.tableOf(u, in: round) != state.tableOf(v, in: round) else { continue }
        let foretold = state.returns + state.returnsDelta(u, v, in: round)
        state.swap(u, v, in: round)
        #expect(state.returns == foretold)
        #expect(RoundsState(model, state.table).returns == foretold)
        compared += 1
      }
    }
    #expect(compared > 1_000)
  }
}
