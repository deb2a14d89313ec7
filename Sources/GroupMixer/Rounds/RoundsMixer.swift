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
  ///   - until: asked about once a millisecond whether to stop; the caller owns the clock. The first
  ///     time it is asked there is a schedule already.
  /// - Throws: why there is no schedule, or why none was found.
  public static func schedule(
    _ problem: RoundsProblem, seed: UInt64, until stop: (Progress) -> Bool
  ) throws(RoundsRefusal) -> RoundsSchedule {
    var search = try RoundsSearch(problem, seed: seed)
    while !search.isFinished {
      if stop(Progress(steps: search.steps, bestCost: search.bestCost)) { break }
      search.advance(steps: 1_000)
    }
    return search.best
  }
}
