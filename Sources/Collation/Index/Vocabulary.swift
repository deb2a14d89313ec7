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
    let turn: Turn?
    let voice: Voice?
    /// Whether it is typed as the first letters of other words are: NCA, OCGs.
    let isAcronym: Bool
    /// In how many places it stands now.
    var uses = 0
  }

  /// What forms have in common. Holds nothing that is counted by reference: terms are compared by the
  /// million.
  struct Term: Sendable {
    /// Where its letters are in the vocabulary's `letters`, the first 48 at most.
    let start: Int
    let length: Int
    /// Which of the letters a to z it has.
    let letterSet: UInt32
    let isStop: Bool
    /// Whether it tells nothing of a subject: it holds a sentence together, is a number, or is in talk of
    /// anything.
    let isGeneral: Bool
    /// Its value where it is a number.
    let number: Int?
    /// The term that stands for this one among words of about the same meaning: itself where there are
    /// none.
    let key: Int
    let sides: Opposites.Sides
    /// The set of words, one of which excludes the others, that it is of.
    let rivals: Int?
    /// In how many texts it stands now.
    var frequency = 0
  }

  private(set) var forms: [Form] = []
  private(set) var terms: [Term] = []
  /// The stem of each term.
  private(set) var stems: [String] = []
  /// The letters of all terms, one after the other.
  private(set) var letters: [UInt8] = []
  private var formsOfTerm: [[Int]] = []
  private var formNumbers: [String: Int] = [:]
  private var termNumbers: [String: Int] = [:]
  private var bytes: [UInt8] = []

  /// The number of a form, which is taken in when it is new.
  mutating func form(_ surface: Substring) -> Int {
    let surface = String(surface)
    if let known = formNumbers[surface] { return known }
    bytes.removeAll(keepingCapacity: true)
    for scalar in surface.unicodeScalars { Folding.append(scalar, to: &bytes) }
    let reading = WordReading(bytes)
    let term = term(reading)
    formNumbers[surface] = forms.count
    formsOfTerm[term].append(forms.count)
    forms.append(
      Form(
        surface: surface, term: term, turn: reading.turn, voice: reading.voice,
        isAcronym: surface.isAcronym))
    return forms.count - 1
  }

  private mutating func term(_ reading: WordReading) -> Int {
    if let known = termNumbers[reading.stem] { return known }
    let key = reading.isStop ? nil : Concepts.byStem[reading.stem].map { concept(number: $0) }
    return add(
      reading.stem, letters: Array(reading.stem.utf8.prefix(48)), isStop: reading.isStop,
      isGeneral: reading.isGeneral, number: reading.number, key: key)
  }

  /// The term that stands for a line of the lexicon. No word reads like its name.
  private mutating func concept(number: Int) -> Int {
    let name = "#\(number)"
    return termNumbers[name]
      ?? add(name, letters: [], isStop: false, isGeneral: false, number: nil, key: nil)
  }

  private mutating func add(
    _ stem: String, letters: [UInt8], isStop: Bool, isGeneral: Bool, number: Int?, key: Int?
  ) -> Int {
    let set = letters.reduce(into: UInt32(0)) {
      $0 |= $1 &- 0x61 < 26 ? 1 << UInt32($1 &- 0x61) : 0
    }
    let term = terms.count
    terms.append(
      Term(
        start: self.letters.count, length: letters.count, letterSet: set, isStop: isStop,
        isGeneral: isGeneral, number: number, key: key ?? term,
        sides: Opposites.sides[stem] ?? Opposites.Sides(),
        rivals: Opposites.rivals[stem]))
    self.letters += letters
    stems.append(stem)
    formsOfTerm.append([])
    termNumbers[stem] = term
    return term
  }

  /// The first letter of a term.
  func initial(of term: Int) -> UInt8? {
    terms[term].length > 0 ? letters[terms[term].start] : nil
  }

  mutating func count(form: Int, by change: Int) { forms[form].uses += change }

  mutating func count(term: Int, by change: Int) { terms[term].frequency += change }

  /// A term as people write it: its commonest form, small letters where they are as common.
  ///
  /// - Parameter uses: how often each of its forms stands where it matters; everywhere by default.
  func name(of term: Int, uses: [Int: Int]? = nil) -> String {
    let counted = formsOfTerm[term].map { form in
      (surface: forms[form].surface, uses: uses.map { $0[form] ?? 0 } ?? forms[form].uses)
    }
    let best = counted.min { a, b in
      a.uses != b.uses ? a.uses > b.uses : a.surface.lowerFirst(b.surface)
    }
    return (best?.surface ?? stems[term]).visible
  }
}

extension String {
  /// Without what cannot be seen, which a screen could stumble on.
  var visible: String {
    guard unicodeScalars.contains(where: { ScalarKind($0) == .invisible }) else { return self }
    var kept = ""
    kept.unicodeScalars.append(contentsOf: unicodeScalars.filter { ScalarKind($0) != .invisible })
    return kept
  }

  /// Two to five capitals, and the s of many.
  fileprivate var isAcronym: Bool {
    let capitals = utf8.prefix { $0 &- 0x41 < 26 }.count
    return (2...5).contains(capitals) && utf8.dropFirst(capitals).allSatisfy { $0 == 0x73 }
      && utf8.count <= capitals + 1
  }

  /// An order among forms that are as common: small letters before capitals, then by the alphabet.
  fileprivate func lowerFirst(_ other: String) -> Bool {
    let capitals = unicodeScalars.filter(\.properties.isUppercase).count
    let others = other.unicodeScalars.filter(\.properties.isUppercase).count
    return capitals != others
      ? capitals < others : unicodeScalars.lexicographicallyPrecedes(other.unicodeScalars)
  }
}
