/// What a scalar is to somebody who looks for words.
enum ScalarKind {
  case letter
  case digit
  /// Of a script written without spaces between words, or one whose words carry long tails: read by
  /// pairs of letters.
  case unspaced
  /// Belongs to the letter before it: accents, vowel signs.
  case mark
  /// Nothing one sees: zero-width joiners, soft hyphens, marks of direction.
  case invisible
  case apostrophe
  case other

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x61...0x7A, 0x41...0x5A: self = .letter
    case 0x30...0x39: self = .digit
    case 0x27, 0x2019, 0x02BC, 0xFF07: self = .apostrophe
    case ..<0x80: self = .other
    // Thai, Lao, Tibetan, Burmese, Khmer; kana and Han; Hangul; kana of half width; later Han.
    case 0x0E01...0x0E3A, 0x0E40...0x0E4E, 0x0E81...0x0ECE, 0x0F40...0x0FBC, 0x1000...0x103F,
      0x1780...0x17D3, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF,
      0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFF66...0xFF9F, 0x20000...0x3FFFF:
      self = .unspaced
    default: self = Self.byCategory(scalar)
    }
  }

  private static func byCategory(_ scalar: Unicode.Scalar) -> ScalarKind {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      .letter
    case .decimalNumber: .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: .mark
    case .format: .invisible
    default: .other
    }
  }
}

/// Takes away what one writer types and the next does not: case, accents, forms of the same letter.
enum Folding {
  /// The folded scalars of one scalar, appended as UTF-8.
  static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    let value = scalar.value
    if value < 0x80 {
      bytes.append(value &- 0x41 < 26 ? UInt8(value | 0x20) : UInt8(value))
      return
    }
    if isDropped(scalar) { return }
    if let digit = scalar.properties.numericType == .decimal ? scalar.properties.numericValue : nil
    {
      bytes.append(0x30 + UInt8(digit))
      return
    }
    // The forms of full width that East Asian keyboards give.
    if 0xFF01...0xFF5E ~= value, let plain = Unicode.Scalar(value - 0xFEE0) {
      return append(plain, to: &bytes)
    }
    let lower = String(scalar.properties.lowercaseMapping)
    if let base = bases[lower] {
      bytes.append(contentsOf: base.utf8)
    } else {
      for scalar in lower.unicodeScalars where !isDropped(scalar) {
        bytes.append(contentsOf: String(scalar).utf8)
      }
    }
  }

  /// Whether a scalar says nothing about which word it is. Vowel signs of other scripts do, and stay.
  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Accents; Hebrew points; Arabic vowel signs and the stroke that only stretches a word.
    case 0x0300...0x036F, 0x0591...0x05C7, 0x0610...0x061A, 0x0640, 0x064B...0x065F, 0x0670,
      0x06D6...0x06ED, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F,
      0xFE20...0xFE2F:
      true
    default: scalar.value >= 0x80 && scalar.properties.generalCategory == .format
    }
  }

  /// Letters with accents → letters without. Equal strings are canonically equivalent ones, so that the
  /// letter with its accents apart finds the one that is written as a single scalar.
  private static let bases: [String: String] = {
    var bases: [String: String] = [
      "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i",
      "ħ": "h", "ŋ": "n", "ς": "σ", "ﬁ": "fi", "ﬂ": "fl",
      // Arabic letters that hands exchange freely.
      "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ؤ": "و",
      "ئ": "ي",
    ]
    let letters = "abcdefghijklmnopqrstuvwxyzαεηιουωабвгдежзийклмнопрстуфхцчшщъыьэюяіѵ"
      .unicodeScalars
    let marks: [UInt32] =
      Array(0x0300...0x0315) + [0x031B] + Array(0x0323...0x0331) + [0x0342, 0x0345]
    let scalars = marks.compactMap(Unicode.Scalar.init)
    for letter in letters {
      for mark in scalars {
        var composed = String(letter)
        composed.unicodeScalars.append(mark)
        // й is a letter of its own, not a soft и.
        if composed != "й" { bases[composed] = String(letter) }
        guard "aeouαεηιουω".unicodeScalars.contains(letter) else { continue }
        for second in scalars where second.value < 0x0324 || second.value == 0x0345 {
          var twice = composed
          twice.unicodeScalars.append(second)
          bases[twice] = String(letter)
        }
      }
    }
    return bases
  }()
}
