import Testing

@testable import GroupMixer

@Suite("Sweeping round after round") struct RoundsSweepingTests {
  private static func room(_ people: Int, tables: Int) -> RoundsProblem {
    var draw = Draw(8)
    return RoundsProblem(
      itemCount: people, sizes: RoundsProblem.evenSizes(people, tables: tables),
      places: PlaceRotation.staying(tables: tables, places: tables, rounds: 4),
      visits: .free, attributes: draw.attributes(people, kinds: [7, 3]),
      avoid: [WeightedPair(0, 1), WeightedPair(2, 9, weight: 3)])
  }

  @Test func savesWhatItSays() throws {
    // Given a schedule with attributes, pairs to avoid and tables of two sizes
    var model = try RoundsModel(Self.room(31, tables: 4))
    var random = Random(seed: 3)
    let start = try RoundsStart.find(&model, random: &random)
    let cost = RoundsState(model, start).cost
    var sweeping = try #require(RoundsSweeping(model, tables: start, random: random))
    for _ in 0..<40 {
      // When a round is swept
      _ = sweeping.advance()
      // Then the schedule counted from scratch is cheaper by what was said, and every table keeps
      // its size
      let state = RoundsState(model, sweeping.tables)
      #expect(cost - state.cost == sweeping.saved)
      for cell in 0..<(model.rounds * model.tables) {
        #expect(model.sizes[cell % model.tables].contains(Int(state.load[cell])))
      }
    }
    #expect(sweeping.saved > 0)
  }

  @Test func goesOnFromAnotherSchedule() throws {
    var model = try RoundsModel(Self.room(24, tables: 4))
    var random = Random(seed: 5)
    let start = try RoundsStart.find(&model, random: &random)
    let cost = RoundsState(model, start).cost
    var sweeping = try #require(RoundsSweeping(model, tables: start, random: random))
    for _ in 0..<8 { _ = sweeping.advance() }
    sweeping.restart(from: start, saved: 0)
    for _ in 0..<8 { _ = sweeping.advance() }
    #expect(cost - RoundsState(model, sweeping.tables).cost == sweeping.saved)
  }

  @Test func isNotForWishes() throws {
    var problem = Self.room(24, tables: 4)
    problem.wishes = Wishes(apart: [[0, 1]])
    let model = try RoundsModel(problem)
    let tables = Array(repeating: Int32(0), count: 24 * 4)
    #expect(RoundsSweeping(model, tables: tables, random: Random(seed: 0)) == nil)
  }
}
