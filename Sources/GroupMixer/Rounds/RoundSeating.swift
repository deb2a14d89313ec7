/// One round that keeps sizes, pins, units apart and tables covered: units are put where they break
/// least, then those that break something are moved (min-conflicts with a tabu list).
struct RoundSeating {
  private let model: RoundsModel
  private let foesOf: [[Int]]
  private let covers: [SeatingRules.Cover]
  private let coversOf: [[Int]]
  private var random: Random
  private var table: [Int] = []
  private var members: [[Int]] = []
  private var load: [Int] = []

  /// The table of each unit; `nil` where none was found.
  static func find(_ model: RoundsModel, random: inout Random) -> [Int]? {
    // Hosts at tables of their own are a courtesy: without it, if it cannot be had.
    for isSpread in model.hosts.isEmpty ? [false] : [true, false] {
      var seating = RoundSeating(model, isSpread: isSpread, random: random)
      for _ in 0..<8 {
        seating.deal()
        let isFound = seating.repair()
        random = seating.random
        if isFound { return seating.table }
      }
    }
    return nil
  }

  private init(_ model: RoundsModel, isSpread: Bool, random: Random) {
    self.model = model
    self.random = random
    var foes = Array(repeating: [Int](), count: model.unitCount)
    func keepApart(_ u: Int, _ v: Int) {
      foes[u].append(v)
      foes[v].append(u)
    }
    for (u, v) in model.apartPairs { keepApart(u, v) }
    let pinned = model.fixed.indices.filter { model.fixed[$0] >= 0 }
    var covers = model.covers
    if isSpread, model.hosts.count + pinned.count > model.tables {
      covers.append(
        SeatingRules.Cover(units: model.hosts + pinned, groups: Array(0..<model.tables)))
    } else if isSpread {
      for (k, u) in model.hosts.enumerated() {
        for v in model.hosts[(k + 1)...] + pinned where !foes[u].contains(v) { keepApart(u, v) }
      }
    }
    foesOf = foes
    self.covers = covers
    var coversOf = Array(repeating: [Int](), count: model.unitCount)
    for (index, cover) in covers.enumerated() { for u in cover.units { coversOf[u].append(index) } }
    self.coversOf = coversOf
  }

  /// Puts every unit to a table, those with the least choice first.
  private mutating func deal() {
    table = Array(repeating: -1, count: model.unitCount)
    members = Array(repeating: [], count: model.tables)
    load = Array(repeating: 0, count: model.tables)
    var order = Array(0..<model.unitCount)
    random.shuffle(&order)
    func urgency(_ u: Int) -> (Int, Int, Int) {
      (model.fixed[u] >= 0 ? 1 : 0, model.weights[u], foesOf[u].count + coversOf[u].count)
    }
    for u in order.sorted(by: { urgency($0) > urgency($1) }) {
      put(u, at: model.fixed[u] >= 0 ? model.fixed[u] : bestTable(u))
    }
  }

  private mutating func bestTable(_ u: Int) -> Int {
    var best = (cost: Int.max, table: 0)
    let first = random.below(model.tables)
    for k in 0..<model.tables {
      let t = (first + k) % model.tables
      let overfull = max(0, load[t] + model.weights[u] - model.sizes[t].upperBound)
      let foes = foesOf[u].count { table[$0] == t } + (model.isBarred(u, from: t) ? 1 : 0)
      let isWanted = coversOf[u].contains { cover in
        covers[cover].groups.contains(t) && !covers[cover].units.contains { table[$0] == t }
      }
      // Tables that need more come first, then the emptiest.
      let need = load[t] < model.sizes[t].lowerBound ? 0 : 1
      let cost =
        (overfull + foes) * 1_000_000 + (isWanted ? 0 : 200_000) + need * 100_000 + load[t]
      if cost < best.cost { best = (cost, t) }
    }
    return best.table
  }

  private mutating func put(_ u: Int, at t: Int) {
    if table[u] >= 0 {
      members[table[u]].removeAll { $0 == u }
      load[table[u]] -= model.weights[u]
    }
    table[u] = t
    members[t].append(u)
    load[t] += model.weights[u]
  }

  /// What is broken at a table.
  private func broken(_ t: Int) -> Int {
    var count = max(0, load[t] - model.sizes[t].upperBound)
    count += max(0, model.sizes[t].lowerBound - load[t])
    for u in members[t] { count += foesOf[u].count { $0 > u && table[$0] == t } }
    count += members[t].count { model.isBarred($0, from: t) }
    for cover in covers
    where cover.groups.contains(t) && !cover.units.contains(where: { table[$0] == t }) {
      count += 1
    }
    return count
  }

  private mutating func repair() -> Bool {
    let movable = (0..<model.unitCount).filter { model.fixed[$0] < 0 }
    var damage = (0..<model.tables).map { broken($0) }
    var tabu: [Int: Int] = [:]
    for turn in 0..<2_000 {
      let bad = damage.indices.filter { damage[$0] > 0 }
      if bad.isEmpty { return true }
      guard !movable.isEmpty, model.tables > 1 else { return false }
      let t = bad[random.below(bad.count)]
      let here = members[t].filter { model.fixed[$0] < 0 }
      // A table that lacks something takes a unit from elsewhere; one that has too much gives.
      let isLacking = here.isEmpty || random.below(2) == 0
      let u = isLacking ? movable[random.below(movable.count)] : here[random.below(here.count)]
      guard let change = bestChange(u, movable, turn, tabu, damage) else { continue }
      let a = table[u]
      put(u, at: change.table)
      if change.other >= 0 { put(change.other, at: a) }
      damage[a] = broken(a)
      damage[change.table] = broken(change.table)
      tabu[u * model.tables + a] = turn + 5 + random.below(5)
    }
    return false
  }

  /// Where a unit had best go, alone or against another.
  private mutating func bestChange(
    _ u: Int, _ movable: [Int], _ turn: Int, _ tabu: [Int: Int], _ damage: [Int]
  ) -> (table: Int, other: Int)? {
    let a = table[u]
    var best: (table: Int, other: Int)?
    var least = Int.max
    var ties = 0
    let partners = (0..<min(60, movable.count)).map { _ in movable[random.below(movable.count)] }
    let moves =
      (0..<model.tables).map { (table: $0, other: -1) }
      + partners.filter { $0 != u }.map { (table: table[$0], other: $0) }
    for move in moves where move.table != a && tabu[u * model.tables + move.table] ?? 0 <= turn {
      put(u, at: move.table)
      if move.other >= 0 { put(move.other, at: a) }
      let after = broken(a) + broken(move.table) - damage[a] - damage[move.table]
      if move.other >= 0 { put(move.other, at: move.table) }
      put(u, at: a)
      ties = after < least ? 1 : after == least ? ties + 1 : ties
      if after < least || (after == least && random.below(ties) == 0) {
        least = after
        best = move
      }
    }
    return best
  }
}
