/// Sets, and the smallest set that meets each of them.
struct HittingSets {
  private var sets: [[Int]] = []
  private var floor = 0
  private var nodesLeft = 60_000
  /// Whether the search for a smallest set was broken off.
  private(set) var gaveUp = false

  mutating func add(_ set: [Int]) { sets.append(set) }

  /// A smallest set that meets all, if it has fewer than `limit` elements.
  mutating func smallest(below limit: Int) -> [Int]? {
    // What more sets ask for is never less.
    while floor < limit {
      if let found = meet(sets[...], chosen: [], atMost: floor) { return found }
      if nodesLeft <= 0 {
        gaveUp = true
        return nil
      }
      floor += 1
    }
    return nil
  }

  private mutating func meet(_ open: ArraySlice<[Int]>, chosen: [Int], atMost: Int) -> [Int]? {
    nodesLeft -= 1
    guard nodesLeft > 0 else { return nil }
    let unmet = open.filter { set in !set.contains(where: chosen.contains) }
    guard let next = unmet.min(by: { $0.count < $1.count }) else { return chosen }
    // Sets that share nothing need an element each.
    var seen: Set<Int> = []
    var disjoint = 0
    for set in unmet.sorted(by: { $0.count < $1.count }) where seen.isDisjoint(with: set) {
      seen.formUnion(set)
      disjoint += 1
    }
    guard chosen.count + disjoint <= atMost else { return nil }
    for element in next {
      if let found = meet(unmet[...], chosen: chosen + [element], atMost: atMost) { return found }
    }
    return nil
  }
}
