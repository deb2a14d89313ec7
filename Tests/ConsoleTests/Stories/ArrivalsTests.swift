import SessionEngine
import Terminal
import Testing

@testable import Console

/// A queue at the door, ticked off by one key each.
@Suite("Arrivals") struct ArrivalsTests {
  private func present(_ room: Room) -> [String] {
    room.console.arrivalRows.compactMap { room.session.delegates[$0] }.filter(\.isPresent)
      .map(\.name)
  }

  @Test func `each Space marks one and goes on to the next`() throws {
    // Given the list of the morning
    var room = Room(try Workshop.morning())
    let names = room.console.arrivalRows.compactMap { room.session.delegates[$0]?.name }

    // When three keys are pressed, then the first three are here and the fourth is chosen
    room.press("Space", "Space", "Space")
    #expect(present(room) == Array(names.prefix(3)))
    #expect(room.row("▸").contains(names[3]))

    // A slip is undone where it was made
    room.press("Up", "Space")
    #expect(present(room) == Array(names.prefix(2)))
    room.press("u")
    #expect(present(room) == Array(names.prefix(3)))

    // At the end of the list it stays
    room.press("G", "Space")
    #expect(present(room).last == names.last)
    #expect(room.console.arrivals.selection == room.console.arrivalRows.last)
  }

  @Test func `with only the missing in view nobody is passed over`() throws {
    var room = Room(try Workshop.morning())
    let names = room.console.arrivalRows.compactMap { room.session.delegates[$0]?.name }
    room.press("t", "Space", "Space", "Space")
    #expect(present(room).isEmpty && room.console.arrivalRows.count == names.count - 3)
    #expect(room.row("▸").contains(names[3]))
  }

  @Test func `what cannot be kept does not move on`() throws {
    var room = Room(try Workshop.morning())
    let chosen = room.console.arrivals.selection
    room.isDiskFull = true
    room.press("Space")
    #expect(room.console.arrivals.selection == chosen)
    #expect(room.shows("the disk is full") && present(room).isEmpty)
  }

  @Test func `a mark that arrives from another laptop moves nothing here`() throws {
    var room = Room(try Workshop.morning())
    let chosen = try #require(room.console.arrivals.selection)
    try room.elsewhere(.markPresent(chosen, true))
    #expect(room.console.arrivals.selection == chosen)
  }

  @Test func `everybody is marked by one key, and taken back by one`() throws {
    var room = Room(try Workshop.morning())
    room.press("A")
    #expect(present(room).count == 20 && room.shows("marked 20 delegates present"))
    room.press("u")
    #expect(present(room).isEmpty && room.shows("undid: marked 20 delegates present"))
    #expect(room.shows("20 of 20 count as here"))
    room.press("U", "A")
    #expect(present(room).count == 20 && room.shows("nothing to change"))
  }

  @Test func `who did not come is marked by a key, and the others still count`() throws {
    var room = Room(try Workshop.morning(), 120, 40)
    let names = room.console.arrivalRows.compactMap { room.session.delegates[$0]?.name }
    room.press("o")
    #expect(room.screen.contains { $0.contains(names[0]) && $0.contains("✗") })
    // And so it stands in Groups
    room.press("2")
    #expect(room.screen.contains { $0.contains("✗ " + names[0]) })
    room.press("1")
    #expect(room.row("▸").contains(names[1]))
    #expect(room.shows("19 of 20 count as here until somebody is ticked"))
    room.press("Space")
    #expect(room.shows("1 of 20 are here"))
  }

  @Test("a sector that nobody else has is pointed out: more often a slip than somebody new")
  func newSector() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    room.press("M-1", "a")
    room.keep("Jo Late, Police, Metro")
    #expect(room.shows("added Jo Late, a walk-in; nobody else is of the sector ‘Metro’"))
    let sector = try #require(room.session.delegates.values.first?.profile.sector)
    room.press("a")
    room.keep("Al Late, Somewhere, \(sector.uppercased())")
    #expect(room.shows("added Al Late, a walk-in") && !room.shows("nobody else is of"))
  }
}
