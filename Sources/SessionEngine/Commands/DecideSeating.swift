// Who sits where in the rounds to come, with the groups and wishes that it was worked out for.
extension Session {
  /// How many rounds have begun, those held and the one under way: 0 to 99.
  public var roundsBegun: Int { min(max(0, round ?? 0, roundStarts.keys.max() ?? 0), 99) }

  /// Lays down who sits where in every round that has not begun, and what goes with it; before the first
  /// round people take the seats of that one. Rounds that began stay as they were.
  func decideSeating(_ new: NewSeating) throws(Refusal) -> [any Event] {
    let begun = roundsBegun
    guard new.firstRound == begun + 1 else {
      throw Refusal(
        "these seats are for round \(new.firstRound) on, and \(begun) "
          + (begun == 1 ? "round has begun" : "rounds have begun"), remedy: "mix anew")
    }
    guard begun + new.rounds.count <= 99, !new.rounds.isEmpty else {
      throw Refusal(
        "\(begun + new.rounds.count) rounds cannot be planned", remedy: "choose from 1 to 99 rounds"
      )
    }
    var then = self
    var events: [any Event] = []
    if let count = new.groups {
      let formed = try then.decideGroups(count, keeping: new.wishes ?? mixWishes)
      events += then.tried(formed)
    }
    if let rotation = new.rotation {
      var revision = PlanRevised()
      revision.rotation = rotation
      let revised = try then.decideRevision(revision)
      events += then.tried(revised)
    }
    if let wishes = new.wishes {
      let wished = try then.decideWishes(wishes)
      events += then.tried(wished)
    }
    try then.check(new)
    let schedule = then.schedule(new, after: self)
    if begun == 0 { then.seats = new.rounds[0] }
    let plan = (1..<(begun + 1)).map { then.seatsHeld(inRound: $0) } + new.rounds
    // Each thing is told once, as it is in the end.
    events.removeAll { $0 is DelegatesSeated || $0 is SeatingChanged || $0 is RoundsPlanned }
    // A single round is simply who sits where.
    let seating = plan.count > 1 ? plan : []
    if seating != self.seating { events.append(SeatingPlanned(seating: seating)) }
    if schedule != rounds { events.append(RoundsPlanned(schedule: schedule)) }
    // Nobody can sit in a group that is not there yet, or no longer.
    let seats = seatingEvents(then.seats)
    return then.tables.count < tables.count ? seats + events : events + seats
  }

  private func check(_ new: NewSeating) throws(Refusal) {
    try check(new.rounds)
    for round in new.schedule ?? [] {
      for (group, priority) in round.sorted(by: { $0.key < $1.key }) {
        _ = try table(group)
        try exists(priority)
      }
    }
  }

  /// Refuses what cannot be, the same of several faults on every machine: a dictionary has no order.
  private func check(_ rounds: [[DelegateID: GroupID]]) throws(Refusal) {
    for seats in rounds {
      for (delegate, group) in seats.sorted(by: { $0.key < $1.key }) {
        _ = try present(delegate)
        _ = try table(group)
      }
    }
  }

  /// Lets events change the session; answers them.
  private mutating func tried(_ events: [any Event]) -> [any Event] {
    for event in events { _ = tryOut(event) }
    return events
  }

  /// What groups work on: in rounds that began what they worked on before, then what is laid down. Rounds
  /// that are planned beyond these stay.
  private func schedule(_ new: NewSeating, after before: Session) -> [[GroupID: PriorityID]] {
    let begun = roundsBegun
    let held = rounds.prefix(begun).enumerated().map { round, groups in
      guard before.rounds.indices.contains(round) else { return groups }
      return groups.merging(before.rounds[round].filter { groups[$0.key] != nil }) { $1 }
    }
    guard let schedule = new.schedule else { return held + rounds.dropFirst(begun) }
    return held + schedule + rounds.dropFirst(begun + schedule.count)
  }

  /// Who sat where in a round that began, counted from 1, as far as it was noted.
  public func seatsHeld(inRound round: Int) -> [DelegateID: GroupID] {
    seating.indices.contains(round - 1) ? seating[round - 1] : seats
  }

  /// Puts the seats of the planned rounds right: of each round only what differs is changed.
  func decideSeatingRepair(
    _ rounds: [[DelegateID: GroupID]]
  ) throws(Refusal) -> [any Event] {
    guard rounds.count == seating.count, !rounds.isEmpty else {
      throw Refusal(
        "the rounds were planned anew meanwhile", remedy: "look again what is to be done")
    }
    try check(rounds)
    let now = min(max(1, round ?? 1), rounds.count)
    var events = seatingEvents(rounds[now - 1])
    for (index, seats) in rounds.enumerated() {
      let changed = delegates.keys.filter { seats[$0] != seating[index][$0] }
      guard !changed.isEmpty else { continue }
      events.append(
        SeatingChanged(
          round: index + 1, seats: changed.map { .init(delegate: $0, group: seats[$0]) }))
    }
    return events
  }

  /// What seats people so; who is not named has no seat.
  func seatingEvents(_ plan: [DelegateID: GroupID]) -> [any Event] {
    let changed = delegates.keys.compactMap { id -> DelegatesSeated.Seat? in
      seats[id] == plan[id] ? nil : .init(delegate: id, group: plan[id])
    }
    return changed.isEmpty ? [] : [DelegatesSeated(seats: changed)]
  }

  /// What a mix or a repair did, where it is more than seats or a plan of them.
  func accountOfSeating(_ events: [any Event]) -> String? {
    let seated = events.compactMap { $0 as? DelegatesSeated }.first
    let changes = events.compactMap { $0 as? SeatingChanged }
    if changes.count + (seated == nil ? 0 : 1) == events.count,
      case let others = changes.map(\.round).filter({ $0 != max(1, round ?? 1) }), !others.isEmpty
    {
      let list = others.map(String.init).joined(separator: ", ")
      let rounds = (others.count == 1 ? "round " : "rounds ") + list
      return seated.map { $0.account(in: self) + "; put \(rounds) right too" }
        ?? "put the seats of \(rounds) right"
    }
    // What was set up for the seats does not hide that people were seated.
    let formed = events.first { $0 is GroupsFormed }
    let wished = events.first { $0 is MixingWished || $0 is PlanRevised }
    guard formed != nil || wished != nil else { return nil }
    let plan = events.compactMap { $0 as? SeatingPlanned }.first { !$0.rounds.isEmpty }
    let isMix = seated?.seats.contains { $0.group != nil } ?? false
    guard let mixed = plan?.account(in: self) ?? (isMix ? seated?.account(in: self) : nil) else {
      return nil
    }
    return formed.map { $0.account(in: self) + "; " + mixed } ?? mixed
  }
}
