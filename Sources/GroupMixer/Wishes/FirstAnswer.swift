/// A first answer that keeps every wish.
enum FirstAnswer {
  /// After how many placements to give up: a few tenths of a second at most.
  static let nodeLimit = 20_000

  /// Finds one, where the wishes let it with the sizes that suit the measure.
  ///
  /// - Parameter isEnough: whether to try no longer, where no answer was found at once, and to look no
  ///   longer for a smaller set of wishes that contradict one another.
  static func find(
    _ problem: MixProblem, until isEnough: @escaping () -> Bool = { false }
  ) throws(MixRefusal) -> (SeatingRules, [Int]) {
    func conflict(_ suspects: [WishName] = []) -> MixRefusal {
      .contradiction(
        ConflictSearch.smallest(SeatingJudge(problem, until: isEnough), suspects: suspects))
    }
    guard let rules = SeatingRules(problem) else { throw conflict() }
    if let suspects = ApartCliques.wishes(in: problem, rules) { throw conflict(suspects) }
    if let ranges = suitable(problem) {
      var strict = SeatingSearch(rules.within(ranges), nodeLimit: nodeLimit / 10)
      if case .seated(let answer) = strict.run() { return (rules, answer) }
    }
    var search = SeatingSearch(rules, nodeLimit: nodeLimit, until: isEnough)
    switch search.run() {
    case .seated(let answer): return (rules, answer)
    case .impossible: throw conflict()
    case .unknown: throw .undecided
    }
  }

  /// Narrower ranges in which the best answers are: even sizes for attributes, as many pairs as can be
  /// for distances, of which more are better.
  private static func suitable(_ problem: MixProblem) -> [ClosedRange<Int>]? {
    if case .distances(let matrix) = problem.measure, matrix.values.reduce(0, +) > 0 {
      return GroupSizes.mostUneven(items: problem.itemCount, within: problem.sizes)?.map { $0...$0 }
    }
    guard let even = GroupSizes.mostEven(items: problem.itemCount, within: problem.sizes) else {
      return nil
    }
    // A group may also take the place of another of the same range.
    let least = even.min() ?? 0
    let most = even.max() ?? 0
    return problem.sizes.map { range in
      let low = min(max(range.lowerBound, least), range.upperBound)
      return low...max(low, min(range.upperBound, most))
    }
  }
}
