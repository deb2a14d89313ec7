import Testing

@testable import GroupMixer

@Suite("How few of those who avoid one another must share a group")
struct AvoidBoundTests {
  @Test(
    "given two tables of six before, when mixed into three groups, then three pairs each at least")
  func tables() {
    let pairs = [0..<6, 6..<12].flatMap(Self.all)
    #expect(AvoidBound.fewest(pairs, sizes: Array(repeating: 4...4, count: 3)) == 6)
    #expect(AvoidBound.fewest(pairs + pairs, sizes: Array(repeating: 4...4, count: 3)) == 6)
    #expect(AvoidBound.fewest(pairs, sizes: Array(repeating: 2...2, count: 6)) == 0)
    #expect(AvoidBound.fewest([], sizes: [12...12]) == 0)
  }

  @Test("given any small room, when every seating is tried, then none has fewer than the bound")
  func nothingIsFewer() {
    var random = Random(seed: 7)
    var tight = 0
    for _ in 0..<200 {
      let items = 4 + random.below(4)
      let groups = 2 + random.below(2)
      let sizes = (0..<groups).map { _ in 0...(items / groups + 1) }
      let pairs = (0..<items).flatMap { one in
        ((one + 1)..<max(one + 1, items)).filter { _ in random.below(3) > 0 }.map {
          WeightedPair(one, $0, weight: 1)
        }
      }
      let bound = AvoidBound.fewest(pairs, sizes: sizes)
      let fewest = Self.seatings(items, sizes).map { seats in
        pairs.count { seats[$0.first] == seats[$0.second] }
      }.min()
      guard let fewest else { continue }
      #expect(bound <= fewest)
      if bound == fewest, bound > 0 { tight += 1 }
    }
    #expect(tight > 20)
  }

  private static func all(_ items: Range<Int>) -> [WeightedPair] {
    items.flatMap { one in
      ((one + 1)..<items.upperBound).map { WeightedPair(one, $0, weight: 1) }
    }
  }

  private static func seatings(_ items: Int, _ sizes: [ClosedRange<Int>]) -> [[Int]] {
    var all: [[Int]] = [[]]
    for _ in 0..<items { all = all.flatMap { seats in sizes.indices.map { seats + [$0] } } }
    return all.filter { seats in
      sizes.indices.allSatisfy { group in sizes[group].contains(seats.count { $0 == group }) }
    }
  }
}
