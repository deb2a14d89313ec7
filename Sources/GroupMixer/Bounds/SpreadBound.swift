/// The farthest apart that numbers can be within groups.
enum SpreadBound {
  /// The largest sum of the differences within groups of these sizes.
  ///
  /// In a group of s, the k-th smallest of its numbers counts 2k - s - 1 times. Whatever the groups,
  /// the coefficients are these; by the rearrangement inequality (Hardy, Littlewood, Pólya,
  /// *Inequalities*, 10.2) no sum is larger than that of the sorted coefficients with the sorted
  /// numbers.
  static func apart(_ values: [Double], sizes: [Int]) -> Double {
    let coefficients = sizes.flatMap { size in (0..<size).map { 2 * $0 - size + 1 } }.sorted()
    return zip(coefficients, values.sorted()).reduce(0) { $0 + Double($1.0) * $1.1 }
  }
}
