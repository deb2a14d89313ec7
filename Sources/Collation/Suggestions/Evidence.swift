/// Which words of a text speak for which theme.
struct Evidence {
  /// How many words are said at most.
  private static let most = 4
  /// What each word of the text adds to the score of each theme.
  private let words: [(word: String, isGeneral: Bool, scores: [Double])]

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
        vocabulary.forms[form].surface.visible, vocabulary.terms[term].isGeneral,
        classes.map { $0.score(of: text, only: features) }
      )
    }
  }

  /// The words that speak for a theme more than for the others, the strongest first. Words that tell
  /// nothing of a subject are no reason, whatever was learnt of them.
  func words(for theme: Int) -> [String] {
    let speaking = words.compactMap { word, isGeneral, scores -> (String, Double)? in
      guard !isGeneral else { return nil }
      let others = scores.reduce(0, +) - scores[theme]
      let mean = scores.count > 1 ? others / Double(scores.count - 1) : 0
      return scores[theme] > max(0.01, mean) ? (word, scores[theme] - mean) : nil
    }
    let strongest = speaking.map(\.1).max() ?? 0
    return speaking.filter { $0.1 > strongest / 5 }
      .sorted { a, b in a.1 != b.1 ? a.1 > b.1 : a.0 < b.0 }
      .prefix(Self.most).map(\.0)
  }
}
