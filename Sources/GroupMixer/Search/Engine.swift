/// What decides where to search next.
struct Engine: Sendable {
  /// What one stretch of work came to.
  struct Report {
    var looked = 0
    var hasBetter = false
    /// Whether the first run has just ended.
    var endsFirstRound = false
  }

  var target = Int.max
  private var current: Seated
  private var bestGroup: [Int32]
  private var bestValue: Int
  private var random: Random
  private let logs = Logs.table()
  private var run = 0
  private var done = 0
  private var length = 0
  private var typical: Double = 0

  init(_ model: MixModel, _ first: [Int], seed: UInt64) {
    random = Random(seed: seed)
    current = Seated(model, group: model.rules.units.map { Int32(first[$0[0]]) })
    bestGroup = current.group
    bestValue = current.value(model)
  }

  /// The group of each item in the best answer so far.
  func best(_ model: MixModel) -> [Int] {
    var answer = Array(repeating: 0, count: model.problem.itemCount)
    for (unit, items) in model.rules.units.enumerated() {
      for item in items { answer[item] = Int(bestGroup[unit]) }
    }
    return answer
  }

  /// Does one stretch of work.
  mutating func advance(_ model: MixModel, atMost limit: Int) -> Report {
    var report = Report()
    let movable = model.movable
    if run == 0 {
      report.looked = descend(model)
      report.hasBetter = note(model)
      run = 1
      begin(model)
      return report
    }
    let chunk = max(1, min(limit, length / 100))
    let left = 1 - Double(done) / Double(length)
    let temperature = Float(typical * (0.06 + 0.14 * left))
    var random = random
    let target = target
    let logs = logs
    let shares: UInt64 = model.hasFreeSizes ? 2 : 0
    _ = current.work(model) { board in
      movable.withUnsafeBufferPointer { movable in
        logs.withUnsafeBufferPointer { logs in
          board.anneal(
            chunk, temperature: temperature, moveShare: shares, movable: movable, logs: logs,
            random: &random, target: target)
        }
      }
    }
    self.random = random
    report.looked = chunk
    done += chunk
    if current.value(model) > bestValue { report.hasBetter = note(model) }
    if done >= length {
      report.looked += descend(model)
      report.hasBetter = note(model) || report.hasBetter
      report.endsFirstRound = run == 1
      run += 1
      begin(model)
    }
    return report
  }

  private mutating func begin(_ model: MixModel) {
    done = 0
    length = length == 0 ? 200 * model.movable.count : min(length * 2, 20_000 * model.movable.count)
    typical = typicalChange(model)
  }

  /// The root of the mean square of what swaps change.
  private mutating func typicalChange(_ model: MixModel) -> Double {
    var random = random
    let movable = model.movable
    var squares = 0.0
    var count = 0.0
    current.work(model) { board in
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

  private mutating func note(_ model: MixModel) -> Bool {
    guard current.value(model) > bestValue else { return false }
    bestValue = current.value(model)
    bestGroup = current.group
    return true
  }
}
