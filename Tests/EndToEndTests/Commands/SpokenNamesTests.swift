import Testing

@Suite("What the program prints is understood again")
struct SpokenNamesTests {
  @Test("stages and outcomes as they are said, hands as many as there are people")
  func spoken() async throws {
    try await Workshop.open { laptop in
      try laptop.write("room.csv", "Name\nAnn Ash\nBo Birch\nCy Cedar\n")
      try await laptop.does("new", "day", "--roster", "room.csv", "--groups", "2")
      try await laptop.does("arrive", "day", "--all")
      try await laptop.does("add", "day", "-g", "1", "-p", "1", "Lights at the harbour")
      let stages = """
        {"raise": 1, "as": "a", "title": "Lights", "skillsWanted": "interviews; law"}
        {"stage": "a", "to": "to be tried"}
        {"stage": "a", "to": "tried: did not work"}
        {"stage": "a", "to": "taken up for operational development"}
        """
      try await laptop.does("opportunity", "day", input: .text(stages))
      let card = try await laptop.does("opportunity", "day", "--list", "--format", "json")
      #expect(card.out.contains("taken-up") && card.out.contains("\"law\""))

      let open = #"{"open": "Which", "items": [1], "method": "dots", "budget": 2, "as": "v"}"#
      try await laptop.does("score", "day", input: .text(open + "\n"))
      let refused = try await laptop.refuses(
        "score", "day", code: 1, input: .text(#"{"tally": "Which", "hands": {"1": 400}}"#))
      #expect(refused.err.contains("400 hands"))
      try await laptop.does(
        "score", "day", input: .text(#"{"tally": "Which", "hands": {"1": 3}}"#))
      let result = try await laptop.does("score", "day", "--results")
      #expect(result.out.contains("by show of hands") && !result.out.contains("0 of"))
      // Reworded since, it is told as it was voted on
      let unscored = #"{"open": "How", "items": [1], "as": "s"}"#
      try await laptop.does("score", "day", input: .text(unscored + "\n"))
      try await laptop.does(
        "score", "day", input: .text(#"{"ballot": "How", "voter": "1", "scores": {"1": [0, 4]}}"#))
      try await laptop.does("score", "day", input: .text(#"{"reveal": "How"}"#))
      #expect(
        try await laptop.does("score", "day", "--results").out.contains("no impact given"))
    }
  }

  @Test("a date that is past is told, and one ahead is not")
  func past() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day", "--groups", "2")
      try await laptop.does("add", "day", "-g", "1", "-p", "1", "Lights at the harbour")
      for (date, isPast) in [("2001-01-31", true), ("2999-01-31", false)] {
        let line = #"{"raise": 1, "title": "Lights \#(date)", "date": "\#(date)"}"#
        try await laptop.does("opportunity", "day", input: .text(line))
        let told = try await laptop.does("opportunity", "day", "--list")
        #expect(told.outLines.last?.contains("the date is past") == isPast)
      }
    }
  }

  @Test("votes and stages are named as groups are: without accents, by a part")
  func oneWayOfNaming() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day", "--groups", "2")
      try await laptop.does("add", "day", "-g", "1", "-p", "1", "Lights at the harbour")
      let opened = #"{"open": "Séance du matin: 1", "items": [1], "method": "dots"}"#
      try await laptop.does("score", "day", input: .text(opened + "\n" + #"{"reveal": "seance"}"#))
      let slip = try await laptop.refuses(
        "score", "day", code: 1, input: .text(#"{"reveal": "seence"}"#))
      #expect(slip.err.contains("choose from Séance du matin"))
      // A bare number that is no place is no part of a title
      let number = try await laptop.refuses(
        "score", "day", code: 1, input: .text(#"{"reveal": 7}"#))
      #expect(number.err.contains("there is no vote ‘7’"))
      let stage = try await laptop.refuses("stage", "day", "nowhere", code: 1)
      #expect(stage.err.contains("there is no stage of the agenda ‘nowhere’"))
    }
  }
}
