/// How much two texts say the same.
///
/// Words are weighed by how rare they are and paired off whatever their order: the same stem, then the
/// same meaning by the lexicon, then derived words and slips (a "soft" overlap in the sense of Cohen,
/// Ravikumar and Fienberg, 2003). Then whatever makes one text deny the other counts against them.
struct Comparison {
  private let vocabulary: Vocabulary
  private let likeness: Likeness
  private let first: Passage
  private let second: Passage
  /// How well each word of `content` is matched by the other text, 0 to 1.
  private var matched: (first: [Double], second: [Double])

  init(_ first: Passage, _ second: Passage, _ vocabulary: Vocabulary) {
    self.first = first
    self.second = second
    self.vocabulary = vocabulary
    likeness = Likeness(vocabulary)
    matched = (
      Array(repeating: 0, count: first.content.count),
      Array(repeating: 0, count: second.content.count)
    )
    pairOff()
  }

  /// 0 to 1; symmetric.
  ///
  /// - Parameter weight: how much a key tells.
  func likeness(weight: (_ key: Int) -> Int32) -> Double {
    overlap(weight) * agreement()
  }

  /// Terms of the first text that the second has too, or has a like of; in the order of the text.
  var shared: [Int] {
    zip(first.content, matched.first).filter { $0.1 > 0 }.map(\.0)
  }

  /// Terms that only one of them has.
  var apart: [Int] {
    zip(first.content, matched.first).filter { $0.1 == 0 }.map(\.0)
      + zip(second.content, matched.second).filter { $0.1 == 0 }.map(\.0)
  }

  private mutating func pairOff() {
    for (i, term) in first.content.enumerated() {
      for (j, other) in second.content.enumerated() where term == other {
        matched.first[i] = 1
        matched.second[j] = 1
      }
    }
    for (i, term) in first.content.enumerated() where matched.first[i] == 0 {
      for (j, other) in second.content.enumerated() where matched.second[j] < 1 {
        let alike = likeness.of(term, other)
        guard alike > 0 else { continue }
        matched.first[i] = max(matched.first[i], alike)
        matched.second[j] = max(matched.second[j], alike)
      }
    }
  }

  private func overlap(_ weight: (_ key: Int) -> Int32) -> Double {
    var whole = (first: 0.0, second: 0.0)
    var same = (first: 0.0, second: 0.0)
    for (place, key) in first.keys.enumerated() {
      let weight = Double(weight(key))
      whole.first += weight
      same.first += weight * matched.first[place]
    }
    for (place, key) in second.keys.enumerated() {
      let weight = Double(weight(key))
      whole.second += weight
      same.second += weight * matched.second[place]
    }
    guard whole.first > 0, whole.second > 0 else { return 0 }
    let both = (same.first + same.second) / (whole.first + whole.second)
    // A short wording is in a longer one; but a word or two are in many.
    let either = max(same.first / whole.first, same.second / whole.second)
    let enough = min(1, Double(min(first.keys.count, second.keys.count)) / 5)
    return both + 0.3 * enough * max(0, either - both)
  }

  /// 1 where nothing speaks against it, down to nearly 0.
  private func agreement() -> Double {
    var agreement = 1.0
    if first.isNegative != second.isNegative { agreement *= 0.6 }
    let numbers = (first.numbers, second.numbers)
    if numbers.0 != numbers.1 {
      let isPart =
        numbers.0.allSatisfy(numbers.1.contains) || numbers.1.allSatisfy(numbers.0.contains)
      agreement *= isPart ? 0.85 : 0.5
    }
    if hasOpposites() { agreement *= 0.6 }
    return agreement
  }

  private func hasOpposites() -> Bool {
    for (place, term) in first.content.enumerated() where matched.first[place] < 1 {
      for (other, against) in second.content.enumerated() where matched.second[other] < 1 {
        if likeness.isReversed(term, against) { return true }
      }
    }
    guard first.sides.isAgainst(second.sides) else { return false }
    // A text that has both sides, or shares the word, denies nothing by it.
    return first.terms.contains { term, _ in
      second.terms.contains { other, _ in
        vocabulary.terms[term].sides.isAgainst(vocabulary.terms[other].sides)
          && !second.has(term) && !first.has(other)
      }
    }
  }
}
