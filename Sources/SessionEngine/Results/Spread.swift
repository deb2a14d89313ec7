/// How scores lie: computed in whole numbers, so that nothing is lost to rounding before the end.
public struct Spread: Equatable, Sendable {
  /// How many scores there are.
  public private(set) var n = 0
  private(set) var sum = 0
  private var squares = 0

  /// No score yet.
  public init() {}

  /// The spread of some scores.
  public init(_ scores: some Sequence<Int>) { for score in scores { add(score) } }

  mutating func add(_ score: Int) {
    n += 1
    sum += score
    squares += score * score
  }

  /// The arithmetic mean; `nil` without scores.
  public var mean: Double? { n == 0 ? nil : Double(sum) / Double(n) }

  /// n² times the variance.
  private var scaledVariance: Int { n * squares - sum * sum }

  /// The standard deviation of the population (divided by n, not n − 1): the voters are all of the
  /// room, no sample of it. `nil` without scores.
  public var deviation: Double? {
    n == 0 ? nil : Double(scaledVariance).squareRoot() / Double(n)
  }

  /// The standard deviation divided by the width of the scale, which is 4 for 1 to 5: from 0, where
  /// all agree, to 0.5, where half the room says 1 and half says 5.
  ///
  /// Divided by the width, as is usual where deviations are to be compared across scales (NRMSD), and
  /// not by the greatest possible deviation: 0.3 is then 1.2 points, which the scores 1, 3, 4, 4, 5
  /// exceed and 2, 3, 4, 4, 5 do not. By the other measure 3, 4, 4, 4, 5 would count as dissent.
  public var normalisedDeviation: Double? { deviation.map { $0 / Double(Self.width) } }

  /// The normalised standard deviation above which the room disagrees.
  public static let dissentThreshold = 0.3

  /// The fewest scores that can disagree.
  public static let fewest = 2

  /// Whether the room disagrees: the normalised standard deviation is above 0.3.
  public var isDissent: Bool {
    // (σ / width)² > 0.3², in whole numbers.
    n >= Self.fewest && scaledVariance * 100 > 9 * Self.width * Self.width * n * n
  }

  /// Where the mean lies against the middle of the scale: 1 above, 0 on it, −1 below; `nil` without
  /// scores.
  public var side: Int? {
    n == 0 ? nil : (2 * sum - n * (Scoring.scale.lowerBound + Scoring.scale.upperBound)).signum()
  }

  /// Whether this mean lies so many points above another or more; not where one has no scores.
  func exceeds(_ other: Spread, byAtLeast points: Int) -> Bool {
    n > 0 && other.n > 0 && sum * other.n - other.sum * n >= points * n * other.n
  }

  private static let width = Scoring.scale.upperBound - Scoring.scale.lowerBound
}
