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

  @Test(
    "given a small room, when rounds are planned, then neither measure is paid for by the other alone"
  )
  func bothAreNearTheirBounds() throws {
    let problem = room()
    let model = try RoundsModel(problem)
    let bounds = RoundsBounds(model)
    let balance = try #require(MeasureBalance(model, fewest: bounds.repeatedPairs))
    for seed in 1...3 as ClosedRange<UInt64> {
      var search = try RoundsSearch(problem, seed: seed)
      search.advance(steps: 3_000_000)
      let tables = search.best.tables.joined().map { Int32($0) }
      // In thousandths of what chance has.
      #expect(balance.imbalance(of: RoundsState(model, tables)) < 40)
    }
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
