import SessionEngine
import Testing

@testable import Console

/// What the form asks in words, put into the room's own.
@Suite("Questions of the form") struct FormQuestionTests {
  private func room() throws -> Room {
    var room = Room(try Workshop.underWay(), 120, 40)
    room.press("M-7", "f")
    return room
  }

  @Test func `a question is put into other words in its place, and taken back`() throws {
    var room = try room()
    let before = room.session.plan.evaluation
    // Given the three questions of the plan
    room.press("w")
    for question in before.questions { #expect(room.shows(question)) }
    // When the first is put into other words
    room.press("1", "C-e", "C-u")
    room.keep("What will you take away to your desk?")
    // Then it stands in its place, and the form asks so
    #expect(
      room.session.plan.evaluation.questions
        == ["What will you take away to your desk?"] + before.questions.dropFirst())
    #expect(room.session.plan.evaluation.items == before.items)
    room.press("e", "Enter")
    #expect(room.shows("What will you take away to your desk?"))
    room.press("Esc", "f", "u")
    #expect(room.session.plan.evaluation == before)
  }

  @Test func `words that would ask for something else are asked for again`() throws {
    var room = try room()
    let before = room.session.plan.evaluation
    room.press("w", "1", "C-e", "C-u")
    room.keep("How was lunch?")
    #expect(room.shows("that would ask for comments") && room.shows("‘most useful’"))
    #expect(room.session.plan.evaluation == before)
    // Put so that it asks for the same, it is taken; left as it is, nothing happens
    room.press("C-e")
    room.keep(" And what was most useful?")
    #expect(
      room.session.plan.evaluation.questions.first == "How was lunch? And what was most useful?")
    let events = room.session.eventCount
    room.press("w", "1", "Enter")
    #expect(room.session.eventCount == events && room.console.overlays.isEmpty)
  }

  @Test func `an emptied question asks in our words, and gets its own again`() throws {
    var room = try room()
    room.press("w", "3", "C-e", "C-u", "Enter")
    #expect(room.session.plan.evaluation.questions.count == 2)
    room.press("w")
    #expect(room.shows(FormText.futurePriorities.name))
    room.press("3")
    room.keep("Which priorities come next?")
    #expect(room.session.plan.evaluation.questions.last == "Which priorities come next?")
    // What was entered meanwhile stands under the new words
    room.press("e")
    room.type("5")
    room.press("Enter", "Tab", "Tab")
    room.keep("Ports")
    #expect(room.session.feedback.forms.first?.futurePriorities == ["Ports"])
  }

  @Test(
    "what is asked just now is read in full, whatever the width",
    arguments: [(80, 24), (120, 40), (200, 60), (60, 24), (40, 24)])
  func whole(_ size: (Int, Int)) throws {
    var room = Room(try Workshop.underWay(), size.0, size.1)
    room.press("M-7")
    let form = room.session.plan.evaluation
    for item in form.items {
      #expect(asked(room) == item.statement, "\(size)")
      room.type("4")
    }
    for text in form.textOrder {
      #expect(asked(room) == form.label(of: text), "\(size)")
      room.press("Tab")
    }
  }

  /// What the screen says beside the marker and in the rows that go on with it.
  private func asked(_ room: Room) -> String {
    let rows = room.screen.drop { !$0.contains("Form ") }.drop { !$0.contains("▸") }
    guard let first = rows.first.map({ Array($0) }) else { return "" }
    let prompt = first.firstIndex(of: "›")
    let left = prompt == nil ? 12 : 3
    var said: [String] = []
    for (index, row) in rows.enumerated() {
      let cells = Array(row).prefix(prompt ?? .max)
      let goesOn = cells.prefix(left).allSatisfy { $0 == " " } && !row.contains("›")
      let words = String(cells.dropFirst(left)).trimmed
      guard index == 0 || goesOn && !words.isEmpty else { break }
      said.append(words)
    }
    return said.joined(separator: " ")
  }
}
