/// Finds what texts have in common.
///
/// Every text is tied to its nearest neighbours by the cosine of their weighted words; communities of
/// that graph (Blondel, Guillaume, Lambiotte and Lefebvre, 2008) are the topics, so that how many there
/// are comes from the texts. Texts that stray from their community are let go, and a topic is named by
/// the words that tell it from the rest: class-based tf-idf (Grootendorst, "BERTopic", 2022).
///
/// The search goes in steps, so that a key that comes meanwhile does not wait for all of it: reading,
/// tying some hundreds of texts at a time, communities, names. However it is cut, what comes out is the
/// same.
public struct TopicSearch: Sendable {
  /// The fewest texts that make a topic.
  private static let fewest = 3
  /// How near to its topic's middle a text must be.
  private static let leastNearness = 0.2
  /// How many texts are tied in one step; some milliseconds among five thousand.
  private static let tied = 500

  private let passages: [Passage]
  private let limit: Int
  private var graph: NeighbourGraph?
  private var groups: [(members: [Int], cohesion: Double)]?
  /// What was found, once the search is done.
  public private(set) var topics: [EmergentTopic]?

  init(among ids: [Int], limit: Int, in index: TextIndex) {
    passages = Set(ids).sorted().compactMap { id -> Passage? in
      index.slot(of: id).flatMap { index.passages[$0] }.flatMap { $0.content.isEmpty ? nil : $0 }
    }
    self.limit = limit
    if passages.count < Self.fewest || limit <= 0 { topics = [] }
  }

  /// Takes one step in the texts with which it began.
  mutating func advance(in index: TextIndex) {
    guard topics == nil else { return }
    if graph == nil {
      graph = NeighbourGraph(passages, of: index)
    } else if graph?.isTied == false {
      graph?.tie(Self.tied)
    } else if let groups {
      topics = named(groups, index)
    } else if let graph {
      let community = Communities.of(graph)
      var members: [Int: [Int]] = [:]
      for (text, number) in community.enumerated() { members[number, default: []].append(text) }
      groups = members.keys.sorted().compactMap { typical(of: members[$0] ?? [], graph) }
    }
  }

  private func named(
    _ groups: [(members: [Int], cohesion: Double)], _ index: TextIndex
  ) -> [EmergentTopic] {
    let names = TopicNames(groups.map { $0.members.map { passages[$0] } }, passages, index)
    let topics = groups.enumerated().compactMap { place, group -> EmergentTopic? in
      let words = names.words(of: place)
      guard !words.isEmpty else { return nil }
      return EmergentTopic(
        words: words, members: group.members.map { passages[$0].id }, cohesion: group.cohesion)
    }
    return topics.sorted { a, b in
      let (worthOfA, worthOfB) = (Self.worth(a), Self.worth(b))
      return worthOfA != worthOfB ? worthOfA > worthOfB : a.members[0] < b.members[0]
    }.prefix(limit).map { $0 }
  }

  /// Many texts with much in common are worth more than either.
  private static func worth(_ topic: EmergentTopic) -> Double {
    Double(topic.members.count) * topic.cohesion
  }

  /// The texts of a community that are near its middle, the nearest first; `nil` when too few are.
  private func typical(
    of texts: [Int], _ graph: NeighbourGraph
  ) -> (members: [Int], cohesion: Double)? {
    guard texts.count >= Self.fewest else { return nil }
    let nearness = graph.nearness(of: texts)
    let kept = zip(texts, nearness).filter { $0.1 >= Self.leastNearness }
      .sorted { a, b in a.1 != b.1 ? a.1 > b.1 : a.0 < b.0 }
    guard kept.count >= Self.fewest else { return nil }
    return (kept.map(\.0), kept.reduce(0) { $0 + $1.1 } / Double(kept.count))
  }
}
