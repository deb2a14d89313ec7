import SessionEngine

// Which ballots are in, and which are still wanted.
extension ConsoleState {
  mutating func ballotWasKept(_ id: ScoringID, _ voter: Scoring.Voter) {
    decide.sheets[SheetKey(scoring: id, voter: voter)] = nil
    guard let scoring = chosenScoring, scoring.id == id, decide.row == .voter(voter) else { return }
    let rows = ballotRows(of: scoring)
    let place = rows.firstIndex(of: .voter(voter)) ?? 0
    let order = Array(rows[(place + 1)...] + rows[..<place])
    if let next = order.first(where: { isWaiting($0, in: scoring) }) { decide.row = next }
  }

  mutating func handsWereKept(_ id: ScoringID) {
    guard let scoring = chosenScoring, scoring.id == id else { return }
    decide.hands.digits = ""
    decide.hands.item = min(decide.hands.item + 1, scoring.items.count - 1)
  }

  func hasVoted(_ row: BallotRow, in scoring: Scoring) -> Bool {
    switch row {
    case .voter(let voter): scoring.ballots[voter] != nil
    case .hands: !scoring.hands.isEmpty
    }
  }

  /// Whether a voter’s ballot is still wanted.
  func isWaiting(_ row: BallotRow, in scoring: Scoring) -> Bool {
    if case .hands = row { return false }
    return scoring.hands.isEmpty && !hasVoted(row, in: scoring)
  }
}
