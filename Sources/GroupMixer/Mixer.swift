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
  ///   - isLate: asked while the smallest set of wishes that contradict one another is looked for: `true`
  ///     gives the smallest known by then.
  /// - Returns: the best answer found; it keeps every wish.
  /// - Throws: as ``MixSearch/init(_:seed:)``.
  public static func mix(
    _ problem: MixProblem, seed: UInt64, slice: Int = 20_000,
    explainingUntil isLate: @escaping () -> Bool = { false }, until isEnough: (Progress) -> Bool
  ) throws(MixRefusal) -> Mix {
    var search = try MixSearch(problem, seed: seed, until: isLate)
    while !isEnough(search.progress) && !search.isFinished { search.advance(steps: max(1, slice)) }
    return search.best
  }
}
