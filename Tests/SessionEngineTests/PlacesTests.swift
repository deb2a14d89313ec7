import Testing

@testable import SessionEngine

@Suite("Places, quarters and sectors of a score vote")
struct PlacesTests {
  private func mark(_ item: ContributionID, _ criterion: String, _ points: Int) -> Scoring.Mark {
    Scoring.Mark(item: item.text, criterion: criterion, points: points)
  }

  @Test func placesGoByTheSumOfTheMeansThatAreShownWhateverWasLeftEmpty() throws {
    // Given four tables of which only the first says how much one point would change
    var workshop = try Workshop()
    let items = try (1...2).map { try workshop.capture("point \($0)") }
    let vote = try workshop.open(NewScoring("Which?", items: .contributions(items)))
    for table in 1...4 {
      var marks = [mark(items[0], "ease", 1)]
      if table == 1 { marks.append(mark(items[0], "impact", 5)) }
      marks += [mark(items[1], "impact", 2), mark(items[1], "ease", 2)]
      try workshop.perform(.castBallot(vote, .group(GroupID("g\(table)")), marks))
    }
    // When the room sees 5.00 + 1.00 and 2.00 + 2.00, then the first is ahead
    let result = try #require(workshop.session.result(of: vote))
    #expect(result.items.map(\.rank) == [1, 2])
  }

  @Test func sumsAreComparedAsFractions() {
    // 3⅔ + 2⅓ is 6 to the last digit, which thirds in binary are not
    let thirds = MeanSum([Spread([3, 4, 4]), Spread([2, 2, 3])])
    #expect(thirds == MeanSum([Spread([3]), Spread([3, 3, 3, 3])]))
    #expect(
      MeanSum([Spread([5, 4, 4, 4, 4, 4, 4])]) > MeanSum([Spread([5, 4, 4, 4, 4, 4, 4, 4])]))
    #expect(MeanSum([Spread()]) < MeanSum([Spread([1])]))
  }

  @Test func anItemWithoutAnswersToOneOfTheTwoSaysWhichInsteadOfAQuarter() throws {
    var workshop = try Workshop()
    let items = try (1...3).map { try workshop.capture("point \($0)") }
    let vote = try workshop.open(NewScoring("Which?", items: .contributions(items)))
    try workshop.perform(
      .castBallot(
        vote, .group("g1"),
        [mark(items[0], "impact", 5), mark(items[1], "impact", 5), mark(items[1], "ease", 4)]))
    let result = try #require(workshop.session.result(of: vote))
    #expect(result.items.map(\.blank?.text) == ["no ease given", nil, nil])
    // One table is enough for a quarter
    #expect(result.items.map(\.quadrant) == [nil, .quickWin, nil])
  }

  @Test("Under the Chatham House Rule two delegates' answers have no quarter, and it is said why")
  func few() throws {
    var workshop = try Workshop()
    let item = try workshop.capture("point")
    let people = try (1...3).map { try workshop.add("P\($0)") }
    let vote = try workshop.open(
      NewScoring("Which?", items: .contributions([item]), voters: .delegates))
    for (index, person) in people.enumerated() {
      try workshop.perform(
        .castBallot(
          vote, .delegate(person), [mark(item, "impact", 5), mark(item, "ease", 4)]))
      let found = try #require(workshop.session.result(of: vote)?.items.first)
      #expect(found.quadrant == (index < 2 ? nil : .quickWin))
      #expect(found.blank == (index < 2 ? .tooFew : nil))
    }
  }

  @Test("Spellings of a sector are one sector, called as most call it")
  func spellings() throws {
    var workshop = try Workshop()
    let item = try workshop.capture("point")
    let spelt = ["Police", "police ", "POLICE", "Police", "Académie", "academie"]
    let people = try spelt.enumerated().map { try workshop.add("P\($0)", sector: $1) }
    let vote = try workshop.open(
      NewScoring("Which?", items: .contributions([item]), voters: .delegates))
    for person in people {
      try workshop.perform(.castBallot(vote, .delegate(person), [mark(item, "impact", 3)]))
    }
    let criterion = try #require(workshop.session.result(of: vote)?.items.first?.criteria.first)
    #expect(criterion.sectors.map(\.name) == ["Académie", "Police"])
    #expect(criterion.sectors.map(\.spread.n) == [2, 4])
  }

  @Test("A sector is told only where nobody's score can be had by taking it from the whole")
  func complement() {
    func told(_ sectors: [(String, Int)], n: Int? = nil) -> [String] {
      SectorDisclosure.unidentifying(
        sectors.map { name, n in
          ScoringResult.Sector(name: name, spread: Spread(Array(repeating: 3, count: n)))
        }, n: n ?? sectors.reduce(0) { $0 + $1.1 }, []
      ).map(\.name)
    }
    #expect(told([("a", 5), ("b", 4)]) == ["a", "b"])
    #expect(told([("a", 5), ("b", 4), ("c", 1)]) == ["a"])
    #expect(told([("a", 5), ("b", 4), ("c", 3)]) == ["a", "b", "c"])
    #expect(told([("a", 3), ("b", 2)]) == [])
    #expect(told([("a", 5), ("", 3)]) == ["a"])
    #expect(told([("a", 5)], n: 6) == [])
  }
}
