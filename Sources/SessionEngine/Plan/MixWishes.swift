/// What a facilitator wants of mixed groups, by the names of columns and the people concerned.
///
/// A column is `Sector`, `Organisation`, `Role`, `Skills`, or any further heading of the roster;
/// case does not matter.
public struct MixWishes: Codable, Equatable, Sendable {
  /// What to spread evenly over the groups, and how much each counts.
  public var balance: [Weight]
  /// What every group is to have, as far as there are people for it: every value of a column, as
  /// `Skills`, or some of them, as `Skills=law;data`. `Skills=law@safer-streets` asks it of the groups that come
  /// to the priority of this id.
  public var cover: [String]
  /// People who share a group.
  public var together: [[DelegateID]]
  /// People no two of whom share a group.
  public var apart: [[DelegateID]]
  /// People who sit in a group of their choice, for now.
  public var pins: [Pin]
  /// People who host a group: they stay there, in every round.
  public var hosts: [Pin]
  /// How many people a group has; `nil` for as even as can be.
  public var sizes: Sizes?

  /// A column and its weight.
  public struct Weight: Codable, Equatable, Sendable {
    /// The heading.
    public var column: String
    /// How much it counts beside the others, above 0 and up to ``most``.
    public var weight: Double

    /// In place of columns: nothing is balanced.
    public static let nothing = Weight("none")

    /// The most that a column may count; more is beyond what a sum of people keeps apart.
    public static let most = 1_000_000.0

    /// Makes a weight.
    public init(_ column: String, _ weight: Double = 1) {
      self.column = column
      self.weight = weight
    }
  }

  /// A person and the group.
  public struct Pin: Codable, Equatable, Sendable {
    /// Who.
    public var delegate: DelegateID
    /// Where.
    public var group: GroupID

    /// Makes a pin.
    public init(_ delegate: DelegateID, at group: GroupID) {
      self.delegate = delegate
      self.group = group
    }
  }

  /// How many people a group has.
  public struct Sizes: Codable, Equatable, Sendable {
    /// At least, 0 or more.
    public var least: Int
    /// At most.
    public var most: Int

    /// Makes a range.
    public init(least: Int, most: Int) {
      self.least = least
      self.most = most
    }
  }

  /// Makes wishes.
  public init(
    balance: [Weight] = [], cover: [String] = [], together: [[DelegateID]] = [],
    apart: [[DelegateID]] = [], pins: [Pin] = [], hosts: [Pin] = [], sizes: Sizes? = nil
  ) {
    self.balance = balance
    self.cover = cover
    self.together = together
    self.apart = apart
    self.pins = pins
    self.hosts = hosts
    self.sizes = sizes
  }
}
