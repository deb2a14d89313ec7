import SessionEngine

extension Outcomes {
  /// Takes from a session what may be told.
  ///
  /// - Parameters:
  ///   - priority: only what belongs to it: the opportunities that serve it or came from something
  ///     said on it, and votes on such things. The evaluation is of the whole day and stays.
  ///   - groupSlots: where the groups stand in the documents.
  init(of session: Session, only priority: PriorityID?, groupSlots: [GroupID: Int]) {
    let wanted = session.opportunities.kept.filter { opportunity in
      priority.map { session.concerns(opportunity, $0) } ?? true
    }
    opportunities = wanted.map { session.reported($0, groupSlots) }
    votes = session.scorings.values.compactMap { ReportedVote($0, in: session, only: priority) }
    if !session.plan.evaluation.items.isEmpty || session.feedback.count > 0 {
      evaluation = ReportedEvaluation(session)
    }
    guard let predecessor = session.followsUp else { return }
    let told = Set(wanted.map(\.id))
    followUp = ReportedFollowUp(
      predecessor: predecessor,
      progress: session.progress.filter { told.contains($0.opportunity.id) }.map { progress in
        ReportedFollowUp.Entry(
          number: progress.opportunity.number, title: session.title(of: progress.opportunity),
          before: progress.before, since: progress.since.map { ReportedStep($0) })
      },
      closed: (predecessor.closed ?? []).filter { priority == nil || $0.priority == priority }
        .map { .init(entry: $0, name: session.title(of: $0)) })
  }
}

extension ReportedStep {
  init(_ step: Opportunity.Step) { self.init(standing: step.standing, date: step.at.dateText) }
}

extension Session {
  /// Whether an opportunity serves a priority, or came from something said on it.
  func concerns(_ opportunity: Opportunity, _ priority: PriorityID) -> Bool {
    opportunity.card.priority == priority
      || opportunity.contributions.contains { contributions[$0]?.priority == priority }
      || sources(of: opportunity).contains { $0.priority == priority }
  }

  fileprivate func reported(
    _ opportunity: Opportunity, _ groupSlots: [GroupID: Int]
  ) -> ReportedOpportunity {
    var card = opportunity.card
    let people = [card.owner] + card.helpers
    card.owner = ""
    card.helpers = []
    let owners = people.map { owner($0) }
    return ReportedOpportunity(
      number: opportunity.number, title: title(of: opportunity),
      priority: priority(card.priority)?.title, themes: themes(of: opportunity).map(\.title),
      card: card, owner: owners[0], helpers: owners.dropFirst().compactMap(\.self),
      history: opportunity.history.map { ReportedStep($0) },
      redaction: redactedCards[opportunity.id]?.reason, lacks: lacks(opportunity),
      isDatePast: DayText.iso(plan.date).map { isDatePast(opportunity, on: $0) } ?? false,
      contributions: opportunity.contributions.compactMap { id in
        guard let point = contributions[id], let words = toldWords(of: id),
          let group = groupSlots[point.group]
        else { return nil }
        return Voice(number: point.number, text: words, group: group)
      },
      sources: sources(of: opportunity).compactMap { point in
        groupSlots[point.group].map {
          ReportedSource(number: point.number, text: toldWords(of: point.id), group: $0)
        }
      }, origin: opportunity.origin,
      carriedSources: carriedSources(of: opportunity).filter { !$0.isRedacted })
  }

  private func owner(_ id: DelegateID) -> ReportedOwner? {
    delegates[id].map {
      ReportedOwner(
        name: $0.name,
        organisation: plan.attribution == .named ? $0.profile.organisation : nil)
    }
  }
}
