import Testing

/// What orders mean after the room has moved on: themes merged since, votes and cards taken back, remarks to be
/// forgotten.
@Suite("Orders after the room has moved on")
struct SecondLookTests {
  @Test("a ballot on themes finds them by the vote’s own titles and places after two were merged")
  func mergedSince() async throws {
    try await Workshop.open { laptop in
      // Given a vote on three themes, the first two of which are merged afterwards
      try await laptop.does("new", "day", "--groups", "3")
      try await laptop.does(
        "code", "day",
        input: .text(#"{"theme": "Ports"}\#n{"theme": "Airports"}\#n{"theme": "Vans"}\#n"#))
      try await laptop.does(
        "score", "day",
        input: .text(#"{"open": "Which?", "items": ["Ports", "Airports", "Vans"]}"# + "\n"))
      try await laptop.does(
        "code", "day", input: .text(#"{"mergeThemes": ["Ports", "Airports"]}"# + "\n"))
      // When ballots name what the room was asked, by title and by place
      try await laptop.does(
        "score", "day",
        input: .text(
          """
          {"ballot": "Which?", "voter": "1", "scores": {"Ports": [5, 4], "Airports": [3, 3], "Vans": [1, 2]}}
          {"ballot": "Which?", "voter": "2", "scores": {"1": [5, 4], "2": [3, 3], "3": [1, 2]}}
          """))
      // Then each counts where the room meant it
      let said = try await laptop.does(
        "score", "day", "--results", "--unrevealed", "--format", "json")
      let spaceless = said.out.filter { !$0.isWhitespace }
      for mean in ["5", "3", "1"] { #expect(spaceless.contains("\"mean\":\(mean)"), "\(said.out)") }
      // And what the room was not asked about is told from what it was
      let other = try await laptop.refuses(
        "score", "day", code: 1,
        input: .text(#"{"correct": "Which?", "voter": "1", "scores": {"data": [5, 4]}}"#))
      #expect(other.err.contains("there is no theme in ‘Which?’ ‘data’"))
      #expect(other.err.contains("Ports; Airports; Vans"))
    }
  }

  @Test("restore looks among what was taken back, and only there")
  func restored() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      try await laptop.does("add", "day", "-g", "1", "-p", "1", "--highlight", "Vans wait")
      let votes = #"{"open": "Vans first"}\#n{"open": "Vans second"}\#n{"withdraw": "Vans second"}"#
      try await laptop.does("score", "day", input: .text(votes))
      try await laptop.does(
        "opportunity", "day",
        input: .text(
          """
          {"raise": [1], "title": "Count vans at the port"}
          {"raise": [1], "title": "Count vans in town"}
          {"withdraw": "Count vans in town"}
          """))
      // A part of the name is enough, though one that stands has it too
      let vote = try await laptop.does("score", "day", input: .text(#"{"restore": "Vans"}"#))
      #expect(vote.out.contains("‘Vans second’"))
      let card = try await laptop.does(
        "opportunity", "day", input: .text(#"{"restore": "Count vans"}"#))
      #expect(card.out.contains("O2"))
      for command in ["score", "opportunity"] {
        let none = try await laptop.refuses(
          command, "day", code: 1, input: .text(#"{"restore": "Vans first"}"#))
        #expect(none.err.contains("there is no withdrawn"))
      }
    }
  }

  @Test("a reason that repeats what is redacted is refused, before any word of it is written")
  func reason() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      try await laptop.does(
        "add", "day", "-g", "1", "-p", "1", "Zebulon Marsh of Hull told us about the depot")
      try await laptop.does(
        "opportunity", "day", input: .text(#"{"raise": [1], "place": "Grimwick"}"#))
      let said = try await laptop.refuses(
        "redact", "day", "1", "--reason", "It names ZEBULON Marsh, of Hull.", code: 1)
      #expect(said.err.contains("the reason repeats ‘zebulon marsh of hull’"))
      let card = try await laptop.refuses(
        "redact", "day", "--opportunity", "O1", "--reason", "names Grimwick", code: 1)
      #expect(card.err.contains("the reason repeats ‘grimwick’"))
      try await laptop.does("redact", "day", "1", "--reason", "names a person of Hull")
      try await laptop.does("redact", "day", "--opportunity", "O1", "--reason", "names a place")
      for word in ["Zebulon", "ZEBULON", "Grimwick"] {
        try laptop.expectNoByte(of: word, in: "day")
      }
    }
  }

  @Test("no text that is longer than a text may be gets in by any command, and it is said where")
  func tooLong() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      try await laptop.does("add", "day", "-g", "1", "-p", "1", "Vans wait")
      let long = String(repeating: "x", count: 20_001)
      try laptop.write("room.csv", "Name,Organisation\nAnn,Kent\nBen,\(long)\n")
      try laptop.write("forms.csv", "1,comments\n5,good\n4,\(long)\n")
      try laptop.write(
        "plan.json",
        "{\n\"title\": \"Day\",\n\"priorities\": [{\"id\": \"a\", \"title\": \"A\",\n\"question\": \"\(long)\"}]}"
      )
      let reason = "the text has 20001 characters, and 20000 are the most"
      for (arguments, input, place) in [
        (["new", "other", "--roster", "room.csv"], "", "line 3"),
        (["new", "other", "--plan", "plan.json"], "", "line 4"),
        (["new", "other", "--title", long], "", "shorten it"),
        (["feedback", "day", "forms.csv"], "", "line 3"),
        (["code", "day"], "{\"number\": 1, \"theme\": \"A\"}\n{\"theme\": \"\(long)\"}", "line 2"),
        (["code", "day"], "{\"theme\": \"A\", \"definition\": \"\(long)\"}", "line 1"),
        (["code", "day"], "{\"theme\": \"A\", \"keyPoints\": [\"\(long)\"]}", "line 1"),
        (["opportunity", "day"], "{\"raise\": [1], \"belief\": \"\(long)\"}", "line 1"),
        (["opportunity", "day"], "{\"raise\": [1], \"title\": \"\(long)\"}", "line 1"),
        (["score", "day"], "{\"open\": \"\(long)\", \"items\": [1]}", "line 1"),
        (["redact", "day", "1", "--reason", long], "", "shorten it"),
      ] {
        let said = try await laptop.start(
          arguments, input: input.isEmpty ? .nothing : .text(input)
        ).ended()
        let what = arguments.map { $0.prefix(12) }.joined(separator: " ") + input.prefix(40)
        #expect(said.code == 1, "\(what)")
        #expect(said.err.contains(reason) && said.err.contains(place), "\(what): \(said.err)")
        #expect(!laptop.exists("other"))
      }
    }
  }
}
