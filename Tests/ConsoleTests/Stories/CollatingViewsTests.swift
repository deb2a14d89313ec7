import SessionEngine
import Terminal
import Testing

@testable import Console

/// The views of Themes, by keys.
@Suite("Views of Themes by keys") struct CollatingViewsTests {
  private func themes() throws -> Room {
    var room = Room(try Workshop.underWay(), 120, 40)
    room.press("M-4")
    return room
  }

  @Test("likely duplicates side by side: merged, put aside, offered again")
  func duplicates() throws {
    var room = try themes()
    let tables = room.session.tables.map(\.id)
    try room.elsewhere(
      .capture([
        NewContribution("Follow the recruiter and not the runner", group: tables[0]),
        NewContribution("Follow the recruiter; not the runner!", group: tables[3]),
      ]))
    room.press("D")
    while room.console.hasWork { room.send(.work) }
    let pair = try #require(room.console.chosenPair)
    #expect(room.shows("the same words"))
    for id in [pair.first, pair.second] {
      let words = try #require(room.session.contributions[id]?.words)
      #expect(room.shows(String(words.prefix(20))))
    }

    // Put aside, it is not offered again, until somebody asks for it
    let count = room.console.standingPairs.count
    room.press("x")
    while room.console.hasWork { room.send(.work) }
    #expect(!room.console.standingPairs.contains { $0.key == pair.key })
    #expect(room.shows("said that"))
    func isOffered() -> Bool { room.console.standingPairs.contains { $0.key == pair.key } }
    room.press("u")
    while room.console.hasWork { room.send(.work) }
    #expect(isOffered() && room.shows("undid: said that"))
    room.press("U")
    #expect(!isOffered())
    // One of the two that goes and comes back makes a point of its own still
    try room.elsewhere(.withdraw(pair.second))
    while room.console.hasWork { room.send(.work) }
    try room.elsewhere(.restore(pair.second))
    while room.console.hasWork { room.send(.work) }
    #expect(!isOffered() && room.console.standingPairs.count == count - 1)
    room.press("X")
    while room.console.hasWork { room.send(.work) }
    #expect(room.console.standingPairs.count == count)
    #expect(room.console.chosenPair?.key == pair.key)

    // What another scribe says is so at once, and may be taken back here
    try room.elsewhere(.distinguish(pair.first, pair.second, true))
    #expect(!isOffered())
    room.press("X")
    while room.console.hasWork { room.send(.work) }
    #expect(isOffered() && room.console.chosenPair?.key == pair.key)

    // Merged where both say it, until nothing is offered: one stands for all three
    while let next = room.console.chosenPair {
      let saysIt = [next.first, next.second].allSatisfy {
        room.session.contributions[$0]?.words.hasPrefix("Follow the recruiter") == true
      }
      room.press(notation: saysIt ? "1" : "x")
      while room.console.hasWork { room.send(.work) }
      #expect(room.console.chosenPair?.key != next.key)
    }
    let stayer = try #require(
      room.session.contributions.all.first {
        $0.isKept && $0.words.hasPrefix("Follow the recruiter")
      })
    let family = try #require(room.session.family(of: stayer.id))
    #expect(family.count == 3)
    #expect(Set(family.groups) == [tables[0], tables[2], tables[3]])
    #expect(Set(family.voices.map(\.words)).count == 3)

    // And the list says so
    room.press("Esc", "t", "t", "/")
    room.type(stayer.number.description)
    room.press("Enter")
    #expect(room.shows("said 3 times, by groups"))
    #expect(room.shows("×3"))
  }

  @Test(
    "a compound point is split into parts that say where they come from, and put together again")
  func breakUp() throws {
    var room = try themes()
    let whole = try #require(
      room.console.themes.contribution.flatMap { room.session.contributions[$0] })
    room.press("b", "C-e", "C-u")
    room.type("A request takes months")
    room.press("Enter")
    #expect(room.shows("put // between"))
    room.type(" // The phones have changed by then")
    room.press("Enter")
    let parts = room.session.parts(of: whole.id)
    #expect(parts.map(\.words) == ["A request takes months", "The phones have changed by then"])
    #expect(room.session.contributions[whole.id]?.isKept == false)
    #expect(room.session.sources(of: parts[1].id).map(\.id) == [whole.id])
    room.press("/")
    room.type(parts[0].number.description)
    room.press("Enter")
    #expect(room.shows("part of \(whole.number.spoken)"))

    room.press("Esc", "f", "Down", "Enter")
    #expect(room.session.contributions[whole.id]?.isKept == true)
    #expect(room.session.parts(of: whole.id).allSatisfy { !$0.isKept })
  }

  @Test("what the uncoded have in common becomes a theme with a key, under its name or another")
  func topics() throws {
    var room = try themes()
    let tables = room.session.tables.map(\.id)
    let talk = [
      "Parking permits take too long for van drivers", "Permits for parking cost the drivers a day",
      "Van drivers wait for parking permits", "A parking permit should be a click for drivers",
      "School meals run out on Fridays", "Nobody counts the school meals that are thrown away",
      "Meals at school could be cooked by pupils", "Warm school meals in winter, every school",
    ]
    try room.elsewhere(.capture(talk.map { NewContribution($0, group: tables[1]) }))
    room.press("T")
    while room.console.hasWork { room.send(.work) }
    let topic = try #require(
      room.console.collating.topics.list.first { $0.words.contains("parking") })
    room.console.collating.topics.chosen = try #require(
      room.console.collating.topics.list.firstIndex(of: topic))
    #expect(room.shows("parking"))
    room.press("r", "C-e", "C-u")
    room.type("Permits")
    room.press("Enter")
    let theme = try #require(room.session.themes.last)
    #expect(theme.title == "Permits")
    #expect(
      Set(topic.members)
        == Set(
          room.session.contributions.slots(of: theme.id).map {
            room.session.contributions.all[$0].id
          }))
    #expect(
      room.shows("added the theme ‘Permits’ and coded \(topic.members.count) contributions to it"))

    // Taken back with one key, theme and codings together
    let made = room.session
    room.press("u")
    #expect(!room.session.themes.contains { $0.title == "Permits" })
    #expect(topic.members.allSatisfy { room.session.contributions[$0]?.themes == [] })
    room.press("U")
    #expect(room.session.themes == made.themes)

    // The next one under its own words; ignored ones do not come back
    while room.console.hasWork { room.send(.work) }
    if let next = room.console.chosenTopic {
      room.press("x")
      while room.console.hasWork { room.send(.work) }
      #expect(!room.console.collating.topics.list.contains(next))
    }
  }

  @Test("highlights are put in the order in which the report quotes them")
  func highlights() throws {
    var room = try themes()
    try room.elsewhere(.highlight(try #require(room.contribution("We follow the runner")).id, true))
    try room.elsewhere(.highlight(try #require(room.contribution("Offer: two")).id, true))
    room.press("H", "Tab", "Tab")
    #expect(room.console.themes.theme == "inside")
    let before = room.session.highlights(of: "inside").map(\.id)
    #expect(before.count == 3)
    room.press(">")
    #expect(
      room.session.highlights(of: "inside").map(\.id) == [before[1], before[0], before[2]])
    room.press("<")
    #expect(room.session.highlights(of: "inside").map(\.id) == before)
    room.press("h")
    #expect(room.session.highlights(of: "inside").map(\.id) == Array(before.dropFirst()))
  }

  @Test("the shape counts what is coded, by priority and group, and what is not")
  func shape() throws {
    var room = try themes()
    room.press("v")
    #expect(room.shows("Themes and priorities"))
    let shape = room.session.themeShape()
    #expect(room.row("not coded yet").hasSuffix("\(shape.uncoded.total)"))
    room.press("Tab")
    #expect(room.shows("Themes and groups"))
    room.press("Tab")
    #expect(room.shows("Coded to two themes together"))
    room.press("Tab")
    #expect(room.shows("Said in several groups"))
    room.press("Tab")
    #expect(room.shows("no speaker counts"))

    // What is coded meanwhile is counted
    room.press("Tab")
    let id = try #require(room.console.themes.contribution)
    try room.elsewhere(.code(id, "data", true))
    #expect(room.row("not coded yet").hasSuffix("\(shape.uncoded.total - 1)"))
  }

  @Test("searching in the codebook goes through titles, definitions and key points")
  func searchThemes() throws {
    var room = try themes()
    room.press("Tab", "/")
    room.type("money laund")
    #expect(room.session.theme(try #require(room.console.themes.theme)) != nil)
    room.press("C-u")
    room.type("intrusive")
    room.press("Enter")
    #expect(room.console.chosenTheme?.title.hasPrefix("More intrusive") == true)
  }

  @Test("no name of a column is cut, whatever the width", arguments: [60, 80, 100, 120, 160, 200])
  func headings(_ width: Int) throws {
    // Given priorities with long names
    var room = Room(try Workshop.underWay(), width, 40)
    room.press("M-4", "v")
    let table = room.console.shapeTable
    let names = room.session.themeShape().priorities.compactMap {
      room.session.priority($0)?.title
    }
    // When the table is drawn, then every name is read, in a heading of up to three lines or below it
    let heads = table.rows.compactMap { row in
      if case .heading(let names) = row { names } else { nil }
    }
    #expect((1...3).contains(heads.count))
    let read = heads[0].indices.map { column in
      heads.map { $0[column] }.filter { !$0.isEmpty }.joined(separator: " ")
    }
    let below = table.rows.compactMap { row in
      if case .words(_, let text) = row { text } else { nil }
    }
    for name in names { #expect(read.contains(name) || below.contains(name), "\(width): \(name)") }
    #expect(!room.screen[4..<8].joined().contains("…"))
    // And what fits on the screen is on it
    for word in names.flatMap({ $0.split(separator: " ") }) { #expect(room.shows(String(word))) }
  }
}
