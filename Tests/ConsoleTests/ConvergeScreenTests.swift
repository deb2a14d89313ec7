import SessionEngine
import Testing

@testable import Console

/// What Decide and Trials look like at every size.
@Suite("Screens of converging") struct ConvergeScreenTests {
  static let sizes = [(80, 24), (120, 40), (200, 60), (40, 10)]

  @Test(arguments: sizes) func ballots(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.underWay(), width, height)
    room.openVote("1", "1")
    room.type("54434312554")
    Golden.check("decide-ballots-\(width)x\(height)", room)
  }

  @Test(arguments: sizes + [(60, 16)]) func result(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.underWay(), width, height)
    room.openVote("1", "1")
    for ballot in ["54153312", "55513421", "45114211", "53523412", "54424311"] { room.type(ballot) }
    room.press("Tab")
    Golden.check("decide-hidden-\(width)x\(height)", room)
    room.press("R")
    Golden.check("decide-matrix-\(width)x\(height)", room)
    room.press("m", "j")
    Golden.check("decide-table-\(width)x\(height)", room, styles: width == 80)
    room.press("Esc")
    Golden.check("decide-votes-\(width)x\(height)", room)
  }

  @Test(arguments: sizes) func trials(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.underWay(), width, height)
    try room.converge(to: .trials, for: .help)
    Golden.check("trials-board-\(width)x\(height)", room)
    room.press("Tab", "j")
    Golden.check("trials-list-\(width)x\(height)", room)
    room.press("Enter", "j", "j")
    Golden.check("trials-card-\(width)x\(height)", room)
  }

  @Test func asciiGlyphs() throws {
    var room = Room(try Workshop.underWay(), 80, 24, glyphs: .ascii)
    room.openVote("1", "1")
    for _ in 1...5 { room.type("54434312") }
    room.press("R", "Tab")
    Golden.check("ascii-matrix-80x24", room)
    let isPlain = room.text.unicodeScalars.allSatisfy { $0.isASCII }
    #expect(!isPlain || room.shows("quick wins"))
  }

  /// Words that would turn a terminal round are shown as pictures of themselves.
  @Test(arguments: sizes) func hostileWords(_ width: Int, _ height: Int) throws {
    var desk = try Workshop.underWay()
    let table = try #require(desk.session.tables.first).id
    for words in [
      "\u{1B}[31mred\u{7}", "日本語 👩‍🔬 \u{202E}turned", String(repeating: "w", count: 4000),
    ] {
      try desk.perform(.capture([NewContribution(words, group: table, isHighlighted: true)]))
      let id = try #require(desk.session.contributions.all.last).id
      try desk.perform(.raise([id], CardPatch()))
    }
    var room = Room(desk, width, height)
    room.openVote("1", "1")
    for keys in [["1"], ["*", "Tab"], ["m"], ["M-6"], ["Tab"], ["Enter"], ["End", "PgDn"]] {
      for key in keys { room.press(notation: key) }
      #expect(Looks.problems(room.console.view(), of: room.console) == [])
    }
  }
}
