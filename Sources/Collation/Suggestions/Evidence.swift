/// Which words of a text speak for which theme.
struct Evidence {
  /// How many words are said at most.
  private static let most = 4
  /// What each word of the text adds to the score of each theme.
  private let words: [(word: String, isStop: Bool, scores: [Double])]

  init(
    _ classes: [LinearClassifier.Class], _ text: LinearClassifier.Local, _ passage: Passage,
    _ vocabulary: Vocabulary
  ) {
    var seen: Set<Int> = []
    words = passage.forms.compactMap { form in
      let term = vocabulary.forms[form].term
      guard seen.insert(term).inserted, seen.count <= TextIndex.longest else { return nil }
      let features = TextVectors.features(of: term, vocabulary).map(\.feature)
      return (
        vocabulary.forms[form].surface.visible, vocabulary.terms[term].isStop,
        classes.map { $0.score(of: text, only: features) }
      )
    }
  }

  /// The words that speak for a theme more than for the others, the strongest first. Words that only
  /// hold the sentence together are said only where no other speaks.
  func words(for theme: Int) -> [String] {
    let speaking = words.compactMap { word, isStop, scores in
      let others = scores.reduce(0, +) - scores[theme]
      let mean = scores.count > 1 ? others / Double(scores.count - 1) : 0
      return scores[theme] > max(0.01, mean) ? (word, isStop, scores[theme] - mean) : nil
    }
    let telling = speaking.filter { !$0.1 }
    let chosen = telling.isEmpty ? speaking : telling
    let strongest = chosen.map(\.2).max() ?? 0
    return chosen.filter { $0.2 > strongest / 5 }
      .sorted { a, b in a.2 != b.2 ? a.2 > b.2 : a.0 < b.0 }
      .prefix(Self.most).map(\.0)
  }
}
