import SessionEngine
import Terminal
import Testing

@testable import Console

/// One key too many takes no roster away, and several are counted.
@Suite("Taking back") struct TakingBackTests {
  @Test func `an undo that would empty the list asks first, and the empty list says the way back`()
    throws
  {
    // Given the list of the morning, which came in as one act
    var room = Room(try Workshop.morning())

    // When it would be undone, then it is asked, and any key but y leaves it
    room.press("u")
    #expect(room.shows("Undo ‘added 20 delegates’?"))
    #expect(room.shows("20 delegates and their seats"))
    room.press("Esc")
    #expect(room.session.delegates.count == 20)
    room.press("u", "u", "y")
    #expect(room.session.delegates.isEmpty)

    // Then the empty list names U, and U brings everybody back
    #expect(room.shows("U brings back what was undone: added 20 delegates"))
    room.press("U")
    #expect(room.session.delegates.count == 20)
  }

  @Test func `a single delegate is taken back at once`() throws {
    var room = Room(try Workshop.morning())
    room.press("a")
    room.type("Wilhelmina Stroud")
    room.press("Enter", "u")
    #expect(room.session.delegates.count == 20 && room.console.overlays.isEmpty)
  }

  @Test func `an empty list of which nothing was undone speaks of no way back`() throws {
    var desk = Desk()
    try desk.perform(.open("soc", Workshop.plan()))
    var room = Room(desk)
    room.press("M-1")
    #expect(room.shows("Nobody is expected yet") && !room.shows("U brings back"))
  }

  @Test func `several undos in a row are counted, and that stays until something is done`() throws {
    var room = Room(try Workshop.morning())
    room.press("Space", "Space", "Space", "u")
    #expect(room.shows("undid: ") && !room.shows("undid 1"))
    room.press("u", "u", "Down")
    #expect(room.shows("undid 3, U brings back; the last was: "))
    room.press("Space")
    #expect(!room.shows("undid"))
    room.press("u")
    #expect(room.shows("undid: ") && !room.shows("undid 4"))
  }

  @Test func `only the count of undos outlives a key, not what is said after it`() throws {
    var room = Room(try Workshop.morning())
    room.press("Space", "Space", "u", "u", "Down")
    #expect(room.shows("undid 2"))
    room.press("_")
    #expect(room.shows("_ does nothing here"))
    room.press("Down")
    #expect(!room.shows("_ does nothing here"))
  }
}

/// What the help says of leaving is what the keys do.
@Suite("How one leaves") struct LeavingTests {
  @Test func `where q asks, the help says that control with c does not`() throws {
    for context in Context.allCases {
      let binding = try #require(KeyTable.bindings(in: context).first { $0.action == .quit })
      guard binding.keys.contains(.character("q")) else { continue }
      #expect(binding.explanation.contains("^C: "), "\(context)")
    }
    var room = Room(try Workshop.underWay())
    room.press("M-1", "q")
    #expect(!room.hasQuit && room.shows("Leave Plenary?"))
    room.press("Esc", "C-c")
    #expect(room.hasQuit)
  }
}

/// Questions and prompts that say what they wait for.
@Suite("Waiting for an answer") struct WaitingTests {
  @Test(arguments: [(80, 24), (40, 10)])
  func `a second paste joins the one that waits`(_ width: Int, _ height: Int) throws {
    // Given four pasted lines that wait for an answer
    var room = Room(try Workshop.underWay(), width, height)
    let before = room.kept.count
    room.paste("one\ntwo\nthree\nfour")

    // When more is pasted, then that is said, and the answer is for all of it
    room.paste("five\nsix\n")
    #expect(room.shows("6 lines were pasted"))
    #expect(room.shows("2 lines more were pasted"))
    room.press("l")
    #expect(Array(room.kept.dropFirst(before)) == ["one", "two", "three", "four", "five", "six"])
  }

  @Test func `a second paste that cannot be kept leaves the first as it waits, and says so`() throws
  {
    var room = Room(try Workshop.underWay())
    room.paste("one\ntwo")
    room.paste(String(repeating: "x", count: WordsLimit.most + 1))
    #expect(room.shows("2 lines were pasted") && room.shows("was not added"))
    room.press("l")
    #expect(Array(room.kept.suffix(2)) == ["one", "two"])
  }

  @Test func `a key that is no answer says which are`() throws {
    var room = Room(try Workshop.underWay())
    room.paste("one\ntwo")
    let before = room.kept
    room.press("Enter")
    #expect(
      room.shows("press l one contribution a line, o all as one contribution, t into the"))
    #expect(room.kept == before && !room.console.overlays.isEmpty)
    #expect(room.screen[22].contains("l o t answer"), "the keys fit the footer, if not their names")
    #expect(Looks.problems(room.console.view(), of: room.console).isEmpty)
  }

  @Test func `a name that stands in a prompt gives way to one that is typed`() throws {
    // Given the prompt with the name of a theme
    var room = Room(try Workshop.underWay())
    room.press("M-4", "r")
    let before = try #require(room.console.chosenTheme?.title)
    #expect(room.shows("type in its place"))

    // When one types, then it takes its place, and what stood there can be had again
    room.type("Measuring")
    #expect(room.shows("^U empty it"))
    room.press("C-u", "C-y", "Enter")
    #expect(room.console.chosenTheme?.title == "Measuring")

    // When one moves the cursor or takes a letter off first, then the name stays
    for (key, expected) in [("Left", "Measurin!g"), ("Backspace", "Measurin!")] {
      room.press("r", key)
      room.type("!")
      room.press("Enter")
      #expect(room.console.chosenTheme?.title == expected)
      room.press("u")
    }
    room.press("u")
    #expect(room.console.chosenTheme?.title == before)
  }

  @Test func `what is pasted takes the place of a name, too, and never of a sentence`() throws {
    var room = Room(try Workshop.underWay())
    room.press("M-4", "r")
    room.paste("Pasted")
    room.press("Enter")
    #expect(room.console.chosenTheme?.title == "Pasted")

    // A delegate's line is gone on with
    room.press("M-1", "e")
    #expect(!room.shows("type in its place") && room.shows("^U empty it"))
    let id = try #require(room.console.arrivals.selection)
    let before = ProfileLine.text(try #require(room.session.delegates[id]).profile)
    room.type("X")
    room.press("Enter")
    let after = ProfileLine.text(try #require(room.session.delegates[id]).profile)
    #expect(after == before + "X")
  }

  @Test func `a line in which nothing can be kept says so where one types, and what to do`() throws
  {
    let room = Room(
      try Workshop.underWay(),
      readOnly: "journal/0f3a.jsonl, line 812 is damaged; restore the file from a copy")
    #expect(room.captureRow.contains("read-only ›"))
    #expect(room.captureRow.contains("restore the file from a copy"))
    #expect(!room.captureRow.contains("say ›"))
  }
}
