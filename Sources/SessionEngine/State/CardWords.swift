/// The free text of a card or of a step, as it stands behind a line's seal: one field a line, `title: …`,
/// with line ends and backslashes escaped. Everything else of the event stands in its `data`.
public struct CardWords: Equatable, Sendable {
  /// The fields with words in them, in the order of the card.
  private(set) var fields: [(name: String, words: String)] = []

  /// Whether nobody wrote anything.
  var isEmpty: Bool { fields.isEmpty }

  init() {}

  /// Reads what `text` wrote; what is no field is passed over.
  public init(_ text: String) {
    for line in text.split(separator: "\n") {
      guard let colon = line.firstRange(of: ": ") else { continue }
      fields.append(
        (String(line[..<colon.lowerBound]), Self.unescaped(line[colon.upperBound...])))
    }
  }

  /// What stands behind the seal; `nil` where there are no words.
  var text: String? {
    isEmpty
      ? nil : fields.map { "\($0.name): \(Self.escaped($0.words))" }.joined(separator: "\n")
  }

  /// Everything that somebody typed, field by field: what has to be looked for where it is to be gone.
  public var all: [String] { fields.map(\.words) }

  mutating func add(_ name: String, _ words: String?) {
    guard let words, !words.isEmpty else { return }
    fields.append((name, words))
  }

  func values(of name: String) -> [String] { fields.filter { $0.name == name }.map(\.words) }

  /// Whether both say the same in the same fields.
  public static func == (one: CardWords, other: CardWords) -> Bool {
    one.fields.elementsEqual(other.fields) { $0 == $1 }
  }

  private static func escaped(_ words: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\\": text.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": text.append(contentsOf: "\\n".unicodeScalars)
      case "\r": text.append(contentsOf: "\\r".unicodeScalars)
      default: text.append(scalar)
      }
    }
    return String(text)
  }

  private static func unescaped(_ text: Substring) -> String {
    var words = String.UnicodeScalarView()
    var isEscape = false
    for scalar in text.unicodeScalars {
      switch (isEscape, scalar) {
      case (false, "\\"):
        isEscape = true
        continue
      case (true, "n"): words.append("\n")
      case (true, "r"): words.append("\r")
      default: words.append(scalar)
      }
      isEscape = false
    }
    return String(words)
  }
}

extension CardPatch {
  /// The fields that hold free text, under the names that they have on disk.
  private static let texts:
    [(name: String, field: any WritableKeyPath<CardPatch, String?> & Sendable)] = [
      ("title", \.title), ("currentApproach", \.currentApproach), ("improvement", \.improvement),
      ("mindset", \.mindset), ("belief", \.belief), ("action", \.action), ("measure", \.measure),
      ("success", \.success), ("place", \.place), ("duration", \.duration), ("cost", \.cost),
      ("risk", \.risk),
    ]
  private static let skill = "skillsWanted"

  /// What somebody wrote in the fields that are given.
  var written: CardWords {
    var words = CardWords()
    for (name, field) in Self.texts { words.add(name, self[keyPath: field]) }
    for skill in skillsWanted ?? [] { words.add(Self.skill, skill) }
    return words
  }

  /// The patch without anything that somebody wrote: a field that it empties stays in it.
  var unwritten: CardPatch {
    var patch = self
    for (_, field) in Self.texts where patch[keyPath: field]?.isEmpty == false {
      patch[keyPath: field] = nil
    }
    if skillsWanted?.isEmpty == false { patch.skillsWanted = nil }
    return patch
  }

  /// Puts words back into the fields that they were taken out of.
  mutating func write(_ words: CardWords) {
    for (name, field) in Self.texts {
      if let text = words.values(of: name).last { self[keyPath: field] = text }
    }
    let skills = words.values(of: Self.skill)
    if !skills.isEmpty { skillsWanted = skills }
  }
}

extension OpportunityCard {
  /// Empties every field that holds free text.
  mutating func redact() {
    var patch = CardPatch()
    let written = CardPatch(self).written
    for (name, _) in written.fields { patch.clear(name) }
    patch.apply(to: &self)
  }
}

extension CardPatch {
  fileprivate mutating func clear(_ name: String) {
    if name == Self.skill { skillsWanted = [] }
    for (known, field) in Self.texts where known == name { self[keyPath: field] = "" }
  }
}

extension Opportunity {
  /// Everything that stands on its card in somebody's words, the reasons for its stages among them.
  public var writtenWords: [String] {
    CardPatch(card).written.all + history.compactMap(\.standing.reason)
  }
}
