/// What can be shown of some wishes where nobody is to come to a place twice: that no rounds keep them.
///
/// Three arguments, each of which is sound and none of which needs a schedule. **Places**: whoever moves
/// needs a place of his or her own for every round, and a place whose table holds somebody to be apart from is
/// none (a matching of rounds with places, Kuhn 1955). **Seats**: the visits that all places must and may take
/// have to add up (a flow from people of a kind to places, Ford and Fulkerson 1956). **Trying**: the people
/// tied to others are placed round by round (``OnceTrial``), for a limited time.
struct OnceRules {
  let rules: SeatingRules
  /// The place of each table in each round, numbered from 0: `[round][table]`.
  let places: [[Int]]
  let placeCount: Int
  /// Units that nobody may hold to visiting a place once.
  let isExempt: [Bool]
  /// How many items each table has that stay there.
  let taken: [Int]

  /// - Parameter exempt: items that stay at a table, or would if all wishes counted.
  init(_ rules: SeatingRules, places: [[Int]], exempt: Set<Int>) {
    self.rules = rules
    var numbers: [Int: Int] = [:]
    for number in places.joined() where numbers[number] == nil { numbers[number] = numbers.count }
    self.places = places.map { $0.map { numbers[$0] ?? 0 } }
    placeCount = numbers.count
    isExempt = rules.units.map { $0.contains(where: exempt.contains) }
    var taken = Array(repeating: 0, count: rules.ranges.count)
    for (unit, table) in rules.pins.enumerated() {
      if let table { taken[table] += rules.weights[unit] }
    }
    self.taken = taken
  }

  /// Units that visit places, none of them twice.
  func moves(_ unit: Int) -> Bool { !isExempt[unit] && rules.pins[unit] == nil }

  /// The tables at which a unit can ever sit.
  func tables(of unit: Int) -> [Int] {
    if let table = rules.pins[unit] { return [table] }
    let closed = Set(rules.foes[unit].compactMap { rules.pins[$0] })
    return rules.ranges.indices.filter {
      !closed.contains($0) && !rules.isBarred(unit, from: $0)
        && taken[$0] + rules.weights[unit] <= rules.ranges[$0].upperBound
    }
  }

  /// Whether it is shown that no rounds keep these rules.
  ///
  /// - Parameter isEnough: asked now and then whether to try no longer; the caller owns the clock.
  func isImpossible(until isEnough: @escaping () -> Bool) -> Bool {
    // Most people have no wish and are alike.
    var kinds: [Kind: Int] = [:]
    for unit in rules.units.indices where rules.pins[unit] == nil {
      kinds[Kind(tables: tables(of: unit), moves: moves(unit)), default: 0] += rules.weights[unit]
    }
    for kind in kinds.keys where kind.moves && !hasPlaces(kind.tables) { return true }
    if !seatsAddUp(kinds) { return true }
    var trial = OnceTrial(self, until: isEnough)
    return trial?.isImpossible ?? false
  }

  /// People who can sit at the same tables.
  struct Kind: Hashable {
    let tables: [Int]
    let moves: Bool
  }

  private func hasPlaces(_ tables: [Int]) -> Bool {
    let open = places.map { round in Array(Set(tables.map { round[$0] })).sorted() }
    if open.allSatisfy({ $0.count >= places.count }) { return true }
    return Matching.covers(open, count: placeCount)
  }

  /// Whether everybody can make so many visits, and every place have as many as it must. Where both can
  /// be by themselves, both can be at once (Mendelsohn and Dulmage 1958).
  private func seatsAddUp(_ kinds: [Kind: Int]) -> Bool {
    var least = Array(repeating: 0, count: placeCount)
    var most = least
    let people = kinds.values.reduce(0, +)
    for round in places {
      for (table, place) in round.enumerated() {
        let range = rules.ranges[table]
        least[place] += max(0, range.lowerBound - taken[table])
        most[place] += min(people, max(0, range.upperBound - taken[table]))
      }
    }
    let sorted = kinds.sorted {
      ($0.key.moves ? 0 : 1, $0.key.tables.count) < ($1.key.moves ? 0 : 1, $1.key.tables.count)
    }
    let supply = sorted.map { $0.value * places.count }
    let links = sorted.map { kind, count in
      var link = Array(repeating: 0, count: placeCount)
      for place in Set(places.flatMap { round in kind.tables.map { round[$0] } }) {
        link[place] = kind.moves ? count : count * places.count
      }
      return link
    }
    return VisitFlow.most(supply, links, most) == supply.reduce(0, +)
      && VisitFlow.most(supply, links, least) == least.reduce(0, +)
  }
}

/// The most visits that kinds of people can make to places.
enum VisitFlow {
  /// - Parameters:
  ///   - supply: how many visits each kind makes at most.
  ///   - links: how many of them each place takes from the kind: `links[kind][place]`.
  ///   - demand: how many each place takes in all.
  static func most(_ supply: [Int], _ links: [[Int]], _ demand: [Int]) -> Int {
    var flow = links.map { $0.map { _ in 0 } }
    var (left, open) = (supply, demand)
    var sum = 0
    for kind in supply.indices {
      while left[kind] > 0, let path = path(from: kind, links, flow, open) {
        // Kinds and places in turn, beginning with a kind and ending with a place.
        var amount = min(left[kind], open[path[path.count - 1]])
        for index in path.indices.dropLast() {
          let (a, b) = (path[index], path[index + 1])
          amount = min(amount, index % 2 == 0 ? links[a][b] - flow[a][b] : flow[b][a])
        }
        for index in path.indices.dropLast() {
          let (a, b) = (path[index], path[index + 1])
          if index % 2 == 0 { flow[a][b] += amount } else { flow[b][a] -= amount }
        }
        left[kind] -= amount
        open[path[path.count - 1]] -= amount
        sum += amount
      }
    }
    return sum
  }

  /// A shortest way to a place that takes more.
  private static func path(
    from kind: Int, _ links: [[Int]], _ flow: [[Int]], _ open: [Int]
  ) -> [Int]? {
    var kinds: Set = [kind]
    var places: Set<Int> = []
    var paths = [[kind]]
    while !paths.isEmpty {
      var longer: [[Int]] = []
      for path in paths {
        let from = path[path.count - 1]
        for place in open.indices
        where links[from][place] > flow[from][place] && places.insert(place).inserted {
          if open[place] > 0 { return path + [place] }
          for next in flow.indices where flow[next][place] > 0 && kinds.insert(next).inserted {
            longer.append(path + [place, next])
          }
        }
      }
      paths = longer
    }
    return nil
  }
}
