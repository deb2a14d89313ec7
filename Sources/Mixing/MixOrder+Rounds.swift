import GroupMixer
import SessionEngine

// Rounds: what each group works on, and the way back to a session.
extension MixOrder {
  /// Which place each group has in each round, `[round][group]`: a priority of the plan by its number
  /// from 0, or where the plan has none a place of each group's own.
  ///
  /// What the session has planned stands, as long as it is for so many rounds of that kind or more: some
  /// of it may have been laid down by hand. What rounds that began had stands always.
  public func places(
    _ rotation: Rotation, rounds: Int, in session: Session
  ) -> [[Int]] {
    if rotation == session.plan.rotation, let planned = planned(session, rounds: rounds) {
      return planned
    }
    let priorities = Self.priorities(of: session).count
    let places = priorities > 0 ? priorities : groups.count
    var all =
      switch rotation {
      case .fixed: PlaceRotation.staying(tables: groups.count, places: places, rounds: rounds)
      case .carousel: PlaceRotation.moving(tables: groups.count, places: places, rounds: rounds)
      case .cafe: PlaceRotation.cafe(tables: groups.count, places: places, rounds: rounds)
      }
    for round in 0..<min(held.count, rounds) where priorities > 0 {
      for (index, group) in groups.enumerated() {
        let place = Self.place(of: group.id, groups, inRound: round + 1, of: session)
        if let place, place < priorities { all[round][index] = place }
      }
    }
    return all
  }

  /// Whether people may come to a place twice where nobody has said so: hardly, while the rounds are no more than
  /// the places. Beyond that all have to return, and whom they meet is more. So it is where a place is no more
  /// than a group's table, and nobody need meet anybody twice if people may return.
  ///
  /// - Parameter seed: as for the search that follows.
  public func usualVisits(_ places: [[Int]], seed: UInt64) -> RoundsProblem.Visits {
    guard places.count <= Set(places.joined()).count else { return .free }
    let isOfTables = !visitsPriorities && held.count == 0
    return isOfTables
      && RoundsMixer.meetsFewerWhereVisitsAreFree(rounds(places: places), seed: seed)
      ? .free : .fewest
  }

  private func planned(_ session: Session, rounds: Int) -> [[Int]]? {
    guard session.rounds.count >= rounds else { return nil }
    let numbers = Dictionary(
      Self.priorities(of: session).enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let places = session.rounds.prefix(rounds).map { round in
      groups.compactMap { group in round[group.id].flatMap { numbers[$0] } }
    }
    return places.allSatisfy { $0.count == groups.count } ? places : nil
  }

  /// The command that sets an answer.
  ///
  /// - Parameters:
  ///   - rounds: everyone's group in each round to come, or in one where people keep their seats.
  ///   - places: what each group works on in each of all rounds. Where a session has more rounds planned
  ///     than these, the others stay as they are.
  public func seating(_ rounds: [[Int]], places: [[Int]], in session: Session) -> NewSeating {
    let priorities = Self.priorities(of: session)
    let schedule = places.dropFirst(held.count).map { round in
      Dictionary(
        zip(groups, round).compactMap { group, place in
          priorities.indices.contains(place) ? (group.id, priorities[place].id) : nil
        }, uniquingKeysWith: { first, _ in first })
    }
    // Once rounds have begun, seats that are kept are those of the rounds to come.
    let kept = held.count > 0 && rounds.count == 1 ? max(1, places.count - held.count) : 1
    return NewSeating(
      rounds: rounds.flatMap { Array(repeating: seats($0), count: kept) },
      schedule: priorities.isEmpty ? nil : schedule, firstRound: held.count + 1)
  }

  /// The priorities that groups are sent to.
  public static func priorities(of session: Session) -> [Priority] {
    session.plan.priorities.filter { $0.id != Priority.acrossAll.id }
  }
}
