/// Finds a way to keep every rule, or shows that there is none, by backtracking: the unit with the
/// fewest groups left first, with what is left checked at every step.
///
/// Whether rules of this kind can be kept is NP-hard to tell in general (colouring and bin packing are
/// special cases), so the search gives up after so many nodes and says so.
struct SeatingSearch {
  enum Outcome: Equatable {
    /// The group of each item.
    case seated([Int])
    case impossible
    /// Given up.
    case unknown
  }

  let rules: SeatingRules
  let groups: Int
  /// Where each item sits already. An item that ends up elsewhere has moved.
  let seats: [Int?]
  /// How many items may move.
  var movesLeft: Int
  var nodesLeft: Int
  private let isEnough: () -> Bool

  /// Units that something holds to a group or keeps from one; the other items fill up.
  private(set) var bound: [Int] = []
  /// The group of each unit, -1 while there is none.
  var place: [Int]
  /// Items in each group whose unit is placed.
  var load: [Int]
  /// Items not yet placed that sit in each group, and those that sit nowhere.
  var waiting: [Int]
  var loose: Int
  /// How many placed foes of each unit are in each group, unit after unit.
  var foesThere: [Int]
  /// How many placed units of each cover are in each group, as ``SeatingRules/holdersAtFirst`` counts.
  var holders: [[Int]]
  /// Sets of bound units no two of which fit one group, for sizes' sake too.
  let cliques: [[Int]]
  let coversOf: [[Int]]

  /// - Parameters:
  ///   - seats: where each item sits already; none says that nobody does.
  ///   - movesAllowed: how many items that sit may change their group.
  ///   - nodeLimit: after how many placements to give up.
  ///   - isEnough: asked now and then whether to give up before.
  init(
    _ rules: SeatingRules, seats: [Int?]? = nil, movesAllowed: Int = .max, nodeLimit: Int,
    until isEnough: @escaping () -> Bool = { false }
  ) {
    self.rules = rules
    self.isEnough = isEnough
    groups = rules.ranges.count
    self.seats = seats ?? Array(repeating: nil, count: rules.itemCount)
    movesLeft = movesAllowed
    nodesLeft = nodeLimit
    place = Array(repeating: -1, count: rules.units.count)
    load = Array(repeating: 0, count: groups)
    waiting = Array(repeating: 0, count: groups)
    loose = 0
    for seat in self.seats {
      if let seat { waiting[seat] += 1 } else { loose += 1 }
    }
    foesThere = Array(repeating: 0, count: rules.units.count * groups)
    holders = rules.holdersAtFirst
    var coversOf: [[Int]] = Array(repeating: [], count: rules.units.count)
    for (index, cover) in rules.covers.enumerated() {
      for unit in cover.units { coversOf[unit].append(index) }
    }
    self.coversOf = coversOf
    let most = rules.ranges.map(\.upperBound).max() ?? 0
    let large = rules.units.indices.filter { rules.weights[$0] * 2 > most }
    cliques = rules.cliques + (large.count > 1 && most > 1 ? [large] : [])
    bound = rules.units.indices.filter {
      rules.pins[$0] != nil || rules.weights[$0] > 1 || !rules.foes[$0].isEmpty
        || !coversOf[$0].isEmpty || rules.isBarredSomewhere($0)
    }
  }

  /// Searches. May be called once.
  mutating func run() -> Outcome {
    guard hasRoom else { return .impossible }
    for unit in bound {
      guard let group = rules.pins[unit] else { continue }
      guard allows(unit, group) else { return .impossible }
      put(unit, group)
    }
    switch descend() {
    case .found: return .seated(filledUp())
    case .none: return .impossible
    case .stopped: return .unknown
    }
  }

  private enum Ending { case found, none, stopped }

  private mutating func descend() -> Ending {
    guard nodesLeft > 0, nodesLeft % 64 != 0 || !isEnough() else { return .stopped }
    nodesLeft -= 1
    guard isWithinReach else { return .none }
    guard let survey = survey() else { return .none }
    guard let (unit, options) = survey.choice else { return .found }
    for group in options {
      put(unit, group)
      let ending = descend()
      if ending != .none { return ending }
      take(unit)
    }
    return .none
  }

  /// Whether the group still takes the unit, as far as rules between placed units say.
  func allows(_ unit: Int, _ group: Int) -> Bool {
    foesThere[unit * groups + group] == 0 && !rules.isBarred(unit, from: group)
      && load[group] + rules.weights[unit] <= rules.ranges[group].upperBound
      && cost(unit, group) <= movesLeft
  }

  /// How many items of the unit would move.
  func cost(_ unit: Int, _ group: Int) -> Int {
    rules.units[unit].reduce(0) { count, item in
      guard let seat = seats[item] else { return count }
      return count + (seat == group ? 0 : 1)
    }
  }

  private mutating func put(_ unit: Int, _ group: Int) {
    movesLeft -= cost(unit, group)
    place[unit] = group
    change(unit, group, by: 1)
  }

  private mutating func take(_ unit: Int) {
    let group = place[unit]
    change(unit, group, by: -1)
    place[unit] = -1
    movesLeft += cost(unit, group)
  }

  private mutating func change(_ unit: Int, _ group: Int, by sign: Int) {
    load[group] += sign * rules.weights[unit]
    for item in rules.units[unit] {
      if let seat = seats[item] { waiting[seat] -= sign } else { loose -= sign }
    }
    for foe in rules.foes[unit] { foesThere[foe * groups + group] += sign }
    for cover in coversOf[unit] { holders[cover][group] += sign }
  }

  /// Places the items that nothing binds: those who sit stay as far as sizes let them, and groups
  /// grow as evenly as they can.
  private func filledUp() -> [Int] {
    var load = load
    var answer = Array(repeating: -1, count: rules.itemCount)
    for unit in bound { for item in rules.units[unit] { answer[item] = place[unit] } }
    var pool: [Int] = []
    var sitting: [[Int]] = Array(repeating: [], count: groups)
    for item in answer.indices where answer[item] < 0 {
      guard let seat = seats[item] else {
        pool.append(item)
        continue
      }
      if load[seat] < rules.ranges[seat].upperBound {
        load[seat] += 1
        answer[item] = seat
        sitting[seat].append(item)
      } else {
        pool.append(item)
      }
    }
    var lacking = load.indices.reduce(0) { $0 + max(0, rules.ranges[$1].lowerBound - load[$1]) }
    // Where those who are free do not fill the small groups, the large ones give.
    while lacking > pool.count {
      let givers = load.indices.filter {
        load[$0] > rules.ranges[$0].lowerBound && !sitting[$0].isEmpty
      }
      guard let giver = givers.max(by: { load[$0] < load[$1] }) else { break }
      if let item = sitting[giver].popLast() {
        load[giver] -= 1
        answer[item] = -1
        pool.append(item)
      }
    }
    for item in pool {
      let needing = load.indices.filter { load[$0] < rules.ranges[$0].lowerBound }
      let open = load.indices.filter { load[$0] < rules.ranges[$0].upperBound }
      let choice = (lacking > 0 ? needing : open).min { load[$0] < load[$1] }
      guard let group = choice else { continue }
      if load[group] < rules.ranges[group].lowerBound { lacking -= 1 }
      load[group] += 1
      answer[item] = group
    }
    return answer
  }
}
