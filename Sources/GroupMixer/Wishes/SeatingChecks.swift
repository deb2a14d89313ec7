extension SeatingSearch {
  /// What is left to place: which unit next, and the groups to try it in.
  struct Survey {
    var choice: (unit: Int, options: [Int])?
  }

  /// Whether the sizes have room for all, and for units that fill a good part of a group.
  var hasRoom: Bool {
    let ranges = rules.ranges
    guard ranges.reduce(0, { $0 + $1.lowerBound }) <= rules.itemCount else { return false }
    // A range may reach as far as integers do.
    var room = 0
    for range in ranges { room += min(range.upperBound, rules.itemCount) }
    guard room >= rules.itemCount else { return false }
    for weight in Set(rules.weights) where weight > 1 {
      let units = rules.weights.reduce(0) { $0 + ($1 >= weight ? 1 : 0) }
      guard ranges.reduce(0, { $0 + min($1.upperBound, rules.itemCount) / weight }) >= units else {
        return false
      }
    }
    return true
  }

  /// Whether moves and items enough are left to give every group its size, if all that are not yet
  /// placed could go anywhere by themselves. Exact once every bound unit is placed.
  var isWithinReach: Bool {
    var over = 0
    var lacking = 0
    var room = 0
    for group in load.indices {
      let range = rules.ranges[group]
      let there = load[group] + waiting[group]
      over += max(0, there - range.upperBound)
      lacking += max(0, range.lowerBound - there)
      room += min(range.upperBound, rules.itemCount) - load[group]
    }
    let left = waiting.reduce(loose, +)
    let needed = load.indices.reduce(0) { $0 + max(0, rules.ranges[$1].lowerBound - load[$1]) }
    guard needed <= left, left <= room else { return false }
    return max(over, lacking - loose) <= movesLeft
  }

  /// Looks at all that is left to place; `nil` if something cannot be placed any more.
  func survey() -> Survey? {
    var left: [Int] = []
    var options: [Int: [Int]] = [:]
    for unit in bound where place[unit] < 0 {
      let groups = load.indices.filter { allows(unit, $0) }
      guard !groups.isEmpty else { return nil }
      left.append(unit)
      options[unit] = groups
    }
    guard !left.isEmpty else { return Survey() }
    for clique in cliques where !fitsApart(clique, options) { return nil }
    var forced: (Int, Int)?
    for (index, cover) in rules.covers.enumerated() {
      let lacking = load.indices.filter { holders[index][$0] == 0 }
      let free = cover.units.filter { place[$0] < 0 }
      guard lacking.count <= free.count else { return nil }
      for group in lacking {
        let able = free.filter { options[$0]?.contains(group) == true }
        guard let first = able.first else { return nil }
        if able.count == 1 { forced = (first, group) }
      }
      guard lacking.isEmpty || canAll(lacking, free, options) else { return nil }
    }
    if let (unit, group) = forced { return Survey(choice: (unit, [group])) }
    let troubled = unitsInTrouble(left)
    func rank(_ unit: Int) -> (Int, Int, Int) {
      let count = options[unit]?.count ?? 0
      let isPressing = count == 1 ? 0 : troubled.contains(unit) ? 1 : 2
      return (isPressing, count, -rules.weights[unit])
    }
    guard let unit = left.min(by: { rank($0) < rank($1) }) else { return Survey() }
    return Survey(choice: (unit, ordered(options[unit] ?? [], for: unit)))
  }

  /// Units that cannot all stay where they sit: moves are to be sought there first.
  private func unitsInTrouble(_ left: [Int]) -> Set<Int> {
    guard movesLeft < .max else { return [] }
    var troubled: Set<Int> = []
    func seat(_ unit: Int) -> Int? { place[unit] < 0 ? seats[rules.units[unit][0]] : place[unit] }
    for unit in left {
      guard let group = seat(unit) else { continue }
      if rules.foes[unit].contains(where: { seat($0) == group }) || cost(unit, group) > 0
        || rules.isBarred(unit, from: group)
      {
        troubled.insert(unit)
      }
    }
    for cover in rules.covers
    where !Set(cover.groups).isSubset(of: cover.units.compactMap(seat)) {
      troubled.formUnion(cover.units.filter { place[$0] < 0 })
    }
    return troubled
  }

  /// The groups in the order to try them: few moves first, then those a cover lacks, then the emptiest.
  /// Of groups that are all alike one is enough.
  private func ordered(_ options: [Int], for unit: Int) -> [Int] {
    var seen: Set<ClosedRange<Int>> = []
    let distinct = options.filter { group in
      guard load[group] == 0, waiting[group] == 0, movesLeft == .max, !rules.tellGroupsApart
      else { return true }
      return seen.insert(rules.ranges[group]).inserted
    }
    func rank(_ group: Int) -> (Int, Int, Int) {
      let lacks = coversOf[unit].contains { holders[$0][group] == 0 }
      return (cost(unit, group), lacks ? 0 : 1, load[group] + waiting[group])
    }
    return distinct.sorted { rank($0) < rank($1) }
  }

  /// Whether the units of the clique that are left can go to different groups.
  private func fitsApart(_ clique: [Int], _ options: [Int: [Int]]) -> Bool {
    let left = clique.filter { place[$0] < 0 }
    guard left.count > 1 else { return true }
    let taken = Set(clique.compactMap { place[$0] < 0 ? nil : place[$0] })
    let free = left.map { unit in (options[unit] ?? []).filter { !taken.contains($0) } }
    if free.allSatisfy({ $0.count >= left.count }) { return true }
    return Matching.covers(free, count: groups)
  }

  /// Whether every one of the groups can have one of the units to itself.
  private func canAll(_ lacking: [Int], _ free: [Int], _ options: [Int: [Int]]) -> Bool {
    let able = lacking.map { group in
      free.indices.filter { options[free[$0]]?.contains(group) == true }
    }
    if able.allSatisfy({ $0.count >= lacking.count }) { return true }
    return Matching.covers(able, count: free.count)
  }
}

/// Matching in a bipartite graph by augmenting paths (H. W. Kuhn, 1955).
enum Matching {
  /// Whether every element can have one of its candidates, `0..<count`, to itself.
  static func covers(_ candidates: [[Int]], count: Int) -> Bool {
    var owner = Array(repeating: -1, count: count)
    for element in candidates.indices {
      var seen = Array(repeating: false, count: count)
      guard augment(element, candidates, &owner, &seen) else { return false }
    }
    return true
  }

  private static func augment(
    _ element: Int, _ candidates: [[Int]], _ owner: inout [Int], _ seen: inout [Bool]
  ) -> Bool {
    for candidate in candidates[element] where !seen[candidate] {
      seen[candidate] = true
      if owner[candidate] < 0 || augment(owner[candidate], candidates, &owner, &seen) {
        owner[candidate] = element
        return true
      }
    }
    return false
  }
}
