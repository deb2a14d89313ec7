/// Two contributions that look alike were said to make two points, or are offered as one again.
public struct ContributionsDistinguished: Event {
  /// `contributions.distinguished`
  public static let kind = "contributions.distinguished"
  /// The two.
  public let contributions: [ContributionID]
  /// Whether they make two points.
  public let distinct: Bool
  /// The place among the pairs that an undo gives it back; `nil` for the end.
  public let position: Int?

  /// Makes the event.
  public init(_ pair: PairKey, distinct: Bool, position: Int? = nil) {
    contributions = [pair.first, pair.second]
    self.distinct = distinct
    self.position = position
  }

  private var pair: PairKey? {
    contributions.count == 2 ? PairKey(contributions[0], contributions[1]) : nil
  }

  /// Puts the pair aside, or takes it back.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard let pair else { return "two points were to be told apart, but they are not two" }
    session.putAside.pairs.set(pair, distinct, at: position)
    return nil
  }

  /// The pair as it was; nothing where it was so already.
  public func reversal(in session: Session) -> (any Event)? {
    guard let pair else { return nil }
    let place = session.putAside.pairs.firstIndex(of: pair)
    guard (place != nil) != distinct else { return nil }
    return ContributionsDistinguished(pair, distinct: !distinct, position: place)
  }

  /// Whether the pair is still so.
  public func isInForce(in session: Session) -> Bool {
    pair.map { session.putAside.pairs.contains($0) == distinct } ?? false
  }

  /// Names the numbers.
  public func account(in session: Session) -> String {
    let both = session.spoken(contributions.sorted { session.saidBefore($0, $1) })
    return distinct ? "said that \(both) are two points" : "offered \(both) again"
  }
}

/// What some contributions have in common was said to be no topic, or is offered again.
public struct TopicIgnored: Event {
  /// `topic.ignored`
  public static let kind = "topic.ignored"
  /// What belonged to it. Its words are not kept: they are words of these.
  public let contributions: [ContributionID]
  /// Whether it is no topic.
  public let ignored: Bool
  /// The place among the topics that an undo gives it back; `nil` for the end.
  public let position: Int?

  /// Makes the event.
  public init(_ members: Set<ContributionID>, ignored: Bool, position: Int? = nil) {
    contributions = members.sorted()
    self.ignored = ignored
    self.position = position
  }

  private var members: Set<ContributionID> { Set(contributions) }

  /// Puts the topic aside, or takes it back.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.putAside.topics.set(members, ignored, at: position)
    return nil
  }

  /// The topic as it was; nothing where it was so already.
  public func reversal(in session: Session) -> (any Event)? {
    let place = session.putAside.topics.firstIndex(of: members)
    guard (place != nil) != ignored else { return nil }
    return TopicIgnored(members, ignored: !ignored, position: place)
  }

  /// Whether the topic is still so.
  public func isInForce(in session: Session) -> Bool {
    session.putAside.topics.contains(members) == ignored
  }

  /// Names the numbers.
  public func account(in session: Session) -> String {
    let all = session.spoken(contributions.sorted { session.saidBefore($0, $1) })
    return ignored
      ? "ignored what \(all) have in common" : "offered what \(all) have in common again"
  }
}

extension Session {
  /// Whether one of two contributions was captured before the other.
  fileprivate func saidBefore(_ one: ContributionID, _ other: ContributionID) -> Bool {
    (contributions.index(of: one) ?? .max) < (contributions.index(of: other) ?? .max)
  }
}

extension Array where Element: Equatable {
  /// Puts something in at a place where it is not yet, or takes it out.
  fileprivate mutating func set(_ element: Element, _ isIn: Bool, at place: Int?) {
    guard contains(element) != isIn else { return }
    if isIn { insert(element, at: clamped(place)) } else { removeAll { $0 == element } }
  }
}
