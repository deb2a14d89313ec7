import Testing

@testable import SessionEngine

@Suite struct SlotSetTests {
  /// A set and what it ought to hold, after changes drawn by a fixed rule.
  private func filled(_ seed: Int, _ changes: Int, below limit: Int) -> (SlotSet, Set<Int>) {
    var (set, held) = (SlotSet(), Set<Int>())
    var state = UInt64(seed)
    for _ in 0..<changes {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let slot = Int(state >> 33) % limit
      let isIn = state >> 20 & 3 != 0
      set.set(slot, to: isIn)
      if isIn { held.insert(slot) } else { held.remove(slot) }
    }
    return (set, held)
  }

  @Test(arguments: [1, 63, 64, 65, 511, 512, 513, 5000])
  func `it holds what was put in, in order`(limit: Int) {
    let (set, held) = filled(limit, 3 * limit, below: limit)
    let sorted = held.sorted()
    #expect(Array(set) == sorted)
    #expect(set.count == held.count)
    for (row, slot) in sorted.enumerated() {
      #expect(set[row] == slot)
      #expect(set.row(of: slot) == row)
    }
    #expect(set[sorted.count] == nil)
    #expect(set[-1] == nil)
    for slot in -2..<(limit + 2) {
      #expect(set.contains(slot) == held.contains(slot))
      #expect(set.first(from: slot) == sorted.first { $0 >= slot })
      #expect(set.last(upTo: slot) == sorted.last { $0 <= slot })
      if !held.contains(slot) { #expect(set.row(of: slot) == nil) }
    }
  }

  @Test func `sets of different lengths combine`() {
    for (a, b) in [(100, 3000), (3000, 100), (700, 700)] {
      let (one, held) = filled(1, a, below: a)
      let (two, others) = filled(2, b, below: b)
      #expect(Array(one.union(two)) == held.union(others).sorted())
      #expect(Array(one.intersection(two)) == held.intersection(others).sorted())
      #expect(Array(one.subtracting(two)) == held.subtracting(others).sorted())
      #expect(one.subtracting(one) == SlotSet())
    }
  }
}
