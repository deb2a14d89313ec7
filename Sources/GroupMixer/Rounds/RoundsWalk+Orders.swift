// Orders of visits: what changes when people come to the same places, each once, in other rounds.
extension RoundsWalk {
  /// Some units change the order in which they come to two places: each has in the first round the place
  /// it had in the second, and the other way round. One unit alone would leave a table too full and
  /// another too empty, so there follows one who makes room for it, until the circle is closed.
  ///
  /// Two units whose orders of places have nothing in common can only change all their tables (see
  /// ``exchangeChain``), which changes nothing but names. Where whole groups began by moving together,
  /// this is what parts them.
  mutating func exchangeOrders(_ first: Int, in round: Int, and other: Int, _ limit: Int) {
    guard round != other else { return }
    let before = state.weighed
    var moved: [(unit: Int, one: Int, two: Int)] = []
    let start = state.tableOf(first, in: round)
    var unit = first
    var isClosed = false
    while !isClosed, moved.count <= 2 * model.tables {
      let (one, two) = (state.tableOf(unit, in: round), state.tableOf(unit, in: other))
      let (from, to) = (place(of: one, in: round), place(of: two, in: other))
      guard let next = table(with: to, in: round), let back = table(with: from, in: other),
        state.hasSeat(at: next, in: round), state.hasSeat(at: back, in: other)
      else { break }
      moved.append((unit, one, two))
      state.move(unit, in: round, to: next)
      state.move(unit, in: other, to: back)
      isClosed = next == start
      guard !isClosed else { break }
      let done = Set(moved.map(\.unit))
      let mates = Array(state.mates(round * model.tables + next)).filter {
        !done.contains($0) && model.fixed[$0] < 0
      }
      guard !mates.isEmpty else { break }
      unit = mates[random.below(mates.count)]
    }
    if isClosed, state.weighed - before <= limit, areSound(moved, round, other) {
      note()
    } else {
      for (unit, one, two) in moved.reversed() {
        state.move(unit, in: other, to: two)
        state.move(unit, in: round, to: one)
      }
    }
  }

  private func areSound(
    _ moved: [(unit: Int, one: Int, two: Int)], _ round: Int, _ other: Int
  ) -> Bool {
    moved.allSatisfy { unit, one, two in
      state.isSound(one, of: round) && state.isSound(two, of: other)
        && state.isSound(state.tableOf(unit, in: round), of: round)
        && state.isSound(state.tableOf(unit, in: other), of: other)
    }
  }

  private func place(of table: Int, in round: Int) -> Int {
    model.place[round * model.tables + table]
  }

  /// A table with a place, one of them at random; `nil` where there is none in that round.
  private mutating func table(with place: Int, in round: Int) -> Int? {
    let tables = (0..<model.tables).filter { self.place(of: $0, in: round) == place }
    return tables.isEmpty ? nil : tables[random.below(tables.count)]
  }
}
