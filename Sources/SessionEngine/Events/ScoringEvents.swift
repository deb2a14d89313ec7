/// The room was asked to vote.
public struct ScoringOpened: Event {
  /// `scoring.opened`
  public static let kind = "scoring.opened"
  /// Names the vote for ever.
  public let scoring: ScoringID
  /// What the room is asked.
  public let title: String
  /// How it answers.
  public let method: Scoring.Method
  /// What is voted on.
  public let of: Scoring.ItemKind
  /// The items, in the order on the screen.
  public let items: [Scoring.Item]
  /// Who votes.
  public let voters: Scoring.VoterKind

  /// Makes the event.
  public init(
    scoring: ScoringID, title: String, method: Scoring.Method, of: Scoring.ItemKind,
    items: [Scoring.Item], voters: Scoring.VoterKind
  ) {
    self.scoring = scoring
    self.title = title
    self.method = method
    self.of = of
    self.items = items
    self.voters = voters
  }

  /// Lays the vote before the room.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard session.scorings[scoring] == nil else { return "‘\(title)’ had been opened already" }
    session.scorings[scoring] = Scoring(
      id: scoring, title: title, method: method, kind: of,
      items: of == .opportunities ? items.map { session.titled($0) } : items, voters: voters,
      openedAt: record.at)
    return nil
  }

  /// Its withdrawal.
  public func reversal(in session: Session) -> (any Event)? {
    session.scorings[scoring] == nil ? ScoringWithdrawn(scoring: scoring, withdrawn: true) : nil
  }

  /// Whether it stands and nobody voted yet.
  public func isInForce(in session: Session) -> Bool {
    session.scorings[scoring].map { !$0.isWithdrawn && !$0.hasVotes } ?? false
  }

  /// Names the question.
  public func account(in session: Session) -> String { "opened the vote ‘\(title)’" }
}

extension Session {
  /// The item with the title that its opportunity has now.
  fileprivate func titled(_ item: Scoring.Item) -> Scoring.Item {
    let title = opportunities[OpportunityID(item.id)]?.card.title ?? ""
    return Scoring.Item(
      id: item.id, rewordings: item.rewordings, title: title.isEmpty ? nil : title)
  }
}

/// A vote was taken back, or brought back.
public struct ScoringWithdrawn: Event {
  /// `scoring.withdrawn`
  public static let kind = "scoring.withdrawn"
  /// Which.
  public let scoring: ScoringID
  /// Whether it is taken back from now on.
  public let withdrawn: Bool

  /// Makes the event.
  public init(scoring: ScoringID, withdrawn: Bool) {
    self.scoring = scoring
    self.withdrawn = withdrawn
  }

  /// Takes it off the screens and out of the outputs, with its ballots; or puts it back.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.updateScoring(scoring, "be withdrawn") { $0.isWithdrawn = withdrawn }
  }

  /// The mark as it was.
  public func reversal(in session: Session) -> (any Event)? {
    session.scorings[scoring].map {
      ScoringWithdrawn(scoring: scoring, withdrawn: $0.isWithdrawn)
    }
  }

  /// Whether it is still so.
  public func isInForce(in session: Session) -> Bool {
    session.scorings[scoring]?.isWithdrawn == withdrawn
  }

  /// Names the question.
  public func account(in session: Session) -> String {
    (withdrawn ? "withdrew the vote " : "brought back the vote ") + session.quoted(scoring)
  }
}

/// The result of a vote was shown to the room, or hidden again.
public struct ScoringRevealed: Event {
  /// `scoring.revealed`
  public static let kind = "scoring.revealed"
  /// Which.
  public let scoring: ScoringID
  /// Whether it may be shown from now on.
  public let revealed: Bool

  /// Makes the event.
  public init(scoring: ScoringID, revealed: Bool) {
    self.scoring = scoring
    self.revealed = revealed
  }

  /// Sets the mark.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.updateScoring(scoring, "be revealed") { $0.isRevealed = revealed }
  }

  /// The mark as it was.
  public func reversal(in session: Session) -> (any Event)? {
    session.scorings[scoring].map { ScoringRevealed(scoring: scoring, revealed: $0.isRevealed) }
  }

  /// Whether it is still so.
  public func isInForce(in session: Session) -> Bool {
    session.scorings[scoring]?.isRevealed == revealed
  }

  /// Names the question.
  public func account(in session: Session) -> String {
    (revealed ? "revealed the result of " : "hid the result of ") + session.quoted(scoring)
  }
}

/// A vote was closed: no more ballots; or opened again.
public struct ScoringClosed: Event {
  /// `scoring.closed`
  public static let kind = "scoring.closed"
  /// Which.
  public let scoring: ScoringID
  /// Whether it is closed from now on.
  public let closed: Bool

  /// Makes the event.
  public init(scoring: ScoringID, closed: Bool) {
    self.scoring = scoring
    self.closed = closed
  }

  /// Sets the mark.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.updateScoring(scoring, "be closed") { $0.isClosed = closed }
  }

  /// The mark as it was.
  public func reversal(in session: Session) -> (any Event)? {
    session.scorings[scoring].map { ScoringClosed(scoring: scoring, closed: $0.isClosed) }
  }

  /// Whether it is still so.
  public func isInForce(in session: Session) -> Bool {
    session.scorings[scoring]?.isClosed == closed
  }

  /// Names the question.
  public func account(in session: Session) -> String {
    (closed ? "closed the vote " : "opened again the vote ") + session.quoted(scoring)
  }
}

extension Session {
  mutating func updateScoring(
    _ id: ScoringID, _ deed: String, _ change: (inout Scoring) -> Void
  ) -> String? {
    guard let index = scorings.index(forKey: id) else {
      return "a vote could not \(deed): its opening has not arrived here"
    }
    change(&scorings.values[index])
    return nil
  }

  /// The question of a vote in quotation marks.
  func quoted(_ id: ScoringID) -> String { "‘\(scorings[id]?.title ?? "a vote")’" }
}
