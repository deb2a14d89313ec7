/// Texts tied to those that are most like them.
struct NeighbourGraph {
  /// How many neighbours each text looks for.
  private static let neighbours = 10
  /// The least cosine that ties two texts.
  private static let leastCosine = 0.1
  /// A word that more than this share of the texts have ties nothing, nor does one in a single text.
  private static let greatestShare = 0.2

  /// What each text is tied to, in rising order, and how strongly; each tie is there from both sides.
  private(set) var ties: [[(text: Int, strength: Double)]]
  private var vectors: [[(word: Int, value: Double)]] = []
  private var wordCount = 0

  init(_ passages: [Passage]) {
    ties = Array(repeating: [], count: passages.count)
    readVectors(passages)
    tie()
  }

  /// Words are numbered in the order of the texts, so that no number comes from outside.
  private mutating func readVectors(_ passages: [Passage]) {
    var numbers: [Int: Int] = [:]
    var frequencies: [Int] = []
    let words = passages.map { passage in
      var seen: [Int] = []
      for key in passage.keys {
        let number = numbers[key] ?? numbers.count
        if number == numbers.count {
          numbers[key] = number
          frequencies.append(0)
        }
        guard !seen.contains(number) else { continue }
        seen.append(number)
        frequencies[number] += 1
      }
      return seen
    }
    wordCount = numbers.count
    let texts = Double(passages.count)
    let most = max(Int(texts * Self.greatestShare), passages.count < 40 ? passages.count / 2 : 8)
    let rarity = frequencies.map { $0 > 1 && $0 <= most ? Steady.ln(1 + texts / Double($0)) : 0 }
    vectors = words.map { words in
      // Words that stand alone tie nothing, but a text made of such is not like another for one word.
      let whole = words.reduce(0) { sum, word in
        let weight = frequencies[word] > 1 ? rarity[word] : Steady.ln(1 + texts / 2) * 0.5
        return sum + weight * weight
      }.squareRoot()
      return words.filter { rarity[$0] > 0 }.map { ($0, rarity[$0] / whole) }
    }
  }

  private mutating func tie() {
    var postings: [[(text: Int32, value: Double)]] = Array(repeating: [], count: wordCount)
    for (text, vector) in vectors.enumerated() {
      for (word, value) in vector { postings[word].append((Int32(text), value)) }
    }
    var cosine = Array(repeating: 0.0, count: vectors.count)
    var strengths: [[Int: Double]] = Array(repeating: [:], count: vectors.count)
    for (text, vector) in vectors.enumerated() {
      var touched: [Int] = []
      for (word, value) in vector {
        for (other, otherValue) in postings[word] {
          let other = Int(other)
          if cosine[other] == 0 { touched.append(other) }
          cosine[other] += value * otherValue
        }
      }
      var near: [(text: Int, strength: Double)] = []
      for other in touched {
        if other != text, cosine[other] >= Self.leastCosine { near.append((other, cosine[other])) }
        cosine[other] = 0
      }
      near.sort { a, b in a.strength != b.strength ? a.strength > b.strength : a.text < b.text }
      for (other, strength) in near.prefix(Self.neighbours) {
        // A tie that both look for is twice as strong.
        strengths[text][other, default: 0] += strength
        strengths[other][text, default: 0] += strength
      }
    }
    ties = strengths.map { row in row.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
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
