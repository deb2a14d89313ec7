import Intake
import Replay
import SessionEngine
import Testing

@Suite("A session plays back in the words of the room")
struct ReplayTests {
  private func day() throws -> Room {
    var room = try Room.open()
    room.now = room.now.advanced(bySeconds: 60)
    try room.perform(.enterStage("first"))
    room.now = room.now.advanced(bySeconds: 60)
    try room.perform(
      .capture([
        NewContribution(
          "Cash businesses give cover", group: "g2", lens: "improve", isHighlighted: true)
      ]))
    try room.say("Remove me\u{1B}[2J please", table: 1)
    try room.say("Secret name", table: 1)
    room.now = room.now.advanced(bySeconds: 60)
    try room.perform(.reword(try room.id(1), "Cash businesses\ngive \u{202E}cover"))
    try room.perform(.withdraw(try room.id(2)))
    try room.perform(.redact(try room.id(3), reason: "asked for"))
    try room.say("A slip")
    try room.perform(.undo)
    return room
  }

  @Test(
    "given a day, when played, then each record is a line, and what was taken back shows no words")
  func lines() throws {
    let lines = Replay.lines(try day().records, utcOffsetSeconds: 3600)
    #expect(
      lines == [
        "Tuesday 24 November 2026",
        "11:30:00  Ada  opened the session ‘Trial’",
        "11:30:00  Ada  set up 3 groups",
        "11:30:00  Ada  planned 1 round",
        "",
        "11:31:00  ── Round 1, 25 min ──",
        "11:32:00  Ada  #1  Table 2 · OCG business models  improvement  ‘Cash businesses give cover’  ★",
        "11:32:00  Ada  #2 withdrawn",
        "11:32:00  Ada  #3 redacted",
        "11:33:00  Ada  #1  reworded  ‘Cash businesses⏎give cover’",
        "11:33:00  Ada  #2 withdrawn",
        "11:33:00  Ada  redacted #3: asked for",
        "11:33:00  Ada  #4 withdrawn",
        "11:33:00  Ada  undid: captured #4",
      ])
  }

  @Test("given forms typed at known times, when played, then no form has a time beside it")
  func forms() throws {
    var room = try Room.open()
    var revision = PlanRevised()
    revision.evaluation = EvaluationForm(items: [
      .init(id: "eng", dimension: "engagement", statement: "I took part.")
    ])
    try room.perform(.revisePlan(revision))
    for points in 1...3 {
      room.now = room.now.advanced(bySeconds: 61)
      try room.perform(.enterFeedback([FeedbackForm(answers: ["eng": points])]))
    }
    try room.perform(.undo)
    let lines = Replay.lines(room.records, utcOffsetSeconds: 0).filter { $0.contains("form") }
    let entered = "          Ada  entered a feedback form"
    #expect(
      lines.filter { $0.contains("feedback") } == [
        entered, entered, entered, "          Ada  undid: entered a feedback form",
      ])
  }

  @Test("given long words, when played, then they are clipped unless the text is asked for")
  func clipping() throws {
    var room = try Room.open()
    let words = String(repeating: "word ", count: 50)
    let marks = "a" + String(repeating: "\u{301}", count: 5000)
    try room.say(words)
    try room.say(marks)
    let short = Replay.lines(room.records, utcOffsetSeconds: 0)
    #expect(short.allSatisfy { $0.unicodeScalars.count < 500 })
    #expect(short.suffix(2).allSatisfy { $0.hasSuffix("…’") })
    let full = Replay.lines(room.records, utcOffsetSeconds: 0, Replay.Options(fullText: true))
    #expect(full.contains { $0.hasSuffix("‘\(words)’") })
  }

  @Test(
    "given a moment, when asked for, then the state is as it was, without words withdrawn since")
  func state() throws {
    let room = try day()
    func numbers(_ text: String) throws -> [Int] {
      let until = try Replay.parseUntil(text)
      let session = Replay.state(room.records, until: until, utcOffsetSeconds: 3600)
      return session.contributions.all.filter(\.isKept).map(\.number.value)
    }
    #expect(try numbers("11:31").isEmpty)
    #expect(try numbers("11:32") == [1])
    #expect(try numbers("11:31:59").isEmpty)
    #expect(try numbers("2026-11-24 11:32:00") == [1])
    #expect(try numbers("2026-11-23 11:32").isEmpty)
    #expect(try numbers("2026-11-24T10:32:00Z") == [1])
    #expect(try numbers("6") == [1])
    #expect(try numbers("0").isEmpty)
    let then = Replay.state(
      room.records, until: try Replay.parseUntil("11:32"), utcOffsetSeconds: 3600)
    #expect(then.contributions[ContributionNumber(1)]?.words == "Cash businesses give cover")
    #expect(then.contributions[ContributionNumber(2)]?.words.isEmpty == true)
    #expect(then.eventCount == 8)
    let records = room.records
    func moment(_ until: Until) -> String? {
      Replay.moment(of: records, until: until, utcOffsetSeconds: 3600)?.description
    }
    #expect(moment(try Replay.parseUntil("11:32")) == "2026-11-24T10:32:59.000Z")
    #expect(moment(.events(5)) == "2026-11-24T10:31:00.000Z")
    #expect(moment(.events(0)) == nil)
    for bad in ["", "soon", "25:00", "10:60", "1:2:3:4", "-5", "2026-13-01 10:00", "10:", "１０:00"] {
      #expect(throws: ReplayError.self) { try Replay.parseUntil(bad) }
    }
  }

  @Test("given a state, when summed up, then stage, groups and words are there, safe on a terminal")
  func summary() throws {
    let room = try day()
    let lines = Replay.summary(room.session, at: room.now)
    #expect(
      lines == [
        "OFFICIAL", "Trial", "Round 1 of 1, 23:00 left",
        "0 delegates, 0 present; 1 contribution; 13 events", "", "Groups",
        "  1  Table 1  International links  0  0 seated",
        "  2  Table 2  OCG business models  1  0 seated",
        "  3  Table 3  What works           0  0 seated", "", "Table 2 · OCG business models",
        "  #1  improvement  ‘Cash businesses⏎give cover’  ★", "",
        "Withdrawn or redacted: #2, #3, #4", "", "OFFICIAL",
      ])
    #expect(Replay.summary(Session()) == ["Nothing had happened yet."])
  }
}

@Suite("The sample session is a workshop half-way through")
struct SampleSessionTests {
  @Test("given the sample, when played, then it ends now, in its third round, with time left")
  func plays() throws {
    var room = Room()
    let now = room.now
    var last = Instant(milliseconds: 0)
    let session = try SampleSession.play(session: "sample", endingAt: now) { command, at in
      #expect(at >= last)
      last = at
      return try room.perform(command, at: at)
    }
    #expect(last == now)
    #expect(session.unresolved.isEmpty)
    #expect(session.round == 3)
    #expect((session.clock?.remainingSeconds(at: now) ?? 0) > 600)
    #expect(session.tables.count == 5)
    #expect(session.delegates.count == 25)
    #expect(session.delegates.values.count(where: { !$0.isPresent }) == 2)
    #expect(session.delegates.values.count(where: \.isWalkIn) == 1)
    #expect(
      Set(session.delegates.values.map(\.profile.sector)) == ["police", "academia", "partner"])
    #expect(session.delegates.values.allSatisfy { session.seats[$0.id] != nil })
    let all = session.contributions.all
    #expect((40...55).contains(all.count))
    #expect(all.count { $0.standing == .withdrawn } == 1)
    #expect(all.count { !$0.earlierWords.isEmpty } == 1)
    #expect(all.count(where: \.isHighlighted) >= 6)
    #expect(
      all.allSatisfy { session.priority(of: $0.group, inRound: $0.round ?? 0) == $0.priority })
    #expect(Replay.lines(room.records, utcOffsetSeconds: 0).count > 100)
  }
}
