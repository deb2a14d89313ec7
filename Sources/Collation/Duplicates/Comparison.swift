/// How much two texts say the same.
///
/// Words are weighed by how rare they are and paired off whatever their order: the same stem, then the
/// same meaning by the lexicon, then derived words and slips (a "soft" overlap in the sense of Cohen,
/// Ravikumar and Fienberg, 2003). Then whatever makes one text deny the other counts against them.
struct Comparison {
  /// What a short wording that is in a longer one adds to what both share.
  static let containment = 0.45
  /// How much a text must weigh for that: a few words that most texts have are in most texts.
  private static let telling = 40.0

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
        let alike = likeness.isReversed(term, other) ? 0.7 : likeness.of(term, other)
        guard alike > 0 else { continue }
        matched.first[i] = max(matched.first[i], alike)
        matched.second[j] = max(matched.second[j], alike)
      }
    }
    for term in first.acronyms { spellOut(term, \.first, second, \.second) }
    for term in second.acronyms { spellOut(term, \.second, first, \.first) }
  }

  /// The letters each side's words are matched in.
  private typealias Matched = (first: [Double], second: [Double])

  /// Pairs an acronym off with the words it stands for, where they follow each other in the other text.
  private mutating func spellOut(
    _ acronym: Int, _ own: WritableKeyPath<Matched, [Double]>, _ other: Passage,
    _ others: WritableKeyPath<Matched, [Double]>
  ) {
    let passage = own == \.first ? first : second
    let term = vocabulary.terms[acronym]
    guard let place = passage.content.firstIndex(of: acronym), matched[keyPath: own][place] == 0,
      other.content.count >= term.length
    else { return }
    let letters = vocabulary.letters[term.start..<term.start + term.length]
    for start in 0...other.content.count - term.length {
      let run = start..<start + term.length
      let initials = other.content[run].map { vocabulary.initial(of: $0) }
      guard initials.elementsEqual(letters.map(Optional.some)) else { continue }
      matched[keyPath: own][place] = 0.9
      for word in run { matched[keyPath: others][word] = max(0.9, matched[keyPath: others][word]) }
      return
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
    let enough = min(
      1, Double(min(first.keys.count, second.keys.count)) / 5,
      min(whole.first, whole.second) / Self.telling)
    return both + Self.containment * enough * max(0, either - both)
  }

  /// 1 where nothing speaks against it, down to nearly 0.
  private func agreement() -> Double {
    var agreement = 1.0
    // To deny the opposite is to say the same: not safe, unsafe.
    let (isDenied, isOpposite) = (hasDenial(), hasOpposites())
    let isOneNegative = first.denials.isNegative != second.denials.isNegative
    if isDenied || isOpposite {
      agreement *= isOpposite && (isDenied || isOneNegative) ? 0.95 : 0.5
    } else if isOneNegative {
      agreement *= 0.85
    }
    // One word in common is little, unless it is all there is.
    if min(first.content.count, second.content.count) == 1,
      first.content.count != second.content.count
    {
      agreement *= 0.85
    }
    if isSwapped() { agreement *= 0.5 }
    let numbers = (first.numbers, second.numbers)
    if numbers.0 != numbers.1 {
      let isPart =
        numbers.0.allSatisfy(numbers.1.contains) || numbers.1.allSatisfy(numbers.0.contains)
      agreement *= isPart ? 0.85 : 0.5
    }
    return agreement
  }

  /// Whether one text denies a word that the other has and does not deny.
  private func hasDenial() -> Bool {
    let (ours, theirs) = (first.denials.terms, second.denials.terms)
    return ours.contains { !isAmong($0, theirs) && isIn($0, second) }
      || theirs.contains { !isAmong($0, ours) && isIn($0, first) }
  }

  private func isAmong(_ term: Int, _ others: [Int]) -> Bool {
    others.contains { $0 == term || likeness.of($0, term) > 0 }
  }

  private func isIn(_ term: Int, _ passage: Passage) -> Bool {
    passage.has(term) || isAmong(term, passage.content)
  }

  /// Whether the texts have the same words in the same order, but for two that changed places: who does
  /// it and who it is done to, unless one of them is in the passive. What is merely said in another order
  /// moves by whole phrases.
  private func isSwapped() -> Bool {
    guard first.isPassive == second.isPassive else { return false }
    let common = first.content.filter(second.content.contains)
    guard common.count > 3 else { return false }
    let others = second.content.filter(first.content.contains)
    let moved = common.indices.filter { common[$0] != others[$0] }
    return moved.count == 2 && moved[1] > moved[0] + 1
  }

  private func hasOpposites() -> Bool {
    for (place, term) in first.content.enumerated() where matched.first[place] < 1 {
      for (other, against) in second.content.enumerated() where matched.second[other] < 1 {
        if likeness.isReversed(term, against) { return true }
      }
    }
    if hasRivals() { return true }
    guard first.sides.isAgainst(second.sides) else { return false }
    // A text that has both sides, or shares the word, denies nothing by it.
    return first.terms.contains { term, _ in
      second.terms.contains { other, _ in
        vocabulary.terms[term].sides.isAgainst(vocabulary.terms[other].sides)
          && !second.has(term) && !first.has(other)
      }
    }
  }

  /// Whether each has a word of a set that excludes the other's, and they share none of it.
  private func hasRivals() -> Bool {
    func rivals(_ passage: Passage) -> [(set: Int, term: Int)] {
      passage.content.compactMap { term in vocabulary.terms[term].rivals.map { ($0, term) } }
    }
    let (ours, theirs) = (rivals(first), rivals(second))
    return ours.contains { one in
      let others = theirs.filter { $0.set == one.set }
      return !others.isEmpty
        && !others.contains { other in
          ours.contains { $0.set == one.set && $0.term == other.term }
        }
    }
  }
}
