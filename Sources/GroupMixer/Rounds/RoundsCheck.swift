/// What can be refused before anything is searched for.
enum RoundsCheck {
  /// More would need more memory than a laptop has: meetings are counted for every two items.
  static let mostItems = 20_000
  static let mostRounds = 10_000
  static let mostTables = 10_000

  /// Whether every number of the problem stands for something.
  static func numbers(_ problem: RoundsProblem) throws(RoundsRefusal) {
    let (items, tables) = (problem.itemCount, problem.sizes.count)
    guard tables > 0, problem.rounds > 0 else { throw .nothingToPlan }
    guard (0...mostItems).contains(items), tables <= mostTables, problem.rounds <= mostRounds,
      problem.sizes.allSatisfy({ $0.lowerBound >= 0 && $0.upperBound <= 1 << 30 })
    else { throw .outOfRange }
    for (round, places) in problem.places.enumerated() where places.count != tables {
      throw .placesIncomplete(round: round)
    }
    guard problem.visited.isEmpty || problem.visited.count == items else { throw .outOfRange }
    let wishes = problem.wishes
    let covers = wishes.covers.map(\.items)
    let named = [wishes.together, wishes.apart, covers].joined().joined()
    let paired = problem.avoid.lazy.flatMap { [$0.first, $0.second] }
    for item in [Array(named), wishes.pins.keys.sorted(), problem.hosts.sorted(), Array(paired)]
      .joined() where !(0..<items).contains(item)
    { throw .unknownItem(item) }
    let coverTables = wishes.covers.flatMap { $0.groups ?? [] }
    for table in (wishes.pins.values + coverTables).sorted() where !(0..<tables).contains(table) {
      throw .unknownTable(table)
    }
    for (index, attribute) in problem.attributes.enumerated() {
      let isUsable =
        switch attribute.values {
        case .categories(let values): values.count == items
        case .numbers(let values): values.count == items && values.allSatisfy(\.isFinite)
        }
      guard isUsable else { throw .attributeUnusable(index) }
    }
    for weight in problem.attributes.map(\.weight) + problem.avoid.map(\.weight)
    where !(weight.isFinite && weight > 0) { throw .weightUnusable(weight) }
  }

  /// Whether the wishes contradict each other or the sizes on their face.
  static func wishes(_ model: RoundsModel) throws(RoundsRefusal) {
    let least = model.sizes.reduce(0) { $0 + $1.lowerBound }
    let most = model.sizes.reduce(0) { $0 + $1.upperBound }
    guard (least...most).contains(model.itemCount) else {
      throw .sizesCannotHold(items: model.itemCount, seats: least...most)
    }
    let largest = model.sizes.map(\.upperBound).max() ?? 0
    for unit in model.units where unit.count > largest {
      throw .tooManyTogether(unit, largest: largest)
    }
    for (u, v) in model.apartPairs where model.fixed[u] >= 0 && model.fixed[u] == model.fixed[v] {
      throw .pinnedTogether(model.units[u][0], model.units[v][0])
    }
    for (table, pinned) in fixedItems(model).enumerated() {
      guard pinned <= model.sizes[table].upperBound else {
        throw .tooManyPinned(
          table: table, items: pinned, seats: model.sizes[table].upperBound)
      }
    }
  }

  /// Whether there is another place for every round.
  static func places(_ model: RoundsModel) throws(RoundsRefusal) {
    guard movingItems(model) == 0 || model.rounds <= model.placeCount else {
      throw .moreRoundsThanPlaces(rounds: model.rounds, places: model.placeCount)
    }
  }

  /// Whether there are seats and visitors enough for everybody to come to as many places as
  /// there are rounds, to none twice; every host has a table by now.
  static func visits(_ model: RoundsModel) throws(RoundsRefusal) {
    let movers = movingItems(model)
    guard movers > 0 else { return }
    let (least, most) = visits(of: model)
    if let place = least.indices.first(where: { least[$0] > movers }) {
      throw .tooFewVisitors(
        place: model.placeNumbers[place], visitors: movers, needed: least[place])
    }
    let possible = most.reduce(0) { $0 + min(movers, $1) }
    guard possible >= movers * model.rounds else {
      throw .tooFewSeatsForVisits(visits: movers * model.rounds, possible: possible)
    }
  }

  /// How many visits cannot but lead to a place where one has been, whatever the schedule: more rounds
  /// than places, places with more seats than people, too few seats elsewhere.
  static func fewestReturns(_ model: RoundsModel) -> Int {
    let movers = movingItems(model)
    guard model.hosts.isEmpty, movers > 0 else { return 0 }
    let (least, most) = visits(of: model)
    return max(
      returnsOfVisited(model), movers * max(0, model.rounds - model.placeCount),
      least.reduce(0) { $0 + max(0, $1 - movers) },
      movers * model.rounds - most.reduce(0) { $0 + min(movers, $1) })
  }

  /// How many visits cannot but lead back, as there are fewer new places for somebody than rounds.
  private static func returnsOfVisited(_ model: RoundsModel) -> Int {
    guard !model.visitedBefore.isEmpty else { return 0 }
    return model.fixed.indices.filter { model.fixed[$0] < 0 }.reduce(0) { sum, unit in
      let row = unit * model.placeCount
      let new = (row..<(row + model.placeCount)).count { model.visitedBefore[$0] == 0 }
      // Of a unit of several each may have been elsewhere.
      return sum + (model.weights[unit] == 1 ? max(0, model.rounds - new) : 0)
    }
  }

  /// How many visits of items that move each place takes over all rounds, at least and at most.
  private static func visits(of model: RoundsModel) -> (least: [Int], most: [Int]) {
    let taken = fixedItems(model)
    var least = Array(repeating: 0, count: model.placeCount)
    var most = least
    for (cell, place) in model.place.enumerated() {
      let table = cell % model.tables
      least[place] += max(0, model.sizes[table].lowerBound - taken[table])
      most[place] += model.sizes[table].upperBound - taken[table]
    }
    return (least, most)
  }

  /// How many items keep each table.
  private static func fixedItems(_ model: RoundsModel) -> [Int] {
    var taken = Array(repeating: 0, count: model.tables)
    for (unit, table) in model.fixed.enumerated() where table >= 0 {
      taken[table] += model.weights[unit]
    }
    return taken
  }

  private static func movingItems(_ model: RoundsModel) -> Int {
    let hosts = Set(model.hosts)
    return model.fixed.indices.reduce(0) {
      $0 + (model.fixed[$1] < 0 && !hosts.contains($1) ? model.weights[$1] : 0)
    }
  }
}
