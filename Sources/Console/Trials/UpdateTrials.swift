import SessionEngine
import Terminal

// Trials: raising opportunities, the board and the list.
extension ConsoleState {
  mutating func performInTrials(_ action: Action) -> [Effect]? {
    switch action {
    case .markContribution: toggleMark()
    case .raise: return raise()
    case .openCard:
      trials.isCardOpen = true
      trials.scroll = 0
    case .trialsView:
      let views = TrialsState.View.allCases.filter { $0 != .since || session.followsUp != nil }
      let index = views.firstIndex(of: trials.view) ?? 0
      trials.view = views[(index + 1) % views.count]
      if trials.opportunity.map({ !trialRows.contains($0) }) ?? true {
        trials.opportunity = trialRows.first
      }
    case .stageBefore: moveAcrossStages(-1)
    case .stageAfter: moveAcrossStages(1)
    case .setStage: askStage()
    case .withdrawOpportunity:
      guard let id = chosenOpportunity?.id else { return [] }
      return [.perform(.withdrawOpportunity(id, true), .plain)]
    default: return performOnCard(action)
    }
    return []
  }

  private mutating func toggleMark() {
    guard let contribution = chosenContribution else { return }
    let said = contribution.number.spoken
    if let index = trials.marked.firstIndex(of: contribution.id) {
      trials.marked.remove(at: index)
      notice = .good("\(said) is marked no longer; \(trials.marked.count) are")
    } else {
      trials.marked.append(contribution.id)
      notice = .good(
        trials.marked.count == 1
          ? "marked \(said); O raises an opportunity from what is marked"
          : "marked \(session.spoken(trials.marked))")
    }
    move(1)
  }

  /// The contributions that an opportunity would be raised from: the marked ones, else what is chosen.
  private var sourcesToRaise: [ContributionID] {
    if screen == .decide { return chosenItemSources }
    let marked = standingMarks
    return marked.isEmpty ? chosenContribution.map { [$0.id] } ?? [] : marked
  }

  /// What an item of a vote goes back to: the contribution itself, or a theme’s highlights.
  private var chosenItemSources: [ContributionID] {
    guard let scoring = chosenScoring, let item = decide.item else { return [] }
    switch scoring.kind {
    case .contributions:
      let id = session.stayer(of: ContributionID(item))
      return session.contributions[id]?.isKept == true ? [id] : []
    case .themes:
      return session.contributions.slots(of: ThemeID(item)).compactMap { slot in
        let contribution = session.contributions.all[slot]
        return contribution.isKept && contribution.isHighlighted ? contribution.id : nil
      }
    case .opportunities: return []
    }
  }

  private mutating func raise() -> [Effect] {
    let sources = sourcesToRaise
    guard !sources.isEmpty else {
      notice = .warning(
        screen == .decide
          ? "an opportunity is raised from contributions: a theme needs highlights"
          : "no contribution is chosen")
      return []
    }
    let same = session.opportunities.kept.filter { Set($0.contributions) == Set(sources) }
    if !same.isEmpty {
      let numbers = same.map(\.number.spoken).joined(separator: ", ")
      guard
        isAskedTwice(
          .raise, numbers,
          "already raised from \(session.spoken(sources)): \(numbers); O again raises another")
      else { return [] }
    }
    return [.perform(.raise(sources, session.firstCard(from: sources)), .converge(.raised))]
  }

  mutating func opportunityWasRaised(_ decision: Decision) {
    trials.marked = []
    let raised = decision.events.lazy.compactMap { $0 as? OpportunityRaised }.first
    guard let id = raised?.opportunity, let opportunity = session.opportunities[id] else { return }
    trials.opportunity = id
    trials.field = .title
    notice = .good(
      "raised \(opportunity.number.spoken) from \(session.spoken(opportunity.contributions))"
        + (opportunity.card.title.isEmpty ? ", " : "; ")
        + (opportunity.card.title.isEmpty
          ? "under its words; M-6 gives it a title" : "M-6 shows its card"))
  }

  mutating func moveInTrials(_ by: Int) {
    if trials.isCardOpen { return moveOnCard(by) }
    guard trials.view == .board else {
      trials.opportunity = trialRows.stepped(from: trials.opportunity, by)
      return
    }
    let column = board.first { column in
      column.opportunities.contains { $0.id == trials.opportunity }
    }
    let ids = column?.opportunities.map(\.id) ?? trialRows
    trials.opportunity = ids.stepped(from: trials.opportunity, by)
  }

  /// Goes to the stage beside, past those without opportunities, and stays in the row.
  private mutating func moveAcrossStages(_ by: Int) {
    let columns = board.map { $0.opportunities.map(\.id) }
    guard let id = trials.opportunity,
      let column = columns.firstIndex(where: { $0.contains(id) }),
      let row = columns[column].firstIndex(of: id)
    else { return }
    var next = column + by
    while columns.indices.contains(next), columns[next].isEmpty { next += by }
    guard columns.indices.contains(next) else { return }
    trials.opportunity = columns[next][min(row, columns[next].count - 1)]
  }

  /// Why an action of Trials cannot be carried out just now.
  func unavailableInTrials(_ action: Action) -> String? {
    switch action {
    case .markContribution: noContribution
    case .openCard, .setStage, .withdrawOpportunity, .editField, .clearField, .editFieldOutside,
      .showSource, .linkSource, .unlinkSource:
      chosenOpportunity == nil
        ? "no opportunity is chosen: O raises one from a contribution" : nil
    case .stageBefore, .stageAfter:
      trials.view == .board ? nil : "Tab shows the board"
    case .raise:
      screen == .decide || !standingMarks.isEmpty ? nil : noContribution
    default: nil
    }
  }

  /// The opportunities that fit a search, by number, title, owner or priority.
  func fits(_ id: OpportunityID, _ query: FoldedText) -> Bool {
    guard let opportunity = session.opportunities[id] else { return false }
    let texts = [
      opportunity.number.spoken, session.title(of: opportunity),
      value(of: .owner, on: opportunity), value(of: .priority, on: opportunity),
    ]
    return texts.contains { query.isIn($0) }
  }

  mutating func findVote(_ forward: Bool, _ isInclusive: Bool, _ query: FoldedText) {
    let votes = scorings
    let start = votes.firstIndex { $0.id == decide.scoring } ?? 0
    let found = ring(votes.count, from: start, forward, isInclusive) { query.isIn(votes[$0].title) }
    if let found { decide.scoring = votes[found].id }
    noteFound(found != nil)
  }

  mutating func findOpportunity(_ forward: Bool, _ isInclusive: Bool, _ query: FoldedText) {
    let rows = trialRows
    let start = trials.opportunity.flatMap { rows.firstIndex(of: $0) } ?? 0
    let found = ring(rows.count, from: start, forward, isInclusive) { fits(rows[$0], query) }
    if let found { trials.opportunity = rows[found] }
    noteFound(found != nil)
  }
}
