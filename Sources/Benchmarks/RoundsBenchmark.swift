import GroupMixer

/// Planning several rounds: what is reached in how much of the processor's time.
enum RoundsBenchmark {
  static func run(_ bench: Bench) throws -> Findings {
    Findings(
      rows: [try knownRounds()] + (try fiveByFive()) + (try mixedRounds()),
      details: [try table()])
  }

  /// Rounds known in which no two meet twice, for tables of 2, 3, 4…: the social golfer problem.
  private static let known: [(tables: Int, rounds: [Int])] = [
    (4, [7, 4, 5]), (5, [9, 7, 5, 6]), (6, [11, 8, 7, 6, 3]), (7, [13, 10, 9, 7, 7, 8]),
    (8, [15, 11, 10, 8, 8, 8, 9]), (9, [17, 13, 11, 9, 9, 9, 9, 10]),
    (10, [19, 14, 13, 9, 7, 7, 5, 5, 4]),
  ]

  private static func knownRounds() throws -> Row {
    var reached = 0
    var all = 0
    var slowest = 0
    for (tables, entries) in known {
      for (index, rounds) in entries.enumerated() {
        let answer = try search(
          even(tables * (index + 2), tables: tables, rounds: rounds), for: 50_000_000)
        all += 1
        if answer.best.measures.repeats.value == 0 { reached += 1 }
        slowest = max(slowest, answer.time)
      }
    }
    var row = Row(
      "rounds, tables × size known without a repeat",
      "\(reached) of \(all), the slowest \(text(slowest))",
      against: "published tables; a genetic web tool: 31 repeats at 8×4×10")
    row.mustReach = "all, ≤ 50 ms each"
    row.isReached = reached == all && slowest <= 50_000_000
    return row
  }

  /// Σ C(times met, 2) at its bound, with five tables and five rounds.
  private static func fiveByFive() throws -> [Row] {
    try [RoundsProblem.Visits.free, .once].map { visits in
      var slowest = 0
      var reached = 0
      let rooms = [25, 30, 40, 50, 60, 100]
      for people in rooms {
        let problem = even(people, tables: 5, rounds: 5, visits)
        let answer = try search(problem, for: 5_000_000_000) {
          $0.best.measures.repeatedPairs.isOptimal
        }
        if answer.best.measures.repeatedPairs.isOptimal { reached += 1 }
        slowest = max(slowest, answer.time)
      }
      var row = Row(
        "rounds, 25 to 100 people, 5 tables, 5 rounds, \(visits == .once ? "each place once" : "free")",
        "\(reached) of \(rooms.count) at the bound, the slowest \(text(slowest))",
        against: "the bound of Σ C(times met, 2)")
      row.mustReach = "all, ≤ 5 s each"
      row.isReached = reached == rooms.count
      return row
    }
  }

  /// Few meetings twice and mixed tables in every round, both at once.
  private static func mixedRounds() throws -> [Row] {
    try [(30, 5), (60, 5), (120, 10), (200, 20)].map { people, tables in
      let attributes = RoundsRoom.attributes(people)
      let answer = try search(
        even(
          people, tables: tables, rounds: 5,
          attributes: attributes.map { Attribute(.categories($0)) }), for: 5_000_000_000)
      let measures = answer.best.measures
      var annealing = PlainAnnealing(
        people, tables: tables, rounds: 5, attributes: attributes, seed: 1)
      let plain = Reached(annealing.run(for: 20_000_000_000), attributes, tables: tables)
      let (pairs, excess) = (measures.repeatedPairs.value, measures.totalExcess)
      var row = Row(
        "rounds, \(people) people with four attributes, \(tables) tables, 5 rounds, 5 s",
        "\(pairs) / \(excess)",
        against: "plain annealing, 20 s: \(plain.pairs) / \(plain.excess)",
        ratio: Double(pairs + excess) / Double(plain.pairs + plain.excess))
      row.mustReach = "no more of either"
      row.isReached = pairs <= plain.pairs && excess <= plain.excess
      return row
    }
  }

  private static func table() throws -> String {
    let rows = try [25, 30, 40, 50, 60, 100].flatMap { people in
      try [RoundsProblem.Visits.free, .once].map { visits in
        let answer = try search(even(people, tables: 5, rounds: 5, visits), for: 2_000_000_000)
        let measures = answer.best.measures
        return [
          "\(people)", visits == .once ? "once" : "free",
          "\(measures.repeatedPairs.value) (≥ \(measures.repeatedPairs.bound))",
          "\(measures.mostTimesMet.value) (≥ \(measures.mostTimesMet.bound))",
          "\(measures.fewestMet) to \(measures.mostMet) of \(measures.metPossible)",
          text(answer.time),
        ]
      }
    }
    return "## Five tables, five rounds\n\n"
      + Document.table(
        ["people", "visits", "Σ C(times met, 2)", "most times met", "people met", "searched"], rows)
  }

  private static func even(
    _ people: Int, tables: Int, rounds: Int, _ visits: RoundsProblem.Visits = .free,
    attributes: [Attribute] = []
  ) -> RoundsProblem {
    RoundsProblem(
      itemCount: people, sizes: RoundsProblem.evenSizes(people, tables: tables),
      places: PlaceRotation.staying(tables: tables, places: tables, rounds: rounds),
      visits: visits, attributes: attributes)
  }

  /// Searches for so much of the processor's time, or until it is good enough.
  private static func search(
    _ problem: RoundsProblem, for limit: Nanoseconds,
    until isEnough: (RoundsSearch) -> Bool = { _ in false }
  ) throws -> (best: RoundsSchedule, time: Nanoseconds) {
    let start = processorTime()
    var search = try RoundsSearch(problem, seed: 1)
    while !search.isFinished, processorTime() - start < limit, !isEnough(search) {
      search.advance(steps: 5_000)
    }
    return (search.best, processorTime() - start)
  }
}

/// People as they come to such workshops: a few organisations send many, most send one or two.
private enum RoundsRoom {
  static func attributes(_ people: Int) -> [[Int]] {
    var state: UInt64 = 20_200_128
    func pick(_ shares: [Double]) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var left = Double(state >> 33) / Double(1 << 31) * shares.reduce(0, +)
      for (value, share) in shares.enumerated() {
        left -= share
        if left < 0 { return value }
      }
      return shares.count - 1
    }
    func falling(_ count: Int) -> [Double] { (1...count).map { 1 / Double($0) } }
    let organisations = people <= 60 ? max(6, people / 5) : people * 3 / 20
    let kinds = [falling(organisations), falling(5), falling(6), [0.5, 0.3, 0.2]]
    return kinds.map { shares in (0..<people).map { _ in pick(shares) } }
  }
}

/// What a schedule comes to, counted from its tables: Σ C(times met, 2), and how many pairs alike sit together
/// that need not.
private struct Reached {
  var pairs = 0
  var excess = 0

  init(_ rounds: [[Int]], _ attributes: [[Int]], tables: Int) {
    let people = rounds.first?.count ?? 0
    for u in 0..<people {
      for v in 0..<u {
        let met = rounds.reduce(0) { $0 + ($1[u] == $1[v] ? 1 : 0) }
        pairs += met * (met - 1) / 2
        let alike = attributes.reduce(0) { $0 + ($1[u] == $1[v] ? 1 : 0) }
        excess += met * alike
      }
    }
    for attribute in attributes {
      for value in Set(attribute) {
        let (share, more) = attribute.count { $0 == value }.quotientAndRemainder(dividingBy: tables)
        excess -= rounds.count * (tables * share * (share - 1) / 2 + more * share)
      }
    }
  }
}
