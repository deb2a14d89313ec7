import Testing

@testable import GroupMixer

@Suite("Repair") struct RepairTests {
  /// What the best repair is, by looking at every answer: few moves, even sizes, a good mix.
  private func best(_ problem: MixProblem, _ seats: [Int?]) -> (Int, Int, Double)? {
    let ranked = BruteForce.answers(problem).map { answer in
      let objective = problem.objective(answer)
      return (
        RepairMix.moves(answer, seats),
        problem.goal == .least ? BruteForce.unevenness(problem, answer) : 0,
        problem.goal == .least ? objective : -objective
      )
    }
    return ranked.min { $0 < $1 }
  }

  @Test func movesTheFewestAndMixesThemBest() throws {
    var mended = 0
    var moved = 0
    for seed in 0..<150 as Range<UInt64> {
      // Given a small room in which some sit, wherever, and some do not
      var draw = Draw(seed)
      let problem = draw.small(wishes: 2)
      let seats: [Int?] = (0..<problem.itemCount).map { _ in
        draw.below(4) == 0 ? nil : draw.below(problem.sizes.count)
      }
      guard let best = best(problem, seats) else {
        #expect(throws: MixRefusal.self) { try Repair.plan(problem, seated: seats) }
        continue
      }
      // When it is mended, then no answer moves fewer, and none of these is better
      let plan = try Repair.plan(problem, seated: seats, seed: seed)
      let answer = plan.assignment.compactMap { $0 }
      #expect(try problem.broken(by: answer).isEmpty)
      #expect(plan.moves.count == best.0, "seed \(seed)")
      #expect(plan.isFewest)
      #expect(plan.objective == (try problem.objective(of: answer)))
      if problem.goal == .least {
        #expect(GroupSizes.unevenness(plan.sizes) == best.1, "seed \(seed)")
      }
      let loss = problem.goal == .least ? plan.objective : -plan.objective
      #expect(loss <= best.2 + 1e-9, "seed \(seed)")
      for move in plan.moves { #expect(!move.because.isEmpty, "seed \(seed)") }
      mended += 1
      moved += plan.moves.count
    }
    #expect(mended > 60 && moved > 60)
  }

  /// Sixty people at five tables of twelve, with hosts and scribes.
  private func room(_ sizes: ClosedRange<Int>) -> (MixProblem, [Int?]) {
    var draw = Draw(5)
    let problem = MixProblem(
      itemCount: 63, sizes: Array(repeating: sizes, count: 5),
      measure: .attributes(draw.attributes(63, kinds: [12, 4, 5, 3])),
      wishes: Wishes(
        together: [[1, 6]], apart: [[0, 60], [11, 61]],
        pins: [0: 0, 12: 1, 24: 2, 36: 3, 48: 4], covers: [[5, 17, 29, 41, 53, 60, 62]]))
    // Twelve after twelve; who is to be together sits together.
    return (problem, (0..<63).map { $0 < 60 ? $0 / 12 : nil })
  }

  @Test func noShowsAndWalkIns() throws {
    // Given five of sixty who did not come, one of them the scribe of the third table, and three who
    // walked in
    let (problem, seats) = room(11...12)
    let absent: Set<Int> = [2, 3, 29, 30, 31]
    // When it is mended
    let plan = try Repair.plan(problem, seated: seats, absent: absent, seed: 1)
    // Then the walk-ins take the empty seats and nobody moves
    #expect(plan.moves.isEmpty)
    #expect(plan.isFewest)
    #expect(plan.placed.map(\.item) == [60, 61, 62])
    #expect(plan.sizes.allSatisfy { (11...12).contains($0) })
    #expect(plan.assignment.indices.filter { plan.assignment[$0] == nil } == absent.sorted())
    let scribe = try #require(plan.placed.first { $0.group == 2 && $0.covers == [0] })
    #expect([60, 62].contains(scribe.item))
    #expect(plan.placed.first { $0.item == 60 }?.group != 0)
  }

  /// Whether an answer keeps sizes and wishes, counted here without anything of the mixer.
  private func isKept(_ answer: [Int?], _ problem: MixProblem) -> Bool {
    let groups = problem.sizes.indices
    let counts = groups.map { group in answer.count { $0 == group } }
    guard groups.allSatisfy({ problem.sizes[$0].contains(counts[$0]) }) else { return false }
    func seats(_ items: [Int]) -> [Int] { Set(items).compactMap { answer[$0] } }
    let wishes = problem.wishes
    return wishes.together.allSatisfy { Set(seats($0)).count <= 1 }
      && wishes.apart.allSatisfy { Set(seats($0)).count == seats($0).count }
      && wishes.pins.allSatisfy { answer[$0.key] == nil || answer[$0.key] == $0.value }
      && wishes.covers.allSatisfy { cover in
        let wanted = cover.groups ?? Set(groups)
        let here = seats(cover.items)
        return wanted.intersection(here).count == min(here.count, wanted.count)
      }
  }

  /// The first answer that moves so many and keeps everything, after looking at all of them.
  private func answer(
    moving count: Int, _ problem: MixProblem, _ seats: [Int?], absent: Set<Int>
  ) -> [Int?]? {
    let present = seats.indices.filter { !absent.contains($0) }
    let (seated, new) = (present.filter { seats[$0] != nil }, present.filter { seats[$0] == nil })
    var answer: [Int?] = seats.indices.map { absent.contains($0) ? nil : seats[$0] }
    func place(_ rest: ArraySlice<Int>) -> [Int?]? {
      guard let item = rest.first else { return isKept(answer, problem) ? answer : nil }
      for group in problem.sizes.indices {
        answer[item] = group
        if let found = place(rest.dropFirst()) { return found }
      }
      return nil
    }
    func move(_ left: Int, from first: Int) -> [Int?]? {
      if left == 0 { return place(new[...]) }
      for index in first..<seated.count {
        let item = seated[index]
        for group in problem.sizes.indices where group != seats[item] {
          answer[item] = group
          if let found = move(left - 1, from: index + 1) { return found }
        }
        answer[item] = seats[item]
      }
      return nil
    }
    return move(count, from: 0)
  }

  @Test(
    "sixty, five no-shows, three walk-ins: no answer moves fewer, whichever of all one looks at",
    arguments: [
      // All five are of the last table: three walk-ins do not fill it.
      (1, Wishes(), [48, 49, 50, 51, 52]),
      // And one of those has a table of his own.
      (2, Wishes(pins: [60: 0]), [48, 49, 50, 51, 52]),
      // The third table's scribe is gone, and two sit at the first.
      (1, Wishes(covers: [[5, 6, 17, 29, 41, 53]]), [29, 2, 14, 38, 50]),
      // Two who share a table wish a walk-in there, who is apart from a third.
      (1, Wishes(together: [[0, 1, 60]], apart: [[60, 2]]), [13, 25, 37, 49, 3]),
      // Two tables' scribes are gone, and each of two others has two.
      (
        2, Wishes(apart: [[60, 61, 62]], covers: [[5, 6, 17, 18, 29, 41, 53]]),
        [29, 41, 50, 3, 15]
      ),
    ] as [(Int, Wishes, Set<Int>)])
  func fewestOfAll(moves: Int, wishes: Wishes, absent: Set<Int>) throws {
    var (problem, seats) = room(11...12)
    problem.wishes = wishes
    let plan = try Repair.plan(problem, seated: seats, absent: absent, seed: 3)
    #expect(isKept(plan.assignment, problem))
    #expect(plan.moves.count == moves && plan.isFewest)
    let moved = (0..<60).filter { plan.assignment[$0] != nil && plan.assignment[$0] != seats[$0] }
    #expect(moved == plan.moves.map(\.item))
    for count in 0..<moves {
      #expect(answer(moving: count, problem, seats, absent: absent) == nil, "\(count) moves")
    }
    for move in plan.moves { #expect(!move.because.isEmpty) }
  }

  @Test func everyMoveSaysWhy() throws {
    // Given that six of the last table did not come, and nobody walked in
    let (problem, seats) = room(10...12)
    let absent = Set(54..<63)
    let plan = try Repair.plan(problem, seated: seats, absent: absent, staying: [13, 14], seed: 1)
    // Then four move there, and each because the table would be too small
    #expect(plan.moves.count == 4)
    #expect(plan.isFewest)
    for move in plan.moves {
      #expect(move.to == 4)
      #expect(move.because == [.size(group: 4)])
      #expect(![0, 12, 24, 36, 48, 13, 14].contains(move.item))
    }
  }

  @Test func aMoveForAWishNamesIt() throws {
    // Given two who sit together and turn out to be better apart
    let problem = MixProblem(
      itemCount: 6, sizes: [3...3, 3...3], measure: .attributes([]),
      wishes: Wishes(apart: [[0, 1]], pins: [0: 0]))
    let plan = try Repair.plan(problem, seated: [0, 0, 0, 1, 1, 1])
    // Then one of them changes places with somebody
    #expect(plan.moves.count == 2)
    #expect(plan.moves[0].item == 1)
    #expect(plan.moves[0].because.contains(.apart(0)))
    #expect(plan.moves[1].because.contains(.size(group: 1)))
  }

  @Test func whatCannotBeMendedIsRefusedInTheWholeRoomsNumbers() {
    let problem = MixProblem(
      itemCount: 6, sizes: [0...6, 0...6], measure: .attributes([]),
      wishes: Wishes(apart: [[3, 5]]))
    let conflict = Conflict(
      wishes: [.apart(0), .pin(item: 3), .pin(item: 5)], isSmallest: true)
    #expect(throws: MixRefusal.contradiction(conflict)) {
      try Repair.plan(
        problem, seated: [0, 0, 0, 1, 1, 1], absent: [0, 1], staying: [3, 5])
    }
    #expect(throws: MixRefusal.malformed(.assignment)) {
      try Repair.plan(problem, seated: [0, 0, 0, 1, 1, 7])
    }
  }
}
