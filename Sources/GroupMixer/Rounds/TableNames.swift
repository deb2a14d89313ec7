/// Which table each group of a round takes, where that is all that is left to choose: who meets whom stays
/// the same.
enum TableNames {
  /// Gives the groups of every round tables so that few come to a place where they have been, least of all in
  /// the round before: groups change tables two by two while that saves returns.
  ///
  /// - Parameter tables: the table of each unit in each round, `[round * unitCount + unit]`.
  static func withFewReturns(_ model: RoundsModel, _ tables: [Int32]) -> [Int32] {
    guard model.rounds > 1, model.tables > 1, !model.tellsTablesApart else { return tables }
    var naming = Naming(model, tables)
    for _ in 0..<8 {
      var changed = false
      for round in 0..<model.rounds where naming.improve(round) { changed = true }
      if !changed { break }
    }
    return naming.tables
  }

  private struct Naming {
    let model: RoundsModel
    var tables: [Int32]
    /// How often each unit comes to each place: `[unit * placeCount + place]`.
    var visits: [Int32]

    init(_ model: RoundsModel, _ tables: [Int32]) {
      self.model = model
      self.tables = tables
      visits = Array(repeating: 0, count: model.unitCount * model.placeCount)
      for round in 0..<model.rounds { count(round, 1) }
    }

    func place(_ round: Int, _ table: Int) -> Int { model.place[round * model.tables + table] }

    mutating func count(_ round: Int, _ change: Int32) {
      for unit in 0..<model.unitCount {
        let table = Int(tables[round * model.unitCount + unit])
        visits[unit * model.placeCount + place(round, table)] += change
      }
    }

    /// - Returns: whether any groups of the round changed tables.
    mutating func improve(_ round: Int) -> Bool {
      var load = Array(repeating: 0, count: model.tables)
      var stays = Array(repeating: false, count: model.tables)
      for unit in 0..<model.unitCount {
        let table = Int(tables[round * model.unitCount + unit])
        load[table] += model.weights[unit]
        if model.fixed[unit] >= 0 { stays[table] = true }
      }
      count(round, -1)
      defer { count(round, 1) }
      let costs = costs(of: round)
      // Which group has each table now.
      var group = Array(0..<model.tables)
      var changed = false
      var saves = true
      while saves {
        saves = false
        for a in 0..<model.tables where !stays[a] {
          for b in (a + 1)..<max(a + 1, model.tables) where !stays[b] {
            let (g, h) = (group[a], group[b])
            guard model.sizes[a].contains(load[h]), model.sizes[b].contains(load[g]) else {
              continue
            }
            func cost(_ group: Int, _ table: Int) -> Int { costs[group * model.tables + table] }
            if cost(g, b) + cost(h, a) < cost(g, a) + cost(h, b) {
              group.swapAt(a, b)
              (saves, changed) = (true, true)
            }
          }
        }
      }
      guard changed else { return false }
      var tableOf = group
      for (table, group) in group.enumerated() { tableOf[group] = table }
      for index in (round * model.unitCount)..<((round + 1) * model.unitCount) {
        tables[index] = Int32(tableOf[Int(tables[index])])
      }
      return true
    }

    /// What it costs that the group now at a table takes another: `[table now * tables + other]`.
    private func costs(of round: Int) -> [Int] {
      let units = model.unitCount
      var costs = Array(repeating: 0, count: model.tables * model.tables)
      for unit in 0..<units where model.fixed[unit] < 0 {
        let row = Int(tables[round * units + unit]) * model.tables
        for table in 0..<model.tables {
          let place = place(round, table)
          var cost = Int(visits[unit * model.placeCount + place])
          for beside in [round - 1, round + 1] where beside >= 0 && beside < model.rounds {
            if self.place(beside, Int(tables[beside * units + unit])) == place { cost += 1 }
          }
          costs[row + table] += cost * model.weights[unit]
        }
      }
      return costs
    }
  }
}
