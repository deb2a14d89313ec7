/// Brings the forms of an English word together: plural, past, -ing, -ly, and spellings of either side
/// of the Atlantic.
///
/// Takes away inflections only, and so is lighter than Porter's (1980): words that are derived from each
/// other, such as *recruit* and *recruitment*, are told by `Likeness`, which can say how alike they are.
/// A stem is not meant to be read. Words of other scripts come back as they are, but for the Arabic
/// articles and endings of the "light" stemmers (Larkey, Ballesteros and Connell, 2002).
enum Stemmer {
  /// The stem of a folded word.
  static func stem(_ word: String) -> String {
    var letters = Array(word.utf8)
    guard letters.allSatisfy({ $0 &- 0x61 < 26 }) else { return arabic(word) }
    guard letters.count > 2 else { return word }
    if let stem = Lexicon.irregular[word] { return stem }
    spellings(&letters)
    inflections(&letters)
    return String(decoding: letters, as: UTF8.self)
  }

  private static func inflections(_ letters: inout [UInt8]) {
    if letters.count > 4, drop("ly", from: &letters), letters.last == UInt8(ascii: "i") {
      letters[letters.count - 1] = UInt8(ascii: "y")
    }
    plural(&letters)
    if letters.count > 4, hasVowel(letters.dropLast(3)) { drop("ing", from: &letters) }
    if letters.count > 3, letters.hasSuffix("ied") {
      letters.removeLast(2)
      letters[letters.count - 1] = UInt8(ascii: "y")
    } else if letters.count > 4, !letters.hasSuffix("eed"), hasVowel(letters.dropLast(2)) {
      drop("ed", from: &letters)
    }
    if letters.count > 3, letters.last == UInt8(ascii: "e") { letters.removeLast() }
    undouble(&letters)
  }

  private static func plural(_ letters: inout [UInt8]) {
    guard letters.count > 3, letters.last == UInt8(ascii: "s") else { return }
    if letters.hasSuffix("ies") {
      letters.removeLast(2)
      letters[letters.count - 1] = UInt8(ascii: "y")
    } else if ["sses", "shes", "ches", "xes", "zes"].contains(where: letters.hasSuffix) {
      letters.removeLast(2)
    } else if !["ss", "us", "is"].contains(where: letters.hasSuffix) {
      letters.removeLast()
    }
  }

  private static func spellings(_ letters: inout [UInt8]) {
    guard letters.count > 5 else {
      if letters.hasSuffix("tre") { letters.swapAt(letters.count - 1, letters.count - 2) }
      return
    }
    for ending in ["ize", "izes", "ized", "izing", "izer", "izers", "ization", "izations", "yze"]
    where letters.hasSuffix(ending) {
      letters[letters.count - ending.utf8.count + 1] = UInt8(ascii: "s")
      return
    }
    for ending in ["our", "ours", "oured", "ouring", "oural", "ourable", "ourhood", "ourhoods"]
    where letters.hasSuffix(ending) {
      letters.remove(at: letters.count - ending.utf8.count + 1)
      return
    }
    if letters.hasSuffix("tre") || letters.hasSuffix("tres") {
      let r = letters.count - (letters.hasSuffix("tre") ? 2 : 3)
      letters.swapAt(r, r + 1)
    } else if letters.hasSuffix("mme") {
      letters.removeLast(2)
    } else if letters.hasSuffix("mmes") {
      letters.removeLast(3)
    } else if ["defence", "offence", "licence", "pretence"].contains(where: letters.hasSuffix) {
      letters[letters.count - 2] = UInt8(ascii: "s")
    }
  }

  private static func undouble(_ letters: inout [UInt8]) {
    guard letters.count > 3, let last = letters.last, last == letters[letters.count - 2],
      !isVowel(last)
    else { return }
    letters.removeLast()
  }

  @discardableResult
  private static func drop(_ ending: StaticString, from letters: inout [UInt8]) -> Bool {
    guard letters.hasSuffix("\(ending)") else { return false }
    letters.removeLast(ending.utf8CodeUnitCount)
    return true
  }

  private static func hasVowel(_ letters: ArraySlice<UInt8>) -> Bool {
    letters.contains { isVowel($0) || $0 == UInt8(ascii: "y") }
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }

  private static func arabic(_ word: String) -> String {
    guard let first = word.unicodeScalars.first, 0x0620...0x06FF ~= first.value else { return word }
    var letters = Array(word.unicodeScalars)
    for article in ["وال", "بال", "كال", "فال", "لل", "ال"] {
      let length = article.unicodeScalars.count
      guard letters.count >= length + 2, letters.starts(with: article.unicodeScalars) else {
        continue
      }
      letters.removeFirst(length)
      break
    }
    for ending in ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"] {
      let length = ending.unicodeScalars.count
      guard letters.count >= length + 2, letters.suffix(length).elementsEqual(ending.unicodeScalars)
      else { continue }
      letters.removeLast(length)
      break
    }
    var stem = ""
    stem.unicodeScalars.append(contentsOf: letters)
    return stem
  }
}

extension [UInt8] {
  /// Whether these letters end so.
  func hasSuffix(_ ending: String) -> Bool {
    count >= ending.utf8.count && suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }
}
