/// How much two texts say the same.
///
/// Words are weighed by how rare they are and paired off whatever their order: the same stem, then the
/// same meaning by the lexicon, then derived words and slips (a "soft" overlap in the sense of Cohen,
/// Ravikumar and Fienberg, 2003). Then whatever makes one text deny the other counts against them.
struct Comparison {
  /// 0 to 1; symmetric.
  private(set) var likeness = 0.0
  /// Terms of the first text that the second has too, or has a like of; in the order of the text.
  private(set) var shared: [Int] = []
  /// Terms that only one of them has.
  private(set) var apart: [Int] = []

  private let vocabulary: Vocabulary
  private let first: Passage
  private let second: Passage
  private var matched: (first: [Double], second: [Double])

  /// - Parameters:
  ///   - weights: the weight of each of the first and of the second text's keys.
  init(
    _ first: Passage, _ second: Passage, _ vocabulary: Vocabulary,
    weight: (_ key: Int) -> Double
  ) {
    self.first = first
    self.second = second
    self.vocabulary = vocabulary
    matched = (
      Array(repeating: 0, count: first.content.count),
      Array(repeating: 0, count: second.content.count)
    )
    pairOff()
    let weights = (first.keys.map(weight), second.keys.map(weight))
    likeness = overlap(weights.0, weights.1) * agreement()
    for (place, term) in first.content.enumerated() {
      if matched.first[place] > 0 { shared.append(term) } else { apart.append(term) }
    }
    for (place, term) in second.content.enumerated() where matched.second[place] == 0 {
      apart.append(term)
    }
  }

  private mutating func pairOff() {
    for (i, term) in first.content.enumerated() {
      guard let j = second.content.firstIndex(of: term) else { continue }
      matched.first[i] = 1
      matched.second[j] = 1
    }
    // The likest first; among equals the order of the texts.
    for (i, term) in first.content.enumerated() where matched.first[i] == 0 {
      var best = (place: -1, likeness: 0.0)
      for (j, other) in second.content.enumerated() where matched.second[j] < 1 {
        let likeness = Likeness.of(vocabulary.terms[term], vocabulary.terms[other])
        if likeness > best.likeness { best = (j, likeness) }
      }
      guard best.place >= 0 else { continue }
      matched.first[i] = best.likeness
      matched.second[best.place] = max(matched.second[best.place], best.likeness)
    }
    for (j, term) in second.content.enumerated() where matched.second[j] == 0 {
      for other in first.content {
        let likeness = Likeness.of(vocabulary.terms[term], vocabulary.terms[other])
        matched.second[j] = max(matched.second[j], likeness)
      }
    }
  }

  private func overlap(_ firstWeights: [Double], _ secondWeights: [Double]) -> Double {
    let weights = (firstWeights.reduce(0, +), secondWeights.reduce(0, +))
    let same = (
      zip(firstWeights, matched.first).reduce(0) { $0 + $1.0 * $1.1 },
      zip(secondWeights, matched.second).reduce(0) { $0 + $1.0 * $1.1 }
    )
    guard weights.0 > 0, weights.1 > 0 else { return 0 }
    let whole = (same.0 + same.1) / (weights.0 + weights.1)
    // A short wording is in a longer one; but a word or two are in many.
    let part = max(same.0 / weights.0, same.1 / weights.1)
    let enough = min(1, Double(min(first.keys.count, second.keys.count)) / 5)
    return whole + 0.3 * enough * max(0, part - whole)
  }

  /// 1 where nothing speaks against it, down to nearly 0.
  private func agreement() -> Double {
    var agreement = 1.0
    if first.isNegative != second.isNegative { agreement *= 0.6 }
    let numbers = (numbers(of: first), numbers(of: second))
    if numbers.0 != numbers.1 {
      let (one, other) = (numbers.0, numbers.1)
      agreement *= one.isSubset(of: other) || other.isSubset(of: one) ? 0.85 : 0.5
    }
    if hasOpposites() { agreement *= 0.6 }
    return agreement
  }

  private func numbers(of passage: Passage) -> Set<Int> {
    Set(passage.content.compactMap { vocabulary.terms[$0].number })
  }

  private func hasOpposites() -> Bool {
    let terms = (first.terms.map(\.term), second.terms.map(\.term))
    let only = (
      terms.0.filter { !terms.1.contains($0) }, terms.1.filter { !terms.0.contains($0) }
    )
    return only.0.contains { one in
      let term = vocabulary.terms[one]
      let opposites = Concepts.opposites[term.stem]
      return only.1.contains { other in
        let against = vocabulary.terms[other]
        return opposites?.contains(against.stem) ?? false || Likeness.isReversed(term, against)
      }
    }
  }
}
