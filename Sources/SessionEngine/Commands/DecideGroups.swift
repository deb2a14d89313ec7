// Tables, seats and rounds.
extension Session {
  /// - Parameter wishes: what is wanted of the groups; unless given, what was.
  func decideGroups(
    _ count: Int, keeping wishes: MixWishes? = nil
  ) throws(Refusal) -> [any Event] {
    guard (1...99).contains(count) else {
      throw Refusal("\(count) groups cannot be set up", remedy: "choose from 1 to 99")
    }
    let kept = tables.filter { $0.number <= count }
    if let spoken = tables.last(where: { $0.number > count && contributions.hasVoice(of: $0.id) }) {
      throw Refusal(
        "\(spoken.name) has contributions, so it cannot go",
        remedy: "keep at least \(spoken.number) groups")
    }
    try checkNobodyStays(wishes ?? mixWishes, atGroupsOver: count)
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
      seating(unseated.map { .init(delegate: $0, group: nil) })
      + [GroupsFormed(groups: all), RoundsPlanned(schedule: schedule(for: all))]
  }

  private func checkNobodyStays(
    _ wishes: MixWishes, atGroupsOver count: Int
  ) throws(Refusal) {
    let going = tables.filter { $0.number > count }
    for (pins, verb) in [(wishes.hosts, "hosts"), (wishes.pins, "stays at")] {
      for pin in pins {
        guard let group = going.first(where: { $0.id == pin.group }) else { continue }
        let name = delegates[pin.delegate]?.name ?? "somebody who is gone"
        throw Refusal(
          "\(name) \(verb) \(group.name), and there are to be only "
            + (count == 1 ? "1 group" : "\(count) groups"),
          remedy: "give \(name) another group, drop the wish, or keep \(group.number) groups")
      }
    }
  }

  /// Each table's priority in each round: the same in all, or the next one each time.
  ///
  /// A carousel sends table *t* in round *r* to priority *t + r − 1* (counted from 1, and round the
  /// list), so no two tables meet at one priority while there are no more tables than priorities,
  /// and nobody visits one twice. What was laid down by hand for a table and a priority that stay is
  /// not changed behind anyone's back, unless `anew`.
  func schedule(for groups: [Group], anew: Bool = false) -> [[GroupID: PriorityID]] {
    let priorities = plan.priorities.filter { $0.id != Priority.acrossAll.id }
    guard !priorities.isEmpty else { return [] }
    let there = Set(plan.priorities.map(\.id))
    let tables = groups.filter { $0.id != Group.wholeRoom.id }
    let count = max(plannedRounds, round ?? 1, anew ? 1 : rounds.count)
    return (0..<min(count, 99)).map { round in
      let step = step(in: round, of: count, tables.count, priorities.count)
      var assignments: [GroupID: PriorityID] = [:]
      for group in groups {
        let laidDown = anew ? nil : priority(of: group.id, inRound: round + 1)
        if let laidDown, there.contains(laidDown) { assignments[group.id] = laidDown }
      }
      for (index, table) in tables.enumerated() where assignments[table.id] == nil {
        assignments[table.id] = priorities[(index + step) % priorities.count].id
      }
      return assignments
    }
  }

  /// How far the groups have moved on by a round, counted from 0. In a café people move; the groups do
  /// only where there are too few of them for all priorities, or where priorities with a group less
  /// than others would have too few seats for everybody to come.
  private func step(in round: Int, of rounds: Int, _ tables: Int, _ priorities: Int) -> Int {
    switch plan.rotation {
    case .fixed: return 0
    case .carousel: return round
    case .cafe:
      let most = (tables + priorities - 1) / priorities
      if tables % priorities == 0 || (tables > priorities && rounds * most <= tables) { return 0 }
      // The priorities of a round follow those of the last; one further whenever that comes round.
      let step = tables % priorities
      let turn = round % priorities
      let period = (1...priorities).first { $0 * step % priorities == 0 } ?? priorities
      return turn * step + turn / period
    }
  }

  /// How many rounds the agenda names; without any, enough for every table to visit every priority.
  private var plannedRounds: Int {
    let visits = plan.priorities.count { $0.id != Priority.acrossAll.id }
    return plan.agenda.compactMap(\.round).max() ?? (plan.rotation == .fixed ? 1 : visits)
  }

  func decideGroupName(_ id: GroupID, _ name: String) throws(Refusal) -> [any Event] {
    let group = try table(id)
    let name = try named(name, "the group’s name")
    if let same = groups.first(where: { $0.id != id && $0.name.lowercased() == name.lowercased() })
    {
      throw Refusal("‘\(same.name)’ is the name of another group", remedy: "choose another name")
    }
    guard group.name != name else { return [] }
    return [GroupRenamed(group: id, name: name)]
  }

  func decideSeats(_ seats: [DelegatesSeated.Seat]) throws(Refusal) -> [any Event] {
    for seat in seats {
      _ = try present(seat.delegate)
      if let group = seat.group { _ = try table(group) }
    }
    let last = Dictionary(seats.map { ($0.delegate, $0) }, uniquingKeysWith: { _, last in last })
    let changed = seats.filter { last[$0.delegate] == $0 && self.seats[$0.delegate] != $0.group }
    return seating(changed)
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
    return [GroupAssigned(group: group, round: round, priority: priority)]
  }

  func decideRound(_ round: Int) throws(Refusal) -> [any Event] {
    guard (1...max(1, rounds.count)).contains(round) else {
      throw Refusal(
        "there is no round \(round)", remedy: "choose from 1 to \(max(1, rounds.count))")
    }
    return self.round == round ? [] : [RoundEntered(round: round)] + seatingForRound(round)
  }
}
