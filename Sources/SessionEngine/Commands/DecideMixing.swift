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
    if let twice = wishes.seatedTwice(in: self) {
      throw Refusal(twice, remedy: "leave one of the two out")
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
    // Rounds that are planned beyond these stay as they are.
    if let first = new.schedule, case let schedule = first + rounds.dropFirst(first.count),
      schedule != rounds
    {
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

  /// What seats people now. Where rounds are planned, the round in the room is changed with it: what the
  /// sheets say and where people sit are the same, and to begin the round anew moves nobody.
  func seating(_ seats: [DelegatesSeated.Seat]) -> [any Event] {
    guard !seats.isEmpty else { return [] }
    let round = max(1, self.round ?? 1)
    let planned = plannedSeats(inRound: round)
    let changed = seats.filter { planned[$0.delegate] != $0.group }
    guard seating.indices.contains(round - 1), !changed.isEmpty else {
      return [DelegatesSeated(seats: seats)]
    }
    return [DelegatesSeated(seats: seats), SeatingChanged(round: round, seats: changed)]
  }
}

// Who is to sit where.
extension Session {
  /// What the plan says of a round, counted from 1; nothing where none is planned.
  func plannedSeats(inRound round: Int) -> [DelegateID: GroupID] {
    seating.indices.contains(round - 1) ? seating[round - 1] : [:]
  }

  /// Where a delegate sits in a round, counted from 1: in the room as it is for the round under way (or
  /// the first, before any), as planned for the others. Who is not in the plan of a round to come keeps
  /// the seat of the round before, as when that round begins.
  public func seat(of delegate: DelegateID, inRound round: Int) -> GroupID? {
    let now = max(1, self.round ?? 1)
    if round < now {
      return plannedSeats(inRound: round)[delegate] ?? (seating.isEmpty ? seats[delegate] : nil)
    }
    for round in stride(from: round, to: now, by: -1) {
      if let group = plannedSeats(inRound: round)[delegate], self.group(group) != nil {
        return group
      }
    }
    return seats[delegate]
  }
}
