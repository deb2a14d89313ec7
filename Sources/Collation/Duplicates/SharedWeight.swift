/// What two texts share by whole words, before they are compared.
struct SharedWeight {
  /// The least share of the lighter text's weight.
  private static let least = 0.34
  /// The least likeness by whole words alone where mostly the commonest words are shared: what derived
  /// words and slips can add to that makes up for the rest of the way to the threshold.
  private static let leastOfCommon = 0.5

  /// Of words that tell texts from each other.
  private(set) var telling: Int32 = 0
  /// Of the commonest words, which in a workshop on one subject are in most texts.
  private(set) var common: Int32 = 0

  var isNothing: Bool { telling == 0 && common == 0 }

  mutating func add(_ weight: Int32, isCommon: Bool) {
    if isCommon { common += weight } else { telling += weight }
  }

  /// Whether it is enough for a comparison of texts of so much weight; symmetric, so that it does not
  /// matter which of them came last.
  ///
  /// - Parameter isFew: whether the texts are so few that common words are as good as others.
  func isEnough(_ one: Int32, _ other: Int32, isFew: Bool) -> Bool {
    let lighter = Double(min(one, other))
    let shared = Double(telling + common)
    if Double(isFew ? telling + common : telling) >= Self.least * lighter { return true }
    // The formula of `Comparison`, for words that are the same.
    let both = 2 * shared / Double(one + other)
    return both + Comparison.containment * (shared / lighter - both) >= Self.leastOfCommon
  }
}
