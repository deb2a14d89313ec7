import Testing

@testable import GroupMixer

@Suite("Designs: nobody meets anybody twice")
struct RoundDesignTests {
  /// Rounds known without a repeat, for tables of 2, 3, 4… (data/rosters of the field; the social
  /// golfer problem).
  static let known: [(tables: Int, rounds: [Int])] = [
    (4, [7, 4, 5]), (5, [9, 7, 5, 6]), (6, [11, 8, 7, 6, 3]), (7, [13, 10, 9, 7, 7, 8]),
    (8, [15, 11, 10, 8, 8, 8, 9]), (9, [17, 13, 11, 9, 9, 9, 9, 10]),
    (10, [19, 14, 13, 9, 7, 7, 5, 5, 4]),
  ]

  /// Expects tables of the right size, and no pair twice.
  private func expectDesign(
    _ design: RoundDesign, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var met: Set<[Int]> = []
    for round in design.rounds {
      #expect(round.count == design.points, sourceLocation: sourceLocation)
      for table in 0..<design.tables {
        let points = round.indices.filter { round[$0] == table }
        #expect(points.count == design.size, sourceLocation: sourceLocation)
        for (k, a) in points.enumerated() {
          for b in points[(k + 1)...] {
            #expect(met.insert([a, b]).inserted, sourceLocation: sourceLocation)
          }
        }
      }
    }
    guard !design.stayers.isEmpty else { return }
    let stayers = Set(design.stayers)
    #expect(stayers.count == design.tables, sourceLocation: sourceLocation)
    for point in 0..<design.points {
      let tables = Set(design.rounds.map { $0[point] })
      #expect(
        tables.count == (stayers.contains(point) ? 1 : design.rounds.count),
        sourceLocation: sourceLocation)
    }
  }

  @Test("given every entry of the table of known rounds, when asked for, then there is a design")
  func knownRounds() throws {
    for (tables, entries) in Self.known {
      for (index, rounds) in entries.enumerated() {
        let design = try #require(
          RoundDesigns.find(tables: tables, size: index + 2, rounds: rounds),
          "\(tables) tables of \(index + 2), \(rounds) rounds")
        #expect(design.rounds.count == rounds)
        expectDesign(design)
      }
    }
  }

  @Test("given each stored design, when unfolded, then no two points meet twice")
  func storedDesigns() throws {
    var count = 0
    for (tables, sizes) in StoredDesigns.sizes {
      for size in sizes {
        expectDesign(try #require(StoredDesigns.find(tables: tables, size: size)))
        count += 1
      }
    }
    #expect(count >= 15)
  }

  @Test("given any number of tables, when a transversal design is had, then it is one")
  func transversalDesigns() throws {
    var found = 0
    for tables in 2...20 {
      for size in 2...tables {
        for rounds in [2, 3, size, tables, tables + 1] {
          guard
            let design = RoundDesigns.transversal(tables: tables, size: size, rounds: rounds)
          else { continue }
          #expect(design.rounds.count == rounds)
          expectDesign(design)
          found += 1
        }
      }
    }
    #expect(found > 300)
    // The product of two fields: twelve tables are 4 × 3.
    #expect(RoundDesigns.transversal(tables: 12, size: 3, rounds: 12) != nil)
    #expect(RoundDesigns.transversal(tables: 20, size: 20, rounds: 4) != nil)
  }

  @Test(
    "given powers of a field's size, when the lines of the space are taken, then all pairs meet")
  func affineSpaces() throws {
    for (tables, size) in [(4, 2), (8, 2), (9, 3), (27, 3), (4, 4), (16, 4), (5, 5), (8, 8)] {
      let points = tables * size
      let rounds = (points - 1) / (size - 1)
      let design = try #require(RoundDesigns.affine(tables: tables, size: size, rounds: rounds))
      #expect(design.rounds.count == rounds)
      expectDesign(design)
    }
    #expect(RoundDesigns.affine(tables: 6, size: 3, rounds: 2) == nil)
    #expect(RoundDesigns.affine(tables: 6, size: 6, rounds: 2) == nil)
  }

  @Test("given any even number of people, when everybody meets everybody, then once")
  func pairs() {
    for tables in 1...12 {
      let design = RoundDesigns.pairs(tables: tables)
      #expect(design.rounds.count == 2 * tables - 1)
      expectDesign(design)
    }
  }

  @Test("given every prime power to 64, when it is made a field, then all can be divided by")
  func fields() throws {
    for (prime, power) in [
      (2, 1), (2, 2), (2, 3), (2, 4), (2, 6), (3, 1), (3, 2), (3, 3), (5, 2), (7, 2),
    ] {
      let field = try #require(FiniteField(prime: prime, power: power))
      for a in 1..<field.order {
        #expect(Set((0..<field.order).map { field.multiply(a, $0) }).count == field.order)
        #expect(field.subtract(a, a) == 0 && field.multiply(a, 1) == a)
      }
    }
  }

  @Test("given fewer people than a design has, when planned, then still nobody meets twice")
  func droppedPeople() throws {
    for (people, tables, rounds) in [
      (31, 8, 10), (30, 8, 9), (29, 8, 7), (23, 5, 5), (22, 5, 5), (19, 5, 5), (47, 7, 7),
      (98, 20, 5),
      (14, 5, 7), (27, 7, 8), (38, 10, 9),
    ] {
      let problem = evenProblem(people, tables: tables, rounds: rounds)
      let answer = try schedule(problem, steps: 200_000)
      expectKept(answer, problem)
      #expect(meetings(answer.tables).repeatedPairs == 0, "\(people) people, \(tables) tables")
    }
  }

  @Test("given one who stays at a table, when there is a design, then still nobody meets twice")
  func onePinned() throws {
    for (tables, entries) in Self.known {
      for (index, rounds) in entries.enumerated() {
        let people = tables * (index + 2)
        var problem = evenProblem(people, tables: tables, rounds: rounds)
        problem.wishes.pins = [people / 2: tables - 1]
        let answer = try schedule(problem, steps: 0)
        expectKept(answer, problem)
        #expect(meetings(answer.tables).repeatedPairs == 0, "\(people) at \(tables), \(rounds)")
      }
    }
  }

  @Test(
    "given what tells people apart, when most meet and there is a design, then still nobody meets twice"
  )
  func meetingsComeFirst() throws {
    var draw = Draw(9)
    var (begun, dealt, mixed) = (0, 0, 0)
    for (people, tables, rounds, visits) in [
      (20, 5, 5, RoundsProblem.Visits.once), (32, 8, 10, .free), (24, 6, 7, .free),
      (25, 5, 6, .free),
    ] {
      var problem = evenProblem(
        people, tables: tables, rounds: rounds, visits,
        attributes: draw.attributes(people, kinds: [3, 5, 7]))
      let first = try schedule(problem, steps: 0)
      let answer = try schedule(problem, steps: 60_000)
      expectKept(answer, problem)
      #expect(meetings(answer.tables).repeatedPairs == 0, "\(people) people")
      begun += first.measures.totalExcess
      dealt += answer.measures.totalExcess
      // Who asks for more gets tables that are more mixed.
      problem.attributes[0].weight = 2
      mixed += try schedule(problem, steps: 60_000).measures.totalExcess
    }
    #expect(mixed < dealt && dealt < begun)
  }

  @Test("given twenty people and five places, when everybody visits each, then nobody meets twice")
  func twentyAtFive() throws {
    let problem = evenProblem(20, tables: 5, rounds: 5, .once)
    let answer = try schedule(problem)
    expectKept(answer, problem)
    #expect(meetings(answer.tables).repeatedPairs == 0)
    #expect(answer.isOptimal)
  }

  @Test("given a host at each table, when others visit each once, then nobody meets twice")
  func hosts() throws {
    var problem = evenProblem(25, tables: 5, rounds: 5, .once)
    problem.hosts = [3, 7, 8, 20, 24]
    let answer = try schedule(problem)
    expectKept(answer, problem)
    #expect(meetings(answer.tables).repeatedPairs == 0)
  }
}
