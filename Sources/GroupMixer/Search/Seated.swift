/// An answer the search works on, with what every unit would gain in every group kept up to date, so
/// that an exchange is judged by a handful of look-ups (the γ matrix of the literature on maximally
/// diverse grouping).
struct Seated: Sendable {
  /// The group of each unit.
  var group: [Int32]
  /// How many items each group has.
  var load: [Int32]
  /// What a unit gains with the units of a group: `gamma[group * units + unit]`.
  var gamma: [Int32]
  /// How many units of a group each unit may not meet, in the order of `gamma`, and far more where it may
  /// not be in the group; empty where there are no such wishes.
  var foes: [Int32]
  /// How many units of each cover are in each group, as ``SeatingRules/holdersAtFirst`` counts:
  /// `holders[cover * groups + group]`.
  var holders: [Int32]
  /// What all pairs within groups gain.
  var gain: Int
  /// The sum of the squared sizes.
  var unevenness: Int

  init(_ model: MixModel, group: [Int32]) {
    let units = model.units
    self.group = group
    load = Array(repeating: 0, count: model.groups)
    gamma =
      model.ownGains.isEmpty
      ? Array(repeating: 0, count: units * model.groups) : model.ownGains
    let rules = model.rules
    let hasFoes = rules.foes.contains { !$0.isEmpty } || !rules.barred.isEmpty
    foes = hasFoes ? Array(repeating: 0, count: units * model.groups) : []
    // A group from which a unit is barred is to it as if full of foes.
    for (place, isBarred) in rules.barred.enumerated() where isBarred {
      foes[place] = Int32(SeatingRules.plenty)
    }
    holders = rules.holdersAtFirst.joined().map(Int32.init)
    for unit in 0..<units {
      let start = Int(group[unit]) * units
      load[Int(group[unit])] += Int32(model.rules.weights[unit])
      for other in 0..<units { gamma[start + other] &+= model.gains[unit * units + other] }
      if hasFoes { for foe in model.rules.foes[unit] { foes[start + foe] += 1 } }
    }
    for (index, cover) in rules.covers.enumerated() {
      for unit in cover.units { holders[index * model.groups + Int(group[unit])] += 1 }
    }
    var twice = 0
    var own = 0
    for unit in 0..<units {
      let place = Int(group[unit]) * units + unit
      let alone = model.ownGains.isEmpty ? 0 : Int(model.ownGains[place])
      own += alone
      twice += Int(gamma[place]) - alone
    }
    gain = twice / 2 + own + model.gainWithin
    unevenness = load.reduce(0) { $0 + Int($1) * Int($1) }
  }

  /// The group of each item.
  func answer(_ model: MixModel) -> [Int] { Self.answer(group, model) }

  /// The group of each item, given that of each unit.
  static func answer(_ group: [Int32], _ model: MixModel) -> [Int] {
    var answer = Array(repeating: 0, count: model.problem.itemCount)
    for (unit, items) in model.rules.units.enumerated() {
      for item in items { answer[item] = Int(group[unit]) }
    }
    return answer
  }

  /// What the search makes as large as it can: evenness of sizes first, where that counts.
  func value(_ model: MixModel) -> Int {
    gain - model.unevennessCost * (unevenness - model.leastUnevenness)
  }

  /// The share of the pairs within groups of an earlier answer that still share one.
  func kept(from earlier: [Int32], _ model: MixModel) -> Double {
    var both = Array(repeating: 0, count: model.groups * model.groups)
    var before = Array(repeating: 0, count: model.groups)
    for (old, new) in zip(earlier, group) {
      both[Int(old) * model.groups + Int(new)] += 1
      before[Int(old)] += 1
    }
    let pairs = before.reduce(0) { $0 + $1 * ($1 - 1) }
    guard pairs > 0 else { return 1 }
    return Double(both.reduce(0) { $0 + $1 * ($1 - 1) }) / Double(pairs)
  }
}

extension Seated {
  /// Opens the working memory for a while.
  mutating func work<Result>(_ model: MixModel, _ body: (inout Board) -> Result) -> Result {
    let unevennessCost = model.unevennessCost
    return model.gains.withUnsafeBufferPointer { gains in
      model.rules.weights.withUnsafeBufferPointer { weights in
        group.withUnsafeMutableBufferPointer { group in
          load.withUnsafeMutableBufferPointer { load in
            gamma.withUnsafeMutableBufferPointer { gamma in
              foes.withUnsafeMutableBufferPointer { foes in
                holders.withUnsafeMutableBufferPointer { holders in
                  var board = Board(
                    units: model.units, groups: model.groups, gains: gains, weights: weights,
                    group: group, load: load, gamma: gamma, foes: foes, holders: holders,
                    rules: model.rules, coversOf: model.coversOf,
                    hasCovers: !model.rules.covers.isEmpty, hasBlocks: model.hasBlocks,
                    isConstrained: model.hasBlocks || foes.count > 0 || holders.count > 0,
                    hasFreeSizes: model.hasFreeSizes, unevennessCost: unevennessCost,
                    leastUnevenness: model.leastUnevenness, gain: gain, unevenness: unevenness)
                  defer {
                    gain = board.gain
                    unevenness = board.unevenness
                  }
                  return body(&board)
                }
              }
            }
          }
        }
      }
    }
  }
}
