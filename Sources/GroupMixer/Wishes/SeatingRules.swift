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
  /// Units one of whom is in each of some groups.
  private(set) var covers: [Cover] = []
  /// The groups that a unit may not be in, group after group: `barred[group * units.count + unit]`; empty
  /// where each may be in any.
  private(set) var barred: [Bool] = []
  private(set) var ranges: [ClosedRange<Int>]
  let itemCount: Int

  /// Units at least one of which is in each of these groups; all ascending.
  struct Cover: Sendable {
    let units: [Int]
    let groups: [Int]
  }

  /// Whether groups are told apart by more than their sizes and who is pinned to them.
  var tellGroupsApart: Bool {
    !barred.isEmpty || covers.contains { $0.groups.count < ranges.count }
  }

  /// What holders are counted from in each group: those to which a cover does not apply begin so high
  /// that they never lack any.
  var holdersAtFirst: [[Int]] {
    covers.map { cover in
      var holders = ranges.map { _ in Self.plenty }
      for group in cover.groups { holders[group] = 0 }
      return holders
    }
  }

  /// More than there are items, and few enough to count on from.
  static let plenty = 1 << 24

  func isBarred(_ unit: Int, from group: Int) -> Bool {
    !barred.isEmpty && barred[group * units.count + unit]
  }

  func isBarredSomewhere(_ unit: Int) -> Bool {
    !barred.isEmpty && ranges.indices.contains { isBarred(unit, from: $0) }
  }

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
    for (index, cover) in wishes.covers.enumerated() where isCounted(.cover(index)) {
      if cover.isScarce(of: ranges.count) {
        separate.append(cover.items)
        if let groups = cover.groups { bar(cover.items, but: groups) }
      } else {
        covers.append(
          Cover(
            units: Set(cover.items.map { unitOf[$0] }).sorted(),
            groups: cover.groups(of: ranges.count)))
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

  /// Keeps items to some groups.
  private mutating func bar(_ items: [Int], but groups: Set<Int>) {
    guard !items.isEmpty, groups.count < ranges.count else { return }
    if barred.isEmpty { barred = Array(repeating: false, count: ranges.count * units.count) }
    for group in ranges.indices where !groups.contains(group) {
      for item in items { barred[group * units.count + unitOf[item]] = true }
    }
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
