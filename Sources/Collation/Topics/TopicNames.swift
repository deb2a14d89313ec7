/// The words that tell topics from each other and from the texts in none, no two topics by the same ones.
struct TopicNames {
  /// How many words name a topic at most.
  private static let most = 4
  /// How many of them stand in a title, by which topics are told apart.
  private static let titled = 3
  private var names: [[String]] = []

  /// - Parameters:
  ///   - topics: the texts of each topic.
  ///   - all: every text that was looked at, in a topic or not.
  init(_ topics: [[Passage]], _ all: [Passage], _ index: TextIndex) {
    var frequencies: [Int: Int] = [:]
    for passage in all { for term in passage.content { frequencies[term, default: 0] += 1 } }
    let average =
      Double(all.reduce(0) { $0 + $1.content.count }) / Double(max(1, topics.count + 1))
    var taken: Set<Set<Int>> = []
    names = topics.map { topic in
      let terms = Self.distinct(Self.terms(topic, frequencies, average, index.vocabulary), &taken)
      return terms.map { Self.name(of: $0, in: topic, index.vocabulary) }
    }
  }

  func words(of topic: Int) -> [String] { names[topic] }

  /// The terms that could name a topic, the most telling first, and how many of them do.
  private static func terms(
    _ topic: [Passage], _ frequencies: [Int: Int], _ average: Double, _ vocabulary: Vocabulary
  ) -> (ranked: [Int], count: Int) {
    var counts: [Int: Int] = [:]
    for passage in topic { for term in passage.content { counts[term, default: 0] += 1 } }
    let words = topic.reduce(0) { $0 + $1.content.count }
    // Of a few texts most must share the word, or chance brought them together.
    let least =
      topic.count < 5
      ? topic.count : topic.count < 10 ? (2 * topic.count + 2) / 3 : (topic.count + 9) / 10
    var ranked: [Candidate] = []
    for (term, count) in counts where !vocabulary.terms[term].isGeneral {
      let rarity = Steady.ln(1 + average / Double(frequencies[term] ?? count))
      ranked.append(
        Candidate(
          term: term, stem: vocabulary.stems[term], isShared: count >= least,
          telling: Double(count) / Double(words) * rarity))
    }
    ranked.sort { $0.isAhead(of: $1) }
    guard let best = ranked.first, best.isShared else { return ([], 0) }
    let named = ranked.prefix(most).prefix { $0.isShared && $0.telling > best.telling / 5 }
    return (ranked.map { $0.term }, named.count)
  }

  /// A term that could name a topic.
  private struct Candidate {
    let term: Int
    let stem: String
    /// Whether enough of the texts have it.
    let isShared: Bool
    let telling: Double

    func isAhead(of other: Candidate) -> Bool {
      if isShared != other.isShared { return isShared }
      return telling != other.telling ? telling > other.telling : stem < other.stem
    }
  }

  /// The terms that name a topic; where they named another already, with the next that tells them apart
  /// as the last of its title.
  private static func distinct(
    _ terms: (ranked: [Int], count: Int), _ taken: inout Set<Set<Int>>
  ) -> [Int] {
    let own = Array(terms.ranked.prefix(terms.count))
    let title = own.prefix(titled)
    guard !title.isEmpty, !taken.insert(Set(title)).inserted else { return own }
    let kept = Array(title.prefix(titled - 1))
    for next in terms.ranked.dropFirst(kept.count) where taken.insert(Set(kept + [next])).inserted {
      return kept + [next] + own.dropFirst(kept.count).filter { $0 != next }.prefix(1)
    }
    return []
  }

  /// A term as it is written most often in these texts, or else anywhere.
  private static func name(of term: Int, in topic: [Passage], _ vocabulary: Vocabulary) -> String {
    var uses: [Int: Int] = [:]
    for passage in topic {
      for form in passage.forms where vocabulary.forms[form].term == term {
        uses[form, default: 0] += 1
      }
    }
    return vocabulary.name(of: term, uses: uses)
  }
}
