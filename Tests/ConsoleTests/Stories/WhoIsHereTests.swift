import SessionEngine
import Testing

@testable import Console

/// Who counts as in the room, where it matters to groups and votes.
@Suite("Who is here, by keys")
struct WhoIsHereTests {
  /// Twenty who sit as they were mixed the evening before.
  private func seated(_ width: Int = 80, _ height: Int = 24) throws -> Room {
    var room = Room(try Workshop.morning(), width, height)
    room.press("M-2", "d", "Enter")
    #expect(room.session.seats.count == 20)
    return room
  }

  @Test func `given nobody ticked, when one walks in, then nobody else loses a seat`() throws {
    var room = try seated()
    room.press("1")
    #expect(room.shows("20 of 20 count as here until somebody is ticked"))
    room.press("a")
    room.type("Wil Walker")
    room.press("Enter", "2", "R")
    #expect(room.shows("Wil Walker sits at") && !room.shows("without a seat"))
    room.press("y")
    #expect(room.session.seats.count == 21)
    room.press("d")
    #expect(room.shows("Mix 21 people into 5 groups"))
    #expect(!room.shows("lose them"))
  }

  @Test func `given three ticked, then mixing says who loses a seat, and asks`() throws {
    // Given arrivals under way
    var room = try seated()
    room.press("1", "Space", "Space", "Space", "2", "f", "C-u")
    room.type("3")
    room.press("Enter", "d")
    // Then it is said before anything is done
    #expect(room.shows("people who have seats are not marked as here and lose them."))
    let seats = room.session.seats
    room.press("Enter")
    #expect(room.shows("people lose seats.") && room.session.seats == seats)
    #expect(room.shows("They have seats and are not marked as here: "))
    // Esc goes back to the mix, y takes it
    room.press("Esc")
    #expect(room.console.mixing != nil && room.session.seats == seats)
    room.press("Enter", "y")
    #expect(room.console.mixing == nil && room.session.seats.count == 3)
    room.press("u")
    #expect(room.session.seats == seats)
  }

  @Test func `whoever is said to be missing loses a seat without a question`() throws {
    var room = try seated()
    let gone = Array(room.session.delegates.keys.prefix(2))
    for id in room.session.delegates.keys {
      try room.elsewhere(.markPresent(id, !gone.contains(id)))
    }
    room.press("d")
    #expect(!room.shows("lose them"))
    room.press("Enter")
    #expect(room.session.seats.count == 18)
  }

  @Test func `given nobody ticked, then every delegate may vote`() throws {
    var room = Room(try Workshop.morning(), 120, 40)
    try room.elsewhere(
      .capture([NewContribution("A point", group: "g1")]))
    let point = try #require(room.session.contributions.all.first)
    try room.elsewhere(
      .openScoring(NewScoring("Which?", items: .contributions([point.id]), voters: .delegates)))
    room.press("M-5")
    #expect(room.shows("0 of 20 in") && !room.shows("every ballot is in"))
    room.press("Enter")
    #expect(room.shows("impact of 1") && !room.shows("no more ballots"))
    room.press("4", "5")
    #expect(room.session.scorings.values.first?.ballots.count == 1)
    #expect(room.row("▸").contains(". "))

    // Where everybody was said to be missing there is nobody to vote, and that is said
    for id in room.session.delegates.keys { try room.elsewhere(.markPresent(id, false)) }
    let vote = try #require(room.session.scorings.keys.first)
    let voter = try #require(room.session.scorings[vote]?.ballots.keys.first)
    try room.elsewhere(.withdrawBallot(vote, voter))
    #expect(room.shows("nobody is here to vote") && !room.shows("closed: no more ballots"))
    // Until somebody comes after all
    try room.elsewhere(.markPresent(try #require(room.session.delegates.keys.first), true))
    #expect(room.shows("impact of 1"))
  }
  @Test func `a wish against another is told at once, whoever is here`() throws {
    // Given a room in which only somebody else has arrived
    var room = Room(try Workshop.morning(), 80, 24)
    room.press("M-1", "G", "Space", "M-2", "t", "Down", "Enter")
    let wishes = room.session.mixWishes
    #expect(wishes.together.count == 1)
    // Then the opposite of what is wished is refused in names
    room.press("a", "Down", "Enter")
    #expect(room.shows("these cannot all be kept"))
    #expect(room.session.mixWishes == wishes)
  }
}
