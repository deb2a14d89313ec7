extension RoundsState {
  /// What it would cost that two units of one item each change their tables in a round; at
  /// different tables now.
  ///
  /// - Parameter limit: once it is clear that it costs more, any number above is returned.
  func swapDelta(_ u: Int, _ v: Int, in round: Int, limit: Int = .max / 4) -> Int {
    let units = model.unitCount
    let cellA = round * model.tables + tableOf(u, in: round)
    let cellB = round * model.tables + tableOf(v, in: round)
    var delta = -strain[round * units + u] - strain[round * units + v]
    if valueCount > 0 { delta += valueDelta(u, v, cellA, cellB) }
    if !model.avoid.isEmpty { delta += avoidDelta(u, v, cellA, cellB) }
    if model.returnCost > 0 { delta += returnsDelta(u, v, in: round) * model.returnCost }
    // What follows only adds.
    guard delta <= limit else { return delta }
    delta += newMeetings(v, cellA, without: u, limit: limit - delta)
    guard delta <= limit else { return delta }
    return delta + newMeetings(u, cellB, without: v, limit: limit - delta)
  }

  /// What it costs that a unit of one item meets those of a table but one.
  private func newMeetings(_ unit: Int, _ cell: Int, without other: Int, limit: Int) -> Int {
    let row = unit * model.unitCount
    return meets.withUnsafeBufferPointer { meets in
      seats.withUnsafeBufferPointer { seats in
        rise.withUnsafeBufferPointer { rise in
          model.weights.withUnsafeBufferPointer { weights in
            var sum = 0
            for k in (cell * width)..<(cell * width + Int(occupied[cell])) {
              let w = Int(seats[k])
              guard w != other else { continue }
              sum += rise[Int(meets[row + w])] * weights[w]
              if sum > limit { return sum }
            }
            return sum
          }
        }
      }
    }
  }

  private func avoidDelta(_ u: Int, _ v: Int, _ cellA: Int, _ cellB: Int) -> Int {
    let (rowU, rowV) = (u * model.unitCount, v * model.unitCount)
    var delta = 0
    for w in mates(cellA) where w != u { delta += model.avoid[rowV + w] - model.avoid[rowU + w] }
    for w in mates(cellB) where w != v { delta += model.avoid[rowU + w] - model.avoid[rowV + w] }
    return delta
  }

  private func valueDelta(_ u: Int, _ v: Int, _ cellA: Int, _ cellB: Int) -> Int {
    let count = valueWeights.count
    let (atU, atV) = (firstItem[u] * count, firstItem[v] * count)
    let (a, b) = (cellA * valueCount, cellB * valueCount)
    return value.withUnsafeBufferPointer { value in
      tally.withUnsafeBufferPointer { tally in
        valueWeights.withUnsafeBufferPointer { weights in
          var delta = 0
          for k in 0..<count {
            let (ofU, ofV) = (Int(value[atU + k]), Int(value[atV + k]))
            guard ofU != ofV else { continue }
            let change = tally[a + ofV] - tally[a + ofU] + tally[b + ofU] - tally[b + ofV] + 2
            delta += Int(change) * weights[k]
          }
          return delta
        }
      }
    }
  }

  /// What it would cost that two units of one item each change their tables in several rounds.
  mutating func chainDelta(_ u: Int, _ v: Int, in rounds: [Int]) -> Int {
    var delta = 0
    touched.removeAll(keepingCapacity: true)
    for round in rounds {
      let cellA = round * model.tables + tableOf(u, in: round)
      let cellB = round * model.tables + tableOf(v, in: round)
      guard cellA != cellB else { continue }
      if valueCount > 0 { delta += valueDelta(u, v, cellA, cellB) }
      if !model.avoid.isEmpty { delta += avoidDelta(u, v, cellA, cellB) }
      for k in (cellA * width)..<(cellA * width + Int(occupied[cellA])) {
        meetsMore[Int(seats[k])] -= 1
        touched.append(seats[k])
      }
      for k in (cellB * width)..<(cellB * width + Int(occupied[cellB])) {
        meetsMore[Int(seats[k])] += 1
        touched.append(seats[k])
      }
    }
    meetsMore[u] = 0
    meetsMore[v] = 0
    let (rowU, rowV) = (u * model.unitCount, v * model.unitCount)
    for w in touched {
      let w = Int(w)
      let more = meetsMore[w]
      guard more != 0 else { continue }
      meetsMore[w] = 0
      let (metU, metV) = (meets[rowU + w], meets[rowV + w])
      let change =
        repeatCosts[Int(metU + more)] - repeatCosts[Int(metU)]
        + repeatCosts[Int(metV - more)] - repeatCosts[Int(metV)]
      delta += change * model.weights[w]
    }
    return delta
  }

  /// What it would cost that two units of one item each change their tables in every round. Who
  /// meets how often stays the same but for names.
  func rowSwapDelta(_ u: Int, _ v: Int) -> Int {
    var delta = 0
    if !model.avoid.isEmpty {
      let (rowU, rowV) = (u * model.unitCount, v * model.unitCount)
      for w in 0..<model.unitCount where w != u && w != v {
        let change = model.avoid[rowU + w] - model.avoid[rowV + w]
        delta += change * Int(meets[rowV + w] - meets[rowU + w])
      }
    }
    guard valueCount > 0 else { return delta }
    for round in 0..<model.rounds {
      let (a, b) = (tableOf(u, in: round), tableOf(v, in: round))
      guard a != b else { continue }
      delta += valueDelta(u, v, round * model.tables + a, round * model.tables + b)
    }
    return delta
  }

  /// The units at a table of a round.
  func mates(_ cell: Int) -> Slice {
    Slice(seats: seats, from: cell * width, count: Int(occupied[cell]))
  }

  /// Part of the seats, without a copy.
  struct Slice: Sequence, IteratorProtocol {
    let seats: [Int32]
    var from: Int
    var count: Int

    mutating func next() -> Int? {
      guard count > 0 else { return nil }
      defer {
        from += 1
        count -= 1
      }
      return Int(seats[from])
    }
  }

  /// Whether the tables of a round hold two units the other way round, with everything that every
  /// answer must keep but the visits.
  func allowsSwap(_ u: Int, _ v: Int, in round: Int) -> Bool {
    let (a, b) = (tableOf(u, in: round), tableOf(v, in: round))
    let change = model.weights[v] - model.weights[u]
    if change != 0 {
      guard model.sizes[a].contains(Int(load[round * model.tables + a]) + change),
        model.sizes[b].contains(Int(load[round * model.tables + b]) - change)
      else { return false }
    }
    return fits(u, at: b, of: round, insteadOf: v) && fits(v, at: a, of: round, insteadOf: u)
  }

  /// Whether a unit may move to another table of a round, but for the visits.
  func allowsMove(_ u: Int, in round: Int, to b: Int) -> Bool {
    let a = tableOf(u, in: round)
    return model.sizes[a].contains(Int(load[round * model.tables + a]) - model.weights[u])
      && model.sizes[b].contains(Int(load[round * model.tables + b]) + model.weights[u])
      && fits(u, at: b, of: round, insteadOf: -1)
      && covered(a, of: round, without: u, with: -1)
  }

  private func fits(_ u: Int, at table: Int, of round: Int, insteadOf v: Int) -> Bool {
    if model.isBarred(u, from: table) { return false }
    if !model.apart.isEmpty {
      for w in mates(round * model.tables + table)
      where w != v && model.apart[u * model.unitCount + w] { return false }
    }
    return v < 0 || covered(table, of: round, without: v, with: u)
  }

  /// Whether a table still has one of every set of which every table is to have one.
  private func covered(_ table: Int, of round: Int, without u: Int, with v: Int) -> Bool {
    for cover in model.covers
    where cover.groups.contains(table) && cover.units.contains(u) && !cover.units.contains(v) {
      let others = mates(round * model.tables + table)
      guard others.contains(where: { $0 != u && cover.units.contains($0) }) else { return false }
    }
    return true
  }

  /// Whether every table of a round keeps what it must but the visits.
  func isSound(_ table: Int, of round: Int) -> Bool {
    let cell = round * model.tables + table
    guard model.sizes[table].contains(Int(load[cell])) else { return false }
    if !model.apart.isEmpty {
      let units = Array(mates(cell))
      for (k, u) in units.enumerated() {
        for v in units[(k + 1)...] where model.apart[u * model.unitCount + v] { return false }
      }
    }
    if mates(cell).contains(where: { model.isBarred($0, from: table) }) { return false }
    return model.covers.allSatisfy { cover in
      !cover.groups.contains(table) || mates(cell).contains { cover.units.contains($0) }
    }
  }
}
