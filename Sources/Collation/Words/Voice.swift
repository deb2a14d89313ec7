/// What a word does to who acts in a sentence: marks of the passive.
enum Voice: Sendable {
  /// is, been, got
  case being
  /// by
  case doer

  /// How many words after a form of "to be" the "by" of a passive is looked for.
  private static let reach = 6

  /// What a folded word does, if anything.
  init?(_ word: String) {
    switch word {
    case "be", "is", "are", "was", "were", "been", "being", "get", "gets", "got": self = .being
    case "by": self = .doer
    default: return nil
    }
  }

  /// Whether a text says what is done to somebody, and by whom.
  ///
  /// - Parameter forms: the words of the text in its order.
  static func isPassive(_ forms: [Int], _ vocabulary: Vocabulary) -> Bool {
    var left = 0
    for form in forms {
      switch vocabulary.forms[form].voice {
      case .being: left = reach
      case .doer where left > 0: return true
      default: left -= 1
      }
    }
    return false
  }
}
