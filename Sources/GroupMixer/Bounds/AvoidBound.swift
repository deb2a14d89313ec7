/// How many of the pairs that had better not share a group must share one all the same.
public enum AvoidBound {
  /// The fewest of some pairs that share a group in any seating.
  ///
  /// Those who all avoid one another, such as who sat at one table before, are split over the groups as
  /// evenly as can be at best, and what then shares a group are pairs of theirs. Such sets that have no
  /// pair in common add up. They are found one after the other, each grown from who is left with most
  /// to avoid; other choices may give more, so the number is a bound and no count.
  ///
  /// - Parameters:
  ///   - pairs: items that had better not share a group; weights are no matter, and a pair given twice
  ///     counts once.
  ///   - sizes: how many items each group may have.
  public static func fewest(_ pairs: [WeightedPair], sizes: [ClosedRange<Int>]) -> Int {
    var others: [Int: Set<Int>] = [:]
    for pair in pairs where pair.first != pair.second {
      others[pair.first, default: []].insert(pair.second)
      others[pair.second, default: []].insert(pair.first)
    }
    let room = sizes.map(\.upperBound)
    var sum = 0
    while let clique = clique(others), clique.count > 1 {
      sum += CountingBound.pairs(clique.count, room: room)
      for item in clique { others[item]?.subtract(clique) }
    }
    return sum
  }

  /// Items that all avoid one another, from the one that avoids most; `nil` where nobody avoids anybody.
  private static func clique(_ others: [Int: Set<Int>]) -> [Int]? {
    func comesBefore(_ one: Int, _ other: Int) -> Bool {
      let (more, less) = (others[one]?.count ?? 0, others[other]?.count ?? 0)
      return (-more, one) < (-less, other)
    }
    guard let first = others.keys.min(by: comesBefore), let near = others[first], !near.isEmpty
    else { return nil }
    var clique = [first]
    // Who avoids most of those who are near comes first: of a table, those who sat there.
    let rank = Dictionary(
      uniqueKeysWithValues: near.map { ($0, others[$0]?.intersection(near).count ?? 0) })
    for item in near.sorted(by: { (-(rank[$0] ?? 0), $0) < (-(rank[$1] ?? 0), $1) })
    where clique.allSatisfy({ others[item]?.contains($0) ?? false }) {
      clique.append(item)
    }
    return clique
  }
}
