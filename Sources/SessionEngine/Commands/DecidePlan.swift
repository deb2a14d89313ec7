extension Session {
  func decideOpen(_ id: SessionID, _ plan: Plan) throws(Refusal) -> [any Event] {
    guard !isOpen else {
      throw Refusal("this session is open already", remedy: "begin another in a new folder")
    }
    try check(plan)
    var events: [any Event] = [SessionOpened(session: id, plan: plan)]
    var opened = self
    opened.isOpen = true
    opened.plan = plan
    events += try opened.decideGroups(plan.tables)
    return events
  }

  func decideRevision(_ revision: PlanRevised) throws(Refusal) -> [any Event] {
    guard let reversal = revision.reversal(in: self) as? PlanRevised, reversal != revision else {
      return []
    }
    try checkNothingInUseGoes(revision)
    var changed = self
    _ = revision.change(
      &changed,
      by: Record(
        device: "", seq: 0, time: lastTime, at: Instant(milliseconds: 0), scribe: "", act: 0,
        event: revision))
    try check(changed.plan)
    return [revision] + changed.replanned(by: revision)
  }

  /// The schedule for what the plan says now; none where the revision leaves it as it is.
  private func replanned(by revision: PlanRevised) -> [any Event] {
    guard revision.priorities != nil || revision.agenda != nil || revision.rotation != nil else {
      return []
    }
    let schedule = schedule(for: groups, anew: revision.rotation != nil)
    return schedule == rounds ? [] : [RoundsPlanned(schedule: schedule)]
  }

  private func checkNothingInUseGoes(_ revision: PlanRevised) throws(Refusal) {
    if let given = revision.priorities.map({ Set($0.map(\.id)) }),
      let spoken = plan.priorities.first(where: {
        !given.contains($0.id) && contributions.hasVoice(on: $0.id)
      })
    {
      throw Refusal(
        "there are contributions on ‘\(spoken.title)’, so it cannot go",
        remedy: "keep the priority, or rename it")
    }
    if let given = revision.lenses.map({ Set($0.map(\.id)) }),
      let used = plan.lenses.first(where: { lens in
        lens.id != Lens.unknown.id && !given.contains(lens.id)
          && contributions.all.contains { $0.hasVoice && $0.lens == lens.id }
      })
    {
      throw Refusal(
        "there are contributions under ‘\(used.title)’, so it cannot go",
        remedy: "keep the lens, or rename it")
    }
    let asked = Dictionary(
      (retiredItems + self.plan.evaluation.items).map { ($0.id, $0.statement) },
      uniquingKeysWith: { $1 })
    for item in revision.evaluation?.items ?? [] {
      guard let statement = asked[item.id], statement != item.statement else { continue }
      let forms = feedback.answers(to: item.id)
      guard forms == 0 else {
        throw Refusal(
          "‘\(statement)’ is answered on \(forms == 1 ? "1 form" : "\(forms) forms"), so its words"
            + " stay", remedy: "give the new statement an id of its own")
      }
    }
    if let agenda = revision.agenda, let clock, !agenda.contains(where: { $0.id == clock.stage }) {
      throw Refusal(
        "‘\(stage(clock.stage)?.title ?? clock.stage.text)’ is under way, so it cannot go",
        remedy: "keep the stage, or end it first")
    }
  }

  private func check(_ plan: Plan) throws(Refusal) {
    guard !plan.title.trimmed.isEmpty else {
      throw Refusal("the plan has no title", remedy: "give it one")
    }
    guard !plan.priorities.isEmpty else {
      throw Refusal("the plan has no priority", remedy: "name at least one")
    }
    guard (1...99).contains(plan.tables) else {
      throw Refusal("the plan has \(plan.tables) groups", remedy: "choose from 1 to 99")
    }
    for stage in plan.agenda {
      guard (0...24 * 60).contains(stage.minutes) else {
        throw Refusal(
          "the stage ‘\(stage.title)’ has \(stage.minutes) minutes", remedy: "choose from 0 to 1440"
        )
      }
      guard (1...99).contains(stage.round ?? 1) else {
        throw Refusal(
          "the stage ‘\(stage.title)’ begins round \(stage.round ?? 0)",
          remedy: "choose from 1 to 99")
      }
    }
    try unique(plan.priorities.map(\.id.text), "priorities")
    try unique(plan.themes.map(\.id.text), "themes")
    try unique(plan.lenses.map(\.id.text), "lenses")
    try unique(plan.agenda.map(\.id.text), "stages")
    try unique(plan.evaluation.items.map(\.id), "evaluation items")
  }

  private func unique(_ ids: [String], _ what: String) throws(Refusal) {
    var seen: Set<String> = []
    for id in ids where !seen.insert(id).inserted {
      throw Refusal("two \(what) of the plan have the id ‘\(id)’", remedy: "give each its own")
    }
  }
}
