import SessionEngine

extension Disclosure {
  /// Takes from a session what its attribution rule allows.
  init(
    of session: Session, selection: ExportSelection, exportedAt: Instant
  ) throws(ReportError) {
    let index = SessionIndex(session)
    if let group = selection.group, index.groupSlots[group] == nil {
      throw .unknownGroup(group)
    }
    if let priority = selection.priority, index.prioritySlots[priority] == nil {
      throw .unknownPriority(priority)
    }
    let roster = Roster(session, groups: index.groups)
    let clock = DisclosedClock(session)
    let wanted = selection.priority.flatMap { index.prioritySlots[$0] }
    var spoken: Set<Int> = []
    var points: [Point] = []
    var slots: [ContributionID: Int] = [:]
    points.reserveCapacity(session.contributions.keptCount)
    for contribution in session.contributions.all where contribution.isKept {
      guard var point = index.point(contribution, at: clock.time(of: contribution)) else {
        continue
      }
      spoken.insert(point.group)
      if let wanted {
        guard point.priority == wanted else { continue }
        point.priority = 0
      }
      point.speaker = contribution.speaker.flatMap { roster.speaker($0) }
      index.addFamily(of: contribution, to: &point)
      if let wanted {
        for place in point.alsoSaid.indices {
          point.alsoSaid[place].priority = point.alsoSaid[place].priority == wanted ? 0 : nil
        }
      }
      slots[contribution.id] = points.count
      points.append(point)
    }
    self.init(
      plan: session.plan, exportedAt: clock.text(exportedAt), groups: [],
      priorities: wanted.map { [index.priorities[$0]] } ?? index.priorities,
      themes: session.themes, lenses: index.lenses, rounds: clock.rounds, people: roster.people,
      presentCount: roster.presentCount, sectors: roster.sectors, points: points)
    highlights = session.themes.map { theme in
      session.highlights(of: theme.id).compactMap { slots[$0.id] }
    }
    themeOrigins = session.themes.map { theme in
      ThemeOrigin(
        mergedFrom: session.themeLineage.merged(into: theme.id).map(\.theme.title),
        splitFrom: session.themeLineage.origins[theme.id].map { session.title(of: $0) })
    }
    outcomes = Outcomes(of: session, only: selection.priority, groupSlots: index.groupSlots)
    let hasTables = !session.tables.isEmpty
    groups = index.groups.enumerated().map { slot, group in
      ReportedGroup(
        number: group.number, name: group.name,
        isReported: selection.group.map { $0 == group.id }
          ?? (group.id != Group.wholeRoom.id || spoken.contains(slot) || !hasTables),
        members: roster.members[slot], schedule: index.schedule(of: group.id))
    }
  }
}

/// Finds what a contribution names, at once.
private struct SessionIndex {
  let session: Session
  let groups: [Group]
  let priorities: [Priority]
  let lenses: [Lens]
  let groupSlots: [GroupID: Int]
  let prioritySlots: [PriorityID: Int]
  private let lensSlots: [LensID: Int]
  private let themeSlots: [ThemeID: Int]

  /// A contribution whose group or priority an event from elsewhere took away is still shown: under
  /// a name that says so.
  init(_ session: Session) {
    self.session = session
    var groups = session.groups
    var priorities = session.plan.priorities
    var groupSlots = slots(groups.map(\.id))
    var prioritySlots = slots(priorities.map(\.id))
    var lenses = session.plan.lenses
    if !lenses.contains(where: { $0.id == Lens.unknown.id }) { lenses.append(.unknown) }
    for contribution in session.contributions.all where contribution.hasVoice {
      if groupSlots[contribution.group] == nil {
        groupSlots[contribution.group] = groups.count
        groups.append(.unlisted(contribution.group, after: groups))
      }
      if prioritySlots[contribution.priority] == nil {
        prioritySlots[contribution.priority] = priorities.count
        priorities.append(.unlisted(contribution.priority))
      }
    }
    self.groups = groups
    self.priorities = priorities
    self.lenses = lenses
    self.groupSlots = groupSlots
    self.prioritySlots = prioritySlots
    lensSlots = slots(lenses.map(\.id))
    themeSlots = slots(session.themes.map(\.id))
  }

  func point(_ contribution: Contribution, at time: String) -> Point? {
    guard let group = groupSlots[contribution.group],
      let priority = prioritySlots[contribution.priority],
      let lens = lensSlots[contribution.lens] ?? lensSlots[Lens.unknown.id]
    else { return nil }
    return Point(
      number: contribution.number, text: contribution.words, group: group, priority: priority,
      lens: lens, themes: contribution.themes.compactMap { themeSlots[$0] }.sorted(),
      isHighlighted: contribution.isHighlighted, round: contribution.round, at: time,
      isReworded: contribution.earlierWords.first.map {
        !$0.utf8.elementsEqual(contribution.words.utf8)
      } ?? false, speaker: nil)
  }

  /// Adds what was said to the same effect, and what the point is a part of, as far as either may still
  /// be told: what was withdrawn or redacted since may not.
  func addFamily(of contribution: Contribution, to point: inout Point) {
    if !session.lineage.merged(into: contribution.id).isEmpty {
      let others = session.family(of: contribution.id)?.merged ?? []
      point.alsoSaid = others.filter { $0.standing == .merged }.compactMap { voice($0) }
    }
    guard let original = session.lineage.originals[contribution.id],
      let whole = session.contributions[original], whole.standing == .split
    else { return }
    point.partOf = voice(whole)
  }

  private func voice(_ contribution: Contribution) -> Voice? {
    guard let words = session.toldWords(of: contribution.id),
      let group = groupSlots[contribution.group]
    else { return nil }
    return Voice(
      number: contribution.number, text: words, group: group,
      priority: prioritySlots[contribution.priority])
  }

  func schedule(of group: GroupID) -> [(round: Int, priority: String)] {
    session.rounds.indices.compactMap { round in
      session.rounds[round][group].map { id in
        (round + 1, prioritySlots[id].map { priorities[$0].title } ?? Priority.unlisted(id).title)
      }
    }
  }
}

/// What the rule lets be told about time.
private struct DisclosedClock {
  private let isUnderRule: Bool
  private let starts: [Int: String]
  private let day: String
  let rounds: [ReportedRound]

  init(_ session: Session) {
    isUnderRule = session.plan.attribution == .chathamHouse
    starts = session.roundStarts.mapValues(\.minuteText)
    // Where no round was under way, the whole session counts as one: the day on which it began.
    let first = session.contributions.all.lazy.filter(\.isKept).map(\.at).min()
    let planned = session.plan.date
    day =
      Instant(planned + "T00:00:00Z") != nil && planned.utf8.count == 10
      ? planned : first.map(\.dateText) ?? ""
    let last = max(session.rounds.count, session.roundStarts.keys.max() ?? 0)
    let texts = starts
    rounds = (0..<last).map { ReportedRound(number: $0 + 1, startedAt: texts[$0 + 1]) }
  }

  /// When a contribution was made: under the Rule when its round began, else the day of the session.
  func time(of contribution: Contribution) -> String {
    guard isUnderRule else { return contribution.at.description }
    return contribution.round.flatMap { starts[$0] } ?? day
  }

  func text(_ exportedAt: Instant) -> String {
    isUnderRule ? exportedAt.dateText : exportedAt.description
  }
}

private func slots<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
  Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
}

extension Group {
  fileprivate static func unlisted(_ id: GroupID, after others: [Group]) -> Group {
    guard id != wholeRoom.id else { return wholeRoom }
    let number = (others.map(\.number).max() ?? 0) + 1
    return Group(id: id, number: number, name: "Group no longer listed")
  }
}

extension Priority {
  fileprivate static func unlisted(_ id: PriorityID) -> Priority {
    id == acrossAll.id ? acrossAll : Priority(id: id, title: "Priority no longer listed")
  }
}

extension Instant {
  /// The date in UTC, such as `2026-11-24`.
  var dateText: String { CivilTime(self, offsetSeconds: 0).dateText }

  /// The minute in UTC, such as `2026-11-24T10:42:00Z`.
  var minuteText: String {
    let time = CivilTime(self, offsetSeconds: 0)
    return time.dateText + "T" + time.clockText.prefix(5) + ":00Z"
  }
}
