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

  /// Says so.
  public func account(in session: Session) -> String { "changed what is wanted of the groups" }
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
    guard let first = rounds.first else { return "let everyone keep the seat in every round" }
    let groups = Set(first.compactMap(\.group)).count
    let mixed = "mixed \(first.count) delegates into \(groups) groups"
    return rounds.count == 1 ? mixed : mixed + " for \(rounds.count) rounds"
  }
}
