import Testing

@testable import GroupMixer

@Suite("Sweeping by rows") struct SweepTests {
  @Test(arguments: [0, 3000, 60_000] as [Int32])
  func countsWhatThereIs(limit: Int32) throws {
    // Given answers whose every swap is allowed, of distances with free sizes and of attributes
    var draw = Draw(1)
    let distances = MixProblem(
      itemCount: 60, sizes: [6...9, 6...14, 9...12, 10...20, 12...13, 8...16],
      measure: .distances(draw.matrix(60)))
    let attributes = MixProblem(
      itemCount: 62, sizes: GroupSizes.even(items: 62, groups: 6),
      measure: .attributes(draw.attributes(62, kinds: [20, 4, 3])))
    for problem in [distances, attributes] {
      let (rules, first) = try FirstAnswer.find(problem)
      let model = MixModel(problem, rules)
      #expect(model.isFree)
      var seated = Seated(model, group: first.map { Int32($0) })
      var random = Random(seed: 4)
      let limits = Array(repeating: limit, count: Logs.count + model.units)
      let before = seated
      // When rows are swept
      seated.work(model) { board in
        limits.withUnsafeBufferPointer {
          board.sweep(rows: 500, limits: $0, random: &random, target: .max)
        }
      }
      // Then what was kept up to date is what it would be from scratch, and sizes are no worse
      #expect(seated.group != before.group)
      let anew = Seated(model, group: seated.group)
      #expect(seated.gamma == anew.gamma)
      #expect(seated.gain == anew.gain)
      #expect(seated.load == anew.load)
      #expect(seated.unevenness == anew.unevenness)
      if problem.goal == .least {
        #expect(seated.unevenness == before.unevenness)
      } else {
        #expect(seated.unevenness >= before.unevenness)
      }
      #expect(try problem.broken(by: seated.answer(model)).isEmpty)
      if limit == 0 { #expect(seated.gain >= before.gain) }
    }
  }

  @Test func descendsUntilNoSwapIsBetter() throws {
    var draw = Draw(2)
    let problem = MixProblem(
      itemCount: 30, sizes: Array(repeating: 6...6, count: 5), measure: .distances(draw.matrix(30)))
    let (rules, first) = try FirstAnswer.find(problem)
    let model = MixModel(problem, rules)
    var seated = Seated(model, group: first.map { Int32($0) })
    _ = seated.work(model) { $0.descendByRows() }
    // Then no swap that is tried by hand is worth more
    let answer = seated.answer(model)
    let reached = try problem.objective(of: answer)
    for first in 0..<30 {
      for second in 0..<first where answer[first] != answer[second] {
        var other = answer
        other.swapAt(first, second)
        #expect(try problem.objective(of: other) <= reached + 1e-9)
      }
    }
  }

  @Test func findsTheBestThereIsWithoutLookingAtEverything() throws {
    // Given nine items in three groups, whose 19,683 answers can all be looked at
    for seed in 0..<3 as Range<UInt64> {
      var draw = Draw(seed)
      let problem = MixProblem(
        itemCount: 9, sizes: draw.ranges(9, 3), measure: .distances(draw.matrix(9)))
      let best = try #require(BruteForce.best(problem))
      // When only the annealing runs
      let (rules, first) = try FirstAnswer.find(problem)
      let model = MixModel(problem, rules)
      var engine = Engine(model, first, seed: seed)
      for _ in 0..<3000 { _ = engine.advance(model, atMost: 1000) }
      // Then it found the best of them
      let found = try problem.objective(of: engine.best(model))
      #expect((found - best).magnitude < 1e-9, "seed \(seed)")
    }
  }
}
