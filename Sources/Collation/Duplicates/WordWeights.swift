/// How much a word tells, by the share of texts that have it.
///
/// The weight is the inverse document frequency (Spärck Jones, 1972) in six steps. Steps, so that one
/// more text leaves nearly every weight as it was and only the texts of the few words that crossed a
/// step are compared anew; and weights are small whole numbers, so that sums are the same in any order.
struct WordWeights: Sendable {
  /// The weights, the rarest words first.
  static let weights: [Int32] = [20, 16, 12, 7, 5, 2]
  /// The step from which on words tell a text from few others.
  static let common = 3
  /// The shares at which the steps begin, of the texts and a few more that are imagined: among the
  /// first texts of a session no word is common yet.
  private static let shares = [0.012, 0.035, 0.1, 0.25, 0.5]
  /// The fewest texts a word must be in to belong to each step but the first: of a hundred texts half
  /// may be rewordings of one.
  private static let fewest = [3, 3, 3, 60, 120]
  private static let imagined = 40.0

  /// How many texts a word must be in to belong to each step but the first.
  private(set) var bounds = [Int](repeating: 3, count: shares.count)

  init(texts: Int) {
    for (step, share) in Self.shares.enumerated() {
      bounds[step] = max(
        Self.fewest[step], Int(((Double(texts) + Self.imagined) * share).rounded(.up)))
    }
  }

  /// The step of a word that so many texts have.
  func step(frequency: Int) -> UInt8 {
    UInt8(bounds.firstIndex { frequency < $0 } ?? bounds.count)
  }
}
