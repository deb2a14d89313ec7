import SessionEngine
import Testing

@testable import Console

/// Groups are mixed, swapped and put right while the day goes on.
@Suite("Mixing during the day")
struct MixingDayTests {
  /// A café of five rounds, taken, with the second round under way.
  private func cafe(_ width: Int = 120, _ height: Int = 40) throws -> Room {
    var room = Room(try Workshop.morning(), width, height)
    room.press("M-2", "d", "r", "C-u")
    room.type("cafe 5")
    room.press("Enter")
    for _ in 0..<40 { room.send(.work) }
    room.press("Enter")
    try room.elsewhere(.enterRound(1))
    try room.elsewhere(.enterRound(2))
    return room
  }

  @Test func roundsThatBeganStayAndTheOthersAreMixed() throws {
    var room = try cafe()
    let before = room.session
    room.press("d")
    #expect(room.shows("café, rounds 3 to 5") && room.shows("Round 3 of 5"))
    #expect(room.shows("Rounds 1 and 2 stay as they were."))
    room.press("n")
    for _ in 0..<40 { room.send(.work) }
    room.press("Enter")
    #expect(room.shows("for rounds 3 to 5"))
    #expect(Array(room.session.seating.prefix(2)) == Array(before.seating.prefix(2)))
    #expect(room.session.seating.dropFirst(2) != before.seating.dropFirst(2))
    #expect(room.session.seats == before.seats && room.session.rounds == before.rounds)

    // Nobody comes to a priority twice, held rounds and others
    for id in room.session.delegates.keys {
      let visits = (1...5).compactMap { round in
        room.session.seating[round - 1][id].flatMap {
          room.session.priority(of: $0, inRound: round)
        }
      }
      #expect(Set(visits).count == 5)
    }
    room.press("u")
    #expect(room.session.seating == before.seating)
  }

  @Test func aRoundThatBeginsMeanwhileIsNotMixed() throws {
    var room = try cafe()
    room.press("d")
    try room.elsewhere(.enterRound(3))
    #expect(room.shows("café, rounds 4 to 5"))
    try room.elsewhere(.enterRound(5))
    #expect(room.shows("all 5 rounds have begun"))
    let seating = room.session.seating
    room.press("Enter")
    #expect(room.session.seating == seating)
  }

  @Test func groupsThatStayTogetherChangeForTheRoundsToCome() throws {
    var room = Room(try Workshop.morning(), 120, 40)
    room.press("M-2", "d", "r", "C-u")
    room.type("carousel 3")
    room.press("Enter", "Enter")
    try room.elsewhere(.enterRound(1))
    let before = room.session
    room.press("d", "n")
    #expect(room.shows("Groups change from round 2 on"))
    #expect(room.shows("contributions stay with the group that made them"))
    room.press("Enter")
    #expect(room.session.seats == before.seats)
    #expect(room.session.seating.count == room.session.rounds.count)
    #expect(room.session.seating.first == before.seats)
    #expect(Set(room.session.seating.dropFirst()).count == 1)
  }

  @Test func takingIsOneActAndSoIsUndoing() throws {
    var room = Room(try Workshop.morning(), 120, 40)
    let before = room.session
    room.press("M-2", "d", "r", "C-u")
    room.type("cafe 3")
    room.press("Enter", "Enter")
    #expect(room.session.plan.rotation == .cafe && room.session.seating.count == 3)
    room.press("u")
    #expect(room.session.plan.rotation == before.plan.rotation)
    #expect(room.session.seats == before.seats && room.session.seating.isEmpty)
    #expect(room.session.rounds == before.rounds)
  }
}
