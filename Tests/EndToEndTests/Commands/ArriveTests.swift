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

  @Test("everybody is one act, done only once everything else was checked")
  func everybody() async throws {
    try await Workshop.open { laptop in
      try laptop.write("room.csv", "Name\nAnn Ash\nBo Birch\nCy Cedar\n")
      try await laptop.does("new", "day", "--roster", "room.csv")
      let lines = try await laptop.does("replay", "day", "--text").out
      // A name that is nobody's: the argument is named, and nothing was done
      for (arguments, place) in [
        (["Nobody"], "NAME: "), (["--all", "--no-show", "Nobody"], "--no-show: "),
        (["--all", "--left", "Nobody"], "--left: "),
      ] {
        let refused = try await laptop.start(["arrive", "day"] + arguments).ended()
        #expect(refused.code == 1)
        #expect(refused.err.contains(place) && refused.err.contains("nothing was done"))
        #expect(!refused.err.contains("standard input"))
      }
      #expect(try await laptop.does("replay", "day", "--text").out == lines)
      // Nobody is ticked, one does not come: the others count
      let missing = try await laptop.does("arrive", "day", "--no-show", "Bo Birch")
      #expect(missing.out.contains("0 of 3 delegates present"))
      #expect(missing.out.contains("2 count as there"))
      let all = try await laptop.does("arrive", "day", "--all")
      #expect(all.out.contains("marked 3 delegates present"))
      #expect(all.out.contains("3 of 3 delegates present") && !all.out.contains("count as there"))
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
