/// People no two of whom may share a group, more of them than there are groups: the plainest of
/// contradictions, and one that is found without trying anything.
enum ApartCliques {
  /// How many units to begin with at most, those with the most others to be apart from first.
  private static let starts = 200

  /// The wishes that keep so many units apart from one another; `nil` where none are found. Greedy, so
  /// that some may be missed.
  static func wishes(in problem: MixProblem, _ rules: SeatingRules) -> [WishName]? {
    let groups = problem.sizes.count
    let foes = rules.foes.map(Set.init)
    let able = foes.indices.filter { foes[$0].count >= groups }
      .sorted { (foes[$1].count, $0) < (foes[$0].count, $1) }
    for start in able.prefix(starts) {
      var clique = [start]
      var common = foes[start]
      while clique.count <= groups, clique.count + common.count > groups {
        let next = common.min {
          let (a, b) = (foes[$0].intersection(common).count, foes[$1].intersection(common).count)
          return (b, $0) < (a, $1)
        }
        guard let next else { break }
        clique.append(next)
        common.formIntersection(foes[next])
      }
      if clique.count > groups { return wishes(among: Set(clique), problem, rules) }
    }
    return nil
  }

  /// The wishes that set some of these units apart, the largest first, and those that make them units.
  private static func wishes(
    among clique: Set<Int>, _ problem: MixProblem, _ rules: SeatingRules
  ) -> [WishName] {
    func count(_ set: [Int]) -> Int { Set(set.map { rules.unitOf[$0] }).intersection(clique).count }
    let wishes = problem.wishes
    let apart =
      wishes.apart.indices.map { (WishName.apart($0), count(wishes.apart[$0])) }
      + wishes.covers.indices.filter { wishes.covers[$0].isScarce(of: problem.sizes.count) }
      .map { (WishName.cover($0), count(wishes.covers[$0].items)) }
    let together = wishes.together.indices.filter { count(wishes.together[$0]) > 0 }
    return apart.enumerated().filter { $0.element.1 > 1 }
      .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element.0)
      + together.map { .together($0) }
  }
}
