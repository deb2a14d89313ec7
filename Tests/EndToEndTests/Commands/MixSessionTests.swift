import Foundation
import Testing

/// A session is mixed: as one act, again during the day, and with what it remembers.
@Suite("Mixing a session")
struct MixSessionTests {
  private func begin(_ laptop: Workshop) async throws {
    try laptop.write("people.csv", MixTests.roster)
    try await laptop.does("new", "day", "--roster", "people.csv", "--groups", "5")
  }

  /// A table's lines.
  private static func rows(_ table: String) -> [Substring] {
    table.split(whereSeparator: \.isNewline)
  }

  /// Who sits where, as the sheets say.
  private func sheets(_ laptop: Workshop) async throws -> String {
    try await laptop.does("export", "day", "--sheets")
    return try laptop.text("day/sheets/rounds.md")
  }

  @Test("a host at a group that goes is told of in names, and nothing is written")
  func hosts() async throws {
    try await Workshop.open { laptop in
      try await begin(laptop)
      try await laptop.does("mix", "day", "--method", "fixed", "--host", "Person 1=4")
      let before = try await laptop.does("replay", "day", "--text").out
      for size in [[], ["--size", "10-30"]] {
        let refused = try await laptop.start(["mix", "day", "--groups", "3"] + size).ended()
        #expect(refused.code == 1)
        #expect(
          refused.err.contains("Person 1 hosts Table 4, and there are to be only 3 groups"),
          "\(refused.err)")
        #expect(refused.err.contains("kept from before: Person 1 hosts Table 4"))
        #expect(refused.err.contains("--forget"))
      }
      #expect(try await laptop.does("replay", "day", "--text").out == before)
      let other = try await laptop.does(
        "mix", "day", "--groups", "3", "--host", "Person 1=2", "--format", "csv")
      #expect(other.out.contains("Person 1,2\r\n"))
    }
  }

  @Test("groups, method, wishes and seats are one act, taken back by one key")
  func oneAct() async throws {
    try await Workshop.open { laptop in
      try await begin(laptop)
      try await laptop.does("mix", "day", "--method", "fixed")
      let before = try await sheets(laptop)
      try await laptop.does(
        "mix", "day", "--groups", "3", "--method", "cafe", "--rounds", "3", "--apart",
        "Person 1;Person 2", "--seconds", "0.3")
      #expect(try await sheets(laptop) != before)
      let screen = try await Screen.open(laptop, "day", width: 120, height: 36)
      try await screen.press("M-2")
      try await screen.shows("30 of 30 seated")
      try await screen.press("u")
      try await screen.shows(
        "undid: set up 3 groups; mixed 30 delegates into 3 groups for 3 rounds")
      try await screen.press("C-c")
      _ = try await screen.ended()
      await screen.close()
      #expect(try await sheets(laptop) == before)
    }
  }

  @Test("putting right keeps what is wished with it, and says what does not go with it")
  func repairing() async throws {
    try await Workshop.open { laptop in
      try await begin(laptop)
      let mixed = try await laptop.does(
        "mix", "day", "--method", "fixed", "--together", "Person 1;Person 2", "--format", "csv")
      #expect(mixed.out.contains("Person 1,"))
      let refused = try await laptop.refuses("mix", "day", "--repair", "--rounds", "2", code: 64)
      #expect(refused.err.contains("leave --rounds out"), "\(refused.err)")
      let impossible = try await laptop.refuses(
        "mix", "day", "--repair", "--apart", "Person 1;Person 2", code: 1)
      #expect(impossible.err.contains("Person 1 and Person 2"), "\(impossible.err)")
      // When the two are to be apart in place of together, one of them or somebody else moves
      let repaired = try await laptop.does(
        "mix", "day", "--repair", "--forget", "--apart", "Person 1;Person 2")
      #expect(repaired.out.contains("Person 1 and Person 2 apart"), "\(repaired.out)")
      let again = try await laptop.does("mix", "day", "--repair")
      #expect(again.out.contains("nothing is to be put right"))
    }
  }

  @Test("putting right is told to programs too: the seats as a table, the moves with their reasons")
  func repairingForPrograms() async throws {
    try await Workshop.open { laptop in
      try await begin(laptop)
      let mixed = try await laptop.does("mix", "day", "--method", "fixed", "--format", "csv")
      // When two who share a group are to be apart
      let names = mixed.out.split(whereSeparator: \.isNewline).dropFirst()
        .filter { $0.hasSuffix(",1") }.prefix(2).map { String($0.dropLast(2)) }
      let seats = try await laptop.does(
        "mix", "day", "--repair", "--apart", names.joined(separator: ";"), "--format", "csv")
      // Then the table has a line for each, of which one or two differ, and the reasons stand beside it
      let (before, after) = (Self.rows(mixed.out), Self.rows(seats.out))
      #expect(after.count == before.count && after.first == before.first)
      #expect((1...2).contains(zip(before, after).count { $0 != $1 }), "\(seats.out)")
      #expect(seats.err.contains("move"), "\(seats.err)")
      // And what programs read says that nothing is left to do
      let told = try await laptop.does("mix", "day", "--repair", "--format", "json")
      #expect(told.out.contains("\"moves\" : 0") && told.out.contains(names[0]), "\(told.out)")
    }
  }

  @Test("what was wished before is told, and dropped where that is asked for")
  func remembered() async throws {
    try await Workshop.open { laptop in
      try await begin(laptop)
      try await laptop.does(
        "mix", "day", "--groups", "3", "--size", "9-11", "--together", "Person 1;Person 2")
      let again = try await laptop.does("mix", "day", "--seed", "2")
      #expect(
        again.err.contains(
          "kept from before: together: Person 1 and Person 2; 9 to 11 people a group")
      )
      let refused = try await laptop.refuses("mix", "day", "--groups", "5", code: 1)
      #expect(refused.err.contains("kept from before") && refused.err.contains("9 to 11"))
      let fresh = try await laptop.does("mix", "day", "--groups", "5", "--forget")
      #expect(!fresh.err.contains("kept from before"))
      #expect(!(try await laptop.does("mix", "day")).err.contains("kept from before"))
    }
  }

  @Test("once rounds have begun, they stay, and the others are mixed")
  func duringTheDay() async throws {
    try await Workshop.open { laptop in
      try await begin(laptop)
      try await laptop.does(
        "mix", "day", "--method", "cafe", "--rounds", "3", "--seconds", "0.3")
      let screen = try await Screen.open(laptop, "day", width: 120, height: 36)
      try await screen.press("M-2")
      try await screen.shows("before round 1")
      try await screen.press("C-t")
      try await screen.press("M-.")
      try await screen.press("M-.")
      try await screen.see("the first round") { !$0.contains("before round 1") }
      try await screen.press("C-c")
      _ = try await screen.ended()
      await screen.close()
      let before = try await sheets(laptop)
      let mixed = try await laptop.does(
        "mix", "day", "--seed", "9", "--seconds", "0.3", "--format", "csv")
      #expect(mixed.out.hasPrefix("name,round 2,round 3,"))
      let after = try await sheets(laptop)
      func round(_ number: Int, _ text: String) -> Substring? {
        text.split(separator: "## Round ").first { $0.hasPrefix("\(number)") }
      }
      #expect(round(1, before) != nil && round(1, before) == round(1, after))
      #expect(round(2, before) != round(2, after) || round(3, before) != round(3, after))
      let table = try await laptop.does("mix", "day", "--seconds", "0.1")
      #expect(table.out.contains("Round 1 stays as it was.") && table.out.contains("Round 2\n"))
      let late = try await laptop.refuses("mix", "day", "--rounds", "1", code: 1)
      #expect(late.err.contains("the only round has begun"))
    }
  }

  @Test("seats are not taken from people who are only not ticked yet, unless that is asked for")
  func onlyPresent() async throws {
    try await Workshop.open { laptop in
      // Given thirty who sit, and arrivals under way
      try await begin(laptop)
      try await laptop.does("mix", "day", "--seconds", "0")
      let before = try await sheets(laptop)
      try await laptop.does("arrive", "day", "Person 11", "Person 12", "Person 13")
      // Then a mix is refused by number and name, and nothing is written
      let refused = try await laptop.refuses("mix", "day", "--groups", "3", code: 1)
      #expect(refused.err.contains("27 people who have seats are not marked as here"))
      #expect(refused.err.contains("Person 1, ") && refused.err.contains("--only-present"))
      let repair = try await laptop.refuses("mix", "day", "--repair", code: 1)
      #expect(repair.err.contains("27 people who have seats are not marked as here"))
      #expect(try await sheets(laptop) == before)
      let mixed = try await laptop.does(
        "mix", "day", "--groups", "3", "--only-present", "--format", "csv")
      #expect(groups(mixed.out) == 3)
      // Whoever is said not to come loses a seat without a question
      try await laptop.does("arrive", "day", "--no-show", "Person 13")
      try await laptop.does("mix", "day", "--groups", "2")
      let roster = try await laptop.refuses(
        "mix", "people.csv", "--groups", "3", "--only-present", code: 64)
      #expect(roster.err.contains("--only-present is for a session"))
    }
  }

  /// How many people a table of who sits where names.
  private func groups(_ csv: String) -> Int {
    csv.split(whereSeparator: \.isNewline).count - 1
  }
}
