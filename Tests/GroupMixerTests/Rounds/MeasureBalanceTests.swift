import Testing

@testable import GroupMixer

@Suite("Meeting again and being alike, one for the other")
struct MeasureBalanceTests {
  /// Thirty people whom three attributes tell apart, at five tables in five rounds.
  private func room() -> RoundsProblem {
    var random = Random(seed: 30)
    let attributes = [12, 5, 4].map { kinds in
      Attribute(.categories((0..<30).map { _ in min(random.below(kinds), random.below(kinds)) }))
    }
    return RoundsProblem(
      itemCount: 30, sizes: RoundsProblem.evenSizes(30, tables: 5),
      places: PlaceRotation.staying(tables: 5, places: 5, rounds: 5), visits: .free,
      attributes: attributes)
  }

  @Test("given a schedule, when it is balanced out, then it is as good and neither measure pays")
  func balancingOut() throws {
    let problem = room()
    let model = try RoundsModel(problem)
    let balance = try #require(
      MeasureBalance(model, fewest: RoundsBounds(model).repeatedPairs))
    var (before, after) = (0, 0)
    for seed in 1...6 as ClosedRange<UInt64> {
      // Given a schedule that was searched for its cost alone
      var random = Random(seed: seed)
      let start = try RoundsStart.find(problem, random: &random).1
      var plain = RoundsWalk(RoundsState(model, start), random: random)
      for step in 0..<60_000 { plain.step(step < 40_000 ? 250 : 0) }
      // When schedules as good are walked through
      let found = RoundsState(model, plain.best)
      var walk = RoundsWalk(found, random: random, balance: balance)
      let tries = walk.beginBalancing()
      walk.balanceOut(tries: tries)
      let best = RoundsState(model, walk.best)
      #expect(best.cost < found.cost + RoundsWalk.trifle)
      if best.cost > found.cost - RoundsWalk.trifle {
        #expect(balance.imbalance(of: best) <= balance.imbalance(of: found))
      }
      before += balance.imbalance(of: found)
      after += balance.imbalance(of: best)
    }
    #expect(after < before)
  }

  @Test("given nobody, one or two, then they are planned as well", arguments: 0...2)
  func fewest(_ people: Int) throws {
    var problem = room()
    problem.itemCount = people
    problem.sizes = RoundsProblem.evenSizes(people, tables: 2)
    problem.places = PlaceRotation.staying(tables: 2, places: 2, rounds: 1)
    problem.attributes = [Attribute(.categories(Array(repeating: 0, count: people)))]
    var search = try RoundsSearch(problem, seed: 1)
    search.advance(steps: 1_000)
    #expect(search.best.tables.joined().count == people)
  }

  @Test("given nothing to balance by, or meetings that come first, then nothing is weighed")
  func onlyWhereBothMatter() throws {
    var problem = room()
    problem.attributes = []
    #expect(MeasureBalance(try RoundsModel(problem), fewest: 0) == nil)
    var model = try RoundsModel(room())
    model.putMeetingsFirst()
    #expect(MeasureBalance(model, fewest: 0) == nil)
  }

  @Test(
    "given tables only, then people return where that spares all second meetings, and only then")
  func freeVisits() {
    func problem(_ tables: Int, _ size: Int, _ rounds: Int) -> RoundsProblem {
      RoundsProblem(
        itemCount: tables * size, sizes: RoundsProblem.evenSizes(tables * size, tables: tables),
        places: PlaceRotation.staying(tables: tables, places: tables, rounds: rounds))
    }
    #expect(RoundsMixer.meetsFewerWhereVisitsAreFree(problem(6, 6, 3), seed: 1))
    #expect(RoundsMixer.meetsFewerWhereVisitsAreFree(problem(6, 5, 6), seed: 1))
    #expect(!RoundsMixer.meetsFewerWhereVisitsAreFree(problem(5, 4, 5), seed: 1))
    #expect(!RoundsMixer.meetsFewerWhereVisitsAreFree(problem(5, 12, 5), seed: 1))
    var mixed = problem(6, 6, 3)
    mixed.attributes = [Attribute(.categories((0..<36).map { $0 % 4 }))]
    #expect(!RoundsMixer.meetsFewerWhereVisitsAreFree(mixed, seed: 1))
  }
}
