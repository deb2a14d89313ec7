import SessionEngine
import Terminal
import Testing

@testable import Console

/// What the views of Themes look like.
@Suite("Screens of collating") struct CollatingScreenTests {
  static let sizes = [(80, 24), (120, 40), (200, 60), (40, 10)]

  private func room(_ width: Int, _ height: Int, _ keys: [String]) throws -> Room {
    var room = Room(try Workshop.underWay(), width, height)
    let tables = room.session.tables.map(\.id)
    try room.elsewhere(
      .capture([
        NewContribution("Follow the recruiter instead of the runner", group: tables[0]),
        NewContribution(
          "Landlords: one phone number, and one person to call back", group: tables[3]),
        NewContribution("Seized phones wait for an analyst", group: tables[1]),
      ]))
    room.press("M-4")
    for key in keys { room.press(notation: key) }
    while room.console.hasWork { room.send(.work) }
    return room
  }

  @Test(arguments: sizes) func views(_ width: Int, _ height: Int) throws {
    for (name, keys) in [
      ("suggestion", ["G"]), ("shape", ["v"]), ("shape-groups", ["v", "Tab"]),
      ("duplicates", ["D"]), ("topics", ["T"]), ("highlights", ["H", "Tab", "Tab"]),
      ("splitting", ["s", "Space"]),
    ] {
      Golden.check("collating-\(name)-\(width)x\(height)", try room(width, height, keys))
    }
  }

  @Test("everything too long or too strange, at any size")
  func extremes() throws {
    var room = Room(try ExtremeTests().extreme())
    room.press("M-4")
    for keys in [["v"], ["Tab"], ["Tab"], ["Tab"], ["Tab"], ["D"], ["T"], ["H"], ["s"]] {
      if keys != ["Tab"] { room.press("Esc") }
      for key in keys { room.press(notation: key) }
      while room.console.hasWork { room.send(.work) }
      for width in [40, 47, 60, 79, 80, 100, 150, 300] {
        for height in [10, 11, 14, 20, 34, 90] {
          room.resize(width, height)
          let problems = Looks.problems(room.console.view(), of: room.console)
          #expect(problems.isEmpty, "\(keys) \(width)x\(height) \(problems)")
          let marking = "OFFICIAL-SENSITIVE"
          #expect(room.screen.first?.contains(marking) == true)
          #expect(room.screen.last?.contains(marking) == true)
        }
      }
      room.resize(80, 24)
    }
  }

  @Test func asciiShadesShowWithoutColours() throws {
    var room = Room(try Workshop.underWay(), 80, 24, glyphs: .ascii)
    for keys in [
      ["M-4", "v"], ["Tab"], ["Esc", "D"], ["Esc", "T"], ["Esc", "H"], ["Esc", "s"],
    ] {
      for key in keys { room.press(notation: key) }
      while room.console.hasWork { room.send(.work) }
      for line in room.screen {
        let foreign = line.unicodeScalars.filter {
          !$0.isASCII && !"…‘’“”·".unicodeScalars.contains($0)
        }
        #expect(foreign.isEmpty, "\(line)")
      }
    }
  }
}
