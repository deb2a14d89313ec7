/// A schedule with everything that is needed to know at once what a change would cost.
///
/// The cost is 0 for a schedule in which no two units meet twice, every value lies as evenly as it
/// can and no pair that had better not meets. Sizes, tables kept and units apart are the caller's
/// business: a change is checked by ``allows`` before it is made.
struct RoundsState: Sendable {
  let model: RoundsModel
  /// The table of each unit: `[round * unitCount + unit]`.
  private(set) var table: [Int32]
  /// The units at each table: `[(round * tables + table) * width + slot]`.
  private(set) var seats: [Int32]
  private(set) var slot: [Int32]
  /// How many units, and how many items, sit at `[round * tables + table]`.
  private(set) var occupied: [Int32]
  private(set) var load: [Int32]
  /// How often two units meet: `[u * unitCount + v]`.
  private(set) var meets: [Int32]
  /// What would be saved if a unit left its table for none, per item of it: `[round * unitCount +
  /// unit]`; avoided pairs and values are left out.
  private(set) var strain: [Int]
  /// How many items of each value: `[(round * tables + table) * valueCount + offset + value]`.
  private(set) var tally: [Int32]
  /// How often a unit comes to a place: `[unit * placeCount + place]`; empty where that does not
  /// count.
  private(set) var visits: [Int32]
  /// Visits of places visited before.
  private(set) var extraVisits = 0
  /// Σ over units and places C(visits, 2), and every return in the very next round once more; an item
  /// each. Those who stay are left out.
  private(set) var returns = 0
  /// What everything together costs, in parts of ``RoundsModel/one``.
  private(set) var cost = 0

  let width: Int
  let valueCount: Int
  let offsets: [Int]
  /// `value[item * attributes + k]`, with the offset of the attribute.
  let value: [Int32]
  let valueWeights: [Int]
  /// What so many meetings of a pair cost.
  let repeatCosts: [Int]
  /// Room for ``chainDelta``: how much more often the one of two units would meet each other unit.
  var meetsMore: [Int32]
  var touched: [Int32] = []
  /// The first item of each unit.
  let firstItem: [Int]
  /// What the meeting costs that follows so many.
  let rise: [Int]

  /// - Parameter tables: the table of each unit in each round, `[round * unitCount + unit]`.
  init(_ model: RoundsModel, _ tables: [Int32]) {
    self.model = model
    table = tables
    let cells = model.rounds * model.tables
    let units = model.unitCount
    occupied = Array(repeating: 0, count: cells)
    load = occupied
    for index in tables.indices {
      let cell = index / max(1, units) * model.tables + Int(tables[index])
      occupied[cell] += 1
      load[cell] += Int32(model.weights[index % units])
    }
    // One seat more than any table can have units, for the change that is being made.
    width = max(Int(occupied.max() ?? 0), min(units, model.sizes.map(\.upperBound).max() ?? 0)) + 1
    seats = Array(repeating: 0, count: cells * width)
    slot = Array(repeating: 0, count: tables.count)
    meets = Array(repeating: 0, count: units * units)
    strain = Array(repeating: 0, count: tables.count)
    var offset = 0
    offsets = model.categories.map { category in
      defer { offset += category.valueCount }
      return offset
    }
    valueCount = offset
    let starts = offsets
    value = (0..<model.itemCount).flatMap { item in
      model.categories.enumerated().map { Int32(starts[$0] + $1.values[item]) }
    }
    valueWeights = model.categories.map(\.weight)
    firstItem = model.units.map { $0[0] }
    tally = Array(repeating: 0, count: cells * offset)
    visits =
      !model.countsVisits
      ? []
      : model.visitedBefore.isEmpty
        ? Array(repeating: 0, count: units * model.placeCount) : model.visitedBefore
    rise = (0...model.rounds).map {
      RoundsModel.repeatCost($0 + 1) - RoundsModel.repeatCost($0)
    }
    repeatCosts = (0...(model.rounds + 1)).map { RoundsModel.repeatCost($0) }
    meetsMore = Array(repeating: 0, count: units)
    cost = -model.categories.reduce(0) { $0 + $1.weight * $1.unavoidable } * model.rounds
    occupied = Array(repeating: 0, count: cells)
    load = occupied
    for round in 0..<model.rounds {
      for unit in 0..<units {
        cost += join(unit, in: round, Int(tables[round * units + unit]))
      }
    }
    // Only now is every unit where it sits.
    for round in 0..<model.rounds {
      for unit in 0..<units { strain[round * units + unit] = strain(unit, in: round) }
    }
    // What lies beside a round was counted from both sides.
    if model.countsVisits {
      for round in 1..<max(1, model.rounds) {
        for unit in 0..<units where model.fixed[unit] < 0 {
          let place = model.place[round * model.tables + tableOf(unit, in: round)]
          let last = model.place[(round - 1) * model.tables + tableOf(unit, in: round - 1)]
          if place == last { returns -= model.weights[unit] }
        }
      }
    }
  }

  private func strain(_ unit: Int, in round: Int) -> Int {
    let cell = round * model.tables + tableOf(unit, in: round)
    return mates(cell).reduce(0) { sum, other in
      guard other != unit else { return sum }
      return sum + rise[Int(meets[unit * model.unitCount + other]) - 1] * model.weights[other]
    }
  }

  func tableOf(_ unit: Int, in round: Int) -> Int { Int(table[round * model.unitCount + unit]) }

  /// Whether a table of a round has a seat for one more while a change is made.
  func hasSeat(at table: Int, in round: Int) -> Bool {
    Int(occupied[round * model.tables + table]) < width
  }

  /// Moves a unit to another table of a round, which has a seat for it.
  mutating func move(_ unit: Int, in round: Int, to other: Int) {
    cost += leave(unit, in: round)
    cost += join(unit, in: round, other)
  }

  /// Lets two units change their tables in a round.
  mutating func swap(_ u: Int, _ v: Int, in round: Int) {
    let (a, b) = (tableOf(u, in: round), tableOf(v, in: round))
    cost += leave(u, in: round)
    cost += leave(v, in: round)
    cost += join(u, in: round, b)
    cost += join(v, in: round, a)
  }

  /// Takes a unit off its table; what that adds to the cost.
  private mutating func leave(_ unit: Int, in round: Int) -> Int {
    let units = model.unitCount
    let index = round * units + unit
    let cell = round * model.tables + Int(table[index])
    let weight = model.weights[unit]
    occupied[cell] -= 1
    load[cell] -= Int32(weight)
    let count = Int(occupied[cell])
    let from = cell * width
    let last = seats[from + count]
    seats[from + Int(slot[index])] = last
    slot[round * units + Int(last)] = slot[index]
    var delta = 0
    for k in from..<(from + count) {
      let other = Int(seats[k])
      let met = Int(meets[unit * units + other]) - 1
      meets[unit * units + other] = Int32(met)
      meets[other * units + unit] = Int32(met)
      delta -= rise[met] * weight * model.weights[other]
      strain[round * units + other] -= rise[met] * weight
      if met > 0 { tighten(unit, other, except: round, by: rise[met - 1] - rise[met]) }
      if !model.avoid.isEmpty { delta -= model.avoid[unit * units + other] }
    }
    strain[index] = 0
    for item in model.units[unit] {
      for (k, weight) in valueWeights.enumerated() {
        let place = cell * valueCount + Int(value[item * valueWeights.count + k])
        tally[place] -= 1
        delta -= Int(tally[place]) * weight
      }
    }
    if model.countsVisits { unvisit(unit, in: round, model.place[cell]) }
    return delta
  }

  /// Sets a unit at a table; what that adds to the cost.
  private mutating func join(_ unit: Int, in round: Int, _ other: Int) -> Int {
    let units = model.unitCount
    let cell = round * model.tables + other
    let weight = model.weights[unit]
    let count = Int(occupied[cell])
    let from = cell * width
    var delta = 0
    for k in from..<(from + count) {
      let other = Int(seats[k])
      let met = Int(meets[unit * units + other])
      meets[unit * units + other] = Int32(met + 1)
      meets[other * units + unit] = Int32(met + 1)
      delta += rise[met] * weight * model.weights[other]
      strain[round * units + other] += rise[met] * weight
      strain[round * units + unit] += rise[met] * model.weights[other]
      if met > 0 { tighten(unit, other, except: round, by: rise[met] - rise[met - 1]) }
      if !model.avoid.isEmpty { delta += model.avoid[unit * units + other] }
    }
    for item in model.units[unit] {
      for (k, weight) in valueWeights.enumerated() {
        let place = cell * valueCount + Int(value[item * valueWeights.count + k])
        delta += Int(tally[place]) * weight
        tally[place] += 1
      }
    }
    seats[from + count] = Int32(unit)
    slot[round * units + unit] = Int32(count)
    table[round * units + unit] = Int32(other)
    occupied[cell] += 1
    load[cell] += Int32(weight)
    if model.countsVisits { visit(unit, in: round, model.place[cell]) }
    return delta
  }

  /// Two units meet once more or less than before: leaving one another saves more or less in the other
  /// rounds in which they meet.
  private mutating func tighten(_ u: Int, _ v: Int, except round: Int, by change: Int) {
    let units = model.unitCount
    for other in 0..<model.rounds
    where other != round && table[other * units + u] == table[other * units + v] {
      strain[other * units + u] += change * model.weights[v]
      strain[other * units + v] += change * model.weights[u]
    }
  }

  private mutating func visit(_ unit: Int, in round: Int, _ place: Int) {
    guard model.fixed[unit] < 0 else { return }
    let index = unit * model.placeCount + place
    if visits[index] > 0 { extraVisits += 1 }
    returns += (Int(visits[index]) + visitsBeside(round, of: unit, to: place)) * model.weights[unit]
    visits[index] += 1
  }

  private mutating func unvisit(_ unit: Int, in round: Int, _ place: Int) {
    guard model.fixed[unit] < 0 else { return }
    let index = unit * model.placeCount + place
    visits[index] -= 1
    if visits[index] > 0 { extraVisits -= 1 }
    returns -= (Int(visits[index]) + visitsBeside(round, of: unit, to: place)) * model.weights[unit]
  }
}
