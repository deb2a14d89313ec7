/// The tables were set up.
public struct GroupsFormed: Event {
  /// `groups.formed`
  public static let kind = "groups.formed"
  /// All groups there are from now on.
  public let groups: [Group]

  /// Makes the event.
  public init(groups: [Group]) { self.groups = groups }

  /// Replaces the list; a group that has spoken stays even where the event leaves it out.
  public func change(_ session: inout Session, by record: Record) -> String? {
    let named = Set(groups.map(\.id))
    let spoken = session.groups.filter {
      !named.contains($0.id) && session.contributions.hasAny(of: $0.id)
    }
    session.groups = (groups + spoken).sorted { ($0.number, $0.id) < ($1.number, $1.id) }
    let present = Set(session.groups.map(\.id))
    session.seats = session.seats.filter { present.contains($0.value) }
    return nil
  }

  /// The groups as they were.
  public func reversal(in session: Session) -> (any Event)? { GroupsFormed(groups: session.groups) }

  /// Whether the groups are still these.
  public func isInForce(in session: Session) -> Bool { session.groups == groups }

  /// Counts the tables.
  public func account(in session: Session) -> String {
    let tables = groups.filter { $0.id != Group.wholeRoom.id }.count
    return tables == 1 ? "set up 1 group" : "set up \(tables) groups"
  }
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
      ? nil : "\(missing) of \(seats.count) seats could not be taken: the delegate or table is gone"
  }

  /// The seats as they were.
  public func reversal(in session: Session) -> (any Event)? {
    DelegatesSeated(
      seats: seats.map { Seat(delegate: $0.delegate, group: session.seats[$0.delegate]) })
  }

  /// Whether everyone still sits there.
  public func isInForce(in session: Session) -> Bool {
    seats.allSatisfy { session.seats[$0.delegate] == $0.group }
  }

  /// Names one, counts several.
  public func account(in session: Session) -> String {
    guard seats.count == 1, let only = seats.first else { return "seated \(seats.count) delegates" }
    let name = session.delegates[only.delegate]?.name ?? "a delegate"
    guard let group = only.group else { return "took \(name) from the table" }
    return "moved \(name) to \(session.group(group)?.name ?? "another table")"
  }
}

/// Which group works on which priority was laid down for all rounds.
public struct RoundsPlanned: Event {
  /// `rounds.planned`
  public static let kind = "rounds.planned"
  /// One round after the other.
  public let rounds: [[Assignment]]

  /// What a group works on.
  public struct Assignment: Codable, Equatable, Sendable {
    /// The group.
    public let group: GroupID
    /// Its priority.
    public let priority: PriorityID

    /// Makes an assignment.
    public init(group: GroupID, priority: PriorityID) {
      self.group = group
      self.priority = priority
    }
  }

  /// Makes the event.
  public init(rounds: [[Assignment]]) { self.rounds = rounds }

  /// Replaces the schedule.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.rounds = rounds.map { round in
      Dictionary(round.map { ($0.group, $0.priority) }, uniquingKeysWith: { _, last in last })
    }
    return nil
  }

  /// The schedule as it was.
  public func reversal(in session: Session) -> (any Event)? {
    RoundsPlanned(schedule: session.rounds)
  }

  /// Whether the schedule is still this one.
  public func isInForce(in session: Session) -> Bool {
    RoundsPlanned(schedule: session.rounds) == RoundsPlanned(rounds: rounds.map(Self.sorted))
  }

  /// Counts the rounds.
  public func account(in session: Session) -> String {
    rounds.count == 1 ? "planned 1 round" : "planned \(rounds.count) rounds"
  }

  /// Makes the event of a schedule, in a fixed order.
  public init(schedule: [[GroupID: PriorityID]]) {
    rounds = schedule.map { round in
      Self.sorted(round.map { Assignment(group: $0.key, priority: $0.value) })
    }
  }

  private static func sorted(_ round: [Assignment]) -> [Assignment] {
    round.sorted { $0.group < $1.group }
  }
}

/// A round began.
public struct RoundEntered: Event {
  /// `round.entered`
  public static let kind = "round.entered"
  /// Which, from 1; 0 for going back to before the first.
  public let round: Int

  /// Makes the event.
  public init(round: Int) { self.round = round }

  /// Makes the round the one under way.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.round = round > 0 ? round : nil
    if round > 0 { session.roundStarts[round] = record.at }
    return nil
  }

  /// The round that was under way.
  public func reversal(in session: Session) -> (any Event)? {
    RoundEntered(round: session.round ?? 0)
  }

  /// Whether the round is still under way.
  public func isInForce(in session: Session) -> Bool { (session.round ?? 0) == round }

  /// Names the round.
  public func account(in session: Session) -> String {
    round > 0 ? "began round \(round)" : "went back to before the first round"
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
