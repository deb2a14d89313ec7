/// The fewest pairs that share a value of one attribute, with a harder look than counting.
struct AttributeBound {
  let pairs: Int

  /// - Parameters:
  ///   - values: the category of each item.
  ///   - sizes: of the groups, in any order.
  init(_ values: [Int], _ model: MixModel, _ sizes: [Int]) {
    let counts = Self.counts(values)
    var fixed = 0
    for value in Set(values).sorted() {
      fixed += Self.fixed(value, values, model.rules, sizes)
    }
    // Where sizes differ by one at most, the values do not get into each other's way.
    let differ = (sizes.max() ?? 0) - (sizes.min() ?? 0) > 1
    pairs = max(fixed, differ ? TransportBound.pairs(counts, sizes: sizes) : 0)
  }

  /// How many items have each value that occurs, in the order of the values.
  static func counts(_ values: [Int]) -> [Int] {
    var counts: [Int: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.keys.sorted().compactMap { counts[$0] }
  }

  /// The fewest pairs that share this value, given what pins and units put into one group already.
  private static func fixed(
    _ value: Int, _ values: [Int], _ rules: SeatingRules, _ sizes: [Int]
  ) -> Int {
    let room = Array(repeating: sizes.max() ?? 0, count: sizes.count)
    var pinned = Array(repeating: 0, count: sizes.count)
    var blocks: [Int] = []
    var count = 0
    for (unit, items) in rules.units.enumerated() {
      let holding = items.reduce(0) { $0 + (values[$1] == value ? 1 : 0) }
      guard holding > 0 else { continue }
      count += holding
      if let group = rules.pins[unit] { pinned[group] += holding } else { blocks.append(holding) }
    }
    let plain = CountingBound.pairs(count, room: sizes)
    let withPins = CountingBound.pairs(count, room: room, floors: pinned)
    // Blocks apart from one another never make more pairs than blocks that share a group.
    let largest = blocks.sorted(by: >).prefix(sizes.count)
    let floors = largest + Array(repeating: 0, count: sizes.count - largest.count)
    let withBlocks = CountingBound.pairs(count, room: room, floors: Array(floors))
    return max(plain, withPins, withBlocks)
  }
}
