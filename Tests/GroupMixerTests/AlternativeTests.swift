import Testing

@testable import GroupMixer

@Suite("Alternatives") struct AlternativeTests {
  @Test func sayWhatWouldBe() throws {
    for seed in 0..<60 as Range<UInt64> {
      // Given an answer
      var draw = Draw(seed)
      let problem = draw.small(wishes: 3)
      guard let answer = BruteForce.answers(problem).first else { continue }
      let objective = try problem.objective(of: answer)
      for item in answer.indices {
        // When one asks what exchanges an item could take part in
        let (swaps, moves) = try problem.alternatives(to: answer, for: item)
        #expect(swaps.map(\.partner) == answer.indices.filter { answer[$0] != answer[item] })
        #expect(moves.map(\.group) == problem.sizes.indices.filter { $0 != answer[item] })
        // Then each does what it says
        for alternative in swaps + moves {
          var changed = answer
          changed[item] = alternative.group
          if let partner = alternative.partner {
            #expect(alternative.group == answer[partner])
            changed[partner] = answer[item]
          }
          let change = try problem.objective(of: changed) - objective
          let better = problem.goal == .least ? -change : change
          #expect((better - alternative.improvement).magnitude < 1e-9)
          #expect(alternative.breaks == (try problem.broken(by: changed)))
        }
      }
    }
  }

  @Test func nameTheWishThatForbids() throws {
    let problem = MixProblem(
      itemCount: 4, sizes: [2...2, 2...2], measure: .attributes([]),
      wishes: Wishes(together: [[0, 1]], apart: [[0, 2]], pins: [3: 1]))
    let (swaps, moves) = try problem.alternatives(to: [0, 0, 1, 1], for: 0)
    #expect(swaps.map(\.breaks) == [[.together(0)], [.together(0), .apart(0), .pin(item: 3)]])
    #expect(
      moves.map(\.breaks) == [[.together(0), .apart(0), .size(group: 0), .size(group: 1)]])
    #expect(throws: MixRefusal.malformed(.assignment)) {
      try problem.alternatives(to: [0, 0, 1, 1], for: 4)
    }
  }
}
