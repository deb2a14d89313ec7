import SessionEngine
import Testing

@testable import Console

/// A pile of forms typed fast, with an Enter too many.
@Suite("Stray digits on forms") struct StrayDigitsTests {
  @Test func `an Enter too many does not keep the ticks of the next form as its comments`() throws {
    // Given a form that was kept, and a second Enter out of habit
    var room = Room(try Workshop.underWay())
    room.press("M-7")
    room.keep("54345345")
    room.press("Enter")
    // When the digits of the next form are typed and kept
    room.keep("54345345")
    // Then the screen asks before it keeps a form with no item ticked, and Enter alone is no answer
    #expect(room.session.feedback.count == 1)
    #expect(room.shows("were they ticks?"))
    room.press("Enter", "5", "Enter")
    #expect(room.session.feedback.count == 1)
    // And Esc leads back to the items, where the digits belong
    room.press("Esc", "Esc")
    room.type("54345345")
    for _ in 0..<8 { room.press("Backspace") }
    #expect(room.console.evaluation.entry.words.values.allSatisfy { $0.text.isEmpty })
    room.press("Enter")
    #expect(room.session.feedback.count == 2)
    #expect(room.session.feedback.forms.allSatisfy { $0.answers.count == 8 })
  }

  @Test func `words without ticks are kept after a question, digits among words without one`()
    throws
  {
    var room = Room(try Workshop.underWay())
    room.press("M-7", "Tab")
    room.keep("More tea")
    #expect(room.session.feedback.count == 0 && room.shows("No item is ticked"))
    room.press("y")
    #expect(room.session.feedback.count == 1 && room.shows("kept; 1 form entered"))
    room.type("55555555")
    room.keep("10 out of 10, and 24 hours")
    #expect(room.session.feedback.count == 2)
    // What failed to be kept is asked about again, not lost
    room.isDiskFull = true
    room.press("Tab")
    room.keep("Less paper")
    room.press("y")
    #expect(room.shows("Less paper") && room.shows("the disk is full"))
  }

  @Test func `on a tall screen the legend of the digits stands below the form`() throws {
    let room = Room(try Workshop.underWay(), 200, 60)
    var tall = room
    tall.press("M-7")
    let legend = try #require(tall.screen.firstIndex { $0.contains("5 strongly agree") })
    let last = try #require(tall.screen.lastIndex { $0.contains("›") })
    #expect(legend > last && legend <= last + 3)
  }
}
