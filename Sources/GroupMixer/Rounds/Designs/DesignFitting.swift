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
  ///
  /// - Parameter fewest: how many pairs must meet twice.
  func twice(fewest: Int, _ random: inout Random) -> [Int32]? {
    let (tables, rounds) = (model.tables, model.rounds)
    guard model.isOnce else {
      return TwiceDesigns.polynomials(tables: tables, size: size, rounds: rounds).flatMap {
        fit($0, &random)
      }
    }
    // With a seat too many at every table as many are left out as there are tables, and more.
    for size in [size, size + 1] {
      guard let design = TwiceDesigns.permutations(tables: tables, size: size, rounds: rounds),
        let found = fit(design, &random)
      else { continue }
      let meets = RoundsState(model, found).meets
      if meets.reduce(0, { $0 + RoundsBounds.pairsOf(Int($1)) }) <= 2 * fewest { return found }
    }
    return nil
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

  /// Makes a schedule of circles, and leaves out points of the circle whose lack costs least.
  func fitCircles(_ design: RoundDesign, _ random: inout Random) -> [Int32]? {
    guard movers.count % model.tables > 0 else { return fit(design, &random) }
    var best: (tables: [Int32], cost: Int)?
    for circle in (design.stayers.isEmpty ? 0 : 1)..<design.size {
      guard let tables = fit(design.withLast(circle), &random) else { continue }
      let cost = RoundsState(model, tables).weighed
      if best.map({ cost < $0.cost }) ?? true { best = (tables, cost) }
    }
    return best?.tables
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

  /// Points no two of which ever share a table: left out, no table is short of more than one. Where more are
  /// asked for than there are tables, several such sets, no two points of which share more than one
  /// table. Where there are not so many, whichever were found.
  private func pointsApart(
    _ count: Int, of points: [Int], _ design: RoundDesign, _ random: inout Random
  ) -> (points: [Int], isApart: Bool) {
    guard count > 0 else { return ([], true) }
    var best = Array(points.suffix(count))
    var candidates = points
    for attempt in 0..<60 {
      // The last points first: of a transversal design they are one row and never meet.
      if attempt == 0 { candidates.reverse() } else { random.shuffle(&candidates) }
      var chosen: [Int] = []
      var row = [-1]
      while chosen.count < count, !row.isEmpty {
        row = pointsOfOneRow(candidates, beside: chosen, design)
        chosen += row.prefix(count - chosen.count)
      }
      if chosen.count == count { return (chosen, count <= design.tables) }
      if attempt == 0 { best = chosen }
    }
    let others = points.filter { !best.contains($0) }
    return (best + others.suffix(count - best.count), false)
  }

  /// Points no two of which share a table, and that share at most one with each of others.
  private func pointsOfOneRow(
    _ candidates: [Int], beside others: [Int], _ design: RoundDesign
  ) -> [Int] {
    var row: [Int] = []
    var taken = design.rounds.map { _ in Array(repeating: false, count: design.tables) }
    for point in candidates {
      guard zip(taken, design.rounds).allSatisfy({ !$0[$1[point]] }),
        others.allSatisfy({ other in
          other != point && design.rounds.count { $0[other] == $0[point] } <= 1
        })
      else { continue }
      row.append(point)
      for round in taken.indices { taken[round][design.rounds[round][point]] = true }
    }
    return row
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
