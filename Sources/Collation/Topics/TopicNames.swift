/// The words that tell topics from each other and from the texts in none.
struct TopicNames {
  /// How many words name a topic at most.
  private static let most = 4
  private var names: [[String]] = []

  /// - Parameters:
  ///   - topics: the texts of each topic.
  ///   - all: every text that was looked at, in a topic or not.
  init(_ topics: [[Passage]], _ all: [Passage], _ index: TextIndex) {
    var frequencies: [Int: Int] = [:]
    for passage in all { for term in passage.content { frequencies[term, default: 0] += 1 } }
    let average =
      Double(all.reduce(0) { $0 + $1.content.count }) / Double(max(1, topics.count + 1))
    names = topics.map { Self.name($0, frequencies, average, index.vocabulary) }
  }

  func words(of topic: Int) -> [String] { names[topic] }

  private static func name(
    _ topic: [Passage], _ frequencies: [Int: Int], _ average: Double, _ vocabulary: Vocabulary
  ) -> [String] {
    var counts: [Int: Int] = [:]
    for passage in topic { for term in passage.content { counts[term, default: 0] += 1 } }
    let words = topic.reduce(0) { $0 + $1.content.count }
    // Of a few texts most must share the word, or chance brought them together.
    let least =
      topic.count < 5
      ? topic.count : topic.count < 10 ? (2 * topic.count + 2) / 3 : (topic.count + 9) / 10
    let ranked = counts.filter { $0.value >= least && !vocabulary.terms[$0.key].isGeneral }
      .map { term, count in
        (
          term: term, stem: vocabulary.stems[term],
          telling: Double(count) / Double(words)
            * Steady.ln(1 + average / Double(frequencies[term] ?? count))
        )
      }
      .sorted { a, b in a.telling != b.telling ? a.telling > b.telling : a.stem < b.stem }
    guard let best = ranked.first else { return [] }
    return ranked.prefix(most).filter { $0.telling > best.telling / 5 }
      .map { name(of: $0.term, in: topic, vocabulary) }
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
