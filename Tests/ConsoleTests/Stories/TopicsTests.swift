import SessionEngine
import Testing

@testable import Console

/// Topics among more than fits between two keys.
@Suite("Topics among many") struct TopicsTests {
  @Test("what was said first is in a topic too, however much was said since")
  func oldest() throws {
    // Given points about one thing, and more than a thousand others after them
    var room = Room(try Workshop.underWay(), 120, 40)
    let table = try #require(room.session.tables.first).id
    let talk = [
      "Parking permits take too long for van drivers", "Permits for parking cost the drivers a day",
      "Van drivers wait for parking permits", "A parking permit should be a click for drivers",
    ]
    try room.elsewhere(.capture(talk.map { NewContribution($0, group: table) }))
    // None of these has a word in common with another.
    let letters = Array("bcdfghjklmnpqrtvwxz")
    func word(_ index: Int, _ start: String) -> String {
      start + [index / 361, index / 19 % 19, index % 19].map { "\(letters[$0])u" }.joined()
    }
    for start in stride(from: 0, to: 1200, by: 200) {
      let filler = (start..<(start + 200)).map { index in
        NewContribution(
          ["ka", "lo", "mi"].map { word(index, $0) }.joined(separator: " "), group: table)
      }
      try room.elsewhere(.capture(filler))
    }
    // When the topics are looked for, a step at a time
    room.press("M-4", "T")
    var steps = 0
    while room.console.hasWork {
      // Then a key may come between any two of them, and does what it says
      if steps % 7 == 3 { room.press("j") }
      room.send(.work)
      steps += 1
    }
    #expect(room.console.collating.topics.search == nil)
    // And the first points of the day are offered among them, as they are where all is looked at in one go
    let members = Set(room.console.collating.topics.list.flatMap(\.members))
    let first = try talk.map { try #require(room.contribution($0)).id }
    #expect(members.isSuperset(of: first))
    let whole = room.console.collating.collator.topics(
      among: room.console.uncodedSlots.map { room.session.contributions.all[$0].id })
    #expect(room.console.collating.topics.list.map(\.members) == whole.map(\.members))
  }
}
