// Mixed groups: what is wanted, and who sits where in which round.
extension Session {
  func decideWishes(_ wishes: MixWishes) throws(Refusal) -> [any Event] {
    if let wrong = wishes.balance.first(where: { !($0.weight > 0 && $0.weight.isFinite) }) {
      throw Refusal(
        "‘\(wrong.column)’ cannot count \(wrong.weight)", remedy: "give a weight above 0")
    }
    for person in (wishes.together + wishes.apart).flatMap({ $0 }) { _ = try present(person) }
    for pin in wishes.pins + wishes.hosts {
      _ = try present(pin.delegate)
      _ = try table(pin.group)
    }
    if let sizes = wishes.sizes, sizes.least < 0 || sizes.most < max(1, sizes.least) {
      throw Refusal(
        "groups of \(sizes.least) to \(sizes.most) cannot be had",
        remedy: "give the least size before the most")
    }
    return wishes == mixWishes ? [] : [MixingWished(wishes: wishes)]
  }

  /// Lays the seating of every round down, and seats people as in the round under way or the first.
  func decideSeating(_ new: NewSeating) throws(Refusal) -> [any Event] {
    for seat in new.rounds.flatMap({ $0 }) {
      _ = try present(seat.key)
      _ = try table(seat.value)
    }
    for assignment in new.schedule?.flatMap({ $0 }) ?? [] {
      _ = try table(assignment.key)
      try exists(assignment.value)
    }
    guard new.rounds.count <= 99, !new.rounds.isEmpty else {
      throw Refusal(
        "\(new.rounds.count) rounds cannot be planned", remedy: "choose from 1 to 99 rounds")
    }
    var events: [any Event] = []
    // A single round is simply who sits where.
    let plan = new.rounds.count > 1 ? new.rounds : []
    if plan != seating { events.append(SeatingPlanned(seating: plan)) }
    if let schedule = new.schedule, schedule != rounds {
      events.append(RoundsPlanned(schedule: schedule))
    }
    let current = new.rounds[min(max(0, (round ?? 1) - 1), new.rounds.count - 1)]
    return events + seatingEvents(current, others: nil)
  }

  /// What seats people as planned for a round that begins.
  func seatingForRound(_ round: Int) -> [any Event] {
    guard seating.indices.contains(round - 1) else { return [] }
    let there = seating[round - 1].filter { delegates[$0.key] != nil && group($0.value) != nil }
    return seatingEvents(there, others: seats)
  }

  /// What seats people so; who is not named keeps the seat in `others`, or has none.
  private func seatingEvents(
    _ plan: [DelegateID: GroupID], others: [DelegateID: GroupID]?
  ) -> [any Event] {
    let changed = delegates.keys.compactMap { id -> DelegatesSeated.Seat? in
      let group = plan[id] ?? others?[id]
      return seats[id] == group ? nil : .init(delegate: id, group: group)
    }
    return changed.isEmpty ? [] : [DelegatesSeated(seats: changed)]
  }
}
