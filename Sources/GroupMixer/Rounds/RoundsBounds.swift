/// What no schedule of a problem can be better than; docs/mixing-rounds.md derives them.
struct RoundsBounds: Sendable, Equatable {
  /// Of Σ C(times met, 2).
  var repeatedPairs = 0
  /// Of Σ (times met − 1).
  var repeats = 0
  /// Of the most times that a pair meets.
  var mostTimesMet = 0
  /// Of the same, where the repeated pairs are as few as their bound.
  var mostTimesMetAtFewest = 0
  /// Of visits of a place where one has been.
  var returns = 0
  /// How many others an item can meet at most.
  var metPossible = 0

  init(_ model: RoundsModel) {
    let items = model.itemCount
    let pairs = PairCounts(model)
    let meetings = pairs.meetingsAtLeast
    let rest = max(0, meetings - pairs.forced * model.rounds)
    let forcedRepeats = pairs.forced * Self.pairsOf(model.rounds)
    repeatedPairs = max(
      forcedRepeats + Self.evenSplit(rest, over: pairs.possible - pairs.forced),
      CrossTables.bound(model))
    repeats = max(
      pairs.forced * (model.rounds - 1) + max(0, rest - (pairs.possible - pairs.forced)),
      (2 * repeatedPairs + model.rounds - 1) / model.rounds)
    mostTimesMet = meetings > 0 ? 1 : 0
    if pairs.possible > 0 {
      mostTimesMet = max(mostTimesMet, (meetings + pairs.possible - 1) / pairs.possible)
    }
    if repeatedPairs > 0 { mostTimesMet = max(mostTimesMet, 2) }
    if pairs.forced > 0 { mostTimesMet = model.rounds }
    mostTimesMet = max(mostTimesMet, Self.wordBound(model))
    mostTimesMetAtFewest = max(mostTimesMet, Self.isThriceAtFewest(model) ? 3 : 0)
    returns = RoundsCheck.fewestReturns(model)
    let largest = model.sizes.map(\.upperBound).max() ?? 0
    metPossible = max(0, min(items - 1, model.rounds * (min(items, largest) - 1)))
  }

  static func pairsOf(_ count: Int) -> Int { count * (count - 1) / 2 }

  /// The least Σ C(share, 2) when so many are dealt to so many shares.
  static func evenSplit(_ count: Int, over shares: Int) -> Int {
    guard shares > 0 else { return 0 }
    let (share, more) = count.quotientAndRemainder(dividingBy: shares)
    return shares * pairsOf(share) + more * share
  }

  /// Whether some must meet three times if the repeated pairs are as few as their bound: at five tables in
  /// five rounds, each once.
  ///
  /// An item is then a permutation of the tables, and no two of these may agree in three places. Whether so
  /// many of the 120 can be chosen, every two rounds' tables taken evenly, was decided for every number by
  /// exhaustive search; docs/mixing-rounds.md has the program.
  private static func isThriceAtFewest(_ model: RoundsModel) -> Bool {
    let even = model.itemCount / 5...(model.itemCount + 4) / 5
    guard model.isOnce, model.tables == 5, model.rounds == 5, model.placeCount == 5,
      model.fixed.allSatisfy({ $0 < 0 }), model.hosts.isEmpty,
      model.sizes.allSatisfy({ even.contains($0.lowerBound) && even.contains($0.upperBound) })
    else { return false }
    return (21...49).contains(model.itemCount) && model.itemCount != 24
  }

  /// Two items that meet at most λ times differ in their tables of any λ + 1 rounds, so there are no
  /// more items than ways to choose those tables.
  private static func wordBound(_ model: RoundsModel) -> Int {
    let movers = model.fixed.indices.reduce(0) {
      $0 + (model.fixed[$1] < 0 ? model.weights[$1] : 0)
    }
    let places = Array(model.place[0..<model.tables])
    let isSame = model.place.indices.allSatisfy { model.place[$0] == places[$0 % model.tables] }
    let isTaken = model.isOnce && isSame && model.placeCount == model.tables
    var words = 1
    for length in 1...model.rounds {
      let choice = isTaken ? model.tables - length + 1 : model.tables
      guard choice > 0 else { return 0 }
      words = min(words * choice, 1 << 40)
      // Items that all have different words of this length share fewer tables than it is long.
      if words >= movers { return length - 1 }
    }
    return model.rounds
  }
}

/// How many pairs there are of every kind.
private struct PairCounts {
  /// Pairs that may meet at all.
  var possible = 0
  /// Pairs that meet in every round, whatever the schedule.
  var forced = 0
  /// Meetings of all rounds together, at least: tables as even as their sizes allow.
  var meetingsAtLeast = 0

  init(_ model: RoundsModel) {
    possible = RoundsBounds.pairsOf(model.itemCount)
    for (u, v) in model.apartPairs { possible -= model.weights[u] * model.weights[v] }
    for unit in model.units { forced += RoundsBounds.pairsOf(unit.count) }
    let fixed = model.fixed.indices.filter { model.fixed[$0] >= 0 }
    for (k, u) in fixed.enumerated() {
      for v in fixed[(k + 1)...] {
        if model.fixed[u] == model.fixed[v] {
          forced += model.weights[u] * model.weights[v]
        } else if model.apart.isEmpty || !model.apart[u * model.unitCount + v] {
          possible -= model.weights[u] * model.weights[v]
        }
      }
    }
    meetingsAtLeast = model.rounds * model.evenLoads.reduce(0) { $0 + RoundsBounds.pairsOf($1) }
  }
}

/// The bound by cross tables: of two rounds, the items that sit at table t in the one and at t′ in
/// the other meet in both, all of them with one another. Σ C(times met, 2) is the sum of C(n, 2) over
/// the cells of the cross tables of every two rounds; in each, a table's items are spread at best
/// evenly over the cells they may be in: not those of the same place, if nobody comes to it twice.
private enum CrossTables {
  static func bound(_ model: RoundsModel) -> Int {
    let rounds = model.rounds
    guard rounds > 1 else { return 0 }
    let places = (0..<rounds).map { round in
      Array(model.place[(round * model.tables)..<((round + 1) * model.tables)])
    }
    if !model.isOnce || places.allSatisfy({ $0 == places[0] }) {
      let bound = table(model, places[0], places[0])
      return bound * RoundsBounds.pairsOf(rounds)
    }
    var sum = 0
    for first in 0..<rounds {
      for second in (first + 1)..<rounds {
        sum += max(
          table(model, places[first], places[second]), table(model, places[second], places[first]))
      }
    }
    return sum
  }

  /// The least Σ C(n, 2) of one cross table, its rows as full as the sizes allow.
  private static func table(_ model: RoundsModel, _ rows: [Int], _ columns: [Int]) -> Int {
    var stays = Array(repeating: 0, count: model.tables)
    var movers = 0
    for (unit, table) in model.fixed.enumerated() {
      if table >= 0 { stays[table] += model.weights[unit] } else { movers += model.weights[unit] }
    }
    var fills = rows.indices.map { row in
      Row(
        cells: columns.indices.filter { !model.isOnce || columns[$0] != rows[row] }
          .map { $0 == row ? stays[row] : 0 },
        load: stays[row], size: model.sizes[row])
    }
    var sum = stays.reduce(0) { $0 + RoundsBounds.pairsOf($1) }
    for row in fills.indices {
      while fills[row].load < fills[row].size.lowerBound, movers > 0 {
        sum += fills[row].add()
        movers -= 1
      }
    }
    while movers > 0 {
      let open = fills.indices.filter { fills[$0].load < fills[$0].size.upperBound }
      guard let row = open.min(by: { fills[$0].next < fills[$1].next }) else { break }
      sum += fills[row].add()
      movers -= 1
    }
    return sum
  }

  private struct Row {
    /// How many share each cell that may be taken.
    var cells: [Int]
    var load: Int
    let size: ClosedRange<Int>

    /// How many one more would meet twice at least.
    var next: Int { cells.min() ?? 0 }

    mutating func add() -> Int {
      load += 1
      guard let cell = cells.indices.min(by: { cells[$0] < cells[$1] }) else { return 0 }
      cells[cell] += 1
      return cells[cell] - 1
    }
  }
}
