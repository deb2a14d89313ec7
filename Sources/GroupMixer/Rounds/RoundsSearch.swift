/// A search that can be left and taken up again: a schedule at once, then better ones.
///
/// A value: what it will find depends on the problem, the seed and how many steps it was given, in
/// how many parts is no matter. It knows no clock.
public struct RoundsSearch: Sendable {
  /// The problem that is being searched.
  public let problem: RoundsProblem
  /// How many changes were tried so far.
  public private(set) var steps = 0
  /// Whether nothing better is possible, or there is nothing to change.
  public private(set) var isFinished = false

  private let bounds: RoundsBounds
  private var walk: RoundsWalk
  private var annealing: RoundsAnnealing
  private var measuredCost: Int?
  private let fitting: DesignFitting?
  /// The search among schedules that turn, while it lasts.
  private var rows: DifferenceRows?
  /// The search by sweeping round after round, where that can be done, and what it began with costs.
  private var sweeping: (by: RoundsSweeping, cost: Int)?
  /// How many changes are left to try between two cycles of it, to schedules as good as the best.
  private var balancing = 0

  /// Finds a first schedule that keeps every wish.
  ///
  /// - Parameters:
  ///   - seed: the same seed leads to the same schedules, on every machine.
  ///   - isEnough: asked while the smallest set of wishes that contradict one another is looked for:
  ///     `true` gives the smallest known by then.
  /// - Throws: why there is none, or why none was found.
  public init(
    _ problem: RoundsProblem, seed: UInt64, until isEnough: @escaping () -> Bool = { false }
  ) throws(RoundsRefusal) {
    self.problem = problem
    var random = Random(seed: seed)
    var (model, start) = try RoundsStart.find(problem, random: &random, until: isEnough)
    bounds = RoundsBounds(model)
    walk = RoundsWalk(
      RoundsState(model, start), random: random,
      balance: MeasureBalance(model, fewest: bounds.repeatedPairs))
    annealing = RoundsAnnealing(model)
    // Designs know nothing of returns that are to be few.
    fitting = model.returnCost > 0 ? nil : DesignFitting(model)
    if let fitting {
      if let found = fitting.exact(&random) {
        model.putMeetingsFirst()
        walk = RoundsWalk(RoundsState(model, found), random: random)
        annealing = RoundsAnnealing(model)
        annealing.beginWithRows()
      } else if let found = fitting.twice(fewest: bounds.repeatedPairs, &random) {
        walk.restart(from: found)
        annealing.beginWithRows()
      } else {
        rows = fitting.rows(random)
      }
    }
    if !model.categories.isEmpty || !model.avoid.isEmpty || fitting == nil {
      sweeping = RoundsSweeping(model, tables: walk.state.table, random: walk.random).map {
        ($0, walk.state.cost)
      }
    }
    finishIfOptimal()
  }

  /// What the best schedule so far costs; it never grows. The unit is a pair meeting a second time; a
  /// return to a place counts a thousand, where there need be any and they count. Where meetings come
  /// first all else counts a 64th of what it was asked to.
  public var bestCost: Double { Double(walk.bestRank) / Double(RoundsModel.one) }

  /// How often a better schedule was found, be it only one that costs as much and is better balanced.
  public var timesBetter: Int { walk.timesKept }

  /// How many times what was asked for a pair meeting again counts, beside all else.
  var meetingsFirst: Int { walk.model.meetingsFirst }

  /// The best schedule so far; counted anew from its tables.
  public var best: RoundsSchedule {
    let model = walk.state.model
    let named = model.countsVisits ? walk.best : TableNames.withFewReturns(model, walk.best)
    let tables = (0..<model.rounds).map { round in
      model.unitOf.map { Int(named[round * model.unitCount + $0]) }
    }
    return RoundsSchedule(
      tables: tables, places: problem.places,
      measures: RoundsMeasures(tables, of: problem, model, bounds))
  }

  var bestMeetsNobodyTwice: Bool { best.measures.repeats.value == 0 }

  /// Tries so many changes; a change takes in the order of a microsecond. Does nothing once the
  /// search is finished.
  public mutating func advance(steps count: Int) {
    guard !isFinished else { return }
    var left = count
    if rows != nil { advanceRows(&left) }
    while left > 0, !isFinished {
      if balancing > 0 {
        balance(&left)
        continue
      }
      if sweeping != nil, !annealing.isOfRows {
        sweep(&left)
        continue
      }
      left -= 1
      let before = walk.bestRank
      let limit = annealing.next(&walk)
      walk.step(limit, ofRows: annealing.isOfRows)
      if walk.bestRank < before { finishIfOptimal() }
    }
    steps += count
  }

  private mutating func sweep(_ left: inout Int) {
    guard case (var by, let cost)? = sweeping else { return }
    sweeping = nil
    let (looked, endsCycle) = by.advance()
    left -= looked
    if cost - by.saved < walk.bestCost {
      walk.restart(from: by.tables)
      finishIfOptimal()
    }
    sweeping = (by, cost)
    guard endsCycle else { return }
    balancing = walk.beginBalancing()
    if balancing == 0 { beginCycle() }
  }

  private mutating func balance(_ left: inout Int) {
    let tries = min(left, balancing)
    walk.balanceOut(tries: tries)
    left -= tries
    balancing -= tries
    if balancing == 0 { beginCycle() }
  }

  /// Sweeps on from the best.
  private mutating func beginCycle() {
    guard case (var by, let cost)? = sweeping else { return }
    sweeping = nil
    by.restart(from: walk.best, saved: cost - walk.bestCost)
    sweeping = (by, cost)
    if walk.model.meetingsFirst > 1 {
      walk.restart(from: walk.best)
      annealing.beginWithRows()
    }
  }

  private mutating func advanceRows(_ left: inout Int) {
    left -= rows?.advance(steps: left) ?? 0
    guard let found = rows, found.isDone else { return }
    rows = nil
    if let tables = fitting?.fitCircles(found.design, &walk.random) {
      walk.restart(from: tables)
      annealing.beginWithRows()
      finishIfOptimal()
    }
  }

  private mutating func finishIfOptimal() {
    // Where some must meet four times that costs more than their pairs.
    let possible = bounds.repeatedPairs * (bounds.mostTimesMet > 3 ? 2 : 1) * RoundsModel.one
    if !walk.canMove {
      isFinished = true
    } else if walk.bestCost < possible + RoundsModel.one, measuredCost != walk.bestRank {
      // Only near the bound is it worth counting anew.
      measuredCost = walk.bestRank
      isFinished = best.isOptimal
    }
  }
}
