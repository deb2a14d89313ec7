import SessionEngine
import Terminal
import Testing

@testable import Console

/// A half-day workshop played by keys.
@Suite("A half-day by keys") struct HalfDayTests {
  @Test func arrivalsAndSeats() throws {
    // Given the morning, with twenty people expected
    var room = Room(try Workshop.morning(), 120, 40)
    #expect(room.shows("20 of 20 count as here"))

    // When the first is found by a few letters and marked present
    room.press("/")
    room.type("penh")
    room.press("Enter", "Space")
    #expect(room.session.delegates.values.first { $0.isPresent }?.name == "Saoirse Penhallow")
    #expect(room.shows("1 of 20 are here"))

    // And somebody comes who is not on the list
    room.press("Esc", "a")
    room.type(
      "Wilhelmina Stroud, Tidewell Building Society, partner, Cash Services, cash; payments")
    room.press("Enter")
    let walkIn = try #require(room.session.delegates.values.last)
    #expect(walkIn.name == "Wilhelmina Stroud")
    #expect(walkIn.profile.skills == ["cash", "payments"])
    #expect(walkIn.isWalkIn && walkIn.isPresent)
    #expect(room.shows("2 of 21 are here, 1 walked in"))
    #expect(room.console.arrivals.selection == walkIn.id)

    // And everybody else arrives, down the list of who is missing
    room.press("t")
    for _ in 0..<19 { room.press("Space") }
    #expect(room.shows("21 of 21 are here"))
    room.press("t")

    // Then they are mixed; nobody moves before the groups are taken
    room.press("2", "d")
    #expect(room.session.seats.isEmpty)
    while room.console.hasWork { room.send(.work) }
    #expect(room.shows("No better mix exists."))
    #expect(room.shows("Sector"))
    room.press("Enter")
    #expect(room.session.seats.count == 21)
    let sizes = room.session.tables.map { room.session.members(of: $0.id).count }
    #expect(sizes.sorted() == [4, 4, 4, 4, 5])

    // And one of them is moved to the next table
    let chosen = try #require(room.console.groups.selection)
    let before = try #require(room.session.seats[chosen])
    room.press(">")
    #expect(room.session.seats[chosen] != before)
    #expect(room.console.groups.selection == chosen)
    room.press("u")
    #expect(room.session.seats[chosen] == before)
    room.press("m", "5")
    #expect(room.session.seats[chosen] == room.session.tables[4].id)

    // Mixing once more moves nobody either until it is taken
    room.press("d", "Esc")
    #expect(room.session.seats[chosen] == room.session.tables[4].id)
  }

  @Test func stagesAndRounds() throws {
    var room = Room(try Workshop.morning())
    room.press("M-3")
    room.type("a thought before we begin")

    // The clock begins with the first stage, while one types
    room.press("C-t")
    #expect(room.session.clock?.stage == "arrivals")
    room.wait(seconds: 60)
    #expect(room.shows("Arrivals  19:00 left"))

    // It is held, and runs on
    room.press("C-t")
    room.wait(seconds: 300)
    #expect(room.shows("19:00 left, paused"))
    room.press("C-t")
    room.wait(seconds: 60)
    #expect(room.shows("18:00 left"))

    // More time, and less
    room.press("M-=", "M-=", "M--")
    #expect(room.shows("19:00 left"))

    // The next stages, and with them the first round
    room.press("M-.", "M-.")
    #expect(room.session.round == 1)
    #expect(room.shows("Round 1 of 5  25:00 left"))
    #expect(room.shows("then Round 2, 25 min"))
    #expect(room.row("▸ 1").contains("Table 1 · International links"))

    // The next round sends the tables on, and the line is as it was
    room.press("M-.")
    #expect(room.session.round == 2)
    #expect(room.row("▸ 1").contains("Table 1 · Understanding digital"))
    #expect(room.line == "a thought before we begin")

    // Any stage, by a few letters
    room.press("M-x")
    room.type("go to stage")
    room.press("Enter")
    room.type("evalu")
    room.press("Enter")
    #expect(room.session.clock?.stage == "evaluate")
  }

  @Test func captureInFiveGroups() throws {
    var room = Room(try Workshop.morning())
    room.press("M-3", "C-t", "M-.", "M-.")

    for group in 1...5 {
      room.keep("Table \(group) says this")
      room.type("and half of")
      room.press("C-n")
    }
    #expect(room.kept == (1...5).map { "Table \($0) says this" })
    let tables = room.session.contributions.all.map(\.group)
    #expect(tables == room.session.tables.map(\.id))

    // Every group kept its half-typed line
    for _ in 1...5 {
      #expect(room.line == "and half of")
      room.press("C-n")
    }
    room.press("C-p")
    room.type(" it")
    room.press("Enter")
    #expect(room.last?.words == "and half of it")
    #expect(room.shows("✓ kept #6 10:42:00"))

    // What was kept stays said while one types on
    room.type("x")
    #expect(room.shows("✓ kept #6 10:42:00"))
  }

  @Test func marksInTheLine() throws {
    var room = Room(try Workshop.underWay())
    room.press("Tab", "Tab", "C-s")
    #expect(room.captureRow.contains("★"))
    room.keep("Ask the tellers #data first @amira, then the bank #inside.")
    let said = try #require(room.last)
    #expect(said.words == "Ask the tellers first, then the bank.")
    #expect(said.themes == ["data", "inside"])
    #expect(said.isHighlighted)
    #expect(said.lens == "improve")
    #expect(said.speaker.flatMap { room.session.delegates[$0]?.name } == "Amira Castellane")

    // The lens stays for the next line, the highlight does not
    room.keep("And the next")
    #expect(room.last?.lens == "improve")
    #expect(room.last?.isHighlighted == false)

    // No list says who spoke
    #expect(!room.shows("Amira"))
  }

  @Test func mending() throws {
    var room = Room(try Workshop.underWay())
    room.keep("Tne port knows")

    // Reword it, with what it was before in sight
    room.press("Esc", "r")
    #expect(room.shows("now      Tne port knows"))
    room.press("C-u")
    room.type("The port knows")
    room.press("Enter")
    room.press("r")
    #expect(room.shows("first    Tne port knows"))
    room.press("Esc")
    #expect(room.last?.words == "The port knows")

    // Withdraw it: gone from the screen, and back again
    let number = try #require(room.last?.number.description)
    room.press("x")
    #expect(!room.shows("The port knows"))
    #expect(room.shows("withdrew #\(number)"))
    room.press("u")
    #expect(room.shows("The port knows"))
    #expect(room.shows("undid: withdrew #\(number)"))
    room.press("U")
    #expect(!room.shows("The port knows"))
    room.press("R")
    room.type(number)
    room.press("Enter")
    #expect(room.shows("The port knows"))

    // Move it to another group
    room.press("G", "m", "4")
    #expect(room.last?.group == room.session.tables[3].id)
    #expect(!room.shows("The port knows"))
  }

  @Test func codingInThemes() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    room.press("M-4")
    let first = try #require(room.console.themes.contribution)
    #expect(room.session.contributions[first]?.themes == [])

    // A digit codes and leads on; what was just coded stays in its row until one comes back
    room.press("2")
    #expect(room.session.contributions[first]?.themes == ["thinking"])
    #expect(room.console.themes.contribution != first)
    #expect(room.shows("not coded yet            14"))
    room.press("k", "2")
    #expect(room.session.contributions[first]?.themes == [])
    #expect(room.console.themes.contribution == first)
    room.press("2")
    let second = try #require(room.console.themes.contribution)
    #expect(second != first)

    // A new theme in passing
    room.press("c")
    room.type("Ports and borders")
    room.press("Enter")
    let theme = try #require(room.session.themes.last)
    #expect(theme.title == "Ports and borders")
    #expect(room.session.contributions[second]?.themes == [theme.id])
    #expect(room.shows("Ports and borders"))

    // By theme, and everything
    room.press("t")
    #expect(room.console.themes.filter == .ofTheme)
    #expect(room.console.themes.rows.count == 1)
    room.press("t")
    #expect(room.console.themes.rows.count == room.session.contributions.keptCount)
    room.press("t")
    #expect(room.console.themes.rows.count == 13)
  }
}
