import SessionEngine
import Testing

@testable import Console

/// What somebody stumbled over in an afternoon.
@Suite("Small things") struct SmallThingsTests {
  // 24 November 2026 is a Tuesday.
  static let dates: [(String, String?)] = [
    ("14/12", "2026-12-14"), ("24/11", "2026-11-24"), ("23/11", "2027-11-23"),
    ("1.2.", "2027-02-01"),
    ("friday", "2026-11-27"), ("Fri", "2026-11-27"), ("tuesday", "2026-12-01"),
    ("next friday", "2026-12-04"), ("next Monday", "2026-11-30"), ("by next sunday", "2026-12-06"),
    ("tomorrow", "2026-11-25"), ("14 Dec", "2026-12-14"), ("Dec 14th", "2026-12-14"),
    ("29 February", "2028-02-29"), ("in 3 weeks", "2026-12-15"), ("in a day", "2026-11-25"),
    ("31/2", nil), ("12/14", nil), ("0/5", nil), ("2026-12-14", nil), ("someday", nil), ("", nil),
    ("may", nil), ("next", nil), ("in 9999999999999999999 weeks", nil),
    ("99999999999999999999/1", nil),
  ]

  @Test("a day is understood as it is said", arguments: dates)
  func spoken(_ text: String, _ wanted: String?) throws {
    let now = try Workshop.underWay().now
    #expect(SpokenDate.day(text, from: now, utcOffset: 0) == wanted)
  }

  @Test("on the card a day without a year is the next such day")
  func dateField() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    try room.raise("Follow the recruiter")
    room.press("M-6", "Enter")
    while room.console.trials.field != .date { room.press("Down") }
    room.press("Enter")
    room.keep("next friday")
    #expect(room.session.opportunities.kept.first?.card.date == "2026-12-04")
  }

  @Test("in a long list digits mean the numbers of its entries, not those of what is said of them")
  func longList() throws {
    // Given more than nine things to vote on, most of them one contribution each
    var room = Room(try Workshop.underWay(), 120, 40)
    for number in 1...12 {
      room.press("M-3")
      room.keep("point \(number)")
      let point = try #require(room.session.contributions.all.last?.id)
      try room.elsewhere(.makeTheme(title: "Theme \(number)", of: [point]))
    }
    room.press("M-5", "a")
    guard case .picker(let all)? = room.console.overlays.last else {
      Issue.record("no list is open")
      return
    }
    #expect(all.items.count > 9)
    // When a digit is typed
    room.press("1")
    guard case .picker(let picker)? = room.console.overlays.last else {
      Issue.record("the list is gone")
      return
    }
    // Then those remain whose number begins so, the one of just this number first
    #expect(picker.shown.map(\.lead).allSatisfy { $0.hasPrefix("1") })
    #expect(picker.shown.first?.lead == "1" && picker.shown.count > 1)
    // And words are looked for as ever
    room.press("C-u")
    room.type("Theme 12")
    #expect(room.shows("Theme 12") && !room.shows("Theme 11"))
  }

  @Test("f on what was never merged says so, and opens no list")
  func noFamily() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    room.press("M-4", "f")
    #expect(room.console.overlays.isEmpty && room.shows("nothing is merged there"))
  }

  @Test("what cannot be voted on yet says why and how, by Enter and by its number")
  func nothingToVoteOn() throws {
    var room = Room(try Workshop.underWay(), 80, 24)
    room.press("M-5", "a", "Down", "Enter")
    #expect(room.shows("Opportunities: none yet: O raises one"))
    guard case .picker = room.console.overlays.last else {
      Issue.record("the list is gone")
      return
    }
    room.press("2")
    #expect(room.console.overlays.count == 1 && room.shows("Opportunities: none yet"))
    room.press("C-u")
    room.type("opport")
    room.press("Enter")
    #expect(room.shows("Opportunities: none yet") && room.session.scorings.isEmpty)
  }

  @Test("two texts with the same words are called that, and no share of a hundred")
  func sameWords() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    let tables = room.session.tables.map(\.id)
    try room.elsewhere(
      .capture([NewContribution("The Harbour vans leave at night", group: tables[0])]))
    try room.elsewhere(
      .capture([NewContribution("the harbour vans leave at night", group: tables[1])]))
    room.press("M-4", "D")
    while room.console.hasWork { room.send(.work) }
    for _ in room.console.standingPairs where !room.shows("arbour vans") { room.press("n") }
    #expect(room.shows("the same words") && !room.shows("100% alike"))
  }

  @Test("more skills than find room are said to be more")
  func manySkills() throws {
    var room = Room(try Workshop.underWay(), 200, 60)
    for index in 1...14 {
      let new = NewDelegate(
        Workshop.person("Zoë \(index)", "Somewhere", "partner", "Officer", "skill \(index)"))
      try room.elsewhere(.addDelegates([new]))
      let id = try #require(room.session.delegates.keys.last)
      try room.elsewhere(.markPresent(id, true))
    }
    try room.raise("Follow the recruiter")
    room.press("M-6", "Enter")
    while room.console.trials.field != .skillsWanted { room.press("Down") }
    room.press("Enter")
    #expect(room.shows("offered here:") && room.shows("… ") && room.shows(" more"))
    // And somebody is found whatever the accents
    room.press("Esc", "M-1", "/")
    room.type("zoe 7")
    #expect(room.row("Zoë 7").contains("▸"))
  }

  @Test("the number of a copied folder says what its letter is")
  func copiedFolder() throws {
    #expect(ContributionNumber(series: "y", 1).seriesAccount == "numbered in copy y of the folder")
    #expect(ContributionNumber(17).seriesAccount == nil)
    var room = Room(try Workshop.underWay(), 120, 40)
    room.press("Esc")
    #expect(!room.shows("of the folder"))
  }
}
