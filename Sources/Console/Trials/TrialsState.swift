import SessionEngine
import Terminal

/// The Trials screen: opportunities on a board or in a list, and one of them in full.
struct TrialsState: Sendable {
  enum View: CaseIterable, Sendable {
    case board, list, since
  }

  var view = View.board
  /// What is chosen.
  var opportunity: OpportunityID?
  var isCardOpen = false
  var field = CardField.title
  /// How far the card was scrolled beyond its fields, to sources and history.
  var scroll = 0
  /// Contributions marked while browsing, in the order of marking: to be raised or voted on together.
  var marked: [ContributionID] = []
  /// What the editor outside was opened on.
  var edited: (opportunity: OpportunityID, field: CardField)?
}

extension ConsoleState {
  /// The marked contributions that stand: what was merged stands by its stayer.
  var standingMarks: [ContributionID] {
    var seen: Set<ContributionID> = []
    return trials.marked.map { session.stayer(of: $0) }.filter {
      session.contributions[$0]?.isKept == true && seen.insert($0).inserted
    }
  }

  var chosenOpportunity: Opportunity? {
    trials.opportunity.flatMap { session.opportunities[$0] }.flatMap { $0.isWithdrawn ? nil : $0 }
  }

  /// The columns of the board: each stage with its opportunities, in the order of the priorities, those
  /// without one last.
  var board: [(stage: Opportunity.Stage, opportunities: [Opportunity])] {
    let places = Dictionary(
      session.plan.priorities.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { a, _ in a })
    let kept = session.opportunities.kept
    let sorted = kept.enumerated().sorted { a, b in
      (places[a.element.card.priority] ?? .max, a.offset)
        < (places[b.element.card.priority] ?? .max, b.offset)
    }.map(\.element)
    return Opportunity.Stage.allCases.map { stage in
      (stage, sorted.filter { $0.standing.stage == stage })
    }
  }

  /// The opportunities in the order of the view.
  var trialRows: [OpportunityID] {
    switch trials.view {
    case .board: board.flatMap(\.opportunities).map(\.id)
    case .list: session.opportunities.kept.map(\.id)
    case .since: session.progress.map(\.opportunity).filter { !$0.isWithdrawn }.map(\.id)
    }
  }

  /// Today where this screen stands, as `2026-11-24`.
  var today: String { CivilTime(now, offsetSeconds: utcOffset).dateText }

  /// Why an opportunity cannot be tried as its card is, in a few words; empty for one that is ready, or
  /// that nobody has to try any more.
  func lackText(_ opportunity: Opportunity) -> String {
    guard opportunity.standing.isAhead else { return "" }
    let past = session.isDatePast(opportunity, on: today) ? "the date is past" : ""
    let lacks = session.lacks(opportunity).map { $0 == .owner ? "an owner" : "a \($0.rawValue)" }
    guard !lacks.isEmpty else { return past }
    return "lacks " + Wording.list(lacks) + (past.isEmpty ? "" : ", " + past)
  }

  /// How many of those that somebody has still to try are ready.
  var readinessText: String {
    let waiting = session.opportunities.kept.filter(\.standing.isAhead)
    let ready = waiting.count { session.isReady($0, on: today) }
    return waiting.isEmpty ? "" : "\(ready) of \(waiting.count) ready to try"
  }

  /// Keeps what is chosen on Trials among what there is.
  mutating func followInTrials() {
    if trials.view == .since, session.followsUp == nil { trials.view = .board }
    if chosenOpportunity == nil {
      trials.opportunity = trialRows.first
      trials.isCardOpen = false
    }
    if !trials.marked.isEmpty { trials.marked = standingMarks }
  }
}
