/// The tables were set up.
public struct GroupsFormed: Event {
  /// `groups.formed`
  public static let kind = "groups.formed"
  /// All groups there are from now on.
  public let groups: [Group]

  /// Makes the event.
  public init(groups: [Group]) { self.groups = groups }

  /// Replaces the list; a group whose words stand stays even where the event leaves it out.
  public func change(_ session: inout Session, by record: Record) -> String? {
    let named = Set(groups.map(\.id))
    let spoken = session.groups.filter {
      !named.contains($0.id) && session.contributions.hasVoice(of: $0.id)
    }
    session.groups = (groups + spoken).sorted { ($0.number, $0.id) < ($1.number, $1.id) }
    let present = Set(session.groups.map(\.id))
    session.seats = session.seats.filter { present.contains($0.value) }
    return nil
  }

  /// The groups as they were; the first ones stay, for a session is never without.
  public func reversal(in session: Session) -> (any Event)? {
    session.tables.isEmpty ? nil : GroupsFormed(groups: session.groups)
  }

  /// Whether the tables are still these; the room as a whole comes and stays whatever they are.
  public func isInForce(in session: Session) -> Bool {
    session.tables == groups.filter { $0.id != Group.wholeRoom.id }
  }

  /// Counts the tables.
  public func account(in session: Session) -> String {
    let tables = groups.filter { $0.id != Group.wholeRoom.id }.count
    return tables == 1 ? "set up 1 group" : "set up \(tables) groups"
  }
}

/// A group got another name.
public struct GroupRenamed: Event {
  /// `group.renamed`
  public static let kind = "group.renamed"
  /// Which.
  public let group: GroupID
  /// What people call it from now on.
  public let name: String

  /// Makes the event.
  public init(group: GroupID, name: String) {
    self.group = group
    self.name = name
  }

  /// Sets the name.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard let index = session.groups.firstIndex(where: { $0.id == group }) else {
      return "a group could not be named ‘\(name)’: it is gone"
    }
    session.groups[index].name = name
    return nil
  }

  /// The name as it was.
  public func reversal(in session: Session) -> (any Event)? {
    session.group(group).map { GroupRenamed(group: group, name: $0.name) }
  }

  /// Whether the name is still this one.
  public func isInForce(in session: Session) -> Bool { session.group(group)?.name == name }

  /// Names the new name.
  public func account(in session: Session) -> String { "renamed a group to ‘\(name)’" }
}

/// Delegates were given seats, or lost them.
public struct DelegatesSeated: Event {
  /// `delegates.seated`
  public static let kind = "delegates.seated"
  /// Who sits where from now on; who is not named keeps the seat.
  public let seats: [Seat]

  /// A delegate's place.
  public struct Seat: Codable, Equatable, Sendable {
    /// Who.
    public let delegate: DelegateID
    /// Where; `nil` for nowhere.
    public let group: GroupID?

    /// Makes a seat.
    public init(delegate: DelegateID, group: GroupID?) {
      self.delegate = delegate
      self.group = group
    }
  }

  /// Makes the event.
  public init(seats: [Seat]) { self.seats = seats }

  /// Seats those who are still on the list at groups that are still there.
  public func change(_ session: inout Session, by record: Record) -> String? {
    var missing = 0
    for seat in seats {
      guard session.delegates[seat.delegate] != nil else {
        missing += 1
        continue
      }
      if let group = seat.group, session.group(group) == nil {
        missing += 1
        continue
      }
      session.seats[seat.delegate] = seat.group
    }
    return missing == 0
      ? nil : "\(missing) of \(seats.count) seats could not be taken: the delegate or group is gone"
  }

  /// The seats as they were.
  public func reversal(in session: Session) -> (any Event)? {
    seats.isEmpty
      ? nil
      : DelegatesSeated(
        seats: seats.map { Seat(delegate: $0.delegate, group: session.seats[$0.delegate]) })
  }

  /// Whether everyone still sits there.
  public func isInForce(in session: Session) -> Bool {
    seats.allSatisfy { session.seats[$0.delegate] == $0.group }
  }

  /// Names one or two, counts more.
  public func account(in session: Session) -> String {
    func name(_ seat: Seat) -> String { session.delegates[seat.delegate]?.name ?? "a delegate" }
    func place(_ seat: Seat) -> String? {
      seat.group.map { session.group($0)?.name ?? "another group" }
    }
    if seats.count == 2, let one = place(seats[0]), let other = place(seats[1]) {
      return "moved \(name(seats[0])) to \(one) and \(name(seats[1])) to \(other)"
    }
    guard seats.count == 1, let only = seats.first else { return counts(in: session) }
    guard let group = place(only) else { return "took \(name(only)) from the group" }
    return "moved \(name(only)) to \(group)"
  }

  /// How many got a seat, another seat, or none.
  private func counts(in session: Session) -> String {
    let taken = seats.count { $0.group == nil }
    let moved = seats.count { seat in
      guard let group = seat.group, let before = session.seats[seat.delegate] else { return false }
      return before != group
    }
    let counts = [
      ("seated", seats.count - taken - moved, ""), ("moved", moved, ""),
      ("took", taken, taken == 1 ? " from the group" : " from their groups"),
    ].filter { $0.1 > 0 }
    return counts.enumerated().map { index, count in
      let noun = index > 0 ? "" : count.1 == 1 ? " delegate" : " delegates"
      return "\(count.0) \(count.1)\(noun)\(count.2)"
    }.joined(separator: ", ")
  }
}

/// The whole room spoke as one for the first time: it becomes a group, and what it says may belong
/// to no one priority more than to another.
public struct RoomOpened: Event {
  /// `room.opened`
  public static let kind = "room.opened"

  /// Makes the event.
  public init() {}

  /// Adds the group and the priority where they are missing.
  public func change(_ session: inout Session, by record: Record) -> String? {
    if session.group(Group.wholeRoom.id) == nil {
      session.groups.insert(Group.wholeRoom, at: 0)
    }
    if session.priority(Priority.acrossAll.id) == nil {
      session.plan.priorities.append(Priority.acrossAll)
    }
    return nil
  }

  /// Stays: it is in nobody's way.
  public func reversal(in session: Session) -> (any Event)? { nil }

  /// Says so.
  public func account(in session: Session) -> String { "opened the floor to the whole room" }
}
