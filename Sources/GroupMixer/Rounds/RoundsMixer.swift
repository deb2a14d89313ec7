/// Plans rounds.
public enum RoundsMixer {
  /// How far a search is.
  public struct Progress: Sendable, Equatable {
    /// How many changes were tried so far.
    public let steps: Int
    /// What the best schedule so far costs, in pairs meeting a second time.
    public let bestCost: Double
  }

  /// Searches until told to stop, or until nothing better is possible.
  ///
  /// - Parameters:
  ///   - seed: the same seed and the same answers of `until` lead to the same schedule.
  ///   - isLate: asked while the smallest set of wishes that contradict one another is looked for: `true`
  ///     gives the smallest known by then.
  ///   - until: asked about once a millisecond whether to stop; the caller owns the clock. The first
  ///     time it is asked there is a schedule already.
  /// - Throws: why there is no schedule, or why none was found.
  public static func schedule(
    _ problem: RoundsProblem, seed: UInt64,
    explainingUntil isLate: @escaping () -> Bool = { false }, until stop: (Progress) -> Bool
  ) throws(RoundsRefusal) -> RoundsSchedule {
    var search = try RoundsSearch(problem, seed: seed, until: isLate)
    while !search.isFinished {
      if stop(Progress(steps: search.steps, bestCost: search.bestCost)) { break }
      search.advance(steps: 1_000)
    }
    return search.best
  }

  /// Whether a schedule is known in which nobody meets anybody twice, while none such is found in which
  /// nobody comes to a place twice either. Only where neither attributes nor earlier meetings count.
  ///
  /// The two often exclude each other: where tables are as large as they are many, any two groups of
  /// different rounds have somebody in common, so that somebody returns whatever the tables are called.
  ///
  /// - Parameter seed: as for ``schedule(_:seed:until:)``. What is tried for the second is a fixed number of
  ///   changes, so that the answer is the same on every machine.
  public static func meetsFewerWhereVisitsAreFree(_ problem: RoundsProblem, seed: UInt64) -> Bool {
    guard problem.attributes.isEmpty, problem.avoid.isEmpty else { return false }
    var free = problem
    free.visits = .free
    guard let known = try? RoundsSearch(free, seed: seed), known.bestMeetsNobodyTwice,
      var once = try? RoundsSearch(problem, seed: seed)
    else { return false }
    once.advance(steps: 10_000)
    return !once.bestMeetsNobodyTwice
  }
}
