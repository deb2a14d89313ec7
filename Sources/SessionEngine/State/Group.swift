/// A mixed set of delegates at one table.
public struct Group: Codable, Equatable, Sendable {
  /// Names the group for ever.
  public let id: GroupID
  /// The number on the table; 0 for the whole room.
  public var number: Int
  /// What people call it.
  public var name: String

  /// Makes a group.
  public init(id: GroupID, number: Int, name: String) {
    self.id = id
    self.number = number
    self.name = name
  }

  /// The room as one, for what is said in plenary and for conversations that had no tables.
  public static let wholeRoom = Group(id: "room", number: 0, name: "Whole room")
}

extension Priority {
  /// What belongs to no one priority more than to another.
  public static let acrossAll = Priority(id: "all", title: "Across the priorities")
}
