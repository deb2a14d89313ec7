import Glibc

/// Plain simulated annealing of rounds, to measure beside: two people change tables in one round, taken by
/// Metropolis' rule while the temperature falls by a factor; the same sum is made small as the planner's.
/// No wishes, no bounds, no knowledge of the problem but the cost of one change.
struct PlainAnnealing {
  private let people: Int
  private let rounds: Int
  private let attributes: [[Int]]
  private var table: [[Int]]
  private var members: [[[Int]]]
  /// Where each person is among the members of their table.
  private var place: [[Int]]
  private var met: [UInt8]
  private var random: SplitMix

  init(_ people: Int, tables: Int, rounds: Int, attributes: [[Int]], seed: UInt64) {
    self.people = people
    self.rounds = rounds
    self.attributes = attributes
    random = SplitMix(state: seed)
    table = []
    members = []
    place = []
    met = Array(repeating: 0, count: people * people)
    for _ in 0..<rounds {
      var order = Array(0..<people)
      for last in stride(from: people - 1, to: 0, by: -1) {
        order.swapAt(last, random.below(last + 1))
      }
      var (tableOf, placeOf) = (order, order)
      var groups = Array(repeating: [Int](), count: tables)
      for (k, person) in order.enumerated() {
        tableOf[person] = k % tables
        placeOf[person] = groups[k % tables].count
        groups[k % tables].append(person)
      }
      table.append(tableOf)
      place.append(placeOf)
      members.append(groups)
    }
    for round in 0..<rounds {
      for group in members[round] { for u in group { for v in group { met[u * people + v] += 1 } } }
    }
  }

  /// Anneals for so much of the processor's time.
  ///
  /// - Returns: the table of each person in each round.
  mutating func run(for limit: Nanoseconds) -> [[Int]] {
    let start = processorTime()
    let (hot, cold) = (2.0, 0.1)
    var temperature = hot
    var tries = 0
    while true {
      if tries % 4096 == 0 {
        let share = Double(processorTime() - start) / Double(limit)
        if share >= 1 { return table }
        temperature = hot * pow(cold / hot, share)
      }
      tries += 1
      let (round, u, v) = (random.below(rounds), random.below(people), random.below(people))
      guard table[round][u] != table[round][v] else { continue }
      let change = costOf(u, joining: v, round) + costOf(v, joining: u, round)
      if change > 0,
        exp(-Double(change) / temperature) < Double(random.next() >> 11) / Double(1 << 53)
      {
        continue
      }
      exchange(u, v, round)
    }
  }

  /// What changes when `u` takes the seat of `v`.
  private func costOf(_ u: Int, joining v: Int, _ round: Int) -> Int {
    var cost = 0
    for other in members[round][table[round][v]] where other != v {
      cost += Int(met[u * people + other]) + alike(u, other)
    }
    for other in members[round][table[round][u]] where other != u {
      cost -= Int(met[u * people + other]) - 1 + alike(u, other)
    }
    return cost
  }

  private func alike(_ u: Int, _ v: Int) -> Int {
    var count = 0
    for attribute in attributes where attribute[u] == attribute[v] { count += 1 }
    return count
  }

  private mutating func exchange(_ u: Int, _ v: Int, _ round: Int) {
    for person in [u, v] { count(person, round, subtracting: true) }
    let (a, b) = (table[round][u], table[round][v])
    members[round][a][place[round][u]] = v
    members[round][b][place[round][v]] = u
    table[round].swapAt(u, v)
    place[round].swapAt(u, v)
    for person in [u, v] { count(person, round, subtracting: false) }
  }

  private mutating func count(_ person: Int, _ round: Int, subtracting: Bool) {
    for other in members[round][table[round][person]] where other != person {
      for cell in [person * people + other, other * people + person] {
        met[cell] = subtracting ? met[cell] - 1 : met[cell] + 1
      }
    }
  }
}
