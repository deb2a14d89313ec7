/// Makes schedules of designs: leaves out the points nobody takes, gives every group a table that may
/// hold it, and sees to it that nobody comes to a place twice.
struct DesignFitting {
  private let model: RoundsModel
  /// The units that move, and the one that stays at each table, or -1.
  private let movers: [Int]
  private let staying: [Int]
  /// How many each table has: as even as the sizes allow.
  private let loads: [Int]

  /// - Returns: `nil` where the problem has wishes a design knows nothing of, such as items that keep
  ///   together.
  init?(_ model: RoundsModel) {
    guard model.unitCount == model.itemCount, model.tables > 1, model.itemCount > 1
    else { return nil }
    var staying = Array(repeating: -1, count: model.tables)
    for (unit, table) in model.fixed.enumerated() where table >= 0 {
      guard staying[table] < 0 else { return nil }
      staying[table] = unit
    }
    self.model = model
    self.staying = staying
    movers = model.fixed.indices.filter { model.fixed[$0] < 0 }
    loads = model.evenLoads
    guard !movers.isEmpty else { return nil }
  }

  private var hasStayers: Bool { movers.count < model.unitCount }

  /// Points at one table, with one that stays there if anybody stays or nobody may come twice.
  var sizeWithStayers: Int {
    1 + (loads.indices.map { loads[$0] - (staying[$0] < 0 ? 0 : 1) }.max() ?? 0)
  }

  var size: Int { loads.max() ?? 0 }

  /// A schedule in which no two meet twice, where a design for it is known.
  func exact(_ random: inout Random) -> [Int32]? {
    let (tables, rounds) = (model.tables, model.rounds)
    if model.isOnce || hasStayers,
      let design = RoundDesigns.find(tables: tables, size: sizeWithStayers, rounds: rounds),
      !design.stayers.isEmpty, let found = fit(design, &random), !hasRepeats(found)
    {
      return found
    }
    guard let design = RoundDesigns.find(tables: tables, size: size, rounds: rounds),
      let found = fit(design, &random), !hasRepeats(found)
    else { return nil }
    return found
  }

  /// Whether any two meet twice, as where sizes did not let a design be as it is.
  private func hasRepeats(_ tables: [Int32]) -> Bool {
    RoundsState(model, tables).meets.contains { $0 > 1 }
  }

  /// A schedule in which no two meet more than twice, and no more than must, where one is known.
  func twice(_ random: inout Random) -> [Int32]? {
    let (tables, rounds) = (model.tables, model.rounds)
    let design =
      model.isOnce
      ? TwiceDesigns.permutations(tables: tables, size: size, rounds: rounds)
      : TwiceDesigns.polynomials(tables: tables, size: size, rounds: rounds)
    return design.flatMap { fit($0, &random) }
  }

  /// Whether every table is a place of its own, the same in every round.
  private var tablesStay: Bool {
    model.placeCount == model.tables
      && model.place.indices.allSatisfy { model.place[$0] == model.place[$0 % model.tables] }
  }

  /// The search among schedules that turn; `nil` where the places would not turn with the tables.
  func rows(_ random: Random) -> DifferenceRows? {
    let isStaying = model.isOnce || hasStayers
    guard tablesStay || !model.isOnce else { return nil }
    return DifferenceRows(
      model, size: isStaying ? sizeWithStayers : size, hasStayers: isStaying, random: random)
  }

  /// - Returns: `nil` where the groups do not fit the tables or somebody would come to a place twice.
  func fit(_ design: RoundDesign, _ random: inout Random) -> [Int32]? {
    let stayers = Set(design.stayers)
    // Points that stay stand for those who do, and for the places themselves, if there are others enough.
    let isStaying =
      !stayers.isEmpty && (model.isOnce || hasStayers)
      && design.points - stayers.count >= movers.count
    var points = Array(0..<design.points)
    if isStaying { points.removeAll { stayers.contains($0) } }
    // Those who stay must not meet, if the design has nobody who stays.
    let pinned = isStaying ? [] : staying.filter { $0 >= 0 }
    let (first, isApart) = pointsApart(pinned.count, of: points, design, &random)
    guard isApart else { return nil }
    points.removeAll { first.contains($0) }
    let spare = points.count - movers.count
    guard spare >= 0 else { return nil }
    let dropped = Set(pointsApart(spare, of: points, design, &random).points)
    points.removeAll { dropped.contains($0) }
    let units = pinned + movers
    var rounds = design.rounds.map { round in (first + points).map { round[$0] } }
    if !isStaying {
      guard let relabelled = relabel(rounds, of: units, &random) else { return nil }
      rounds = relabelled
    }
    var tables = (0..<model.rounds).flatMap { _ in model.fixed.map { Int32($0) } }
    for (round, tablesOfPoints) in rounds.enumerated() {
      for (k, unit) in units.enumerated() {
        tables[round * model.unitCount + unit] = Int32(tablesOfPoints[k])
      }
    }
    return RoundsBalance.balanced(model, tables).flatMap {
      RowDealing.keepingWishes(model, $0, &random)
    }
  }

  /// Points no two of which ever share a table: left out, no table is short of more than one. Where
  /// there are not so many, whichever were found.
  private func pointsApart(
    _ count: Int, of points: [Int], _ design: RoundDesign, _ random: inout Random
  ) -> (points: [Int], isApart: Bool) {
    guard count > 0 else { return ([], true) }
    var best = Array(points.suffix(count))
    var candidates = points
    for attempt in 0..<60 {
      var chosen: [Int] = []
      var taken = design.rounds.map { _ in Array(repeating: false, count: design.tables) }
      // The last points first: of a transversal design they are one row and never meet.
      if attempt == 0 { candidates.reverse() } else { random.shuffle(&candidates) }
      for point in candidates where chosen.count < count {
        guard zip(taken, design.rounds).allSatisfy({ !$0[$1[point]] }) else { continue }
        chosen.append(point)
        for round in taken.indices { taken[round][design.rounds[round][point]] = true }
      }
      if chosen.count == count { return (chosen, true) }
      if attempt == 0 { best = chosen }
    }
    let others = points.filter { !best.contains($0) }
    return (best + others.suffix(count - best.count), false)
  }

  /// Whether everybody is at another table in every round, and no table has too many or too few.
  private func areNew(_ rounds: [[Int]]) -> Bool {
    movers.indices.allSatisfy { k in Set(rounds.map { $0[k] }).count == rounds.count }
      && rounds.allSatisfy { round in
        var load = Array(repeating: 0, count: model.tables)
        for table in round { load[table] += 1 }
        return zip(load, model.sizes).allSatisfy { $1.contains($0) }
      }
  }

  /// Gives the groups of every round tables that hold them, whose places are new to all of them where
  /// nobody may come twice. Where only sizes are in the way the groups keep the tables they have.
  private func relabel(
    _ rounds: [[Int]], of units: [Int], _ random: inout Random
  ) -> [[Int]]? {
    if model.isOnce, !hasStayers, tablesStay, areNew(rounds) { return rounds }
    attempt: for _ in 0..<(model.isOnce ? 30 : 1) {
      var visited = Array(repeating: Set<Int>(), count: units.count)
      var result: [[Int]] = []
      for (round, tables) in rounds.enumerated() {
        var groups = Array(repeating: [Int](), count: model.tables)
        for (k, table) in tables.enumerated() { groups[table].append(k) }
        random.shuffle(&groups)
        let choice = groups.map { group in
          (0..<model.tables).filter { table in
            let place = model.place[round * model.tables + table]
            return model.sizes[table].contains(group.count)
              && group.allSatisfy { model.fixed[units[$0]] < 0 || model.fixed[units[$0]] == table }
              && !(model.isOnce && group.contains { visited[$0].contains(place) })
          }
        }
        guard let match = RoundsMatching.perfect(choice, targets: model.tables) else {
          guard !model.isOnce, !hasStayers else { continue attempt }
          result.append(tables)
          continue
        }
        var tableOf = tables
        for (index, group) in groups.enumerated() {
          for k in group {
            tableOf[k] = match[index]
            guard model.fixed[units[k]] < 0 else { continue }
            visited[k].insert(model.place[round * model.tables + match[index]])
          }
        }
        result.append(tableOf)
      }
      return result
    }
    return nil
  }
}

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
