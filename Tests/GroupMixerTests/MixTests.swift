import Testing

@testable import GroupMixer

@Suite("Mixing") struct MixTests {
  /// A hundred and twenty people, five attributes, and a few hundred pairs that met before.
  static func room(_ seed: UInt64, wishes: Wishes = Wishes()) -> MixProblem {
    var draw = Draw(seed)
    let avoid = (0..<200).map { _ in
      let pair = draw.some(2, of: 120)
      return WeightedPair(pair[0], pair[1])
    }
    return MixProblem(
      itemCount: 120, sizes: GroupSizes.even(items: 120, groups: 10, slack: 1),
      measure: .attributes(draw.attributes(120, kinds: [30, 5, 4, 3, 7])), wishes: wishes,
      avoid: avoid)
  }

  static let wishes = Wishes(
    together: [[0, 1, 2], [10, 11], [20, 21]], apart: [[0, 3, 4, 5], [6, 7], [10, 20, 30, 40]],
    pins: [50: 0, 51: 0, 52: 9],
    covers: [
      [60, 61, 62, 63], Cover(70..<85), Cover(85..<95, in: [4, 5]),
      Cover([95, 96], in: [1, 7, 8]),
    ])

  @Test func keepsEveryWishAtEveryMoment() throws {
    for seed in 0..<4 as Range<UInt64> {
      let problem = Self.room(seed, wishes: Self.wishes)
      var search = try MixSearch(problem, seed: seed)
      for _ in 0..<30 {
        #expect(try problem.broken(by: search.best.assignment).isEmpty)
        search.advance(steps: 3000)
      }
      #expect(search.best.sizes == Array(repeating: 12, count: 10))
    }
  }

  @Test func saysWhatTheProblemSays() throws {
    for seed in 0..<40 as Range<UInt64> {
      var draw = Draw(seed)
      let problem = draw.small(wishes: 1)
      guard var search = try? MixSearch(problem, seed: seed) else { continue }
      for _ in 0..<5 {
        let mix = search.best
        #expect(mix.score.objective == (try problem.objective(of: mix.assignment)))
        #expect(search.progress.score == mix.score)
        search.advance(steps: 50)
      }
    }
  }

  @Test func whatTheSearchCountsIsWhatThereIs() throws {
    // Given a search in the middle of its work, with every kind of wish
    for problem in [Self.room(3, wishes: Self.wishes), Self.distances(5, wishes: Self.wishes)] {
      let rules = try #require(SeatingRules(problem))
      let model = MixModel(problem, rules)
      let (_, first) = try FirstAnswer.find(problem)
      var seated = Seated(model, group: rules.units.map { Int32(first[$0[0]]) })
      var random = Random(seed: 9)
      // When it has made many exchanges
      seated.work(model) { board in
        model.movable.withUnsafeBufferPointer { movable in
          Logs.table().withUnsafeBufferPointer { logs in
            _ = board.anneal(
              20_000, temperature: 1e6, moveShare: 4, movable: movable, logs: logs, random: &random,
              target: .max)
          }
        }
      }
      // Then what it kept up to date is what it would be from scratch
      let anew = Seated(model, group: seated.group)
      #expect(seated.gamma == anew.gamma)
      #expect(seated.load == anew.load)
      #expect(seated.foes == anew.foes)
      #expect(seated.holders == anew.holders)
      #expect(seated.gain == anew.gain)
      #expect(seated.unevenness == anew.unevenness)
      let objective = try problem.objective(of: seated.answer(model))
      let sign = problem.goal == .least ? -1.0 : 1.0
      #expect((Double(seated.gain) / model.scale.factor - sign * objective).magnitude < 1e-6)
      #expect(try problem.broken(by: seated.answer(model)).isEmpty)
    }
  }

  static func distances(_ seed: UInt64, wishes: Wishes = Wishes()) -> MixProblem {
    var draw = Draw(seed)
    return MixProblem(
      itemCount: 120, sizes: Array(repeating: 8...16, count: 10),
      measure: .distances(draw.matrix(120)), wishes: wishes)
  }

  @Test func isTheBestThereIs() throws {
    // Given small problems of all kinds, when there is time, then no other answer is better
    for seed in 0..<150 as Range<UInt64> {
      var draw = Draw(seed)
      let problem = draw.small(wishes: 2)
      guard let best = BruteForce.best(problem) else { continue }
      let mix = try Mixer.mix(problem, seed: seed, slice: 500) { $0.steps > 20_000 }
      #expect((mix.score.objective - best).magnitude < 1e-9, "seed \(seed)")
    }
  }

  @Test func isNeverBetterThanItsBound() throws {
    for seed in 0..<150 as Range<UInt64> {
      var draw = Draw(seed)
      let problem = draw.small(wishes: 2)
      guard let best = BruteForce.best(problem) else { continue }
      var search = try MixSearch(problem, seed: seed)
      for _ in 0..<6 {
        let score = search.best.score
        let sizes = GroupSizes.unevenness(search.best.sizes)
        let isAsEven = BruteForce.answers(problem).allSatisfy {
          BruteForce.unevenness(problem, $0) >= sizes
        }
        // The bound of an answer is for sizes like its own.
        if problem.goal == .most || isAsEven {
          let beyond = score.goal == .least ? score.bound - best : best - score.bound
          #expect(beyond < 1e-6, "seed \(seed)")
        }
        if score.isOptimal { #expect((score.objective - best).magnitude < 1e-6, "seed \(seed)") }
        search.advance(steps: 300)
      }
    }
  }

  @Test func moreTimeIsNeverWorse() throws {
    for problem in [Self.room(1, wishes: Self.wishes), Self.distances(2, wishes: Self.wishes)] {
      var search = try MixSearch(problem, seed: 4)
      var last = search.best.score
      for _ in 0..<40 {
        let isBetter = search.advance(steps: 5000)
        let score = search.best.score
        let gained =
          score.goal == .least
          ? last.objective - score.objective : score.objective - last.objective
        #expect(isBetter ? gained > 0 : gained == 0)
        last = score
      }
      #expect(search.steps >= 200_000 || search.isFinished)
    }
  }

  @Test func aSeedIsAnAnswer() throws {
    for problem in [Self.room(1, wishes: Self.wishes), Self.distances(2)] {
      func answer(_ seed: UInt64) throws -> Mix {
        try Mixer.mix(problem, seed: seed) { $0.steps >= 300_000 }
      }
      #expect(try answer(7) == answer(7))
      #expect(try answer(7).assignment != answer(8).assignment)
    }
  }

  @Test func aCopyGoesItsOwnWay() throws {
    var search = try MixSearch(Self.distances(3), seed: 1)
    search.advance(steps: 10_000)
    let copy = search
    let before = copy.best
    search.advance(steps: 1_000_000)
    #expect(copy.best == before)
    #expect(search.best.score.objective > before.score.objective)
  }

  @Test func stopsWhenToldTo() throws {
    var asked = 0
    let mix = try Mixer.mix(Self.distances(3), seed: 1) { progress in
      asked += 1
      return asked == 3
    }
    #expect(asked == 3)
    #expect(mix.assignment.count == 120)
  }

  @Test func wishesCostLittle() throws {
    // Given a room with and without wishes that leave it much freedom
    let free = try Mixer.mix(Self.room(6), seed: 1) { $0.steps > 400_000 }
    let bound = try Mixer.mix(Self.room(6, wishes: Self.wishes), seed: 1) { $0.steps > 400_000 }
    // Then the mix is nearly as good
    let reached = try #require(bound.differences?.reached)
    let could = try #require(free.differences?.reached)
    #expect(reached >= could * 0.995)
  }

  @Test func nobodyAndNothing() throws {
    let nobody = MixProblem(itemCount: 0, sizes: [], measure: .attributes([]))
    #expect(try Mixer.mix(nobody, seed: 0) { _ in false }.isOptimal)
    let one = MixProblem(itemCount: 1, sizes: [1...1], measure: .attributes([]))
    #expect(try Mixer.mix(one, seed: 0) { _ in false }.assignment == [0])
    let noGroup = MixProblem(itemCount: 1, sizes: [], measure: .attributes([]))
    #expect(throws: MixRefusal.malformed(.noGroups)) { try MixSearch(noGroup, seed: 0) }
    let alike = MixProblem(
      itemCount: 6, sizes: GroupSizes.even(items: 6, groups: 3),
      measure: .distances(DistanceMatrix(count: 6)))
    #expect(try Mixer.mix(alike, seed: 0) { _ in false }.isOptimal)
  }
}
