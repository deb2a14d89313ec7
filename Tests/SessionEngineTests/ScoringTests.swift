import SessionEngine
import Testing

@Suite("The room decides")
struct ScoringTests {
  typealias Mark = Scoring.Mark

  /// The marks of one voter by impact and ease, item by item.
  func marks(_ items: [ContributionID], _ scores: (Int, Int)...) -> [Mark] {
    zip(items, scores).flatMap { item, score in
      [
        Mark(item: item.text, criterion: "impact", points: score.0),
        Mark(item: item.text, criterion: "ease", points: score.1),
      ]
    }
  }

  @Test func impactAndEaseByGroup() throws {
    // Given three highlights before five tables
    var workshop = try Workshop()
    let items = try (1...3).map { try workshop.capture("point \($0)") }
    let vote = try workshop.open(NewScoring("Which?", items: .contributions(items)))
    let ballots: [[Mark]] = [
      marks(items, (5, 4), (5, 1), (3, 3)), marks(items, (4, 5), (1, 2), (3, 3)),
      marks(items, (5, 4), (5, 2), (3, 4)), marks(items, (4, 4), (5, 1), (4, 2)),
      marks(items, (5, 4), (5, 1), (2, 3)),
    ]
    // When their ballots are entered
    for (index, ballot) in ballots.enumerated() {
      let account = try workshop.perform(
        .castBallot(vote, .group(GroupID("g\(index + 1)")), ballot.reversed())
      ).account
      #expect(account == "entered the ballot of Table \(index + 1) in ‘Which?’")
    }
    // Then n, means, spread, dissent and quadrants are those of a calculation by hand
    let result = try #require(workshop.session.result(of: vote))
    #expect(result.ballots == 5 && result.electorate == 5)
    let impact = result.items.map { $0.criteria[0] }
    #expect(impact.map(\.spread.n) == [5, 5, 5])
    #expect(impact.map(\.spread.mean) == [4.6, 4.2, 3])
    #expect(impact[1].spread.deviation == 1.6 && impact[1].spread.normalisedDeviation == 0.4)
    #expect(impact.map(\.spread.isDissent) == [false, true, false])
    #expect(impact[1].distribution == [1, 0, 0, 0, 4] && impact[1].sectors.isEmpty)
    #expect(result.items.map(\.quadrant) == [.quickWin, .majorProject, .onTheLine])
    #expect(result.quickWins.map(\.item.id) == [items[0].text])
    #expect(result.items.map(\.rank) == [1, 3, 2])
  }

  @Test("Two votes that stand never have one name, whatever its case")
  func names() throws {
    var workshop = try Workshop()
    let items = try (1...2).map { try workshop.capture("point \($0)") }
    let first = try workshop.open(NewScoring("Which?", items: .contributions(items)))
    let again = NewScoring(" which ? ", items: .contributions(items))
    #expect(workshop.refusal(.openScoring(again)) == "there is a vote ‘which ?’ already")
    // Withdrawn, the first leaves the name free; then it cannot come back under it
    try workshop.perform(.withdrawScoring(first, true))
    _ = try workshop.open(again)
    #expect(
      workshop.refusal(.withdrawScoring(first, false)) == "there is a vote ‘Which?’ already")
  }

  @Test func doubleAndBadBallotsAreRefusedWithTheReason() throws {
    var workshop = try Workshop()
    let items = try (1...2).map { try workshop.capture("point \($0)") }
    let vote = try workshop.open(NewScoring("Which?", items: .contributions(items)))
    let ballot = marks(items, (5, 4), (1, 1))
    try workshop.perform(.castBallot(vote, .group("g1"), ballot))
    func refusal(_ marks: [Mark], _ voter: Scoring.Voter = .group("g2")) -> String {
      workshop.refusal(.castBallot(vote, voter, marks))
    }
    #expect(
      refusal(marks(items, (2, 2)), .group("g1")) == "Table 1 has voted in ‘Which?’ already")
    #expect(
      refusal(ballot.reversed(), .group("g1"))
        == "Table 1 has voted in ‘Which?’ already, with the same marks")
    #expect(refusal([]) == "the ballot is empty")
    #expect(refusal(marks(items, (6, 1))) == "6 is no score for #1")
    #expect(refusal(marks(["x"], (5, 1))) == "a contribution is not voted on here")
    #expect(refusal([Mark(item: items[0].text, points: 3)]) == "#1 is scored by no criterion")
    #expect(
      refusal(marks([items[0], items[0]], (1, 1), (1, 1))) == "#1 is voted on twice by impact")
    #expect(refusal(ballot, .group("g9")) == "there is no such group")
    #expect(refusal(ballot, .delegate("d")) == "each group has a vote here, not each delegate")
    // The way on from a double ballot: correct it, or take it out.
    try workshop.perform(.correctBallot(vote, .group("g1"), marks(items, (2, 2))))
    #expect(workshop.session.scorings[vote]?.ballots.count == 1)
    try workshop.perform(.withdrawBallot(vote, .group("g1")))
    #expect(
      workshop.refusal(.correctBallot(vote, .group("g1"), ballot))
        == "Table 1 has not voted in ‘Which?’")
    try workshop.perform(.undo)
    try workshop.perform(.undo)
    #expect(workshop.session.scorings[vote]?.ballots[.group("g1")] == ballot)
  }

  @Test func aVoteIsHiddenUntilItIsRevealedAndOverOnceClosed() throws {
    var workshop = try Workshop()
    let item = try workshop.capture("point")
    let vote = try workshop.open(NewScoring("Which?", items: .contributions([item])))
    #expect(workshop.session.scorings[vote]?.isRevealed == false)
    try workshop.perform(.reveal(vote, true))
    try workshop.perform(.close(vote, true))
    #expect(workshop.session.scorings[vote]?.isRevealed == true)
    let ballot = marks([item], (5, 5))
    #expect(
      workshop.refusal(.castBallot(vote, .group("g1"), ballot)) == "the vote ‘Which?’ is closed")
    workshop.record(BallotCast(scoring: vote, voter: .group("g1"), marks: ballot), by: "b")
    #expect(workshop.session.unresolved.last?.reason.contains("Table 1") == true)
    #expect(workshop.session.result(of: vote)?.ballots == 0)
    try workshop.perform(.close(vote, false))
    try workshop.perform(.castBallot(vote, .group("g1"), ballot))
    workshop.record(BallotCast(scoring: vote, voter: .group("g1"), marks: ballot), by: "b")
    #expect(workshop.session.unresolved.count == 2)
  }

  @Test func aResultOutlivesWhatBecomesOfTheItems() throws {
    var workshop = try Workshop()
    let items = try (1...6).map { try workshop.capture("point \($0)") }
    try workshop.perform(.reword(items[0], "reworded before"))
    let vote = try workshop.open(
      NewScoring("Which?", method: .topFive, items: .contributions(items)))
    let ballot = items.prefix(5).enumerated().map { Mark(item: $1.text, points: $0 + 1) }
    try workshop.perform(.castBallot(vote, .group("g1"), ballot))
    let before = try #require(workshop.session.result(of: vote)).items.map(\.total)
    #expect(before == [5, 4, 3, 2, 1, 0])
    try workshop.perform(.reword(items[1], "reworded since"))
    try workshop.perform(.withdraw(items[2]))
    try workshop.perform(.merge([items[3]], into: items[0]))
    try workshop.split(items[4], ["a", "b"])
    try workshop.perform(.redact(items[5], reason: "a name"))
    let after = try #require(workshop.session.result(of: vote))
    #expect(after.items.map(\.total) == before)
    #expect(
      after.items.map(\.fate) == [
        .unchanged, .reworded, .withdrawn, .merged(into: items[0].text), .split, .redacted,
      ])
  }

  @Test func dotsHaveABudgetAndTiesAreTies() throws {
    var workshop = try Workshop()
    let items = try (1...5).map { try workshop.capture("point \($0)") }
    let vote = try workshop.open(
      NewScoring("Dots", method: .dots(budget: 4, most: 3), items: .contributions(items)))
    func ballot(_ dots: Int...) -> [Mark] {
      zip(items, dots).filter { $0.1 > 0 }.map { Mark(item: $0.text, points: $1) }
    }
    func refusal(_ marks: [Mark]) -> String {
      workshop.refusal(.castBallot(vote, .group("g5"), marks))
    }
    #expect(refusal(ballot(3, 2)) == "5 dots are placed, and each voter has 4")
    #expect(refusal(ballot(4)) == "#1 has 4 dots, and one item takes 3 at most")
    try workshop.perform(.castBallot(vote, .group("g1"), ballot(1, 2, 1)))
    try workshop.perform(.castBallot(vote, .group("g2"), ballot(3, 0, 1)))
    try workshop.perform(.castBallot(vote, .group("g3"), ballot(0, 0, 0, 1)))
    let result = try #require(workshop.session.result(of: vote))
    #expect(result.items.map(\.total) == [4, 2, 2, 1, 0])
    #expect(result.items.map(\.rank) == [1, 2, 2, 4, nil])
    #expect(result.items.map(\.isTied) == [false, true, true, false, false])
    #expect(result.items.map(\.voters) == [2, 1, 2, 1, 0])
    #expect(
      workshop.refusal(.countHands(vote, [.init(item: items[0].text, hands: 3)]))
        == "ballots were entered in ‘Dots’")
  }

  @Test func handsAreCountedInsteadOfBallots() throws {
    var workshop = try Workshop()
    let vote = try workshop.open(
      NewScoring("Hands", method: .dots(budget: 1, most: 1), items: .themes(["data", "inside"])))
    try workshop.perform(.countHands(vote, [.init(item: "data", hands: 17)]))
    let recount = try workshop.perform(
      .countHands(vote, [.init(item: "data", hands: 18), .init(item: "inside", hands: 9)]))
    // What is counted again is said, but not how many there were: the room may not see that yet
    let data = workshop.session.name(of: "data", .themes)
    #expect(recount.account == "counted hands in ‘Hands’, in place of the count for \(data)")
    #expect(workshop.session.result(of: vote)?.items.map(\.total) == [18, 9])
    #expect(
      workshop.refusal(.castBallot(vote, .group("g1"), [Mark(item: "data", points: 1)]))
        == "hands were counted in ‘Hands’")
    try workshop.perform(.undo)
    #expect(workshop.session.result(of: vote)?.items.map(\.total) == [17, 0])
    try workshop.perform(.renameTheme("data", "Data, joined"))
    #expect(workshop.session.result(of: vote)?.items.map(\.fate) == [.reworded, .unchanged])
    try workshop.perform(.mergeTheme("inside", into: "data"))
    #expect(workshop.session.result(of: vote)?.items.last?.fate == .merged(into: "data"))
    #expect(
      workshop.refusal(.countHands(vote, [.init(item: "data", hands: -1)]))
        == "-1 hands for Data, joined cannot be")
  }

  @Test func rankingTakesTheTopFiveInOrder() throws {
    var workshop = try Workshop()
    let items = try (1...3).map { try workshop.capture("point \($0)") }
    let vote = try workshop.open(NewScoring("Rank", method: .topFive, items: .contributions(items)))
    #expect(workshop.session.scorings[vote]?.method == .ranking(places: 3))
    func ballot(_ places: Int...) -> [Mark] {
      zip(items, places).map { Mark(item: $0.text, points: $1) }
    }
    func refusal(_ marks: [Mark]) -> String {
      workshop.refusal(.castBallot(vote, .group("g5"), marks))
    }
    #expect(refusal(ballot(1, 1)) == "#1 and #2 are both in place 1")
    #expect(refusal(ballot(1, 3)) == "nothing is in place 2")
    #expect(refusal(ballot(0, 1)) == "0 is no place for #1")
    try workshop.perform(.castBallot(vote, .group("g1"), ballot(1, 2, 3)))
    try workshop.perform(.castBallot(vote, .group("g2"), ballot(2, 1)))
    let result = try #require(workshop.session.result(of: vote))
    #expect(result.items.map(\.total) == [5, 5, 1] && result.items.map(\.rank) == [1, 1, 3])
    #expect(result.items.map(\.places) == [[1, 1, 0], [1, 1, 0], [0, 0, 1]])
  }

  @Test func whereSectorsDifferIsSaid() throws {
    var workshop = try Workshop()
    let item = try workshop.capture("point")
    var people: [DelegateID] = []
    for (index, sector) in ["police", "police", "academia", "academia", ""].enumerated() {
      people.append(try workshop.add("P\(index)", sector: sector))
    }
    let vote = try workshop.open(
      NewScoring("Which?", items: .contributions([item]), voters: .delegates))
    for (person, impact) in zip(people, [5, 4, 3, 4, 1]) {
      try workshop.perform(.castBallot(vote, .delegate(person), marks([item], (impact, 3))))
    }
    let criteria = try #require(workshop.session.result(of: vote)?.items.first).criteria
    #expect(criteria[0].sectors.map(\.name) == ["", "academia", "police"])
    #expect(criteria[0].sectors.map(\.spread.mean) == [1, 3.5, 4.5])
    #expect(criteria.map(\.sectorsDiffer) == [true, false])
    #expect(
      workshop.refusal(.removeDelegate(people[0])) == "P0 voted in ‘Which?’")
  }

  @Test("sectors that may be told need not be those that differ")
  func tellableSectors() throws {
    // Given two large sectors that agree, and a small one that does not
    var workshop = try Workshop()
    let item = try workshop.capture("point")
    let sectors =
      ["police", "police", "police", "academia", "academia", "academia"] + ["", "", ""]
    let people = try (sectors + ["charity", "charity"]).enumerated().map {
      try workshop.add("P\($0)", sector: $1)
    }
    let vote = try workshop.open(
      NewScoring("Which?", items: .contributions([item]), voters: .delegates))
    for (index, person) in people.enumerated() {
      let impact = index < 9 ? 4 : 1
      try workshop.perform(.castBallot(vote, .delegate(person), marks([item], (impact, 3))))
    }
    // Then the room's sectors differ, and those that are named beside it do not
    let criterion = try #require(workshop.session.result(of: vote)?.items.first?.criteria.first)
    let told = workshop.session.tellableSectors(of: criterion)
    #expect(criterion.sectorsDiffer && told.count > 1 && !told.differ)
  }
}
