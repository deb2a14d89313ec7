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
    guard case .refused = sheet.type(1) else { throw Surprise() }
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

/// Where the numbers stand in the impact–ease matrix.
@Suite("Matrix") struct MatrixTests {
  private let plot = Rect(x: 3, y: 4, width: 60, height: 24)

  @Test("few items are drawn large, each on its side of the lines")
  func few() {
    let points = [
      MatrixPlan.Point(number: 1, impact: 4.6, ease: 4.4),
      .init(number: 2, impact: 1.5, ease: 1.5), .init(number: 10, impact: 4.5, ease: 1.8),
    ]
    let plan = MatrixPlan(points, in: plot, .unicode)
    #expect(plan.scale == .huge)
    #expect(plan.labels.map(\.number) == [1, 2, 10])
    let middle = MatrixPlan.place(3, 3, in: plot)
    #expect(plan.labels[0].area.x > middle.x && plan.labels[0].area.maxY <= middle.y + 1)
    #expect(plan.labels[1].area.maxX <= middle.x && plan.labels[1].area.y > middle.y)
    #expect(plan.labels[2].area.maxX <= middle.x && plan.labels[2].area.y < middle.y)
  }

  @Test("no number covers another or leaves the plot", arguments: 1...30)
  func noOverlap(_ seed: Int) {
    var generator = FuzzTests.Generator(state: UInt64(seed))
    let points = (1...Int.random(in: 1...40, using: &generator)).map { number in
      MatrixPlan.Point(
        number: number, impact: Double.random(in: 1...5, using: &generator),
        ease: Double.random(in: 1...5, using: &generator))
    }
    for glyphs in [GlyphSet.unicode, .ascii] {
      for size in [(60, 24), (30, 8), (20, 4), (3, 1), (1, 1)] {
        let plot = Rect(x: 3, y: 2, width: size.0, height: size.1)
        let plan = MatrixPlan(points, in: plot, glyphs)
        for (index, label) in plan.labels.enumerated() {
          #expect(label.area.x >= plot.x && label.area.maxX <= plot.maxX)
          #expect(label.area.y >= plot.y && label.area.maxY <= plot.maxY)
          for other in plan.labels[..<index] {
            let apart =
              label.area.maxX <= other.area.x || other.area.maxX <= label.area.x
              || label.area.maxY <= other.area.y || other.area.maxY <= label.area.y
            #expect(apart)
          }
        }
      }
    }
  }
}
