/// Mends groups in which people sit already, when some did not come and others walked in.
public enum Repair {
  /// The plan with the fewest moves, and of those one with as even sizes and as good a mix as was
  /// found.
  ///
  /// - Parameters:
  ///   - problem: all items, the absent too, so that numbers stay what they were; sizes for those who
  ///     are there. Wishes are kept as far as they are about items that are there.
  ///   - seated: the group each item sits in; `nil` for those who sit nowhere yet.
  ///   - absent: items that are not there.
  ///   - staying: items that may not be moved from where they sit, besides those that are pinned.
  ///   - seed: what the search for the best mix draws its numbers from.
  /// - Throws: `MixRefusal` as ``MixSearch/init(_:seed:)`` does; a conflict names items of `staying` as
  ///   pinned.
  public static func plan(
    _ problem: MixProblem, seated: [Int?], absent: Set<Int> = [], staying: Set<Int> = [],
    seed: UInt64 = 0
  ) throws(MixRefusal) -> RepairPlan {
    try problem.check()
    guard seated.count == problem.itemCount,
      seated.allSatisfy({ $0.map(problem.sizes.indices.contains) ?? true })
    else { throw .malformed(.assignment) }
    var pinned = problem
    for item in staying where seated.indices.contains(item) && problem.wishes.pins[item] == nil {
      pinned.wishes.pins[item] = seated[item]
    }
    let present = Present(pinned, without: absent)
    let seats = present.items.map { seated[$0] }
    let (first, isFewest) = try present.translating { () throws(MixRefusal) in
      try fewest(present.problem, seats)
    }
    let best = RepairMix.improve(present.problem, first, seats: seats, seed: seed)
    return plan(present, best, seats, isFewest: isFewest, of: problem.itemCount)
  }

  /// An answer with the fewest moves, and whether that is proven.
  private static func fewest(
    _ problem: MixProblem, _ seats: [Int?]
  ) throws(MixRefusal) -> ([Int], Bool) {
    let (rules, anyAnswer) = try FirstAnswer.find(problem)
    let most = RepairMix.moves(anyAnswer, seats)
    var isProven = true
    for allowed in 0..<max(1, most) {
      var search = SeatingSearch(
        rules, seats: seats, movesAllowed: allowed, nodeLimit: FirstAnswer.nodeLimit)
      switch search.run() {
      case .seated(let answer): return (answer, isProven)
      case .impossible: continue
      case .unknown: isProven = false
      }
    }
    return (anyAnswer, isProven)
  }

  private static func plan(
    _ present: Present, _ answer: [Int], _ seats: [Int?], isFewest: Bool, of itemCount: Int
  ) -> RepairPlan {
    let problem = present.problem
    let members = problem.members(answer)
    var assignment: [Int?] = Array(repeating: nil, count: itemCount)
    var moves: [RepairPlan.Move] = []
    var placed: [RepairPlan.Placement] = []
    for (index, item) in present.items.enumerated() {
      let group = answer[index]
      assignment[item] = group
      guard let seat = seats[index] else {
        let covers = problem.wishes.covers.indices.filter {
          let cover = problem.wishes.covers[$0]
          let (holders, groups) = (Set(cover.items), cover.groups(of: problem.sizes.count))
          return groups.contains(group) && holders.contains(index)
            && members[group].filter(holders.contains) == [index]
        }
        placed.append(RepairPlan.Placement(item: item, group: group, covers: covers))
        continue
      }
      guard seat != group else { continue }
      let because = reasons(problem, answer, seats, index).map(present.original)
      moves.append(RepairPlan.Move(item: item, from: seat, to: group, because: because))
    }
    return RepairPlan(
      assignment: assignment, moves: moves, placed: placed, isFewest: isFewest,
      sizes: members.map(\.count), objective: problem.objective(answer))
  }

  /// What would be broken if the item, and those it is together with, had stayed.
  private static func reasons(
    _ problem: MixProblem, _ answer: [Int], _ seats: [Int?], _ index: Int
  ) -> [WishName] {
    var tied: Set<Int> = [index]
    for set in problem.wishes.together where set.contains(index) { tied.formUnion(set) }
    var back = answer
    for other in tied where seats[other] == seats[index] && answer[other] == answer[index] {
      back[other] = seats[index] ?? answer[other]
    }
    return problem.brokenWishes(back)
  }
}
