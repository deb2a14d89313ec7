import SessionEngine
import Testing

@testable import Console

/// From the first who arrives to the last form, in one go.
@Suite("One whole day") struct DayTests {
  @Test("talk, themes, votes, trial cards and forms, by keys alone")
  func atTheKeys() throws {
    // Given sixty points by five tables, captured in three rounds
    var room = Room(try Workshop.morning(), 120, 40)
    room.arrive()
    #expect(room.shows("32 of 32 are here, 12 walked in"))
    room.listen()
    #expect(room.kept == Day.talk.joined().map(\.words))

    // When they are coded, a key or two a point
    let before = room.performed.count
    room.code()
    let codings = Day.talk.joined().enumerated().map { Day.codes($0, $1).count }
    #expect(room.performed.count - before == codings.reduce(0, +))
    #expect(uncoded(room) == 6 && room.shows("not coded yet             6"), "\(room)")

    // And two are merged, two more in other words, one split, and a theme emerges
    room.collate()
    #expect(uncoded(room) == 0, "\(room.console.collating.topics)")
    try expectCollated(room)
    room.keepCodebook()
    try expectCodebook(room)

    // And eight opportunities are raised and scored by five tables
    room.raiseAll()
    #expect(room.session.opportunities.kept.count == 8)
    room.score()
    try expectScored(room)

    // And three are taken to full trial cards
    for card in Day.cards { room.fillIn(card) }
    try expectCards(room)

    // And thirty forms are entered: then the room's judgement is read from the screen
    room.enterForms()
    room.press("s")
    expectSummary(room)
    #expect(room.session.unresolved.isEmpty)
  }

  @Test("the same day through the commands comes to the same state")
  func inLines() throws {
    let room = try Room.dayAtKeys()
    let day = try DayInLines()
    defer { day.remove() }
    let told = try day.told()
    let (atKeys, inLines) = (Picture.lines(room.session), Picture.lines(told))
    #expect(atKeys.count > 150)
    for difference in inLines.difference(from: atKeys) {
      switch difference {
      case .remove(let place, let line, _): Issue.record("only at the keys, \(place): \(line)")
      case .insert(let place, let line, _): Issue.record("only in lines, \(place): \(line)")
      }
    }
  }

  private func uncoded(_ room: Room) -> Int {
    room.session.contributions.uncoded(by: room.session.themes.map(\.id)).count
  }

  private func expectCollated(_ room: Room) throws {
    let stayer = try #require(room.contribution(Day.recruiter))
    let family = try #require(room.session.family(of: stayer.id))
    #expect(family.voices.map(\.words) == [Day.recruiter, Day.recruiterAgain])
    #expect(family.groups.count == 2)
    let bank = try #require(room.contribution(Day.banks))
    #expect(room.session.family(of: bank.id)?.count == 2)
    let whole = try #require(room.session.contributions.all.first { $0.standing == .split })
    #expect(room.session.parts(of: whole.id).map(\.words) == Day.parts)
    let theme = try #require(room.session.themes.last)
    #expect(theme.title == "Crypto cash machines")
    let members = room.session.contributions.slots(of: theme.id)
      .map { room.session.contributions.all[$0].words.lowercased() }
    #expect(members.count == 6 && members.allSatisfy { $0.contains("crypto") })
    #expect(room.session.contributions.keptCount == 59)
  }

  private func expectCodebook(_ room: Room) throws {
    #expect(
      room.session.themes.map(\.title) == [
        "Ways of thinking", "Data, joined up", "Inside their world", "Crypto cash machines",
        "More intrusive and proactive analysis",
      ])
    try #require(room.session.themes.count == 5)
    let data = room.session.themes[1]
    #expect(data.definition == "What would have to be known, by whom, and when")
    #expect(data.keyPoints.last == "Ask the question first")
    let quoted = room.session.highlights(of: "inside").map { $0.words.prefix(12) }
    #expect(quoted.count > 2 && quoted[quoted.count - 3] == "Whoever laun", "\(quoted)")
  }

  private func expectScored(_ room: Room) throws {
    let result = try #require(room.result)
    #expect(result.ballots == 5 && result.electorate == 5)
    try #require(result.items.count == 8)
    let means = result.items[0].criteria.map(\.spread.mean)
    #expect(means == [4.8, 4.4])
    // Four tables call the joint visits worth it, and the fifth does not: that is said
    #expect(result.items[4].criteria[0].spread.isDissent)
    #expect(room.shows("quick wins") && room.shows("5 of 5"), "\(room)")
  }

  private func expectCards(_ room: Room) throws {
    for text in Day.cards {
      let number = try #require(OpportunityNumber(text.number))
      let opportunity = try #require(room.session.opportunities[number])
      for field in CardField.allCases {
        let value = room.console.value(of: field, on: opportunity)
        let mayBeEmpty =
          field == .immediate && !text.isImmediate
          || field == .marylandNow && text.maryland.now == 0
        #expect(mayBeEmpty == value.isEmpty, "\(text.number) \(field): ‘\(value)’")
      }
      #expect(room.session.lacks(opportunity).isEmpty)
    }
    // The way back from the first card leads to three points, as they were captured, by keys
    var room = room
    room.press("M-6", "/")
    room.type("O1")
    room.press("Enter", "Esc", "Enter", "End", "PgDn")
    for words in [Day.recruiter, Day.recruiterAgain, "Map the costs: what do they pay"] {
      #expect(room.tail.contains("‘\(words)"), "\(room.tail)")
    }
    room.press("Esc")
    #expect(room.shows("3 of 8 ready to try"), "\(room)")
  }

  /// Ten forms ticked 5555, not applicable twice, 4, 3; twenty ticked 4455 4433.
  private func expectSummary(_ room: Room) {
    var room = room
    #expect(room.session.feedback.count == 30)
    #expect(room.shows("30 of 32 forms, 100% positive on relevance"), "\(room)")
    #expect(room.row("What I had to say").contains("100%"))
    #expect(room.shows("n 20") && room.shows("N/A 10"))
    #expect(room.row("There was enough time").contains("33%"), "\(room)")
    room.press("G")
    // Fifteen wished for ports and student rents, three more for ports alone
    #expect(room.row("1. Ports").hasSuffix("18"), "\(room)")
    #expect(room.row("2. Student rents").hasSuffix("15"))
    #expect(room.shows("More data, joined up"))
  }
}
