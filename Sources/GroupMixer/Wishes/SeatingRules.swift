/// What every answer must keep, in units: items that share a group are one.
struct SeatingRules: Sendable {
  /// The items of each unit, ascending; units in the order of their first items.
  private(set) var units: [[Int]] = []
  private(set) var unitOf: [Int] = []
  /// How many items each unit has.
  private(set) var weights: [Int] = []
  /// The group of each unit that has one.
  private(set) var pins: [Int?] = []
  /// The units that each may not share a group with, ascending.
  private(set) var foes: [[Int]] = []
  /// Sets of units no two of which share a group.
  private(set) var cliques: [[Int]] = []
  /// Sets of units at least one of which is in every group, ascending.
  private(set) var covers: [[Int]] = []
  private(set) var ranges: [ClosedRange<Int>]
  let itemCount: Int

  /// The rules of the wishes that are counted in. `nil` if they contradict one another at sight: a
  /// pair both together and apart, or two pins of one unit.
  init?(_ problem: MixProblem, counting isCounted: (WishName) -> Bool = { _ in true }) {
    itemCount = problem.itemCount
    ranges = problem.sizes.enumerated().map { group, range in
      isCounted(.size(group: group)) ? range : 0...problem.itemCount
    }
    let wishes = problem.wishes
    unite(wishes.together.enumerated().filter { isCounted(.together($0.offset)) }.map(\.element))
    pins = Array(repeating: nil, count: units.count)
    for item in wishes.pins.keys.sorted() where isCounted(.pin(item: item)) {
      let unit = unitOf[item]
      guard pins[unit] == nil || pins[unit] == wishes.pins[item] else { return nil }
      pins[unit] = wishes.pins[item]
    }
    var separate: [[Int]] = []
    for (index, set) in wishes.apart.enumerated() where isCounted(.apart(index)) {
      separate.append(set)
    }
    for (index, set) in wishes.covers.enumerated() where isCounted(.cover(index)) {
      if Set(set).count <= problem.sizes.count {
        separate.append(set)
      } else {
        covers.append(Set(set.map { unitOf[$0] }).sorted())
      }
    }
    guard setApart(separate) else { return nil }
  }

  /// The same rules with other sizes.
  func within(_ ranges: [ClosedRange<Int>]) -> SeatingRules {
    var rules = self
    rules.ranges = ranges
    return rules
  }

  /// Makes units of the sets' items, joined where the sets overlap.
  private mutating func unite(_ sets: [[Int]]) {
    var parents = Array(0..<itemCount)
    func root(_ item: Int) -> Int {
      var item = item
      while parents[item] != item {
        parents[item] = parents[parents[item]]
        item = parents[item]
      }
      return item
    }
    for set in sets {
      for item in set.dropFirst() {
        let (a, b) = (root(set[0]), root(item))
        parents[max(a, b)] = min(a, b)
      }
    }
    unitOf = Array(repeating: 0, count: itemCount)
    for item in 0..<itemCount {
      let first = root(item)
      if first == item {
        unitOf[item] = units.count
        units.append([item])
      } else {
        unitOf[item] = unitOf[first]
        units[unitOf[item]].append(item)
      }
    }
    weights = units.map(\.count)
  }

  private mutating func setApart(_ sets: [[Int]]) -> Bool {
    var pairs: [Set<Int>] = Array(repeating: [], count: units.count)
    for set in sets {
      let items = Set(set)
      let clique = Set(items.map { unitOf[$0] }).sorted()
      guard clique.count == items.count else { return false }
      for unit in clique { pairs[unit].formUnion(clique) }
      if clique.count > 1 { cliques.append(clique) }
    }
    foes = pairs.enumerated().map { unit, others in others.subtracting([unit]).sorted() }
    return true
  }
}
