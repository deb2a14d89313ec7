/// What decides where to search next: annealing, again and again, from the answer the last run ended
/// with.
///
/// Where everything is whole steps (attributes), each run melts the answer and freezes it more slowly
/// than the one before. Where no two exchanges are worth the same (distances), runs go on at the
/// temperature at which an answer half melts: hot enough that a run ends elsewhere than it began, cool
/// enough that most of what was good stays. That temperature differs from instance to instance, but
/// the share of units that a good run moves does not, so the engine steers by that share.
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
  private let logs = Logs.table()
  private var runs = 0
  private var run = Run()
  /// The root of the mean square of what swaps change in a random answer.
  private var typical = 0.0
  /// The temperature at which runs begin, in `typical`.
  private var hot = Self.melting

  /// At this temperature an answer melts, and at this one it is frozen, in `typical`.
  private static let melting = 0.2
  private static let frozen = 0.06
  /// The share of units that a run is to move, and how quickly the temperature follows.
  private static let sharesMoved = 0.2
  private static let stride = 1.03

  /// One annealing.
  private struct Run: Sendable {
    var length = 0
    var done = 0
    var hot = 0.0
    var cold = 0.0
    var start: [Int32] = []
  }

  init(_ model: MixModel, _ first: [Int], seed: UInt64) {
    random = Random(seed: seed)
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
    let chunk = max(1, min(limit, max(1, run.length / 100)))
    anneal(model, chunk)
    report.looked = chunk
    run.done += chunk
    report.hasBetter = note(model)
    if run.done >= run.length {
      report.looked += descend(model)
      report.hasBetter = note(model) || report.hasBetter
      report.endsFirstRun = runs == 1
      steer()
      begin(model)
    }
    return report
  }

  private mutating func anneal(_ model: MixModel, _ chunk: Int) {
    let left = 1 - Double(run.done) / Double(run.length)
    let temperature = Float(typical * (run.cold + (run.hot - run.cold) * left))
    var random = random
    let (target, logs, movable) = (target, logs, model.movable)
    current.work(model) { board in
      movable.withUnsafeBufferPointer { movable in
        logs.withUnsafeBufferPointer { logs in
          _ = board.anneal(
            chunk, temperature: temperature, moveShare: model.hasFreeSizes ? 2 : 0,
            movable: movable, logs: logs, random: &random, target: target)
        }
      }
    }
    self.random = random
  }

  private mutating func begin(_ model: MixModel) {
    let units = model.movable.count
    let isFirst = runs == 0
    runs += 1
    run.done = 0
    run.start = current.group
    switch model.problem.goal {
    case .least:
      run.length = isFirst ? 200 * units : min(run.length * 2, 100_000 * units)
      run.hot = Self.melting
      run.cold = runs % 2 == 0 ? Self.frozen : Self.frozen / 2
    case .most:
      run.length = isFirst ? 200 * units : 60 * units * units
      if runs == 3 { hot = 0.15 }
      run.hot = hot
      run.cold = Self.frozen
    }
  }

  /// Makes the next run hotter if this one moved too little.
  private mutating func steer() {
    guard runs > 2, !run.start.isEmpty else { return }
    let moved = zip(run.start, current.group).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
    let share = Double(moved) / Double(run.start.count)
    hot = share < Self.sharesMoved ? min(1, hot * Self.stride) : max(0.02, hot / Self.stride)
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
    return current.work(model) { board in
      movable.withUnsafeBufferPointer { board.descend($0) }
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
