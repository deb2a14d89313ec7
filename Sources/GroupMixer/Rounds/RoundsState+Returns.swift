// Returns: visits of a place where one has been, and what the walk pays for them.
extension RoundsState {
  /// What a step of the walk is weighed by: the cost, and what returns cost beside it.
  var weighed: Int { cost + returns * model.returnCost }

  /// What schedules are compared by: fewer returns first, then the cost.
  var rank: Int { cost + returns * 1_000 * RoundsModel.one }

  /// Whether a unit comes to any place twice.
  func returns(of unit: Int) -> Bool {
    guard extraVisits > 0 else { return false }
    return (0..<model.rounds).contains { round in
      let place = model.place[round * model.tables + tableOf(unit, in: round)]
      return visits[unit * model.placeCount + place] > 1
    }
  }

  /// In how many of the two rounds beside one a unit is at a place.
  func visitsBeside(_ round: Int, of unit: Int, to place: Int) -> Int {
    var count = 0
    for other in [round - 1, round + 1] where other >= 0 && other < model.rounds {
      if model.place[other * model.tables + tableOf(unit, in: other)] == place { count += 1 }
    }
    return count
  }

  /// How many more ``returns`` there would be if two units changed their tables in a round.
  func returnsDelta(_ u: Int, _ v: Int, in round: Int) -> Int {
    let cell = round * model.tables
    let placeU = model.place[cell + tableOf(u, in: round)]
    let placeV = model.place[cell + tableOf(v, in: round)]
    guard placeU != placeV else { return 0 }
    return returnsDelta(u, from: placeU, to: placeV, in: round)
      + returnsDelta(v, from: placeV, to: placeU, in: round)
  }

  private func returnsDelta(_ unit: Int, from: Int, to: Int, in round: Int) -> Int {
    guard model.fixed[unit] < 0 else { return 0 }
    let row = unit * model.placeCount
    let more = Int(visits[row + to]) + visitsBeside(round, of: unit, to: to)
    let less = Int(visits[row + from]) - 1 + visitsBeside(round, of: unit, to: from)
    return (more - less) * model.weights[unit]
  }
}
