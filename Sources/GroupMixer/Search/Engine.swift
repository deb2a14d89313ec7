/// What decides where to search next: annealing, again and again, from the answer the last run ended
/// with.
///
/// Where everything is whole steps (attributes), each run melts the answer and freezes it more slowly
/// than the one before. Where no two exchanges are worth the same (distances), runs go on at the
/// temperature at which an answer half melts: hot enough that a run ends elsewhere than it began, cool
/// enough that most of what was good stays. That temperature differs from instance to instance, but
/// the share of pairs that stay together through a good run does not, so the engine steers by that
/// share.
struct Engine: Sendable {
  /// What one stretch of work came to.
  struct Report {
    var looked = 0
    var hasBetter = false
    /// Whether the first run has just ended.
    var endsFirstRun = false
  }

  /// The gain at which to stop at once.
  var target = Int.max
  private var current: Seated
  private var bestGroup: [Int32]
  private var bestValue: Int
  private var random: Random
  /// In random order, the same for the same seed.
  private var logs = Logs.table()
  /// What exchanges may cost at the temperature now, in the order of the logarithms and once around.
  private var limits: [Int32] = []
  private var runs = 0
  private var run = Run()
  /// The best answer of the runs since the last refining.
  private var pick: (value: Int, group: [Int32]) = (.min, [])
  /// The root of the mean square of what swaps change in a random answer.
  private var typical = 0.0
  /// The temperature at which runs begin; for distances it is found in the first run.
  private var hot = 0.0

  /// At this temperature an answer melts, at this one it softens, which is mostly enough and sooner done,
  /// and at this one it is frozen, in `typical`.
  private static let (melting, softening, frozen) = (0.08, 0.03, 0.02)
  /// The share of pairs that are to stay together through a run.
  private static let sharesKept = 0.5
  /// So many runs look for another good answer, and so many cooler ones improve the best of these.
  private static let (exploring, refining) = (8, 8)
  /// How much cooler the refining runs are.
  private static let refiningShare = 0.75

  /// One annealing.
  private struct Run: Sendable {
    var length = 0
    var done = 0
    /// When the temperature changes next.
    var nextCooling = 0
    var hot = 0.0
    var cold = 0.0
    /// Whether it cools by a factor rather than by a difference.
    var isGeometric = false
    /// The temperature now.
    var temperature = 0.0
    var start: [Int32] = []

    /// How much is done between two changes of the temperature: enough that drawing anew what exchanges
    /// may cost takes little beside.
    var grain: Int { max(1, length / 70, min(length / 20, 10_000)) }
  }

  init(_ model: MixModel, _ first: [Int], seed: UInt64) {
    random = Random(seed: seed)
    random.shuffle(&logs)
    current = Seated(model, group: model.rules.units.map { Int32(first[$0[0]]) })
    bestGroup = current.group
    bestValue = current.value(model)
  }

  /// The group of each item in the best answer so far.
  func best(_ model: MixModel) -> [Int] { Seated.answer(bestGroup, model) }

  /// Does one stretch of work, of about `limit` exchanges at most.
  mutating func advance(_ model: MixModel, atMost limit: Int) -> Report {
    var report = Report()
    if runs == 0 {
      typical = typicalChange(model)
      report.looked = descend(model)
      report.hasBetter = note(model)
      begin(model)
      return report
    }
    report.looked = anneal(model, max(1, min(limit, run.nextCooling - run.done)))
    run.done += report.looked
    report.hasBetter = note(model)
    if run.done >= run.nextCooling {
      run.nextCooling += run.grain
      cool(model)
    }
    if run.done >= run.length {
      report.looked += descend(model)
      report.hasBetter = note(model) || report.hasBetter
      report.endsFirstRun = runs == 1
      steer(model)
      begin(model)
    }
    return report
  }

  /// - Returns: how many exchanges were looked at.
  private mutating func anneal(_ model: MixModel, _ chunk: Int) -> Int {
    var random = random
    defer { self.random = random }
    let target = target
    if goesByRows(model) {
      let (rows, limits) = (max(1, chunk / model.units), limits)
      current.work(model) { board in
        limits.withUnsafeBufferPointer { limits in
          board.sweep(rows: rows, limits: limits, random: &random, target: target)
        }
      }
      return rows * model.units
    }
    let (logs, movable) = (logs, model.movable)
    let temperature = Float(run.temperature)
    current.work(model) { board in
      movable.withUnsafeBufferPointer { movable in
        logs.withUnsafeBufferPointer { logs in
          _ = board.anneal(
            chunk, temperature: temperature,
            moveShare: model.hasFreeSizes && model.problem.goal == .least ? 2 : 0,
            movable: movable, logs: logs, random: &random, target: target)
        }
      }
    }
    return chunk
  }

  /// Whether no rule forbids any swap, so that rows can be swept.
  private func goesByRows(_ model: MixModel) -> Bool {
    model.isFree && model.ownGains.isEmpty
      && (model.unevennessCost == 0 || current.unevenness == model.leastUnevenness)
  }

  private mutating func cool(_ model: MixModel) {
    guard run.isGeometric else {
      let left = 1 - Double(run.done) / Double(run.length)
      setTemperature(run.cold + (run.hot - run.cold) * left, model)
      return
    }
    // Where most pairs stay together for the first time, the answer begins to freeze.
    if hot == 0 && current.kept(from: run.start, model) >= Self.sharesKept {
      hot = 0.8 * run.temperature
    }
    run.start = current.group
    setTemperature(run.temperature * 0.95, model)
  }

  private mutating func setTemperature(_ temperature: Double, _ model: MixModel) {
    run.temperature = temperature
    guard model.isFree else { return }
    limits = logs.map { Int32(min(temperature * Double($0), Double(1 << 28))) }
    for place in 0..<model.units { limits.append(limits[place]) }
  }

  private mutating func begin(_ model: MixModel) {
    let units = model.movable.count
    runs += 1
    if isRefining { current = Seated(model, group: pick.group) }
    run.done = 0
    run.start = current.group
    run.isGeometric = false
    switch (model.problem.goal, runs) {
    case (.least, _):
      run.length = runs == 1 ? 1000 * units : min(run.length * 13 / 10, 100_000 * units)
      run.hot = typical * (runs % 4 == 0 ? Self.melting : Self.softening)
      run.cold = typical * (runs % 2 == 0 ? Self.frozen : Self.frozen / 2)
    case (.most, 1):
      run.isGeometric = true
      run.length = 30 * units * units + 100
      run.hot = typical * 0.4
    case (.most, _):
      if hot == 0 { hot = run.temperature }
      run.length = (isEarly ? 40 : 100) * units * units
      run.hot = isRefining ? hot * Self.refiningShare : hot
      run.cold = run.hot * 0.4
    }
    setTemperature(run.hot, model)
    run.nextCooling = run.grain
  }

  /// Which of the runs of a round of exploring and refining this is.
  private var turn: Int { (runs - 2) % (Self.exploring + Self.refining) }

  /// Whether there was little time so far: shorter runs then come to more.
  private var isEarly: Bool { runs < 2 + 2 * (Self.exploring + Self.refining) }

  /// Whether this run improves the best that the runs before it found.
  private var isRefining: Bool { turn >= Self.exploring && !pick.group.isEmpty }

  /// Makes the next exploring run hotter if this one left too much as it was, cooler if it left too
  /// little; picks what is to be refined.
  private mutating func steer(_ model: MixModel) {
    guard runs > 1, model.problem.goal == .most else { return }
    if !isRefining { hot *= 1 + 0.4 * (current.kept(from: run.start, model) - Self.sharesKept) }
    let value = current.value(model)
    if turn == 0 || value > pick.value { pick = (value, current.group) }
    if turn == Self.exploring + Self.refining - 1 {
      current = Seated(model, group: pick.group)
    }
  }

  private mutating func typicalChange(_ model: MixModel) -> Double {
    let movable = model.movable
    var random = random
    var seated = current
    var squares = 0.0
    var count = 0.0
    seated.work(model) { board in
      for _ in 0..<1000 {
        let first = movable[random.below(movable.count)]
        let second = movable[random.below(movable.count)]
        let (a, b) = (Int(board.group[first]), Int(board.group[second]))
        guard a != b else { continue }
        let change = Double(board.gainOfSwap(first, second, a, b))
        squares += change * change
        count += 1
      }
    }
    self.random = random
    return count > 0 ? (squares / count).squareRoot() : 0
  }

  private mutating func descend(_ model: MixModel) -> Int {
    let movable = model.movable
    let goesByRows = goesByRows(model)
    return current.work(model) { board in
      let looked = goesByRows ? board.descendByRows() : 0
      // By rows, not all that changes sizes is looked at.
      guard !goesByRows || model.hasFreeSizes else { return looked }
      return looked + movable.withUnsafeBufferPointer { board.descend($0) }
    }
  }

  /// Keeps the answer if it is the best so far.
  private mutating func note(_ model: MixModel) -> Bool {
    let value = current.value(model)
    guard value > bestValue else { return false }
    bestValue = value
    bestGroup = current.group
    return true
  }
}
