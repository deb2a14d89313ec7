import SessionEngine
import Testing

@testable import Console

/// What a room sees of its votes, and what it must not see.
@Suite("A vote before the room") struct VoteInTheRoomTests {
  @Test("an item that the room was not asked about is no item without hands")
  func notAsked() throws {
    var room = Room(try Workshop.underWay(), 120, 40)
    room.openVote("1", "3")
    room.press("h")
    room.type("7 -0 ")
    #expect(room.vote?.hands.count == 2)
    room.press("R", "R", "Tab")
    #expect(room.row("not asked").contains("not asked"))
    #expect(room.shows("not asked: 2, 4"))
    // What was counted by mistake is made unasked again
    room.press("Tab", "h", "Left", "Left", "Left", "Left", "-")
    #expect(room.vote?.hands.values.sorted() == [0])
  }

  @Test(
    "a room of 58 sees what it votes on beside whoever votes", arguments: [(80, 24), (120, 40)])
  func manyVoters(_ width: Int, _ height: Int) throws {
    var desk = try Workshop.underWay()
    try desk.perform(.addDelegates((1...58).map { NewDelegate(.init(name: "Voter \($0)")) }))
    for delegate in desk.session.delegates.values where !delegate.isPresent {
      try desk.perform(.markPresent(delegate.id, true))
    }
    var room = Room(desk, width, height)
    room.openVote("1", "2")
    for (index, item) in room.highlights.enumerated() {
      #expect(room.row("\(index + 1) \(item.number.spoken) ").contains(item.words.prefix(20)))
    }
    // And the voters scroll beside it
    room.press("End")
    #expect(room.screen.count { $0.contains("Voter ") } >= 3)
  }

  @Test("what was taken back is its number on every screen, also in a vote that was revealed")
  func withdrawn() throws {
    // Given a revealed vote on a point, and an opportunity raised from it
    var room = Room(try Workshop.underWay(), 120, 40)
    let point = try #require(room.highlights.first)
    try room.desk.perform(.raise([point.id], CardPatch()))
    room.send(.followed(room.desk.session))
    room.openVote("1", "1")
    room.type("54434312")
    room.press("R", "R", "Tab")
    let words = String(point.words.prefix(18))
    #expect(room.shows(words))
    // When the point is withdrawn
    try room.desk.perform(.withdraw(point.id))
    room.send(.followed(room.desk.session))
    // Then no view of the vote and no card has its words, and each has its number
    for keys in [["m"], ["m"], ["Tab"], ["M-6"], ["Enter"]] {
      for key in keys { room.press(notation: key) }
      #expect(!room.shows(words), "after \(keys)")
    }
    #expect(room.tail.contains("\(point.number.spoken)") && room.tail.contains("(withdrawn)"))
  }
}
