import Testing

@testable import GroupMixer

@Suite("What cannot be is refused, with a reason")
struct RoundsRefusalTests {
  private func expectRefusal(
    _ refusal: RoundsRefusal, sourceLocation: SourceLocation = #_sourceLocation,
    _ change: (inout RoundsProblem) -> Void
  ) {
    var problem = evenProblem(12, tables: 3, rounds: 3)
    change(&problem)
    #expect(throws: refusal, sourceLocation: sourceLocation) {
      _ = try RoundsSearch(problem, seed: 1)
    }
  }

  @Test("given numbers that stand for nothing, when planned, then it says which")
  func numbers() {
    expectRefusal(.nothingToPlan) { $0.sizes = [] }
    expectRefusal(.nothingToPlan) { $0.places = [] }
    expectRefusal(.outOfRange) { $0.itemCount = -1 }
    expectRefusal(.placesIncomplete(round: 1)) { $0.places[1] = [0] }
    expectRefusal(.unknownItem(12)) { $0.hosts = [12] }
    expectRefusal(.unknownItem(-1)) { $0.avoid = [WeightedPair(-1, 2)] }
    expectRefusal(.unknownItem(40)) { $0.wishes.covers = [[1, 40]] }
    expectRefusal(.unknownTable(3)) { $0.wishes.pins = [1: 3] }
    expectRefusal(.attributeUnusable(0)) { $0.attributes = [Attribute(.categories([1]))] }
    expectRefusal(.attributeUnusable(0)) {
      $0.attributes = [Attribute(.numbers(Array(repeating: .nan, count: 12)))]
    }
    expectRefusal(.weightUnusable(0)) { $0.avoid = [WeightedPair(1, 2, weight: 0)] }
  }

  @Test("given wishes that contradict each other, when planned, then it says which")
  func contradictions() {
    expectRefusal(.sizesCannotHold(items: 12, seats: 15...18)) {
      $0.sizes = Array(repeating: 5...6, count: 3)
    }
    expectRefusal(.tooManyTogether([0, 1, 2, 3, 4], largest: 4)) {
      $0.wishes.together = [[0, 1, 2], [2, 3, 4]]
    }
    expectRefusal(.togetherAndApart(1, 2)) {
      $0.wishes.together = [[1, 2]]
      $0.wishes.apart = [[2, 1]]
    }
    expectRefusal(.pinnedTwice(0, 5)) {
      $0.wishes.together = [[0, 5]]
      $0.wishes.pins = [0: 1, 5: 2]
    }
    expectRefusal(.pinnedTogether(0, 5)) {
      $0.wishes.apart = [[0, 5]]
      $0.wishes.pins = [0: 1, 5: 1]
    }
    expectRefusal(.tooManyPinned(table: 0, items: 5, seats: 4)) {
      $0.wishes.pins = [0: 0, 1: 0, 2: 0, 3: 0, 4: 0]
    }
    expectRefusal(.tooManyApart([0, 1, 2, 3], tables: 3)) { $0.wishes.apart = [[0, 1, 2, 3]] }
  }

  @Test("given more rounds than places, when nobody may come twice, then it says so")
  func moreRoundsThanPlaces() {
    expectRefusal(.moreRoundsThanPlaces(rounds: 4, places: 3)) {
      $0.places = PlaceRotation.staying(tables: 3, places: 3, rounds: 4)
      $0.visits = .once
    }
  }

  @Test("given one host only, when tables must be full, then the others are too few for a place")
  func hostsMakeItImpossible() {
    let wishes: [WishName] = [.pin(item: 0), .size(group: 0), .once(rounds: 3)]
    expectRefusal(.contradiction(Conflict(wishes: wishes, isSmallest: true))) {
      $0.visits = .once
      $0.wishes.pins = [0: 0]
    }
    #expect(throws: RoundsRefusal.self) {
      var problem = evenProblem(12, tables: 3, rounds: 3, .once)
      problem.hosts = [0]
      _ = try RoundsSearch(problem, seed: 1)
    }
  }

  @Test("given small tables at two places, when all must visit them, then seats are missing")
  func tooFewSeats() {
    let wishes: [WishName] = [.size(group: 1), .once(rounds: 3)]
    expectRefusal(.contradiction(Conflict(wishes: wishes, isSmallest: true))) {
      $0.visits = .once
      $0.sizes = [2...8, 1...3, 1...3]
    }
  }

  @Test("given tables too large for one visit each, when planned, then it says which place")
  func tooFewVisitors() {
    let wishes: [WishName] = [.size(group: 0), .once(rounds: 3)]
    expectRefusal(.contradiction(Conflict(wishes: wishes, isSmallest: true))) {
      $0.visits = .once
      $0.sizes = [5...5, 3...4, 3...4]
    }
  }

  @Test("given no items at all, when planned, then the tables are empty")
  func nobody() throws {
    let answer = try schedule(evenProblem(0, tables: 3, rounds: 2), steps: 100)
    #expect(answer.tables == [[], []])
    #expect(answer.isOptimal)
  }
}
