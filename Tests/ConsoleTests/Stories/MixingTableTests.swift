import SessionEngine
import Testing

@testable import Console

/// What the tables and sentences of a mix show.
@Suite("The tables of a mix")
struct MixingTableTests {
  @Test func `a column may have any name, ideal as well, and a colon in it`() throws {
    var desk = try Workshop.morning()
    for (index, id) in desk.session.delegates.keys.enumerated() {
      var profile = try #require(desk.session.delegates[id]?.profile)
      profile.further = ["ideal": index % 2 == 0 ? "yes" : "no", "Shift: day": "\(index % 4)"]
      try desk.perform(.correctDelegate(id, profile))
    }
    var room = Room(desk, 80, 24)
    room.press("M-2", "d")
    // Each of its tables is shown, one after the other
    var told: Set<String> = []
    for _ in 0..<6 {
      told.formUnion(["yes", "Shift: day", "police"].filter { room.shows($0) })
      room.press("Tab")
    }
    #expect(told == ["yes", "Shift: day", "police"])
    for size in [(40, 10), (120, 40)] { room.resize(size.0, size.1) }
    // The same rounds as a carousel, with a table of routes below
    room.press("r", "C-u")
    room.type("carousel 3")
    room.press("Enter")
    #expect(room.shows("round 1"))
  }

  @Test func `a star is explained where there is one, and no command option is named`() throws {
    // Given three of one sector who are to sit together, where two are a group’s share
    var desk = try Workshop.morning()
    let police = desk.session.delegates.values.filter { $0.profile.sector == "police" }.map(\.id)
    try desk.perform(.wish(MixWishes(together: [Array(police.prefix(3))])))
    var room = Room(desk, 80, 24)
    room.press("M-2", "d")
    // Then a group has more than its share, starred, and below the table stands what that means
    #expect(room.screen.contains { $0.contains("*") && $0.contains("Table") })
    #expect(room.shows("* more or fewer than an even share"))
    room.press("Down", "Down", "Down")
    #expect(!room.shows("--cover"))

    // Without a star nothing is explained
    try room.elsewhere(.wish(MixWishes(balance: [.init("Sector")])))
    while room.console.hasWork { room.send(.work) }
    #expect(!room.shows("* more or fewer"))
  }

  @Test(arguments: [(80, 24), (40, 12)])
  func `Tab shows the next table, also from below`(width: Int, height: Int) throws {
    var room = Room(try Workshop.morning(), width, height)
    room.press("M-2", "d")
    while room.console.hasWork { room.send(.work) }
    func isHead(_ title: String) -> Bool { room.screen.contains { $0.hasPrefix(" \(title) ") } }
    #expect(isHead("Sector"))
    // Given somebody who reads who sits where
    for _ in 0..<20 { room.press("Down") }
    #expect(!isHead("Sector"))
    // When the next table is asked for, then it is in view
    room.press("Tab")
    #expect(isHead("Organisation"))
    for _ in 0..<20 { room.press("Down") }
    room.press("S-Tab")
    #expect(isHead("Sector"))

    // Where there is one table only, that is said
    try room.elsewhere(.wish(MixWishes(balance: [.init("Sector")])))
    room.press("Tab")
    #expect(room.shows("there is no other table"))
  }

  @Test func `c asks for chosen values of a column in every group`() throws {
    var room = Room(try Workshop.morning(), 80, 24)
    room.press("M-2", "d", "c")
    room.type("sector=police;academia")
    room.press("Enter")
    #expect(room.session.mixWishes.cover == ["Sector=police;academia"])
    room.press("c")
    #expect(room.shows("Sector=police;academia"))
    room.press("C-u")
    room.type("sector=pirates")
    room.press("Enter")
    #expect(room.shows("nobody has ‘pirates’"))
    #expect(room.session.mixWishes.cover == ["Sector=police;academia"])
    room.press("Esc", "w")
    #expect(room.shows("in every group: police and academia (Sector)"))
  }
}
