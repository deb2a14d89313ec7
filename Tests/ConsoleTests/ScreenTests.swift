import Testing

@testable import Console

/// What the screens look like. Every golden file is to be read as a facilitator would read it.
@Suite("Screens") struct ScreenTests {
  static let sizes = [(80, 24), (120, 40), (200, 60), (60, 15), (40, 10), (39, 9)]

  @Test(arguments: sizes) func capture(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.underWay(), width, height)
    room.press("C-g")
    room.type("3")
    room.type("Could insurers see it before we do")
    Golden.check("capture-\(width)x\(height)", room)
  }

  @Test(arguments: sizes) func arrivals(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.underWay(), width, height)
    room.press("M-1", "j", "j")
    Golden.check("arrivals-\(width)x\(height)", room)
  }

  @Test(arguments: sizes) func groups(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.underWay(), width, height)
    room.press("M-2", "j", "j")
    Golden.check("groups-\(width)x\(height)", room)
  }

  @Test(arguments: sizes) func themes(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.underWay(), width, height)
    room.press("M-4", "j", "j")
    Golden.check("themes-\(width)x\(height)", room)
  }
}

/// Screens with something going on in them.
@Suite("Screens in use") struct ScreenInUseTests {
  static let sizes = [(80, 24), (120, 40), (40, 10)]

  @Test(arguments: sizes) func typingWithMarks(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.underWay(), width, height)
    room.press("C-n")
    room.type("left half-typed")
    room.press("C-p", "S-Tab", "S-Tab", "C-s")
    room.keep("Ask the port what it throws away")
    room.type("Follow the cash deposits #data @A")
    Golden.check("marks-\(width)x\(height)", room)
  }

  @Test(arguments: sizes) func browsing(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.underWay(), width, height)
    room.press("C-n", "C-n")
    room.type("half a line")
    room.press("Esc", "k", "k")
    Golden.check("browsing-\(width)x\(height)", room, styles: width == 80)
  }

  @Test(arguments: sizes) func rewording(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.underWay(), width, height)
    room.press("C-n", "C-n", "Esc", "r", "C-u")
    room.type("Ask those who drive parcels: they see every door")
    room.press("Enter", "r")
    room.press("C-w", "C-w")
    Golden.check("rewording-\(width)x\(height)", room)
  }

  @Test(arguments: sizes) func coding(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.underWay(), width, height)
    room.press("C-n", "C-n", "Esc", "k", "c")
    Golden.check("code-\(width)x\(height)", room)
  }

  @Test(arguments: sizes) func help(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.underWay(), width, height)
    room.press("M-?")
    Golden.check("help-\(width)x\(height)", room)
  }

  @Test(arguments: sizes) func palette(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.underWay(), width, height)
    room.press("Esc", ":")
    room.type("minu")
    Golden.check("palette-\(width)x\(height)", room)
  }

  @Test(arguments: sizes) func pasteQuestion(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.underWay(), width, height)
    room.paste(
      (1...12).map { "Line \($0) of what somebody had written down" }.joined(separator: "\n"))
    Golden.check("paste-\(width)x\(height)", room)
  }

  @Test(arguments: sizes) func searching(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.underWay(), width, height)
    room.press("Esc", "/")
    room.type("landlord")
    Golden.check("search-\(width)x\(height)", room)
  }

  @Test(arguments: sizes) func failure(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.underWay(), width, height)
    room.isDiskFull = true
    room.keep("Nobody asks the night shift")
    Golden.check("failure-\(width)x\(height)", room)
  }

  @Test(arguments: sizes) func readOnly(_ width: Int, _ height: Int) throws {
    let room = Room(
      try Workshop.underWay(), width, height, readOnly: "the journal is damaged at line 812")
    Golden.check("read-only-\(width)x\(height)", room)
  }

  @Test(arguments: sizes) func timeIsUp(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.underWay(), width, height)
    room.type("One more thing")
    room.wait(seconds: 19 * 60)
    Golden.check("over-\(width)x\(height)", room)
  }

  @Test(arguments: sizes) func beforeTheDay(_ width: Int, _ height: Int) throws {
    var room = Room(try Workshop.morning(), width, height)
    Golden.check("morning-\(width)x\(height)", room)
    room.press("M-3")
    Golden.check("empty-\(width)x\(height)", room)
  }

  @Test func asciiGlyphs() throws {
    for (width, height) in [(80, 24), (120, 40)] {
      var room = Room(try Workshop.underWay(), width, height, glyphs: .ascii)
      room.press("C-n", "C-n", "Esc", "k")
      Golden.check("ascii-capture-\(width)x\(height)", room)
      room.press("M-4")
      Golden.check("ascii-themes-\(width)x\(height)", room)
      room.press("?")
      Golden.check("ascii-help-\(width)x\(height)", room)
    }
  }

  @Test func styles() throws {
    var room = Room(try Workshop.underWay())
    room.press("C-n", "C-n")
    room.type("Could #data see it")
    Golden.check("styles-capture", room, styles: true)
    room.press("M-1", "j")
    Golden.check("styles-arrivals", room, styles: true)
    room.press("M-2", "j")
    Golden.check("styles-groups", room, styles: true)
    room.press("M-4", "j")
    Golden.check("styles-themes", room, styles: true)
    room.press(":")
    Golden.check("styles-palette", room, styles: true)
  }
}
