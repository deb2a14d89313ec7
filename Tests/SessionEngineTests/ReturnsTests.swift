import SessionEngine
import Testing

@Suite("How many handed in a form")
struct ReturnsTests {
  private func forms(_ count: Int) -> [FeedbackForm] {
    (0..<count).map { FeedbackForm(answers: ["e1": 1 + $0 % 5, "r1": 4]) }
  }

  /// A day with so many people marked present.
  private func day(_ count: Int) throws -> (workshop: Workshop, people: [DelegateID]) {
    var workshop = try Workshop()
    var people: [DelegateID] = []
    for index in 0..<count {
      people.append(try workshop.add("P\(index)"))
      try workshop.perform(.markPresent(people[index], true))
    }
    return (workshop, people)
  }

  @Test("Who handed in a form and went home was there")
  func leavers() throws {
    var (workshop, people) = try day(30)
    try workshop.perform(.enterFeedback(forms(12)))
    #expect(workshop.session.feedbackSummary.count == "12 of 30 forms")
    // When one goes, when 27 do, and when the room is empty
    for (index, person) in people.enumerated() {
      try workshop.perform(.markPresent(person, false))
      let summary = workshop.session.feedbackSummary
      #expect(summary.present == 30 && summary.responseRate == 40, "after \(index + 1) left")
    }
    #expect(workshop.session.feedbackSummary.line(on: "relevance")?.hasPrefix("12 of 30") == true)
    // And a snapshot keeps that
    let restored = SessionSnapshot(workshop.session).session()
    #expect(restored?.feedbackSummary == workshop.session.feedbackSummary)
  }

  @Test("A walk-in who left was there, and nobody counts twice")
  func walkIns() throws {
    var (workshop, people) = try day(2)
    try workshop.perform(.addDelegates([NewDelegate(.init(name: "Di"), isWalkIn: true)]))
    let walkIn = try #require(workshop.session.delegates.keys.last)
    for id in [walkIn, people[0], walkIn, people[0]] {
      try workshop.perform(.markPresent(id, workshop.session.delegates[id]?.isPresent == false))
    }
    #expect(workshop.session.attended.count == 3)
    try workshop.perform(.markPresent(walkIn, false))
    #expect(workshop.session.attended.count == 3)
  }

  @Test("A mark that is taken back, and a no-show, were never there")
  func mistakes() throws {
    var (workshop, people) = try day(3)
    // When the last mark is undone, redone and undone
    for turn in [Command.undo, .redo, .undo] { try workshop.perform(turn) }
    #expect(workshop.session.attended.map(\.id) == Array(people.prefix(2)))
    // When one who came in the morning and left comes back by mistake
    try workshop.perform(.markPresent(people[0], false))
    try workshop.perform(.markPresent(people[0], true))
    try workshop.perform(.undo)
    #expect(workshop.session.attended.count == 2)
    // When another turns out not to have come at all
    let decision = try workshop.perform(.markNoShow(people[1]))
    #expect(decision.account == "marked P1 as not having come")
    #expect(workshop.session.attended.map(\.id) == [people[0]])
    #expect(try workshop.perform(.markNoShow(people[1])).events.isEmpty)
    try workshop.perform(.undo)
    #expect(workshop.session.attended.count == 2)
    #expect(workshop.session.delegates[people[1]]?.isPresent == true)
  }

  @Test("Where nobody was marked present, no share is told")
  func nobodyMarked() throws {
    var workshop = try Workshop()
    _ = try workshop.add("Ann")
    try workshop.perform(.enterFeedback(forms(1)))
    var summary = workshop.session.feedbackSummary
    #expect(summary.count == "1 form" && summary.responseRate == nil && summary.warning == nil)
    #expect(summary.line(on: "relevance") == "1 form, 1 of 1 answers positive on relevance")
    try workshop.perform(.enterFeedback(forms(2)))
    summary = workshop.session.feedbackSummary
    #expect(summary.count == "3 forms" && summary.responseRate == nil)
  }

  @Test("More forms than people are told as they are, with what to do")
  func moreThanPeople() throws {
    var (workshop, _) = try day(3)
    try workshop.perform(.enterFeedback(forms(3)))
    #expect(workshop.session.feedbackSummary.warning == nil)
    try workshop.perform(.enterFeedback(forms(9)))
    let summary = workshop.session.feedbackSummary
    #expect(summary.count == "12 forms" && summary.responseRate == nil)
    #expect(summary.line(on: "relevance") == "12 forms, 100% positive on relevance")
    let warning = try #require(summary.warning)
    #expect(warning.hasPrefix("12 forms, but only 3 people were marked present: mark"))
    #expect(warning.contains("take back"))
  }

  @Test("A wish goes by its commonest spelling, the first in the alphabet of equals")
  func spellings() throws {
    var workshop = try Workshop()
    for wishes in [["Cyber"], ["cyber"], ["CYBER", "Cyber"], ["ports"], ["Ports"]] {
      try workshop.perform(.enterFeedback([FeedbackForm(futurePriorities: wishes)]))
    }
    #expect(
      workshop.session.feedbackSummary.futurePriorities == [
        Wish(text: "Cyber", count: 3, rank: 1), Wish(text: "Ports", count: 2, rank: 2),
      ])
  }
}
