// Visits once: what must change with two units' tables so that neither comes to a place twice.
extension RoundsWalk {
  /// Whether a step may take a unit to a table of a round, as far as visits are concerned.
  func mayStep(_ u: Int, to table: Int, in round: Int) -> Bool {
    !model.isOnce || model.returnCost > 0 || mayVisit(u, table, in: round)
  }

  private func mayVisit(_ u: Int, _ table: Int, in round: Int) -> Bool {
    let place = model.place[round * model.tables + table]
    let now = model.place[round * model.tables + state.tableOf(u, in: round)]
    return place == now || state.visits[u * model.placeCount + place] == 0
  }

  func keepsVisits(_ u: Int, _ v: Int, in round: Int) -> Bool {
    mayVisit(u, state.tableOf(v, in: round), in: round)
      && mayVisit(v, state.tableOf(u, in: round), in: round)
  }

  private func isWholeRow(_ u: Int, _ v: Int) -> Bool {
    var different = 0
    for round in 0..<model.rounds
    where state.tableOf(u, in: round) != state.tableOf(v, in: round) { different += 1 }
    return different == chain.count
  }

  /// Changes two units' tables in as many rounds as it takes that neither comes to a place twice:
  /// where one would, the round of that other visit is changed too, and so on; at the worst the two
  /// change all their tables.
  mutating func exchangeChain(_ u: Int, _ v: Int, from first: Int, _ limit: Int) {
    chain.removeAll(keepingCapacity: true)
    chain.append(first)
    var next = 0
    while next < chain.count {
      let round = chain[next]
      next += 1
      let cell = round * model.tables
      let placeU = model.place[cell + state.tableOf(u, in: round)]
      let placeV = model.place[cell + state.tableOf(v, in: round)]
      for other in 0..<model.rounds where !chain.contains(other) {
        let cell = other * model.tables
        if model.place[cell + state.tableOf(u, in: other)] == placeV
          || model.place[cell + state.tableOf(v, in: other)] == placeU
        {
          chain.append(other)
        }
      }
    }
    chain.removeAll { state.tableOf(u, in: $0) == state.tableOf(v, in: $0) }
    // Two whole rows changed are the same but for names; with attributes that is tried elsewhere.
    if isPlain, model.visitedBefore.isEmpty, isWholeRow(u, v) { return }
    guard isPlain || chain.allSatisfy({ state.allowsSwap(u, v, in: $0) }) else { return }
    // Units that come to no place twice do not after a whole chain either.
    let keepsReturns =
      model.returnCost == 0
      || model.visitedBefore.isEmpty && !state.returns(of: u) && !state.returns(of: v)
    if keepsReturns, model.weights[u] == 1, model.weights[v] == 1 {
      guard state.chainDelta(u, v, in: chain) <= limit else { return }
      for round in chain { state.swap(u, v, in: round) }
    } else {
      let before = state.weighed
      for round in chain { state.swap(u, v, in: round) }
      guard state.weighed - before <= limit else {
        for round in chain { state.swap(u, v, in: round) }
        return
      }
    }
    note()
  }
}
