/// The moves of simulated annealing (Kirkpatrick, Gelatt, Vecchi, Science 220, 1983) and of descent.
extension Board {
  /// Proposes so many exchanges at a temperature, in the unit of the gains.
  ///
  /// - Returns: whether the target was met, where there is one; then it stopped at once.
  mutating func anneal(
    _ proposals: Int, temperature: Float, moveShare: UInt64, movable: UnsafeBufferPointer<Int>,
    logs: UnsafeBufferPointer<Float>, random: inout Random, target: Int
  ) -> Bool {
    let count = UInt64(truncatingIfNeeded: movable.count)
    let reach = Int(min(temperature * 8, 1e9))
    for _ in 0..<proposals {
      let draw = random.next()
      let first = movable[Int(truncatingIfNeeded: ((draw >> 32) &* count) >> 32)]
      let a = Int(group[first])
      if isConstrained, draw & 0xF0 == 0 {
        let log = logs[Int(random.next() >> 54)]
        if weights[first] > 1 {
          proposeBlock(
            first, to: random.below(groups), movable: movable, temperature: temperature, draw: log,
            random: &random)
        } else {
          let second = movable[random.below(movable.count)]
          let third = movable[random.below(movable.count)]
          proposeRing(first, second, third, temperature: temperature, draw: log)
        }
      } else if moveShare > 0, draw & 15 < moveShare {
        let other = random.below(groups)
        guard other != a, allowsMove(first, a, other) else { continue }
        let change = gainOfMove(first, a, other)
        let total =
          change &- unevennessCost &* unevennessOf(weights[first], from: a, to: other)
        if total < 0 {
          guard -total < reach, Float(-total) <= temperature * logs[Int(random.next() >> 54)] else {
            continue
          }
        }
        move(first, a, other, gain: change)
      } else {
        let second = movable[
          Int(truncatingIfNeeded: ((draw & 0xFFFF_FFFF) &* count) >> 32)]
        let b = Int(group[second])
        guard a != b else { continue }
        let change = gainOfSwap(first, second, a, b)
        if change < 0 {
          guard -change < reach, Float(-change) <= temperature * logs[Int(random.next() >> 54)]
          else { continue }
        }
        if isConstrained {
          guard allowsSwap(first, second, a, b) else { continue }
          if hasBlocks, unevennessCost > 0 {
            guard unevennessOf(weights[first] - weights[second], from: a, to: b) <= 0 else {
              continue
            }
          }
        }
        swap(first, second, a, b, gain: change)
      }
      if gain >= target, isEven { return true }
    }
    return false
  }

  /// Whether the sizes are as even as they can be, or that does not matter.
  @inline(__always)
  var isEven: Bool { unevennessCost == 0 || unevenness == leastUnevenness }

  /// Takes improvements until there is none.
  ///
  /// - Returns: how many exchanges were looked at.
  mutating func descend(_ movable: UnsafeBufferPointer<Int>) -> Int {
    var looked = 0
    var unimproved = 0
    let count = movable.count
    var index = 0
    while unimproved < count {
      let first = movable[index]
      index = index + 1 == count ? 0 : index + 1
      looked += count
      unimproved = improve(first, movable) ? 0 : unimproved + 1
    }
    return looked
  }

  /// Makes the best exchange of this unit, if any is better than none.
  private mutating func improve(_ first: Int, _ movable: UnsafeBufferPointer<Int>) -> Bool {
    let a = Int(group[first])
    var best = 0
    var partner = -1
    var target = -1
    for second in movable {
      let b = Int(group[second])
      guard a != b else { continue }
      var change = gainOfSwap(first, second, a, b)
      if hasBlocks {
        change &-=
          unevennessCost
          &* unevennessOf(weights[first] - weights[second], from: a, to: b)
      }
      guard change > best, !isConstrained || allowsSwap(first, second, a, b) else { continue }
      best = change
      partner = second
    }
    if hasFreeSizes {
      for b in 0..<groups where b != a {
        let change =
          gainOfMove(first, a, b) - unevennessCost * unevennessOf(weights[first], from: a, to: b)
        guard change > best, allowsMove(first, a, b) else { continue }
        best = change
        target = b
      }
    }
    if target >= 0 {
      move(first, a, target, gain: gainOfMove(first, a, target))
    } else if partner >= 0 {
      let b = Int(group[partner])
      swap(first, partner, a, b, gain: gainOfSwap(first, partner, a, b))
    } else {
      return false
    }
    return true
  }
}

/// Minus the natural logarithms of evenly spaced numbers between 0 and 1, made of plain arithmetic so
/// that they are the same on every machine.
enum Logs {
  static let count = 1024

  static func table() -> [Float] {
    (0..<count).map { index in
      var number = (Double(index) + 0.5) / Double(count)
      var halvings = 0.0
      while number < 0.5 {
        number *= 2
        halvings += 1
      }
      // ln x = 2 artanh((x - 1) / (x + 1))
      let ratio = (number - 1) / (number + 1)
      var power = ratio
      var sum = 0.0
      for odd in stride(from: 1.0, to: 40, by: 2) {
        sum += power / odd
        power *= ratio * ratio
      }
      return Float(halvings * 0.693_147_180_559_945_3 - 2 * sum)
    }
  }
}
