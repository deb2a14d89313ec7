import Testing

@testable import GroupMixer

@Suite("Wishes") struct WishTests {
  private func names(_ problem: MixProblem) -> [WishName] {
    let wishes = problem.wishes
    return wishes.together.indices.map { .together($0) } + wishes.apart.indices.map { .apart($0) }
      + wishes.pins.keys.sorted().map { .pin(item: $0) } + wishes.covers.indices.map { .cover($0) }
      + problem.sizes.indices.map { .size(group: $0) }
  }

  private func subsets(_ names: [WishName], _ size: Int) -> [[WishName]] {
    guard size > 0 else { return [[]] }
    return names.indices.flatMap { index in
      subsets(Array(names[(index + 1)...]), size - 1).map { [names[index]] + $0 }
    }
  }

  /// What a search says of the problem at once.
  private func verdict(
    _ problem: MixProblem, until isEnough: @escaping () -> Bool = { false }
  ) -> (answer: [Int]?, refusal: MixRefusal?) {
    do {
      return (try MixSearch(problem, seed: 1, until: isEnough).best.assignment, nil)
    } catch {
      return (nil, error)
    }
  }

  @Test func refusesExactlyWhatIsImpossibleWithTheSmallestConflict() {
    var refused = 0
    for seed in 0..<120 as Range<UInt64> {
      var draw = Draw(seed)
      let problem = draw.small(wishes: 3 + draw.below(4))
      let all = BruteForce.assignments(problem.itemCount, problem.sizes.count)
      let brokenBy = all.map { Set(problem.brokenWishes($0)) }
      func isPossible(_ names: [WishName]) -> Bool {
        brokenBy.contains { $0.isDisjoint(with: names) }
      }
      let (answer, refusal) = verdict(problem)
      if let answer {
        #expect(problem.brokenWishes(answer).isEmpty)
        continue
      }
      guard case .contradiction(let conflict) = refusal else {
        Issue.record("seed \(seed): neither an answer nor a conflict")
        continue
      }
      refused += 1
      #expect(!brokenBy.contains([]))
      #expect(!isPossible(conflict.wishes), "seed \(seed)")
      for wish in conflict.wishes {
        #expect(isPossible(conflict.wishes.filter { $0 != wish }), "seed \(seed)")
      }
      #expect(conflict.isSmallest)
      // Sizes that cannot hold everybody are told by themselves.
      let sizes = problem.sizes.indices.map { WishName.size(group: $0) }
      let others = isPossible(sizes) ? names(problem) : sizes
      for size in 0..<conflict.wishes.count {
        #expect(subsets(others, size).allSatisfy(isPossible), "seed \(seed)")
      }
    }
    #expect(refused > 20)
  }

  @Test func whatIsLeftOutOfAConflictIsNotNeeded() throws {
    // Given a big room with many wishes, of which three cannot all be kept
    var draw = Draw(1)
    var wishes = Wishes(covers: [Cover(100..<140)])
    for index in 0..<20 { wishes.together.append([2 * index, 2 * index + 1]) }
    for index in 0..<20 { wishes.apart.append([2 * index, 60 + index]) }
    wishes.pins = [70: 0, 90: 1]
    wishes.together += [[150, 151], [151, 152]]
    wishes.apart += [[152, 150]]
    let problem = MixProblem(
      itemCount: 200, sizes: GroupSizes.even(items: 200, groups: 20),
      measure: .attributes(draw.attributes(200, kinds: [3])), wishes: wishes)
    // Then these three are named, and no others
    let conflict = Conflict(wishes: [.together(20), .together(21), .apart(20)], isSmallest: true)
    #expect(throws: MixRefusal.contradiction(conflict)) { try MixSearch(problem, seed: 1) }
  }

  @Test(arguments: [
    // Six people apart at five tables
    (Wishes(apart: [Array(0..<6)]), [WishName.apart(0)]),
    // Two people pinned to one table who are to be apart
    (Wishes(apart: [[0, 1, 2]], pins: [0: 3, 1: 3]), [.apart(0), .pin(item: 0), .pin(item: 1)]),
    // Five who must be at five tables, two of them together
    (Wishes(together: [[0, 1]], covers: [Cover(0..<5)]), [.together(0), .cover(0)]),
    // Six who must be at all of five tables, three of them together
    (Wishes(together: [[0, 1, 2]], covers: [Cover(0..<6)]), [.together(0), .cover(0)]),
    // Thirteen at a table of twelve
    (
      Wishes(together: [Array(0..<13)]),
      [.together(0)] + (0..<5).map { WishName.size(group: $0) }
    ),
  ])
  func conflictsOfEveryKind(_ wishes: Wishes, _ expected: [WishName]) {
    let problem = MixProblem(
      itemCount: 60, sizes: Array(repeating: 10...12, count: 5), measure: .attributes([]),
      wishes: wishes)
    let conflict = Conflict(wishes: expected, isSmallest: true)
    #expect(throws: MixRefusal.contradiction(conflict)) { try MixSearch(problem, seed: 1) }
  }

  @Test func sizesAreToldWithoutAnInnocentWish() {
    // Given sixty people, seven groups of ten at least, and somebody who sits in one of them
    let problem = MixProblem(
      itemCount: 60, sizes: Array(repeating: 10...14, count: 7), measure: .attributes([]),
      wishes: Wishes(apart: [[1, 2], [1, 2]], pins: [16: 4]))
    let sizes = Conflict(wishes: (0..<7).map { .size(group: $0) }, isSmallest: true)
    #expect(throws: MixRefusal.contradiction(sizes)) { try MixSearch(problem, seed: 1) }
  }

  @Test func ofManyWishesThatHangTogetherFewAreTold() {
    // Given a wheel of nine around one, in three groups, among many pairs that are apart as well
    var draw = Draw(3)
    var apart = (1...9).map { [0, $0] } + (1...9).map { [$0, $0 % 9 + 1] }
    while apart.count < 80 { apart.append([10 + draw.below(20), 30 + draw.below(20)]) }
    let problem = MixProblem(
      itemCount: 60, sizes: Array(repeating: 15...25, count: 3), measure: .attributes([]),
      wishes: Wishes(apart: apart))
    // Then the wheel is told, and nothing beside it
    guard case .contradiction(let conflict) = verdict(problem).refusal else {
      Issue.record("a wheel of odd length has no three groups")
      return
    }
    #expect(conflict.wishes == (0..<18).map { .apart($0) })
  }

  @Test func whoeverHasHadEnoughIsToldTheSmallestSetKnown() {
    // Given four hundred pairs of sixty people to be apart, and six among them who all are
    var draw = Draw(7)
    var pairs: Set<[Int]> = []
    for one in 0..<6 { for other in 0..<one { pairs.insert([other, one]) } }
    while pairs.count < 400 { pairs.insert(draw.some(2, of: 60).sorted()) }
    let apart = pairs.sorted { $0.lexicographicallyPrecedes($1) }
    let problem = MixProblem(
      itemCount: 60, sizes: Array(repeating: 0...60, count: 5), measure: .attributes([]),
      wishes: Wishes(apart: apart))
    // When the time is over at once
    guard case .contradiction(let conflict) = verdict(problem, until: { true }).refusal else {
      Issue.record("six people are apart at five tables")
      return
    }
    // Then six people who are all apart from one another are told, and that there may be fewer wishes
    let told = conflict.wishes.compactMap { wish -> [Int]? in
      if case .apart(let index) = wish { apart[index] } else { nil }
    }
    #expect(told.count == 15)
    #expect(Set(told.joined()).count == 6)
    #expect(!conflict.isSmallest)
  }

  @Test func sizesMayContradictByThemselves() {
    let small = MixProblem(
      itemCount: 10, sizes: [0...3, 0...3, 0...3], measure: .attributes([]))
    let sizes = Conflict(wishes: (0..<3).map { .size(group: $0) }, isSmallest: true)
    #expect(throws: MixRefusal.contradiction(sizes)) { try MixSearch(small, seed: 1) }
  }

  @Test func crowdedRoomsAreSeated() throws {
    // Given wishes that leave little freedom: pairs, threes, people to keep apart, hosts, scribes
    for seed in 0..<10 as Range<UInt64> {
      var draw = Draw(seed)
      let order = draw.some(120, of: 120)
      var wishes = Wishes()
      // A seating that keeps them all exists: ten tables of twelve, in this order
      let table = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0 / 12) })
      for group in 0..<10 {
        let seats = order[(12 * group)..<(12 * group + 12)]
        wishes.together.append(Array(seats.prefix(4)))
        wishes.together.append(Array(seats.dropFirst(4).prefix(3)))
        wishes.pins[seats[12 * group + 11]] = group
      }
      for _ in 0..<150 {
        let pair = draw.some(2, of: 120)
        if table[pair[0]] != table[pair[1]] { wishes.apart.append(pair) }
      }
      wishes.covers.append(Cover((0..<10).map { order[12 * $0 + 8] }))
      wishes.covers.append(Cover((0..<10).flatMap { [order[12 * $0 + 9], order[12 * $0]] }))
      // At three tables somebody of a few, as in this order
      let few: [Int] = [7, 19, 31, 44, 55].map { order[$0] }
      wishes.covers.append(Cover(few, in: [0, 1, 2]))
      let problem = MixProblem(
        itemCount: 120, sizes: GroupSizes.even(items: 120, groups: 10),
        measure: .attributes(draw.attributes(120, kinds: [6, 4])), wishes: wishes)
      // Then one that keeps them all is found
      let mix = try Mixer.mix(problem, seed: seed) { $0.steps > 20_000 }
      #expect(try problem.broken(by: mix.assignment).isEmpty)
    }
  }

  @Test func nonsenseIsRefused() {
    func refusal(_ change: (inout MixProblem) -> Void) -> MixRefusal? {
      var problem = MixProblem(
        itemCount: 3, sizes: [0...3, 0...3],
        measure: .attributes([Attribute(.categories([0, 1, 2]))]))
      change(&problem)
      do {
        _ = try MixSearch(problem, seed: 1)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal { _ in } == nil)
    #expect(refusal { $0.sizes = [] } == .malformed(.noGroups))
    #expect(refusal { $0.itemCount = -1 } == .malformed(.noGroups))
    #expect(refusal { $0.sizes[1] = -1...3 } == .malformed(.size(group: 1)))
    #expect(
      refusal { $0.measure = .attributes([Attribute(.categories([0, 1]))]) }
        == .malformed(.attribute(0)))
    #expect(
      refusal { $0.measure = .attributes([Attribute(.numbers([0, 1, .nan]))]) }
        == .malformed(.attribute(0)))
    #expect(
      refusal { $0.measure = .attributes([Attribute(.numbers([0, 1, 2]), weight: 0)]) }
        == .malformed(.attribute(0)))
    #expect(
      refusal { $0.measure = .distances(DistanceMatrix(count: 2)) } == .malformed(.distances))
    #expect(refusal { $0.wishes.together = [[0, 3]] } == .malformed(.wish(.together(0))))
    #expect(refusal { $0.wishes.apart = [[], [-1]] } == .malformed(.wish(.apart(1))))
    #expect(refusal { $0.wishes.covers = [[7]] } == .malformed(.wish(.cover(0))))
    #expect(refusal { $0.wishes.pins = [0: 2] } == .malformed(.wish(.pin(item: 0))))
    #expect(refusal { $0.avoid = [WeightedPair(1, 1)] } == .malformed(.avoid(0)))
    #expect(refusal { $0.avoid = [WeightedPair(1, 2, weight: -1)] } == .malformed(.avoid(0)))
    #expect(refusal { $0.sizes = [0...(.max), 0...(.max)] } == nil)
  }
}
