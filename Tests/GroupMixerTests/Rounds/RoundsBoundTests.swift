import Testing

@testable import GroupMixer

@Suite("Bounds, and that they are reached")
struct RoundsBoundTests {
  /// Five tables, five rounds: the least Σ C(times met, 2), and where everybody visits each place.
  static let fiveByFive: [(people: Int, free: Int, once: Int)] = [
    (25, 0, 50), (30, 50, 100), (40, 150, 200), (50, 250, 400), (60, 450, 600), (100, 1500, 2000),
  ]

  @Test("given five tables and five rounds, when bounded, then as counted by hand")
  func boundsByHand() throws {
    for (people, free, once) in Self.fiveByFive {
      for (visits, bound) in [(RoundsProblem.Visits.free, free), (.once, once)] {
        let problem = evenProblem(people, tables: 5, rounds: 5, visits)
        #expect(RoundsBounds(try RoundsModel(problem)).repeatedPairs == bound)
      }
    }
  }

  @Test("given five tables and five rounds, when searched, then the bounds are reached")
  func boundsAreReached() throws {
    // The others take long without optimisation; the benchmarks have them all.
    for (people, free, once) in Self.fiveByFive where people <= 40 {
      for (visits, bound) in [(RoundsProblem.Visits.free, free), (.once, once)]
      where visits == .free || people == 25 {
        let problem = evenProblem(people, tables: 5, rounds: 5, visits)
        var search = try RoundsSearch(problem, seed: 1)
        for _ in 0..<200 where Int(search.bestCost) > bound { search.advance(steps: 10_000) }
        expectKept(search.best, problem)
        #expect(meetings(search.best.tables).repeatedPairs == bound, "\(people) \(visits)")
      }
    }
  }

  @Test(
    "given a hundred people who visit five places, when one pair meets three times, that is least")
  func mostTimesMet() throws {
    // No more than 60 orders of five places agree in two places at most.
    let bounds = RoundsBounds(try RoundsModel(evenProblem(100, tables: 5, rounds: 5, .once)))
    #expect(bounds.mostTimesMet == 3)
    let fewer = RoundsBounds(try RoundsModel(evenProblem(20, tables: 5, rounds: 5, .once)))
    #expect(fewer.mostTimesMet == 1)
  }

  @Test(
    "given people who visit five places, when searched, then most times met is as low as was shown",
    arguments: [(24, 2), (25, 3), (32, 3), (51, 2), (53, 2), (61, 3), (75, 3)])
  func mostTimesMetAtFewest(people: Int, most: Int) throws {
    let problem = evenProblem(people, tables: 5, rounds: 5, .once)
    var search = try RoundsSearch(problem, seed: 1)
    for _ in 0..<200 where !search.isFinished { search.advance(steps: 10_000) }
    expectKept(search.best, problem)
    let counted = meetings(search.best.tables)
    #expect(counted.repeatedPairs == search.best.measures.repeatedPairs.bound)
    #expect(counted.most == most)
    #expect(search.best.measures.mostTimesMet == Bounded(most, bound: most))
    #expect(search.best.isOptimal)
  }

  @Test("given the other schedules of as many people, when bounded, then twice is not ruled out")
  func mostTimesMetElsewhere() throws {
    // Visits are free, somebody stays, or the tables need not be even.
    let free = evenProblem(30, tables: 5, rounds: 5)
    var hosted = evenProblem(30, tables: 5, rounds: 5, .once)
    hosted.hosts = [0]
    var uneven = evenProblem(30, tables: 5, rounds: 5, .once)
    uneven.sizes = Array(repeating: 4...8, count: 5)
    for problem in [free, hosted, uneven] {
      #expect(RoundsBounds(try RoundsModel(problem)).mostTimesMetAtFewest == 2)
    }
  }

  @Test("given four people and many rounds, when bounded, then every pair has its share")
  func fewPeopleManyRounds() throws {
    let problem = evenProblem(4, tables: 2, rounds: 7)
    let answer = try schedule(problem, steps: 50_000)
    // 14 meetings among 6 pairs: two pairs three times, four twice.
    #expect(answer.measures.repeatedPairs == Bounded(10, bound: 10))
    #expect(answer.measures.mostTimesMet == Bounded(3, bound: 3))
    #expect(answer.measures.repeats == Bounded(8, bound: 8))
  }

  @Test("given two who keep together, when bounded, then their meetings are not held against it")
  func forcedMeetings() throws {
    var problem = evenProblem(12, tables: 3, rounds: 3)
    problem.wishes.together = [[0, 1]]
    let bounds = RoundsBounds(try RoundsModel(problem))
    #expect(bounds.repeatedPairs >= 3)
    #expect(bounds.mostTimesMet == 3)
  }

  @Test("given values, when dealt to tables, then the fewest alike are as counted by hand")
  func fewestAlike() {
    let sizes = Array(repeating: 4...4, count: 5)
    #expect(RoundsModel.Category.fewestAlike(5, sizes: sizes) == 0)
    #expect(RoundsModel.Category.fewestAlike(7, sizes: sizes) == 2)
    #expect(RoundsModel.Category.fewestAlike(10, sizes: sizes) == 5)
    // A table of one cannot take a second.
    #expect(RoundsModel.Category.fewestAlike(4, sizes: [1...1, 5...5]) == 3)
  }
}
