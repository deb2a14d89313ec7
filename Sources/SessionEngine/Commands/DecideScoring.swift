extension Session {
  func decideScoring(_ new: NewScoring, at moment: Moment) throws(Refusal) -> [any Event] {
    let title = try named(new.title, "what the room is asked")
    try demandFree(title)
    let items = try items(new.items)
    guard !items.isEmpty else {
      throw Refusal("there is nothing to vote on", remedy: "choose at least one item")
    }
    var seen: Set<String> = []
    if let twice = items.first(where: { !seen.insert($0.id).inserted }) {
      throw Refusal(
        "\(name(of: twice.id, new.items.kind)) is to be voted on twice", remedy: "choose it once")
    }
    return [
      ScoringOpened(
        scoring: moment.fresh(), title: title, method: try checked(new.method, items.count),
        of: new.items.kind, items: items, voters: new.voters)
    ]
  }

  private func items(_ items: NewScoring.Items) throws(Refusal) -> [Scoring.Item] {
    var found: [Scoring.Item] = []
    switch items {
    case .contributions(let ids):
      for id in ids {
        let point = try standing(id)
        found.append(Scoring.Item(id: id.text, rewordings: point.earlierWords.count))
      }
    case .themes(let ids):
      for id in ids { found.append(Scoring.Item(id: id.text, title: try present(id).title)) }
    case .opportunities(let ids):
      for id in ids {
        let opportunity = try present(id)
        found.append(Scoring.Item(id: id.text, rewordings: rewordings(of: opportunity)))
      }
    }
    return found
  }

  private func checked(_ method: Scoring.Method, _ items: Int) throws(Refusal) -> Scoring.Method {
    switch method {
    case .scores(let criteria):
      var names: [String] = []
      for criterion in criteria {
        let name = try named(criterion, "a criterion")
        guard !names.contains(name) else {
          throw Refusal("the criterion ‘\(name)’ is named twice", remedy: "name it once")
        }
        names.append(name)
      }
      guard (1...9).contains(names.count) else {
        throw Refusal("there are \(names.count) criteria", remedy: "choose from 1 to 9")
      }
      return .scores(criteria: names)
    case .dots(let budget, let most):
      guard (1...999).contains(budget) else {
        throw Refusal("each voter would have \(budget) dots", remedy: "choose from 1 to 999")
      }
      guard (1...budget).contains(most) else {
        throw Refusal(
          "one item would take \(most) of \(budget) dots", remedy: "choose from 1 to \(budget)")
      }
      return method
    case .ranking(let places):
      guard (1...999).contains(places) else {
        throw Refusal("each voter would rank \(places) items", remedy: "choose from 1 to 999")
      }
      return .ranking(places: min(places, items))
    }
  }

  func decideBallot(
    _ id: ScoringID, _ voter: Scoring.Voter, _ marks: [Scoring.Mark]
  ) throws(Refusal) -> [any Event] {
    let scoring = try open(id)
    let marks = try checked(marks, of: voter, in: scoring)
    // Who left may have voted before; who never came cannot have.
    if case .delegate(let person) = voter, let delegate = delegates[person], delegate.isAbsent,
      !everPresent.contains(person)
    {
      throw Refusal(
        "\(delegate.name) is marked as not having come",
        remedy: "if that is wrong, mark them present first, in Arrivals or by ‘plenary arrive’")
    }
    if let known = scoring.ballots[voter] {
      let isSame = known == marks
      throw Refusal(
        "\(name(of: voter)) has voted in ‘\(scoring.title)’ already"
          + (isSame ? ", with the same marks" : ""),
        remedy: isSame
          ? "leave the second ballot out" : "correct that ballot, or take it out first")
    }
    return [BallotCast(scoring: id, voter: voter, marks: marks)]
  }

  func decideCorrection(
    _ id: ScoringID, _ voter: Scoring.Voter, _ marks: [Scoring.Mark]
  ) throws(Refusal) -> [any Event] {
    let scoring = try open(id)
    let known = try ballot(of: voter, in: scoring)
    let marks = try checked(marks, of: voter, in: scoring)
    return known == marks ? [] : [BallotCorrected(scoring: id, voter: voter, marks: marks)]
  }

  func decideBallotWithdrawal(
    _ id: ScoringID, _ voter: Scoring.Voter
  ) throws(Refusal) -> [any Event] {
    _ = try ballot(of: voter, in: try open(id))
    return [BallotWithdrawn(scoring: id, voter: voter)]
  }

  private func ballot(
    of voter: Scoring.Voter, in scoring: Scoring
  ) throws(Refusal) -> [Scoring.Mark] {
    guard let marks = scoring.ballots[voter] else {
      throw Refusal(
        "\(name(of: voter)) has not voted in ‘\(scoring.title)’", remedy: "enter a ballot first")
    }
    return marks
  }

  private func checked(
    _ marks: [Scoring.Mark], of voter: Scoring.Voter, in scoring: Scoring
  ) throws(Refusal) -> [Scoring.Mark] {
    switch (voter, scoring.voters) {
    case (.group(let id), .groups): _ = try table(id)
    case (.delegate(let id), .delegates): _ = try present(id)
    case (.group, .delegates):
      throw Refusal("each delegate has a vote here, not each group", remedy: "name the delegate")
    case (.delegate, .groups):
      throw Refusal("each group has a vote here, not each delegate", remedy: "name the group")
    }
    guard scoring.hands.isEmpty else {
      throw Refusal(
        "hands were counted in ‘\(scoring.title)’", remedy: "clear these counts, or count on")
    }
    if let fault = scoring.fault(in: marks, name: { name(of: $0, scoring.kind) }) { throw fault }
    return scoring.ordered(marks)
  }

  func decideTally(_ id: ScoringID, _ hands: [Scoring.Hands]) throws(Refusal) -> [any Event] {
    let scoring = try open(id)
    guard scoring.ballots.isEmpty else {
      throw Refusal(
        "ballots were entered in ‘\(scoring.title)’", remedy: "go on with ballots, or take them out"
      )
    }
    let fault = scoring.fault(inHands: hands) { name(of: $0, scoring.kind) }
    if let fault { throw fault }
    if let excess = excess(of: hands, in: scoring) { throw excess }
    let new = hands.filter { scoring.hands[$0.item] != $0.hands }
    return new.isEmpty ? [] : [TallyEntered(scoring: id, hands: new)]
  }

  func decideRevealing(_ id: ScoringID, _ on: Bool) throws(Refusal) -> [any Event] {
    try present(id).isRevealed == on ? [] : [ScoringRevealed(scoring: id, revealed: on)]
  }

  func decideClosing(_ id: ScoringID, _ on: Bool) throws(Refusal) -> [any Event] {
    try present(id).isClosed == on ? [] : [ScoringClosed(scoring: id, closed: on)]
  }

  func decideScoringWithdrawal(_ id: ScoringID, _ on: Bool) throws(Refusal) -> [any Event] {
    guard let scoring = scorings[id] else {
      throw Refusal("there is no such vote", remedy: "open one first")
    }
    guard scoring.isWithdrawn != on else { return [] }
    if !on { try demandFree(scoring.title) }
    return [ScoringWithdrawn(scoring: id, withdrawn: on)]
  }

  /// Two votes of one name could not be told apart by whoever reads them out or enters their ballots.
  private func demandFree(_ title: String) throws(Refusal) {
    let key = title.squeezed
    guard scorings.values.contains(where: { !$0.isWithdrawn && $0.title.squeezed == key }) else {
      return
    }
    throw Refusal(
      "there is a vote ‘\(title)’ already", remedy: "give it another name, or withdraw that one")
  }

  private func present(_ id: ScoringID) throws(Refusal) -> Scoring {
    guard let scoring = scorings[id] else {
      throw Refusal("there is no such vote", remedy: "open one first")
    }
    guard !scoring.isWithdrawn else {
      throw Refusal("the vote ‘\(scoring.title)’ is withdrawn", remedy: "bring it back first")
    }
    return scoring
  }

  private func open(_ id: ScoringID) throws(Refusal) -> Scoring {
    let scoring = try present(id)
    guard !scoring.isClosed else {
      throw Refusal("the vote ‘\(scoring.title)’ is closed", remedy: "open it again first")
    }
    return scoring
  }
}

extension NewScoring.Items {
  /// What they are.
  public var kind: Scoring.ItemKind {
    switch self {
    case .contributions: .contributions
    case .themes: .themes
    case .opportunities: .opportunities
    }
  }
}
