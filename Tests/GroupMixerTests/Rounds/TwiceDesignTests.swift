import Testing

@testable import GroupMixer

@Suite("Designs: nobody meets anybody more than twice")
struct TwiceDesignTests {
  @Test(
    "given more people than can all meet but once, when planned freely, then twice is the most and no more pairs than must",
    arguments: [(4, 4), (5, 5), (5, 3), (7, 7), (8, 6), (9, 4)])
  func polynomials(tables: Int, rounds: Int) throws {
    for people in stride(from: tables * tables + 1, through: 4 * tables * tables, by: 7) {
      let problem = evenProblem(people, tables: tables, rounds: rounds)
      let answer = try schedule(problem, steps: 0)
      expectKept(answer, problem)
      let counted = meetings(answer.tables)
      #expect(counted.most <= 2, "\(people) people")
      #expect(
        counted.repeatedPairs == answer.measures.repeatedPairs.bound || people % tables != 0,
        "\(people) people")
    }
  }

  @Test(
    "given as many people as ways to visit three of the tables, when each visits each once, then twice is the most",
    arguments: [(4, 24, 4), (5, 60, 5), (5, 58, 4), (6, 120, 6), (8, 336, 3)])
  func permutations(tables: Int, people: Int, rounds: Int) throws {
    let problem = evenProblem(people, tables: tables, rounds: rounds, .once)
    let answer = try schedule(problem, steps: 0)
    expectKept(answer, problem)
    let counted = meetings(answer.tables)
    #expect(counted.most == 2)
    #expect(answer.measures.repeatedPairs.isOptimal || people % tables != 0)
  }

  @Test(
    "given the field of every order, when its permutations are taken, then they are sharply threefold"
  )
  func sharplyThreefold() throws {
    for tables in [3, 4, 5, 6, 8, 9, 10] {
      let size = (tables - 1) * (tables - 2)
      let design = try #require(
        TwiceDesigns.permutations(tables: tables, size: size, rounds: tables))
      let words = (0..<design.points).map { point in design.rounds.map { $0[point] } }
      #expect(words.allSatisfy { Set($0).count == tables })
      #expect(
        Set(words.map { $0.prefix(3).map(String.init).joined(separator: " ") }).count == words.count
      )
    }
    #expect(TwiceDesigns.permutations(tables: 7, size: 30, rounds: 3) == nil)
    #expect(TwiceDesigns.polynomials(tables: 6, size: 8, rounds: 3) == nil)
    #expect(TwiceDesigns.polynomials(tables: 5, size: 26, rounds: 3) == nil)
  }
}
