import SessionEngine
import Testing

@Suite("Numbers said aloud")
struct NumberTests {
  @Test func readAndSaid() {
    #expect(ContributionNumber("17") == ContributionNumber(17))
    #expect(ContributionNumber("#17") == ContributionNumber(17))
    #expect(ContributionNumber("#B4") == ContributionNumber(series: "b", 4))
    #expect(ContributionNumber(series: "b", 4).spoken == "#b4")
    #expect(ContributionNumber("bc12")?.description == "bc12")
    let malformed = ["", "#", "b", "0", "#0", "-1", "4b", "1.5", " 1", "##1", "é1", "١", "b-1"]
    for text in malformed + ["99999999999999999999"] {
      #expect(ContributionNumber(text) == nil, "\(text)")
    }
    #expect(ContributionNumber(9) < ContributionNumber(10))
    #expect(ContributionNumber(10) < ContributionNumber(series: "a", 1))
  }

  @Test func theLaterOfTwoEqualNumbersGetsALetterMore() throws {
    var workshop = try Workshop()
    func capture(_ id: ContributionID, _ number: ContributionNumber, by device: DeviceID) {
      workshop.record(
        ContributionCaptured(
          contribution: id, number: number, group: "g1", priority: "links", words: "x"),
        by: device)
    }
    capture("one", ContributionNumber(series: "b", 4), by: "3f9c")
    capture("two", ContributionNumber(series: "b", 4), by: "b400")
    capture("three", ContributionNumber(series: "b", 4), by: "b400")
    capture("four", ContributionNumber(series: "b", 4), by: "xyz")
    #expect(
      workshop.session.contributions.all.map(\.number.spoken) == ["#b4", "#bl4", "#ble4", "#bz4"])
    capture("one", ContributionNumber(5), by: "b400")
    #expect(workshop.session.unresolved.map(\.reason) == ["#5 was captured already"])
  }

  @Test func aClashIsSaidAsItIsKept() throws {
    var workshop = try Workshop()
    try workshop.capture("one")
    let decision = try workshop.session.decide(
      .capture([NewContribution("two", group: "g1")]),
      at: Moment(now: workshop.now, device: "d1", token: "t", numbers: [ContributionNumber(1)]))
    #expect(decision.account == "kept #n1")
  }

  @Test("No number stands twice, and each finds its contribution", arguments: 0..<20)
  func unique(seed: Int) throws {
    var dice = Dice(seed)
    var workshop = try Workshop()
    for index in 0..<400 {
      let number = ContributionNumber(
        series: dice.pick(["", "", "a", "b"]) ?? "", dice.pick([1, 2, 3, 5, 1 << 20, .max]) ?? 1)
      workshop.record(
        ContributionCaptured(
          contribution: ContributionID("c\(index)"), number: number, group: "g1",
          priority: "links", words: "x"),
        by: dice.pick([Workshop.laptop, Workshop.tablet, "scribe"]) ?? "x")
    }
    let contributions = workshop.session.contributions
    #expect(contributions.all.count == 400)
    #expect(Set(contributions.all.map(\.number)).count == 400)
    for contribution in contributions.all {
      #expect(contributions[contribution.number]?.id == contribution.id)
    }
  }
}
