import Testing

@Suite("Who is there, and where the day is, by commands")
struct ArriveTests {
  @Test("people arrive, leave and walk in, and forms are counted over those who were there")
  func presence() async throws {
    try await Workshop.open { laptop in
      try laptop.write("room.csv", "Name\nAnn Ash\nBo Birch\nCy Cedar\n")
      try await laptop.does("new", "day", "--roster", "room.csv")
      let all = try await laptop.does("arrive", "day", "--all", "--no-show", "Cy Cedar")
      #expect(all.out.contains("2 of 3 delegates present"))
      let lines = """
        {"walkIn": "Di Dogwood", "organisation": "Port", "skills": ["law"]}
        {"left": "ann ash"}
        """
      let more = try await laptop.does("arrive", "day", input: .text(lines))
      #expect(more.out.contains("2 of 4 delegates present"))
      try await laptop.does("feedback", "day", input: .text(#"{"answers": [5]}"# + "\n"))
      #expect(
        try await laptop.does("feedback", "day", "--summary").out.contains("1 of 3 forms"))
      // A line that names nobody keeps the others from being done
      let wrong = "{\"arrive\": \"Ann Ash\"}\n{\"arrive\": \"Nobody\"}\n"
      let refused = try await laptop.refuses("arrive", "day", code: 1, input: .text(wrong))
      #expect(refused.err.contains("line 2") && refused.err.contains("nothing was done"))
      #expect(
        try await laptop.does("arrive", "day", "Ann Ash").out.contains("3 of 4 delegates present"))
    }
  }

  @Test("stages are entered in their order, and the clock is held and extended")
  func stages() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day", "--plan", "soc", "--groups", "5")
      try await laptop.refuses("stage", "day", "pause", code: 1)
      try await laptop.does("stage", "day", "next")
      try await laptop.does("stage", "day", "next")
      try await laptop.does("stage", "day", "pause")
      #expect(try await laptop.does("stage", "day").out.contains("(now, paused)"))
      try await laptop.does("stage", "day", "extend", "5")
      try await laptop.refuses("stage", "day", "extend", code: 64)
      try await laptop.refuses("stage", "day", "no such stage", code: 1)
      try await laptop.does("verify", "day")
    }
  }
}
