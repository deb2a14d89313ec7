import SessionEngine
import Terminal
import Testing

@testable import Console

/// Whatever happens around it, the line stays.
@Suite("Nothing interrupts") struct CalmTests {
  @Test func nothingInterrupts() throws {
    var room = Room(try Workshop.underWay())
    room.press("C-n", "C-n")
    room.type("Could insurers see it")
    room.press("Left", "Left", "Left")
    let before = (room.line, room.cursor, room.console.view().cursor)

    // Time runs out
    room.wait(seconds: 19 * 60)
    #expect(room.shows("over by 0:18"))
    #expect(before == (room.line, room.cursor, room.console.view().cursor))

    // Another scribe keeps something at this table, renames it, and takes something back
    let table = try #require(room.session.tables.dropFirst(2).first?.id)
    try room.elsewhere(.capture([NewContribution("Said to somebody else", group: table)]))
    try room.elsewhere(.renameGroup(table, "The window table"))
    let victim = try #require(room.contribution("Nobody owns"))
    try room.elsewhere(.withdraw(victim.id))
    #expect(room.shows("Said to somebody else"))
    #expect(room.shows("The window table"))
    #expect(!room.shows("Nobody owns"))
    #expect(before == (room.line, room.cursor, room.console.view().cursor))

    // The bell rings only where it was asked for, and once
    room.press("M-.", "M-x")
    room.type("alarm")
    room.press("Enter", "M-x")
    room.type("alarm")
    room.press("Enter")
    room.wait(seconds: 15 * 60)
    room.wait(seconds: 1)
    #expect(room.signals == ["ring"])
    #expect(room.line == "Could insurers see it")
  }

  @Test("however late it is, the footer says how to find every key, and the clock takes one place")
  func footer() throws {
    // Given a ballot under entry, and a stage that ran out
    var room = Room(try Workshop.underWay(), 80, 24)
    room.openVote("1", "1")
    func footer(_ room: Room) -> String { room.screen[room.screen.count - 2] }
    for (seconds, clock) in [(0, ""), (17 * 60, "+ a minute more"), (3 * 60, "M-. next stage")] {
      if seconds > 0 { room.wait(seconds: seconds) }
      // Then the keys of the vote stay in sight, and no more than one of the clock stands among them
      for hint in ["? all keys", "R reveal", "c correct", "Enter keep", clock] {
        #expect(footer(room).contains(hint) || hint.isEmpty, "\(footer(room))")
      }
      #expect(footer(room).contains("next stage") == (clock == "M-. next stage"))
    }
    // And so it is on every screen
    for screen in ["M-1", "M-2", "M-4", "M-5", "M-6", "M-7"] {
      for (width, height) in [(80, 24), (60, 16), (40, 10)] {
        room.press(notation: screen)
        room.resize(width, height)
        #expect(footer(room).contains("? all keys"), "\(screen) at \(width): \(footer(room))")
      }
    }
  }
}
