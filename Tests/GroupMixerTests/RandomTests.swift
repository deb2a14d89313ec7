import Testing

@testable import GroupMixer

@Suite("Random numbers") struct RandomTests {
  @Test func areThePublishedOnes() {
    // xoshiro256** after SplitMix64 from 0, as an independent program has them
    var random = Random(seed: 0)
    let drawn = (0..<4).map { _ in random.next() }
    #expect(
      drawn == [
        0x99EC_5F36_CB75_F2B4, 0xBF6E_1F78_4956_452A, 0x1A5F_849D_4933_E6E0, 0x6AA5_94F1_262D_2D2C,
      ])
  }

  @Test func shuffleEveryOrderAlike() {
    var random = Random(seed: 1)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6000 {
      var order = [0, 1, 2]
      random.shuffle(&order)
      counts[order, default: 0] += 1
    }
    #expect(counts.count == 6)
    #expect(counts.values.allSatisfy { (850...1150).contains($0) })
  }

  @Test func logarithmsAreLogarithms() {
    let table = Logs.table()
    #expect(table.count == Logs.count)
    // e to the minus of them grows evenly: checked by the series of e, not by the machine's own
    for (index, log) in table.enumerated() {
      var term = 1.0
      var sum = 1.0
      for n in 1..<60 {
        term *= Double(log) / Double(n)
        sum += term
      }
      #expect((1 / sum - (Double(index) + 0.5) / 1024).magnitude < 1e-6)
    }
  }
}
