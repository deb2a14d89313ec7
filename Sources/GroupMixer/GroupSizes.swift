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

  /// The sizes within the ranges that are most uneven, so that there are as many pairs within groups as
  /// can be. `nil` where the ranges cannot hold so many items.
  static func mostUneven(items: Int, within ranges: [ClosedRange<Int>]) -> [Int]? {
    guard let even = mostEven(items: items, within: ranges) else { return nil }
    let ranges = ranges.map { $0.lowerBound...max($0.lowerBound, min($0.upperBound, items)) }
    let work = ranges.reduce(0) { $0 + $1.count } * (items + 1)
    guard work < 20_000_000 else { return filled(items, ranges) ?? even }
    // Over the first groups, for each number of items in them: the most that the sum of squares can be,
    // and the size of the last of them that gives it.
    var most = Array(repeating: -1, count: items + 1)
    most[0] = 0
    var choices: [[Int]] = []
    for range in ranges {
      var next = Array(repeating: -1, count: items + 1)
      var choice = Array(repeating: 0, count: items + 1)
      for before in most.indices where most[before] >= 0 {
        for size in range where before + size <= items {
          let sum = most[before] + size * size
          if sum > next[before + size] {
            next[before + size] = sum
            choice[before + size] = size
          }
        }
      }
      most = next
      choices.append(choice)
    }
    var left = items
    var sizes: [Int] = []
    for choice in choices.reversed() {
      sizes.append(choice[left])
      left -= choice[left]
    }
    return sizes.reversed()
  }

  /// The sizes when the groups whose range ends highest are filled first: nearly the most uneven.
  private static func filled(_ items: Int, _ ranges: [ClosedRange<Int>]) -> [Int]? {
    var sizes = ranges.map(\.lowerBound)
    var left = items - sizes.reduce(0, +)
    let order = ranges.indices.sorted {
      let (a, b) = (ranges[$0], ranges[$1])
      return a.lowerBound + a.upperBound > b.lowerBound + b.upperBound
    }
    for group in order {
      let more = min(left, ranges[group].count - 1)
      sizes[group] += more
      left -= more
    }
    return left == 0 ? sizes : nil
  }

  /// The sum of the squares of the sizes: the less, the more even.
  static func unevenness(_ sizes: [Int]) -> Int { sizes.reduce(0) { $0 + $1 * $1 } }
}
