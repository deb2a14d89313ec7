import Testing

@testable import GroupMixer

@Suite("Dealing in turn") struct RoundRobinTests {
  @Test func sizesAndClassesAreEven() {
    for seed in 0..<50 as Range<UInt64> {
      var draw = Draw(seed)
      let groups = 1 + draw.below(7)
      let classes = (0..<draw.below(60)).map { _ in ["police", "academia", "ngo"][draw.below(3)] }
      let dealt = RoundRobin.deal(classes, into: groups)
      func spread(_ items: [Int]) -> Int {
        let counts = (0..<groups).map { group in items.filter { dealt[$0] == group }.count }
        return (counts.max() ?? 0) - (counts.min() ?? 0)
      }
      #expect(spread(Array(dealt.indices)) <= 1)
      for name in Set(classes) {
        #expect(spread(dealt.indices.filter { classes[$0] == name }) <= 1)
      }
    }
  }

  @Test func theLargestClassComesFirstInItsOrder() {
    #expect(RoundRobin.deal(["b", "a", "a", "c"], into: 2) == [0, 0, 1, 1])
    #expect(RoundRobin.deal([], into: 3) == [])
    #expect(RoundRobin.deal(["a"], into: 0) == [])
  }
}
