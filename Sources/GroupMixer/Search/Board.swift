/// The search's working memory opened for a while: plain pointers, because these loops are where all
/// the time goes.
///
/// Every index is in bounds because units, groups and covers come from the same model as the buffers'
/// sizes do; a debug build checks each of them.
struct Board {
  let units: Int
  let groups: Int
  let gains: UnsafeBufferPointer<Int32>
  let weights: UnsafeBufferPointer<Int>
  let group: UnsafeMutableBufferPointer<Int32>
  let load: UnsafeMutableBufferPointer<Int32>
  let gamma: UnsafeMutableBufferPointer<Int32>
  let foes: UnsafeMutableBufferPointer<Int32>
  let holders: UnsafeMutableBufferPointer<Int32>
  let rules: SeatingRules
  let coversOf: [[Int]]
  let hasCovers: Bool
  let hasBlocks: Bool
  /// Whether rules forbid some swaps.
  let isConstrained: Bool
  let hasFreeSizes: Bool
  let unevennessCost: Int
  let leastUnevenness: Int
  var gain: Int
  var unevenness: Int

  /// What it gains that two units of different groups change places; rules are another question.
  @inline(__always)
  func gainOfSwap(_ first: Int, _ second: Int, _ a: Int, _ b: Int) -> Int {
    let toB = b &* units
    let toA = a &* units
    return Int(gamma[toB &+ first]) &- Int(gamma[toA &+ first]) &+ Int(gamma[toA &+ second])
      &- Int(gamma[toB &+ second]) &- 2 &* Int(gains[first &* units &+ second])
  }

  /// What it gains that a unit goes from group `a` to group `b`.
  @inline(__always)
  func gainOfMove(_ unit: Int, _ a: Int, _ b: Int) -> Int {
    Int(gamma[b &* units &+ unit]) &- Int(gamma[a &* units &+ unit])
  }

  /// How much less even the sizes become when group `a` loses and group `b` gets so many items.
  @inline(__always)
  func unevennessOf(_ count: Int, from a: Int, to b: Int) -> Int {
    2 &* count &* (Int(load[b]) &- Int(load[a]) &+ count)
  }

  @inline(__always)
  private func hasRoom(from a: Int, to b: Int, _ count: Int) -> Bool {
    Int(load[a]) &- count >= rules.ranges[a].lowerBound
      && Int(load[b]) &+ count <= rules.ranges[b].upperBound
  }

  /// Whether rules let the units change places.
  func allowsSwap(_ first: Int, _ second: Int, _ a: Int, _ b: Int) -> Bool {
    if hasBlocks {
      let more = weights[first] - weights[second]
      if more > 0 ? !hasRoom(from: a, to: b, more) : more < 0 && !hasRoom(from: b, to: a, -more) {
        return false
      }
    }
    if foes.count > 0 {
      let first1 = foes[b * units + first]
      let second1 = foes[a * units + second]
      if first1 > 1 || second1 > 1 { return false }
      if first1 + second1 > 0 {
        // One foe each is none if it is the other, who leaves.
        guard first1 == 1, second1 == 1, areFoes(first, second) else {
          return false
        }
      }
    }
    if hasCovers {
      for cover in coversOf[first] where holders[cover * groups + a] == 1 {
        guard coversOf[second].contains(cover) else { return false }
      }
      for cover in coversOf[second] where holders[cover * groups + b] == 1 {
        guard coversOf[first].contains(cover) else { return false }
      }
    }
    return true
  }

  private func areFoes(_ first: Int, _ second: Int) -> Bool { rules.foes[first].contains(second) }

  /// Whether rules let the unit go from one group to the other.
  func allowsMove(_ unit: Int, _ a: Int, _ b: Int) -> Bool {
    guard hasRoom(from: a, to: b, weights[unit]) else { return false }
    if foes.count > 0 && foes[b * units + unit] > 0 { return false }
    if hasCovers {
      for cover in coversOf[unit] where holders[cover * groups + a] == 1 { return false }
    }
    return true
  }

  /// Changes the places of two units, whose gain is known.
  @inline(__always)
  mutating func swap(_ first: Int, _ second: Int, _ a: Int, _ b: Int, gain swapGain: Int) {
    guard let gains = gains.baseAddress, let gamma = gamma.baseAddress else { return }
    let inA = gamma + a &* units
    let inB = gamma + b &* units
    let ofFirst = gains + first &* units
    let ofSecond = gains + second &* units
    for unit in 0..<units {
      let change = ofSecond[unit] &- ofFirst[unit]
      inA[unit] &+= change
      inB[unit] &-= change
    }
    group[first] = Int32(truncatingIfNeeded: b)
    group[second] = Int32(truncatingIfNeeded: a)
    gain &+= swapGain
    if hasBlocks || hasCovers || foes.count > 0 {
      note(first, from: a, to: b)
      note(second, from: b, to: a)
    }
  }

  /// Takes a unit from one group to the other, whose gain is known.
  @inline(__always)
  mutating func move(_ unit: Int, _ a: Int, _ b: Int, gain moveGain: Int) {
    guard let gains = gains.baseAddress, let gamma = gamma.baseAddress else { return }
    let inA = gamma + a &* units
    let inB = gamma + b &* units
    let ofUnit = gains + unit &* units
    for other in 0..<units {
      inA[other] &-= ofUnit[other]
      inB[other] &+= ofUnit[other]
    }
    group[unit] = Int32(truncatingIfNeeded: b)
    gain &+= moveGain
    note(unit, from: a, to: b)
  }

  /// Keeps sizes, foes and covers up to date.
  private mutating func note(_ unit: Int, from a: Int, to b: Int) {
    unevenness &+= unevennessOf(weights[unit], from: a, to: b)
    load[a] -= Int32(weights[unit])
    load[b] += Int32(weights[unit])
    if foes.count > 0 {
      for foe in rules.foes[unit] {
        foes[a * units + foe] -= 1
        foes[b * units + foe] += 1
      }
    }
    if hasCovers {
      for cover in coversOf[unit] {
        holders[cover * groups + a] -= 1
        holders[cover * groups + b] += 1
      }
    }
  }
}
