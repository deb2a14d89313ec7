/// Several rounds to be planned at once: items, the tables they sit at, what each table works on in
/// each round, and the wishes.
///
/// Items are `0..<itemCount`, tables `0..<sizes.count`, rounds `0..<places.count`, and places any
/// numbers; what they stand for is the caller's. A *place* is what may be visited once only, such as
/// a topic: several tables may have the same place in a round, and a table may change its place from
/// round to round.
public struct RoundsProblem: Sendable, Equatable {
  /// Whether an item may come to a place twice.
  public enum Visits: Sendable, Equatable {
    /// To no place twice; hosts and pinned items, which stay, are excepted. Refused where that cannot
    /// be had.
    case once
    /// To no place twice where that can be had, else with as few returns as can be found, spread over
    /// items and places, and to no place twice running. Never refused.
    case fewest
    /// As often as it comes: nobody meets anybody more often for it. Groups get their tables in each round so
    /// that few return.
    case free
  }

  /// How many items there are, 0 or more.
  public var itemCount: Int
  /// How many items each table may have, in every round.
  public var sizes: [ClosedRange<Int>]
  /// The place of each table in each round: `places[round][table]`.
  public var places: [[Int]]
  /// Whether an item may come to a place twice.
  public var visits: Visits
  /// The places each item has been to before these rounds: to come to one of them is a return. Empty
  /// where nobody has been anywhere; for ``Visits/fewest``, which then refuses nothing.
  public var visited: [Set<Int>]
  /// What every round must keep. A pinned item sits at its table in every round.
  public var wishes: Wishes
  /// Items that stay at one table in every round. Where none is pinned the mixer chooses it, a
  /// table each as far as there are tables.
  public var hosts: Set<Int>
  /// What tells the items apart; every round is to be mixed by it.
  public var attributes: [Attribute]
  /// Pairs that had better not meet, and how much a meeting of theirs costs. A meeting of weight 1
  /// costs as much as two items meeting a second time.
  public var avoid: [WeightedPair]

  /// - Parameters:
  ///   - places: see ``PlaceRotation`` for the usual ones.
  public init(
    itemCount: Int, sizes: [ClosedRange<Int>], places: [[Int]], visits: Visits = .fewest,
    visited: [Set<Int>] = [], wishes: Wishes = Wishes(), hosts: Set<Int> = [],
    attributes: [Attribute] = [],
    avoid: [WeightedPair] = []
  ) {
    self.itemCount = itemCount
    self.sizes = sizes
    self.places = places
    self.visits = visits
    self.visited = visited
    self.wishes = wishes
    self.hosts = hosts
    self.attributes = attributes
    self.avoid = avoid
  }

  /// How many rounds there are.
  public var rounds: Int { places.count }

  /// Sizes that differ by one at most: every table may have the share rounded down or up.
  public static func evenSizes(_ items: Int, tables: Int) -> [ClosedRange<Int>] {
    guard tables > 0 else { return [] }
    let least = max(0, items) / tables
    let most = (max(0, items) + tables - 1) / tables
    return Array(repeating: least...most, count: tables)
  }
}
