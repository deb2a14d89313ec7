/// Whether wishes can be kept in rounds in which nobody comes to a place twice.
///
/// Whoever hosts or is pinned stays, and so is not held to that. So it is with them also while their pin is
/// left out of what is looked at: what is wished less is then never harder to have.
struct OnceJudge: WishJudge {
  /// How many schedules may be looked for, to see which wishes can be kept.
  private static let scheduleLimit = 40
  /// How many of them may be looked for in vain, and for how many steps each.
  private static let failureLimit = 12
  private static let patience = 10_000
  /// What may be looked at in all.
  private static let workLimit = 4_000

  let names: [WishName]
  private let problem: RoundsProblem
  private let plain: MixProblem
  private let exempt: Set<Int>
  private var work = 0
  private var schedules = 0
  private var failures = 0
  private var random = Random(seed: 1)
  private let isEnough: () -> Bool

  /// What no rounds can keep; `nil` where nothing of the kind can be shown.
  ///
  /// - Parameter isEnough: whether to look no longer for a smaller set; the caller owns the clock.
  static func conflict(
    in problem: RoundsProblem, until isEnough: @escaping () -> Bool
  ) -> Conflict? {
    var judge = OnceJudge(problem, until: isEnough)
    guard judge.refutes(Set(judge.names), always: true) else { return nil }
    return ConflictSearch.smallest(judge)
  }

  private init(_ problem: RoundsProblem, until isEnough: @escaping () -> Bool) {
    self.problem = problem
    self.isEnough = isEnough
    plain = MixProblem(
      itemCount: problem.itemCount, sizes: problem.sizes, measure: .attributes([]),
      wishes: problem.wishes)
    names = plain.wishNames + [.once(rounds: problem.rounds)]
    let staying = problem.hosts.union(problem.wishes.pins.keys)
    let united = SeatingRules(plain) { if case .together = $0 { true } else { false } }
    let units = united?.units.filter { $0.contains(where: staying.contains) }
    exempt = Set((units ?? []).joined())
  }

  var isSpent: Bool { left == 0 }
  var left: Double { isEnough() ? 0 : max(0, 1 - Double(work) / Double(Self.workLimit)) }

  mutating func refutes(_ wishes: Set<WishName>) -> Bool { refutes(wishes, always: false) }

  private mutating func refutes(_ wishes: Set<WishName>, always: Bool) -> Bool {
    guard always || !isSpent else { return false }
    work += 1
    guard let rules = SeatingRules(plain, counting: wishes.contains) else { return true }
    var seating = SeatingSearch(rules, nodeLimit: SeatingJudge.nodeLimit, until: isEnough)
    if seating.run() == .impossible { return true }
    guard wishes.contains(.once(rounds: problem.rounds)) else { return false }
    return OnceRules(rules, places: problem.places, exempt: exempt)
      .isImpossible(until: isEnough)
  }

  mutating func judge(_ wishes: Set<WishName>) -> WishVerdict {
    if refutes(wishes) { return .contradiction }
    guard let tables = schedule(wishes) else { return .unknown }
    var broken = tables.reduce(into: Set<WishName>()) { $0.formUnion(plain.brokenWishes($1)) }
    if comesBack(tables) { broken.insert(.once(rounds: problem.rounds)) }
    return broken.isDisjoint(with: wishes) ? .kept(breaking: broken) : .unknown
  }

  /// Rounds that keep these wishes, where such are found.
  private mutating func schedule(_ wishes: Set<WishName>) -> [[Int]]? {
    guard wishes.contains(.once(rounds: problem.rounds)) else {
      guard let rules = SeatingRules(plain, counting: wishes.contains) else { return nil }
      var seating = SeatingSearch(rules, nodeLimit: SeatingJudge.nodeLimit, until: isEnough)
      guard case .seated(let answer) = seating.run() else { return nil }
      return problem.places.map { _ in answer }
    }
    guard schedules < Self.scheduleLimit, failures < Self.failureLimit, !isSpent else { return nil }
    schedules += 1
    var fewer = problem
    fewer.wishes = plain.wishes(wishes.contains)
    fewer.sizes = problem.sizes.indices.map {
      wishes.contains(.size(group: $0)) ? problem.sizes[$0] : 0...problem.itemCount
    }
    // Whoever is not pinned then moves as others do.
    fewer.hosts = problem.hosts.subtracting(problem.wishes.pins.keys)
    fewer.attributes = []
    fewer.avoid = []
    guard var model = try? RoundsModel(fewer, visits: .once),
      let tables = try? RoundsStart.find(&model, random: &random, patience: Self.patience)
    else {
      failures += 1
      return nil
    }
    return (0..<model.rounds).map { round in
      model.unitOf.map { Int(tables[round * model.unitCount + $0]) }
    }
  }

  private func comesBack(_ tables: [[Int]]) -> Bool {
    (0..<problem.itemCount).contains { item in
      guard !exempt.contains(item) else { return false }
      var seen: Set<Int> = []
      return tables.enumerated().contains { !seen.insert(problem.places[$0][$1[item]]).inserted }
    }
  }
}

extension MixProblem {
  /// The wishes that are counted in, those left out empty, so that the others keep their numbers.
  fileprivate func wishes(_ isCounted: (WishName) -> Bool) -> Wishes {
    func some(_ sets: [[Int]], _ name: (Int) -> WishName) -> [[Int]] {
      sets.enumerated().map { isCounted(name($0)) ? $1 : [] }
    }
    return Wishes(
      together: some(wishes.together) { .together($0) }, apart: some(wishes.apart) { .apart($0) },
      pins: wishes.pins.filter { isCounted(.pin(item: $0.key)) },
      covers: wishes.covers.enumerated().map { isCounted(.cover($0)) ? $1 : [] })
  }
}
