/// Texts tied to those that are most like them.
struct NeighbourGraph {
  /// How many neighbours each text looks for.
  private static let neighbours = 10
  /// The least cosine that ties two texts.
  private static let leastCosine = 0.1
  /// A word that more than this share of all texts have ties nothing, nor does one in a single text of
  /// those that are tied. All texts count: of what is left when the rest is coded, every text may be
  /// about the same, and the word for it tells them from the rest.
  private static let greatestShare = 0.2

  /// What each text is tied to, in rising order, and how strongly; each tie is there from both sides.
  private(set) var ties: [[(text: Int, strength: Double)]]
  private var vectors: [[(word: Int, value: Double)]] = []
  private var wordCount = 0
  private var postings: [[(text: Int32, value: Float)]] = []
  /// How many texts have looked for their neighbours.
  private var tied = 0

  /// Whether every text is tied.
  var isTied: Bool { tied > vectors.count }

  /// - Parameters:
  ///   - passages: the texts that are tied.
  ///   - index: all texts, those among them.
  init(_ passages: [Passage], of index: TextIndex) {
    ties = Array(repeating: [], count: passages.count)
    readVectors(passages, index)
    postings = Array(repeating: [], count: wordCount)
    for (text, vector) in vectors.enumerated() {
      for (word, value) in vector { postings[word].append((Int32(text), Float(value))) }
    }
  }

  /// Words are numbered in the order of the texts, so that no number comes from outside.
  private mutating func readVectors(_ passages: [Passage], _ index: TextIndex) {
    var numbers: [Int: Int] = [:]
    var frequencies: [Int] = []
    var everywhere: [Int] = []
    let words = passages.map { passage in
      var seen: [Int] = []
      for key in passage.keys {
        let number = numbers[key] ?? numbers.count
        if number == numbers.count {
          numbers[key] = number
          frequencies.append(0)
          everywhere.append(index.postings[key].count)
        }
        guard !seen.contains(number) else { continue }
        seen.append(number)
        frequencies[number] += 1
      }
      return seen
    }
    wordCount = numbers.count
    let texts = Double(index.count)
    let most = max(Int(texts * Self.greatestShare), index.count < 40 ? index.count / 2 : 8)
    let rarity = zip(frequencies, everywhere).map { here, all in
      here > 1 && all <= most ? Steady.ln(1 + texts / Double(all)) : 0
    }
    vectors = words.map { words in
      // Words that stand alone tie nothing, but a text made of such is not like another for one word.
      let whole = words.reduce(0) { sum, word in
        let weight = frequencies[word] > 1 ? rarity[word] : Steady.ln(1 + texts / 2) * 0.5
        return sum + weight * weight
      }.squareRoot()
      return words.filter { rarity[$0] > 0 }.map { ($0, rarity[$0] / whole) }
    }
  }

  /// Lets so many texts more look for their neighbours.
  mutating func tie(_ count: Int) {
    let last = min(vectors.count, tied + count)
    var cosine = Array(repeating: Float(0), count: vectors.count)
    var touched: [Int32] = []
    for text in tied..<last {
      touched.removeAll(keepingCapacity: true)
      for (word, value) in vectors[text] {
        let value = Float(value)
        for (other, otherValue) in postings[word] {
          if cosine[Int(other)] == 0 { touched.append(other) }
          cosine[Int(other)] += value * otherValue
        }
      }
      var near = Nearest(most: Self.neighbours, least: Self.leastCosine)
      for other in touched {
        if other != Int32(text) { near.offer(Int(other), Double(cosine[Int(other)])) }
        cosine[Int(other)] = 0
      }
      for (other, strength) in near.found {
        ties[text].append((other, strength))
        ties[other].append((text, strength))
      }
    }
    tied = last
    guard tied == vectors.count else { return }
    tied += 1
    postings = []
    // A tie that both look for is there twice, and is twice as strong.
    for text in ties.indices { ties[text] = Self.summed(ties[text]) }
  }

  /// One tie for each text, in rising order.
  static func summed(_ ties: [(text: Int, strength: Double)]) -> [(text: Int, strength: Double)] {
    var summed: [(text: Int, strength: Double)] = []
    summed.reserveCapacity(ties.count)
    // By strength too, so that sums are made in one order whatever the sorting does with equals.
    let sorted = ties.sorted { a, b in
      a.text != b.text ? a.text < b.text : a.strength < b.strength
    }
    for tie in sorted {
      if let last = summed.last, last.text == tie.text {
        summed[summed.count - 1].strength += tie.strength
      } else {
        summed.append(tie)
      }
    }
    return summed
  }

  /// The cosine of each of some texts with the middle of the others among them.
  func nearness(of texts: [Int]) -> [Double] {
    var middle = Array(repeating: 0.0, count: wordCount)
    for text in texts { for (word, value) in vectors[text] { middle[word] += value } }
    let square = middle.reduce(0) { $0 + $1 * $1 }
    return texts.map { text in
      let vector = vectors[text]
      let own = vector.reduce(0) { $0 + $1.value * $1.value }
      let dot = vector.reduce(0) { $0 + $1.value * middle[$1.word] }
      // Without the text itself, which would be like itself even where nobody else is.
      let rest = (square - 2 * dot + own).squareRoot()
      return rest > 1e-9 ? (dot - own) / rest : 0
    }
  }
}

/// The nearest of many texts, the nearest first; of those as near the one that comes first.
private struct Nearest {
  private let most: Int
  private var least: Double
  private(set) var found: [(text: Int, strength: Double)] = []

  init(most: Int, least: Double) {
    self.most = most
    self.least = least
    found.reserveCapacity(most + 1)
  }

  mutating func offer(_ text: Int, _ strength: Double) {
    guard strength >= least else { return }
    var place = found.count
    while place > 0, isBefore((text, strength), found[place - 1]) { place -= 1 }
    guard place < most else { return }
    found.insert((text, strength), at: place)
    if found.count > most { found.removeLast() }
    if found.count == most { least = max(least, found[most - 1].strength) }
  }

  private func isBefore(
    _ one: (text: Int, strength: Double), _ other: (text: Int, strength: Double)
  ) -> Bool {
    one.strength != other.strength ? one.strength > other.strength : one.text < other.text
  }
}
