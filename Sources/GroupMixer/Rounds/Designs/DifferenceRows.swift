/// A search among schedules that turn: tables and points are circles, and when a point moves on by
/// one, so does its table. What is searched is one row of tables for every circle of points, the
/// number of tables times less than a schedule.
///
/// Point (b, i) is at table d(b, r) + i in round r, modulo the number of tables. Points of one circle
/// never meet; (b, i) and (b′, i′) meet in the rounds r with d(b, r) − d(b′, r) = i′ − i. A design has
/// all these differences different: a difference matrix (Bose and Bush 1952). This search makes them
/// as different as can be. A circle that stays where it is, all its differences 0, stands for those
/// who stay, and for the places themselves where nobody may come to one twice.
struct DifferenceRows: Sendable {
  private let tables: Int
  private let rounds: Int
  private let rows: Int
  private let isOnce: Bool
  /// Row 0 is the circle that stays, if there is one.
  private let hasStayers: Bool
  private var table: [Int]
  /// How many rounds have a difference: `[(b * rows + b′) * tables + difference]`, for b < b′.
  private var count: [Int]
  private let rise: [Int]
  private var cost = 0
  private(set) var bestCost = Int.max
  private var best: [Int]
  private var random: Random
  private var left: Int
  private let length: Int

  /// - Parameter size: how many circles there are, with the one that stays.
  init(_ model: RoundsModel, size: Int, hasStayers: Bool, random: Random) {
    tables = model.tables
    rounds = model.rounds
    rows = size
    isOnce = model.isOnce
    self.hasStayers = hasStayers
    self.random = random
    rise = (0...model.rounds).map {
      RoundsModel.repeatCost($0 + 1) - RoundsModel.repeatCost($0)
    }
    table = Array(repeating: 0, count: size * model.rounds)
    best = table
    count = Array(repeating: 0, count: size * size * model.tables)
    length = min(400_000, 2_000 * size * model.rounds)
    left = length
    deal()
  }

  /// Whether it has searched for as long as it is worth, or found what cannot be better.
  var isDone: Bool { left <= 0 || bestCost == 0 }

  /// What was found, as rounds; two points may meet more than once.
  var design: RoundDesign {
    let found = (0..<rounds).map { round in
      (0..<rows).flatMap { row in
        (0..<tables).map { ($0 + best[row * rounds + round]) % tables }
      }
    }
    return RoundDesign(
      tables: tables, size: rows, rounds: found, stayers: hasStayers ? Array(0..<tables) : [])
  }

  private mutating func deal() {
    for row in (hasStayers ? 1 : 0)..<rows {
      // No table twice where nobody may come twice, and not the one where the circle began.
      var free = Array(0..<tables)
      random.shuffle(&free)
      for round in 0..<rounds {
        table[row * rounds + round] = isOnce ? free[round % tables] : random.below(tables)
      }
    }
    for a in 0..<rows {
      for b in (a + 1)..<max(rows, a + 1) {
        for round in 0..<rounds { cost += meet(a, b, round) }
      }
    }
    keepBest()
  }

  private mutating func keepBest() {
    guard cost < bestCost else { return }
    bestCost = cost
    best = table
  }

  private func index(_ a: Int, _ b: Int, _ round: Int) -> Int {
    let (low, high) = (min(a, b), max(a, b))
    let difference = table[low * rounds + round] - table[high * rounds + round]
    return (low * rows + high) * tables + (difference < 0 ? difference + tables : difference)
  }

  private mutating func meet(_ a: Int, _ b: Int, _ round: Int) -> Int {
    let index = index(a, b, round)
    count[index] += 1
    return rise[count[index] - 1]
  }

  private mutating func part(_ a: Int, _ b: Int, _ round: Int) -> Int {
    let index = index(a, b, round)
    count[index] -= 1
    return rise[count[index]]
  }

  /// Tries so many changes of a row, or fewer if it is done before.
  ///
  /// - Returns: how many it tried.
  mutating func advance(steps: Int) -> Int {
    guard rows > (hasStayers ? 1 : 0) else {
      left = 0
      return 0
    }
    var tried = 0
    while tried < steps, !isDone {
      tried += 1
      left -= 1
      let warmth = Double(left) / Double(length)
      let limit = (0.1 + warmth * warmth) * Double(RoundsModel.one)
      step(Int(limit * RoundsAnnealing.patience(&random)))
    }
    return tried
  }

  private mutating func step(_ limit: Int) {
    let first = hasStayers ? 1 : 0
    let row = first + random.below(rows - first)
    let round = random.below(rounds)
    let now = table[row * rounds + round]
    let new = random.below(tables)
    guard new != now else { return }
    var changes = [(round, new)]
    if isOnce, let other = (0..<rounds).first(where: { table[row * rounds + $0] == new }) {
      changes.append((other, now))
    }
    let before = changes.map { ($0.0, table[row * rounds + $0.0]) }
    let delta = set(row, changes)
    if delta <= limit {
      cost += delta
      keepBest()
    } else {
      _ = set(row, before)
    }
  }

  private mutating func set(_ row: Int, _ changes: [(round: Int, table: Int)]) -> Int {
    var delta = 0
    for change in changes {
      for other in 0..<rows where other != row { delta -= part(row, other, change.round) }
      table[row * rounds + change.round] = change.table
      for other in 0..<rows where other != row { delta += meet(row, other, change.round) }
    }
    return delta
  }
}
