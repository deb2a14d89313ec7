/// How alike two different words are, by their letters.
struct Likeness {
  private let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// 0 (nothing in common) to 1, symmetric; by the numbers of the terms.
  func of(_ one: Int, _ other: Int) -> Double {
    let (a, b) = (vocabulary.terms[one], vocabulary.terms[other])
    // Words of one line of the lexicon are alike, seldom the same.
    if a.key == b.key { return 0.7 }
    guard a.number == nil, b.number == nil, min(a.length, b.length) > 3,
      vocabulary.letters[a.start] == vocabulary.letters[b.start]
    else { return 0 }
    let (short, long) = a.length <= b.length ? (a, b) : (b, a)
    return vocabulary.letters.withUnsafeBufferPointer { letters in
      Self.likeness(
        UnsafeBufferPointer(rebasing: letters[short.start..<short.start + short.length]),
        UnsafeBufferPointer(rebasing: letters[long.start..<long.start + long.length]),
        differing: (short.letterSet ^ long.letterSet).nonzeroBitCount)
    }
  }

  /// Whether one word is the other with a prefix that turns it round: able, unable.
  func isReversed(_ one: Int, _ other: Int) -> Bool {
    let (a, b) = (vocabulary.terms[one], vocabulary.terms[other])
    let (short, long) = a.length <= b.length ? (a, b) : (b, a)
    let added = long.length - short.length
    guard short.length > 3, (2...3).contains(added) else { return false }
    // A look at the last letter spares most pairs the rest.
    let letters = vocabulary.letters
    guard letters[long.start + long.length - 1] == letters[short.start + short.length - 1] else {
      return false
    }
    let rest = letters[long.start + added..<long.start + long.length]
    return rest.elementsEqual(letters[short.start..<short.start + short.length])
      && Self.prefixes.contains(Array(letters[long.start..<long.start + added]))
  }

  private typealias Letters = UnsafeBufferPointer<UInt8>

  private static let prefixes = Set(
    ["un", "in", "im", "il", "ir", "dis", "non", "mis"].map { Array($0.utf8) })

  /// What words that are derived from each other end in, once their inflections are gone.
  private static let endings: Set<[UInt8]> = Set(
    """
    ment tion ion ation ition er or al ial ive ative ity ness ist ise isation ful able abl ible ibl anc enc
    ance ence ant ent ic ical ship at ator iv ativ hood ism ty ation ing
    """.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) } + [[]])

  private static func likeness(_ short: Letters, _ long: Letters, differing: Int) -> Double {
    var common = 0
    while common < short.count, short[common] == long[common] { common += 1 }
    if common > 3, isDerived(short, long, common) { return 0.85 }
    // Two slips change at most four letters of the sets.
    // A letter at the end makes another word sooner than it is a slip: polic(e), policy.
    guard long.count - short.count <= 2, differing <= 4, common < short.count else { return 0 }
    return isSlip(short, long) ? 0.85 : 0
  }

  private static func isDerived(_ one: Letters, _ other: Letters, _ common: Int) -> Bool {
    // What is left of one may be an ending of the other's family: communi|ty, communi|cation is not.
    let rest = one.count + other.count - 2 * common
    guard rest < common + 5, rest < 12 else { return false }
    return endings.contains(Array(one[common...])) && endings.contains(Array(other[common...]))
  }

  /// Whether one word is the other with a slip of the keyboard, or two in a long word: a letter left
  /// out, put in, changed or swapped with its neighbour (Damerau, 1964).
  private static func isSlip(_ short: Letters, _ long: Letters) -> Bool {
    guard short.count > 3 else { return false }
    let slips = distance(short, long)
    if slips == 1 {
      // One letter more or two swapped is a slip sooner than another letter: house, horse.
      let isAnother = short.count == long.count && short.sorted() != long.sorted()
      return short.count >= (isAnother ? 6 : 4)
    }
    return slips == 2 && short.count >= 8
  }

  /// The number of slips (optimal string alignment); 3 where there are more than 2.
  private static func distance(_ one: Letters, _ other: Letters) -> Int {
    // Only the cells within two of the diagonal can be within two slips.
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * (other.count + 1)) { cells in
      let width = other.count + 1
      cells.initialize(repeating: 3)
      for j in 0...min(2, other.count) { cells[j] = j }
      var (before, last, row) = (2 * width, 0, width)
      for i in 0..<one.count {
        for j in 0..<width { cells[row + j] = 3 }
        if i < 2 { cells[row] = i + 1 }
        var best = cells[row]
        for j in max(0, i - 2)..<max(0, min(other.count, i + 3)) {
          var least = min(
            cells[last + j] + (one[i] == other[j] ? 0 : 1), cells[last + j + 1] + 1,
            cells[row + j] + 1)
          if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
            least = min(least, cells[before + j - 1] + 1)
          }
          cells[row + j + 1] = min(3, least)
          best = min(best, least)
        }
        if best > 2 { return 3 }
        (before, last, row) = (last, row, before)
      }
      return cells[last + other.count]
    }
  }
}
