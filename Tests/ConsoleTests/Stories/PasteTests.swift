import SessionEngine
import Terminal
import Testing

@testable import Console

/// What would be marks in a typed line is text in lines that are kept unseen.
@Suite("Marks in what is pasted") struct PasteTests {
  private let lines = ["Join it up #data", "@amira-castellane said so", "See #17"]

  @Test("a text over the limit is not pasted, and what is typed beyond it waits in the line")
  func pasteTooLong() throws {
    var room = Room(try Workshop.underWay())
    let kept = room.kept
    let long = String(repeating: "x", count: WordsLimit.most + 1)
    room.type("half")
    for text in [long, "first\n" + long + "\nlast"] {
      room.paste(text)
      #expect(room.line == "half" && room.kept == kept && room.console.overlays.isEmpty)
      #expect(room.shows("nothing was pasted: the text has 20001 characters"))
    }
    // What only comes to be too long is refused by Enter, and is still there
    room.paste(String(long.dropLast(2)))
    room.press("Enter")
    #expect(room.kept == kept && room.line.count == WordsLimit.most + 3)
    #expect(room.shows("the text has 20003 characters, and 20000 are the most"))
  }

  @Test(arguments: ["l", "o"])
  func `they stay text byte for byte, and that is said before and after`(_ key: String) throws {
    var room = Room(try Workshop.underWay())
    room.paste(lines.joined(separator: "\n"))
    #expect(room.shows("# and @ stay text, unless they go into the line."))
    room.press(key)
    let kept = key == "l" ? lines : [lines.joined(separator: "\n")]
    #expect(Array(room.kept.suffix(kept.count)) == kept)
    let new = room.session.contributions.all.suffix(kept.count)
    #expect(new.allSatisfy { $0.themes.isEmpty && $0.speaker == nil })
    #expect(room.shows(key == "l" ? "kept 3 contributions, # and @ as text" : ", # and @ as text"))
  }

  @Test func `they are what was kept last, and the stamp says so`() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    room.keep("One line")
    let before = room.console.capture.keptAccount
    room.paste(lines.joined(separator: "\n"))
    room.press("l")
    #expect(room.console.capture.keptAccount != before)
    #expect(room.console.capture.keptContribution == room.last?.id)
    room.press("C-p")
    #expect(room.shows("kept 3 contributions"))
  }

  @Test func `where there are none nothing is said of them`() throws {
    var room = Room(try Workshop.underWay())
    room.paste("See #17\nWrite to ops@northmoor.example\n@nobody-here")
    #expect(!room.shows("stay text"))
    room.press("l")
    #expect(room.shows("kept 3 contributions") && !room.shows("as text"))
  }

  @Test func `in the line they are marks, as if they had been typed`() throws {
    var room = Room(try Workshop.underWay())
    room.paste("Join it up #data\n")
    #expect(room.shows("#The challenge of data"))
    room.press("Enter")
    #expect(room.last?.words == "Join it up" && room.last?.themes == ["data"])

    room.paste(lines.joined(separator: "\n"))
    room.press("t", "Enter")
    #expect(room.last?.themes == ["data"] && room.last?.speaker != nil)
  }
}
