/// What is to be mixed: items, the groups they go to, what tells the items apart, and the wishes.
///
/// Items are `0..<itemCount` and groups `0..<sizes.count`; what they stand for is the caller's.
public struct MixProblem: Sendable, Equatable {
  /// How many items there are, 0 or more.
  public var itemCount: Int
  /// How many items each group may have.
  public var sizes: [ClosedRange<Int>]
  /// What makes a good mix.
  public var measure: Measure
  /// What every answer must keep.
  public var wishes: Wishes
  /// Pairs of items that had better not share a group, such as people who have sat together
  /// before.
  public var avoid: [WeightedPair]

  /// Makes a value of its parts.
  public init(
    itemCount: Int, sizes: [ClosedRange<Int>], measure: Measure, wishes: Wishes = Wishes(),
    avoid: [WeightedPair] = []
  ) {
    self.itemCount = itemCount
    self.sizes = sizes
    self.measure = measure
    self.wishes = wishes
    self.avoid = avoid
  }
}

/// What makes a good mix.
public enum Measure: Sendable, Equatable {
  /// Groups that are mixed inside and alike between: every category of every attribute spread as
  /// evenly over the groups as can be, every number as far apart within a group as can be.
  case attributes([Attribute])
  /// The sum of the distances within groups, to be made as large as can be: the maximally diverse
  /// grouping problem as it is published.
  case distances(DistanceMatrix)
}

/// One thing that tells items apart.
public struct Attribute: Sendable, Equatable {
  /// The value of each item, in the order of the items.
  public enum Values: Sendable, Equatable {
    /// A category each, from 0 to 9,999.
    case categories([Int])
    /// A number each, in any unit.
    case numbers([Double])
  }

  /// The values, in the order of the items.
  public var values: Values
  /// How much it counts beside the others, above 0.
  public var weight: Double

  /// Makes a value of its parts.
  public init(_ values: Values, weight: Double = 1) {
    self.values = values
    self.weight = weight
  }
}

/// The wishes that every answer keeps, in the numbers of the problem.
public struct Wishes: Sendable, Equatable {
  /// Sets of items that share a group.
  public var together: [[Int]]
  /// Sets of items no two of which share a group.
  public var apart: [[Int]]
  /// Items that have their group: `pins[item]` is the group.
  public var pins: [Int: Int]
  /// Items one of whom is to be in every group, or in every one of some.
  public var covers: [Cover]

  /// Makes a value of its parts.
  public init(
    together: [[Int]] = [], apart: [[Int]] = [], pins: [Int: Int] = [:], covers: [Cover] = []
  ) {
    self.together = together
    self.apart = apart
    self.pins = pins
    self.covers = covers
  }
}

/// Items that are to be in as many of some groups as there are of them: one at least in each of the groups
/// or, where there are fewer items than groups, each in one of its own.
public struct Cover: Sendable, Equatable, ExpressibleByArrayLiteral {
  /// The items.
  public var items: [Int]
  /// The groups; `nil` for all.
  public var groups: Set<Int>?

  /// Makes a value of its parts.
  public init(_ items: some Sequence<Int>, in groups: Set<Int>? = nil) {
    self.items = Array(items)
    self.groups = groups
  }

  /// Items one of whom is to be in every group.
  public init(arrayLiteral items: Int...) { self.init(items) }

  /// The groups by number, of so many in all.
  func groups(of count: Int) -> [Int] { groups?.sorted() ?? Array(0..<count) }

  /// Whether there are no more items than groups, so that each needs a group of its own.
  func isScarce(of count: Int) -> Bool { Set(items).count <= groups?.count ?? count }
}

/// Two items, and how much it costs that they share a group.
public struct WeightedPair: Sendable, Equatable {
  /// The one.
  public var first: Int
  /// The other.
  public var second: Int
  /// How much it counts, above 0.
  public var weight: Double

  /// Makes a value of its parts.
  public init(_ first: Int, _ second: Int, weight: Double = 1) {
    self.first = first
    self.second = second
    self.weight = weight
  }
}

/// The distance of every two items: symmetric, with nothing on its diagonal.
public struct DistanceMatrix: Sendable, Equatable {
  /// How many there are.
  public let count: Int
  /// Row after row, `count * count` of them.
  public private(set) var values: [Double]

  /// All distances 0.
  public init(count: Int) {
    self.count = count
    values = Array(repeating: 0, count: count * count)
  }

  /// What belongs to the two.
  public subscript(i: Int, j: Int) -> Double {
    get { values[i * count + j] }
    set {
      values[i * count + j] = newValue
      values[j * count + i] = newValue
    }
  }
}
