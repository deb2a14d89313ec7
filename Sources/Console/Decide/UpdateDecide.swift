import SessionEngine
import Terminal

// Decide: the list of votes, and what is done with a whole vote.
extension ConsoleState {
  mutating func performInDecide(_ action: Action) -> [Effect]? {
    switch action {
    case .newVote: askWhatToVoteOn()
    case .openVote: openVote()
    case .goBack: goBackInConverging()
    case .reveal:
      guard let scoring = chosenScoring else { return [] }
      let missing = scoring.isRevealed ? nil : missingText(scoring)
      if let missing, !isAskedTwice(action, missing, "\(missing): R again reveals the result") {
        return []
      }
      return [.perform(.reveal(scoring.id, !scoring.isRevealed), .plain)]
    case .closeVote:
      guard let scoring = chosenScoring else { return [] }
      let missing = scoring.isClosed ? nil : missingText(scoring)
      if let missing, !isAskedTwice(action, missing, "\(missing): C again closes the vote") {
        return []
      }
      return [.perform(.close(scoring.id, !scoring.isClosed), .plain)]
    case .withdrawVote:
      guard let scoring = chosenScoring else { return [] }
      if scoring.hasVotes,
        !isAskedTwice(
          action, scoring.id.text,
          "‘\(scoring.title)’ goes with all that was voted: x again withdraws it")
      {
        return []
      }
      return [.perform(.withdrawScoring(scoring.id, true), .plain)]
    case .showResult:
      decide.view = .result
      if decide.item == nil { decide.item = rankedItems.first?.item.id }
    case .showBallots: decide.view = .ballots
    case .showValues:
      decide.showsValues.toggle()
      notice =
        decide.showsValues
        ? .good("numbers are shown on this screen: mind the projector; v hides them again")
        : .good("numbers are hidden until R reveals them")
    case .matrixOrTable:
      decide.showsMatrix.toggle()
    default: return performOnBallots(action)
    }
    return []
  }

  private mutating func openVote() {
    guard let scoring = chosenScoring else { return }
    decide.view = scoring.isClosed || scoring.isRevealed ? .result : .ballots
    decide.showsValues = false
    decide.showsBallot = false
    decide.hands = HandCount()
    decide.item = rankedItems.first?.item.id
    let rows = ballotRows(of: scoring)
    decide.row = rows.first { isWaiting($0, in: scoring) } ?? rows.first
  }

  private mutating func goBackInConverging() {
    if screen == .trials {
      trials.isCardOpen = false
    } else {
      decide.view = .list
      decide.showsValues = false
      decide.showsBallot = false
    }
  }

  /// The items by their place in the result.
  var rankedItems: [ScoringResult.Item] {
    guard let scoring = chosenScoring, let result = session.result(of: scoring.id) else {
      return []
    }
    // The order tells the result too: hidden, the items stand as they were put to the room.
    return showsNumbers(of: scoring) ? result.ranked : result.items
  }

  mutating func moveInDecide(_ by: Int) {
    switch decide.view {
    case .list: decide.scoring = scorings.map(\.id).stepped(from: decide.scoring, by)
    case .ballots: moveAmongBallots(by)
    case .result: decide.item = rankedItems.map(\.item.id).stepped(from: decide.item, by)
    }
  }

  /// Takes in that a command of Decide or Trials was carried out.
  mutating func performed(_ purpose: ConvergePurpose, _ decision: Decision) -> [Effect] {
    switch purpose.kind {
    case .opened:
      decide.scoring = session.scorings.keys.last
      openVote()
    case .ballot(let id, let voter): ballotWasKept(id, voter)
    case .hands(let id): handsWereKept(id)
    case .raised: opportunityWasRaised(decision)
    case .card(let id, let field, let row): cardWasRevised(id, field, row)
    }
    return []
  }

  /// After an undo or a redo, chooses whose ballot it was about, so that the next digit goes there.
  mutating func chooseTurned(by decision: Decision) {
    guard decision.turn != nil, screen == .decide, decide.view == .ballots else { return }
    for event in decision.events {
      let found: (ScoringID, Scoring.Voter)? =
        switch event {
        case let event as BallotCast: (event.scoring, event.voter)
        case let event as BallotCorrected: (event.scoring, event.voter)
        case let event as BallotWithdrawn: (event.scoring, event.voter)
        default: nil
        }
      if let found, found.0 == decide.scoring { decide.row = .voter(found.1) }
    }
  }

  mutating func chosen(_ choice: ConvergeChoice, for question: ConvergeQuestion) -> [Effect] {
    switch question {
    case .items, .method: return chosenForVote(choice, question)
    case .voter:
      if case .row(let row) = choice { decide.row = row }
      return []
    default: return chosenForCard(choice, question)
    }
  }

  mutating func answered(_ question: ConvergeQuestion, _ text: String) -> [Effect] {
    switch question {
    case .budget, .title: answeredForVote(question, text)
    default: answeredForCard(question, text)
    }
  }

  /// Why an action of Decide or Trials cannot be carried out just now.
  func unavailableInConverging(_ action: Action) -> String? {
    switch action {
    case .openVote, .reveal, .closeVote, .withdrawVote, .showResult, .showBallots:
      return chosenScoring == nil ? "no vote is open yet: a asks the room" : nil
    case .castBallot, .enterMark, .correctBallot, .leaveOut, .endNumber:
      guard let scoring = chosenScoring else { return "no vote is open" }
      if scoring.isClosed { return "the vote is closed: C opens it again" }
      return readOnlyReason.map { "read-only: " + $0 }
    case .countHands:
      guard let scoring = chosenScoring, case .dots = scoring.method else {
        return "hands are counted where dots are given"
      }
      return scoring.ballots.isEmpty ? nil : "ballots were entered: go on with them"
    case .withdrawBallot:
      guard let scoring = chosenScoring, case .voter(let voter) = decide.row else {
        return "no ballot is chosen"
      }
      return scoring.ballots[voter] == nil
        ? "\(session.name(of: voter)) has not voted yet" : nil
    case .matrixOrTable:
      guard let scoring = chosenScoring, scoring.hasMatrix else {
        return "only votes on impact and ease have a matrix"
      }
      return showsNumbers(of: scoring) ? nil : "the result is hidden: R reveals it"
    case .showBallot:
      guard let scoring = chosenScoring, case .voter = decide.row else {
        return "no ballot is chosen"
      }
      return showsNumbers(of: scoring) ? "all numbers are shown already" : nil
    case .showValues:
      return chosenScoring?.isRevealed == true ? "the result is revealed: R hides it" : nil
    default: return unavailableInTrials(action)
    }
  }
}

extension Scoring {
  /// Whether its result can be drawn by impact and ease.
  var hasMatrix: Bool {
    if case .scores(let criteria) = method {
      criteria.contains("impact") && criteria.contains("ease")
    } else {
      false
    }
  }
}
