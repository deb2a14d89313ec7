/// How alike two different words are, by their letters.
enum Likeness {
  /// 0 (nothing in common) to 1, symmetric.
  static func of(_ one: Vocabulary.Term, _ other: Vocabulary.Term) -> Double {
    if one.key == other.key { return 0.9 }
    guard one.number == nil, other.number == nil else { return 0 }
    let (short, long) = one.letters.count <= other.letters.count ? (one, other) : (other, one)
    guard short.letters.count > 3, short.letters.first == long.letters.first else { return 0 }
    let common = zip(short.letters, long.letters).prefix { $0 == $1 }.count
    if common > 3, isDerived(short.letters[common...], long.letters[common...], common: common) {
      return 0.85
    }
    // Two slips change at most four letters of the sets.
    guard long.letters.count - short.letters.count <= 2,
      (one.letterSet ^ other.letterSet).nonzeroBitCount <= 4
    else { return 0 }
    return isSlip(short.letters, long.letters) ? 0.85 : 0
  }

  /// Whether one word is the other with a prefix that turns it round: able, unable.
  static func isReversed(_ one: Vocabulary.Term, _ other: Vocabulary.Term) -> Bool {
    let (short, long) = one.letters.count <= other.letters.count ? (one, other) : (other, one)
    let added = long.letters.count - short.letters.count
    guard short.letters.count > 3, (2...3).contains(added),
      long.letters[added...].elementsEqual(short.letters)
    else { return false }
    return prefixes.contains { long.letters[..<added].elementsEqual($0.utf8) }
  }

  private static let prefixes = ["un", "in", "im", "il", "ir", "dis", "non", "mis"]

  /// What words that are derived from each other end in, once their inflections are gone.
  private static let endings: Set<[UInt8]> = Set(
    """
    ment tion ion ation ition er or al ial ive ative ity ness ist ise isation ful able abl ible ibl anc enc
    ance ence ant ent ic ical ship at ator iv ativ hood ism ty ation ing
    """.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) } + [[]])

  private static func isDerived(
    _ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>, common: Int
  ) -> Bool {
    // What is left of one may be an ending of the other's family: communi|ty, communi|cation is not.
    guard one.count + other.count < common + 5 else { return false }
    return endings.contains(Array(one)) && endings.contains(Array(other))
  }

  /// Whether one word is the other with a slip of the keyboard, or two in a long word: a letter left
  /// out, put in, changed or swapped with its neighbour (Damerau, 1964).
  private static func isSlip(_ short: [UInt8], _ long: [UInt8]) -> Bool {
    let slips = distance(short, long)
    if slips == 1 {
      // One letter more or two swapped is a slip sooner than another letter: house, horse.
      return short.count >= (short.count == long.count && !isSwap(short, long) ? 6 : 4)
    }
    return slips == 2 && short.count >= 8
  }

  private static func isSwap(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one.sorted() == other.sorted()
  }

  /// The number of slips (optimal string alignment); 3 where there are more than 2.
  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...other.count)
    for (i, letter) in one.enumerated() {
      var row = [i + 1]
      row.reserveCapacity(other.count + 1)
      for j in other.indices {
        var least = min(last[j] + (letter == other[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, letter == other[j - 1], one[i - 1] == other[j] {
          least = min(least, before[j - 1] + 1)
        }
        row.append(least)
      }
      if (row.min() ?? 0) > 2 { return 3 }
      before = last
      last = row
    }
    return min(3, last[other.count])
  }
}
