import SessionEngine
import Terminal
import Testing

@testable import Console

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
    #expect(plan.labels.map(\.numbers) == [[1], [2], [10]])
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

  @Test(
    "every number is drawn in its own quarter, or on its line, and within a cell or with a sign")
  func ownQuarter() {
    for seed in 1...150 {
      var generator = FuzzTests.Generator(state: UInt64(seed))
      // Means of few voters: halves and thirds, so that many lie on a line or on one another.
      let voters = Int.random(in: 1...6, using: &generator)
      func mean() -> Double {
        let sum = (0..<voters).reduce(0) { sum, _ in sum + Int.random(in: 1...5, using: &generator)
        }
        return Double(sum) / Double(voters)
      }
      let points = (1...Int.random(in: 1...40, using: &generator)).map {
        MatrixPlan.Point(number: $0, impact: mean(), ease: mean())
      }
      for (width, height) in [(60, 24), (41, 12), (29, 5), (36, 4), (9, 3)] {
        let plot = Rect(x: 3, y: 2, width: width, height: height)
        check(points, in: plot)
      }
    }
  }

  private func check(_ points: [MatrixPlan.Point], in plot: Rect) {
    let plan = MatrixPlan(points, in: plot, .unicode)
    #expect((plan.labels.flatMap(\.numbers) + plan.left).sorted() == points.map(\.number))
    let middle = MatrixPlan.place(3, 3, in: plot)
    let layout = MatrixLayout(plot: plot, gap: (0, 0))
    for label in plan.labels {
      let area = label.area
      for point in points where label.numbers.contains(point.number) {
        #expect(point.ease <= 3 || area.x > middle.x)
        #expect(point.ease >= 3 || area.maxX <= middle.x)
        #expect(point.impact <= 3 || area.maxY <= middle.y)
        #expect(point.impact >= 3 || area.y > middle.y)
        if point.ease == 3 { #expect(area.x <= middle.x && middle.x < area.maxX) }
        if point.impact == 3 { #expect(area.y <= middle.y && middle.y < area.maxY) }
        let home = layout.cell(of: point)
        let isNear =
          area.x - 1 <= home.x && home.x <= area.maxX && area.y - 1 <= home.y
          && home.y <= area.maxY
        let isBeside =
          plan.scale == .large && label.rows == [[point.number]]
          && area.x - MatrixPlan.widestReach <= home.x
          && home.x < area.maxX + MatrixPlan.widestReach && area.y - 1 <= home.y
          && home.y <= area.maxY
        #expect(isNear || isBeside || plan.scale == .plain && label.isAside)
      }
    }
    checkOrder(plan, points)
  }

  /// Nothing with less impact stands higher than what has more, nothing harder further to the right.
  private func checkOrder(_ plan: MatrixPlan, _ points: [MatrixPlan.Point]) {
    let placed = plan.labels.filter { !$0.isAside }.flatMap { label in
      points.filter { label.numbers.contains($0.number) }.map { ($0, label.area) }
    }
    for (one, area) in placed {
      for (other, place) in placed {
        let isHigher = 2 * area.y + area.height < 2 * place.y + place.height
        let isRight = 2 * area.x + area.width > 2 * place.x + place.width
        #expect(!isHigher || one.impact >= other.impact, "\(one) \(other)")
        #expect(!isRight || one.ease >= other.ease, "\(one) \(other)")
      }
    }
  }

  @Test(
    "nine items at the same place stand there together, and one beside the line stays beside it")
  func samePlace() {
    // Given nine items at 4.0 and 4.0, and one a hair above the middle
    let points =
      (1...9).map { MatrixPlan.Point(number: $0, impact: 4, ease: 4) }
      + [MatrixPlan.Point(number: 10, impact: 3, ease: 3.4)]
    for (width, height) in [(60, 24), (41, 12), (29, 5)] {
      let plot = Rect(x: 3, y: 4, width: width, height: height)
      // When they are placed
      let plan = MatrixPlan(points, in: plot, .unicode)
      // Then each of the nine stands at 4.0 and 4.0 or in a list there, none of them in any other place
      #expect(plan.left.isEmpty)
      let nine = plan.labels.filter { $0.numbers != [10] }
      #expect(nine.flatMap(\.numbers).sorted() == Array(1...9))
      #expect(nine.allSatisfy { !$0.isAside }, "\(plan)")
      // And what lies on the line is on it
      let ten = plan.labels.first { $0.numbers == [10] }
      let middle = MatrixPlan.place(3, 3, in: plot)
      #expect(ten.map { $0.area.y <= middle.y && middle.y < $0.area.maxY } == true)
    }
  }

  @Test("a dozen items on a small screen have block digits, and the chosen one its words")
  func dozen() throws {
    // Given twelve highlights, six of much impact and six of little, each from hard to easy
    var desk = try Workshop.underWay()
    let table = try #require(desk.session.tables.first).id
    let known = desk.session.contributions.all.count { $0.isKept && $0.isHighlighted }
    for number in known..<12 {
      let more = NewContribution("One more point, \(number)", group: table, isHighlighted: true)
      try desk.perform(.capture([more]))
    }
    var room = Room(desk, 80, 24)
    try #require(room.highlights.count == 12)
    room.openVote("1", "1")
    let eases = [1.4, 2, 2.6, 3.4, 4, 4.6]
    for ballot in 0..<5 {
      for item in 0..<12 {
        let ease = eases[item % 6]
        let more = Double(ballot) < ((ease - ease.rounded(.down)) * 5).rounded() ? 1 : 0
        room.type("\(item < 6 ? 4 : 2)\(Int(ease) + more)")
      }
    }
    #expect(room.vote?.ballots.count == 5)
    // When the result is shown
    room.press("R", "Tab")
    // Then its numbers are drawn in blocks, and what is chosen can be read
    #expect(room.text.contains("█"))
    let chosen = try #require(room.console.decide.item)
    let words = try #require(room.session.contributions[ContributionID(chosen)]).words
    #expect(room.shows(String(words.prefix(30))))
  }
}
