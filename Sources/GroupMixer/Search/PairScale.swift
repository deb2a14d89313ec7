/// How the measure becomes whole numbers, so that sums are exact, the same in any order and on any
/// machine.
struct PairScale: Sendable, Equatable {
  /// A gain of 1 in the measure is so much.
  let factor: Double
  /// Whether every pair's gain is that exactly, not rounded.
  let isExact: Bool

  /// The largest sum that a row of the gains may reach, so that what a swap changes, five of
  /// them at most, fits 32 bits.
  static let limit = Double(1 << 28)

  init(_ problem: MixProblem, limit: Double = limit) {
    let most = Self.largestRow(problem)
    let factors = Self.wholeFactors(problem)
    if let factor = factors.first(where: { $0 * most <= limit }) {
      self.init(factor: factor, isExact: true)
      return
    }
    var factor = 1.0
    while factor * 2 * most <= limit && factor < Double(1 << 20) { factor *= 2 }
    while factor * most > limit { factor /= 2 }
    self.init(factor: factor, isExact: false)
  }

  private init(factor: Double, isExact: Bool) {
    self.factor = factor
    self.isExact = isExact
  }

  func whole(_ gain: Double) -> Int { Int((gain * factor).rounded()) }

  /// A bound on what an item can gain or lose with all others, and with those it is tied to.
  private static func largestRow(_ problem: MixProblem) -> Double {
    let items = problem.itemCount
    var row: Double
    switch problem.measure {
    case .attributes(let attributes):
      row = Double(items) * attributes.reduce(0) { $0 + $1.weight }
    case .distances(let matrix):
      row = Double(items) * matrix.values.reduce(0) { max($0, $1.magnitude) }
    }
    var avoided = Array(repeating: 0.0, count: items)
    for pair in problem.avoid {
      avoided[pair.first] += pair.weight
      avoided[pair.second] += pair.weight
    }
    row += avoided.max() ?? 0
    // Items that stay together add up.
    return row * Double(problem.wishes.together.reduce(1) { $0 + max(0, $1.count - 1) })
  }

  /// The factors that leave no rest: of the weights, or of the decimals of the distances.
  private static func wholeFactors(_ problem: MixProblem) -> [Double] {
    let weights = problem.avoid.map(\.weight)
    func keeps(_ factor: Double, _ numbers: [Double]) -> Bool {
      numbers.allSatisfy { number in
        let scaled = number * factor
        return (scaled - scaled.rounded()).magnitude <= 1e-12 * max(1, scaled.magnitude)
      }
    }
    switch problem.measure {
    case .attributes(let attributes):
      let areCategories = attributes.allSatisfy {
        if case .categories = $0.values { true } else { false }
      }
      guard areCategories else { return [] }
      return (1...1000).map(Double.init).filter { keeps($0, attributes.map(\.weight) + weights) }
    case .distances(let matrix):
      return [1, 10, 100, 1000, 10_000, 100_000].filter { keeps($0, matrix.values + weights) }
    }
  }
}
