/// An answer: who goes where, how good that is, and how good anything could be.
public struct Mix: Sendable, Equatable {
  /// The group of each item.
  public let assignment: [Int]
  /// How many items each group has.
  public let sizes: [Int]
  /// How good it is, and how good anything could be.
  public let score: Score
  /// For `.attributes`: pairs within groups × attributes in which they differ, weighted, and the most
  /// that can be at these sizes. Pairs to avoid are not in it. `nil` for `.distances`.
  public let differences: Differences?
  /// The weights of the pairs to avoid that share a group, summed.
  public let avoided: Double
  /// For `.attributes`: how each is spread, in their order. Empty for `.distances`.
  public let spreads: [Spread]

  /// Whether no answer that keeps the wishes can be better, and that is proven.
  public var isOptimal: Bool { score.isOptimal }
}

/// How good an answer is beside how good an answer could be.
public struct Score: Sendable, Equatable {
  /// Which way is better.
  public enum Goal: Sendable, Equatable {
    /// `.attributes`: what pairs within groups have in common, weighted, is to be small.
    case least
    /// `.distances`: the distances within groups are to be large.
    case most
  }

  /// Which way is better.
  public let goal: Goal
  /// What was reached.
  public let objective: Double
  /// No answer whose group sizes are as even as this one's can be beyond this. (`.distances` leaves the
  /// sizes free in their ranges, and the bound is for all of them.)
  public let bound: Double
  /// Whether it is proven that no answer is better.
  public let isOptimal: Bool

  /// By how much another answer could be better at most: 0 if it is proven that none is.
  public var excess: Double {
    if isOptimal { return 0 }
    return max(0, goal == .least ? objective - bound : bound - objective)
  }
}

/// Differences within groups: the count that people who compare tools read.
public struct Differences: Sendable, Equatable {
  /// What was reached.
  public let reached: Double
  /// What can be reached at most.
  public let bound: Double
}

/// How one attribute is spread over the groups.
public enum Spread: Sendable, Equatable {
  /// A category each.
  case categories(CategorySpread)
  /// A number each.
  case numbers(NumberSpread)
}

/// How the values of one attribute are spread, beside the spread that would be most even.
public struct CategorySpread: Sendable, Equatable {
  /// How many items of each group have each value: `counts[group][value]`.
  public let counts: [[Int]]
  /// How many that would be if this value alone were to be spread: `even[group][value]`.
  public let even: [[ClosedRange<Int>]]
  /// Pairs within groups that share a value, not weighted.
  public let shared: Int
  /// The fewest that can be at these sizes, whatever the other attributes ask for.
  public let sharedBound: Int
}

/// How the numbers of one attribute are spread.
public struct NumberSpread: Sendable, Equatable {
  /// The mean of each group, in the attribute's unit; `nil` where a group is empty.
  public let means: [Double?]
  /// The mean of all items; 0 where there are none.
  public let mean: Double
  /// The differences within groups, summed, in the attribute's unit.
  public let apart: Double
  /// The most that can be at these sizes, whatever the other attributes ask for.
  public let apartBound: Double
}
