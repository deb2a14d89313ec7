/// What a text says is not so, or not to be: the word after each "not", "without", "instead of".
struct Denials: Sendable {
  /// Whether it says of anything that it is not so.
  private(set) var isNegative = false
  /// The terms that are denied, in the order of the text.
  private(set) var terms: [Int] = []

  /// How many words after a "not" the denied one is looked for.
  private static let reach = 4

  /// - Parameter forms: the words of a text in its order.
  init(_ forms: [Int], _ vocabulary: Vocabulary) {
    var left = 0
    for (place, number) in forms.enumerated() {
      let form = vocabulary.forms[number]
      let next = place + 1 < forms.count ? vocabulary.forms[forms[place + 1]].turn : nil
      switch form.turn {
      case .negation where next != .softening:
        isNegative = true
        left = Self.reach
      case .absence: isNegative = true
      case .contrast where next == .contrasted: left = Self.reach + 1
      default:
        guard left > 0 else { continue }
        left -= 1
        let term = vocabulary.terms[form.term]
        if !term.isStop || !term.sides.isEmpty {
          terms.append(form.term)
          left = 0
        }
      }
    }
  }
}

/// What a word does to the ones after it.
enum Turn: Sendable {
  /// not, never, without
  case negation
  /// nobody, nothing: what follows tells of what there is none, and is not denied itself.
  case absence
  /// only, just: "not only" denies nothing.
  case softening
  /// instead, rather
  case contrast
  /// of, than
  case contrasted

  /// The turn of a folded word, if any.
  init?(_ word: String) {
    switch word {
    case "only", "just", "merely", "simply", "necessarily": self = .softening
    case "instead", "rather": self = .contrast
    case "of", "than": self = .contrasted
    case "nobody", "nothing", "none", "nowhere": self = .absence
    default:
      guard Lexicon.negations.contains(word) else { return nil }
      self = .negation
    }
  }
}
