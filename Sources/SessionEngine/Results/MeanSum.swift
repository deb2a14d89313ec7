/// A sum of means, exactly: what is shown as 3.67 + 2.33 is 6, and ties with 6.
struct MeanSum: Comparable {
  private var numerator: Int128
  private var denominator: Int128

  /// The sum of the means of these spreads; those without scores add nothing.
  init(_ spreads: some Sequence<Spread>) {
    (numerator, denominator) = (0, 1)
    for spread in spreads where spread.n > 0 {
      let n = Int128(spread.n)
      let factor = n / Self.divisor(n, denominator)
      // At most nine criteria, each with a few thousand scores: far from 128 bits.
      numerator = numerator &* factor &+ Int128(spread.sum) &* (denominator &* factor / n)
      denominator = denominator &* factor
    }
  }

  static func < (a: MeanSum, b: MeanSum) -> Bool {
    let divisor = divisor(a.denominator, b.denominator)
    return a.numerator &* (b.denominator / divisor) < b.numerator &* (a.denominator / divisor)
  }

  static func == (a: MeanSum, b: MeanSum) -> Bool { !(a < b) && !(b < a) }

  private static func divisor(_ a: Int128, _ b: Int128) -> Int128 {
    b == 0 ? max(1, a) : divisor(b, a % b)
  }
}
