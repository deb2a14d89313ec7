/// A contribution was put into other words.
public struct ContributionReworded: ContributionWords {
  /// `contribution.reworded`
  public static let kind = "contribution.reworded"
  /// Which.
  public let contribution: ContributionID
  /// The new words; `nil` once redacted.
  public var words: String?

  private enum CodingKeys: String, CodingKey { case contribution }

  /// Makes the event.
  public init(contribution: ContributionID, words: String?) {
    self.contribution = contribution
    self.words = words
  }

  /// Sets the words and keeps the earlier ones; an undo takes the earlier ones back.
  public func change(_ session: inout Session, by record: Record) -> String? {
    if session.isRedacted(contribution) { return "a redacted contribution could not be reworded" }
    return session.updateContribution(contribution, "be reworded") { contribution in
      guard let words else { return }
      if case .undoes = record.turn, let last = contribution.earlierWords.last,
        last.utf8.elementsEqual(words.utf8)
      {
        contribution.earlierWords.removeLast()
      } else {
        contribution.earlierWords.append(contribution.words)
      }
      contribution.words = words
    }
  }

  /// The words as they were.
  public func reversal(in session: Session) -> (any Event)? {
    session.contributions.read(contribution) {
      ContributionReworded(contribution: contribution, words: $0.words)
    }
  }

  /// Whether the words are still these, byte for byte.
  public func isInForce(in session: Session) -> Bool {
    guard let now = session.contributions[contribution]?.words, let words else { return false }
    return now.utf8.elementsEqual(words.utf8)
  }

  /// Names the number.
  public func account(in session: Session) -> String { "reworded \(session.spoken(contribution))" }
}

/// A contribution was taken back.
public struct ContributionWithdrawn: Event {
  /// `contribution.withdrawn`
  public static let kind = "contribution.withdrawn"
  /// Which.
  public let contribution: ContributionID

  /// Makes the event.
  public init(contribution: ContributionID) { self.contribution = contribution }

  /// Takes it off every screen and output; not where it was merged or split meanwhile, since its
  /// words then stand elsewhere too.
  public func change(_ session: inout Session, by record: Record) -> String? {
    if let elsewhere = session.whereabouts(of: contribution) {
      return "\(session.spoken(contribution)) could not be withdrawn: \(elsewhere)"
    }
    return session.updateContribution(contribution, "be withdrawn") {
      if $0.standing == .kept { $0.standing = .withdrawn }
    }
  }

  /// Its return, where it stands.
  public func reversal(in session: Session) -> (any Event)? {
    session.contributions.read(contribution) { $0.standing } == .kept
      ? ContributionRestored(contribution: contribution) : nil
  }

  /// Whether it is still withdrawn.
  public func isInForce(in session: Session) -> Bool {
    session.contributions[contribution]?.standing == .withdrawn
  }

  /// Names the number.
  public func account(in session: Session) -> String { "withdrew \(session.spoken(contribution))" }
}

/// A contribution that was taken back stands again.
public struct ContributionRestored: Event {
  /// `contribution.restored`
  public static let kind = "contribution.restored"
  /// Which.
  public let contribution: ContributionID

  /// Makes the event.
  public init(contribution: ContributionID) { self.contribution = contribution }

  /// Brings it back to the screens and outputs.
  public func change(_ session: inout Session, by record: Record) -> String? {
    let missing = session.updateContribution(contribution, "be restored") {
      if $0.standing == .withdrawn { $0.standing = .kept }
    }
    session.bringBackPlace(of: contribution)
    return missing
  }

  /// Its withdrawal, where it is withdrawn.
  public func reversal(in session: Session) -> (any Event)? {
    session.contributions.read(contribution) { $0.standing } == .withdrawn
      ? ContributionWithdrawn(contribution: contribution) : nil
  }

  /// Whether it stands.
  public func isInForce(in session: Session) -> Bool {
    session.contributions[contribution]?.isKept ?? false
  }

  /// Names the number.
  public func account(in session: Session) -> String { "restored \(session.spoken(contribution))" }
}

/// A contribution was moved to another group or priority.
public struct ContributionMoved: Event {
  /// `contribution.moved`
  public static let kind = "contribution.moved"
  /// Which.
  public let contribution: ContributionID
  /// The group from now on.
  public let group: GroupID
  /// The priority from now on.
  public let priority: PriorityID

  /// Makes the event.
  public init(contribution: ContributionID, group: GroupID, priority: PriorityID) {
    self.contribution = contribution
    self.group = group
    self.priority = priority
  }

  /// Sets the place, where the group and the priority are still there.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard session.group(group) != nil, session.priority(priority) != nil else {
      return "\(session.spoken(contribution)) could not be moved: the group or priority is gone"
    }
    return session.updateContribution(contribution, "be moved") {
      $0.group = group
      $0.priority = priority
    }
  }

  /// The place as it was.
  public func reversal(in session: Session) -> (any Event)? {
    session.contributions.read(contribution) {
      ContributionMoved(contribution: contribution, group: $0.group, priority: $0.priority)
    }
  }

  /// Whether it is still there.
  public func isInForce(in session: Session) -> Bool {
    session.contributions.read(contribution) { ($0.group, $0.priority) == (group, priority) }
      ?? false
  }

  /// Names the number and the place.
  public func account(in session: Session) -> String {
    let place = [session.group(group)?.name, session.priority(priority)?.title]
    return "moved \(session.spoken(contribution)) to "
      + place.compactMap { $0 }.joined(separator: ", ")
  }
}

/// A contribution was removed from the journal for good: its words and what ties it to a speaker.
public struct ContributionRedacted: Event {
  /// `contribution.redacted`
  public static let kind = "contribution.redacted"
  /// Which.
  public let contribution: ContributionID
  /// Why; it must not repeat the words.
  public let reason: String

  /// Makes the event.
  public init(contribution: ContributionID, reason: String) {
    self.contribution = contribution
    self.reason = reason
  }

  /// Empties the contribution and forgets every way back to its words.
  public func change(_ session: inout Session, by record: Record) -> String? {
    let missing = session.updateContribution(contribution, "be redacted") {
      $0.words = ""
      $0.earlierWords = []
      $0.speaker = nil
      $0.standing = .redacted
    }
    session.redactions[contribution] = reason
    let isCarried = session.carriedSources[contribution] != nil
    session.carriedSources[contribution]?.words = ""
    for device in Array(session.acts.keys) {
      session.acts[device]?.forget { event in
        (event as? any RedactableEvent)?.subject == .contribution(contribution)
      }
    }
    if isCarried, missing != nil { return nil }
    return missing ?? session.settleLineage(ofRedacted: contribution)
  }

  /// Cannot be undone: nothing is left to bring back.
  public func reversal(in session: Session) -> (any Event)? { nil }

  /// Names the number and the reason.
  public func account(in session: Session) -> String {
    "redacted \(session.spoken(contribution)): \(reason)"
  }
}

extension Session {
  /// Changes a contribution; says which could not `be changed` where it is missing.
  mutating func updateContribution(
    _ id: ContributionID, _ deed: String, _ change: (inout Contribution) -> Void
  ) -> String? {
    contributions.update(id, change)
      ? nil : "a contribution could not \(deed): its capture has not arrived here"
  }

  /// The number of a contribution as it is said, such as `#17`.
  public func spoken(_ id: ContributionID) -> String {
    contributions[id]?.number.spoken
      ?? carriedSources[id].map { "\($0.number.spoken) of ‘\($0.workshop)’" } ?? "a contribution"
  }
}
