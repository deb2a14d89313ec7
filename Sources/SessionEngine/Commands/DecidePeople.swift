extension Session {
  func decideDelegates(
    _ new: [NewDelegate], at moment: Moment
  ) throws(Refusal) -> [any Event] {
    var added: [Delegate] = []
    var seats: [DelegatesSeated.Seat] = []
    for (index, person) in new.enumerated() {
      var profile = person.profile
      profile.name = try named(profile.name, "the delegate’s name")
      if person.isWalkIn, let same = delegates.values.first(where: { $0.profile.isSame(profile) }) {
        throw Refusal(
          "\(same.name) is on the list already", remedy: "mark that delegate present instead")
      }
      let id: DelegateID = moment.fresh(index)
      added.append(
        Delegate(id: id, profile: profile, isPresent: person.isWalkIn, isWalkIn: person.isWalkIn))
      if let group = person.group {
        _ = try table(group)
        seats.append(DelegatesSeated.Seat(delegate: id, group: group))
      }
    }
    guard !added.isEmpty else { return [] }
    return [DelegatesAdded(delegates: added)]
      + (seats.isEmpty ? [] : [DelegatesSeated(seats: seats)])
  }

  func decideCorrection(
    _ id: DelegateID, _ profile: Delegate.Profile
  ) throws(Refusal) -> [any Event] {
    let delegate = try present(id)
    var profile = profile
    profile.name = try named(profile.name, "the delegate’s name")
    return delegate.profile == profile ? [] : [DelegateCorrected(delegate: id, profile: profile)]
  }

  func decideRemoval(_ id: DelegateID) throws(Refusal) -> [any Event] {
    let delegate = try present(id)
    if contributions.all.contains(where: { $0.speaker == id && $0.standing != .redacted }) {
      throw Refusal(
        "\(delegate.name) is noted as a speaker", remedy: "mark the delegate not present instead")
    }
    let seat: [any Event] =
      seats[id] == nil
      ? [] : [DelegatesSeated(seats: [DelegatesSeated.Seat(delegate: id, group: nil)])]
    return seat + [DelegatesRemoved(delegates: [id])]
  }

  func decidePresence(_ id: DelegateID, _ present: Bool) throws(Refusal) -> [any Event] {
    try self.present(id).isPresent == present
      ? [] : [PresenceMarked(delegate: id, present: present)]
  }

  func decideGroups(_ count: Int) throws(Refusal) -> [any Event] {
    guard (1...99).contains(count) else {
      throw Refusal("\(count) groups cannot be set up", remedy: "choose from 1 to 99")
    }
    let kept = tables.filter { $0.number <= count }
    if let spoken = tables.first(where: { $0.number > count && contributions.hasAny(of: $0.id) }) {
      throw Refusal(
        "\(spoken.name) has contributions, so it cannot go",
        remedy: "keep at least \(spoken.number) groups")
    }
    let numbers = Set(kept.map(\.number))
    let fresh = (1...count).filter { !numbers.contains($0) }.map {
      Group(id: GroupID("g\($0)"), number: $0, name: "Table \($0)")
    }
    guard !fresh.isEmpty || kept.count != tables.count else { return [] }
    let rest = groups.filter { $0.id == Group.wholeRoom.id }
    let all = rest + (kept + fresh).sorted { $0.number < $1.number }
    let staying = Set(all.map(\.id))
    let unseated = seats.filter { !staying.contains($0.value) }.keys.sorted()
    return
      (unseated.isEmpty
      ? [] : [DelegatesSeated(seats: unseated.map { .init(delegate: $0, group: nil) })])
      + [GroupsFormed(groups: all), RoundsPlanned(schedule: schedule(for: all))]
  }

  /// Each table's priority in each round: the same in all, or the next one each time.
  ///
  /// A carousel sends table *t* in round *r* to priority *t + r − 2* modulo their number (both
  /// counted from 1), so no two tables meet at one priority while there are no more tables than
  /// priorities, and nobody visits one twice.
  private func schedule(for groups: [Group]) -> [[GroupID: PriorityID]] {
    let priorities = plan.priorities.filter { $0.id != Priority.acrossAll.id }
    guard !priorities.isEmpty else { return [] }
    let tables = groups.filter { $0.id != Group.wholeRoom.id }
    let planned = plan.agenda.compactMap(\.round).max()
    let count = planned ?? (plan.rotation == .carousel ? priorities.count : 1)
    return (0..<max(1, count)).map { round in
      var assignments: [GroupID: PriorityID] = [:]
      for (index, table) in tables.enumerated() {
        let step = plan.rotation == .carousel ? round : 0
        assignments[
          table.id]  // What was laid down for a table that stays is not changed behind anyone's back.
        =
          priority(of: table.id, inRound: round + 1)
          ?? priorities[(index + step) % priorities.count].id
      }
      return assignments
    }
  }

  func decideGroupName(_ id: GroupID, _ name: String) throws(Refusal) -> [any Event] {
    let group = try table(id)
    let name = try named(name, "the group’s name")
    if let same = groups.first(where: { $0.id != id && $0.name.lowercased() == name.lowercased() })
    {
      throw Refusal("‘\(same.name)’ is the name of another group", remedy: "choose another name")
    }
    guard group.name != name else { return [] }
    return [
      GroupsFormed(
        groups: groups.map { $0.id == id ? Group(id: id, number: $0.number, name: name) : $0 })
    ]
  }

  func decideSeats(_ seats: [DelegatesSeated.Seat]) throws(Refusal) -> [any Event] {
    for seat in seats {
      _ = try present(seat.delegate)
      if let group = seat.group { _ = try table(group) }
    }
    let changed = seats.filter { self.seats[$0.delegate] != $0.group }
    return changed.isEmpty ? [] : [DelegatesSeated(seats: changed)]
  }

  func decideAssignment(
    _ group: GroupID, _ priority: PriorityID, _ round: Int
  ) throws(Refusal) -> [any Event] {
    _ = try table(group)
    try exists(priority)
    guard (1...99).contains(round) else {
      throw Refusal("there is no round \(round)", remedy: "choose from 1 to 99")
    }
    guard self.priority(of: group, inRound: round) != priority else { return [] }
    var schedule = rounds
    while schedule.count < round { schedule.append([:]) }
    schedule[round - 1][group] = priority
    return [RoundsPlanned(schedule: schedule)]
  }

  func decideRound(_ round: Int) throws(Refusal) -> [any Event] {
    guard (1...max(1, rounds.count)).contains(round) else {
      throw Refusal(
        "there is no round \(round)", remedy: "choose from 1 to \(max(1, rounds.count))")
    }
    return self.round == round ? [] : [RoundEntered(round: round)]
  }

  func present(_ id: DelegateID) throws(Refusal) -> Delegate {
    guard let delegate = delegates[id] else {
      throw Refusal("there is no such delegate", remedy: "add a walk-in in Arrivals")
    }
    return delegate
  }

  func table(_ id: GroupID) throws(Refusal) -> Group {
    guard let group = group(id) else {
      throw Refusal("there is no such group", remedy: "set up more groups in Groups")
    }
    return group
  }

  func exists(_ id: PriorityID) throws(Refusal) {
    guard priority(id) != nil else {
      throw Refusal("there is no such priority", remedy: "choose one of the plan’s")
    }
  }
}

extension Delegate.Profile {
  func isSame(_ other: Self) -> Bool {
    name.lowercased() == other.name.lowercased()
      && organisation.lowercased() == other.organisation.lowercased()
  }
}
