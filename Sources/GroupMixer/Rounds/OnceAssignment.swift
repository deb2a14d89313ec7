/// Everybody to no place twice, where tables keep their places and nobody has wishes but to stay:
/// exact, for any sizes and any hosts.
///
/// First how often each place is visited, within what its seats allow; then who visits which places,
/// dealt around the circle, so that nobody has a place twice; then in which round. Who visits what is
/// a bipartite graph whose edges are to be coloured with the rounds, each person's differently, each
/// place's evenly. That can always be done (de Werra, 1971): of k rounds left, one takes a set of
/// edges that has one of each person and the k-th part, rounded down or up, of each place.
enum OnceAssignment {
  /// - Parameter ignoringWishes: whether it may put units at one table that are to be apart, and leave
  ///   tables uncovered.
  /// - Returns: the table of each unit in each round, `nil` where this way does not apply.
  static func find(
    _ model: RoundsModel, random: inout Random, ignoringWishes: Bool = false
  ) -> [Int32]? {
    let tables = model.tables
    let first = Array(model.place[0..<tables])
    let isStaying = model.place.indices.allSatisfy { model.place[$0] == first[$0 % tables] }
    var movers = model.fixed.indices.filter { model.fixed[$0] < 0 }
    guard isStaying, movers.allSatisfy({ model.weights[$0] == 1 }),
      ignoringWishes || model.isUnbound
    else { return nil }
    let seats = Seats(model)
    guard
      var remaining = seats.visits(model.placeCount, movers: movers.count, rounds: model.rounds)
    else { return nil }
    random.shuffle(&movers)
    var toVisit: [[Int]]
    if model.visitedBefore.isEmpty {
      toVisit = deal(remaining, to: movers.count)
    } else {
      toVisit = movers.map { unvisited($0, model) }
      // Only where nobody has a choice; of more places some would have to be left out.
      guard toVisit.allSatisfy({ $0.count == model.rounds }) else { return nil }
      let visits = (0..<model.placeCount).map { place in toVisit.count { $0.contains(place) } }
      guard seats.allow(visits, rounds: model.rounds) else { return nil }
      remaining = visits
    }
    var result = (0..<model.rounds).flatMap { _ in model.fixed.map { Int32($0) } }
    for round in 0..<model.rounds {
      guard let chosen = pick(toVisit, remaining, roundsLeft: model.rounds - round, &random)
      else {
        return nil
      }
      var visitors = Array(repeating: [Int](), count: model.placeCount)
      for (k, place) in chosen.enumerated() {
        visitors[place].append(movers[k])
        toVisit[k].removeAll { $0 == place }
        remaining[place] -= 1
      }
      for place in visitors.indices {
        for (unit, table) in zip(visitors[place], seats.fill(place, with: visitors[place].count)) {
          result[round * model.unitCount + unit] = Int32(table)
        }
      }
    }
    return result
  }

  /// The places that a person has not been to before.
  private static func unvisited(_ unit: Int, _ model: RoundsModel) -> [Int] {
    (0..<model.placeCount).filter { model.visitedBefore[unit * model.placeCount + $0] == 0 }
  }

  /// The places of each person: place after place to as many persons as it has visits, around and
  /// around.
  private static func deal(_ visits: [Int], to count: Int) -> [[Int]] {
    var toVisit = Array(repeating: [Int](), count: count)
    var next = 0
    for (place, number) in visits.enumerated() {
      for _ in 0..<number {
        toVisit[next].append(place)
        next = (next + 1) % count
      }
    }
    return toVisit
  }

  /// One place of each person, an even share of every place's visits.
  private static func pick(
    _ toVisit: [[Int]], _ visits: [Int], roundsLeft: Int, _ random: inout Random
  ) -> [Int]? {
    var slotPlace: [Int] = []
    var slots = Array(repeating: 0..<0, count: visits.count)
    var needed: [Int] = []
    for (place, number) in visits.enumerated() {
      let (least, most) = (number / roundsLeft, (number + roundsLeft - 1) / roundsLeft)
      needed += slotPlace.count..<(slotPlace.count + least)
      slots[place] = slotPlace.count..<(slotPlace.count + most)
      slotPlace += Array(repeating: place, count: most)
    }
    // First the visits every place must have in this round, then the other persons; a path that
    // places another person never empties a seat.
    var wanting = Array(repeating: [Int](), count: visits.count)
    for (person, places) in toVisit.enumerated() {
      for place in places { wanting[place].append(person) }
    }
    for place in wanting.indices { random.shuffle(&wanting[place]) }
    guard
      let held = RoundsMatching.perfect(
        needed.map { wanting[slotPlace[$0]] }, targets: toVisit.count)
    else { return nil }
    var holder = Array(repeating: -1, count: slotPlace.count)
    for (k, person) in held.enumerated() { holder[needed[k]] = person }
    let choice = toVisit.map { places in
      // At random, so that not the same persons come everywhere together.
      var choice = places.flatMap { Array(slots[$0]) }
      random.shuffle(&choice)
      return choice
    }
    return RoundsMatching.perfect(choice, targets: slotPlace.count, holding: holder)?.map {
      slotPlace[$0]
    }
  }

  /// What tables have left beside those who stay.
  private struct Seats {
    let tablesOf: [[Int]]
    let least: [Int]
    let most: [Int]

    init(_ model: RoundsModel) {
      var taken = Array(repeating: 0, count: model.tables)
      for (unit, table) in model.fixed.enumerated() where table >= 0 {
        taken[table] += model.weights[unit]
      }
      least = model.sizes.indices.map { max(0, model.sizes[$0].lowerBound - taken[$0]) }
      most = model.sizes.indices.map { model.sizes[$0].upperBound - taken[$0] }
      var tablesOf = Array(repeating: [Int](), count: model.placeCount)
      for table in 0..<model.tables { tablesOf[model.place[table]].append(table) }
      self.tablesOf = tablesOf
    }

    /// How often each place is visited in all, as evenly as can be.
    func visits(_ places: Int, movers: Int, rounds: Int) -> [Int]? {
      guard movers > 0 else { return nil }
      var visits = tablesOf.map { rounds * $0.reduce(0) { $0 + least[$1] } }
      let bound = tablesOf.map { min(movers, rounds * $0.reduce(0) { $0 + most[$1] }) }
      var left = movers * rounds - visits.reduce(0, +)
      guard left >= 0, zip(visits, bound).allSatisfy({ $0 <= $1 }) else { return nil }
      while left > 0 {
        let open = (0..<places).filter { visits[$0] < bound[$0] }
        guard let place = open.min(by: { visits[$0] < visits[$1] }) else { return nil }
        visits[place] += 1
        left -= 1
      }
      return visits
    }

    /// Whether the seats of each place can take so many visits over the rounds, evenly spread.
    func allow(_ visits: [Int], rounds: Int) -> Bool {
      visits.indices.allSatisfy { place in
        let (low, high) = tablesOf[place].reduce((0, 0)) { ($0.0 + least[$1], $0.1 + most[$1]) }
        return (low * rounds...max(low, high) * rounds).contains(visits[place])
      }
    }

    /// The tables that so many visitors of a place take.
    func fill(_ place: Int, with count: Int) -> [Int] {
      let tables = tablesOf[place]
      var seated = tables.flatMap { Array(repeating: $0, count: least[$0]) }
      var load = least
      while seated.count < count {
        let open = tables.filter { load[$0] < most[$0] }
        guard let table = open.min(by: { load[$0] < load[$1] }) else { break }
        load[table] += 1
        seated.append(table)
      }
      return seated
    }
  }
}
