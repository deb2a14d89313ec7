/// What an exchange would do to an answer.
public struct Alternative: Sendable, Equatable {
  /// The item that would come in exchange; `nil` where the item would just go.
  public let partner: Int?
  /// The group the item would come to.
  public let group: Int
  /// By how much the objective would become better; below 0 where it would become worse.
  public let improvement: Double
  /// The wishes that it would break and that are kept now; none if it is allowed.
  public let breaks: [WishName]
}

extension MixProblem {
  /// What it would do to an answer to exchange an item with every item of another group, in ascending
  /// order, and to put it into every other group. Items it is to be together with stay where they are.
  ///
  /// - Throws: `MixRefusal.malformed` if the problem or the assignment means nothing or the item is
  ///   none.
  public func alternatives(
    to assignment: [Int], for item: Int
  ) throws(MixRefusal) -> (swaps: [Alternative], moves: [Alternative]) {
    try check()
    guard fits(assignment), (0..<itemCount).contains(item) else { throw .malformed(.assignment) }
    let pairs = PairValues(self)
    let members = members(assignment)
    let broken = Set(brokenWishes(assignment))
    let home = assignment[item]
    // What an item is worth beside the items of a group, itself left out.
    func worth(_ item: Int, in group: Int) -> Double {
      members[group].reduce(0) { $0 + ($1 == item ? 0 : pairs.value(item, $1)) }
    }
    func newlyBroken(_ changed: [Int]) -> [WishName] {
      brokenWishes(changed).filter { !broken.contains($0) }
    }
    let worths = sizes.indices.map { worth(item, in: $0) }
    var changed = assignment
    let moves = sizes.indices.filter { $0 != home }.map { group in
      changed[item] = group
      defer { changed[item] = home }
      return Alternative(
        partner: nil, group: group, improvement: worths[group] - worths[home],
        breaks: newlyBroken(changed))
    }
    let swaps = assignment.indices.filter { assignment[$0] != home }.map { partner in
      let group = assignment[partner]
      changed[item] = group
      changed[partner] = home
      defer {
        changed[item] = home
        changed[partner] = group
      }
      let improvement =
        worths[group] - worths[home] + worth(partner, in: home) - worth(partner, in: group)
        - 2 * pairs.value(item, partner)
      return Alternative(
        partner: partner, group: group, improvement: improvement, breaks: newlyBroken(changed))
    }
    return (swaps, moves)
  }
}

/// What two items that share a group are worth: more is better, whichever way the objective goes.
struct PairValues {
  private let problem: MixProblem
  private let ranges: [Double]
  private var avoided: [Int: Double] = [:]

  init(_ problem: MixProblem) {
    self.problem = problem
    if case .attributes(let attributes) = problem.measure {
      ranges = attributes.map { attribute in
        if case .numbers(let values) = attribute.values { Attribute.range(of: values) } else { 0 }
      }
    } else {
      ranges = []
    }
    for pair in problem.avoid {
      avoided[key(pair.first, pair.second), default: 0] += pair.weight
    }
  }

  private func key(_ a: Int, _ b: Int) -> Int { min(a, b) * problem.itemCount + max(a, b) }

  func value(_ a: Int, _ b: Int) -> Double {
    let base = -(avoided[key(a, b)] ?? 0)
    switch problem.measure {
    case .distances(let matrix):
      return base + matrix[a, b]
    case .attributes(let attributes):
      return zip(attributes, ranges).reduce(base) { sum, entry in
        let (attribute, range) = entry
        switch attribute.values {
        case .categories(let values):
          return sum - (values[a] == values[b] ? attribute.weight : 0)
        case .numbers(let values):
          let apart = range > 0 ? (values[a] - values[b]).magnitude / range : 0
          return sum - attribute.weight * (1 - apart)
        }
      }
    }
  }
}
