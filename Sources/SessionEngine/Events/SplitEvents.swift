/// A contribution that made several points was split: its parts, captured in the same act, stand for
/// it.
public struct ContributionSplit: Event {
  /// `contribution.split`
  public static let kind = "contribution.split"
  /// Which.
  public let contribution: ContributionID
  /// The contributions that are its parts.
  public let parts: [ContributionID]

  /// Makes the event.
  public init(contribution: ContributionID, parts: [ContributionID]) {
    self.contribution = contribution
    self.parts = parts
  }

  /// Takes it off the lists.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard let standing = session.contributions.read(contribution, { $0.standing }) else {
      return "a contribution could not be split: its capture has not arrived here"
    }
    guard standing == .kept else {
      let why = session.whereabouts(of: contribution) ?? "it does not stand"
      return "\(session.spoken(contribution)) could not be split: \(why);"
        + " look at \(session.spoken(parts)) beside it"
    }
    session.lineage.split(contribution, into: parts)
    _ = session.contributions.update(contribution) { $0.standing = .split }
    return nil
  }

  /// Its return.
  public func reversal(in session: Session) -> (any Event)? {
    ContributionRejoined(contribution: contribution)
  }

  /// Whether its parts still stand for it.
  public func isInForce(in session: Session) -> Bool {
    session.contributions.read(contribution) { $0.standing } == .split
  }

  /// Names the numbers.
  public func account(in session: Session) -> String {
    let known = parts.filter { session.contributions.contains($0) }
    return known.isEmpty
      ? "split \(session.spoken(contribution)) into \(parts.count)"
      : "split \(session.spoken(contribution)) into \(session.spoken(known))"
  }
}

/// A contribution that had been split stands as one again.
public struct ContributionRejoined: Event {
  /// `contribution.rejoined`
  public static let kind = "contribution.rejoined"
  /// Which.
  public let contribution: ContributionID

  /// Makes the event.
  public init(contribution: ContributionID) { self.contribution = contribution }

  /// Puts it back on the lists; what becomes of its parts, events of their own say.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard session.contributions.read(contribution, { $0.standing }) == .split else {
      return "\(session.spoken(contribution)) could not be put together: it is not split"
    }
    _ = session.contributions.update(contribution) { $0.standing = .kept }
    session.bringBackPlace(of: contribution)
    return nil
  }

  /// Its splitting.
  public func reversal(in session: Session) -> (any Event)? {
    ContributionSplit(
      contribution: contribution, parts: session.lineage.parts(of: contribution))
  }

  /// Whether it stands.
  public func isInForce(in session: Session) -> Bool {
    session.contributions.read(contribution) { $0.standing } == .kept
  }

  /// Names the number.
  public func account(in session: Session) -> String {
    "put \(session.spoken(contribution)) together again"
  }
}

// What merges and splits ask of other events.
extension Session {
  /// Brings back the table and the priority of a contribution that stands again; whether its words
  /// have been taken out of the file already is no matter.
  mutating func bringBackPlace(of id: ContributionID) {
    let place = contributions.read(id) {
      $0.hasVoice ? Contributions.Place(group: $0.group, priority: $0.priority) : nil
    }
    if let place = place ?? nil { bringBack(place) }
  }

  /// Notes what a captured contribution is a part of. A part of what was redacted comes in withdrawn:
  /// it holds some of the words, and somebody must look at it.
  mutating func note(_ part: ContributionID, asPartOf original: ContributionID) -> String? {
    lineage.note(part, asPartOf: original)
    guard isRedacted(original) else { return nil }
    return withdrawn([part], of: original)
  }

  /// What follows from a redaction for what was merged into the contribution and for its parts: the
  /// ones stand for themselves again, the others are withdrawn, since they hold its words.
  ///
  /// A decision refuses to come to this; only writers that did not hear of each other do.
  mutating func settleLineage(ofRedacted id: ContributionID) -> String? {
    for merged in lineage.merged(into: id)
    where contributions.read(merged, { $0.standing }) == .merged {
      lineage.separate(merged)
      _ = contributions.update(merged) { $0.standing = .kept }
      bringBackPlace(of: merged)
    }
    let parts = lineage.reach(from: id) { lineage.offshoots(of: $0) }.dropFirst()
    // Who knew of the split redacted a part, and with it this: the other parts were looked at.
    if parts.contains(where: { isRedacted($0) }) { return nil }
    return withdrawn(
      parts.filter { part in
        let standing = contributions.read(part) { $0.standing }
        return standing == .kept || standing == .merged
      }, of: id)
  }

  private mutating func withdrawn(_ parts: [ContributionID], of id: ContributionID) -> String? {
    guard !parts.isEmpty else { return nil }
    for part in parts {
      lineage.separate(part)
      _ = contributions.update(part) {
        $0.standing = $0.standing == .redacted ? .redacted : .withdrawn
      }
    }
    return "\(spoken(parts)) came from \(spoken(id)), which was redacted: withdrawn until somebody"
      + " redacts or restores it"
  }
}
