/// Functions that give the same bits on every machine: the C library's may differ in the last one, and
/// the order of results with it.
enum Steady {
  /// The natural logarithm of a number above 0, to about twelve digits.
  static func ln(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    // value = m · 2^e with m near 1, then the series of artanh.
    var exponent = Double(value.exponent)
    var mantissa = value.significand
    if mantissa > 1.414_213_562_373_095 {
      mantissa /= 2
      exponent += 1
    }
    let y = (mantissa - 1) / (mantissa + 1)
    let square = y * y
    var power = y
    var sum = 0.0
    for odd in stride(from: 1.0, through: 17, by: 2) {
      sum += power / odd
      power *= square
    }
    return 2 * sum + exponent * 0.693_147_180_559_945_3
  }

  /// e to the power of a number, to about twelve digits; 0 below -700.
  static func exp(_ value: Double) -> Double {
    guard value > -700 else { return 0 }
    let value = min(value, 700)
    let halvings = (value / 0.693_147_180_559_945_3).rounded()
    let rest = value - halvings * 0.693_147_180_559_945_3
    var term = 1.0
    var sum = 1.0
    for step in stride(from: 1.0, through: 14, by: 1) {
      term *= rest / step
      sum += term
    }
    return Double(sign: .plus, exponent: Int(halvings), significand: sum)
  }
}
