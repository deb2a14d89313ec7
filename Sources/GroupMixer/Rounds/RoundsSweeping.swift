/// Annealing of one round after another, where no wish forbids any exchange.
///
/// While only one round changes, what two people cost at one table of it stays the same: what their
/// meeting there adds to the meetings of the other rounds, what they have in common, and whether they
/// had better not meet. So each round in its turn is a mix by distances, and is swept as those are (see
/// ``Board``), many times as fast as changes of whole schedules can be weighed.
struct RoundsSweeping: Sendable {
  private let model: RoundsModel
  private var mix: MixModel
  /// What two people cost at one table whatever they did before: `[u * itemCount + v]`.
  private let fixed: [Int32]
  private var meets: [UInt8]
  /// What the meeting costs that follows so many.
  private let rise: [Int32]
  private var random: Random
  private var logs = Logs.table()
  private var limits: [Int32] = []
  /// The table of each item: `[round * itemCount + item]`.
  private(set) var tables: [Int32]
  /// By how much the schedule is cheaper now than the one it began with.
  private(set) var saved = 0

  private var levels = 40
  private var level = 0
  private var cycle = 0
  private var round = 0
  private var temperature = 0.0
  private var factor = 1.0

  /// From and to what temperature, in pairs meeting a second time; found by trial for 30 to 200 people. The more
  /// exchanges there are to choose from, the sooner one of them is taken by chance, and the cooler it must be:
  /// chances fall with the power of what it costs, so temperatures with the logarithm of the exchanges.
  private let hottest: Double
  private let coldest: Double
  /// So often each round is swept at last taking nothing that costs.
  private static let quenching = 3

  /// - Returns: `nil` where wishes forbid some exchanges, returns count, or there is nothing to exchange.
  init?(_ model: RoundsModel, tables: [Int32], random: Random) {
    guard !model.isOnce, model.returnCost == 0, model.isUnbound,
      model.tables > 1,
      model.rounds < 255, model.weights.allSatisfy({ $0 == 1 }), model.unitCount == model.itemCount,
      model.fixed.allSatisfy({ $0 < 0 })
    else { return nil }
    let items = model.itemCount
    // Each round is searched as a mix whose pairs' gains are set anew before it is swept.
    let plain = MixProblem(itemCount: items, sizes: model.sizes, measure: .attributes([]))
    guard let rules = SeatingRules(plain) else { return nil }
    var fixed = model.avoid.isEmpty ? Array(repeating: 0, count: items * items) : model.avoid
    for category in model.categories {
      for u in 0..<items {
        for v in 0..<items where u != v && category.values[u] == category.values[v] {
          fixed[u * items + v] += category.weight
        }
      }
    }
    let rise = (0..<model.rounds).map {
      RoundsModel.repeatCost($0 + 1) - RoundsModel.repeatCost($0)
    }
    // What a table costs is to fit 32 bits several times over.
    let most = (fixed.max() ?? 0) + (rise.max() ?? 0)
    guard most * items < 1 << 28 else { return nil }
    let exchanges = max(3, model.rounds * items * (items - 1) / 2)
    let magnitude = Double(Int.bitWidth - exchanges.leadingZeroBitCount)
    (hottest, coldest) = (6 / magnitude, 3 / magnitude)
    self.model = model
    self.random = random
    self.tables = tables
    self.rise = rise.map { Int32($0) }
    self.fixed = fixed.map { Int32($0) }
    mix = MixModel(plain, rules)
    meets = Array(repeating: 0, count: items * items)
    for round in 0..<model.rounds { count(round, 1) }
    self.random.shuffle(&logs)
    begin()
  }

  /// Goes on from another schedule.
  ///
  /// - Parameter saved: by how much it is cheaper than the one that this began with.
  mutating func restart(from tables: [Int32], saved: Int) {
    for round in 0..<model.rounds { count(round, -1) }
    self.tables = tables
    self.saved = saved
    for round in 0..<model.rounds { count(round, 1) }
  }

  /// Sweeps one round.
  ///
  /// - Returns: how many exchanges were looked at, and whether this ended a cycle of cooling.
  mutating func advance() -> (looked: Int, endsCycle: Bool) {
    let items = model.itemCount
    count(round, -1)
    setGains()
    let start = round * items
    var seated = Seated(mix, group: Array(tables[start..<(start + items)]))
    let before = seated.gain
    var random = random
    let limits = limits
    seated.work(mix) { board in
      limits.withUnsafeBufferPointer { limits in
        board.sweep(rows: items, limits: limits, random: &random, target: .max)
      }
    }
    self.random = random
    saved += seated.gain - before
    tables.replaceSubrange(start..<(start + items), with: seated.group)
    count(round, 1)
    round += 1
    guard round == model.rounds else { return (items * items, false) }
    round = 0
    level += 1
    setTemperature(level < levels ? temperature * factor : 0)
    guard level == levels + Self.quenching else { return (items * items, false) }
    cycle += 1
    levels *= 2
    begin()
    return (items * items, true)
  }

  private mutating func begin() {
    level = 0
    let softer = Double(model.meetingsFirst)
    let (hottest, coldest) = (hottest / softer, coldest / softer)
    factor = RoundsAnnealing.cooling(from: hottest, to: coldest, steps: levels)
    setTemperature(hottest * Double(RoundsModel.one))
  }

  private mutating func setTemperature(_ temperature: Double) {
    self.temperature = temperature
    limits = logs.map { Int32(temperature * Double($0)) }
    for place in 0..<model.itemCount { limits.append(limits[place % Logs.count]) }
  }

  /// Counts the meetings of a round in or out.
  private mutating func count(_ round: Int, _ sign: Int) {
    let items = model.itemCount
    var members = Array(repeating: [Int](), count: model.tables)
    for item in 0..<items { members[Int(tables[round * items + item])].append(item) }
    let change = UInt8(truncatingIfNeeded: sign)
    for group in members {
      for u in group {
        for v in group { meets[u * items + v] &+= change }
      }
    }
  }

  /// What two people gain at one table of the round that is counted out.
  private mutating func setGains() {
    let items = model.itemCount
    mix.gains.withUnsafeMutableBufferPointer { gains in
      meets.withUnsafeBufferPointer { meets in
        fixed.withUnsafeBufferPointer { fixed in
          rise.withUnsafeBufferPointer { rise in
            for place in 0..<(items * items) {
              gains[place] = 0 &- fixed[place] &- rise[Int(meets[place])]
            }
            for item in 0..<items { gains[item * items + item] = 0 }
          }
        }
      }
    }
  }
}
