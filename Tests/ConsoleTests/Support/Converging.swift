import SessionEngine

@testable import Console

/// What a room has converged to so far, for stories and for the key table.
extension Room {
  /// The highlights, as they stand in the order of capture.
  var highlights: [Contribution] {
    session.contributions.all.filter { $0.isKept && $0.isHighlighted }
  }

  /// Opens a vote on Decide by keys: `items` and `method` are the numbers in the two lists.
  mutating func openVote(_ items: String, _ method: String) {
    press("M-5", "a")
    press(notation: items)
    press(notation: method)
    press("Enter")
  }

  /// The result of the latest vote.
  var result: ScoringResult? { session.scorings.keys.last.flatMap { session.result(of: $0) } }

  /// What stands beside or below the fields of the card in view, on one line.
  var tail: String {
    console.cardTail.map { $0.text }.joined(separator: " ")
      .split(separator: " ").joined(separator: " ")
  }

  /// The latest vote.
  var vote: Scoring? { session.scorings.values.last }

  /// Raises an opportunity from the contribution that begins so.
  mutating func raise(_ beginning: String) throws(Refusal) {
    guard let source = contribution(beginning) else { return }
    try desk.perform(.raise([source.id], CardPatch()))
    send(.followed(desk.session))
  }

  /// A room on Decide or Trials in which an action has something to act on.
  mutating func converge(to context: Context, for action: Action) throws(Refusal) {
    let sources = ["What if suppliers", "Follow the recruiter", "Banks see", "What if leaving"]
    for (index, beginning) in sources.enumerated() {
      try raise(beginning)
      guard let id = session.opportunities.kept.last?.id, index == 1 else { continue }
      try desk.perform(.stageOpportunity(id, .init(.toTry)))
      send(.followed(desk.session))
    }
    switch context {
    case .decide, .balloting, .result:
      let isDots = context == .balloting || action == .enterMark
      if isDots {
        press("M-5", "a", "1", "5", "C-u")
        type("12")
        press("Enter", "C-u")
        type("what comes first?")
        press("Enter")
      } else {
        openVote("1", "1")
      }
      if context == .decide {
        press("Esc")
        for number in 1...3 {
          press("a", "1", "7", "C-u")
          type("which one? \(number)")
          press("Enter", "Esc")
        }
        press("Home")
        return
      }
      if context == .balloting {
        if [.correctBallot, .withdrawBallot].contains(action) { press("9", "Enter", "Up") }
        if action == .castBallot || action == .eraseMark || action == .endNumber { press("1") }
        if action == .markBefore { press("1") }
        return
      }
      // A digit in the result stands in the ballot that is still wanted.
      guard action != .enterMark else { return press("Tab") }
      for _ in session.tables {
        for _ in highlights { type("43") }
      }
      press("Tab")
      if action != .showValues { press("R") }
    case .trials, .card:
      press("M-6", "Home")
      if action == .stageBefore { press("Right") }
      guard context == .card else { return }
      press("Enter")
      if action == .clearField {
        press("Enter")
        type("A title")
        press("Enter", "Up")
      }
    default: break
    }
  }
}
