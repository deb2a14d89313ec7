import Testing

@Suite("Collating by a table") struct CodeTableTests {
  private func room(_ laptop: Workshop) async throws {
    try await laptop.does("new", "day", "--groups", "2")
    try await laptop.capture(points: 5)
  }

  @Test("every act has its headings: code, merge, split, rename and the rest")
  func acts() async throws {
    try await Workshop.open { laptop in
      try await room(laptop)
      let table = """
        number,theme,new,highlight,merge,split,parts,rename,reword,words,lens,keyPoints,withdraw
        1,Ports,yes,yes,,,,,,,improvement,,
        ,,,,1;2,,,,,,,,
        ,,,,,3,one thing; another,,,,,,
        ,Ports,,,,,,Harbours,,,,,
        ,Harbours,,,,,,,,,,cranes; quays,
        ,,,,,,,,4,"Put, otherwise",,,
        ,,,,,,,,,,,,5
        """
      let done = try await laptop.does("code", "day", input: .text(table))
      #expect(done.out.contains("#2") && done.out.contains("Harbours"))
      try await laptop.does("export", "day")
      let page = try laptop.text("day/exports/session.md")
      for words in ["Harbours", "cranes", "quays", "one thing", "Put, otherwise", "part of #3"] {
        #expect(page.contains(words), "\(words)")
      }
      #expect(page.contains("said 2 times, in 1 group") && !page.contains("Point 5"))
    }
  }

  @Test("a heading that is none, one that is there twice, and a row that names nothing are told")
  func slips() async throws {
    try await Workshop.open { laptop in
      try await room(laptop)
      for (table, reason) in [
        ("number,them\n1,Data\n", "there is no heading ‘them’"),
        ("number,theme,theme\n1,Data,Data\n", "stands there twice"),
        ("off,new\nyes,\n", "does not say what to do"),
        ("number,theme\n,Data\n", "line 2: it names no contribution"),
        ("number,theme,off\n1,Data,perhaps\n", "neither yes nor no"),
      ] {
        let said = try await laptop.refuses("code", "day", code: 1, input: .text(table))
        #expect(said.err.contains(reason), "\(said.err)")
      }
    }
  }

  @Test("what only follows from a line that failed is not told, whatever a title says")
  func following() async throws {
    try await Workshop.open { laptop in
      try await room(laptop)
      // Given a failed split, numbers of its parts are not there; a theme that is not there is another matter
      let said = try await laptop.refuses(
        "code", "day", code: 1,
        input: .text(
          """
          {"split": 1, "parts": ["only one"]}
          {"number": 6, "theme": "Data"}
          {"number": 2, "theme": "there is no contribution"}
          {"splitTheme": "nowhere", "into": "Ports", "numbers": [2]}
          {"number": 3, "theme": "Ports"}
          {"number": 4, "theme": "Ports and quays"}
          """))
      #expect(said.err.contains("line 1:") && !said.err.contains("line 2:"))
      #expect(said.err.contains("line 3:") && said.err.contains("line 4:"))
      #expect(!said.err.contains("line 5:") && said.err.contains("line 6:"))
    }
  }
}
