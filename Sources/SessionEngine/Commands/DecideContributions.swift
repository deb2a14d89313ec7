extension Session {
  func decideCapture(
    _ new: [NewContribution], at moment: Moment
  ) throws(Refusal) -> [any Event] {
    guard moment.numbers.count >= new.count else {
      throw Refusal("there are no numbers left to give", remedy: "try again")
    }
    var events = new.isEmpty ? [] : room(for: new.map { ($0.group, $0.priority) })
    for (index, contribution) in new.enumerated() {
      guard !contribution.words.trimmed.isEmpty else {
        throw Refusal("there is nothing to keep yet", remedy: "type what was said")
      }
      let priority = contribution.priority ?? currentPriority(of: contribution.group)
      try checkPlace(contribution.group, priority)
      for theme in contribution.themes { _ = try present(theme) }
      let lens = contribution.lens ?? Lens.unknown.id
      try exists(lens)
      let id: ContributionID = moment.fresh(index)
      events.append(
        ContributionCaptured(
          contribution: id, number: moment.numbers[index], group: contribution.group,
          priority: priority, round: round, lens: lens, themes: contribution.themes.withoutRepeats,
          highlight: contribution.isHighlighted, saidAt: contribution.saidAt,
          source: contribution.source, words: contribution.words))
      if let speaker = contribution.speaker {
        _ = try present(speaker)
        events.append(SpeakerSet(contribution: id, speaker: speaker))
      }
    }
    return events
  }

  /// What opens the floor, where the whole room as a group, or what lies across the priorities, is
  /// wanted for the first time.
  private func room(for places: [(group: GroupID, priority: PriorityID?)]) -> [any Event] {
    let inRoom = places.contains { $0.group == Group.wholeRoom.id }
    let across = inRoom || places.contains { $0.priority == Priority.acrossAll.id }
    let isMissing =
      (inRoom && group(Group.wholeRoom.id) == nil)
      || (across && priority(Priority.acrossAll.id) == nil)
    return isMissing ? [RoomOpened()] : []
  }

  /// A contribution may stand at any table and priority there is, and in the room as a whole always.
  private func checkPlace(_ group: GroupID, _ priority: PriorityID) throws(Refusal) {
    if group != Group.wholeRoom.id { _ = try table(group) }
    if priority != Priority.acrossAll.id { try exists(priority) }
  }

  func decideRewording(_ id: ContributionID, _ words: String) throws(Refusal) -> [any Event] {
    let contribution = try standing(id)
    guard !words.trimmed.isEmpty else {
      throw Refusal(
        "\(contribution.number.spoken) cannot be left without words", remedy: "withdraw it instead")
    }
    // Bytes, not characters: ‘é’ in one code point and in two are equal strings in Swift.
    return contribution.words.utf8.elementsEqual(words.utf8)
      ? [] : [ContributionReworded(contribution: id, words: words)]
  }

  func decideWithdrawal(_ id: ContributionID) throws(Refusal) -> [any Event] {
    if contributions[id]?.standing == .withdrawn { return [] }
    return [ContributionWithdrawn(contribution: try standing(id).id)]
  }

  func decideRestoration(_ id: ContributionID) throws(Refusal) -> [any Event] {
    if let contribution = contributions[id], contribution.standing == .withdrawn {
      return wayBack(for: contribution) + [ContributionRestored(contribution: id)]
    }
    _ = try standing(id)
    return []
  }

  /// What brings a table or a priority back that was taken away while nothing stood there.
  private func wayBack(for contribution: Contribution) -> [any Event] {
    var trial = self
    trial.bringBack(Contributions.Place(contribution))
    let groups: [any Event] =
      trial.groups == groups ? [] : [GroupsFormed(groups: trial.groups)]
    let priorities: [any Event] =
      trial.plan == plan ? [] : [PlanRevised(priorities: trial.plan.priorities)]
    return groups + priorities
  }

  func decideMove(
    _ id: ContributionID, _ group: GroupID, _ priority: PriorityID
  ) throws(Refusal) -> [any Event] {
    let contribution = try standing(id)
    try checkPlace(group, priority)
    guard (contribution.group, contribution.priority) != (group, priority) else { return [] }
    return room(for: [(group, priority)])
      + [ContributionMoved(contribution: id, group: group, priority: priority)]
  }

  func decideLens(_ id: ContributionID, _ lens: LensID) throws(Refusal) -> [any Event] {
    let contribution = try standing(id)
    try exists(lens)
    return contribution.lens == lens ? [] : [LensSet(contribution: id, lens: lens)]
  }

  func decideCoding(
    _ id: ContributionID, _ theme: ThemeID, _ coded: Bool
  ) throws(Refusal) -> [any Event] {
    let contribution = try standing(id)
    if coded { _ = try present(theme) }
    return contribution.themes.contains(theme) == coded
      ? [] : [ContributionCoded(contribution: id, theme: theme, coded: coded)]
  }

  func decideCoding(
    of ids: [ContributionID], _ theme: ThemeID
  ) throws(Refusal) -> [any Event] {
    _ = try present(theme)
    var events: [any Event] = []
    for id in ids.withoutRepeats { events += try decideCoding(id, theme, true) }
    return events
  }

  func decideHighlight(_ id: ContributionID, _ on: Bool) throws(Refusal) -> [any Event] {
    try standing(id).isHighlighted == on ? [] : [HighlightSet(contribution: id, highlighted: on)]
  }

  func decideSpeaker(_ id: ContributionID, _ speaker: DelegateID?) throws(Refusal) -> [any Event] {
    let contribution = try standing(id)
    if let speaker { _ = try present(speaker) }
    return contribution.speaker == speaker
      ? [] : [SpeakerSet(contribution: id, speaker: speaker)]
  }

  func decideRedaction(_ id: ContributionID, _ reason: String) throws(Refusal) -> [any Event] {
    if contributions[id] == nil, let source = carriedSources[id] {
      guard !source.isRedacted else {
        throw Refusal("\(spoken(id)) was redacted already", remedy: "nothing is left to do")
      }
      let reason = try named(reason, "the reason")
      try checkSilent(reason, of: [source.words])
      return [ContributionRedacted(contribution: id, reason: reason)]
    }
    guard let contribution = contributions[id] else {
      throw Refusal("there is no such contribution", remedy: "look the number up with ‘replay’")
    }
    guard contribution.standing != .redacted else {
      throw Refusal(
        "\(contribution.number.spoken) was redacted already", remedy: "nothing is left to do")
    }
    try checkRedactable(contribution)
    let reason = try named(reason, "the reason")
    // What it is a part of holds its words as well.
    let originals = originals(of: id).filter { $0.standing != .redacted }
    try checkSilent(
      reason, of: ([contribution] + originals).flatMap { $0.earlierWords + [$0.words] })
    return ([contribution] + originals).map {
      ContributionRedacted(contribution: $0.id, reason: reason)
    }
  }

  private func exists(_ lens: LensID) throws(Refusal) {
    guard lens == Lens.unknown.id || plan.lenses.contains(where: { $0.id == lens }) else {
      throw Refusal("there is no such lens", remedy: "choose one of the plan’s")
    }
  }
}
