extension Attribute.Values {
  /// Numbers cut into bands, as categories: items in the order of their numbers, a band for every so many as
  /// there are groups, so that spreading the bands spreads high and low. Where there are no more different
  /// numbers than bands, each number is a band of its own.
  public static func bands(of numbers: [Double], groups: Int) -> Attribute.Values {
    .categories(numbered(numbers, groups: groups))
  }

  static func numbered(_ numbers: [Double], groups: Int) -> [Int] {
    let width = max(1, groups)
    let order = numbers.indices.sorted {
      numbers[$0] != numbers[$1] ? numbers[$0] < numbers[$1] : $0 < $1
    }
    let different = Set(numbers)
    if different.count <= (numbers.count + width - 1) / width {
      let rank = Dictionary(
        different.sorted().enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      return numbers.map { rank[$0] ?? 0 }
    }
    var bands = Array(repeating: 0, count: numbers.count)
    for (place, item) in order.enumerated() { bands[item] = place / width }
    return bands
  }
}
