/// Looks, among the answers with as few moves as one has, for the most even and best mixed.
enum RepairMix {
  /// How many items sit elsewhere than they did.
  static func moves(_ answer: [Int], _ seats: [Int?]) -> Int {
    zip(answer, seats).reduce(0) { count, entry in
      guard let seat = entry.1 else { return count }
      return count + (seat == entry.0 ? 0 : 1)
    }
  }

  /// The best answer found that moves no more items than `first` does.
  static func improve(
    _ problem: MixProblem, _ first: [Int], seats: [Int?], seed: UInt64
  ) -> [Int] {
    guard let rules = SeatingRules(problem) else { return first }
    let costs = Costs(problem, rules, seats)
    let model = costs.model
    guard model.movable.count > 0, model.groups > 1 else { return first }
    var random = Random(seed: seed)
    var best = Ranked(problem, first, seats)
    if let exhausted = Exhaustion.best(model) {
      return min(best, Ranked(problem, exhausted, seats)).assignment
    }
    for run in 0..<6 {
      var seated = Seated(model, group: rules.units.map { Int32(first[$0[0]]) })
      let logs = Logs.table()
      // The first run only descends, so that a small step from the first answer is not missed.
      var temperature = run == 0 ? 0 : Float(costs.ofMove) / 2
      let cold = Float(max(1, costs.ofSwap)) / 500
      seated.work(model) { board in
        model.movable.withUnsafeBufferPointer { movable in
          logs.withUnsafeBufferPointer { logs in
            while temperature > cold {
              _ = board.anneal(
                40 * model.units, temperature: temperature, moveShare: 4, movable: movable,
                logs: logs, random: &random, target: .max)
              temperature *= 0.9
            }
          }
          _ = board.descend(movable)
        }
      }
      let answer = Ranked(problem, seated.answer(model), seats)
      // The search keeps every wish; that it does is not left to it alone.
      if answer < best && problem.brokenWishes(answer.assignment).isEmpty { best = answer }
    }
    return best.assignment
  }

  /// What moves and uneven sizes cost beside exchanges, so that few moves come before even sizes, and
  /// these before a good mix.
  private struct Costs {
    let model: MixModel
    /// More than any swap gains.
    let ofSwap: Int
    /// More than any swap or change of sizes gains, as far as 32 bits reach.
    let ofMove: Int

    init(_ problem: MixProblem, _ rules: SeatingRules, _ seats: [Int?]) {
      var model = MixModel(problem, rules, limit: Double(1 << 18))
      let units = model.units
      let rows = (0..<units).map { unit in
        model.gains[(unit * units)..<((unit + 1) * units)].reduce(0) { $0 + Int($1.magnitude) }
      }
      ofSwap = 1 + 4 * (rows.max() ?? 0)
      model.unevennessCost = problem.goal == .least ? ofSwap : 0
      let widest = problem.sizes.reduce(0) {
        max($0, min($1.upperBound, problem.itemCount) - $1.lowerBound)
      }
      let heaviest = rules.weights.max() ?? 1
      ofMove = min(
        ofSwap + 2 * heaviest * (widest + heaviest) * model.unevennessCost, (1 << 28) / heaviest)
      model.ownGains = Array(repeating: 0, count: units * model.groups)
      for (unit, items) in rules.units.enumerated() {
        for group in 0..<model.groups {
          let moved = items.reduce(0) { $0 + (seats[$1] ?? group == group ? 0 : 1) }
          model.ownGains[group * units + unit] = Int32(-moved * ofMove)
        }
      }
      self.model = model
    }
  }

  /// An answer by what counts most: few moves, even sizes, a good mix.
  private struct Ranked: Comparable {
    let assignment: [Int]
    let moves: Int
    let unevenness: Int
    /// Less is better.
    let loss: Double

    init(_ problem: MixProblem, _ assignment: [Int], _ seats: [Int?]) {
      self.assignment = assignment
      moves = RepairMix.moves(assignment, seats)
      let sizes = problem.members(assignment).map(\.count)
      unevenness = problem.goal == .least ? GroupSizes.unevenness(sizes) : 0
      let objective = problem.objective(assignment)
      loss = problem.goal == .least ? objective : -objective
    }

    static func < (a: Ranked, b: Ranked) -> Bool {
      (a.moves, a.unevenness, a.loss) < (b.moves, b.unevenness, b.loss)
    }
  }
}
