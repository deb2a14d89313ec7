import SessionEngine
import Testing

@Suite("Contributions that say the same, and those that say several things")
struct MergeTests {
  @Test func oneStandsForAllAndNoWordingIsLost() throws {
    // Given three tables that made the same point in their own words
    var workshop = try Workshop()
    let first = try workshop.capture("Follow the recruiter", group: "g1", themes: ["inside"])
    let second = try workshop.capture("Go after who recruits", group: "g2", themes: ["data"])
    let third = try workshop.capture("Recruiters, not runners", group: "g2")
    try workshop.perform(.highlight(second, true))

    // When they are merged
    let decision = try workshop.perform(.merge([second, third, second], into: first))
    #expect(decision.account == "merged #2 and #3 into #1")

    // Then one is on the lists, with what the others were coded to, and knows who said it
    let session = workshop.session
    #expect(session.contributions.keptCount == 1)
    #expect(session.contributions.count(of: ThemeID("data")) == 1)
    #expect(session.contributions[first]?.themes == ["inside", "data"])
    #expect(session.contributions[first]?.isHighlighted == true)
    let family = try #require(session.family(of: first))
    #expect(family.count == 3 && family.groups == ["g1", "g2"])
    #expect(family.merged.map(\.words) == ["Go after who recruits", "Recruiters, not runners"])
    #expect(session.stayer(of: third) == first)
    #expect(session.contributions[third]?.standing == .merged)

    // And an undo brings all of it back, a redo takes it away again
    let merged = Observed(session)
    try workshop.perform(.undo)
    #expect(workshop.session.contributions.keptCount == 3)
    #expect(workshop.session.contributions[first]?.themes == ["inside"])
    #expect(workshop.session.contributions[first]?.isHighlighted == false)
    #expect(workshop.session.family(of: first)?.count == 1)
    try workshop.perform(.redo)
    #expect(Observed(workshop.session) == merged)
  }

  @Test func mergesGoOnToOtherMerges() throws {
    var workshop = try Workshop()
    let points = try (1...4).map { try workshop.capture("point \($0)", group: GroupID("g\($0)")) }
    try workshop.perform(.merge([points[1]], into: points[0]))
    try workshop.perform(.merge([points[0]], into: points[2]))
    #expect(workshop.session.family(of: points[2])?.groups == ["g3", "g1", "g2"])
    #expect(workshop.session.stayer(of: points[1]) == points[2])
    // One of them may stand for itself again long after, by hand.
    try workshop.perform(.separate(points[1]))
    #expect(workshop.session.contributions[points[1]]?.isKept == true)
    #expect(workshop.session.family(of: points[2])?.count == 2)
    #expect(
      workshop.refusal(.separate(points[1])) == "#2 is not merged into another")
  }

  @Test func whatIsMergedIsChangedThroughTheOneThatStays() throws {
    var workshop = try Workshop()
    let one = try workshop.capture("one")
    let two = try workshop.capture("two", group: "g5")
    #expect(workshop.refusal(.merge([one], into: one)) == "#1 cannot be merged with itself")
    #expect(workshop.refusal(.merge([], into: one)) == "#1 cannot be merged with itself")
    try workshop.perform(.merge([two], into: one))
    for command in [
      Command.reword(two, "x"), .withdraw(two), .code(two, "data", true), .merge([one], into: two),
      .raise([two], CardPatch()),
    ] {
      #expect(workshop.refusal(command) == "#2 was merged into #1")
    }
    #expect(workshop.refusal(.split(one, into: ["a", "b"])).contains("stands for #2 too"))
    // The table that is named as having said it cannot go.
    #expect(workshop.refusal(.formGroups(count: 2)) == "Table 5 has contributions, so it cannot go")
  }

  @Test func aCompoundPointIsSplitAndKeepsWhereItCameFrom() throws {
    var workshop = try Workshop()
    let ann = try workshop.add("Ann")
    try workshop.perform(.enterRound(2))
    let whole = try workshop.capture(
      "Pool the data and follow the money", group: "g3", themes: ["data"], speaker: ann)
    let decision = try workshop.perform(.split(whole, into: ["Pool the data", "Follow the money"]))
    #expect(decision.account == "split #1 into #2, #3")
    let original = try #require(workshop.session.contributions[whole])
    #expect(original.standing == .split && workshop.session.contributions.keptCount == 2)
    for part in workshop.session.parts(of: whole) {
      #expect(part.group == "g3" && part.priority == original.priority && part.round == 2)
      #expect(part.themes == ["data"] && part.speaker == ann && part.lens == original.lens)
      #expect(part.at == original.at)
      #expect(workshop.session.sources(of: part.id).map(\.words) == [original.words])
    }
    #expect(workshop.refusal(.reword(whole, "x")) == "#1 was split into #2 and #3")
    #expect(
      workshop.refusal(.split(workshop.session.parts(of: whole)[0].id, into: ["x"]))
        == "#2 would not be split")
    // Numbers are spent: parts that an undo took away and a redo brought back are the same ones.
    #expect(try workshop.perform(.undo).account == "undid: split #1 into #2 and #3")
    #expect(workshop.session.contributions[whole]?.isKept == true)
    try workshop.perform(.redo)
    #expect(workshop.session.parts(of: whole).map(\.number.spoken) == ["#2", "#3"])
    #expect(workshop.session.contributions.keptCount == 2)
    // And by hand, whenever it is wanted.
    try workshop.perform(.rejoin(whole))
    #expect(workshop.session.contributions.keptCount == 1)
    #expect(workshop.refusal(.rejoin(whole)) == "#1 is not split")
    // Split anew it has new parts; the old ones still hold its words.
    try workshop.split(whole, ["Pool", "Follow"])
    #expect(workshop.session.parts(of: whole).map(\.number.spoken) == ["#4", "#5"])
    #expect(workshop.refusal(.redact(whole, reason: "r")).contains("#2, #3, #4 and #5"))
  }

  @Test func whatOthersDidMeanwhileIsListedAndNothingIsLost() throws {
    var workshop = try Workshop()
    let one = try workshop.capture("one")
    let two = try workshop.capture("two")
    try workshop.perform(.merge([two], into: one))
    // Another device had not heard of it.
    workshop.record(ContributionWithdrawn(contribution: two), by: "b")
    workshop.record(ContributionsMerged(into: two, from: [one]), by: "b")
    workshop.record(ContributionSplit(contribution: two, parts: ["p"]), by: "b")
    #expect(workshop.session.unresolved.count == 3)
    #expect(workshop.session.unresolved.allSatisfy { $0.reason.contains("#1") })
    #expect(workshop.session.family(of: one)?.count == 2)
    #expect(workshop.session.nextUndo(by: "b") == nil)
  }

  @Test func redactionReachesWhatCameOfIt() throws {
    var workshop = try Workshop()
    let whole = try workshop.capture("secret and harmless")
    let parts = try workshop.split(whole, ["secret", "harmless"])
    // The whole holds the words of its parts, and cannot go before those that must.
    #expect(
      workshop.refusal(.redact(whole, reason: "r")).contains("#2 and #3, which hold its words"))
    let decision = try workshop.perform(.redact(parts[0], reason: "a name"))
    #expect(
      decision.events.compactMap { ($0 as? ContributionRedacted)?.contribution } == [
        parts[0], whole,
      ])
    var dumped = ""
    dump(workshop.session, to: &dumped)
    #expect(!dumped.contains("secret") && dumped.contains("harmless"))
    #expect(workshop.session.contributions[parts[1]]?.isKept == true)
  }

  @Test func aMergedWordingIsRedactedForItself() throws {
    var workshop = try Workshop()
    let one = try workshop.capture("harmless")
    let two = try workshop.capture("secret")
    try workshop.perform(.merge([two], into: one))
    #expect(workshop.refusal(.redact(one, reason: "r")) == "#1 stands for #2 too")
    try workshop.perform(.redact(two, reason: "a name"))
    var dumped = ""
    dump(workshop.session, to: &dumped)
    #expect(!dumped.contains("secret"))
    #expect(workshop.session.family(of: one)?.count == 1)
    try workshop.perform(.redact(one, reason: "a name"))
  }

  @Test func aSplitAndARedactionThatDidNotHearOfEachOther() throws {
    // In whichever order the two come, the parts are off every screen and somebody is told.
    for redactedFirst in [true, false] {
      var workshop = try Workshop()
      let whole = try workshop.capture("secret and more")
      let redaction = ContributionRedacted(contribution: whole, reason: "a name")
      if redactedFirst { workshop.record(redaction, by: "b") }
      workshop.record(
        ContributionCaptured(
          contribution: "part", number: ContributionNumber(2), group: "g1", priority: "links",
          partOf: whole, words: "secret"))
      workshop.record(ContributionSplit(contribution: whole, parts: ["part"]))
      if !redactedFirst { workshop.record(redaction, by: "b") }
      #expect(workshop.session.contributions["part"]?.standing == .withdrawn)
      #expect(workshop.session.contributions.keptCount == 0)
      #expect(workshop.session.unresolved.contains { $0.reason.contains("#2 came from #1") })
      try workshop.perform(.redact("part", reason: "a name"))
    }
  }
}
