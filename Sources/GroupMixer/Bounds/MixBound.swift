/// How good any answer could be.
struct MixBound: Sendable {
  /// The bound on the objective.
  private(set) var objective: Double
  /// For `.attributes`: the bound without the pairs to avoid.
  private(set) var common = 0.0
  /// The bound on each attribute by itself, not weighted: shared pairs, or numbers' differences.
  private(set) var ofAttributes: [Double] = []

  /// The bound that counting gives: quick, and met by most rosters.
  ///
  /// - Parameter sizes: of the groups, for `.attributes`. `.distances` takes the ranges instead.
  init(counting problem: MixProblem, sizes: [Int]) {
    switch problem.measure {
    case .attributes(let attributes):
      for attribute in attributes {
        let bound = Self.counting(attribute, sizes)
        ofAttributes.append(bound)
        common += attribute.weight * Self.common(attribute, bound, sizes)
      }
      objective = common
    case .distances(let matrix):
      let farthest = matrix.values.reduce(0) { max($0, $1) }
      objective = Double(Self.pairs(problem).upperBound) * farthest
    }
  }

  /// Looks harder: at all values of an attribute at once, at what the wishes fix, and at the partners
  /// that an item can have at best. Takes time in the order of the square of the items.
  mutating func tighten(_ model: MixModel, sizes: [Int]) {
    let problem = model.problem
    let scale = model.scale
    // Every pair may be rounded by half of the smallest step.
    let pairs = Self.pairs(problem, sizes)
    let slack = scale.isExact ? 0 : Double(pairs.upperBound) * 0.5
    switch problem.measure {
    case .attributes(let attributes):
      let counts = sizes.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
      guard counts > 0 else { return }
      var sum = 0.0
      for (index, attribute) in attributes.enumerated() {
        if case .categories(let values) = attribute.values {
          let bound = Double(AttributeBound(values, model, sizes).pairs)
          ofAttributes[index] = max(ofAttributes[index], bound)
        }
        sum += attribute.weight * Self.common(attribute, ofAttributes[index], sizes)
      }
      common = sum
      objective = max(sum, -(partnerBound(model, sizes, pairs) + slack) / scale.factor)
      if problem.avoid.isEmpty { common = objective }
    case .distances:
      objective = min(objective, (partnerBound(model, sizes, pairs) + slack) / scale.factor)
    }
  }

  private func partnerBound(_ model: MixModel, _ sizes: [Int], _ pairs: ClosedRange<Int>) -> Double
  {
    let problem = model.problem
    let ranges = model.unevennessCost > 0 ? sizes.map { $0...$0 } : problem.sizes
    let used = ranges.filter { $0.upperBound > 0 }
    let least = max(0, (used.map(\.lowerBound).min() ?? 0) - 1)
    let most = min(problem.itemCount, used.map(\.upperBound).max() ?? 0) - 1
    guard most >= least else { return 0 }
    let items = problem.itemCount
    let gains =
      model.hasBlocks
      ? MixModel.gains(problem, Array(0..<items), items, model.scale).0 : model.gains
    return Double(PartnerBound.most(items, partners: least...most, pairs: pairs, gains: gains))
  }

  /// The fewest and the most pairs within groups.
  private static func pairs(_ problem: MixProblem, _ sizes: [Int] = []) -> ClosedRange<Int> {
    if case .attributes = problem.measure {
      let pairs = sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
      return pairs...pairs
    }
    let items = problem.itemCount
    let even = GroupSizes.mostEven(items: items, within: problem.sizes) ?? []
    // A square lies below the chord of its range, so the sum of squares is at most that of the chords,
    // which the steepest take up first.
    let ranges = problem.sizes.map { $0.lowerBound...max($0.lowerBound, min($0.upperBound, items)) }
    var left = items - ranges.reduce(0) { $0 + $1.lowerBound }
    var squares = ranges.reduce(0) { $0 + $1.lowerBound * $1.lowerBound }
    for range in ranges.sorted(by: { $0.lowerBound + $0.upperBound > $1.lowerBound + $1.upperBound }
    ) {
      let taken = min(left, range.upperBound - range.lowerBound)
      squares += taken * (range.lowerBound + range.upperBound)
      left -= taken
    }
    let least = even.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    return least...max(least, (squares - items) / 2)
  }

  private static func counting(_ attribute: Attribute, _ sizes: [Int]) -> Double {
    switch attribute.values {
    case .categories(let values):
      Double(
        AttributeBound.counts(values).reduce(0) { $0 + CountingBound.pairs($1, room: sizes) })
    case .numbers(let values):
      SpreadBound.apart(values, sizes: sizes)
    }
  }

  /// What the pairs have in common at the bound.
  private static func common(_ attribute: Attribute, _ bound: Double, _ sizes: [Int]) -> Double {
    guard case .numbers(let values) = attribute.values else { return bound }
    let pairs = Double(sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 })
    let range = Attribute.range(of: values)
    return range > 0 ? pairs - bound / range : pairs
  }
}
