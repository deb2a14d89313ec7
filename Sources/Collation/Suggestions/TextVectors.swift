/// Texts as vectors: the inverse document frequency of their words, with unit length.
///
/// A word counts by its stem and, less, by its first letters and its meaning in the lexicon, so that
/// *recruiting* says something of *recruitment* before both were seen.
struct TextVectors {
  /// A feature is a term of the vocabulary, or the first letters of one.
  typealias Vector = [(feature: Int, value: Double)]

  private let index: TextIndex

  init(_ index: TextIndex) { self.index = index }

  /// The smoothed inverse document frequency (as scikit-learn has it): 1 for a word in every text.
  static func rarity(_ frequency: Int, among texts: Int) -> Double {
    Steady.ln(Double(1 + texts) / Double(1 + min(frequency, texts))) + 1
  }

  /// What a term counts as, with the weight of each.
  static func features(
    of term: Int, _ vocabulary: Vocabulary
  ) -> [(feature: Int, weight: Double)] {
    let known = vocabulary.terms[term]
    var features: [(feature: Int, weight: Double)] = [(term, known.isStop ? 0.7 : 1)]
    if known.key != term { features.append((known.key, 0.5)) }
    if known.length > 5, !known.isStop {
      // Packed into a number no term has: negative.
      let head = vocabulary.letters[known.start..<known.start + 5].reduce(0) { $0 << 8 | Int($1) }
      features.append((-1 - head, 0.5))
    }
    return features
  }

  func vector(of passage: Passage) -> Vector {
    var vector: Vector = []
    vector.reserveCapacity(passage.terms.count * 2)
    for (term, count) in passage.terms.prefix(256) {
      let frequency = index.vocabulary.terms[term].frequency
      let value =
        (count > 1 ? 1 + Steady.ln(Double(count)) : 1) * Self.rarity(frequency, among: index.count)
      for (feature, weight) in Self.features(of: term, index.vocabulary) {
        if let place = vector.firstIndex(where: { $0.feature == feature }) {
          vector[place].value += value * weight
        } else {
          vector.append((feature, value * weight))
        }
      }
    }
    let length = vector.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
    guard length > 0 else { return [] }
    return vector.map { ($0.feature, $0.value / length) }
  }
}
