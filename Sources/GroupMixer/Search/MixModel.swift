/// A problem as the search sees it: units that move as one, and what each gains beside each other.
///
/// Everything in the measure is a sum over pairs within groups, so one matrix of gains stands for
/// distances, categories, numbers and pairs to avoid alike, and one search serves them all.
struct MixModel: Sendable {
  let problem: MixProblem
  let rules: SeatingRules
  let scale: PairScale
  /// How many units there are.
  let units: Int
  let groups: Int
  /// What every two units gain in a group, row after row; 0 on the diagonal.
  var gains: [Int32]
  /// What the pairs within units gain, wherever the units are.
  let gainWithin: Int
  /// What a unit gains in a group by itself, group after group; empty where nothing.
  var ownGains: [Int32] = []
  /// Units that may change their group.
  let movable: [Int]
  let coversOf: [[Int]]
  /// Whether some unit has several items.
  let hasBlocks: Bool
  /// How much a unit of unevenness (the sum of squared sizes) costs: more than the measure could
  /// ever make up for, or nothing.
  var unevennessCost: Int
  /// The least unevenness that the sizes allow.
  let leastUnevenness: Int
  /// Whether groups may change their size.
  let hasFreeSizes: Bool
  /// Whether every swap of two units keeps the rules.
  let isFree: Bool

  /// - Parameter limit: the largest sum that a row of the gains may reach.
  init(_ problem: MixProblem, _ rules: SeatingRules, limit: Double = PairScale.limit) {
    self.problem = problem
    self.rules = rules
    scale = PairScale(problem, limit: limit)
    units = rules.units.count
    groups = problem.sizes.count
    (gains, gainWithin) = Self.gains(problem, rules.unitOf, units, scale)
    movable = rules.units.indices.filter { rules.pins[$0] == nil }
    hasBlocks = rules.weights.contains { $0 > 1 }
    var coversOf: [[Int]] = Array(repeating: [], count: rules.units.count)
    for (index, cover) in rules.covers.enumerated() {
      for unit in cover.units { coversOf[unit].append(index) }
    }
    self.coversOf = coversOf
    hasFreeSizes = problem.sizes.contains { $0.lowerBound < $0.upperBound }
    isFree =
      movable.count == units && !hasBlocks && rules.covers.isEmpty && rules.barred.isEmpty
      && rules.foes.allSatisfy { $0.isEmpty }
    let even = GroupSizes.mostEven(items: problem.itemCount, within: problem.sizes) ?? []
    leastUnevenness = GroupSizes.unevenness(even)
    switch problem.measure {
    // A row of the matrix sums up to less than 2³⁰, so no exchange gains more than 2³³.
    case .attributes: unevennessCost = 1 << 36
    case .distances: unevennessCost = 0
    }
  }

  /// What every two of the things that `unitOf` makes of the items gain, and what items gain within.
  static func gains(
    _ problem: MixProblem, _ unitOf: [Int], _ count: Int, _ scale: PairScale
  ) -> ([Int32], Int) {
    var gains = Array(repeating: Int32(0), count: count * count)
    var within = 0
    gains.withUnsafeMutableBufferPointer { gains in
      func add(_ first: Int, _ second: Int, _ gain: Int) {
        let (a, b) = (unitOf[first], unitOf[second])
        if a == b {
          within += gain
        } else {
          gains[a * count + b] += Int32(truncatingIfNeeded: gain)
          gains[b * count + a] += Int32(truncatingIfNeeded: gain)
        }
      }
      switch problem.measure {
      case .attributes(let attributes):
        for attribute in attributes {
          attribute.eachPair { first, second, common in
            add(first, second, -scale.whole(attribute.weight * common))
          }
        }
      case .distances(let matrix):
        for first in 0..<problem.itemCount {
          for second in (first + 1)..<max(first + 1, problem.itemCount) {
            add(first, second, scale.whole(matrix[first, second]))
          }
        }
      }
      for pair in problem.avoid { add(pair.first, pair.second, -scale.whole(pair.weight)) }
    }
    return (gains, within)
  }
}

extension Attribute {
  /// Calls with every two items that have something in common, and how much of it, up to 1.
  func eachPair(_ body: (Int, Int, Double) -> Void) {
    switch values {
    case .categories(let values):
      var holders: [Int: [Int]] = [:]
      for (item, value) in values.enumerated() {
        for other in holders[value, default: []] { body(other, item, 1) }
        holders[value, default: []].append(item)
      }
    case .numbers(let values):
      let range = Self.range(of: values)
      for item in values.indices {
        for other in 0..<item {
          body(other, item, range > 0 ? 1 - (values[item] - values[other]).magnitude / range : 1)
        }
      }
    }
  }
}
