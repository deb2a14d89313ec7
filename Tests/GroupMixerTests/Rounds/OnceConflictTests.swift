import Testing

@testable import GroupMixer

@Suite("What nobody coming to a place twice contradicts") struct OnceConflictTests {
  /// As many rounds as tables, which keep their places.
  private func problem(
    _ people: Int, tables: Int, rounds: Int, _ wishes: Wishes
  ) -> RoundsProblem {
    RoundsProblem(
      itemCount: people, sizes: RoundsProblem.evenSizes(people, tables: tables),
      places: PlaceRotation.staying(tables: tables, places: tables, rounds: rounds),
      visits: .once, wishes: wishes)
  }

  private func conflict(_ problem: RoundsProblem) -> Conflict? {
    do { _ = try RoundsSearch(problem, seed: 1) } catch {
      if case .contradiction(let conflict) = error { return conflict }
    }
    return nil
  }

  private static let hosts = [0: 0, 1: 1, 2: 2, 3: 3, 4: 4]

  @Test(
    "given hosts at five tables, when somebody cannot but meet one, then that is told, and no more",
    arguments: [
      // Everybody comes to every table, and so to that of each host.
      (25, 5, Wishes(apart: [[10, 2]], pins: hosts), [WishName.apart(0), .pin(item: 2)]),
      // Of five tables four are visited, and only three are left.
      (
        25, 4, Wishes(apart: [[10, 2], [10, 3]], pins: hosts),
        [.apart(0), .apart(1), .pin(item: 2), .pin(item: 3)]
      ),
      // One large group of four beside a host, where there is room for three.
      (
        20, 5, Wishes(together: [[5, 6, 7, 8]], pins: hosts),
        [.together(0), .pin(item: 1), .size(group: 1)]
      ),
      // One of those of whom every table is to have one stays at a table.
      (60, 5, Wishes(pins: [0: 0], covers: [[0, 20, 21, 22, 23]]), [.pin(item: 0), .cover(0)]),
    ])
  func hostsAreMet(_ people: Int, _ rounds: Int, _ wishes: Wishes, _ expected: [WishName]) {
    let told = conflict(problem(people, tables: 5, rounds: rounds, wishes))
    #expect(told == Conflict(wishes: expected + [.once(rounds: rounds)], isSmallest: true))
  }

  @Test("given a table to spare, when somebody is to be apart from its host, then it is planned")
  func oneTableIsSpared() throws {
    let answer = try schedule(
      problem(25, tables: 5, rounds: 4, Wishes(apart: [[10, 2]], pins: Self.hosts)), steps: 100)
    #expect(answer.tables.allSatisfy { $0[10] != 2 })
  }

  @Test("given small rooms, when refused, then no rounds keep what is told, and nothing smaller")
  func smallRoomsByBruteForce() {
    var refused = 0
    for seed in 0..<150 as Range<UInt64> {
      var draw = Draw(seed)
      var wishes = Wishes()
      for table in 0..<3 where draw.below(2) == 0 { wishes.pins[table] = table }
      for _ in 0..<(1 + draw.below(3)) { wishes.apart.append(draw.some(2, of: 6)) }
      if draw.below(3) == 0 { wishes.together.append(draw.some(2, of: 6)) }
      let room = problem(6, tables: 3, rounds: 2 + draw.below(2), wishes)
      guard let told = conflict(room) else { continue }
      refused += 1
      let all = EveryRound(room)
      #expect(!all.isPossible(Set(told.wishes)), "seed \(seed)")
      for wish in told.wishes where told.isSmallest {
        #expect(all.isPossible(Set(told.wishes).subtracting([wish])), "seed \(seed)")
      }
      for set in subsets(all.names, below: told.wishes.count) where told.isSmallest {
        #expect(all.isPossible(set), "seed \(seed)")
      }
    }
    #expect(refused > 20)
  }

  @Test("given small rooms, when rounds exist, then nothing is said to contradict itself")
  func whatIsPossibleIsNotRefused() {
    var possible = 0
    for seed in 200..<300 as Range<UInt64> {
      var draw = Draw(seed)
      let wishes = Wishes(
        together: draw.below(2) == 0 ? [draw.some(2, of: 6)] : [],
        apart: [draw.some(2, of: 6)], pins: draw.below(2) == 0 ? [0: draw.below(3)] : [:],
        covers: draw.below(2) == 0
          ? [Cover(draw.some(4, of: 6))] : [Cover(draw.some(3, of: 6), in: [1])])
      let room = problem(6, tables: 3, rounds: 2, wishes)
      let all = EveryRound(room)
      guard all.isPossible(Set(all.names)) else { continue }
      possible += 1
      #expect(OnceJudge.conflict(in: room, until: { false }) == nil, "seed \(seed)")
    }
    #expect(possible > 20)
  }

  private func subsets(_ names: [WishName], below size: Int) -> [Set<WishName>] {
    names.reduce(into: [Set<WishName>()]) { sets, name in
      sets += sets.filter { $0.count + 1 < size }.map { $0.union([name]) }
    }
  }
}

/// Every seating of a small room, to see which wishes rounds can keep.
private struct EveryRound {
  let problem: RoundsProblem
  let names: [WishName]
  private let seatings: [(tables: [Int], broken: Set<WishName>)]
  private let moving: [Int]

  init(_ problem: RoundsProblem) {
    self.problem = problem
    let plain = MixProblem(
      itemCount: problem.itemCount, sizes: problem.sizes, measure: .attributes([]),
      wishes: problem.wishes)
    names = plain.wishNames + [.once(rounds: problem.rounds)]
    seatings = BruteForce.assignments(problem.itemCount, problem.sizes.count).map {
      ($0, Set(plain.brokenWishes($0)))
    }
    var staying = Set(problem.wishes.pins.keys)
    for _ in problem.wishes.together {
      for set in problem.wishes.together where !staying.isDisjoint(with: set) {
        staying.formUnion(set)
      }
    }
    moving = (0..<problem.itemCount).filter { !staying.contains($0) }
  }

  func isPossible(_ wishes: Set<WishName>) -> Bool {
    let able = seatings.filter { $0.broken.isDisjoint(with: wishes) }.map(\.tables)
    guard wishes.contains(.once(rounds: problem.rounds)) else { return !able.isEmpty }
    let distinct = Set(able.map { tables in moving.map { tables[$0] } })
    return goesOn(Array(distinct), rounds: problem.rounds)
  }

  private func goesOn(_ able: [[Int]], rounds: Int) -> Bool {
    guard rounds > 1 else { return !able.isEmpty }
    return able.contains { first in
      goesOn(able.filter { zip($0, first).allSatisfy(!=) }, rounds: rounds - 1)
    }
  }
}
