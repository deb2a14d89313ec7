import SessionEngine
import Terminal

// Entering ballots, as they are called out or from paper.
extension ConsoleState {
  mutating func performOnBallots(_ action: Action) -> [Effect]? {
    switch action {
    case .enterMark:
      notice = .good("type the digits as they are called out; the cursor goes on by itself")
    case .castBallot: return castBallot()
    case .leaveOut: return leaveOut()
    case .endNumber: return endNumber()
    case .eraseMark: eraseMark()
    case .markBefore: moveWithinBallot(-1)
    case .markAfter: moveWithinBallot(1)
    case .correctBallot: correctBallot(fromEnd: false)
    case .withdrawBallot:
      guard let scoring = chosenScoring, case .voter(let voter) = decide.row else { return [] }
      return [.perform(.withdrawBallot(scoring.id, voter), .plain)]
    case .countHands: decide.row = .hands
    case .showBallot: lookAtBallot()
    case .chooseVoter:
      guard let scoring = chosenScoring else { return [] }
      let items = ballotRows(of: scoring).enumerated().map { index, row in
        Picker.Item(
          lead: "\(index + 1)", title: name(of: row), choice: .converge(.row(row)),
          isMarked: hasVoted(row, in: scoring))
      }
      choose(.converge(.voter), "Whose ballot?", items)
    default: return nil
    }
    return []
  }

  /// Takes a digit.
  mutating func enterMark(_ key: Key) -> [Effect] {
    if let reason = unavailable(.enterMark) {
      notice = .warning(reason)
      return []
    }
    guard case .character(let character) = key, let scoring = chosenScoring, let row = decide.row,
      let digit = character.wholeNumberValue
    else { return [] }
    if decide.view == .result {
      guard ballotRows(of: scoring).contains(where: { isWaiting($0, in: scoring) }) else {
        notice = .warning("no ballot is missing; Tab leads back to them")
        return []
      }
      decide.view = .ballots
    }
    guard case .voter(let voter) = row else { return typeHands(digit, scoring) }
    guard isTaking(scoring, voter) else { return [] }
    return change(scoring, voter) { $0.type(digit) }
  }

  /// Whether digits go to the ballot of a voter; otherwise says why not.
  private mutating func isTaking(_ scoring: Scoring, _ voter: Scoring.Voter) -> Bool {
    if !scoring.hands.isEmpty {
      notice = .warning("hands were counted in this vote: go on with them (h), or undo them")
      return false
    }
    if scoring.ballots[voter] != nil, sheet(scoring, voter) == nil {
      notice = .warning(
        "\(session.name(of: voter)) has voted already: c corrects the ballot, x takes it out")
      return false
    }
    return true
  }

  /// Changes the sheet of a voter and keeps the ballot when its last place is filled.
  private mutating func change(
    _ scoring: Scoring, _ voter: Scoring.Voter, isMark: Bool = true,
    _ change: (inout BallotSheet) -> BallotSheet.Typed?
  ) -> [Effect] {
    let key = SheetKey(scoring: scoring.id, voter: voter)
    var sheet = decide.sheets[key] ?? BallotSheet(scoring)
    if let refusal = standing(in: key, sheet) {
      notice = .warning(refusal.spoken)
      return []
    }
    let typed = change(&sheet)
    decide.sheets[key] = sheet
    switch typed {
    case .taken, nil: return []
    case .complete: return castBallot()
    case .refused(let reason):
      guard isMark else {
        notice = .warning(reason)
        return []
      }
      let refusal = RefusedMark(sheet: key, place: sheet.cursor, reason: reason)
      decide.refusal = refusal
      notice = .warning(refusal.spoken)
    case .full: notice = .warning("no place is left; Backspace goes back")
    }
    return []
  }

  /// How a ballot stands whose last place was passed, and what Enter does with it.
  func atEnd(_ sheet: BallotSheet) -> String {
    if sheet.isEmpty { return "every place is empty" }
    if sheet.unsaid > 0 { return emptyPlaces(sheet) + "; Enter twice keeps the ballot so" }
    return "complete; Enter keeps it"
  }

  private func emptyPlaces(_ sheet: BallotSheet) -> String {
    "\(sheet.unsaid) of \(sheet.cells.count) places \(sheet.unsaid == 1 ? "is" : "are") empty"
  }

  /// Keeps the ballot as it stands, or the hands for an item.
  private mutating func castBallot() -> [Effect] {
    guard let scoring = chosenScoring, let row = decide.row else { return [] }
    guard case .voter(let voter) = row else { return keepHands(scoring) }
    let key = SheetKey(scoring: scoring.id, voter: voter)
    guard var sheet = decide.sheets[key] else {
      notice = .warning("\(session.name(of: voter)): type what was voted first")
      return []
    }
    if case .refused(let reason) = sheet.settle() {
      notice = .warning(reason)
      decide.sheets[key] = sheet
      return []
    }
    decide.sheets[key] = sheet
    if let refusal = standing(in: key, sheet) {
      notice = .warning(refusal.spoken)
      return []
    }
    if sheet.unsaid > 0, !sheet.isEmpty,
      !isAskedTwice(
        .castBallot, "\(voter) \(sheet.filled)",
        emptyPlaces(sheet) + ": Enter again keeps the ballot so")
    {
      return []
    }
    let purpose = Purpose.converge(.ballot(scoring.id, voter))
    return scoring.ballots[voter] == nil
      ? [.perform(.castBallot(scoring.id, voter, sheet.marks), purpose)]
      : [.perform(.correctBallot(scoring.id, voter, sheet.marks), purpose)]
  }

  /// Ends a number that could go on with another digit. Between numbers it changes nothing, so that a
  /// ballot may be typed with spaces as it is read out.
  private mutating func endNumber() -> [Effect] {
    guard let scoring = chosenScoring, let row = decide.row else { return [] }
    guard case .voter(let voter) = row else {
      return decide.hands.digits.isEmpty ? [] : keepHands(scoring)
    }
    guard isTaking(scoring, voter), sheet(scoring, voter) != nil else { return [] }
    return change(scoring, voter) { $0.settle() }
  }

  /// Leaves a place empty on purpose; of hands, leaves an item as not asked.
  private mutating func leaveOut() -> [Effect] {
    guard let scoring = chosenScoring, let row = decide.row else { return [] }
    guard case .voter(let voter) = row else { return leaveUnasked(scoring) }
    return isTaking(scoring, voter) ? change(scoring, voter, isMark: false) { $0.leaveOut() } : []
  }

  private mutating func eraseMark() {
    guard let scoring = chosenScoring, let row = decide.row else { return }
    guard case .voter(let voter) = row else {
      if decide.hands.digits.isEmpty {
        decide.hands.item = max(0, decide.hands.item - 1)
      } else {
        decide.hands.digits.removeLast()
      }
      return
    }
    let key = SheetKey(scoring: scoring.id, voter: voter)
    if let sheet = decide.sheets[key], standing(in: key, sheet) != nil {
      decide.refusal = nil
      return
    }
    if decide.sheets[key]?.goBack() == true {
      // Of a first ballot nothing is left: the row is as if untouched.
      if decide.sheets[key]?.isEmpty == true, scoring.ballots[voter] == nil {
        decide.sheets[key] = nil
      }
      return
    }
    // At the beginning of a row: back to the last place of the ballot before it.
    let rows = ballotRows(of: scoring)
    guard let index = rows.firstIndex(of: row) else { return }
    guard let before = rows[..<index].last(where: { hasVoted($0, in: scoring) }) else {
      notice = .warning("there is nothing to go back to")
      return
    }
    decide.row = before
    correctBallot(fromEnd: true)
  }

  /// Opens a ballot that was kept, to be typed over.
  private mutating func correctBallot(fromEnd: Bool) {
    guard let scoring = chosenScoring, case .voter(let voter) = decide.row,
      let marks = scoring.ballots[voter]
    else {
      notice = .warning("there is no ballot to correct yet")
      return
    }
    var sheet = BallotSheet(scoring, marks: marks)
    if fromEnd {
      sheet.moveToEnd()
      _ = sheet.goBack()
    }
    decide.sheets[SheetKey(scoring: scoring.id, voter: voter)] = sheet
    notice = .good("correct the ballot of \(session.name(of: voter)); Enter keeps it")
  }

  /// Shows what one ballot says, so that it can be read back to whoever called it out.
  private mutating func lookAtBallot() {
    guard let row = decide.row else { return }
    decide.showsBallot.toggle()
    let whose = "the ballot of \(name(of: row))"
    notice =
      decide.showsBallot
      ? .good("\(whose) alone is shown on this screen: mind the projector; s hides it")
      : .good("\(whose) is hidden again")
  }

  private mutating func moveWithinBallot(_ by: Int) {
    guard let scoring = chosenScoring, let row = decide.row else { return }
    guard case .voter(let voter) = row else {
      decide.hands.item = min(max(0, decide.hands.item + by), scoring.items.count - 1)
      decide.hands.digits = ""
      return
    }
    let key = SheetKey(scoring: scoring.id, voter: voter)
    guard scoring.ballots[voter] == nil || decide.sheets[key] != nil else {
      notice = .warning("\(session.name(of: voter)) has voted already: c corrects the ballot")
      return
    }
    var sheet = decide.sheets[key] ?? BallotSheet(scoring)
    sheet.move(by)
    decide.sheets[key] = sheet
  }

  mutating func moveAmongBallots(_ by: Int) {
    guard let scoring = chosenScoring else { return }
    // What was opened and not changed is closed again.
    if case .voter(let voter) = decide.row {
      let key = SheetKey(scoring: scoring.id, voter: voter)
      if let sheet = decide.sheets[key], sheet.isEmpty { decide.sheets[key] = nil }
    }
    decide.row = ballotRows(of: scoring).stepped(from: decide.row, by)
  }
}
