/// A random walk over schedules that keep every wish: one change at a time, taken when what it costs
/// is no more than the step may cost.
struct RoundsWalk: Sendable {
  var state: RoundsState
  private(set) var best: [Int32]
  private(set) var bestCost: Int
  /// The least that any schedule came to; see ``RoundsState/rank``. The best is as good but for trifles.
  private(set) var bestRank: Int
  /// Which of schedules that are as good is best, where that matters.
  private let balance: MeasureBalance?
  private var bestImbalance: Int
  /// How often a better one was kept.
  private(set) var timesKept = 0
  private var keptRank: Int
  var random: Random
  private let movable: [Int]
  /// Room for the rounds of a chain.
  var chain: [Int] = []
  private let hasRoom: Bool
  private let hasSets: Bool
  private let swapsRows: Bool
  /// Of sixteen steps, how many try whole rows.
  private let rowShare: Int
  /// Whether several units may change their orders of places.
  private let changesOrders: Bool
  /// Whether any two may change tables, as far as sizes and other units are concerned.
  let isPlain: Bool

  var model: RoundsModel { state.model }

  init(_ state: RoundsState, random: Random, balance: MeasureBalance? = nil) {
    self.state = state
    self.balance = balance
    bestImbalance = balance?.imbalance(of: state) ?? 0
    self.random = random
    best = state.table
    bestCost = state.cost
    bestRank = state.rank
    keptRank = state.rank
    let model = state.model
    movable = model.fixed.indices.filter { model.fixed[$0] < 0 }
    hasRoom = model.sizes.contains { $0.count > 1 }
    hasSets = Set(movable.map { model.weights[$0] }).count > 1
    rowShare = model.hasLongChains ? 6 : 1
    isPlain =
      model.isUnbound && model.weights.allSatisfy { $0 == 1 }
    changesOrders = model.isOnce && model.hasLongChains && !isPlain
    swapsRows = !model.categories.isEmpty || !model.avoid.isEmpty
  }

  /// Whether there is anything to change.
  var canMove: Bool { movable.count > 0 && model.tables > 1 }

  /// Begins anew from other tables; the best stays.
  mutating func restart(from tables: [Int32]) {
    state = RoundsState(model, tables)
    note()
  }

  /// Tries one change.
  ///
  /// - Parameters:
  ///   - limit: what it may cost at most.
  ///   - ofRows: whether only the rows of two items are swapped, as far as that can matter.
  mutating func step(_ limit: Int, ofRows: Bool = false) {
    let kind = random.below(16)
    let u = movable[random.below(movable.count)]
    if swapsRows, ofRows || kind < rowShare {
      swapRows(u, movable[random.below(movable.count)], limit)
      return
    }
    let round = random.below(model.rounds)
    if hasRoom, kind < rowShare + 2 {
      shift(u, in: round, limit)
    } else if hasSets, kind < rowShare + 4 {
      exchangeSets(u, in: round, limit)
    } else if changesOrders, kind >= 14 {
      exchangeOrders(u, in: round, and: random.below(model.rounds), limit)
    } else {
      exchange(u, movable[random.below(movable.count)], in: round, limit)
    }
  }

  mutating func note() {
    guard let balance else {
      guard state.rank < bestRank, !model.isOnce || state.extraVisits == 0 else { return }
      keep()
      return
    }
    guard state.rank < bestRank + Self.trifle, !model.isOnce || state.extraVisits == 0 else {
      return
    }
    let imbalance = balance.imbalance(of: state)
    let isBetter = (imbalance, state.rank) < (bestImbalance, keptRank)
    guard isBetter || state.rank <= keptRank - Self.trifle else {
      bestRank = min(bestRank, state.rank)
      return
    }
    bestImbalance = imbalance
    keep()
  }

  /// What tells schedules that are as good as each other: less than a pair meeting again.
  static let trifle = RoundsModel.one / 4

  private mutating func keep() {
    timesKept += 1
    bestCost = state.cost
    bestRank = min(bestRank, state.rank)
    keptRank = state.rank
    best = state.table
  }

  /// Goes back to the best, for looking among schedules as good for one that is better balanced.
  ///
  /// - Returns: how many changes to try, 0 where balance does not matter.
  mutating func beginBalancing() -> Int {
    guard balance != nil, canMove else { return 0 }
    restart(from: best)
    return 40 * model.unitCount * model.rounds
  }

  /// Tries so many changes to schedules as good as the best.
  mutating func balanceOut(tries: Int) {
    for _ in 0..<tries { step(bestRank + Self.trifle - 1 - state.rank) }
  }

  private mutating func exchange(_ u: Int, _ v: Int, in round: Int, _ limit: Int) {
    let (a, b) = (state.tableOf(u, in: round), state.tableOf(v, in: round))
    guard a != b, isPlain || state.allowsSwap(u, v, in: round) else { return }
    if model.countsVisits, !keepsVisits(u, v, in: round),
      model.returnCost == 0 || random.below(4) > 0
    {
      exchangeChain(u, v, from: round, limit)
      return
    }
    if model.weights[u] == 1, model.weights[v] == 1 {
      guard state.swapDelta(u, v, in: round, limit: limit) <= limit else { return }
      state.swap(u, v, in: round)
    } else {
      let before = state.weighed
      state.swap(u, v, in: round)
      guard state.weighed - before <= limit else {
        state.swap(u, v, in: round)
        return
      }
    }
    note()
  }

  private mutating func shift(_ u: Int, in round: Int, _ limit: Int) {
    let (a, b) = (state.tableOf(u, in: round), random.below(model.tables))
    guard a != b, state.allowsMove(u, in: round, to: b), mayStep(u, to: b, in: round) else {
      return
    }
    let before = state.weighed
    state.move(u, in: round, to: b)
    guard state.weighed - before <= limit else {
      state.move(u, in: round, to: a)
      return
    }
    note()
  }

  private mutating func swapRows(_ u: Int, _ v: Int, _ limit: Int) {
    guard u != v, model.weights[u] == 1, model.weights[v] == 1,
      !model.visitedBefore.isEmpty || state.rowSwapDelta(u, v) <= limit
    else { return }
    let rounds = (0..<model.rounds).filter {
      state.tableOf(u, in: $0) != state.tableOf(v, in: $0)
    }
    guard rounds.allSatisfy({ state.allowsSwap(u, v, in: $0) }) else { return }
    let before = state.weighed
    for round in rounds { state.swap(u, v, in: round) }
    // Where some have been to places before, whole rows differ in returns too.
    guard model.visitedBefore.isEmpty || state.weighed - before <= limit else {
      for round in rounds { state.swap(u, v, in: round) }
      return
    }
    note()
  }

  /// Several units of one table against several of another, for units of different sizes.
  private mutating func exchangeSets(_ u: Int, in round: Int, _ limit: Int) {
    let (a, b) = (state.tableOf(u, in: round), random.below(model.tables))
    guard a != b, mayStep(u, to: b, in: round) else { return }
    let before = state.weighed
    var moved = [(unit: u, from: a)]
    state.move(u, in: round, to: b)
    var others = Array(state.mates(round * model.tables + b)).filter {
      $0 != u && model.fixed[$0] < 0
    }
    random.shuffle(&others)
    for v in others {
      if state.isSound(a, of: round), state.isSound(b, of: round) { break }
      guard model.weights[v] <= model.weights[u], mayStep(v, to: a, in: round),
        Int(state.load[round * model.tables + a]) + model.weights[v] <= model.sizes[a].upperBound
      else { continue }
      moved.append((v, b))
      state.move(v, in: round, to: a)
    }
    if state.isSound(a, of: round), state.isSound(b, of: round), state.weighed - before <= limit {
      note()
    } else {
      for (unit, from) in moved.reversed() { state.move(unit, in: round, to: from) }
    }
  }
}
