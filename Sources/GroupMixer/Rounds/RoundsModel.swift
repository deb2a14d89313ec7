/// A problem made ready for searching: items that keep together are one unit, wishes are between
/// units, and costs are whole numbers.
struct RoundsModel: Sendable {
  /// What one pair's second meeting costs. Everything else is in proportion; the fraction leaves
  /// room for weights and for preferring many pairs meeting twice to one pair meeting often.
  static let one = 1024

  /// The values of one attribute, and how they would lie best in a round.
  struct Category: Sendable {
    /// The value of each item, from 0.
    let values: [Int]
    let valueCount: Int
    /// What a pair alike at one table costs.
    var weight: Int
    /// Pairs alike at one table that no seating can avoid, in one round.
    let unavoidable: Int
  }

  let itemCount: Int
  let tables: Int
  let rounds: Int
  let sizes: [ClosedRange<Int>]
  /// The items of each unit.
  var units: [[Int]] = []
  var unitOf: [Int] = []
  /// How many items each unit is.
  var weights: [Int] = []
  /// The table of a unit that keeps it, or -1.
  var fixed: [Int] = []
  /// Unpinned hosts: they are fixed where the first seating puts them.
  var hosts: [Int] = []
  /// Whether two units may not share a table: `apart[u * unitCount + v]`; empty where all may.
  var apart: [Bool] = []
  var apartPairs: [(Int, Int)] = []
  /// Units of whom tables are to have one.
  var covers: [SeatingRules.Cover] = []
  /// The tables at which a unit may not sit: `barred[u * tables + table]`; empty where each may at all.
  var barred: [Bool] = []
  /// The places, numbered from 0: `[round * tables + table]`.
  var place: [Int] = []
  /// The caller's number of each place.
  var placeNumbers: [Int] = []
  var placeCount: Int { placeNumbers.count }
  /// Whether no schedule may send anybody to a place twice.
  let isOnce: Bool
  /// What the walk pays for a return where they are to be few; 0 where they do not count, or where no
  /// step may lead to one.
  private(set) var returnCost = 0
  /// Whether it is counted who comes to which place.
  var countsVisits: Bool { isOnce || returnCost > 0 }
  /// How often each unit has been to each place before, 0 or 1: `[unit * placeCount + place]`; empty
  /// where nobody has, or where that does not count.
  private(set) var visitedBefore: [Int32] = []
  var categories: [Category] = []
  /// What a meeting of two units costs beside meeting again: `[u * unitCount + v]`, or empty.
  var avoid: [Int] = []

  /// How many times what was asked for a pair meeting again counts, beside all else.
  private(set) var meetingsFirst = 1

  var unitCount: Int { units.count }
  /// Whether two items can hardly change tables in one round only, since each would come to a place
  /// that it visits in another.
  var hasLongChains: Bool { countsVisits && rounds * 2 > placeCount }

  /// How many items each table has when they are as even as the sizes allow.
  var evenLoads: [Int] {
    var load = sizes.map(\.lowerBound)
    for _ in 0..<max(0, itemCount - load.reduce(0, +)) {
      let open = load.indices.filter { load[$0] < sizes[$0].upperBound }
      guard let table = open.min(by: { load[$0] < load[$1] }) else { break }
      load[table] += 1
    }
    return load
  }

  /// What `meetings` of a pair cost: 1, 3, 6, 10… for 2, 3, 4, 5…, and a trifle that tells many
  /// pairs meeting twice from one pair meeting often. From the fourth on it is more than a trifle, half a
  /// pair each, so that nobody sits with the same person all day because that costs no more.
  static func repeatCost(_ meetings: Int) -> Int {
    let pairs = meetings * (meetings - 1) / 2
    return pairs * one + pairs * (meetings - 2) / 3 + max(0, meetings - 3) * one / 2
  }

  static func scaled(_ weight: Double) -> Int {
    max(1, Int((min(weight, 1e6) * Double(one)).rounded()))
  }

  /// - Parameter visits: other than the problem has it, where it leaves that open.
  /// - Throws: what contradicts itself or cannot be, before anything is searched for.
  init(_ problem: RoundsProblem, visits: RoundsProblem.Visits? = nil) throws(RoundsRefusal) {
    try RoundsCheck.numbers(problem)
    itemCount = problem.itemCount
    tables = problem.sizes.count
    rounds = problem.rounds
    sizes = problem.sizes
    let visits = visits ?? problem.visits
    isOnce = visits == .once
    setPlaces(problem.places)
    joinUnits(problem.wishes.together)
    try setFixed(problem)
    try setApart(problem.wishes)
    categories = problem.attributes.map { Category($0, sizes: problem.sizes) }
    setAvoid(problem.avoid)
    returnCost = visits == .fewest ? 8 * Self.one : 0
    if visits == .fewest { setVisited(problem.visited) }
    try RoundsCheck.wishes(self)
    if isOnce {
      try RoundsCheck.places(self)
      // Where hosts sit matters; they have no table yet.
      if hosts.isEmpty { try RoundsCheck.visits(self) }
    }
  }

  /// Makes all else count so little that nobody meets anybody twice for it: for a schedule in which
  /// nobody need.
  ///
  /// Only where most would meet and nothing was asked for that counts more than a meeting. Where few of
  /// the others are met, hardly any meet twice anyway, and tables are mixed far better for it.
  mutating func putMeetingsFirst() {
    let met = rounds * ((evenLoads.max() ?? 1) - 1)
    guard 2 * met >= itemCount - 1, categories.allSatisfy({ $0.weight <= Self.one })
    else { return }
    meetingsFirst = 64
    for index in categories.indices {
      categories[index].weight = max(1, categories[index].weight / meetingsFirst)
    }
    avoid = avoid.map { $0 > 0 ? max(1, $0 / meetingsFirst) : $0 }
  }

  private mutating func setPlaces(_ places: [[Int]]) {
    var numbers: [Int: Int] = [:]
    for number in places.joined() where numbers[number] == nil {
      numbers[number] = numbers.count
      placeNumbers.append(number)
    }
    place = places.joined().map { numbers[$0] ?? 0 }
  }

  private mutating func setVisited(_ visited: [Set<Int>]) {
    guard visited.contains(where: { !$0.isEmpty }) else { return }
    visitedBefore = units.flatMap { unit in
      placeNumbers.map { place in unit.contains { visited[$0].contains(place) } ? 1 : 0 }
    }
  }

  private mutating func joinUnits(_ together: [[Int]]) {
    var root = Array(0..<itemCount)
    func find(_ item: Int) -> Int {
      var item = item
      while root[item] != item {
        root[item] = root[root[item]]
        item = root[item]
      }
      return item
    }
    for set in together {
      for item in set.dropFirst() {
        let (a, b) = (find(set[0]), find(item))
        root[max(a, b)] = min(a, b)
      }
    }
    unitOf = Array(repeating: 0, count: itemCount)
    for item in 0..<itemCount {
      if find(item) == item {
        unitOf[item] = units.count
        units.append([item])
      } else {
        unitOf[item] = unitOf[find(item)]
        units[unitOf[item]].append(item)
      }
    }
    weights = units.map(\.count)
  }

  private mutating func setFixed(_ problem: RoundsProblem) throws(RoundsRefusal) {
    fixed = Array(repeating: -1, count: unitCount)
    for (item, table) in problem.wishes.pins.sorted(by: { $0.key < $1.key }) {
      let unit = unitOf[item]
      guard fixed[unit] < 0 || fixed[unit] == table else {
        let other = units[unit].first { problem.wishes.pins[$0] == fixed[unit] } ?? item
        throw .pinnedTwice(other, item)
      }
      fixed[unit] = table
    }
    hosts = Set(problem.hosts.map { unitOf[$0] }).filter { fixed[$0] < 0 }.sorted()
  }

  private mutating func setApart(_ wishes: Wishes) throws(RoundsRefusal) {
    for set in wishes.apart {
      let set = Set(set).sorted()
      guard set.count <= tables else { throw .tooManyApart(set, tables: tables) }
      try setApart(set)
    }
    for cover in wishes.covers {
      let set = Set(cover.items).sorted()
      let wanted = cover.groups(of: tables)
      guard cover.isScarce(of: tables) else {
        let units = Set(set.map { unitOf[$0] }).sorted()
        covers.append(SeatingRules.Cover(units: units, groups: wanted))
        continue
      }
      try setApart(set)
      for table in 0..<tables where !wanted.contains(table) {
        if barred.isEmpty { barred = Array(repeating: false, count: unitCount * tables) }
        for item in set { barred[unitOf[item] * tables + table] = true }
      }
    }
  }

  private mutating func setApart(_ set: [Int]) throws(RoundsRefusal) {
    for (i, a) in set.enumerated() {
      for b in set[(i + 1)...] {
        guard unitOf[a] != unitOf[b] else { throw .togetherAndApart(a, b) }
        keepApart(unitOf[a], unitOf[b])
      }
    }
  }

  /// Whether nothing is wished of who sits at a table with whom, or without.
  var isUnbound: Bool { apart.isEmpty && covers.isEmpty && barred.isEmpty }

  /// Whether tables are told apart by who is to sit there.
  var tellsTablesApart: Bool { !barred.isEmpty || covers.contains { $0.groups.count < tables } }

  func isBarred(_ unit: Int, from table: Int) -> Bool {
    !barred.isEmpty && barred[unit * tables + table]
  }

  private mutating func keepApart(_ u: Int, _ v: Int) {
    if apart.isEmpty { apart = Array(repeating: false, count: unitCount * unitCount) }
    guard !apart[u * unitCount + v] else { return }
    apart[u * unitCount + v] = true
    apart[v * unitCount + u] = true
    apartPairs.append((u, v))
  }

  private mutating func setAvoid(_ pairs: [WeightedPair]) {
    guard !pairs.isEmpty else { return }
    avoid = Array(repeating: 0, count: unitCount * unitCount)
    for pair in pairs {
      let (u, v) = (unitOf[pair.first], unitOf[pair.second])
      guard u != v else { continue }
      avoid[u * unitCount + v] += Self.scaled(pair.weight)
      avoid[v * unitCount + u] = avoid[u * unitCount + v]
    }
  }
}
