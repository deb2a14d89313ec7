import SessionEngine
import Terminal
import Testing

@testable import Console

/// From talk to themes, by keys.
@Suite("Collating by keys") struct CollatingTests {
  private func themes(_ width: Int = 120, _ height: Int = 40) throws -> Room {
    var room = Room(try Workshop.underWay(), width, height)
    room.press("M-4")
    return room
  }

  private func uncoded(_ room: Room) -> [ContributionID] {
    room.session.contributions.uncoded(by: room.session.themes.map(\.id))
      .map { room.session.contributions.all[$0].id }
  }

  @Test("a key codes and leads on to the next that is not coded: no key besides the decisions")
  func everyKeyIsADecision() throws {
    // Given a workshop in which fifteen points are not coded yet
    var room = try themes()
    let open = uncoded(room)
    #expect(open.count == 15)

    // When the facilitator presses one digit for each
    for index in open.indices { room.press(notation: "\(index % 4 + 1)") }

    // Then every one is coded to what was pressed for it, with fifteen keys
    #expect(uncoded(room).isEmpty)
    for (index, id) in open.enumerated() {
      #expect(room.session.contributions[id]?.themes == [room.session.themes[index % 4].id])
    }
    #expect(room.performed.count == 15)
    room.press("Space")
    #expect(room.shows("everything is coded"))
  }

  @Test(
    "the codebook scrolls to what was coded to just now, and the footer names no command as a key")
  func codebookScrolls() throws {
    // Given fourteen themes on a small screen, the first of which is chosen
    var room = try themes(80, 24)
    for number in 5...14 {
      try room.elsewhere(.addTheme(title: "Emerging theme \(number)", definition: ""))
    }
    room.console.themes.theme = room.session.themes.first?.id
    #expect(!room.shows("Emerging theme 14"))
    // When a contribution is coded to the last, then that is in sight, and the choice stays
    room.press("F")
    #expect(room.shows("Emerging theme 14"))
    #expect(room.console.themes.theme == room.session.themes.first?.id)
    #expect(room.shows("1-9 0 A… code") && !room.shows("A-Z"))
    // And where another is chosen, that one is in sight again
    room.press("Tab", "Down")
    #expect(room.console.themes.theme == room.session.themes[1].id)
    #expect(room.shows(" 2 ") && !room.shows("Emerging theme 14"))
  }

  @Test("every theme has one key of its own, shown beside it, past the tenth as well")
  func everyThemeHasAKey() throws {
    // Given a codebook of forty themes: more than there are keys
    var room = try themes(120, 60)
    for number in 5...40 {
      try room.elsewhere(.addTheme(title: "Emerging \(number)", definition: ""))
    }
    #expect(room.session.themes.count == 40)
    #expect(Set(KeyTable.themeKeys).count == KeyTable.themeKeys.count)
    room.press("t", "t")

    for (index, theme) in room.session.themes.enumerated().dropFirst(4) {
      // When one looks at a theme in the codebook
      room.console.themes.theme = theme.id
      let row = room.screen.first { $0.contains(" \(theme.title) ") } ?? ""
      let key = String(row.drop { " ▸".contains($0) }.prefix(1))

      // Then a key stands beside it, which codes to it and to nothing else
      guard KeyTable.themeKeys.indices.contains(index) else {
        #expect(key == "c", "theme \(index + 1): any theme is found by its letters")
        continue
      }
      #expect(key == KeyTable.themeKeys[index], "\(row)")
      let id = try #require(room.console.chosenContribution?.id)
      let before = room.session.contributions[id]?.themes ?? []
      room.press(notation: key)
      #expect(room.session.contributions[id]?.themes == before + [theme.id], "\(key)")
      room.console.themes.contribution = id
    }
  }

  @Test("2,3 codes one contribution to both, and goes on")
  func severalThemes() throws {
    var room = try themes()
    let open = uncoded(room)
    room.press("2", ",", "3")
    #expect(room.session.contributions[open[0]]?.themes == ["thinking", "inside"])
    #expect(room.console.themes.contribution == open[1])

    // A coding that is taken off is looked at again, and leads nowhere
    room.press(",", "3")
    #expect(room.session.contributions[open[0]]?.themes == ["thinking"])
    #expect(room.console.themes.contribution == open[0])

    // To undo leads back to what it was about, Space goes on
    room.press("Space", "1", "u")
    #expect(room.console.themes.contribution == open[1])
    #expect(room.session.contributions[open[1]]?.themes == [])
  }

  @Test("the list goes round: what was passed over comes again after the last")
  func roundAgain() throws {
    var room = try themes()
    let open = uncoded(room)
    room.press("Space", "G", "1")
    #expect(room.console.themes.contribution == open[0])
  }

  @Test("a tenth theme has the key 0; any other is found by a few letters")
  func manyThemes() throws {
    var room = try themes()
    for number in 5...12 {
      try room.elsewhere(.addTheme(title: "Further theme \(number)", definition: ""))
    }
    let open = uncoded(room)
    room.press("0")
    #expect(room.session.contributions[open[0]]?.themes == [room.session.themes[9].id])
    room.press("c")
    room.type("12")
    room.press("Enter")
    #expect(room.session.contributions[open[1]]?.themes == [room.session.themes[11].id])
    #expect(room.console.themes.contribution == open[2])
  }

  @Test("a theme named in the capture line that nobody has yet is made without leaving the line")
  func newThemeInTheLine() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    room.type("Cash goes by courier now #cash-couriers")
    #expect(room.shows("Tab makes ‘Cash couriers’ one"))
    room.press("Tab")
    #expect(room.session.themes.last?.title == "Cash couriers")
    #expect(room.line == "Cash goes by courier now #cash-couriers")
    room.press("Enter")
    #expect(room.last?.words == "Cash goes by courier now")
    #expect(room.last?.themes == room.session.themes.last.map { [$0.id] })

    // A number is still a number
    room.type("as in #17")
    room.press("Tab")
    #expect(room.session.themes.count == 5)
    #expect(room.line == "as in #17")
  }

  @Test("key points are lines that are added, changed and taken off")
  func keyPoints() throws {
    var room = try themes()
    let before = room.session.themes[0].keyPoints
    room.press("p")
    room.type("Who pays for the joining up")
    room.press("Enter")
    #expect(room.session.themes[0].keyPoints == before + ["Who pays for the joining up"])
    // The next is asked for at once, until Enter on an empty line
    #expect(room.shows("added key point \(before.count + 1) of ‘\(room.session.themes[0].title)’"))
    room.keep("And who keeps the codes")
    room.press("Enter")
    #expect(room.session.themes[0].keyPoints.last == "And who keeps the codes")
    #expect(room.console.overlays.isEmpty)
    room.press("u")
    room.press("p", "1")
    room.press("C-e")
    room.type(" of cases")
    room.press("Enter")
    #expect(room.session.themes[0].keyPoints.first == before[0] + " of cases")
    room.press("p", "1", "C-e", "C-u", "Enter")
    #expect(
      room.session.themes[0].keyPoints == before.dropFirst() + ["Who pays for the joining up"])
  }

  @Test("themes are put in order, merged and split, and say what became of them")
  func codebook() throws {
    var room = try themes()
    room.press("Tab", ">")
    #expect(room.session.themes.map(\.id).prefix(2) == ["thinking", "data"])
    room.press("<", "<")
    #expect(room.shows("is first already"))

    // Merging: what was coded to one counts for the other
    let both = room.session.contributions.slots(of: "data").union(
      room.session.contributions.slots(of: "inside"))
    room.press("m")
    room.type("inside")
    room.press("Enter")
    #expect(room.session.themes.count == 3)
    #expect(room.session.contributions.slots(of: "inside") == both)
    room.press("u")
    #expect(room.session.themes.count == 4)

    // Splitting: two of its contributions go over to a new theme
    room.press("g", "s", "Space", "j", "Space", "Enter")
    room.type("Seized phones")
    room.press("Enter")
    let new = try #require(room.session.themes.first { $0.title == "Seized phones" })
    #expect(room.session.contributions.count(of: new.id) == 2)
    #expect(room.console.collating.view == .coding)
    // Last, so that every other theme keeps its key
    #expect(room.session.themes.last == new)
    room.press("G")
    #expect(room.console.themes.theme == new.id)
    #expect(room.shows("split off ‘The challenge of"))
  }

  @Test("a theme to merge into is chosen by the key that codes to it, or by its number")
  func mergingByKey() throws {
    for typed in ["B", "12"] {
      var room = try themes()
      for number in 5...15 {
        let title = number == 13 ? "Borders" : "Emerging \(number)"
        try room.elsewhere(.addTheme(title: title, definition: ""))
      }
      room.press("Tab", "m")
      room.type(typed)
      room.press("Enter")
      #expect(room.session.themes.count == 14)
      #expect(room.shows("Emerging 12"), "\(typed)")
      #expect(!room.session.themes.contains { $0.id == "data" })
    }
  }
}
