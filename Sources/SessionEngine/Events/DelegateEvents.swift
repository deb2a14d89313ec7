/// Delegates were put on the list: from a roster, or one who walked in.
public struct DelegatesAdded: Event {
  /// `delegates.added`
  public static let kind = "delegates.added"
  /// The new delegates.
  public let delegates: [Delegate]
  /// Where in the list each comes to stand, from 0, the lowest first; at the end where left out.
  public let positions: [Int]?

  /// Makes the event.
  public init(delegates: [Delegate], positions: [Int]? = nil) {
    self.delegates = delegates
    self.positions = positions
  }

  /// Puts them on the list.
  public func change(_ session: inout Session, by record: Record) -> String? {
    for (index, delegate) in delegates.enumerated() where session.delegates[delegate.id] == nil {
      let last = session.delegates.count
      let given = positions.flatMap { $0.indices.contains(index) ? $0[index] : nil } ?? last
      session.delegates.updateValue(
        delegate, forKey: delegate.id, insertingAt: min(max(given, 0), last))
    }
    return nil
  }

  /// The removal of those who are new.
  public func reversal(in session: Session) -> (any Event)? {
    let new = delegates.map(\.id).filter { session.delegates[$0] == nil }
    return new.isEmpty ? nil : DelegatesRemoved(delegates: new)
  }

  /// Whether all are on the list as they were added, and nobody noted since that one of them spoke,
  /// voted or is named on a card.
  public func isInForce(in session: Session) -> Bool {
    let named = session.namedDelegates
    return delegates.allSatisfy {
      session.delegates[$0.id] == $0 && session.contributions.count(by: $0.id) == 0
        && !named.contains($0.id)
    }
  }

  /// Names one, counts several.
  public func account(in session: Session) -> String {
    guard delegates.count == 1, let only = delegates.first else {
      return "added \(delegates.count) delegates"
    }
    return "added \(only.name)" + (only.isWalkIn ? ", a walk-in" : "")
  }
}

/// Who a delegate is was put right.
public struct DelegateCorrected: Event {
  /// `delegate.corrected`
  public static let kind = "delegate.corrected"
  /// Who.
  public let delegate: DelegateID
  /// What is right.
  public let profile: Delegate.Profile

  /// Makes the event.
  public init(delegate: DelegateID, profile: Delegate.Profile) {
    self.delegate = delegate
    self.profile = profile
  }

  /// Replaces the profile.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard session.delegates[delegate] != nil else {
      return "\(profile.name) could not be corrected: no longer on the list"
    }
    session.delegates[delegate]?.profile = profile
    return nil
  }

  /// The profile as it was.
  public func reversal(in session: Session) -> (any Event)? {
    session.delegates[delegate].map { DelegateCorrected(delegate: delegate, profile: $0.profile) }
  }

  /// Whether the profile is still this one.
  public func isInForce(in session: Session) -> Bool {
    session.delegates[delegate]?.profile == profile
  }

  /// Names the delegate.
  public func account(in session: Session) -> String { "corrected \(profile.name)" }
}

/// Delegates were taken off the list.
public struct DelegatesRemoved: Event {
  /// `delegates.removed`
  public static let kind = "delegates.removed"
  /// Who.
  public let delegates: [DelegateID]

  /// Makes the event.
  public init(delegates: [DelegateID]) { self.delegates = delegates }

  /// Takes them off the list and out of their seats.
  public func change(_ session: inout Session, by record: Record) -> String? {
    for delegate in delegates {
      session.delegates.removeValue(forKey: delegate)
      session.seats[delegate] = nil
    }
    return nil
  }

  /// Their return to their places in the list.
  public func reversal(in session: Session) -> (any Event)? {
    let positions = Set(delegates.compactMap { session.delegates.index(forKey: $0) }).sorted()
    guard !positions.isEmpty else { return nil }
    return DelegatesAdded(
      delegates: positions.map { session.delegates.values[$0] }, positions: positions)
  }

  /// Whether they are still off the list.
  public func isInForce(in session: Session) -> Bool {
    delegates.allSatisfy { session.delegates[$0] == nil }
  }

  /// Names one who is still there, counts several.
  public func account(in session: Session) -> String {
    guard delegates.count == 1, let only = delegates.first else {
      return "removed \(delegates.count) delegates"
    }
    return "removed \(session.delegates[only]?.name ?? "a delegate")"
  }
}

/// A delegate was marked as present, or as not present.
public struct PresenceMarked: Event {
  /// `presence.marked`
  public static let kind = "presence.marked"
  /// Who.
  public let delegate: DelegateID
  /// Whether in the room.
  public let present: Bool
  /// Whether the delegate counts as one who came; `nil` where that follows: who is present came, and who
  /// leaves had come.
  public let came: Bool?
  /// `false` where a mark is taken back: it is left open again whether the delegate is there. Left out
  /// otherwise.
  public let marked: Bool?

  /// Makes the event.
  public init(delegate: DelegateID, present: Bool, came: Bool? = nil, marked: Bool = true) {
    self.delegate = delegate
    self.present = present
    self.came = came
    self.marked = marked ? nil : false
  }

  /// Sets the mark.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard session.delegates[delegate] != nil else {
      return "presence could not be marked: the delegate is no longer on the list"
    }
    session.delegates[delegate]?.isPresent = present
    session.delegates[delegate]?.isAbsent = !present && marked != false
    if came ?? present {
      session.everPresent.insert(delegate)
    } else if came == false {
      session.everPresent.remove(delegate)
    }
    return nil
  }

  /// The mark as it was.
  public func reversal(in session: Session) -> (any Event)? {
    session.delegates[delegate].map {
      PresenceMarked(
        delegate: delegate, present: $0.isPresent, came: session.everPresent.contains(delegate),
        marked: $0.isPresent || $0.isAbsent)
    }
  }

  /// Whether the mark is still this one.
  public func isInForce(in session: Session) -> Bool {
    session.delegates[delegate].map {
      $0.isPresent == present && $0.isAbsent == (!present && marked != false)
    } ?? false
  }

  /// Names the delegate.
  public func account(in session: Session) -> String {
    let name = session.delegates[delegate]?.name ?? "a delegate"
    if came == false, !present { return "marked \(name) as not having come" }
    return present ? "marked \(name) present" : "marked \(name) not present"
  }
}
