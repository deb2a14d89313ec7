// Mixed groups: what is wanted, and who sits where in which round.
extension Session {
  func decideWishes(_ wishes: MixWishes) throws(Refusal) -> [any Event] {
    if let wrong = wishes.balance.first(where: {
      !($0.weight > 0 && $0.weight <= MixWishes.Weight.most)
    }) {
      throw Refusal(
        "‘\(wrong.column)’ cannot count \(wrong.weight)",
        remedy: "give a weight above 0, \(Int(MixWishes.Weight.most)) at most")
    }
    // What was wished before may be about somebody who is gone since; only what is new is checked.
    let (old, oldPins) = (mixWishes.together + mixWishes.apart, mixWishes.pins + mixWishes.hosts)
    for people in wishes.together + wishes.apart where !old.contains(people) {
      for person in people { _ = try present(person) }
    }
    for pin in wishes.pins + wishes.hosts where !oldPins.contains(pin) {
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

  /// What seats people as planned for a round that begins.
  func seatingForRound(_ round: Int) -> [any Event] {
    guard seating.indices.contains(round - 1) else { return [] }
    let there = seating[round - 1].filter { delegates[$0.key] != nil && group($0.value) != nil }
    return seatingEvents(seats.merging(there) { _, planned in planned })
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
