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
}
