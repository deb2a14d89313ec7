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
}
