/// Makes the sizes right.
enum RoundsBalance {
  /// Moves units from tables that have too many to tables that have too few, each time the one that
  /// costs least; `nil` where a visit would be repeated.
  static func balanced(_ model: RoundsModel, _ tables: [Int32]) -> [Int32]? {
    var state = RoundsState(model, tables)
    for round in 0..<model.rounds {
      while let (from, to) = gap(state, round) {
        let before = state.cost
        var best: (unit: Int, cost: Int)?
        for unit in Array(state.mates(round * model.tables + from)) where model.fixed[unit] < 0 {
          state.move(unit, in: round, to: to)
          let cost = state.cost - before + state.extraVisits * 1_000 * RoundsModel.one
          if best.map({ cost < $0.cost }) ?? true { best = (unit, cost) }
          state.move(unit, in: round, to: from)
        }
        guard let best else { return nil }
        state.move(best.unit, in: round, to: to)
      }
    }
    return state.extraVisits == 0 ? state.table : nil
  }

  /// A table that has too many, or some to spare, and one that has too few, or room.
  private static func gap(_ state: RoundsState, _ round: Int) -> (from: Int, to: Int)? {
    let model = state.model
    let load = (0..<model.tables).map { Int(state.load[round * model.tables + $0]) }
    let above = load.indices.max {
      load[$0] - model.sizes[$0].upperBound < load[$1] - model.sizes[$1].upperBound
    }
    let below = load.indices.max {
      model.sizes[$0].lowerBound - load[$0] < model.sizes[$1].lowerBound - load[$1]
    }
    guard let above, let below else { return nil }
    if load[above] > model.sizes[above].upperBound {
      let room = load.indices.max {
        model.sizes[$0].upperBound - load[$0] < model.sizes[$1].upperBound - load[$1]
      }
      let isShort = load[below] < model.sizes[below].lowerBound
      return room.map { (above, isShort ? below : $0) }
    }
    guard load[below] < model.sizes[below].lowerBound else { return nil }
    let spare = load.indices.max {
      load[$0] - model.sizes[$0].lowerBound < load[$1] - model.sizes[$1].lowerBound
    }
    return spare.map { ($0, below) }
  }
}
