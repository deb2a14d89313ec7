/// How many items the groups have.
public enum GroupSizes {
  /// Ranges for groups as even as can be: every group has the items' share, rounded down or up.
  ///
  /// - Parameters:
  ///   - items: how many items there are, 0 or more.
  ///   - groups: how many groups there are; none gives no ranges.
  ///   - slack: how many fewer or more a group may have besides, 0 or more.
  public static func even(items: Int, groups: Int, slack: Int = 0) -> [ClosedRange<Int>] {
    guard groups > 0, items >= 0, slack >= 0 else { return [] }
    let low = items / groups
    let high = items % groups == 0 ? low : low + 1
    return Array(repeating: max(0, low - slack)...(high + slack), count: groups)
  }

  /// The sizes within the ranges that are most even: the sum of their squares is the least. Of equally
  /// even ones, the first groups have more. `nil` where the ranges cannot hold so many items.
  public static func mostEven(items: Int, within ranges: [ClosedRange<Int>]) -> [Int]? {
    var sizes = ranges.map(\.lowerBound)
    var left = items - sizes.reduce(0, +)
    guard left >= 0 else { return nil }
    // Giving each item to the smallest group with room is exact: the cost is convex in every size.
    while left > 0 {
      let open = sizes.indices.filter { sizes[$0] < ranges[$0].upperBound }
      guard let least = open.min(by: { sizes[$0] < sizes[$1] }) else { return nil }
      sizes[least] += 1
      left -= 1
    }
    return sizes
  }

  /// The sum of the squares of the sizes: the less, the more even.
  static func unevenness(_ sizes: [Int]) -> Int { sizes.reduce(0) { $0 + $1 * $1 } }
}
