import Testing

@testable import GroupMixer

@Suite("Bounds") struct BoundTests {
  @Test func evenSizes() {
    #expect(GroupSizes.even(items: 12, groups: 5) == Array(repeating: 2...3, count: 5))
    #expect(GroupSizes.even(items: 10, groups: 5) == Array(repeating: 2...2, count: 5))
    #expect(GroupSizes.even(items: 10, groups: 5, slack: 3) == Array(repeating: 0...5, count: 5))
    #expect(GroupSizes.mostEven(items: 12, within: [0...9, 0...9, 0...2]) == [5, 5, 2])
    #expect(GroupSizes.mostEven(items: 12, within: [7...9, 0...9, 0...2]) == [7, 3, 2])
    #expect(GroupSizes.mostEven(items: 3, within: [2...9, 2...9]) == nil)
    #expect(GroupSizes.mostEven(items: 30, within: [2...9, 2...9]) == nil)
  }

  @Test func mostEvenIsMostEven() {
    for seed in 0..<60 as Range<UInt64> {
      var draw = Draw(seed)
      let ranges = draw.ranges(7, 3)
      let least = BruteForce.assignments(7, 3).map { assignment in
        (0..<3).map { group in assignment.filter { $0 == group }.count }
      }.filter { sizes in zip(sizes, ranges).allSatisfy { $1.contains($0) } }
        .map(GroupSizes.unevenness).min()
      let found = GroupSizes.mostEven(items: 7, within: ranges)
      #expect(found.map(GroupSizes.unevenness) == least)
    }
  }

  /// The fewest pairs that share a value, by looking at every answer.
  private func fewest(_ values: [Int], _ sizes: [Int]) -> Int? {
    let problem = MixProblem(
      itemCount: values.count, sizes: sizes.map { $0...$0 },
      measure: .attributes([Attribute(.categories(values))]))
    return BruteForce.best(problem).map { Int($0) }
  }

  @Test func countingIsExactForOneAttribute() {
    for seed in 0..<80 as Range<UInt64> {
      var draw = Draw(seed)
      let values = (0..<7).map { _ in draw.below(3) }
      let sizes = [[3, 2, 2], [4, 3], [2, 2, 3]][draw.below(3)]
      let counted = AttributeBound.counts(values).reduce(0) {
        $0 + CountingBound.pairs($1, room: sizes)
      }
      #expect(counted == fewest(values, sizes))
    }
  }

  @Test func transportIsExactForAnySizes() {
    var isSharper = 0
    for seed in 0..<80 as Range<UInt64> {
      var draw = Draw(seed)
      let values = (0..<7).map { _ in draw.below(3) }
      let sizes = [[5, 1, 1], [6, 1], [4, 2, 1], [1, 3, 3]][draw.below(4)]
      let counts = AttributeBound.counts(values)
      let found = TransportBound.pairs(counts, sizes: sizes)
      #expect(found == fewest(values, sizes))
      let counted = counts.reduce(0) { $0 + CountingBound.pairs($1, room: sizes) }
      #expect(counted <= found)
      if counted < found { isSharper += 1 }
    }
    #expect(isSharper > 0)
  }

  @Test func spreadIsNeverExceeded() {
    for seed in 0..<60 as Range<UInt64> {
      var draw = Draw(seed)
      let values = (0..<6).map { _ in draw.number() }
      let sizes = [[2, 2, 2], [3, 3], [4, 2]][draw.below(3)]
      let bound = SpreadBound.apart(values, sizes: sizes)
      for assignment in BruteForce.assignments(6, sizes.count) {
        let groups = sizes.indices.map { group in
          assignment.indices.filter { assignment[$0] == group }.map { values[$0] }
        }
        guard groups.map(\.count) == sizes else { continue }
        #expect(groups.reduce(0) { $0 + Attribute.apart($1) } <= bound + 1e-9)
      }
    }
    // Two pairs: the extremes sit apart from one another in the bound as in the best answer.
    #expect(SpreadBound.apart([0, 1, 9, 10], sizes: [2, 2]) == 18)
  }

  @Test func pinsAndTogethersRaiseTheBound() throws {
    // Given four of a kind that must share a group, and four others
    let values = [0, 0, 0, 0, 1, 2, 3, 4]
    let problem = MixProblem(
      itemCount: 8, sizes: [4...4, 4...4], measure: .attributes([Attribute(.categories(values))]),
      wishes: Wishes(together: [[0, 1, 2]], pins: [3: 0]))
    // When it is mixed, then three pairs are known to be unavoidable
    let mix = try Mixer.mix(problem, seed: 1, slice: 100) { $0.steps > 5000 }
    #expect(mix.score.objective == 3)
    #expect(mix.isOptimal)
  }

  @Test func contradictingAttributesAreToldApart() throws {
    // Given four people of whom every two share exactly one of three attributes
    let problem = MixProblem(
      itemCount: 4, sizes: [2...2, 2...2],
      measure: .attributes(
        [[0, 0, 1, 1], [0, 1, 0, 1], [0, 1, 1, 0]].map { Attribute(.categories($0)) }))
    // Then counting says 0, and a harder look says what is true
    #expect(MixBound(counting: problem, sizes: [2, 2]).objective == 0)
    let mix = try Mixer.mix(problem, seed: 1) { $0.steps > 5000 }
    #expect(mix.score.objective == 2)
    #expect(mix.score.bound == 2)
    #expect(mix.isOptimal)
    let differences = try #require(mix.differences)
    #expect(differences.reached == 4)
    #expect(differences.bound == 4)
  }

  @Test func theTableHasTheIdealBesideIt() throws {
    let problem = MixProblem(
      itemCount: 6, sizes: [3...3, 3...3],
      measure: .attributes([
        Attribute(.categories([0, 0, 0, 1, 1, 2])), Attribute(.numbers([1, 2, 3, 4, 5, 6])),
      ]))
    let mix = try Mixer.mix(problem, seed: 1) { $0.steps > 5000 }
    guard case .categories(let spread) = mix.spreads[0], case .numbers(let numbers) = mix.spreads[1]
    else {
      Issue.record("the spreads are not in the order of the attributes")
      return
    }
    #expect(spread.even == [[1...2, 1...1, 0...1], [1...2, 1...1, 0...1]])
    #expect(spread.counts.map { $0.reduce(0, +) } == [3, 3])
    #expect(spread.shared == 1)
    #expect(spread.sharedBound == 1)
    #expect(numbers.mean == 3.5)
    #expect(numbers.apart <= numbers.apartBound)
    let means = numbers.means.compactMap { $0 }
    #expect(means.count == 2 && means[0] + means[1] == 7)
  }
}
