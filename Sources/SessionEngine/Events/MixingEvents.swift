/// What is wanted of mixed groups was laid down.
public struct MixingWished: Event {
  /// `mixing.wished`
  public static let kind = "mixing.wished"
  /// All wishes there are from now on.
  public let wishes: MixWishes

  /// Makes the event.
  public init(wishes: MixWishes) { self.wishes = wishes }

  /// Replaces the wishes.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.mixWishes = wishes
    return nil
  }

  /// The wishes as they were.
  public func reversal(in session: Session) -> (any Event)? {
    MixingWished(wishes: session.mixWishes)
  }

  /// Whether they are still these.
  public func isInForce(in session: Session) -> Bool { session.mixWishes == wishes }

  /// Says what is wished now and was not, and the other way round; where that is no longer to be seen,
  /// that it was changed.
  public func account(in session: Session) -> String {
    let changes = wishes.changes(from: session.mixWishes, in: session)
    if changes.isEmpty { return "changed what is wanted of the groups" }
    let more = changes.count > 3 ? ["and \(changes.count - 3) more"] : []
    return (changes.prefix(3) + more).joined(separator: "; ")
  }
}

/// Who sits where was laid down for every round.
public struct SeatingPlanned: Event {
  /// `seating.planned`
  public static let kind = "seating.planned"
  /// One round after the other; empty where people keep their seats.
  public let rounds: [[DelegatesSeated.Seat]]

  /// Makes the event.
  public init(rounds: [[DelegatesSeated.Seat]]) { self.rounds = rounds }

  /// Makes the event of a plan, in a fixed order.
  public init(seating: [[DelegateID: GroupID]]) {
    rounds = seating.map { round in
      round.sorted { $0.key < $1.key }.map { .init(delegate: $0.key, group: $0.value) }
    }
  }

  /// Replaces the plan. Nobody moves by it: a round that begins seats people.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.seating = Self.seating(rounds)
    return nil
  }

  private static func seating(
    _ rounds: [[DelegatesSeated.Seat]]
  ) -> [[DelegateID: GroupID]] {
    rounds.map { round in
      Dictionary(
        round.compactMap { seat in seat.group.map { (seat.delegate, $0) } },
        uniquingKeysWith: { _, last in last })
    }
  }

  /// The plan as it was.
  public func reversal(in session: Session) -> (any Event)? {
    SeatingPlanned(seating: session.seating)
  }

  /// Whether the plan is still this one.
  public func isInForce(in session: Session) -> Bool { session.seating == Self.seating(rounds) }

  /// Counts rounds and people.
  public func account(in session: Session) -> String {
    let begun = min(session.roundsBegun, max(0, rounds.count - 1))
    guard !rounds.isEmpty else { return "let everyone keep the seat in every round" }
    let groups = Set(rounds[begun].compactMap(\.group)).count
    let mixed =
      "mixed " + count(rounds[begun].count, "delegate") + " into " + count(groups, "group")
    if rounds.count == 1 { return mixed }
    if begun == 0 { return mixed + " for \(rounds.count) rounds" }
    return mixed
      + (begun + 1 == rounds.count
        ? " for round \(rounds.count)" : " for rounds \(begun + 1) to \(rounds.count)")
  }

  private func count(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}

/// Seats of a planned round were changed by hand, so that the plan and the room stay the same.
public struct SeatingChanged: Event {
  /// `seating.changed`
  public static let kind = "seating.changed"
  /// The round, counted from 1.
  public let round: Int
  /// Who sits where in that round; who is not named keeps the seat.
  public let seats: [DelegatesSeated.Seat]

  /// Makes the event.
  public init(round: Int, seats: [DelegatesSeated.Seat]) {
    self.round = round
    self.seats = seats
  }

  /// Changes the round, where it is still planned.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard session.seating.indices.contains(round - 1) else {
      return "round \(round) is not planned"
    }
    for seat in seats { session.seating[round - 1][seat.delegate] = seat.group }
    return nil
  }

  /// The seats of that round as they were.
  public func reversal(in session: Session) -> (any Event)? {
    let plan = session.plannedSeats(inRound: round)
    return SeatingChanged(
      round: round,
      seats: seats.map { .init(delegate: $0.delegate, group: plan[$0.delegate]) })
  }

  /// Whether everyone is still to sit there.
  public func isInForce(in session: Session) -> Bool {
    let plan = session.plannedSeats(inRound: round)
    return seats.allSatisfy { plan[$0.delegate] == $0.group }
  }

  /// Says who moves, and that it is for this round.
  public func account(in session: Session) -> String {
    DelegatesSeated(seats: seats).account(in: session) + " in round \(round); other rounds stay"
  }
}
