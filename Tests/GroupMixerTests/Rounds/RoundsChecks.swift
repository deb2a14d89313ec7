import Testing

@testable import GroupMixer

/// A random problem of no more than so many items, and what it asks for.
func randomProblem(_ random: inout Random, items most: Int) -> RoundsProblem {
  let items = 1 + random.below(most)
  let tables = 1 + random.below(6)
  let places = 1 + random.below(7)
  let rounds = 1 + random.below(6)
  var sizes = RoundsProblem.evenSizes(items, tables: tables)
  for table in sizes.indices where random.below(3) == 0 {
    sizes[table] = max(0, sizes[table].lowerBound - 1)...(sizes[table].upperBound + random.below(3))
  }
  var wishes = Wishes()
  func some(_ count: Int) -> [Int] { (0..<count).map { _ in random.below(items) } }
  if random.below(3) == 0 { wishes.together.append(some(2)) }
  if random.below(3) == 0 { wishes.apart.append(some(2 + random.below(2))) }
  if random.below(4) == 0 { wishes.covers.append(Cover(some(2 + random.below(6)))) }
  if random.below(4) == 0 {
    let wanted = (0..<(1 + random.below(tables))).map { _ in random.below(tables) }
    wishes.covers.append(Cover(some(1 + random.below(6)), in: Set(wanted)))
  }
  if random.below(4) == 0 { wishes.pins[random.below(items)] = random.below(tables) }
  var hosts: Set<Int> = []
  if random.below(3) == 0 { hosts = Set(some(1 + random.below(tables))) }
  let attributes = (0..<random.below(3)).map { k in
    k == 1
      ? Attribute(.numbers((0..<items).map { _ in Double(random.below(50)) }), weight: 0.5)
      : Attribute(.categories((0..<items).map { _ in random.below(4) }))
  }
  let avoid =
    items > 1 ? (0..<random.below(4)).map { _ in WeightedPair(some(1)[0], some(1)[0]) } : []
  return RoundsProblem(
    itemCount: items, sizes: sizes,
    places: PlaceRotation.cafe(tables: tables, places: places, rounds: rounds),
    visits: [.fewest, .once, .free][random.below(3)], wishes: wishes, hosts: hosts,
    attributes: attributes, avoid: avoid)
}

/// Expects that a schedule keeps everything its problem says, counted without anything of the search.
func expectKept(
  _ schedule: RoundsSchedule, _ problem: RoundsProblem,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let tables = schedule.tables
  func expect(_ isKept: Bool, _ what: Comment) {
    #expect(isKept, what, sourceLocation: sourceLocation)
  }
  expect(
    tables.count == problem.rounds && tables.allSatisfy { $0.count == problem.itemCount }, "shape")
  expect(schedule.places == problem.places, "places")
  let stays = problem.hosts.union(problem.wishes.pins.keys)
  for assignment in tables {
    for (table, size) in problem.sizes.enumerated() {
      expect(size.contains(assignment.count { $0 == table }), "size of table \(table)")
    }
    for set in problem.wishes.together {
      expect(Set(set.map { assignment[$0] }).count <= 1, "together \(set)")
    }
    for set in problem.wishes.apart.map(Set.init) {
      expect(Set(set.map { assignment[$0] }).count == set.count, "apart \(set)")
    }
    for cover in problem.wishes.covers {
      let wanted = cover.groups ?? Set(problem.sizes.indices)
      let reached = wanted.intersection(cover.items.map { assignment[$0] })
      expect(reached.count == min(Set(cover.items).count, wanted.count), "cover \(cover)")
    }
    for (item, table) in problem.wishes.pins { expect(assignment[item] == table, "pin \(item)") }
    for item in stays { expect(assignment[item] == tables[0][item], "host \(item)") }
  }
  guard problem.visits != .free else { return }
  // Whoever is to keep together with somebody who stays, stays too.
  let kept = problem.wishes.together.reduce(into: stays) { kept, _ in
    for set in problem.wishes.together where !kept.isDisjoint(with: set) { kept.formUnion(set) }
  }
  var returns = 0
  for item in 0..<problem.itemCount where !kept.contains(item) {
    let places = tables.indices.map { schedule.place(of: item, in: $0) }
    let before = problem.visited.isEmpty ? [] : problem.visited[item]
    returns += places.count - Set(places).subtracting(before).count
    guard problem.visits == .once else { continue }
    expect(Set(places).count == places.count, "item \(item) visits \(places)")
  }
  expect(schedule.measures.visitsRepeated.value == returns, "returns")
  expect(schedule.measures.visitsRepeated.bound <= returns, "no fewer returns than can be")
}

/// What is counted pair by pair: Σ C(times met, 2), Σ C(times met, 3), the most times that a pair
/// meets, and Σ (times met − 1).
struct Meetings {
  var repeatedPairs = 0
  var triples = 0
  /// Meetings of each pair from the fourth on.
  var beyondThree = 0
  var most = 0
  var repeats = 0
}

func meetings(_ tables: [[Int]]) -> Meetings {
  var result = Meetings()
  for a in tables.first?.indices ?? 0..<0 {
    for b in 0..<a {
      let times = tables.count { $0[a] == $0[b] }
      result.repeatedPairs += times * (times - 1) / 2
      result.triples += times * (times - 1) * (times - 2) / 6
      result.beyondThree += max(0, times - 3)
      result.most = max(result.most, times)
      result.repeats += max(0, times - 1)
    }
  }
  return result
}

/// Tables of even sizes that stay at places of their own.
func evenProblem(
  _ items: Int, tables: Int, rounds: Int, _ visits: RoundsProblem.Visits = .free,
  attributes: [Attribute] = []
) -> RoundsProblem {
  RoundsProblem(
    itemCount: items, sizes: RoundsProblem.evenSizes(items, tables: tables),
    places: PlaceRotation.staying(tables: tables, places: tables, rounds: rounds), visits: visits,
    attributes: attributes)
}

/// The best schedule after so many steps.
func schedule(
  _ problem: RoundsProblem, seed: UInt64 = 1, steps: Int = 0
) throws -> RoundsSchedule {
  try RoundsMixer.schedule(problem, seed: seed) { $0.steps >= steps }
}
