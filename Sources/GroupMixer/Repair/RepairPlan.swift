/// How to mend groups that sit already: who moves, and where those who sit nowhere go.
public struct RepairPlan: Sendable, Equatable {
  /// The group of each item; `nil` for those who are absent.
  public let assignment: [Int?]
  /// Items that sat somewhere and change their group, in ascending order.
  public let moves: [Move]
  /// Items that sat nowhere, in ascending order.
  public let placed: [Placement]
  /// Whether it is proven that no fewer items can move.
  public let isFewest: Bool
  /// How many items each group has.
  public let sizes: [Int]
  /// What the mix of those who are there is worth: `MixProblem.objective` without the absent.
  public let objective: Double

  /// An item that changes its group, and why.
  public struct Move: Sendable, Equatable {
    /// The item.
    public let item: Int
    /// The group that it leaves.
    public let from: Int
    /// The group that it comes to.
    public let to: Int
    /// The wishes that would be broken if it stayed, all else being as planned. Where items that are
    /// together move, as if they all stayed. `.size(from)` says that the old group would be too large,
    /// `.size(to)` that the new one would be too small. Empty only if the moves may not be the fewest.
    public let because: [WishName]
  }

  /// An item that sat nowhere, and where it goes.
  public struct Placement: Sendable, Equatable {
    /// The item.
    public let item: Int
    /// The group.
    public let group: Int
    /// The covers that the group has by this item only.
    public let covers: [Int]
  }
}
