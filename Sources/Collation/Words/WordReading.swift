/// What one word, folded, is read as.
struct WordReading {
  /// What it has in common with its other forms; no word's stem begins with "#".
  private(set) var stem: String
  /// Whether it only holds a sentence together.
  private(set) var isStop = false
  /// Whether it tells nothing of a subject.
  var isGeneral: Bool { isStop || number != nil || Self.generalStems.contains(stem) }
  /// What it does to the words after it.
  private(set) var turn: Turn?
  /// What it does to who acts.
  private(set) var voice: Voice?
  /// Its value where it is a number.
  private(set) var number: Int?

  init(_ folded: [UInt8]) {
    if let first = folded.first, first &- 0x30 < 10 {
      let digits = folded.filter { $0 &- 0x30 < 10 || $0 == 0x2E }
      stem = String(decoding: digits.prefix(64), as: UTF8.self)
      // Numbers are compared, not reckoned with: the same digits, the same number.
      number = Int(stem) ?? Int(truncatingIfNeeded: Hash.of(Array(stem.utf8)))
      return
    }
    var word = String(decoding: folded.filter { $0 != 0x27 }, as: UTF8.self)
    for mark in ["’", "ʼ"] where word.contains(mark) { word.removeAll { String($0) == mark } }
    turn = Turn(word)
    voice = Voice(word)
    isStop = turn == .negation || turn == .absence || Lexicon.stopWords.contains(word)
    number = Lexicon.numbers[word]
    if let number { stem = "\(number)" } else { stem = isStop ? word : "" }
    guard stem.isEmpty else { return }
    if Self.isPossessive(folded) { word.removeLast() }
    stem = Stemmer.stem(word)
    // One stem is one term, and a term tells or does not: "thought" is as empty as "think", but "noted"
    // is no "not".
    if Lexicon.stopWords.contains(stem) || Lexicon.negations.contains(stem) {
      isStop = Lexicon.irregular[word] == stem
      if !isStop { stem = word }
    }
    if stem.utf8.count > 64 { stem = String(stem.prefix(16)) + "\(Hash.of(Array(stem.utf8)))" }
  }

  private static let generalStems = Set(
    Lexicon.generalWords.union(Lexicon.functionWords).map {
      Lexicon.irregular[$0] ?? Stemmer.stem($0)
    })

  /// "police's" is "police"; the apostrophe may be any.
  private static func isPossessive(_ folded: [UInt8]) -> Bool {
    folded.hasSuffix("'s") || folded.hasSuffix("’s") || folded.hasSuffix("ʼs")
  }
}

/// The lines of the lexicon by the stems of their words.
enum Concepts {
  static let byStem: [String: Int] = {
    var lines: [String: Int] = [:]
    for (line, words) in Lexicon.concepts.enumerated() {
      for word in words {
        let stem = Stemmer.stem(word)
        if lines[stem] == nil { lines[stem] = line }
      }
    }
    return lines
  }()
}

/// Which words are opposites of which.
enum Opposites {
  /// On which side of which pairs a word stands, one bit a pair.
  struct Sides: Sendable {
    var left = (UInt64(0), UInt64(0))
    var right = (UInt64(0), UInt64(0))

    /// Whether some pair has one of these on either side.
    func isAgainst(_ other: Sides) -> Bool {
      left.0 & other.right.0 | left.1 & other.right.1 | right.0 & other.left.0
        | right.1 & other.left.1 != 0
    }

    var isEmpty: Bool { left == (0, 0) && right == (0, 0) }

    mutating func formUnion(_ other: Sides) {
      left = (left.0 | other.left.0, left.1 | other.left.1)
      right = (right.0 | other.right.0, right.1 | other.right.1)
    }
  }

  /// The sides of each word, by its stem.
  static let sides: [String: Sides] = {
    var sides: [String: Sides] = [:]
    for (pair, (one, other)) in Lexicon.opposites.enumerated() where pair < 128 {
      let bit = (UInt64(1) << UInt64(pair), pair < 64 ? UInt64(0) : 1 << UInt64(pair - 64))
      let (one, other) = (stem(one), stem(other))
      guard one != other else { continue }
      var left = Sides()
      left.left = bit
      var right = Sides()
      right.right = bit
      sides[one, default: Sides()].formUnion(left)
      sides[other, default: Sides()].formUnion(right)
    }
    return sides
  }()

  /// The set of rivals each word is of, by its stem.
  static let rivals: [String: Int] = {
    var rivals: [String: Int] = [:]
    for (set, words) in Lexicon.rivals.enumerated() {
      for word in words { rivals[stem(word)] = set }
    }
    return rivals
  }()

  private static func stem(_ word: String) -> String {
    Lexicon.stopWords.contains(word) || Lexicon.negations.contains(word) ? word : Stemmer.stem(word)
  }
}

/// FNV-1a (Fowler, Noll and Vo), 64 bits: the same on every machine and in every run.
enum Hash {
  static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  static func of(_ bytes: [UInt8]) -> UInt64 { bytes.reduce(start) { mix($0, UInt64($1)) } }

  static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 { (hash ^ value) &* 0x100_0000_01b3 }
}
