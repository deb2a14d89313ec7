/// Learns from what was coded to which theme, and says which theme a text may belong to.
///
/// Nothing is trained ahead: a question takes the labelled texts nearest to the one in hand and trains a
/// linear classifier on them there and then (Zhang, Berg, Maire and Malik, "SVM-KNN", 2006). A few
/// hundred texts are enough for that to be the classifier that all of them would give, and it takes a
/// few milliseconds; so a label that is set, changed or undone costs nothing and counts at once.
struct ThemeSuggester: Sendable {
  /// How many labelled texts one answer is learnt from at most.
  private static let most = 320
  /// How many of each theme are among them, where there are as many, however far they are.
  private static let ofEach = 6
  /// What a theme's own words weigh beside a text that a person coded.
  private static let descriptionWeight = 0.5

  private var labels: [Int: [Int]] = [:]
  private var descriptions: [Int: [Passage]] = [:]

  mutating func label(_ id: Int, with themes: [Int]) {
    labels[id] = themes.isEmpty ? nil : Set(themes).sorted()
  }

  mutating func describe(_ theme: Int, as texts: [String], in index: inout TextIndex) {
    let passages = texts.map { index.read($0, for: theme) }.filter { !$0.terms.isEmpty }
    descriptions[theme] = passages.isEmpty ? nil : passages
  }

  mutating func note(_ change: TextIndex.Change, in index: TextIndex) {
    if let before = change.before, change.after == nil { labels[before.id] = nil }
  }

  // MARK: Answers

  /// The themes that examples speak for, best first: those at least so sure, at most so many.
  func suggestions(
    for passage: Passage, limit: Int, leastConfidence: Double, in index: TextIndex
  ) -> [SuggestedTheme] {
    let vectors = TextVectors(index)
    let coded = examples(near: passage, index)
    let themes = Set(coded.flatMap(\.themes)).sorted()
    guard !themes.isEmpty else { return [] }
    // One theme alone has nothing to be told from but what was not coded to it yet.
    let examples = themes.count > 1 ? coded : coded + uncoded(besides: passage.id, index)
    let model = LinearClassifier(
      vectors: examples.map { vectors.vector(of: $0.passage) }, coded: coded.count)
    let vector = vectors.vector(of: passage)
    let known = model.known(of: vector)
    guard known > 0 else { return [] }
    let text = model.local(vector)
    let classes = themes.map { theme in
      model.train(
        positive: examples.map { $0.themes.contains(theme) }, cost: examples.map(\.weight))
    }
    // What function words and numbers say of a theme is chance where few texts are coded: the words of
    // the subject must say the same by themselves.
    let subject = vector.filter { !isGeneral($0.feature, index) }
    let told = model.local(subject)
    let confidence = zip(
      Confidence.of(classes.map { $0.score(of: text) }, known: known),
      Confidence.of(classes.map { $0.score(of: told) }, known: known)
    ).map { min($0, $1) }
    let support = support(passage, coded, themes, index)
    let sure = zip(confidence, support).enumerated().map { place, known in
      let others = support.enumerated().filter { $0.offset != place }.map(\.element).max() ?? 0
      return known.0 * Confidence.share(support: known.1, others: others)
    }
    let ranked = themes.indices.filter { sure[$0] >= leastConfidence }.sorted { a, b in
      confidence[a] != confidence[b] ? confidence[a] > confidence[b] : a < b
    }
    let evidence = Evidence(classes, text, passage, index.vocabulary)
    return ranked.lazy.compactMap { place in
      let words = evidence.words(for: place)
      // Where no word speaks for it, only its size does.
      return words.isEmpty
        ? nil
        : SuggestedTheme(theme: themes[place], confidence: sure[place], words: words)
    }.prefix(limit).map { $0 }
  }

  /// How often words of the subject that the text has stand in the examples of each theme. What the
  /// codebook says of a theme was written to tell it, and counts twice.
  private func support(
    _ passage: Passage, _ examples: [Example], _ themes: [Int], _ index: TextIndex
  ) -> [Int] {
    func telling(_ passage: Passage) -> Set<Int> {
      Set(
        passage.terms.prefix(256).filter { !index.vocabulary.terms[$0.term].isGeneral }
          .flatMap { TextVectors.features(of: $0.term, index.vocabulary).prefix(1) }
          .map(\.feature))
    }
    let own = telling(passage)
    var support = Array(repeating: 0, count: themes.count)
    for example in examples {
      let shared = telling(example.passage).intersection(own).count
      guard shared > 0 else { continue }
      for theme in example.themes {
        if let place = themes.firstIndex(of: theme) {
          support[place] += example.weight < 1 ? 2 * shared : shared
        }
      }
    }
    return support
  }

  /// Whether a feature is a word that tells nothing of a subject.
  private func isGeneral(_ feature: Int, _ index: TextIndex) -> Bool {
    feature >= 0 && index.vocabulary.terms[feature].isGeneral
  }

  // MARK: Examples

  /// A text that is known to belong to some themes.
  private struct Example {
    let passage: Passage
    let themes: [Int]
    let weight: Double
  }

  private func examples(near passage: Passage, _ index: TextIndex) -> [Example] {
    let own = descriptions.keys.sorted().flatMap { theme in
      (descriptions[theme] ?? []).map {
        Example(passage: $0, themes: [theme], weight: Self.descriptionWeight)
      }
    }
    let coded = labels.keys.filter { $0 != passage.id && index.contains($0) }.sorted()
    return own
      + nearest(coded, to: passage, index).compactMap { id in
        guard let slot = index.slot(of: id), let example = index.passages[slot],
          let themes = labels[id]
        else { return nil }
        return Example(passage: example, themes: themes, weight: 1)
      }
  }

  private func uncoded(besides id: Int, _ index: TextIndex) -> [Example] {
    index.ids.lazy.filter { $0 != id && labels[$0] == nil }.prefix(Self.ofEach * 8)
      .compactMap { other in
        guard let slot = index.slot(of: other), let passage = index.passages[slot] else {
          return nil
        }
        return Example(passage: passage, themes: [], weight: 0.5)
      }
  }

  private func nearest(_ ids: [Int], to passage: Passage, _ index: TextIndex) -> [Int] {
    guard ids.count > Self.most else { return ids }
    var shared: [Int32: Double] = [:]
    for key in Set(passage.keys).sorted() where key < index.postings.count {
      let rarity = TextVectors.rarity(index.vocabulary.terms[key].frequency, among: index.count)
      for slot in index.postings[key] { shared[slot, default: 0] += rarity * rarity }
    }
    let near = ids.map { id -> (id: Int, nearness: Double) in
      guard let slot = index.slot(of: id), let common = shared[Int32(slot)],
        let length = index.passages[slot]?.content.count
      else { return (id, 0) }
      return (id, common / Double(length + 4))
    }.sorted { a, b in a.nearness != b.nearness ? a.nearness > b.nearness : a.id > b.id }
    var chosen = Set(near.prefix(Self.most).map(\.id))
    var counts: [Int: Int] = [:]
    for (id, _) in near {
      for theme in labels[id] ?? [] where counts[theme, default: 0] < Self.ofEach {
        counts[theme, default: 0] += 1
        chosen.insert(id)
      }
    }
    return chosen.sorted()
  }
}
