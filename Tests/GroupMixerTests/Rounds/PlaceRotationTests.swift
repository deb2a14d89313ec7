import Testing

@testable import GroupMixer

@Suite("Which table works where")
struct PlaceRotationTests {
  @Test("given any tables, places and rounds, when they move, then all comes round evenly")
  func moving() {
    for tables in 1...12 {
      for places in 1...12 {
        let rounds = 2 * places + 1
        let moves = PlaceRotation.moving(tables: tables, places: places, rounds: rounds)
        #expect(moves.count == rounds)
        for table in 0..<tables {
          let column = moves.map { $0[table] }
          #expect(Set(column[0..<places]).count == places, "every place once")
          #expect(column[places] == column[0], "then anew")
        }
        var total = Array(repeating: 0, count: places)
        for row in moves {
          let counts = (0..<places).map { place in row.count { $0 == place } }
          #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1, "no two while there is room")
          for place in row { total[place] += 1 }
          #expect((total.max() ?? 0) - (total.min() ?? 0) <= 1, "as even as can be so far")
        }
      }
    }
  }

  @Test("given more tables than places, when they stay, then the places have even shares")
  func staying() {
    let stays = PlaceRotation.staying(tables: 7, places: 3, rounds: 2)
    #expect(stays == [[0, 1, 2, 0, 1, 2, 0], [0, 1, 2, 0, 1, 2, 0]])
    #expect(PlaceRotation.cafe(tables: 7, places: 3, rounds: 2) == stays)
  }

  @Test(
    "given more tables than places, when those at a place would be too few, then the tables move on"
  )
  func cafeWithUnevenShares() throws {
    // Seven tables that stay: one place of three has three tables, in three rounds seats for all
    // twice over, and another has two, and so too few seats.
    let moves = PlaceRotation.cafe(tables: 7, places: 3, rounds: 3)
    #expect(moves == PlaceRotation.moving(tables: 7, places: 3, rounds: 3))
    let problem = RoundsProblem(
      itemCount: 28, sizes: RoundsProblem.evenSizes(28, tables: 7), places: moves)
    let answer = try schedule(problem, steps: 20_000)
    expectKept(answer, problem)
    #expect(answer.measures.visitsRepeated.value == 0)
  }

  @Test("given fewer tables than places, when people re-mix, then nobody visits a place twice")
  func cafeWithFewTables() throws {
    let problem = RoundsProblem(
      itemCount: 14, sizes: RoundsProblem.evenSizes(14, tables: 3),
      places: PlaceRotation.cafe(tables: 3, places: 5, rounds: 5))
    let answer = try schedule(problem, steps: 30_000)
    expectKept(answer, problem)
    #expect(answer.measures.visitsRepeated.value == 0)
  }

  @Test("given two tables on every topic, when people re-mix, then no topic is visited twice")
  func cafeWithManyTables() throws {
    let problem = RoundsProblem(
      itemCount: 45, sizes: RoundsProblem.evenSizes(45, tables: 10),
      places: PlaceRotation.cafe(tables: 10, places: 5, rounds: 5))
    let answer = try schedule(problem, steps: 30_000)
    expectKept(answer, problem)
    #expect(answer.measures.visitsRepeated.value == 0)
  }
}
