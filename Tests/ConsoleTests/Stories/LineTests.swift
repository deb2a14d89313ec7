import SessionEngine
import Terminal
import Testing

@testable import Console

/// The short marks in the line, and what stays text.
@Suite("Marks") struct MarkTests {
  private func marks(_ line: String) throws -> InlineMarks {
    InlineMarks(line, in: try Workshop.underWay().session)
  }

  @Test(arguments: [
    "Nothing special", "See #17 and #b4", "Write to ops@northmoor.example today",
    "at 5 pm @ the port",
    "C# or F#", "100 % # 1", "  two  blanks  kept ", "naïve café ☕️ 検査 مرحبا", "tab\there",
    "#nothinglikeit stays", "@nobody stays",
  ])
  func staysByteForByte(_ line: String) throws {
    let marks = try marks(line)
    #expect(Array(marks.words.utf8) == Array(line.utf8))
    #expect(marks.themes == [] && marks.speaker == nil)
  }

  @Test(arguments: [
    ("##data and @@amira", "#data and @amira"), ("## is a sign", "# is a sign"),
    ("Join it up #data", "Join it up"), ("#data Join it up", "Join it up"),
    ("Join #data it up", "Join it up"), ("Join it up #data.", "Join it up."),
    ("Join #data, and quickly", "Join, and quickly"),
    ("Follow #inside #data money", "Follow money"),
    ("#the-challenge-of-data whole title", "whole title"),
  ])
  func leavesCleanWords(_ line: String, _ words: String) throws {
    #expect(try marks(line).words == words)
  }

  @Test func namesThemesAndSpeakers() throws {
    let session = try Workshop.underWay().session
    let marks = InlineMarks("x #Inside y #INTRUSIVE z #inside @okonjo", in: session)
    #expect(marks.themes == ["inside", "proactive"])
    #expect(marks.speaker.flatMap { session.delegates[$0]?.name } == "Rufus Okonjo-Hale")
    #expect(marks.words == "x y z")
  }

  @Test func tabCompletes() throws {
    var room = Room(try Workshop.underWay())
    room.type("They know #dat")
    #expect(room.shows("Tab complete"))
    room.press("Tab")
    #expect(room.line == "They know #the-challenge-of-data ")
    room.type("@am")
    #expect(room.shows("Tab Amira Castellane, or Ambrose Teale"))
    room.press("Tab")
    #expect(room.line == "They know #the-challenge-of-data @amira-castellane ")

    // Behind a whole mark Tab is the lens again
    room.press("Tab")
    #expect(room.captureRow.contains("current approach ›"))
    room.press("Enter")
    #expect(room.last?.words == "They know")
    #expect(room.last?.speaker != nil)

    // In the middle of a line the rest stays
    room.type("a #dat b")
    room.press("Left", "Left", "Tab")
    #expect(room.line == "a #the-challenge-of-data b")
    #expect(room.cursor == "a #the-challenge-of-data".count)
  }

  @Test func anUnclearMarkIsAskedAboutOnce() throws {
    var room = Room(try Workshop.underWay())
    room.keep("He knows @am")
    #expect(room.line == "He knows @am")
    #expect(room.shows("@am is Amira Castellane or Ambrose Teale?"))
    room.press("Enter")
    #expect(room.last?.words == "He knows @am")
  }

  @Test func `a mark that names nobody is told from one beside it that does`() throws {
    // Given a theme and a name that is on no list
    var room = Room(try Workshop.underWay())
    room.type("#data @zara")
    // Then the hint says which of the two stays text
    #expect(room.shows("#The challenge of data  @zara names nobody: stays text"))
    // And goes on saying so while one types on
    room.type(" see #17")
    #expect(room.shows("#The challenge of data  @zara stays text"))
    #expect(!room.shows("#17 stays"))
    room.type(" #zzz")
    #expect(room.shows("#zzz names no theme"))
    room.press("Enter")
    #expect(room.last?.words == "@zara see #17 #zzz" && room.last?.themes == ["data"])
  }

  @Test func marksAloneAreNothingToKeep() throws {
    var room = Room(try Workshop.underWay())
    room.keep("#data @amira-castellane")
    #expect(room.performed.isEmpty)
    #expect(room.shows("there is nothing to keep yet"))
    room.press("C-u", "Enter")
    #expect(room.shows("there is nothing to keep yet"))
  }

  @Test func editorAndHistory() throws {
    var room = Room(try Workshop.underWay())
    room.editorAnswers = "written at leisure"
    room.type("wri")
    room.press("M-e")
    #expect(room.line == "written at leisure")
    room.press("Enter", "Up")
    #expect(room.line == "written at leisure")
    room.press("Down")
    #expect(room.line == "")
    // A half-typed line is not lost to the history
    room.type("half")
    room.press("Up")
    #expect(room.line == "half")
    #expect(room.shows("the line is not empty"))
  }
}

/// Browsing, searching, and the way back to the line.
@Suite("Browsing") struct BrowsingTests {
  @Test func escNeverQuits() throws {
    for screen in ["M-1", "M-2", "M-3", "M-4"] {
      var room = Room(try Workshop.underWay())
      room.press(screen)
      for _ in 0..<7 { room.press("Esc") }
      #expect(!room.hasQuit)
      #expect(room.console.overlays.isEmpty)
    }
  }

  @Test func lettersAreNeverLost() throws {
    let bound = Set(KeyTable.bindings(in: .browsing).flatMap(\.keys))
    let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;!\"£$%^&*()éß検☕"
    for letter in letters where !bound.contains(.character(letter)) {
      var room = Room(try Workshop.underWay())
      room.type("so far ")
      room.press("Esc", "k")
      room.press(.character(letter))
      #expect(room.line == "so far \(letter)", "\(letter)")
      #expect(room.console.capture.mode == .typing)
    }
  }

  @Test func browsingKeepsTheLine() throws {
    var room = Room(try Workshop.underWay())
    room.type("a line")
    room.press("Left", "Left", "Esc", "k", "h", "l", "Esc")
    #expect(room.line == "a line" && room.cursor == 4)
    #expect(room.console.capture.mode == .typing)
  }

  @Test func searchAcrossGroups() throws {
    var room = Room(try Workshop.underWay())
    room.press("Esc", "/")
    room.type("landlord")
    let first = try #require(room.console.capture.selection)
    room.press("Enter")
    room.press("n")
    let second = try #require(room.console.capture.selection)
    #expect(first != second)
    #expect(room.session.contributions[first]?.group != room.session.contributions[second]?.group)
    room.press("N")
    #expect(room.console.capture.selection == first)
    room.press("n", "n")
    #expect(room.console.capture.selection == first)

    // Esc ends the search, and only then browsing
    room.press("Esc")
    #expect(room.console.search.query.isEmpty)
    #expect(room.console.capture.mode == .browsing)
    room.press("Esc")
    #expect(room.console.capture.mode == .typing)
  }

  @Test func escInTheSearchGoesBack() throws {
    var room = Room(try Workshop.underWay())
    room.press("C-n", "Esc", "k")
    let before = (room.console.capture.group, room.console.capture.selection)
    room.press("/")
    room.type("night patr")
    #expect(room.shows("nothing here fits ‘night patr’"))
    room.press("C-u")
    room.type("HOT-SPOT")
    #expect(room.console.capture.group != before.0)
    room.press("Esc")
    #expect(room.console.capture.group == before.0)
    #expect(room.console.capture.selection == before.1)
  }

  @Test func searchByNumber() throws {
    var room = Room(try Workshop.underWay())
    room.press("Esc", "/")
    room.type("#17")
    let id = try #require(room.console.capture.selection)
    #expect(room.session.contributions[id]?.number.value == 17)
  }

  @Test func whatIsWithdrawnIsNotFound() throws {
    var room = Room(try Workshop.underWay())
    room.press("Esc", "/")
    room.type("garage")
    #expect(room.shows("nothing here fits ‘garage’"))
  }

  @Test func otherPriorities() throws {
    var room = Room(try Workshop.underWay())
    room.press("C-o")
    #expect(room.shows("not this round’s"))
    room.keep("Said out of turn")
    #expect(room.last?.priority == "ocg-models")
    room.press("M-o", "2")
    #expect(!room.shows("not this round’s"))
    room.press("C-g", "4")
    #expect(room.row("▸ 4").contains("Table 4"))
  }

  @Test func speakerIsNotedAndNotShown() throws {
    var room = Room(try Workshop.underWay())
    room.press("Esc", "s")
    room.type("penha")
    room.press("Enter")
    let id = try #require(room.console.capture.selection)
    let speaker = try #require(room.session.contributions[id]?.speaker)
    #expect(room.session.delegates[speaker]?.name == "Saoirse Penhallow")
    #expect(!room.shows("Penhallow"))
  }
}

/// The lines kept before, for the history keys.
@Suite("History") struct HistoryTests {
  @Test func `a line whose contribution was taken back does not come up again`() throws {
    // Given two lines kept, the second of which must not stand
    var room = Room(try Workshop.underWay())
    room.keep("First point")
    room.keep("A remark that must not stand")

    // When it is withdrawn
    room.press("Esc", "x", "Esc")

    // Then going back through the history finds the first line only
    room.press("Up")
    #expect(room.line == "First point")
    room.press("Up")
    #expect(room.line == "First point")
    #expect(!room.shows("must not stand"))
  }
}
