/// What tells whether wishes can be kept all at once.
protocol WishJudge {
  /// Every wish there is, each once; those that are to be told first come first.
  var names: [WishName] { get }
  /// Whether no more is to be looked at: too much was, or the caller has had enough.
  var isSpent: Bool { get }
  /// How much of what may be looked at is left, from 1 to 0.
  var left: Double { get }

  /// Whether it is shown that these wishes contradict one another; never once ``isSpent``.
  mutating func refutes(_ wishes: Set<WishName>) -> Bool

  /// What becomes of these wishes.
  mutating func judge(_ wishes: Set<WishName>) -> WishVerdict
}

/// What becomes of some wishes.
enum WishVerdict {
  /// All of them are kept by an answer that breaks these others.
  case kept(breaking: Set<WishName>)
  case contradiction
  case unknown
}

/// Finds the smallest set of wishes that contradicts itself.
///
/// Sizes that cannot hold everybody are told by themselves, whatever else was wished. Otherwise first some
/// sets from which no wish can be left out, by QuickXplain (Junker, *QuickXplain: preferred explanations and
/// relaxations for over-constrained problems*, AAAI 2004) in several orders; then, as long as the smallest
/// of these may not be the smallest there is, implicit hitting sets (Ignatiev, Previti, Liffiton, Marques-Silva,
/// *Smallest MUS extraction with minimal hitting set dualization*, CP 2015): every contradicting set meets
/// the complement of every possible one, so a smallest set that meets all complements found so far is a
/// smallest contradiction as soon as it is one.
///
/// Anytime: when the judge is spent the smallest set known by then is given.
struct ConflictSearch<Judge: WishJudge> {
  private var judge: Judge
  private let names: [WishName]
  private var random = Random(seed: 1)

  /// The smallest set found of wishes that contradict one another.
  ///
  /// - Parameter suspects: wishes that are known to contradict one another by themselves; none where none are known.
  static func smallest(_ judge: Judge, suspects: [WishName] = []) -> Conflict {
    var search = ConflictSearch(judge)
    return search.run(suspects)
  }

  private init(_ judge: Judge) {
    self.judge = judge
    names = judge.names
  }

  private mutating func run(_ suspects: [WishName]) -> Conflict {
    let sizes = names.filter { if case .size = $0 { true } else { false } }
    if judge.refutes(Set(sizes)) { return conflict(minimised(sizes), isSmallest: true) }
    var best = suspects.isEmpty ? names : minimised(suspects)
    let other = minimised(names)
    if other.count < best.count { best = other }
    // Where many wishes hang together, what is left depends much on what was left out first.
    for _ in 0..<24 where best.count > 6 && judge.left > 0.5 {
      var order = names
      random.shuffle(&order)
      let other = minimised(order)
      if other.count < best.count { best = other }
    }
    var hitting = HittingSets()
    while !judge.isSpent {
      guard let found = hitting.smallest(below: best.count) else {
        return conflict(best, isSmallest: !hitting.gaveUp)
      }
      let candidate = found.map { names[$0] }
      switch judge.judge(Set(candidate)) {
      case .contradiction: return conflict(candidate, isSmallest: !hitting.gaveUp)
      case .kept(let broken): hitting.add(correction(Set(candidate), broken))
      case .unknown: return conflict(best, isSmallest: false)
      }
    }
    return conflict(best, isSmallest: false)
  }

  private func conflict(_ wishes: [WishName], isSmallest: Bool) -> Conflict {
    let told = Set(wishes)
    return Conflict(wishes: names.filter(told.contains), isSmallest: isSmallest)
  }

  /// Wishes of which none can be left out, of those that contradict one another; the first are kept
  /// rather than the last. What the judge cannot refute is taken for possible: then some may be left
  /// that are not needed, and they contradict one another all the same.
  private mutating func minimised(_ wishes: [WishName]) -> [WishName] {
    if judge.refutes([]) { return [] }
    return explained(wishes, beside: [], isNew: false)
  }

  private mutating func explained(
    _ wishes: [WishName], beside others: Set<WishName>, isNew: Bool
  ) -> [WishName] {
    if isNew, judge.refutes(others) { return [] }
    guard wishes.count > 1 else { return wishes }
    let (first, last) = (wishes.prefix(wishes.count / 2), wishes.dropFirst(wishes.count / 2))
    let ofLast = explained(Array(last), beside: others.union(first), isNew: true)
    let ofFirst = explained(Array(first), beside: others.union(ofLast), isNew: !ofLast.isEmpty)
    return ofFirst + ofLast
  }

  /// The wishes that as large a possible set beyond `subset` as is found leaves out, given those that an
  /// answer to it breaks.
  private mutating func correction(_ subset: Set<WishName>, _ broken: Set<WishName>) -> [Int] {
    var left = names.filter { broken.contains($0) && !subset.contains($0) }
    var kept = Set(names).subtracting(left)
    while let wish = left.popLast() {
      switch judge.judge(kept.union([wish])) {
      case .kept(let broken):
        kept.insert(wish)
        kept.formUnion(left.filter { !broken.contains($0) })
        left = left.filter(broken.contains)
      // What is kept is to be kept for certain.
      case .contradiction, .unknown: break
      }
    }
    return names.indices.filter { !kept.contains(names[$0]) }
  }
}
