/// Exchanges of more than two units: where wishes leave little freedom, the way from one answer to the
/// next may lead through none by swaps alone.
extension Board {
  /// A unit on its way.
  private struct Step {
    let unit: Int
    let from: Int
    let to: Int
  }

  /// Proposes that a unit of several items changes places with others of as many items together.
  mutating func proposeBlock(
    _ first: Int, to b: Int, movable: UnsafeBufferPointer<Int>, temperature: Float, draw: Float,
    random: inout Random
  ) {
    let a = Int(group[first])
    guard a != b else { return }
    var steps = [Step(unit: first, from: a, to: b)]
    var left = weights[first]
    let start = random.below(movable.count)
    for offset in 0..<movable.count where left > 0 {
      let place = start + offset
      let unit = movable[place < movable.count ? place : place - movable.count]
      guard Int(group[unit]) == b, weights[unit] <= left else { continue }
      steps.append(Step(unit: unit, from: b, to: a))
      left -= weights[unit]
    }
    guard left == 0 else { return }
    propose(steps, temperature: temperature, draw: draw)
  }

  /// Proposes that three units of different groups change places in a ring.
  mutating func proposeRing(
    _ first: Int, _ second: Int, _ third: Int, temperature: Float, draw: Float
  ) {
    let (a, b, c) = (Int(group[first]), Int(group[second]), Int(group[third]))
    guard a != b, b != c, a != c else { return }
    propose(
      [
        Step(unit: first, from: a, to: b), Step(unit: second, from: b, to: c),
        Step(unit: third, from: c, to: a),
      ], temperature: temperature, draw: draw)
  }

  /// Takes all steps, and takes them back unless rules and temperature let them stand.
  private mutating func propose(_ steps: [Step], temperature: Float, draw: Float) {
    let gainBefore = gain
    let unevenBefore = unevenness
    for step in steps { take(step) }
    let change = gain &- gainBefore &- unevennessCost &* (unevenness &- unevenBefore)
    if keepsRules(steps), change >= 0 || Float(-change) <= temperature * draw { return }
    for step in steps.reversed() { take(Step(unit: step.unit, from: step.to, to: step.from)) }
  }

  private mutating func take(_ step: Step) {
    move(step.unit, step.from, step.to, gain: gainOfMove(step.unit, step.from, step.to))
  }

  /// Whether the rules that the steps may have broken are kept.
  private func keepsRules(_ steps: [Step]) -> Bool {
    steps.allSatisfy { step in
      if foes.count > 0 && foes[step.to * units + step.unit] > 0 { return false }
      if hasCovers {
        for cover in coversOf[step.unit] where holders[cover * groups + step.from] == 0 {
          return false
        }
      }
      return rules.ranges[step.to].contains(Int(load[step.to]))
    }
  }
}
