import SessionEngine
import Terminal
import Testing

@testable import Console

/// Digits become a ballot.
@Suite("A ballot while it is typed") struct BallotSheetTests {
  private func scoring(_ method: Scoring.Method, _ count: Int) throws -> Scoring {
    var desk = Desk()
    try desk.perform(.open("soc", try Workshop.plan()))
    let table = try #require(desk.session.tables.first).id
    try desk.perform(.capture((1...count).map { NewContribution("Point \($0)", group: table) }))
    let ids = desk.session.contributions.all.map(\.id)
    try desk.perform(
      .openScoring(NewScoring("Vote", method: method, items: .contributions(ids))))
    return try #require(desk.session.scorings.values.first)
  }

  @Test("scores: a digit a place, 0 leaves it out, anything above 5 is refused where it stands")
  func scores() throws {
    // Given two items by impact and ease
    var sheet = BallotSheet(try scoring(.impactAndEase, 2))
    // When digits are called out, one of them wrong
    expect(&sheet, 4, .taken)
    guard case .refused(let why) = sheet.type(7) else { throw Surprise() }
    #expect(why.contains("7 is no score"))
    expect(&sheet, 3, .taken)
    expect(&sheet, 0, .taken)
    expect(&sheet, 5, .complete)
    // Then the ballot says exactly these, and takes no more
    #expect(sheet.marks.map(\.points) == [4, 3, 5])
    #expect(sheet.marks.map(\.criterion) == ["impact", "ease", "ease"])
    expect(&sheet, 1, .full)
    let wentBack = sheet.goBack()
    #expect(wentBack)
    #expect(sheet.marks.map(\.points) == [4, 3])
  }

  @Test("dots: over the budget and over the most for one are refused with the sum")
  func dots() throws {
    var sheet = BallotSheet(try scoring(.dots(budget: 5, most: 3), 4))
    guard case .refused(let tooMany) = sheet.type(4) else { throw Surprise() }
    #expect(tooMany.contains("which is 3"))
    _ = sheet.type(3)
    guard case .refused(let over) = sheet.type(3) else { throw Surprise() }
    #expect(over.contains("6 dots") && over.contains("has 5"))
    _ = sheet.type(0)
    _ = sheet.type(2)
    expect(&sheet, 0, .complete)
    #expect(sheet.marks.map(\.points) == [3, 2])
    #expect(sheet.spent == 5)
  }

  @Test("numbers of several digits wait for what may follow, and Space ends them")
  func longNumbers() throws {
    // Given a ranking of 12 items, of which five are put in order
    var sheet = BallotSheet(try scoring(.topFive, 12))
    // 2 cannot go on, 1 can; 01 can be typed too
    expect(&sheet, 2, .taken)
    #expect(sheet.cells[0] == 2)
    _ = sheet.type(1)
    #expect(sheet.cells[1] == nil && sheet.pending == "1")
    _ = sheet.type(2)
    #expect(sheet.cells[1] == 12)
    _ = sheet.type(1)
    let settled = sheet.settle()
    #expect(settled == .taken)
    #expect(sheet.cells[2] == 1)
    _ = sheet.type(0)
    _ = sheet.type(3)
    #expect(sheet.cells[3] == 3)
    guard case .refused(let why) = sheet.type(2) else { throw Surprise() }
    #expect(why.contains("in place 1 already"))
    expect(&sheet, 9, .complete)
    #expect(sheet.marks.map(\.points) == [1, 2, 3, 4, 5])
  }

  @Test("a space separates and leaves nothing out; what is left out is said")
  func spaces() throws {
    // Given three items, when the paper is typed with spaces: in each kind these are items 1, 2 and 3
    for (method, digits) in [
      (Scoring.Method.scores(criteria: ["impact"]), [3, 1, 1]),
      (.dots(budget: 12, most: 12), [3, 1, 1]),
      (.ranking(places: 3), [3, 1, 2]),
    ] {
      let vote = try scoring(method, 3)
      var sheet = BallotSheet(vote)
      for digit in digits {
        _ = sheet.type(digit)
        _ = sheet.settle()
        let again = sheet.settle()
        #expect(again == nil)
      }
      #expect(sheet.cells == digits && sheet.unsaid == 0)
    }
    // When the second is left out, a number that could go on is ended first
    var dots = BallotSheet(try scoring(.dots(budget: 12, most: 12), 3))
    _ = dots.type(1)
    let left = dots.leaveOut()
    #expect(left == .taken && dots.cells == [1, 0, nil])
    var scores = BallotSheet(try scoring(.scores(criteria: ["impact"]), 3))
    _ = scores.leaveOut()
    #expect(scores.cursor == 1 && scores.unsaid == 2)
    // And a ranking, which has no gaps, says so
    var ranking = BallotSheet(try scoring(.topFive, 3))
    guard case .refused(let why) = ranking.leaveOut() else { throw Surprise() }
    #expect(why.contains("leaves no place out") && ranking.cursor == 0)
  }

  @Test("a ballot that was kept comes back as it was typed")
  func roundTrip() throws {
    for (method, digits) in [
      (Scoring.Method.impactAndEase, [5, 1, 0, 2, 3, 3]), (.dots(budget: 6, most: 6), [1, 0, 5]),
      (.ranking(places: 3), [3, 1, 2]),
    ] {
      let vote = try scoring(method, 3)
      var sheet = BallotSheet(vote)
      for digit in digits { _ = sheet.type(digit) }
      #expect(BallotSheet(vote, marks: sheet.marks).marks == sheet.marks)
      #expect(vote.fault(in: sheet.marks) { $0 } == nil)
    }
  }

  @Test("whatever is typed, what stands is a ballot the engine takes", arguments: 1...20)
  func anyDigits(_ seed: Int) throws {
    var generator = FuzzTests.Generator(state: UInt64(seed))
    let methods: [Scoring.Method] = [
      .impactAndEase, .dots(budget: 7, most: 3), .dots(budget: 20, most: 20), .topFive,
    ]
    for method in methods {
      let vote = try scoring(method, Int.random(in: 1...14, using: &generator))
      var sheet = BallotSheet(vote)
      for _ in 0..<200 {
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: _ = sheet.goBack()
        case 1: _ = sheet.settle()
        case 2: _ = sheet.leaveOut()
        default: _ = sheet.type(Int.random(in: 0...9, using: &generator))
        }
        #expect((0...sheet.cells.count).contains(sheet.cursor))
        guard !sheet.marks.isEmpty else { continue }
        #expect(vote.fault(in: sheet.marks) { $0 } == nil, "\(method) \(sheet.cells)")
      }
    }
  }

  struct Surprise: Error {}

  /// Types a digit, and expects what becomes of it.
  private func expect(
    _ sheet: inout BallotSheet, _ digit: Int, _ wanted: BallotSheet.Typed,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let typed = sheet.type(digit)
    #expect(typed == wanted, sourceLocation: sourceLocation)
  }
}
