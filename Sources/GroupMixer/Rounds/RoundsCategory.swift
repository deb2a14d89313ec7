extension RoundsModel.Category {
  /// Numbers are cut into bands: items in the order of their numbers, one band for every so many
  /// items as there are tables, so that spreading the bands spreads high and low. Where there are no
  /// more different numbers than bands, each number is a band of its own.
  init(_ attribute: Attribute, sizes: [ClosedRange<Int>]) {
    let values: [Int]
    switch attribute.values {
    case .categories(let categories): values = Self.numbered(categories)
    case .numbers(let numbers): values = Attribute.Values.numbered(numbers, groups: sizes.count)
    }
    self.values = values
    valueCount = (values.max() ?? -1) + 1
    // A trifle less, so that of schedules alike in sum the one with fewer repeats is better.
    let whole = RoundsModel.scaled(attribute.weight)
    weight = whole - whole / 128
    var counts = Array(repeating: 0, count: valueCount)
    for value in values { counts[value] += 1 }
    unavoidable = counts.reduce(0) { $0 + Self.fewestAlike($1, sizes: sizes) }
  }

  /// The fewest pairs that share a table when so many items are dealt to tables of these sizes: dealt
  /// one by one, each to the table that has the fewest of them and still has a seat.
  static func fewestAlike(_ count: Int, sizes: [ClosedRange<Int>]) -> Int {
    var left = count
    var alike = 0
    var level = 0
    while left > 0 {
      let open = sizes.count { $0.upperBound > level }
      guard open > 0 else { break }
      alike += min(left, open) * level
      left -= min(left, open)
      level += 1
    }
    return alike
  }

  private static func numbered(_ categories: [Int]) -> [Int] {
    var numbers: [Int: Int] = [:]
    for category in categories where numbers[category] == nil {
      numbers[category] = numbers.count
    }
    return categories.map { numbers[$0] ?? 0 }
  }
}
