import SessionEngine
import Testing

@testable import Console

/// Putting right what was fixed before the day, and people whose names are no plain words.
@Suite("Plan and people") struct PlanAndPeopleTests {
  @Test func `the title and the attribution rule are put right from the commands`() throws {
    var room = Room(try Workshop.underWay())

    // When the facilitator finds the command by name and corrects the title
    room.press("M-x")
    room.type("revise plan")
    room.press("Enter", "1", "C-u")
    room.type("A better title")
    room.press("Enter")

    // Then it stands in the header, and undo names it
    #expect(room.session.plan.title == "A better title")
    #expect(room.screen[0].contains("A better title"))
    room.press("M-u")
    #expect(room.session.plan.title != "A better title")

    // And a rule that is none is asked for again, with what there is to choose from
    room.press("M-x")
    room.type("revise plan")
    room.press("Enter", "8", "C-u")
    room.type("nobody")
    room.press("Enter")
    #expect(room.shows("chatham-house or named"))
    #expect(room.session.plan.attribution == .chathamHouse)
  }

  @Test(arguments: [
    Delegate.Profile(name: "Lee, Ann", organisation: "Smith, Jones & Co", sector: "Private"),
    Delegate.Profile(name: "O'Neil \"Bo\" Burr", skills: ["R; SPSS", "maps, plans", "law"]),
    Delegate.Profile(name: "Ann", role: "analyst"),
    Delegate.Profile(name: "Plain", organisation: "A; B", sector: "x", role: "y", skills: ["z"]),
  ])
  func `a person written in one line is read back as the same person`(
    profile: Delegate.Profile
  ) {
    #expect(ProfileLine.profile(ProfileLine.text(profile)) == profile)
  }

  @Test func `a group at which nobody sits can be named and given a priority`() throws {
    // Given a session without a roster
    var room = Room(try Workshop.underWay())
    for delegate in room.session.delegates.keys {
      try room.elsewhere(.seat([.init(delegate: delegate, group: nil)]))
    }
    room.press("M-2", "r", "2", "C-u")
    room.type("Harbour")
    room.press("Enter")
    #expect(room.session.groups.contains { $0.name == "Harbour" })

    room.press("p", "2", "1")
    let group = try #require(room.session.groups.first { $0.name == "Harbour" })
    #expect(room.session.currentPriority(of: group.id) == room.session.plan.priorities[0].id)
  }
}
