import Foundation
import Testing

/// A whole half-day, played by keys.
@Suite("A half-day workshop")
struct HalfDayTests {
  static let roster = """
    Name,Organisation,Sector
    Ann Ash,Police,Public
    Bo Birch,Bank,Private
    Cy Cedar,Council,Public
    Di Date,Haulier,Private
    Ed Elder,University,Academia
    Fay Fir,Charity,Third
    """

  @Test("arrivals, dealing, three rounds, a walk-in, a remark withdrawn, a mistake undone, exports")
  func halfDay() async throws {
    try await Workshop.open { laptop in
      try laptop.write("room.csv", Self.roster)
      try await laptop.does(
        "new", "day", "--roster", "room.csv", "--groups", "3", "--title", "Follow-up", "--date",
        "2026-11-24")
      let screen = try await Screen.open(laptop, "day", width: 120, height: 36)
      try await arrive(screen)
      try await deal(screen)
      try await firstRound(screen)
      try await secondRound(screen)
      try await thirdRound(screen)
      try await collate(screen)
      try await export(screen, laptop)
      try await screen.press("C-c")
      #expect(try await screen.ended() == 0)
      await screen.close()
      try await laptop.does("verify", "day")
      let replay = try await laptop.does("replay", "day").out
      #expect(replay.contains("Gus Gorse") && replay.contains("Round 3"))
      #expect(!replay.contains("slanderous"))
    }
  }

  /// The clock starts; five of six come, and one who was not on the list.
  private func arrive(_ screen: Screen) async throws {
    try await screen.press("C-t")
    try await screen.shows("left")
    try await screen.press("M-1")
    try await screen.shows("Ann Ash", "Fay Fir")
    for _ in 1...5 { try await screen.press("Space") }
    try await screen.press("a")
    try await screen.shows("walk-in")
    try await screen.enter("Gus Gorse, Port, Private, harbour master")
    try await screen.shows("Gus Gorse", "6 of 7 are here, 1 walked in")
    // Marked by mistake: she is not here.
    try await screen.press("G", "k", "Space")
    try await screen.shows("7 of 7 are here")
    try await screen.press("u")
    try await screen.shows("undid: marked Fay Fir present", "6 of 7 are here")
  }

  private func deal(_ screen: Screen) async throws {
    try await screen.press("M-2")
    try await screen.press("d")
    try await screen.shows("No better mix exists.")
    try await screen.press("Enter")
    try await screen.shows("seated 6 delegates", "Table 1", "Table 2", "Table 3", "Gus Gorse")
    try await screen.press("M-3")
    try await screen.shows("Table 1 · International links")
  }

  private func firstRound(_ screen: Screen) async throws {
    // Welcome, then the first round.
    try await screen.press("M-.")
    try await screen.shows("Welcome")
    try await screen.press("M-.")
    try await screen.shows("Round 1")
    try await screen.enter("Ports share no data #data")
    try await screen.shows("kept #1")
    try await screen.press("Tab")
    try await screen.enter("Customs could ring the haulier")
    try await screen.shows("kept #2")
    try await screen.press("C-n")
    try await screen.shows("Table 2 · Understanding digital technologies")
    try await screen.enter("A slanderous remark about Mr X")
    try await screen.shows("kept #3", "slanderous")
    try await screen.browse()
    try await screen.press("x")
    try await screen.showsNoMore("slanderous")
    try await screen.press("Escape")
    try await screen.shows("Esc browse")
    try await screen.type("Encrypted phones are not new @bo")
    try await screen.press("C-s", "Enter")
    try await screen.shows("kept #4")
  }

  private func secondRound(_ screen: Screen) async throws {
    try await screen.press("M-.")
    try await screen.shows("Round 2")
    try await screen.press("M-+")
    // The tables have moved on to the next priority.
    try await screen.shows("Table 2 · OCG business models")
    try await screen.enter("Cash businesses give cover")
    try await screen.shows("kept #5")
    try await screen.press("C-p")
    try await screen.enter("Mistaken for table one")
    try await screen.shows("kept #6")
    // It was said at table two.
    try await screen.browse()
    try await screen.press("m")
    try await screen.shows("Move #6", "to which group?")
    try await screen.press("2")
    try await screen.showsNoMore("Mistaken for")
    try await screen.press("u")
    try await screen.shows("Mistaken for table one")
    try await screen.press("U")
    try await screen.showsNoMore("Mistaken for")
    try await screen.press("Escape")
    try await screen.shows("Esc browse")
  }

  private func thirdRound(_ screen: Screen) async throws {
    // The break, then the third round.
    try await screen.press("M-.")
    try await screen.shows("Break")
    try await screen.press("M-.")
    try await screen.shows("Round 3")
    try await screen.press("C-n")
    try await screen.shows("Table 2 · Protection from OCGs")
    try await screen.enter("Make the high street hostile to launderers")
    try await screen.shows("kept #7")
    // Typed in haste, and put into better words.
    try await screen.browse()
    try await screen.press("r")
    try await screen.shows("Rewording #7")
    try await screen.press("C-u")
    try await screen.enter("Make high streets hostile to money launderers")
    try await screen.shows("reworded #7", "Make high streets hostile to money")
  }

  private func collate(_ screen: Screen) async throws {
    try await screen.press("M-4")
    try await screen.shows("The challenge of data", "Customs could ring")
    try await screen.press("1")
    try await screen.shows("coded #2 to ‘The challenge of data’")
    try await screen.press("M-3")
    try await screen.shows("Esc browse")
    try await screen.browse()
  }

  private func export(_ screen: Screen, _ laptop: Workshop) async throws {
    try await screen.press("E")
    try await screen.shows("wrote", "exports")
    let page = try laptop.text("day/exports/group-2-table-2.md")
    for words in [
      "Follow-up", "OFFICIAL-SENSITIVE", "Table 2", "Encrypted phones are not new",
      "Cash businesses give cover", "Mistaken for table one",
      "Make high streets hostile to money launderers", "Understanding digital technologies",
      "OCG business models", "Protection from OCGs",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    for words in ["slanderous", "@bo", "Ports share no data"] {
      #expect(!page.contains(words), "\(words)")
    }
    for file in laptop.files(under: "day/exports") {
      #expect(!(try laptop.text("day/exports/" + file).contains("slanderous")), "\(file)")
    }
    let first = try laptop.text("day/exports/group-1-table-1.md")
    #expect(first.contains("Ports share no data") && !first.contains("Mistaken for"))
    #expect(!first.contains("#data"))
  }
}
