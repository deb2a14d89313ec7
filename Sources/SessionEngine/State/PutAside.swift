/// Two contributions, whichever comes first.
public struct PairKey: Hashable, Sendable {
  /// The one whose identifier comes first.
  public let first: ContributionID
  /// The other.
  public let second: ContributionID

  /// Makes a pair of two, in either order.
  public init(_ one: ContributionID, _ other: ContributionID) {
    first = min(one, other)
    second = max(one, other)
  }
}

/// What somebody said no to: pairs that say different things, topics that are none. It is offered again
/// only when somebody asks for it.
public struct PutAside: Sendable, Equatable {
  /// Pairs that say different things, in the order in which somebody said so.
  public internal(set) var pairs: [PairKey] = []
  /// What belonged to the topics that somebody ignored, in that order.
  public internal(set) var topics: [Set<ContributionID>] = []

  /// Whether a topic was put aside: one of which more than half was is the same topic still.
  public func holds(topicOf members: [ContributionID]) -> Bool {
    topics.contains { Self.isSame($0, members) }
  }

  /// The ignored topics that a topic is the same as, still.
  func topics(like members: [ContributionID]) -> [Set<ContributionID>] {
    topics.filter { Self.isSame($0, members) }
  }

  private static func isSame(_ topic: Set<ContributionID>, _ members: [ContributionID]) -> Bool {
    2 * members.count { topic.contains($0) } > members.count
  }
}
