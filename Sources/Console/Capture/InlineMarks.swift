import SessionEngine

/// What a typed line will become: its words, and the themes and the speaker that it names.
///
/// `#word` at the start of a word names a theme and `@word` a delegate, by any unambiguous beginning
/// of any word of the title or name. A mark that names nothing stays in the text as it was typed,
/// so "#17" and "@ 5 pm" need no care; `##` and `@@` stand for the character itself.
struct InlineMarks: Equatable, Sendable {
  /// The words, byte for byte as typed where no mark was taken out.
  var words: String
  /// The themes named, in order.
  var themes: [ThemeID] = []
  /// The delegate named last.
  var speaker: DelegateID?

  init(_ line: String, in session: Session) {
    words = line
    guard line.utf8.contains(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "@") }) else {
      return
    }
    var kept = ""
    var rest = line[...]
    while let mark = Mark.first(in: rest) {
      kept += rest[..<mark.range.lowerBound]
      rest = rest[mark.range.upperBound...]
      switch mark.meaning(in: session) {
      case .theme(let id):
        if !themes.contains(id) { themes.append(id) }
        Self.closeGap(&kept, &rest)
      case .speaker(let id):
        speaker = id
        Self.closeGap(&kept, &rest)
      case .text(let text):
        kept += text
      }
    }
    words = kept + rest
  }

  /// Takes one of the two blanks that a removed mark leaves side by side or at an end.
  private static func closeGap(_ kept: inout String, _ rest: inout Substring) {
    if rest.first == " ", kept.isEmpty || kept.last == " " {
      rest.removeFirst()
    } else if rest.isEmpty, kept.last == " " {
      kept.removeLast()
    }
  }
}

/// One `#word` or `@word` of a line.
struct Mark: Equatable, Sendable {
  var kind: Character
  /// The word after the sign, as typed.
  var word: String
  var range: Range<String.Index>

  enum Meaning: Equatable {
    case theme(ThemeID)
    case speaker(DelegateID)
    case text(String)
  }

  /// The first sign that stands at the start of a word, with its word.
  static func first(in text: Substring) -> Mark? {
    var index = text.startIndex
    var previous: Character? =
      text.startIndex == text.base.startIndex
      ? nil : text.base[text.base.index(before: text.startIndex)]
    while index < text.endIndex {
      let character = text[index]
      let opens = previous.map { $0.isWhitespace || $0 == "(" } ?? true
      if opens, character == "#" || character == "@" {
        let start = text.index(after: index)
        let end = text[start...].firstIndex { !isWordCharacter($0, after: character) }
        let word = text[start..<(end ?? text.endIndex)]
        return Mark(kind: character, word: String(word), range: index..<(end ?? text.endIndex))
      }
      previous = character
      index = text.index(after: index)
    }
    return nil
  }

  /// The mark that the cursor, given in characters, stands in or right behind.
  static func atCursor(_ cursor: Int, in line: String) -> Mark? {
    guard let end = line.index(line.startIndex, offsetBy: cursor, limitedBy: line.endIndex) else {
      return nil
    }
    var rest = line[...]
    while let mark = first(in: rest) {
      if mark.range.lowerBound < end, end <= mark.range.upperBound { return mark }
      if mark.range.lowerBound >= end { return nil }
      rest = rest[mark.range.upperBound...]
    }
    return nil
  }

  private static func isWordCharacter(_ character: Character, after sign: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "'"
      || character == "." || character == sign
  }

  /// What the mark stands for.
  func meaning(in session: Session) -> Meaning {
    if word.hasPrefix(String(kind)) { return .text(word) }
    let found = candidates(in: session)
    guard found.count == 1, let only = found.first else { return .text(String(kind) + word) }
    return only.meaning
  }

  /// The themes or delegates that the word fits, best first.
  func candidates(in session: Session) -> [(title: String, meaning: Meaning)] {
    guard let initial = word.first, initial.isLetter else { return [] }
    let things: [(title: String, meaning: Meaning)] =
      kind == "#"
      ? session.themes.map { ($0.title, .theme($0.id)) }
      : session.delegates.values.map { ($0.name, .speaker($0.id)) }
    let key = Self.folded(word)
    let whole = things.filter { Self.folded($0.title) == key }
    if !whole.isEmpty { return whole }
    return things.filter { thing in
      Self.folded(thing.title).hasPrefix(key)
        || thing.title.split(separator: " ").contains { Self.folded($0).hasPrefix(key) }
    }
  }

  /// The title as one word that can follow the sign.
  static func slug(_ title: String) -> String {
    title.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "." })
      .joined(separator: "-").lowercased()
  }

  private static func folded(_ text: some StringProtocol) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
