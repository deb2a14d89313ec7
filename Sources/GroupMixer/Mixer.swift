/// Mixes items into groups.
public enum Mixer {
  /// Searches until nothing is left to look for or the caller has had enough.
  ///
  /// - Parameters:
  ///   - problem: what is to be mixed.
  ///   - seed: what the search draws its numbers from.
  ///   - slice: how many exchanges to look at between two questions, 1 or more.
  ///   - isEnough: asked with the first answer and after every slice; `true` stops the search. The
  ///     caller owns the clock.
  /// - Returns: the best answer found; it keeps every wish.
  /// - Throws: as ``MixSearch/init(_:seed:)``.
  public static func mix(
    _ problem: MixProblem, seed: UInt64, slice: Int = 20_000, until isEnough: (Progress) -> Bool
  ) throws(MixRefusal) -> Mix {
    var search = try MixSearch(problem, seed: seed)
    while !isEnough(search.progress) && !search.isFinished { search.advance(steps: max(1, slice)) }
    return search.best
  }
}
