/// A voter's ballot was entered.
public struct BallotCast: Event {
  /// `ballot.cast`
  public static let kind = "ballot.cast"
  /// In which vote.
  public let scoring: ScoringID
  /// Whose.
  public let voter: Scoring.Voter
  /// What it says.
  public let marks: [Scoring.Mark]

  /// Makes the event.
  public init(scoring: ScoringID, voter: Scoring.Voter, marks: [Scoring.Mark]) {
    self.scoring = scoring
    self.voter = voter
    self.marks = marks
  }

  /// Puts it in the box; a second one of the same voter stays out.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.changeBallot(scoring, voter, marks, "be cast") { scoring in
      scoring.ballots[voter] == nil ? nil : "there was one already"
    }
  }

  /// Its withdrawal.
  public func reversal(in session: Session) -> (any Event)? {
    BallotWithdrawn(scoring: scoring, voter: voter)
  }

  /// Whether it is still what the voter says.
  public func isInForce(in session: Session) -> Bool {
    session.scorings[scoring].map { $0.ballots[voter] == $0.ordered(marks) } ?? false
  }

  /// Names the voter and the question, not what was voted: accounts end up on a projector.
  public func account(in session: Session) -> String {
    "entered the ballot of \(session.name(of: voter)) in \(session.quoted(scoring))"
  }
}

/// A voter's ballot was put right.
public struct BallotCorrected: Event {
  /// `ballot.corrected`
  public static let kind = "ballot.corrected"
  /// In which vote.
  public let scoring: ScoringID
  /// Whose.
  public let voter: Scoring.Voter
  /// What it says from now on.
  public let marks: [Scoring.Mark]

  /// Makes the event.
  public init(scoring: ScoringID, voter: Scoring.Voter, marks: [Scoring.Mark]) {
    self.scoring = scoring
    self.voter = voter
    self.marks = marks
  }

  /// Replaces it.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.changeBallot(scoring, voter, marks, "be corrected") { scoring in
      scoring.ballots[voter] == nil ? "there is none any more" : nil
    }
  }

  /// The ballot as it was.
  public func reversal(in session: Session) -> (any Event)? {
    session.scorings[scoring]?.ballots[voter].map {
      BallotCorrected(scoring: scoring, voter: voter, marks: $0)
    }
  }

  /// Whether it is still what the voter says.
  public func isInForce(in session: Session) -> Bool {
    session.scorings[scoring].map { $0.ballots[voter] == $0.ordered(marks) } ?? false
  }

  /// Names the voter and the question.
  public func account(in session: Session) -> String {
    "corrected the ballot of \(session.name(of: voter)) in \(session.quoted(scoring))"
  }
}

/// A voter's ballot was taken out again.
public struct BallotWithdrawn: Event {
  /// `ballot.withdrawn`
  public static let kind = "ballot.withdrawn"
  /// In which vote.
  public let scoring: ScoringID
  /// Whose.
  public let voter: Scoring.Voter

  /// Makes the event.
  public init(scoring: ScoringID, voter: Scoring.Voter) {
    self.scoring = scoring
    self.voter = voter
  }

  /// Takes it out.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.changeBallot(scoring, voter, nil, "be withdrawn") { scoring in
      scoring.ballots[voter] == nil ? "there is none any more" : nil
    }
  }

  /// The ballot as it was.
  public func reversal(in session: Session) -> (any Event)? {
    session.scorings[scoring]?.ballots[voter].map {
      BallotCast(scoring: scoring, voter: voter, marks: $0)
    }
  }

  /// Whether the voter has none.
  public func isInForce(in session: Session) -> Bool {
    session.scorings[scoring].map { $0.ballots[voter] == nil } ?? false
  }

  /// Names the voter and the question.
  public func account(in session: Session) -> String {
    "took out the ballot of \(session.name(of: voter)) in \(session.quoted(scoring))"
  }
}

/// Hands were counted instead of ballots.
public struct TallyEntered: Event {
  /// `tally.entered`
  public static let kind = "tally.entered"
  /// In which vote.
  public let scoring: ScoringID
  /// The hands for some items; the others keep their count.
  public let hands: [Scoring.Hands]

  /// Makes the event.
  public init(scoring: ScoringID, hands: [Scoring.Hands]) {
    self.scoring = scoring
    self.hands = hands
  }

  /// Notes the counts.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard let scoring = session.scorings[scoring] else {
      return "hands could not be counted: the vote has not arrived here"
    }
    func reason(_ why: String) -> String {
      "hands could not be counted in ‘\(scoring.title)’: \(why)"
    }
    if scoring.isClosed { return reason("it was closed") }
    if !scoring.ballots.isEmpty { return reason("ballots were entered") }
    if let fault = scoring.fault(inHands: hands, name: { $0 }) { return reason(fault.reason) }
    return session.updateScoring(self.scoring, "be counted") {
      for count in hands { $0.hands[count.item] = count.hands }
    }
  }

  /// The counts as they were.
  public func reversal(in session: Session) -> (any Event)? {
    session.scorings[scoring].map { scoring in
      TallyEntered(
        scoring: scoring.id,
        hands: hands.map { Scoring.Hands(item: $0.item, hands: scoring.hands[$0.item]) })
    }
  }

  /// Whether the counts are still these.
  public func isInForce(in session: Session) -> Bool {
    session.scorings[scoring].map { scoring in
      hands.allSatisfy { scoring.hands[$0.item] == $0.hands }
    } ?? false
  }

  /// Names the question, and what was counted before, but not how many: accounts end up on a projector.
  public func account(in session: Session) -> String {
    let deed = "counted hands in \(session.quoted(scoring))"
    guard let vote = session.scorings[scoring] else { return deed }
    let again = replaced(in: vote).map { session.name(of: $0.item, vote.kind) }
    return again.isEmpty
      ? deed : deed + ", in place of the count for " + again.joined(separator: ", ")
  }

  /// The counts of the vote, as it was before, that other counts take the place of.
  public func replaced(in vote: Scoring) -> [Scoring.Hands] {
    hands.compactMap { count in
      guard let new = count.hands, let before = vote.hands[count.item], new != before else {
        return nil
      }
      return Scoring.Hands(item: count.item, hands: before)
    }
  }
}

extension Session {
  fileprivate mutating func changeBallot(
    _ id: ScoringID, _ voter: Scoring.Voter, _ marks: [Scoring.Mark]?, _ deed: String,
    _ obstacle: (Scoring) -> String?
  ) -> String? {
    guard let scoring = scorings[id] else {
      return "a ballot could not \(deed): the vote has not arrived here"
    }
    let why: String? =
      scoring.isClosed
      ? "the vote was closed"
      : !scoring.hands.isEmpty
        ? "hands were counted"
        : obstacle(scoring) ?? marks.flatMap { scoring.fault(in: $0) { $0 } }?.reason
    if let why {
      return "the ballot of \(name(of: voter)) in ‘\(scoring.title)’ could not \(deed): \(why)"
    }
    return updateScoring(id, deed) { $0.ballots[voter] = marks.map(scoring.ordered) }
  }

  /// What people call a voter.
  public func name(of voter: Scoring.Voter) -> String {
    switch voter {
    case .group(let id): group(id)?.name ?? "a group"
    case .delegate(let id): delegates[id]?.name ?? "a delegate"
    }
  }
}
