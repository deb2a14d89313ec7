import SessionEngine
import Testing

@testable import Console

/// The theme that is suggested for the contribution at hand.
@Suite("Suggestions by keys") struct SuggestionTests {
  private func themes() throws -> Room {
    var room = Room(try Workshop.underWay(), 120, 40)
    room.press("M-4")
    return room
  }

  @Test("a theme is suggested with the words that speak for it, and taken with one key")
  func suggestion() throws {
    var room = try themes()
    room.press("t", "t")
    while room.console.hasWork { room.send(.work) }
    try room.elsewhere(
      .capture([NewContribution("Seized phones wait for an analyst", group: "room")]))
    let id = try #require(room.last?.id)
    room.press("G")
    #expect(room.console.themes.contribution == id)
    #expect(room.console.suggestedTheme == nil)
    while room.console.hasWork { room.send(.work) }

    // Then it is shown, and nothing was coded by itself
    let offered = try #require(room.console.suggestedTheme)
    #expect(offered.theme == "data")
    #expect(!offered.words.isEmpty)
    let row = room.row("The challenge of data?")
    for word in offered.words { #expect(row.contains("‘\(word)’")) }
    #expect(room.session.contributions[id]?.themes == [])

    // One key takes it; with nothing suggested the key says so
    room.press("y")
    #expect(room.session.contributions[id]?.themes == ["data"])
    #expect(room.console.suggestedTheme == nil)
    room.press("y")
    #expect(room.shows("no theme is suggested"))
  }

  @Test("the first suggestion does not wait until everything is read")
  func firstSuggestion() throws {
    // Given sixty points that are coded, and after them thousands that are not
    var room = Room(try Workshop.underWay(), 120, 40)
    let theme = room.session.themes[1].id
    try room.elsewhere(
      .capture(
        (0..<60).map {
          NewContribution(
            "Phones seized in case \($0) wait for an analyst", group: "room",
            themes: [theme])
        }))
    try room.elsewhere(
      .capture((0..<3_000).map { NewContribution("Another remark, number \($0)", group: "room") }))
    try room.elsewhere(
      .capture([NewContribution("Seized phones wait for months", group: "room")]))
    room.press("M-4", "t", "t", "G")

    // When Themes has been open for a moment
    var pieces = 0
    while room.console.suggestedTheme == nil, room.console.hasWork, pieces < 40 {
      room.send(.work)
      pieces += 1
    }

    // Then what was coded speaks for a theme, though most was not looked at yet
    #expect(room.console.suggestedTheme?.theme == theme)
    #expect(!room.console.collating.collator.isRead)
  }
}
