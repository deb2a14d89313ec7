/// Whether wishes can be kept in one round.
struct SeatingJudge: WishJudge {
  /// What may be looked at in all: a good half of a second of an ordinary laptop.
  static let workLimit = 80_000_000
  /// After how many placements a set of wishes is left undecided.
  static let nodeLimit = 2_000

  let names: [WishName]
  private let problem: MixProblem
  private let nodeLimit: Int
  private var work = 0
  private let isEnough: () -> Bool

  /// - Parameter isEnough: asked before every set; the caller owns the clock.
  init(_ problem: MixProblem, until isEnough: @escaping () -> Bool) {
    self.problem = problem
    self.isEnough = isEnough
    names = problem.wishNames
    // What all of them together need is a measure of what some do.
    var all = SeatingRules(problem).map { SeatingSearch($0, nodeLimit: Self.nodeLimit) }
    let isHard = if case .unknown? = all?.run() { true } else { false }
    nodeLimit = isHard ? FirstAnswer.nodeLimit : Self.nodeLimit
  }

  var isSpent: Bool { work >= Self.workLimit || isEnough() }
  var left: Double { isEnough() ? 0 : max(0, 1 - Double(work) / Double(Self.workLimit)) }

  mutating func refutes(_ wishes: Set<WishName>) -> Bool { search(wishes) == .impossible }

  mutating func judge(_ wishes: Set<WishName>) -> WishVerdict {
    switch search(wishes) {
    case .impossible: .contradiction
    case .unknown: .unknown
    case .seated(let answer): .kept(breaking: Set(problem.brokenWishes(answer)))
    }
  }

  private mutating func search(_ wishes: Set<WishName>) -> SeatingSearch.Outcome {
    guard !isSpent else { return .unknown }
    work += 10 * (problem.itemCount + names.count)
    guard let rules = SeatingRules(problem, counting: wishes.contains) else { return .impossible }
    // A placement looks at what every unit left and every set apart may still do.
    // The latter take about six times as long.
    var search = SeatingSearch(rules, nodeLimit: nodeLimit, until: isEnough)
    let price = max(1, (search.bound.count + 6 * search.cliques.count) * problem.sizes.count)
    let limit = min(nodeLimit, (Self.workLimit - work) / price + 1)
    search.nodesLeft = limit
    let outcome = search.run()
    work += (limit - search.nodesLeft) * price
    return outcome
  }
}

extension MixProblem {
  /// Every wish and size, each once, in the order of ``Conflict/wishes``.
  var wishNames: [WishName] {
    Self.once(wishes.together).map { .together($0) } + Self.once(wishes.apart).map { .apart($0) }
      + wishes.pins.keys.sorted().map { .pin(item: $0) }
      + wishes.covers.indices.filter { !wishes.covers[..<$0].contains(wishes.covers[$0]) }
      .map { .cover($0) }
      + sizes.indices.map { .size(group: $0) }
  }

  /// Where each wish of a list stands first.
  private static func once(_ wishes: [[Int]]) -> [Int] {
    var seen: Set<Set<Int>> = []
    return wishes.indices.filter { seen.insert(Set(wishes[$0])).inserted }
  }
}
