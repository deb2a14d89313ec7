/// Orders seatings that keep every other wish so that nobody comes to a place twice, where no
/// construction applies: units change their tables where that leaves no more second visits than
/// before, now and then where it leaves more.
enum RoundsRepair {
  static func find(
    _ model: RoundsModel, _ seating: [Int], _ random: inout Random, patience: Int = 400_000
  ) -> [Int32]? {
    var tables = seating.map(Int32.init)
    for _ in 1..<max(1, model.rounds) {
      tables += (RoundSeating.find(model, random: &random) ?? seating).map(Int32.init)
    }
    var state = RoundsState(model, tables)
    let movable = model.fixed.indices.filter { model.fixed[$0] < 0 }
    guard !movable.isEmpty else { return nil }
    var patience = patience
    while state.extraVisits > 0 {
      patience -= 1
      guard patience > 0 else { return nil }
      let u = movable[random.below(movable.count)]
      let round = random.below(model.rounds)
      let a = state.tableOf(u, in: round)
      let place = model.place[round * model.tables + a]
      guard state.visits[u * model.placeCount + place] > 1 || random.below(8) == 0 else { continue }
      let before = state.extraVisits
      let slack = random.below(200) == 0 ? 1 : 0
      if random.below(4) == 0 {
        let b = random.below(model.tables)
        guard b != a, state.allowsMove(u, in: round, to: b) else { continue }
        state.move(u, in: round, to: b)
        if state.extraVisits > before + slack { state.move(u, in: round, to: a) }
      } else {
        let v = movable[random.below(movable.count)]
        guard state.tableOf(v, in: round) != a, state.allowsSwap(u, v, in: round) else { continue }
        state.swap(u, v, in: round)
        if state.extraVisits > before + slack { state.swap(u, v, in: round) }
      }
    }
    return state.table
  }
}
