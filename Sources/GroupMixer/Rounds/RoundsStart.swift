/// First schedules that keep every wish.
enum RoundsStart {
  /// - Parameter isEnough: whether to look no longer for a smaller set of wishes that contradict one
  ///   another.
  /// - Returns: the problem made ready, unpinned hosts fixed where the first seating puts them, and the
  ///   table of each unit in each round.
  static func find(
    _ problem: RoundsProblem, random: inout Random,
    until isEnough: @escaping () -> Bool = { false }
  ) throws(RoundsRefusal) -> (RoundsModel, [Int32]) {
    let isVisited = problem.visited.contains { !$0.isEmpty }
    guard problem.visits == .fewest, !isVisited else {
      if problem.visits == .once { try checkOnce(problem, until: isEnough) }
      var model = try RoundsModel(problem)
      let start = try find(&model, random: &random)
      return (model, start)
    }
    do throws(RoundsRefusal) {
      var model = try RoundsModel(problem, visits: .once)
      let start = try find(&model, random: &random)
      return (model, start)
    } catch {
      guard error.isOfVisits else { throw error }
      var model = try RoundsModel(problem, visits: .fewest)
      let start = try find(&model, random: &random)
      return (model, start)
    }
  }

  /// Makes sure that it cannot be shown that somebody must come to a place twice.
  private static func checkOnce(
    _ problem: RoundsProblem, until isEnough: @escaping () -> Bool
  ) throws(RoundsRefusal) {
    // What does not mean anything, or contradicts itself in one round, is told first.
    let model = try RoundsModel(problem, visits: .free)
    try RoundsCheck.places(model)
    if let conflict = OnceJudge.conflict(in: problem, until: isEnough) {
      throw .contradiction(conflict)
    }
  }

  /// - Parameters:
  ///   - model: unpinned hosts are fixed in it.
  ///   - patience: how many changes to try at most where no construction applies.
  static func find(
    _ model: inout RoundsModel, random: inout Random, patience: Int = 400_000
  ) throws(RoundsRefusal) -> [Int32] {
    var refusal = RoundsRefusal.noSeatingFound
    let hosts = model.hosts
    for _ in 0..<4 {
      guard let seating = RoundSeating.find(model, random: &random) else { continue }
      for host in hosts { model.fixed[host] = seating[host] }
      model.hosts = []
      if !model.visitedBefore.isEmpty, let found = elsewhere(model, seating, &random) {
        return found
      }
      if !model.isOnce { return try free(model, seating, &random) }
      do {
        try RoundsCheck.visits(model)
        if let found = once(model, seating, &random, patience) { return found }
        refusal = .noVisitsOnceFound
      } catch {
        refusal = error
      }
      model.hosts = hosts
      for host in hosts { model.fixed[host] = -1 }
    }
    throw refusal
  }

  /// A new seating for every round, or the first again where none is found.
  private static func free(
    _ model: RoundsModel, _ seating: [Int], _ random: inout Random
  ) throws(RoundsRefusal) -> [Int32] {
    var tables = seating.map(Int32.init)
    for _ in 1..<max(1, model.rounds) {
      let next = RoundSeating.find(model, random: &random) ?? seating
      tables += next.map(Int32.init)
    }
    return tables
  }

  /// Nobody where he or she has been before, or nothing.
  private static func elsewhere(
    _ model: RoundsModel, _ seating: [Int], _ random: inout Random
  ) -> [Int32]? {
    OnceAssignment.find(model, random: &random)
      ?? OnceAssignment.find(model, random: &random, ignoringWishes: true).flatMap { tables in
        RowDealing.brokenWishes(model, tables) == 0 ? tables : nil
      } ?? RoundsRepair.find(model, seating, &random)
  }

  private static func once(
    _ model: RoundsModel, _ seating: [Int], _ random: inout Random, _ patience: Int
  ) -> [Int32]? {
    OnceAssignment.find(model, random: &random)
      ?? OnceAssignment.find(model, random: &random, ignoringWishes: true).flatMap {
        RowDealing.keepingWishes(model, $0, &random, changingOrders: true)
      }
      ?? groupsThatMove(model, seating, &random)
      ?? RoundsRepair.find(model, seating, &random, patience: patience)
  }

  /// The groups of one seating keep together and move: every wish is kept, and nobody comes to a
  /// place twice if no group does. Round by round the groups are matched with tables that hold them
  /// and whose places are new to them. Who has to stay stays, and the others of the table move.
  private static func groupsThatMove(
    _ model: RoundsModel, _ seating: [Int], _ random: inout Random
  ) -> [Int32]? {
    var load = Array(repeating: 0, count: model.tables)
    var staying = load
    for (unit, table) in seating.enumerated() {
      if model.fixed[unit] < 0 {
        load[table] += model.weights[unit]
      } else {
        staying[table] += model.weights[unit]
      }
    }
    var groups = Array(0..<model.tables)
    attempt: for _ in 0..<20 {
      var visited = Array(repeating: Set<Int>(), count: model.tables)
      var tables: [Int32] = []
      for round in 0..<model.rounds {
        random.shuffle(&groups)
        let choice = groups.map { group in
          (0..<model.tables).filter {
            model.sizes[$0].contains(load[group] + staying[$0])
              && !visited[group].contains(model.place[round * model.tables + $0])
          }
        }
        guard let match = RoundsMatching.perfect(choice, targets: model.tables) else {
          continue attempt
        }
        var tableOf = Array(repeating: 0, count: model.tables)
        for (index, group) in groups.enumerated() {
          tableOf[group] = match[index]
          visited[group].insert(model.place[round * model.tables + match[index]])
        }
        tables += seating.indices.map { unit in
          Int32(model.fixed[unit] < 0 ? tableOf[seating[unit]] : model.fixed[unit])
        }
      }
      guard RowDealing.brokenWishes(model, tables) == 0 else { continue }
      return tables
    }
    return nil
  }
}

/// Matches every source with a target of its own.
enum RoundsMatching {
  /// - Parameters:
  ///   - choice: the targets each source may have.
  ///   - holding: the source that has each target to begin with, or -1. A target once taken stays
  ///     taken, by one source or another.
  /// - Returns: the target of each source; `nil` where not all can have one (Kuhn's method).
  static func perfect(_ choice: [[Int]], targets: Int, holding: [Int]? = nil) -> [Int]? {
    var holder = holding ?? Array(repeating: -1, count: targets)
    let placed = Set(holder)
    func place(_ source: Int, _ seen: inout [Bool]) -> Bool {
      for target in choice[source] where !seen[target] {
        seen[target] = true
        if holder[target] < 0 || place(holder[target], &seen) {
          holder[target] = source
          return true
        }
      }
      return false
    }
    for source in choice.indices where !placed.contains(source) {
      var seen = Array(repeating: false, count: targets)
      guard place(source, &seen) else { return nil }
    }
    var match = Array(repeating: -1, count: choice.count)
    for (target, source) in holder.enumerated() where source >= 0 { match[source] = target }
    return match
  }
}
