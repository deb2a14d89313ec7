/// Deals the rows of a schedule, each the tables of one unit in every round, to the units anew.
enum RowDealing {
  /// Until all are apart who are to be, and every table has one of each set it is to have one of: units
  /// change rows with others where that breaks no more than before, now and then where it does. Who
  /// meets how often stays the same but for names.
  ///
  /// - Parameters:
  ///   - tables: the table of each unit in each round; units that move are of one item each.
  ///   - changingOrders: whether two units may also exchange the rounds in which they come to the same
  ///     two tables, which changes who meets whom.
  /// - Returns: `nil` where that is not reached.
  static func keepingWishes(
    _ model: RoundsModel, _ tables: [Int32], _ random: inout Random,
    changingOrders: Bool = false
  ) -> [Int32]? {
    var tables = tables
    var broken = brokenWishes(model, tables)
    let movers = model.fixed.indices.filter { model.fixed[$0] < 0 }
    for _ in 0..<20_000 where broken > 0 && !movers.isEmpty {
      let (u, v) = (movers[random.below(movers.count)], movers[random.below(movers.count)])
      var rounds = Array(0..<model.rounds)
      if changingOrders, random.below(2) == 0 {
        random.shuffle(&rounds)
        rounds = Array(rounds.prefix(2))
        guard haveTheSame(u, v, in: rounds, of: model, tables) else { continue }
      }
      swap(u, v, in: rounds, of: model, &tables)
      let now = brokenWishes(model, tables)
      if now <= broken || random.below(500) == 0 {
        broken = now
      } else {
        swap(u, v, in: rounds, of: model, &tables)
      }
    }
    return broken == 0 ? tables : nil
  }

  private static func swap(
    _ u: Int, _ v: Int, in rounds: [Int], of model: RoundsModel, _ tables: inout [Int32]
  ) {
    for round in rounds {
      tables.swapAt(round * model.unitCount + u, round * model.unitCount + v)
    }
  }

  /// Whether two units come to the same places in two rounds, the one in this order and the other in
  /// that.
  private static func haveTheSame(
    _ u: Int, _ v: Int, in rounds: [Int], of model: RoundsModel, _ tables: [Int32]
  ) -> Bool {
    guard rounds.count == 2 else { return false }
    func places(_ unit: Int) -> [Int] {
      rounds.map { model.place[$0 * model.tables + Int(tables[$0 * model.unitCount + unit])] }
    }
    return places(u) == places(v).reversed()
  }

  /// How often two are at one table who are to be apart, a table lacks one of a set, or somebody is at a table
  /// that is not for him or her.
  static func brokenWishes(_ model: RoundsModel, _ tables: [Int32]) -> Int {
    guard !model.isUnbound else { return 0 }
    var count = 0
    for round in 0..<model.rounds {
      let from = round * model.unitCount
      for (u, v) in model.apartPairs where tables[from + u] == tables[from + v] { count += 1 }
      for cover in model.covers {
        count += Set(cover.groups).subtracting(cover.units.map { Int(tables[from + $0]) }).count
      }
      guard !model.barred.isEmpty else { continue }
      for u in 0..<model.unitCount where model.isBarred(u, from: Int(tables[from + u])) {
        count += 1
      }
    }
    return count
  }
}
