/// The words of a session, each numbered once: forms as they were typed, and the terms they are forms
/// of.
///
/// Reading a form is paid once; after that a word costs one look-up. Numbers are this vocabulary's own
/// affair: no result may depend on them, only on the words they stand for.
struct Vocabulary: Sendable {
  /// A word as it was typed.
  struct Form: Sendable {
    let surface: String
    let term: Int
    let isNegative: Bool
    /// In how many places it stands now.
    var uses = 0
  }

  /// What forms have in common.
  struct Term: Sendable {
    let stem: String
    /// The stem's bytes, the first 48 at most, for comparing letter by letter.
    let letters: [UInt8]
    /// Which of the letters a to z it has.
    let letterSet: UInt32
    let isStop: Bool
    /// Its value where it is a number.
    let number: Int?
    /// The term that stands for this one among words of about the same meaning: itself where there are
    /// none.
    let key: Int
    var forms: [Int] = []
    /// In how many texts it stands now.
    var frequency = 0
  }

  private(set) var forms: [Form] = []
  private(set) var terms: [Term] = []
  private var formNumbers: [String: Int] = [:]
  private var termNumbers: [String: Int] = [:]
  private var bytes: [UInt8] = []

  /// The number of a form, which is taken in when it is new.
  mutating func form(_ surface: Substring) -> Int {
    let surface = String(surface)
    if let known = formNumbers[surface] { return known }
    bytes.removeAll(keepingCapacity: true)
    for scalar in surface.unicodeScalars { Folding.append(scalar, to: &bytes) }
    let reading = Reading(bytes)
    let term = term(reading)
    formNumbers[surface] = forms.count
    terms[term].forms.append(forms.count)
    forms.append(Form(surface: surface, term: term, isNegative: reading.isNegative))
    return forms.count - 1
  }

  private mutating func term(_ reading: Reading) -> Int {
    if let known = termNumbers[reading.stem] { return known }
    let key = reading.isStop ? nil : Concepts.byStem[reading.stem].map { concept(number: $0) }
    let letters = Array(reading.stem.utf8.prefix(48))
    let set = letters.reduce(into: UInt32(0)) {
      $0 |= $1 &- 0x61 < 26 ? 1 << UInt32($1 &- 0x61) : 0
    }
    termNumbers[reading.stem] = terms.count
    terms.append(
      Term(
        stem: reading.stem, letters: letters, letterSet: set, isStop: reading.isStop,
        number: reading.number, key: key ?? terms.count))
    return terms.count - 1
  }

  /// The term that stands for a line of the lexicon. No word reads like its name.
  private mutating func concept(number: Int) -> Int {
    let name = "#\(number)"
    if let known = termNumbers[name] { return known }
    termNumbers[name] = terms.count
    terms.append(
      Term(stem: name, letters: [], letterSet: 0, isStop: false, number: nil, key: terms.count))
    return terms.count - 1
  }

  mutating func count(form: Int, by change: Int) { forms[form].uses += change }

  mutating func count(term: Int, by change: Int) { terms[term].frequency += change }

  /// A term as people write it: its commonest form, small letters where they are as common.
  ///
  /// - Parameter uses: how often each of its forms stands where it matters; everywhere by default.
  func name(of term: Int, uses: [Int: Int]? = nil) -> String {
    let counted = terms[term].forms.map { form in
      (surface: forms[form].surface, uses: uses.map { uses in uses[form] ?? 0 } ?? forms[form].uses)
    }
    let best = counted.min { a, b in
      a.uses != b.uses ? a.uses > b.uses : a.surface.lowerFirst(b.surface)
    }
    return (best?.surface ?? terms[term].stem).visible
  }
}

/// What one form is read as.
private struct Reading {
  var stem: String
  var isStop = false
  var isNegative = false
  var number: Int?

  init(_ folded: [UInt8]) {
    if let first = folded.first, first &- 0x30 < 10 {
      let digits = folded.filter { $0 &- 0x30 < 10 || $0 == 0x2E }
      stem = String(decoding: digits.prefix(64), as: UTF8.self)
      // Numbers are compared, not reckoned with: the same digits, the same number.
      number = Int(stem) ?? Int(truncatingIfNeeded: Hash.of(digits))
      return
    }
    var word = String(decoding: folded.filter { $0 != 0x27 }, as: UTF8.self)
    for mark in ["’", "ʼ"] where word.contains(mark) { word.removeAll { String($0) == mark } }
    isNegative = Lexicon.negations.contains(word)
    isStop = isNegative || Lexicon.stopWords.contains(word)
    number = Lexicon.numbers[word]
    if let number { stem = "\(number)" } else { stem = isStop ? word : "" }
    guard stem.isEmpty else { return }
    if Self.isPossessive(folded) { word.removeLast() }
    stem = Stemmer.stem(word)
    if stem.utf8.count > 64 { stem = String(stem.prefix(16)) + "\(Hash.of(Array(stem.utf8)))" }
  }

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

  /// The opposites of each word, by stems.
  static let opposites: [String: Set<String>] = {
    var opposites: [String: Set<String>] = [:]
    for (one, other) in Lexicon.opposites {
      let (one, other) = (stem(one), stem(other))
      guard one != other else { continue }
      opposites[one, default: []].insert(other)
      opposites[other, default: []].insert(one)
    }
    return opposites
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

extension String {
  /// Without what cannot be seen, which a screen could stumble on.
  fileprivate var visible: String {
    guard unicodeScalars.contains(where: { ScalarKind($0) == .invisible }) else { return self }
    var kept = ""
    kept.unicodeScalars.append(contentsOf: unicodeScalars.filter { ScalarKind($0) != .invisible })
    return kept
  }

  /// An order among forms that are as common: small letters before capitals, then by the alphabet.
  fileprivate func lowerFirst(_ other: String) -> Bool {
    let capitals = unicodeScalars.filter(\.properties.isUppercase).count
    let others = other.unicodeScalars.filter(\.properties.isUppercase).count
    return capitals != others
      ? capitals < others : unicodeScalars.lexicographicallyPrecedes(other.unicodeScalars)
  }
}
