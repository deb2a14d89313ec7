extension Session {
  func decideRaising(
    _ contributions: [ContributionID], _ card: CardPatch, at moment: Moment
  ) throws(Refusal) -> [any Event] {
    guard let number = moment.opportunityNumbers.first else {
      throw Refusal("there are no numbers left to give", remedy: "try again")
    }
    let sources = contributions.withoutRepeats
    guard !sources.isEmpty else {
      throw Refusal(
        "an opportunity comes from something that was said",
        remedy: "choose one contribution or several")
    }
    for id in sources { _ = try standing(id) }
    let patch = try checked(card).changes(to: OpportunityCard())
    return [
      OpportunityRaised(
        opportunity: moment.fresh(), number: number, contributions: sources, card: patch)
    ]
  }

  func decideCard(_ id: OpportunityID, _ card: CardPatch) throws(Refusal) -> [any Event] {
    let opportunity = try present(id)
    let patch = try checked(card).changes(to: opportunity.card)
    if patch.title == "", opportunity.contributions.isEmpty, carriedName(of: opportunity) == nil {
      throw Refusal(
        "\(opportunity.number.spoken) would have no title", remedy: "type a few words")
    }
    return patch.isEmpty
      ? [] : [OpportunityRevised(opportunity: id, card: patch, edition: edition(of: id))]
  }

  /// The patch in its proper form: without white space around it, and lists in their order.
  private func checked(_ card: CardPatch) throws(Refusal) -> CardPatch {
    var card = card
    card.title = card.title?.trimmed
    card.date = card.date?.trimmed
    if let date = card.date, !date.isEmpty {
      guard let day = DayText.iso(date) else {
        throw Refusal("‘\(date)’ is no date", remedy: "write it as 2026-11-24 or 24/11/2026")
      }
      card.date = day
    }
    if let priority = card.priority, !priority.text.isEmpty { try exists(priority) }
    for theme in card.themes ?? [] { _ = try present(theme) }
    if let owner = card.owner, !owner.text.isEmpty { _ = try present(owner) }
    for helper in card.helpers ?? [] { _ = try present(helper) }
    for level in [card.marylandNow, card.marylandAfter].compactMap({ $0 }) {
      guard (0...5).contains(level) else {
        throw Refusal(
          "the Maryland scale has no level \(level)",
          remedy: "choose from 1 to 5, or 0 while nobody can say")
      }
    }
    card.themes = card.themes?.withoutRepeats
    card.helpers = card.helpers?.withoutRepeats
    card.skillsWanted = card.skillsWanted?.map(\.trimmed).filter { !$0.isEmpty }.withoutRepeats
    card.fourPs = card.fourPs.map { given in
      OpportunityCard.FourP.allCases.filter { given.contains($0) }
    }
    return card
  }

  func decideLink(
    _ id: OpportunityID, _ contribution: ContributionID, _ on: Bool
  ) throws(Refusal) -> [any Event] {
    let opportunity = try present(id)
    if on { _ = try standing(contribution) }
    guard opportunity.contributions.contains(contribution) != on else { return [] }
    if !on, opportunity.contributions.count == 1, opportunity.origin == nil {
      throw Refusal(
        "\(opportunity.number.spoken) came from nothing else that was said",
        remedy: "link another contribution first, or withdraw \(opportunity.number.spoken)")
    }
    return [OpportunityLinked(opportunity: id, contribution: contribution, linked: on)]
  }

  func decideStanding(
    _ id: OpportunityID, _ standing: Opportunity.Standing
  ) throws(Refusal) -> [any Event] {
    let opportunity = try present(id)
    let number = opportunity.number.spoken
    let reason = standing.reason?.trimmed ?? ""
    switch standing.stage {
    case .tried where standing.outcome == nil:
      throw Refusal(
        "\(number) was tried, with what outcome?", remedy: "say worked, promising or did not work")
    case .dropped where reason.isEmpty:
      throw Refusal("\(number) is dropped, but why?", remedy: "give the reason in a few words")
    default: break
    }
    guard standing.stage == .tried || standing.outcome == nil else {
      throw Refusal(
        "\(number) has an outcome only once it was tried", remedy: "say that it was tried")
    }
    let new = Opportunity.Standing(
      standing.stage, outcome: standing.outcome, reason: reason.isEmpty ? nil : reason)
    return opportunity.standing == new
      ? [] : [OpportunityStaged(opportunity: id, standing: new, edition: edition(of: id))]
  }

  func decideOpportunityWithdrawal(_ id: OpportunityID, _ on: Bool) throws(Refusal) -> [any Event] {
    guard let opportunity = opportunities[id] else {
      throw Refusal("there is no such opportunity", remedy: "raise one from a contribution")
    }
    return opportunity.isWithdrawn == on
      ? [] : [OpportunityWithdrawn(opportunity: id, withdrawn: on)]
  }

  func present(_ id: OpportunityID) throws(Refusal) -> Opportunity {
    guard let opportunity = opportunities[id] else {
      throw Refusal("there is no such opportunity", remedy: "raise one from a contribution")
    }
    guard !opportunity.isWithdrawn else {
      throw Refusal("\(opportunity.number.spoken) is withdrawn", remedy: "restore it first")
    }
    return opportunity
  }
}
