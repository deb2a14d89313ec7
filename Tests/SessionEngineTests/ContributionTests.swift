import SessionEngine
import Testing

@Suite("Contributions")
struct ContributionTests {
  @Test func aPointIsKeptWhereItWasMade() throws {
    var workshop = try Workshop()
    try workshop.perform(.enterRound(2))
    let ann = try workshop.add("Ann")
    let new = NewContribution(
      " Follow the recruiter ", group: "g3", lens: "whatif", themes: ["data", "data"],
      isHighlighted: true, speaker: ann, source: "row 3")
    let decision = try workshop.perform(.capture([new]))
    #expect(decision.account == "kept #1")
    #expect(decision.events.map(\.kind) == ["contribution.captured", "speaker.set"])
    let point = try #require(workshop.session.contributions[ContributionNumber(1)])
    #expect(point.words == " Follow the recruiter " && point.speaker == ann)
    #expect(point.priority == "protect" && point.round == 2 && point.lens == "whatif")
    #expect(point.themes == ["data"] && point.isHighlighted && point.source == "row 3")
    #expect(point.scribe == "Sam" && point.isKept)
  }

  @Test("No text longer than the limit is kept, reworded or split off; the longest is")
  func tooLong() throws {
    var workshop = try Workshop()
    // One character for a reader is two code points: no pile of accents gets past
    let most = String(repeating: "e\u{301}", count: WordsLimit.most / 2)
    let id = try workshop.capture(most)
    #expect(workshop.session.contributions[id]?.words.utf8.elementsEqual(most.utf8) == true)
    let reason = "the text has 20001 characters, and 20000 are the most"
    let long = most + "!"
    let two = ["short", long].map { NewContribution($0, group: "g1") }
    #expect(workshop.refusal(.capture(two)) == reason)
    #expect(workshop.refusal(.reword(id, long)) == reason)
    #expect(workshop.refusal(.split(id, into: ["short", long])) == reason)
  }

  @Test func whatCannotBeKeptIsRefused() throws {
    let workshop = try Workshop()
    func refusal(_ new: NewContribution) -> String { workshop.refusal(.capture([new])) }
    #expect(refusal(NewContribution(" \n\t", group: "g1")) == "there is nothing to keep yet")
    #expect(refusal(NewContribution("x", group: "g9")) == "there is no such group")
    #expect(
      refusal(NewContribution("x", group: "g1", priority: "p")) == "there is no such priority")
    #expect(refusal(NewContribution("x", group: "g1", lens: "l")) == "there is no such lens")
    #expect(
      refusal(NewContribution("x", group: "g1", themes: ["t"]))
        == "there is no such theme in the codebook")
    #expect(
      refusal(NewContribution("x", group: "g1", speaker: "d")) == "there is no such delegate")
    #expect(throws: Refusal.self) {
      try workshop.session.decide(
        .capture([NewContribution("x", group: "g1")]),
        at: Moment(now: workshop.now, device: "d", token: "t"))
    }
    expect(try workshop.decide(.capture([])), [])
  }

  @Test func aThousandImportedAreOneAct() throws {
    var workshop = try Workshop()
    let lines = (1...1000).map { NewContribution("line \($0)", group: GroupID("g\($0 % 5 + 1)")) }
    #expect(try workshop.perform(.capture(lines)).account == "kept 1000 contributions")
    #expect(workshop.session.contributions.count(of: GroupID("g2")) == 200)
    #expect(try workshop.perform(.undo).account == "undid: captured 1000 contributions")
    #expect(workshop.session.contributions.keptCount == 0)
    #expect(workshop.session.contributions.all.count == 1000)
    try workshop.perform(.redo)
    #expect(workshop.session.contributions.keptCount == 1000)
  }

  @Test func theRoomSpeaksAsOne() throws {
    var workshop = try Workshop()
    #expect(workshop.session.currentPriority(of: Group.wholeRoom.id) == Priority.acrossAll.id)
    let new = NewContribution("all of us", group: Group.wholeRoom.id)
    let first = try workshop.perform(.capture([new]))
    #expect(first.events.map(\.kind) == ["room.opened", "contribution.captured"])
    #expect(try workshop.perform(.capture([new])).events.map(\.kind) == ["contribution.captured"])
    #expect(workshop.session.groups.first == .wholeRoom && workshop.session.tables.count == 5)
    #expect(workshop.session.plan.priorities.last == .acrossAll)
    #expect(try workshop.perform(.undo).account == "undid: captured #2")
  }

  @Test func aPointMovesToTheRoomBeforeAnyoneSpokeThere() throws {
    var workshop = try Workshop()
    let point = try workshop.capture("a point")
    let move = Command.move(point, Group.wholeRoom.id, Priority.acrossAll.id)
    #expect(
      try workshop.perform(move).events.map(\.kind) == ["room.opened", "contribution.moved"])
    expect(try workshop.perform(move), [])
    #expect(workshop.session.contributions.count(of: Group.wholeRoom.id) == 1)
    #expect(workshop.session.contributions.hasAny(of: "g1") == false)
    #expect(workshop.refusal(.move(point, "g9", "links")) == "there is no such group")
    #expect(workshop.refusal(.move(point, "g1", "none")) == "there is no such priority")
  }

  @Test func wordsAreComparedByteForByte() throws {
    var workshop = try Workshop()
    let point = try workshop.capture("caf\u{e9}")
    expect(try workshop.perform(.reword(point, "caf\u{e9}")), [])
    let decision = try workshop.perform(.reword(point, "cafe\u{301}"))
    #expect(decision.events.count == 1 && decision.account == "reworded #1")
    let now = try #require(workshop.session.contributions[point])
    #expect(Array(now.words.utf8) == Array("cafe\u{301}".utf8))
    #expect(now.earlierWords.map { Array($0.utf8) } == [Array("caf\u{e9}".utf8)])
    try workshop.perform(.undo)
    let back = try #require(workshop.session.contributions[point])
    #expect(Array(back.words.utf8) == Array("caf\u{e9}".utf8) && back.earlierWords.isEmpty)
    #expect(workshop.refusal(.reword(point, " ")) == "#1 cannot be left without words")
  }

  @Test func marksAreSetOnce() throws {
    var workshop = try Workshop()
    let ann = try workshop.add("Ann")
    let point = try workshop.capture("a point")
    let commands: [(Command, any Event, String)] = [
      (
        .setLens(point, "whatif"), LensSet(contribution: point, lens: "whatif"),
        "set #1 to ‘what if’"
      ),
      (
        .code(point, "data", true),
        ContributionCoded(contribution: point, theme: "data", coded: true),
        "coded #1 to ‘The challenge of data’"
      ),
      (
        .code(point, "data", false),
        ContributionCoded(contribution: point, theme: "data", coded: false),
        "took #1 off ‘The challenge of data’"
      ),
      (
        .highlight(point, true), HighlightSet(contribution: point, highlighted: true),
        "highlighted #1"
      ),
      (
        .highlight(point, false), HighlightSet(contribution: point, highlighted: false),
        "took the highlight off #1"
      ),
      (
        .noteSpeaker(point, ann), SpeakerSet(contribution: point, speaker: ann),
        "noted who said #1"
      ),
      (
        .noteSpeaker(point, nil), SpeakerSet(contribution: point, speaker: nil),
        "took the speaker off #1"
      ),
    ]
    for (command, event, account) in commands {
      let decision = try workshop.perform(command)
      expect(decision, [event])
      #expect(decision.account == account)
      expect(try workshop.perform(command), [])
    }
    #expect(workshop.refusal(.setLens(point, "l")) == "there is no such lens")
    #expect(workshop.refusal(.code(point, "t", true)) == "there is no such theme in the codebook")
    #expect(workshop.refusal(.noteSpeaker(point, "d")) == "there is no such delegate")
  }

  @Test func aThemeTakenOffByMistakeComesBackToItsPlace() throws {
    var workshop = try Workshop()
    let point = try workshop.capture("a point", themes: ["data", "inside"])
    try workshop.perform(.code(point, "data", false))
    try workshop.perform(.undo)
    #expect(workshop.session.contributions[point]?.themes == ["data", "inside"])
  }

  @Test func whatIsWithdrawnIsLeftAloneUntilItIsRestored() throws {
    var workshop = try Workshop()
    let point = try workshop.capture("a point")
    expect(try workshop.perform(.restore(point)), [])
    let withdrawn = try workshop.perform(.withdraw(point))
    expect(withdrawn, [ContributionWithdrawn(contribution: point)])
    #expect(withdrawn.account == "withdrew #1")
    expect(try workshop.perform(.withdraw(point)), [])
    let changes: [Command] = [
      .reword(point, "x"), .move(point, "g2", "links"), .setLens(point, "whatif"),
      .code(point, "data", true), .highlight(point, true), .noteSpeaker(point, nil),
    ]
    for command in changes { #expect(workshop.refusal(command) == "#1 is withdrawn") }
    let restored = try workshop.perform(.restore(point))
    expect(restored, [ContributionRestored(contribution: point)])
    for command in changes + [.withdraw(point), .restore(point)] {
      _ = try workshop.decide(command)
    }
  }

  @Test func whatIsNotThereIsSaidSo() throws {
    let workshop = try Workshop()
    let commands: [Command] = [
      .reword("x", "x"), .withdraw("x"), .restore("x"), .move("x", "g2", "links"),
      .setLens("x", "whatif"), .code("x", "data", true), .highlight("x", true),
      .noteSpeaker("x", nil), .redact("x", reason: "r"),
    ]
    for command in commands {
      #expect(workshop.refusal(command) == "there is no such contribution")
    }
  }
}
