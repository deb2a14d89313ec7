extension FixedWidthInteger where Self: SignedInteger {
  /// The sum, or the nearest number that fits: a damaged journal may hold any number, and no number
  /// in a journal may stop the program.
  func adding(saturating other: Self) -> Self {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }

  /// The difference, or the nearest number that fits.
  func subtracting(saturating other: Self) -> Self {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? (other > 0 ? .min : .max) : difference
  }
}
