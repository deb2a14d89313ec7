import Collation
import SessionEngine
import Terminal

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

  /// Whether a line can hold a mark at all: what is asked first, at every key.
  static func mayOccur(in line: String) -> Bool {
    line.utf8.contains { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "@") }
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
        let end = endOfWord(in: text, from: text.index(after: index), sign: character)
        let word = text[text.index(after: index)..<end]
        return Mark(kind: character, word: String(word), range: index..<end)
      }
      previous = character
      index = text.index(after: index)
    }
    return nil
  }

  /// A stop, a hyphen or an apostrophe belongs to the word only where the word goes on behind it.
  private static func endOfWord(
    in text: Substring, from start: String.Index, sign: Character
  ) -> String.Index {
    var end = start
    var index = start
    while index < text.endIndex {
      let character = text[index]
      index = text.index(after: index)
      if character.isLetter || character.isNumber || character == sign {
        end = index
      } else if !"-'’.".contains(character) {
        break
      }
    }
    return end
  }

  /// The mark that the cursor of a line stands in or right behind.
  static func atCursor(_ cursor: Int, in editor: LineEditor) -> Mark? {
    let line = editor.text
    guard mayOccur(in: line),
      let end = line.index(line.startIndex, offsetBy: cursor, limitedBy: line.endIndex)
    else { return nil }
    var rest = line[...]
    while let mark = first(in: rest) {
      if mark.range.lowerBound < end, end <= mark.range.upperBound { return mark }
      if mark.range.lowerBound >= end { return nil }
      rest = rest[mark.range.upperBound...]
    }
    return nil
  }

  /// What the mark stands for.
  func meaning(in session: Session) -> Meaning {
    if word.hasPrefix(String(kind)) { return .text(word) }
    let found = candidates(in: session)
    guard found.count == 1, let only = found.first else { return .text(String(kind) + word) }
    return only.meaning
  }

  /// The themes or delegates that the word fits, the likeliest first.
  func candidates(in session: Session) -> [(title: String, meaning: Meaning)] {
    guard let initial = word.first, initial.isLetter else { return [] }
    let things: [(title: String, meaning: Meaning)] =
      kind == "#"
      ? session.themes.map { ($0.title, .theme($0.id)) }
      : session.delegates.values.map { ($0.name, .speaker($0.id)) }
    let key = Self.folded(word)
    var whole: [(title: String, meaning: Meaning)] = []
    var first: [(title: String, meaning: Meaning)] = []
    var others: [(title: String, meaning: Meaning)] = []
    for thing in things {
      switch Self.fit(thing.title, key) {
      case .whole: whole.append(thing)
      case .beginning: first.append(thing)
      case .laterWord: others.append(thing)
      case nil: break
      }
    }
    // Whose first word fits comes first: it is what people call each other.
    return whole.isEmpty ? first + others : whole
  }

  private enum Fit { case whole, beginning, laterWord }

  /// How a folded key fits a title; most titles are turned away at the first letters of their words.
  private static func fit(_ title: String, _ key: String) -> Fit? {
    guard let initial = key.first else { return nil }
    let starts = title.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" && $0 != "." }
    for (index, word) in starts.enumerated()
    where word.first.map({ Folded.text(String($0)).first == initial }) == true {
      if index == 0 {
        let whole = folded(title)
        if whole == key { return .whole }
        if whole.hasPrefix(key) { return .beginning }
      } else if folded(word).hasPrefix(key) {
        return .laterWord
      }
    }
    return nil
  }

  /// What Tab makes of the mark: sign and whole title; `nil` where it is whole or names nothing.
  func completion(in session: Session) -> String? {
    guard let best = candidates(in: session).first else { return nil }
    let slug = Self.slug(best.title)
    return slug == word || slug.isEmpty ? nil : String(kind) + slug
  }

  /// What to say of a mark that stands for nothing yet; `nil` where it stands for something.
  func hint(in session: Session) -> String? {
    guard case .text = meaning(in: session) else { return nil }
    if word.isEmpty {
      return kind == "#" ? "# names a theme: type the start of it" : "@ names who speaks"
    }
    if word.hasPrefix(String(kind)) { return "stays \(word) in the text" }
    let candidates = candidates(in: session)
    let mark = String(kind) + word
    if let title = newTitle(in: session) {
      return "\(mark) names no theme: stays in the text; Tab makes ‘\(title)’ one"
    }
    if candidates.isEmpty {
      return "\(mark) names \(kind == "#" ? "no theme" : "nobody"): stays text"
    }
    let others = candidates.dropFirst().prefix(3).map(\.title).joined(separator: ", ")
    let rest = candidates.count > 4 ? " or \(candidates.count - 4) more" : ""
    return "\(mark): Tab \(candidates.first?.title ?? ""), or \(others)\(rest)?"
  }

  /// The title as one word that can follow the sign.
  static func slug(_ title: String) -> String {
    title.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" })
      .joined(separator: "-").lowercased()
  }

  private static func folded(_ text: some StringProtocol) -> String {
    Folded.text(text).filter { $0.isLetter || $0.isNumber }
  }
}
