import GroupMixer
import SessionEngine

/// What the rounds that began leave to those to come: they stay as they were, whom one met is met, and
/// where one was one has been.
struct HeldRounds: Sendable {
  /// How many have begun, with the one under way.
  var count = 0
  /// Who met, as often as they did.
  var met: [WeightedPair] = []
  /// The places where each person has been; empty where nobody has been anywhere.
  var visited: [Set<Int>] = []

  /// None.
  init() {}

  init(_ session: Session, _ people: [Delegate], _ groups: [Group]) {
    count = session.roundsBegun
    guard count > 0 else { return }
    let tables = (1...count).map { round in
      let seats = session.seatsHeld(inRound: round)
      return people.map { seats[$0.id] }
    }
    for one in people.indices {
      for other in (one + 1)..<max(one + 1, people.count) {
        let times = tables.count { $0[one] != nil && $0[one] == $0[other] }
        if times > 0 { met.append(WeightedPair(one, other, weight: Double(times))) }
      }
    }
    visited = people.indices.map { item in
      Set(
        tables.indices.compactMap { round in
          tables[round][item].flatMap { id in
            MixOrder.place(of: id, groups, inRound: round + 1, of: session)
          }
        })
    }
  }

  /// `round 1`, `rounds 1 and 2` or `rounds 1 to 3`.
  var words: String {
    switch count {
    case 1: "round 1"
    case 2: "rounds 1 and 2"
    default: "rounds 1 to \(count)"
    }
  }
}

extension MixOrder {
  /// The number of what a group works on in a round, counted from 1: of the priority, or where there is
  /// none for it, of a place of its own; `nil` where the group is gone too.
  static func place(
    of group: GroupID, _ groups: [Group], inRound round: Int, of session: Session
  ) -> Int? {
    let priorities = priorities(of: session)
    let priority = session.priority(of: group, inRound: round)
    if let number = priorities.firstIndex(where: { $0.id == priority }) { return number }
    return groups.firstIndex { $0.id == group }.map { priorities.count + $0 }
  }

  /// Makes sure that there are rounds to come.
  ///
  /// - Parameter rounds: how many there are to be in all.
  /// - Throws: `Refusal` where every one has begun.
  public func checkIsToCome(_ rounds: Int) throws(Refusal) {
    guard held.count >= rounds else { return }
    throw Refusal(
      (rounds == 1 ? "the only round has begun" : "all \(rounds) rounds have begun")
        + ", and rounds that began stay as they were",
      remedy: "plan more rounds, or change seats by hand")
  }

  /// How many rounds have begun and stay as they were.
  public var heldRounds: Int { held.count }

  /// That rounds stay as they were, and what becomes of the groups where people keep their seats.
  func heldSentences(keepingSeats: Bool) -> [String] {
    guard held.count > 0 else { return [] }
    let words = held.words.prefix(1).uppercased() + held.words.dropFirst()
    let stay = words + (held.count == 1 ? " stays as it was." : " stay as they were.")
    guard keepingSeats else { return [stay] }
    return [
      stay
        + " Groups change from round \(held.count + 1) on; contributions stay with the group that "
        + "made them."
    ]
  }

  /// How many meetings of these rounds are of two who met in rounds that began.
  func metAgain(_ rounds: [[Int]]) -> String? {
    guard held.count > 0 else { return nil }
    let count = held.met.reduce(0) { sum, pair in
      sum + rounds.count { $0[pair.first] == $0[pair.second] }
    }
    switch count {
    case 0: return "Nobody meets anybody of \(held.words) again."
    case 1: return "1 meeting is of two who met in \(held.words)."
    default: return "\(count) meetings are of two who met in \(held.words)."
    }
  }

  /// Why rounds do not do where nobody was to come to a place twice; `nil` where they do.
  public func comesBack(_ schedule: RoundsSchedule) -> Refusal? {
    let returns = schedule.measures.visitsRepeated.value
    guard returns > 0 else { return nil }
    return Refusal(
      (returns == 1 ? "1 visit leads" : "\(returns) visits lead")
        + " back to a \(place) where one has been, counting \(held.words)",
      remedy: "leave ‘once’ out: then as few come back as can be")
  }
}
