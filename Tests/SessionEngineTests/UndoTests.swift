import SessionEngine
import Testing

@Suite("Undo between devices")
struct UndoTests {
  @Test func eachDeviceTakesBackItsOwn() throws {
    var workshop = try Workshop()
    let mine = try workshop.capture("mine")
    let theirs = try workshop.capture("theirs", by: Workshop.tablet)
    #expect(try workshop.perform(.undo).account == "undid: captured #1")
    #expect(workshop.session.contributions[mine]?.isKept == false)
    #expect(workshop.session.contributions[theirs]?.isKept == true)
    #expect(workshop.session.nextUndo(by: Workshop.tablet) == "captured #2")
    #expect(workshop.session.nextRedo(by: Workshop.laptop) == "captured #1")
    #expect(workshop.refusal(.undo) == "there is nothing of yours to undo")
    #expect(workshop.refusal(.redo, by: Workshop.tablet) == "there is nothing to redo")
  }

  @Test func whatSomeoneElseChangedSinceIsSkippedAndNamed() throws {
    var workshop = try Workshop()
    let point = try workshop.capture("one")
    try workshop.perform(.highlight(point, true))
    try workshop.perform(.reword(point, "two"))
    try workshop.perform(.reword(point, "three"), by: Workshop.tablet)
    #expect(workshop.session.nextUndo(by: Workshop.laptop) == "highlighted #1")
    #expect(
      try workshop.perform(.undo).account
        == "undid: highlighted #1 (left alone, since someone else changed it: reworded #1)")
    #expect(workshop.session.contributions[point]?.words == "three")
  }

  @Test func whatSomeoneElseWithdrewIsNotWithdrawnAgain() throws {
    var workshop = try Workshop()
    let point = try workshop.capture("one")
    try workshop.perform(.withdraw(point), by: Workshop.tablet)
    #expect(workshop.refusal(.undo).contains("captured #1"))
  }

  @Test func aRedoDoesNotOverwriteSomeoneElse() throws {
    var workshop = try Workshop()
    let point = try workshop.capture("one")
    try workshop.perform(.reword(point, "two"))
    try workshop.perform(.undo)
    try workshop.perform(.reword(point, "theirs"), by: Workshop.tablet)
    #expect(workshop.refusal(.redo).contains("no longer fits what others did since"))
  }

  @Test func tablesOthersSpokeAtAreNotTakenAway() throws {
    var workshop = try Workshop()
    try workshop.perform(.formGroups(count: 6))
    try workshop.capture("a point", group: "g6", by: Workshop.tablet)
    #expect(workshop.refusal(.undo).contains("set up 6 groups"))
    #expect(workshop.session.tables.count == 6)
  }

  @Test func aNewActLeavesNothingToRedo() throws {
    var workshop = try Workshop()
    try workshop.capture("one")
    try workshop.perform(.undo)
    try workshop.capture("two")
    #expect(workshop.session.nextRedo(by: Workshop.laptop) == nil)
    #expect(workshop.refusal(.redo) == "there is nothing to redo")
    #expect(workshop.session.contributions.all.map(\.number.spoken) == ["#1", "#2"])
  }

  @Test func actsAreBounded() throws {
    var workshop = try Workshop()
    let point = try workshop.capture("one")
    for step in 0..<(5 * ActLog.depth) { try workshop.perform(.highlight(point, step % 2 == 0)) }
    let count = workshop.session.acts[Workshop.laptop]?.undoable.count ?? 0
    #expect((ActLog.depth...2 * ActLog.depth).contains(count))
    for _ in 0..<count { try workshop.perform(.undo) }
    #expect(workshop.refusal(.undo) == "there is nothing of yours to undo")
    #expect(workshop.session.contributions[point]?.isKept == true)
  }

  @Test func anUndoThatAnotherMachineForestalledIsDone() throws {
    var workshop = try Workshop()
    let point = try workshop.capture("one")
    // The tablet's withdrawal was under way when this device undid its capture.
    workshop.record(ContributionWithdrawn(contribution: point), by: Workshop.tablet)
    workshop.record(ContributionWithdrawn(contribution: point), turn: .undoes(6))
    let act = try #require(workshop.records.first { $0.event is ContributionCaptured }?.act)
    workshop.record(ContributionWithdrawn(contribution: point), turn: .undoes(act))
    #expect(workshop.session.acts[Workshop.laptop]?.undoable.isEmpty == true)
    #expect(workshop.refusal(.redo) == "there is nothing to redo")
  }
}

@Suite("Redaction")
struct RedactionTests {
  @Test func nothingOfTheWordsIsLeft() throws {
    var workshop = try Workshop()
    let ann = try workshop.add("Ann")
    let point = try workshop.capture("secret one", speaker: ann)
    try workshop.perform(.reword(point, "secret two"))
    try workshop.perform(.reword(point, "secret three"), by: Workshop.tablet)
    try workshop.perform(.undo, by: Workshop.tablet)
    let decision = try workshop.perform(.redact(point, reason: " a name "))
    expect(decision, [ContributionRedacted(contribution: point, reason: "a name")])
    #expect(decision.account == "redacted #1: a name")

    let now = try #require(workshop.session.contributions[point])
    #expect(now.words.isEmpty && now.earlierWords.isEmpty && now.speaker == nil)
    #expect(now.standing == .redacted && workshop.session.redactions[point] == "a name")
    #expect(workshop.session.contributions.count(by: ann) == 0)
    #expect(workshop.session.contributions.keptCount == 0)
    var dumped = ""
    dump(workshop.session.acts, to: &dumped)
    dump(workshop.session.contributions, to: &dumped)
    #expect(!dumped.contains("secret"))
    #expect(workshop.session.nextUndo(by: Workshop.laptop) == "added Ann")
  }

  @Test func whatIsRedactedIsGone() throws {
    var workshop = try Workshop()
    let point = try workshop.capture("a point")
    #expect(workshop.refusal(.redact(point, reason: " ")) == "the reason is empty")
    try workshop.perform(.withdraw(point))
    try workshop.perform(.redact(point, reason: "a name"))
    #expect(workshop.refusal(.redact(point, reason: "again")) == "#1 was redacted already")
    for command in [Command.reword(point, "x"), .restore(point), .withdraw(point)] {
      #expect(workshop.refusal(command) == "#1 was redacted for good")
    }
  }

  @Test func wordsThatArriveLateStayOut() throws {
    var workshop = try Workshop()
    let point = try workshop.capture("secret")
    try workshop.perform(.redact(point, reason: "a name"))
    workshop.record(ContributionReworded(contribution: point, words: "secret"), by: "b")
    workshop.record(SpeakerSet(contribution: point, speaker: "ann"), by: "b")
    workshop.record(ContributionRestored(contribution: point), by: "b")
    #expect(workshop.session.unresolved.count == 2)
    #expect(workshop.session.acts["b"] == nil || workshop.session.nextUndo(by: "b") == nil)
    #expect(workshop.session.contributions[point].map(Observed.fields) != nil)
    #expect(workshop.session.contributions[point]?.words.isEmpty == true)
    #expect(workshop.session.contributions[point]?.standing == .redacted)
  }

  @Test func aCaptureThatFollowsItsRedactionComesWithoutWords() throws {
    var workshop = try Workshop()
    workshop.record(ContributionRedacted(contribution: "late", reason: "a name"), by: "b")
    workshop.record(
      ContributionCaptured(
        contribution: "late", number: ContributionNumber(9), group: "g1", priority: "links",
        words: "secret"), by: "b")
    let late = try #require(workshop.session.contributions["late"])
    #expect(late.words.isEmpty && late.standing == .redacted)
    #expect(workshop.session.contributions.keptCount == 0)
  }
}
