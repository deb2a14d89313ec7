import SessionEngine
import Terminal
import Testing

@testable import Console

/// Names, words and sizes that nobody planned for.
@Suite("Extremes") struct ExtremeTests {
  static let hostile = [
    "\u{1B}[2J\u{1B}[31mred\u{7}", "line one\nline two\r\nthree", "\u{202E}turned round\u{2066}",
    "👩‍🔬👍🏽🇫🇷 flags and faces", "組織犯罪のビジネスモデルについて考える", "كيف يتم غسل الأموال",
    String(repeating: "unbreakable", count: 30), "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}",
    "\u{0}\u{9B}31m",
  ]

  /// A session in which everything is too long or too strange.
  func extreme() throws -> Desk {
    var plan = try Workshop.plan(
      title: "組織犯罪 and everything else that could be said in a title of more than eighty columns")
    plan.marking = "OFFICIAL-SENSITIVE - HMG USE ONLY - PERSONAL DATA - AND LOCAL POLICY"
    plan.tables = 30
    plan.themes = (1...14).map {
      Theme(
        id: ThemeID("theme\($0)"),
        title: "Theme number \($0) with a title of sixty characters or some more")
    }
    var desk = Desk()
    try desk.perform(.open("x", plan))
    try desk.perform(.enterStage("round-2"))
    let names = Self.hostile + (1...25).map { "Delegate \($0) of a Very Long Name Indeed" }
    try desk.perform(
      .addDelegates(
        names.enumerated().map { index, name in
          NewDelegate(
            Delegate.Profile(
              name: name.trimmed.isEmpty ? "x" : name, organisation: names.reversed()[index],
              sector: "partner", role: name, skills: [name]),
            group: index < 20 ? desk.session.tables[index % 3].id : nil)
        }))
    for (index, group) in desk.session.tables.prefix(9).enumerated() {
      try desk.perform(.renameGroup(group.id, "\(Self.hostile[index]) \(index)"))
    }
    for (index, words) in (Self.hostile + Self.hostile).enumerated() {
      try desk.perform(
        .capture([
          NewContribution(
            words, group: desk.session.tables[index % 2].id, lens: "improve",
            themes: plan.themes.prefix(index % 5).map(\.id), isHighlighted: index.isMultiple(of: 2))
        ]))
    }
    return desk
  }

  static let sizes = [(80, 24), (120, 40), (60, 15), (40, 10)]

  @Test(arguments: sizes) func everyScreen(_ width: Int, _ height: Int) throws {
    var room = Room(try extreme(), width, height)
    room.type(Self.hostile.joined(separator: " "))
    Golden.check("extreme-capture-\(width)x\(height)", room)
    for (name, keys) in [
      ("browsing", ["Esc", "k"]), ("code", ["c"]), ("arrivals", ["Esc", "M-1", "j"]),
      ("groups", ["M-2", "j"]), ("themes", ["M-4", "j"]),
    ] {
      for key in keys { room.press(notation: key) }
      Golden.check("extreme-\(name)-\(width)x\(height)", room)
    }
  }

  @Test func asciiShowsNothingElse() throws {
    var room = Room(try Workshop.underWay(), 120, 40, glyphs: .ascii)
    for keys in [["Esc"], ["?"], ["Esc", "M-1"], ["M-2"], ["M-4"], ["c"]] {
      for key in keys { room.press(notation: key) }
      for line in room.screen {
        // The driver has a counterpart for what is left; it has none for box lines and signs.
        let foreign = line.unicodeScalars.filter {
          !$0.isASCII && !"…‘’“”·".unicodeScalars.contains($0)
        }
        #expect(foreign.isEmpty, "\(line)")
      }
    }
  }

  @Test func anySize() throws {
    var room = Room(try extreme())
    for keys in [
      [], ["Esc"], ["?"], ["Esc", "c"], ["Esc", "M-1"], ["q"], ["Esc", "M-2"], ["M-4"], ["a"],
    ] {
      for key in keys { room.press(notation: key) }
      for width in [0, 1, 2, 5, 20, 39, 40, 41, 47, 59, 60, 79, 80, 99, 100, 150, 300] {
        for height in [0, 1, 2, 3, 9, 10, 11, 13, 14, 15, 19, 20, 33, 34, 90] {
          room.resize(width, height)
          let problems = Looks.problems(room.console.view(), of: room.console)
          #expect(problems.isEmpty, "\(width)x\(height) \(problems)")
        }
      }
      room.resize(80, 24)
    }
  }

  @Test func tooSmallDropsKeys() throws {
    var room = Room(try Workshop.underWay())
    room.type("half")
    room.resize(39, 9)
    #expect(room.shows("Plenary needs 40×10"))
    room.type("typed blindly")
    room.press("Enter", "Esc", "w", "q")
    room.paste("pasted blindly")
    #expect(room.performed.isEmpty)
    room.resize(80, 24)
    #expect(room.line == "half")
    // To leave is always possible
    room.resize(10, 3)
    room.press("C-c")
    #expect(room.hasQuit)
  }

  @Test func markingAtTopAndBottom() throws {
    for desk in [try Workshop.underWay(), try extreme()] {
      for (width, height) in Self.sizes {
        var room = Room(desk, width, height)
        for screen in ["M-1", "M-2", "M-3", "M-4"] {
          room.press(notation: screen)
          let marking = "OFFICIAL-SENSITIVE"
          #expect(room.screen.first?.contains(marking) == true)
          #expect(room.screen.last?.contains(marking) == true)
        }
      }
    }
  }
}
