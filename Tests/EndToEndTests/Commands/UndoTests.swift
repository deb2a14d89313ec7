import Testing

/// What a command did is taken back, also beside a console that is open.
@Suite("plenary undo") struct UndoTests {
  @Test("the latest act of a command, never the console's, named before and after, and back again")
  func besideAConsole() async throws {
    try await Workshop.open { laptop in
      // Given a console that kept something, and a command that coded it
      try await laptop.does("new", "day", "--groups", "2")
      let screen = try await Screen.open(laptop, "day")
      try await screen.enter("Kept at the console")
      try await screen.shows("kept #1")
      try await laptop.does("code", "day", "1", "--theme", "data")

      // When it is asked what would be taken back, then nothing is
      let asked = try await laptop.does("undo", "day", "--dry-run")
      #expect(asked.out.hasPrefix("would undo: coded #1 to ‘The challenge of data’ ("))
      #expect(asked.out.contains("ann"))
      #expect(try await laptop.exported("day")[1]?.themes == ["The challenge of data"])

      // When it is taken back, then it alone is, and brought back again
      let undone = try await laptop.does("undo", "day")
      #expect(undone.out.hasPrefix("undid: coded #1"))
      #expect(try await laptop.exported("day")[1]?.themes == [])
      let redone = try await laptop.does("undo", "day", "--redo")
      #expect(redone.out.hasPrefix("redid: coded #1"))
      #expect(try await laptop.exported("day")[1]?.themes == ["The challenge of data"])

      // And the console's own act is left to the console
      try await laptop.does("undo", "day")
      let refused = try await laptop.refuses("undo", "day", code: 1)
      #expect(refused.err.contains("at a console that is open is undone there"))
      #expect(try await laptop.exported("day")[1]?.text == "Kept at the console")
      await screen.close()

      // Until the console is left
      #expect(try await laptop.does("undo", "day").out.hasPrefix("undid: captured #1"))
      try await laptop.does("verify", "day")
    }
  }
}
