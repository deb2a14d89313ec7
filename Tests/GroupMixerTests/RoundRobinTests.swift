import GroupMixer
import Testing

@Suite struct RoundRobinTests {
  @Test func `given classes, when dealt, then each is spread as widely as can be`() {
    let dealt = RoundRobin.deal(["a", "b", "a", "a", "b", "c"], into: 3)
    #expect(dealt == [0, 0, 1, 2, 1, 2])
    #expect(RoundRobin.deal(["a"], into: 0).isEmpty)
  }
}
