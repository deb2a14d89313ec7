/// Finds the smallest set of wishes that contradicts itself.
///
/// Sizes that cannot hold everybody are told by themselves, whatever else was wished. Otherwise first some
/// sets from which no wish can be left out, by deletion in several orders; then, as long as the smallest of
/// these may not be the smallest there is, implicit hitting sets (Ignatiev, Previti, Liffiton, Marques-Silva, *Smallest MUS
/// extraction with minimal hitting set dualization*, CP 2015): every contradicting set meets the
/// complement of every possible one, so a smallest set that meets all complements found so far is a
/// smallest contradiction as soon as it is one.
struct ConflictSearch {
  private let problem: MixProblem
  private let names: [WishName]
  /// How many sets of wishes may still be looked at.
  private var checksLeft = 6_000
  private var random = Random(seed: 1)
  /// Whether something could not be decided, so that a smaller set may have been missed.
  private var gaveUp = false

  /// The smallest contradicting set of wishes of a problem that contradicts itself.
  static func smallest(in problem: MixProblem) -> Conflict {
    var search = ConflictSearch(problem)
    return search.run()
  }

  private init(_ problem: MixProblem) {
    self.problem = problem
    let wishes = problem.wishes
    names =
      Self.once(wishes.together).map { .together($0) } + Self.once(wishes.apart).map { .apart($0) }
      + wishes.pins.keys.sorted().map { .pin(item: $0) }
      + Self.once(wishes.covers).map { .cover($0) }
      + problem.sizes.indices.map { .size(group: $0) }
  }

  /// Where each wish of a list stands first.
  private static func once(_ wishes: [[Int]]) -> [Int] {
    var seen: Set<Set<Int>> = []
    return wishes.indices.filter { seen.insert(Set(wishes[$0])).inserted }
  }

  private mutating func run() -> Conflict {
    let sizes = Array((names.count - problem.sizes.count)..<names.count)
    if check(Set(sizes)) == .impossible {
      return conflict(minimised(sizes), isSmallest: true)
    }
    var best = minimised(Array(names.indices))
    // Where many wishes hang together, what is left depends much on what was left out first.
    for _ in 0..<24 where best.count > 6 && checksLeft > 3_000 {
      var order = Array(names.indices)
      random.shuffle(&order)
      let other = minimised(order)
      if other.count < best.count { best = other }
    }
    var hitting = HittingSets()
    while checksLeft > 0 {
      guard let candidate = hitting.smallest(below: best.count) else {
        return conflict(best, isSmallest: !gaveUp && !hitting.gaveUp)
      }
      switch check(Set(candidate)) {
      case .impossible:
        best = candidate
        return conflict(best, isSmallest: !gaveUp && !hitting.gaveUp)
      case .seated(let assignment):
        hitting.add(correction(candidate, assignment))
      case .unknown:
        gaveUp = true
        return conflict(best, isSmallest: false)
      }
    }
    return conflict(best, isSmallest: false)
  }

  private func conflict(_ indices: [Int], isSmallest: Bool) -> Conflict {
    Conflict(wishes: indices.sorted().map { names[$0] }, isSmallest: isSmallest)
  }

  /// Leaves out wishes while what is left contradicts itself: whole runs of them first, each by itself
  /// last, sizes before what people wished.
  private mutating func minimised(_ indices: [Int]) -> [Int] {
    var kept = indices
    var run = max(1, kept.count / 2)
    while true {
      var end = kept.count
      while end > 0 {
        let start = max(0, end - run)
        let rest = Array(kept[..<start] + kept[end...])
        if check(Set(rest)) == .impossible { kept = rest }
        end = start
      }
      if run == 1 { return kept }
      run = run / 2
    }
  }

  /// The wishes that a largest possible set beyond `subset` leaves out, given an answer to it.
  private mutating func correction(_ subset: [Int], _ assignment: [Int]) -> [Int] {
    var kept = Set(subset)
    var left = absorb(&kept, assignment)
    while let wish = left.popLast(), checksLeft > 0 {
      switch check(kept.union([wish])) {
      case .seated(let answer):
        kept.insert(wish)
        left = absorb(&kept, answer).filter(Set(left).contains)
      case .impossible: break
      case .unknown:
        gaveUp = true
        kept.insert(wish)
      }
    }
    return names.indices.filter { !kept.contains($0) }
  }

  /// Counts in every wish that the assignment keeps anyhow; the ones it breaks are given back.
  private func absorb(_ kept: inout Set<Int>, _ assignment: [Int]) -> [Int] {
    let broken = Set(problem.brokenWishes(assignment))
    let indices = names.indices.filter { broken.contains(names[$0]) }
    kept.formUnion(names.indices.filter { !broken.contains(names[$0]) })
    return indices.filter { !kept.contains($0) }
  }

  private mutating func check(_ indices: Set<Int>) -> SeatingSearch.Outcome {
    checksLeft -= 1
    let counted = Set(indices.map { names[$0] })
    guard let rules = SeatingRules(problem, counting: counted.contains) else { return .impossible }
    var search = SeatingSearch(rules, nodeLimit: FirstAnswer.nodeLimit)
    return search.run()
  }
}

/// Sets, and the smallest set that meets each of them.
struct HittingSets {
  private var sets: [[Int]] = []
  private var floor = 0
  private var nodesLeft = 200_000
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
