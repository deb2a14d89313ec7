import SessionEngine
import Terminal
import Testing

@testable import Console

/// What is typed is never lost: not to a full disk, a switch of groups, a stray key or an end.
@Suite("Keeping what is typed") struct KeepingTests {
  @Test func failedWrite() throws {
    var room = Room(try Workshop.underWay())
    room.isDiskFull = true
    room.keep("Nobody asks the night shift")
    #expect(room.line == "Nobody asks the night shift")
    #expect(room.shows("the disk is full"))
    #expect(room.contribution("Nobody asks") == nil)

    room.isDiskFull = false
    room.press("Enter")
    #expect(room.line == "")
    #expect(room.last?.words == "Nobody asks the night shift")
  }

  @Test func failedRewording() throws {
    var room = Room(try Workshop.underWay())
    room.press("Esc", "r")
    room.type(", always")
    room.isDiskFull = true
    room.press("Enter")
    #expect(room.shows("the disk is full"))
    #expect(room.captureRow.contains(", always") || room.text.contains(", always"))
    room.isDiskFull = false
    room.press("Enter")
    #expect(room.kept.contains { $0.hasSuffix(", always") })
  }

  @Test func failedWalkIn() throws {
    var room = Room(try Workshop.morning())
    room.press("a")
    room.type("Wilhelmina Stroud")
    room.isDiskFull = true
    room.press("Enter")
    #expect(room.shows("the disk is full"))
    #expect(room.shows("Wilhelmina Stroud"))
    room.isDiskFull = false
    room.press("Enter")
    #expect(room.session.delegates.values.last?.name == "Wilhelmina Stroud")
  }

  @Test func pasteOfTwelveLines() throws {
    let lines = (1...12).map { "Point \($0)" }
    let pasted = lines.joined(separator: "\n") + "\n"
    let start = Room(try Workshop.underWay())

    var each = start
    each.paste(pasted)
    each.press("l")
    #expect(Array(each.kept.suffix(12)) == lines)
    #expect(each.shows("kept 12 contributions"))
    each.press("M-u")
    #expect(!each.kept.contains("Point 1"))

    var whole = start
    whole.paste(pasted)
    whole.press("o")
    #expect(whole.last?.words == lines.joined(separator: "\n"))

    var into = start
    into.type("They wrote: ")
    into.paste(pasted)
    into.press("t")
    #expect(into.line == "They wrote: " + pasted)

    var none = start
    none.type("half")
    none.paste(pasted)
    none.press("Esc")
    #expect(none.line == "half")
    #expect(none.kept == start.kept)

    var failing = start
    failing.isDiskFull = true
    failing.paste(pasted)
    failing.press("l")
    #expect(failing.shows("12 lines were pasted"))
    failing.isDiskFull = false
    failing.press("l")
    #expect(Array(failing.kept.suffix(12)) == lines)
  }

  @Test func longPaste() throws {
    var room = Room(try Workshop.underWay())
    let long = String(repeating: "All of it in one line. ", count: 220)
    room.paste(long)
    #expect(room.line == long)
    #expect(room.captureRow.contains("…"))
    #expect(Looks.problems(room.console.view(), of: room.console).isEmpty)
    room.press("Enter")
    #expect(room.last?.words == long)
    #expect(room.shows("…"))
  }

  @Test func pasteElsewhere() throws {
    var room = Room(try Workshop.underWay())
    room.press("M-1")
    let before = room.kept
    room.paste("x\nq\nd\n")
    #expect(room.shows("nothing was done with it"))
    #expect(room.kept == before && room.performed.isEmpty)
    #expect(room.session.delegates.count == 20)

    // Into a question neither, and into a field as one line
    room.press("q")
    room.paste("y")
    #expect(!room.hasQuit)
    room.press("Esc", "a")
    room.paste("Ann\nLee")
    #expect(room.shows("Ann Lee"))
  }

  @Test func draftsAreWrittenDown() throws {
    var room = Room(try Workshop.underWay())
    room.type("half a tho")
    #expect(room.savedDrafts == nil)
    room.wait(seconds: 1)
    #expect(room.savedDrafts == ["g1": "half a tho", "here": "g1"])

    // Whoever never pauses is not forgotten
    for _ in 0..<10 {
      room.desk.pass(seconds: 0)
      room.type("u")
      room.wait(seconds: 1)
    }
    #expect(room.savedDrafts?["g1"]?.hasPrefix("half a thouuu") == true)

    // On the way out, and into the shell
    room.press("C-n")
    room.type("more")
    room.press("C-z")
    #expect(room.savedDrafts?["g2"] == "more")
    #expect(room.signals.last == "suspend")
    room.type("!")
    room.press("C-c")
    #expect(room.savedDrafts?["g2"] == "more!")
    #expect(room.hasQuit)

    // And they are there again the next morning
    var next = Room(room.desk, drafts: room.savedDrafts ?? [:])
    #expect(next.line == "more!")
    next.press("C-p")
    #expect(next.line.hasPrefix("half a thou"))
  }

  @Test func `a line waits under the priority at which it was begun`() throws {
    // Given a group that strayed to another priority than its own of this round
    var room = Room(try Workshop.underWay())
    room.press("C-n", "C-o")
    let place = room.console.capture.place(in: room.session)
    #expect(place.priority != room.session.currentPriority(of: place.group))
    room.type("begun here")

    // When the console ends and begins again
    room.press("C-c")
    let next = Room(room.desk, drafts: room.savedDrafts ?? [:])

    // Then the line stands at the same place
    #expect(next.console.capture.place(in: next.session) == place)
    #expect(next.line == "begun here")
  }

  @Test func `the alarm is as it was chosen, also the next time`() throws {
    // Given a console that is to ring at zero
    var room = Room(try Workshop.underWay())
    for _ in 0..<2 {
      room.press("M-x")
      room.type("alarm")
      room.press("Enter")
    }
    #expect(room.shows("at zero: ring"))

    // When its laptop dies a second later, and the console begins again
    room.wait(seconds: 1)
    var next = Room(room.desk, drafts: room.savedDrafts ?? [:])

    // Then it rings when the time is up; and one that chose nothing does not
    next.wait(seconds: 19 * 60)
    #expect(next.signals == ["ring"])
    var quiet = Room(room.desk, drafts: ["alarm": "trumpet"])
    quiet.wait(seconds: 19 * 60)
    #expect(quiet.signals.isEmpty)
  }

  @Test func keptLinesAreNoDrafts() throws {
    var room = Room(try Workshop.underWay())
    room.type("written down while half-typed")
    room.wait(seconds: 1)
    room.press("Enter")
    #expect(room.savedDrafts == ["here": "g1"])
  }

  @Test func `what was taken back is no longer called kept`() throws {
    var room = Room(try Workshop.underWay())
    room.keep("A slip")
    let number = try #require(room.last?.number.spoken)
    #expect(room.shows("kept \(number)"))
    room.press("M-u", "Esc", "Enter")
    #expect(!room.shows("kept \(number)"))
  }

  @Test func whatIsTypedBehindALineOnItsWay() throws {
    // Given a line that is still being written to a slow disk
    var room = Room(try Workshop.underWay())
    room.type("Kept slowly")
    var effects = room.console.update(.terminal(.key(.enter)))
    #expect(effects.count == 1)
    // When one types on, and presses Enter once more
    effects += room.console.update(.terminal(.key(.enter)))
    room.type(" and on")
    // Then it is kept once, and the rest of the line stays
    #expect(effects.count == 1)
    let decision = try room.desk.perform(
      .capture([NewContribution("Kept slowly", group: "g1")]))
    room.send(.performed(.captureLine("g1"), decision, room.desk.session))
    #expect(room.line == " and on")
  }

  @Test func readOnlyKeepsNothing() throws {
    var room = Room(try Workshop.underWay(), readOnly: "the journal is damaged at line 812")
    room.keep("Not to be kept")
    #expect(room.performed.isEmpty)
    #expect(room.line == "Not to be kept")
    room.press("Esc", "x", "h", "M-.")
    #expect(room.performed.isEmpty)
    #expect(room.shows("read-only"))
  }
}
