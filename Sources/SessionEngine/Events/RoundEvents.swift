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

  /// The schedule as it was; the first one stays, with the first tables.
  public func reversal(in session: Session) -> (any Event)? {
    session.rounds.isEmpty ? nil : RoundsPlanned(schedule: session.rounds)
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

/// A group was sent to a priority for one round.
public struct GroupAssigned: Event {
  /// `group.assigned`
  public static let kind = "group.assigned"
  /// The group.
  public let group: GroupID
  /// The round, from 1.
  public let round: Int
  /// What the group works on; `nil` for what it would work on without being told.
  public let priority: PriorityID?

  /// Makes the event.
  public init(group: GroupID, round: Int, priority: PriorityID?) {
    self.group = group
    self.round = round
    self.priority = priority
  }

  /// Writes the one place in the schedule.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard (1...99).contains(round) else { return "a group could not be sent to round \(round)" }
    while session.rounds.count < round { session.rounds.append([:]) }
    session.rounds[round - 1][group] = priority
    while session.rounds.last?.isEmpty == true { session.rounds.removeLast() }
    return nil
  }

  /// The priority as it was.
  public func reversal(in session: Session) -> (any Event)? {
    GroupAssigned(
      group: group, round: round, priority: session.priority(of: group, inRound: round))
  }

  /// Whether the group is still sent there.
  public func isInForce(in session: Session) -> Bool {
    session.priority(of: group, inRound: round) == priority
  }

  /// Names the group, the priority and the round.
  public func account(in session: Session) -> String {
    let name = session.group(group)?.name ?? "a group"
    guard let priority else { return "took \(name) off its priority in round \(round)" }
    let title = session.priority(priority)?.title ?? "a priority"
    return "sent \(name) to ‘\(title)’ in round \(round)"
  }
}

/// A round began.
public struct RoundEntered: Event {
  /// `round.entered`
  public static let kind = "round.entered"
  /// Which, from 1; 0 for going back to before the first.
  public let round: Int
  /// When each round began: given where an undo goes back, so that it leaves no trace.
  public let starts: [Start]?

  /// When a round began.
  public struct Start: Codable, Equatable, Sendable {
    /// The round, from 1.
    public let round: Int
    /// When it was entered last.
    public let at: Instant

    /// Makes a start.
    public init(round: Int, at: Instant) {
      self.round = round
      self.at = at
    }
  }

  /// Makes the event.
  public init(round: Int, starts: [Start]? = nil) {
    self.round = round
    self.starts = starts
  }

  /// Makes the round the one under way.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.round = round > 0 ? round : nil
    if let starts {
      session.roundStarts = Dictionary(
        starts.map { ($0.round, $0.at) }, uniquingKeysWith: { _, last in last })
    } else if round > 0 {
      session.roundStarts[round] = record.at
    }
    return nil
  }

  /// The round that was under way.
  public func reversal(in session: Session) -> (any Event)? {
    let starts = session.roundStarts.sorted { $0.key < $1.key }
    return RoundEntered(
      round: session.round ?? 0, starts: starts.map { Start(round: $0.key, at: $0.value) })
  }

  /// Whether the round is still under way.
  public func isInForce(in session: Session) -> Bool { (session.round ?? 0) == round }

  /// Names the round.
  public func account(in session: Session) -> String {
    round > 0 ? "began round \(round)" : "went back to before the first round"
  }
}
