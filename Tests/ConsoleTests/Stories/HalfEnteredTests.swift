import SessionEngine
import Testing

@testable import Console

/// What was half entered when the console ended.
@Suite("Half entered, and started again") struct HalfEnteredTests {
  @Test func `a half-entered form waits for the next run, and a kept one does not`() throws {
    // Given half a form, and a second in which nobody types
    var room = Room(try Workshop.underWay())
    room.press("M-7")
    room.type("5430")
    room.press("Tab")
    room.type("Half a sen")
    room.wait(seconds: 1)
    // When the console is started again
    let drafts = try #require(room.savedDrafts)
    var next = Room(room.desk, drafts: drafts)
    next.press("M-7")
    // Then the form is as it was left, with the hand where it was
    #expect(next.console.evaluation.entry == room.console.evaluation.entry)
    #expect(next.shows("Half a sen"))
    next.keep("tence")
    #expect(next.session.feedback.forms.map(\.answers.count) == [4])
    #expect(next.session.feedback.forms[0].takeaway == "Half a sentence")
    // And nothing of it is left for the run after that, even where the last save was cut off
    let after = try #require(next.savedDrafts)
    #expect(!after.keys.contains { $0.hasPrefix("form") })
    let again = Room(
      next.desk, drafts: drafts.merging(["form words takeaway": "Half a sentence"]) { $1 })
    #expect(again.console.evaluation.entry == FormEntry())
    // What was saved by hand or for another plan does no harm
    let odd = Room(next.desk, drafts: ["form tick x": "9", "form tick ": "5", "form place": "-7"])
    #expect(
      odd.console.evaluation.entry.answers == ["": 5] && odd.console.evaluation.entry.place == 0)
  }
}
