@testable import GroupMixer

/// Problems drawn at random, the same for the same seed.
struct Draw {
  private var random: Random

  init(_ seed: UInt64) { random = Random(seed: seed) }

  mutating func below(_ count: Int) -> Int { random.below(count) }

  mutating func number() -> Double { Double(random.next() >> 11) / Double(1 << 53) }

  mutating func some(_ count: Int, of items: Int) -> [Int] {
    var all = Array(0..<items)
    random.shuffle(&all)
    return Array(all.prefix(count))
  }

  mutating func attributes(_ items: Int, kinds: [Int]) -> [Attribute] {
    kinds.map { kinds in Attribute(.categories((0..<items).map { _ in below(kinds) })) }
  }

  mutating func matrix(_ items: Int) -> DistanceMatrix {
    var matrix = DistanceMatrix(count: items)
    for i in 0..<items { for j in 0..<i { matrix[i, j] = Double(below(100_000)) / 1000 } }
    return matrix
  }

  mutating func ranges(_ items: Int, _ groups: Int) -> [ClosedRange<Int>] {
    (0..<groups).map { _ in max(0, items / groups - below(3))...(items / groups + below(3)) }
  }

  mutating func wishes(_ items: Int, _ groups: Int, count: Int) -> Wishes {
    var wishes = Wishes()
    for _ in 0..<count {
      switch below(5) {
      case 0: wishes.together.append(some(2 + below(2), of: items))
      case 1: wishes.apart.append(some(2 + below(2), of: items))
      case 2: wishes.pins[below(items)] = below(groups)
      case 3: wishes.covers.append(Cover(some(1 + below(4), of: items)))
      default:
        let groups = Set(some(1 + below(groups), of: groups))
        wishes.covers.append(Cover(some(1 + below(4), of: items), in: groups))
      }
    }
    return wishes
  }

  /// A small problem with wishes that may or may not contradict one another.
  mutating func small(wishes count: Int) -> MixProblem {
    let items = 4 + below(3)
    let groups = 2 + below(2)
    let measure: Measure
    switch below(3) {
    case 0: measure = .distances(matrix(items))
    case 1: measure = .attributes(attributes(items, kinds: [2, 3]))
    default:
      let numbers = Attribute(.numbers((0..<items).map { _ in number() * 9 }), weight: 0.5)
      measure = .attributes(attributes(items, kinds: [3]) + [numbers])
    }
    let avoid = below(2) == 0 ? [] : [WeightedPair(0, 1), WeightedPair(2, 3, weight: 2)]
    return MixProblem(
      itemCount: items, sizes: ranges(items, groups), measure: measure,
      wishes: wishes(items, groups, count: count), avoid: avoid)
  }
}

/// Everything that could be answered, looked at one by one.
enum BruteForce {
  static func assignments(_ items: Int, _ groups: Int) -> [[Int]] {
    guard items > 0 else { return [[]] }
    return assignments(items - 1, groups).flatMap { rest in (0..<groups).map { rest + [$0] } }
  }

  /// The answers that keep every wish.
  static func answers(_ problem: MixProblem) -> [[Int]] {
    assignments(problem.itemCount, problem.sizes.count).filter {
      problem.brokenWishes($0).isEmpty
    }
  }

  /// The objective of the best answer: for attributes, among the most even ones.
  static func best(_ problem: MixProblem) -> Double? {
    let answers = answers(problem)
    switch problem.goal {
    case .most: return answers.map { problem.objective($0) }.max()
    case .least:
      let evenness = answers.map { unevenness(problem, $0) }
      guard let least = evenness.min() else { return nil }
      return zip(answers, evenness).filter { $0.1 == least }.map { problem.objective($0.0) }.min()
    }
  }

  static func unevenness(_ problem: MixProblem, _ assignment: [Int]) -> Int {
    GroupSizes.unevenness(problem.members(assignment).map(\.count))
  }
}
