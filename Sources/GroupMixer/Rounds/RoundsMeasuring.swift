extension RoundsMeasures {
  /// Counted from the tables alone, without what the search keeps in mind.
  ///
  /// - Parameter tables: the table of each item in each round.
  init(_ tables: [[Int]], of problem: RoundsProblem, _ model: RoundsModel, _ bounds: RoundsBounds) {
    let items = problem.itemCount
    var times = Array(repeating: 0, count: items * items)
    for assignment in tables {
      for group in Self.groups(assignment, tables: problem.sizes.count) {
        for (k, a) in group.enumerated() {
          for b in group[(k + 1)...] { times[a * items + b] += 1 }
        }
      }
    }
    var (repeats, repeatedPairs, again, most) = (0, 0, 0, 0)
    var met = Array(repeating: 0, count: items)
    for a in 0..<items {
      for b in (a + 1)..<max(a + 1, items) {
        let count = times[a * items + b]
        guard count > 0 else { continue }
        met[a] += 1
        met[b] += 1
        repeats += count - 1
        again += count > 1 ? 1 : 0
        repeatedPairs += count * (count - 1) / 2
        most = max(most, count)
      }
    }
    pairsMeetingAgain = again
    self.repeats = Bounded(repeats, bound: bounds.repeats)
    self.repeatedPairs = Bounded(repeatedPairs, bound: bounds.repeatedPairs)
    mostTimesMet = Bounded(
      most,
      bound: self.repeatedPairs.isOptimal ? bounds.mostTimesMetAtFewest : bounds.mostTimesMet)
    self.met = met
    metPossible = bounds.metPossible
    avoided = problem.avoid.reduce(0) { sum, pair in
      let (a, b) = (min(pair.first, pair.second), max(pair.first, pair.second))
      return a == b ? sum : sum + pair.weight * Double(times[a * items + b])
    }
    visitsRepeated = Bounded(Self.visitsRepeated(tables, problem, model), bound: bounds.returns)
    excess = tables.map { Self.excess($0, model) }
    isOptimal =
      self.repeatedPairs.isOptimal && mostTimesMet.isOptimal && avoided == 0
      && excess.allSatisfy { $0 == 0 } && (problem.visits == .free || visitsRepeated.isOptimal)
  }

  private static func groups(_ assignment: [Int], tables: Int) -> [[Int]] {
    var groups = Array(repeating: [Int](), count: tables)
    for (item, table) in assignment.enumerated() { groups[table].append(item) }
    return groups
  }

  private static func visitsRepeated(
    _ tables: [[Int]], _ problem: RoundsProblem, _ model: RoundsModel
  ) -> Int {
    (0..<problem.itemCount).reduce(0) { sum, item in
      guard model.fixed[model.unitOf[item]] < 0 else { return sum }
      let places = tables.indices.map { problem.places[$0][tables[$0][item]] }
      let before = problem.visited.isEmpty ? [] : problem.visited[item]
      return sum + places.count - Set(places).subtracting(before).count
    }
  }

  private static func excess(_ assignment: [Int], _ model: RoundsModel) -> Int {
    let groups = groups(assignment, tables: model.tables)
    return model.categories.reduce(0) { sum, category in
      let alike = groups.reduce(0) { sum, group in
        var counts: [Int: Int] = [:]
        for item in group { counts[category.values[item], default: 0] += 1 }
        return sum + counts.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
      }
      return sum + alike - category.unavoidable
    }
  }
}
