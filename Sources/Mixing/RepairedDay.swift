import GroupMixer
import SessionEngine

/// The rounds of a day, put right one after the other.
struct RepairedDay {
  private(set) var order: MixOrder
  /// Who sits where, round by round: one round where none is planned.
  private(set) var rounds: [[DelegateID: GroupID]]
  /// The round under way, or the first. Those before it stay as they were.
  let current: Int
  /// What is done in each round from the current one on.
  private(set) var plans: [Int: Plan] = [:]
  /// What each group works on in each round, as numbers; a place of its own where the plan has no
  /// priority for it.
  private let places: [[Int]]
  /// How often people came to a place twice before anything was put right.
  private var returnsBefore: [Int] = []

  /// What is done in one round.
  struct Plan {
    var assignment: [Int]
    /// Where each sat before; `nil` for those who had no seat.
    let seated: [Int?]
    let isFewest: Bool

    /// Those who change their group.
    var moves: [Int] {
      assignment.indices.filter { seated[$0] != nil && seated[$0] != assignment[$0] }
    }
    /// Those who had no seat.
    var placed: [Int] { assignment.indices.filter { seated[$0] == nil } }
  }

  init(_ order: MixOrder, _ session: Session) {
    self.order = order
    let isPlanned = session.seating.count > 1
    rounds = isPlanned ? session.seating : [session.seats]
    current = isPlanned ? min(max(0, (session.round ?? 1) - 1), rounds.count - 1) : 0
    rounds[current] = session.seats
    places = rounds.indices.map { round in
      order.groups.map {
        MixOrder.place(of: $0.id, order.groups, inRound: round + 1, of: session) ?? 0
      }
    }
    self.order.visit(Array(places.dropFirst(current)))
    returnsBefore = order.people.indices.map { returns(of: $0, rounds) }
  }

  mutating func repair() throws(Refusal) {
    for round in current..<rounds.count {
      var plan = try order.repaired(rounds[round])
      if rounds.count > 1 { keepVisitsOnce(&plan, in: round) }
      plans[round] = plan
      rounds[round] = order.seats(plan.assignment)
    }
  }

  // MARK: Visits once

  /// In how many rounds a person comes to a place where he or she has been before.
  private func returns(of item: Int, _ rounds: [[DelegateID: GroupID]]) -> Int {
    let visited = visits(of: item, rounds)
    return visited.count - Set(visited).count
  }

  private func visits(of item: Int, _ rounds: [[DelegateID: GroupID]]) -> [Int] {
    guard !order.hosts.keys.contains(item) else { return [] }
    return rounds.indices.compactMap { round in
      rounds[round][order.people[item].id].flatMap { id in
        order.groups.firstIndex { $0.id == id }.map { places[round][$0] }
      }
    }
  }

  /// Chooses, among plans with as few moves and as even sizes, one after which fewer come to a place
  /// twice: another takes a move on, two exchange their new groups, or somebody new sits elsewhere.
  private func keepVisitsOnce(_ plan: inout Plan, in round: Int) {
    let elsewhere = order.people.indices.map { item in
      visits(of: item, rounds.enumerated().map { $0.offset == round ? [:] : $0.element })
    }
    func cost(_ assignment: [Int]) -> Int {
      assignment.indices.reduce(0) { sum, item in
        let place = places[round][assignment[item]]
        return sum + elsewhere[item].count { $0 == place }
      }
    }
    func unevenness(_ assignment: [Int]) -> Int {
      order.groups.indices.reduce(0) { sum, group in
        let count = assignment.count { $0 == group }
        return sum + count * count
      }
    }
    let moves = plan.moves.count
    var least = cost(plan.assignment)
    var isBetter = true
    while isBetter, least > 0 {
      isBetter = false
      for candidate in candidates(plan) where !isBetter {
        let new = cost(candidate)
        var changed = plan
        changed.assignment = candidate
        guard new < least, changed.moves.count <= moves,
          unevenness(candidate) <= unevenness(plan.assignment),
          (try? order.problem.broken(by: candidate))?.isEmpty == true
        else { continue }
        plan = changed
        least = new
        isBetter = true
      }
    }
  }

  private func candidates(_ plan: Plan) -> [[Int]] {
    var candidates: [[Int]] = []
    func add(_ change: (inout [Int]) -> Void) {
      var assignment = plan.assignment
      change(&assignment)
      candidates.append(assignment)
    }
    let changing = plan.moves + plan.placed
    for (index, one) in changing.enumerated() {
      for other in changing[(index + 1)...] { add { $0.swapAt(one, other) } }
      for group in order.groups.indices { add { $0[one] = group } }
      guard let from = plan.seated[one] else { continue }
      let to = plan.assignment[one]
      for other in plan.assignment.indices
      where plan.assignment[other] == from && plan.seated[other] == from {
        add { assignment in
          assignment[one] = from
          assignment[other] = to
        }
      }
    }
    return candidates
  }

  // MARK: Words

  /// What happens in a round.
  func sentences(of round: Int) -> [String] {
    guard let plan = plans[round] else { return [] }
    return order.sentences(plan)
  }

  /// Who comes back to where they have been because of the repair, and in which round.
  var returnSentences: [String] {
    guard rounds.count > 1 else { return [] }
    return order.people.indices.compactMap { item in
      guard returns(of: item, rounds) > returnsBefore[item],
        let round = plans.keys.sorted().last(where: { isReturn(item, in: $0) })
      else { return nil }
      let place = places[round][plans[round]?.assignment[item] ?? 0]
      return "\(order.people[item].name) comes to ‘\(order.name(ofPlace: place))’ again in round "
        + "\(round + 1)"
    }
  }

  /// Whether a person was moved or placed where he or she comes in another round too.
  private func isReturn(_ item: Int, in round: Int) -> Bool {
    guard let plan = plans[round], plan.seated[item] != plan.assignment[item] else { return false }
    let place = places[round][plan.assignment[item]]
    return visits(of: item, rounds).count { $0 == place } > 1
  }
}
