import SessionEngine

/// What somebody said no to: pairs that say different things, topics that are none. It is offered again
/// only when somebody asks for it.
///
/// No part of the record: kept beside the half-typed lines, as texts by name.
public struct PutAside: Sendable, Equatable {
  /// Pairs that say different things, in the order in which somebody said so.
  public private(set) var pairs: [PairKey] = []
  /// What belonged to the topics that somebody ignored, in that order.
  public private(set) var topics: [Set<ContributionID>] = []

  private static let pairsName = "two points"
  private static let topicsName = "no topics"

  /// Nothing was put aside.
  public init() {}

  /// What was put aside in an earlier run, as `saved` wrote it; names that mean nothing here are left
  /// alone.
  public init(_ saved: [String: String]) { add(saved) }

  /// Takes in what somebody else put aside, too.
  public mutating func add(_ saved: [String: String]) {
    for ids in Self.lists(saved[Self.pairsName]) where ids.count == 2 {
      add(PairKey(ids[0], ids[1]))
    }
    for ids in Self.lists(saved[Self.topicsName]) where !ids.isEmpty { add(Set(ids)) }
  }

  /// As texts by name, for the next run.
  public var saved: [String: String] {
    var saved: [String: String] = [:]
    if !pairs.isEmpty {
      saved[Self.pairsName] = pairs.map { "\($0.first) \($0.second)" }.joined(separator: ",")
    }
    if !topics.isEmpty {
      saved[Self.topicsName] = topics.map { members in
        members.sorted().map(\.text).joined(separator: " ")
      }.joined(separator: ",")
    }
    return saved
  }

  /// Puts a pair aside.
  public mutating func add(_ pair: PairKey) {
    if !pairs.contains(pair) { pairs.append(pair) }
  }

  /// Puts a topic aside.
  public mutating func add(_ topic: Set<ContributionID>) {
    if !topics.contains(topic) { topics.append(topic) }
  }

  /// Takes back the last pair; `nil` where there is none.
  public mutating func takeBackPair() -> PairKey? { pairs.popLast() }

  /// Takes back the last topic; `nil` where there is none.
  public mutating func takeBackTopic() -> Set<ContributionID>? { topics.popLast() }

  /// Whether a topic was put aside: one of which more than half was is the same topic still.
  public func holds(_ topic: TopicOffer) -> Bool {
    topics.contains { ignored in
      2 * topic.members.count { ignored.contains($0) } > topic.members.count
    }
  }

  private static func lists(_ text: String?) -> [[ContributionID]] {
    (text ?? "").split(separator: ",").map { list in
      list.split(separator: " ").map { ContributionID(String($0)) }
    }
  }
}
