/// Looks at every answer, where there are few enough, so that the best is proven.
struct Exhaustion {
  private let model: MixModel
  private var nodesLeft: Int
  private var group: [Int32]
  private var load: [Int]
  private var holders: [[Int]]
  private var foesThere: [Int]
  private var gain: Int
  private var best: (value: Int, group: [Int32])?

  /// The best answer there is, or `nil` if there are too many to look at.
  static func best(_ model: MixModel, nodeLimit: Int = 200_000) -> [Int]? {
    // Even two groups give 2²⁰ answers to 21 units.
    guard model.units <= 20 else { return nil }
    var search = Exhaustion(model, nodeLimit)
    search.place(0)
    guard search.nodesLeft > 0, let best = search.best else { return nil }
    return Seated.answer(best.group, model)
  }

  private init(_ model: MixModel, _ nodeLimit: Int) {
    self.model = model
    nodesLeft = nodeLimit
    group = Array(repeating: -1, count: model.units)
    load = Array(repeating: 0, count: model.groups)
    holders = model.rules.holdersAtFirst
    foesThere = Array(repeating: 0, count: model.units * model.groups)
    gain = model.gainWithin
  }

  private mutating func place(_ unit: Int) {
    nodesLeft -= 1
    guard nodesLeft > 0 else { return }
    guard unit < model.units else { return finish() }
    let rules = model.rules
    var seen: Set<ClosedRange<Int>> = []
    for target in load.indices {
      if let pin = rules.pins[unit], pin != target { continue }
      guard load[target] + rules.weights[unit] <= rules.ranges[target].upperBound,
        foesThere[unit * model.groups + target] == 0, !rules.isBarred(unit, from: target)
      else { continue }
      // Of empty groups that nothing tells apart one is enough.
      if load[target] == 0 && model.ownGains.isEmpty && !rules.pins.contains(target)
        && !rules.tellGroupsApart
      {
        guard seen.insert(rules.ranges[target]).inserted else { continue }
      }
      let before = gain
      if !model.ownGains.isEmpty { gain += Int(model.ownGains[target * model.units + unit]) }
      for other in 0..<unit where group[other] == Int32(target) {
        gain += Int(model.gains[unit * model.units + other])
      }
      change(unit, target, by: 1)
      place(unit + 1)
      change(unit, target, by: -1)
      gain = before
    }
  }

  private mutating func change(_ unit: Int, _ target: Int, by sign: Int) {
    group[unit] = sign > 0 ? Int32(target) : -1
    load[target] += sign * model.rules.weights[unit]
    for foe in model.rules.foes[unit] { foesThere[foe * model.groups + target] += sign }
    for cover in model.coversOf[unit] { holders[cover][target] += sign }
  }

  private mutating func finish() {
    guard zip(load, model.rules.ranges).allSatisfy({ $0 >= $1.lowerBound }),
      holders.allSatisfy({ $0.allSatisfy { $0 > 0 } })
    else { return }
    let uneven = GroupSizes.unevenness(load) - model.leastUnevenness
    let value = gain - model.unevennessCost * uneven
    if value > best?.value ?? .min { best = (value, group) }
  }
}
