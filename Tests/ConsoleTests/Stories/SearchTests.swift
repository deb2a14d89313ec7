import SessionEngine
import Testing

@testable import Console

/// A search through more than can be looked at between two keys.
@Suite struct SearchTests {
  private static let many = 3 * Sweep.slice

  /// So many contributions that say nothing of what is looked for, and one at the end that does.
  private func crowded() throws -> Room {
    var room = Room(try Workshop.underWay())
    let filler = (0..<Self.many).map { NewContribution("filler \($0)", group: "g1") }
    try room.elsewhere(.capture(filler))
    try room.elsewhere(.capture([NewContribution("the heron stands still", group: "g2")]))
    room.press("Esc", "g", "/")
    return room
  }

  @Test func `it goes on while no key comes`() throws {
    var room = try crowded()
    room.type("heron")
    #expect(room.console.hasWork)
    #expect(room.shows("looking for ‘heron’"))
    while room.console.hasWork { room.send(.work) }
    let heron = try #require(room.contribution("the heron"))
    #expect(room.console.capture.selection == heron.id)
    #expect(room.console.capture.group == "g2")
  }

  @Test func `a key means the same however far the search has got`() throws {
    var room = try crowded()
    room.type("heron")
    room.press("Enter", "x")
    let heron = try #require(room.contribution("the heron"))
    #expect(!heron.isKept)
    #expect(room.session.contributions.keptCount > Self.many)
  }

  @Test func `Esc gives it up`() throws {
    var room = try crowded()
    let before = room.console.capture.selection
    room.type("heron")
    room.press("Esc")
    #expect(!room.console.hasWork)
    #expect(room.console.capture.selection == before)
  }

  @Test func `what stands nowhere is said at the end, and backwards it is the same`() throws {
    var room = try crowded()
    room.type("egret")
    while room.console.hasWork { room.send(.work) }
    #expect(room.shows("nothing here fits ‘egret’"))
    room.press("C-u")
    room.type("filler")
    room.press("Enter", "N")
    while room.console.hasWork { room.send(.work) }
    #expect(room.console.capture.selection == room.contribution("filler \(Self.many - 1)")?.id)
  }

  /// Themes with one point coded that says something nobody else does.
  private func coded() throws -> (Room, Contribution) {
    var room = Room(try Workshop.underWay(), 120, 40)
    let table = try #require(room.session.tables.first).id
    try room.elsewhere(.capture([NewContribution("Zoë counts the vans at night", group: table)]))
    let point = try #require(room.contribution("Zoë"))
    try room.elsewhere(.code(point.id, room.session.themes[0].id, true))
    room.press("M-4")
    return (room, point)
  }

  @Test func `in Themes it goes through everything, and says where what fits is to be found`()
    throws
  {
    // Given a point that is coded, and the list of those that are not
    var (room, point) = try coded()
    let before = room.console.themes.contribution
    // When one looks for it, whatever the accents
    room.press("/")
    room.type("zoe")
    // Then the screen says how many there are and where, and nothing else is chosen meanwhile
    #expect(room.shows("1, coded: Enter goes there"))
    #expect(room.console.themes.contribution == before)
    room.press("Enter")
    #expect(room.console.themes.contribution == point.id)
    #expect(room.console.themes.filter == .all && room.row("Zoë counts").contains("▸"))
    // And from the codebook a word of a point is found too
    room.press("Esc", "Tab", "/")
    room.type("vans at")
    #expect(room.shows("no theme, but 1 contribution: Enter goes there"))
    room.press("Esc")
    #expect(room.console.themes.pane == .codebook)
  }

  @Test func `in Themes a word of a theme is found from the contributions`() throws {
    var (room, _) = try coded()
    let theme = session(room, theme: 3)
    try room.elsewhere(.renameTheme(theme, "Quixotic plans"))
    room.press("/")
    room.type("quixo")
    #expect(room.shows("no contribution, but 1 theme: Enter goes there"))
    room.press("Enter")
    #expect(room.console.themes.pane == .codebook && room.console.themes.theme == theme)
    // What is here and what is elsewhere are counted apart
    room.press("Esc", "Tab", "/")
    room.type("the")
    let census = try #require(room.console.search.census)
    let fitting = room.session.contributions.all.filter {
      $0.isKept && $0.words.lowercased().contains("the")
    }
    #expect(census.contributions == fitting.count)
    #expect(census.elsewhere == fitting.count(where: { !$0.themes.isEmpty }))
    #expect(room.shows("\(census.here) here · \(census.elsewhere) coded, t shows them"))
  }

  private func session(_ room: Room, theme: Int) -> ThemeID { room.session.themes[theme].id }
}
