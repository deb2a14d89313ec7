import Foundation
import Testing

/// What `plenary score` does not take, and how it says so.
@Suite("Refused votes without the console")
struct ScoreRefusalTests {
  private func room(_ laptop: Workshop) async throws {
    try await laptop.does("new", "day", "--groups", "3")
    for words in ["Follow the recruiter", "Ask the port", "One form for all"] {
      try await laptop.does("add", "day", "-g", "1", "-p", "1", "--highlight", words)
    }
  }

  @Test("a row that is cut short, or too long, is refused with its line, and nothing is done")
  func shortRows() async throws {
    try await Workshop.open { laptop in
      try await room(laptop)
      for row in ["Highlights", "Highlights,highlights,groups,scores,more"] {
        let said = try await laptop.plenary(
          "score", "day", input: .text("open,items,voters,method\n\(row)\n"))
        #expect(said.code == 1 && said.err.contains("line 2: the row has"))
        #expect(said.err.contains("under 4 headings") && said.err.contains("nothing was done"))
      }
      let said = try await laptop.does("score", "day", "--results", "--format", "json")
      #expect(said.out.split { $0.isWhitespace }.joined() == "[]")
    }
  }

  @Test("a place is left empty on purpose by -, and what only follows from an error is not told")
  func blanksAndErrors() async throws {
    try await Workshop.open { laptop in
      try await room(laptop)
      try await laptop.does(
        "score", "day",
        input: .text(
          """
          {"open": "Highlights", "items": "highlights"}
          {"ballot": "Highlights", "voter": "1", "digits": "54 -3 1-"}
          """))
      let said = try await laptop.plenary(
        "score", "day",
        input: .text(
          """
          {"open": "Second", "items": "nonsense"}
          {"ballot": "Second", "voter": "1", "digits": "545454"}
          {"ballot": "Highlights", "voter": "2", "digits": "54x3"}
          """))
      #expect(said.code == 1 && said.err.contains("line 1") && said.err.contains("line 3"))
      #expect(!said.err.contains("line 2") && said.err.contains("‘x’ is no digit of a ballot"))
    }
  }

  @Test("an entry that cannot stand is told with its item and what stands there")
  func entries() async throws {
    try await Workshop.open { laptop in
      try await room(laptop)
      try await laptop.does(
        "score", "day",
        input: .text(
          """
          {"open": "Highlights", "items": "highlights"}
          {"open": "Dots", "items": "highlights", "method": "dots"}
          """))
      for (line, reason) in [
        (##""ballot": "Highlights", "scores": {"#2": [4.5, 3]}"##, "‘4.5’ is no score for #2"),
        (##""ballot": "Highlights", "scores": {"#3": ["x", 3]}"##, "‘x’ is no score for #3"),
        (
          ##""ballot": "Highlights", "scores": {"#2": [4]}"##,
          "#2 has 1 score; give 2: impact, ease"
        ),
        (##""ballot": "Highlights", "scores": {"#2": 4}"##, "‘4’ is no list of scores for #2"),
        (##""ballot": "Dots", "dots": {"#1": 1.5}"##, "‘1.5’ is no number of dots for #1"),
        (##""ballot": "Dots", "dots": {"#1": [1]}"##, "a list is no number of dots for #1"),
      ] {
        let said = try await laptop.refuses(
          "score", "day", code: 1, input: .text("{\(line), \"voter\": \"1\"}"))
        #expect(said.err.contains(reason), "\(line): \(said.err)")
      }
      let hands = try await laptop.refuses(
        "score", "day", code: 1, input: .text(##"{"tally": "Dots", "hands": {"#3": "many"}}"##))
      #expect(hands.err.contains("‘many’ is no number of hands for #3"), "\(hands.err)")
    }
  }

  @Test(
    "of thousands of wrong lines some are told and the rest counted, in brief, whatever came in")
  func floods() async throws {
    try await Workshop.open { laptop in
      try await room(laptop)
      for (command, line) in [
        ("score", "{nonsense"), ("opportunity", #"{"withdraw": "O1"}"#), ("code", "{]"),
        ("code", #"{"number": 99, "theme": "Data"}"#), ("score", "{\"a\": 1}"),
      ] {
        let flood = String(repeating: line + "\n", count: 5_000)
        let said = try await laptop.refuses(command, "day", code: 1, input: .text(flood))
        #expect(said.err.contains("and 4,980 more lines"), "\(line): \(said.err.prefix(3000))")
        #expect(said.err.split(separator: "\n").count == 21)
      }
      // A page in one line is quoted in sixty columns, with or without quotes in it
      for filler in ["x", "é’ ", "‘"] {
        let long = String(repeating: filler, count: 60_000)
        for (command, line) in [
          ("score", "{\"reveal\": \"\(long)\"}"), ("score", "{\"open\": \"x\", \"\(long)\": 1}"),
          ("code", "{\"number\": 1, \"theme\": \"\(long)\"}"), ("feedback", "\(long),b\n1,2\n"),
        ] {
          let said = try await laptop.refuses(command, "day", code: 1, input: .text(line))
          #expect(said.err.utf8.count < 2_500, "\(command) \(filler)")
          #expect(said.err.contains("…"), "\(command) \(filler): \(said.err)")
        }
      }
    }
  }

  @Test("an opportunity that is not there is told with those that are, or how to raise one")
  func absentOpportunities() async throws {
    try await Workshop.open { laptop in
      try await room(laptop)
      let none = try await laptop.refuses(
        "redact", "day", "--opportunity", "O1", "--reason", "asked", code: 64)
      #expect(none.err.contains("there is no opportunity ‘O1’; none was raised yet"))
      for point in 1...3 {
        try await laptop.does("opportunity", "day", input: .text("{\"raise\": [\(point)]}"))
      }
      for said in [
        try await laptop.refuses(
          "redact", "day", "--opportunity", "Ou2", "--reason", "asked", code: 64),
        try await laptop.refuses(
          "opportunity", "day", code: 1, input: .text(#"{"withdraw": "Ou2"}"#)),
      ] {
        #expect(said.err.contains("‘Ou2’; choose from O2, O1 and O3"), "\(said.err)")
      }
    }
  }

  @Test("a ballot given twice is refused, the same one too; a second count says what it replaces")
  func twice() async throws {
    try await Workshop.open { laptop in
      try await room(laptop)
      let ballot = #"{"ballot": "Which?", "voter": "1", "digits": "543211"}"#
      try await laptop.does(
        "score", "day",
        input: .text(#"{"open": "Which?", "items": "highlights"}"# + "\n" + ballot))
      let said = try await laptop.plenary("score", "day", input: .text(ballot))
      #expect(said.code == 1 && said.err.contains("Table 1 has voted in ‘Which?’ already"))
      #expect(said.err.contains("with the same marks") && said.err.contains("nothing was done"))
      let counted = try await laptop.does(
        "score", "day",
        input: .text(
          """
          {"open": "Hands", "items": "highlights", "method": "dots"}
          {"tally": "Hands", "hands": [12, 3, 0]}
          {"tally": "Hands", "hands": [10, 4, 0]}
          {"tally": "Hands", "hands": [10, 4, 0]}
          """))
      #expect(!counted.outLines[1].contains("in place of"))
      #expect(counted.outLines[2].hasSuffix("in place of 12 for #1, 3 for #2"))
      #expect(!counted.outLines[3].contains("in place of"))
    }
  }

  @Test("a name given twice in one line is refused by every command that takes lines, nothing done")
  func names() async throws {
    try await Workshop.open { laptop in
      try await room(laptop)
      for (command, line, name) in [
        ("code", #"{"number": 1, "theme": "Ports", "number": 2}"#, "number"),
        ("score", #"{"open": "Which?", "items": "highlights", "open": "That?"}"#, "open"),
        ("score", #"{"open": "Which?", "items": {"theme": "1", "theme": "2"}}"#, "theme"),
        ("score", #"{"open": "Which?", "op\u0065n": "That?", "items": [1]}"#, "open"),
        ("opportunity", #"{"raise": 1, "title": "A", "title": "B"}"#, "title"),
        ("arrive", #"{"walkIn": "Ann Ash", "walkIn": "Bo Birch"}"#, "walkIn"),
        ("feedback", #"{"comments": "a", "comments": "b"}"#, "comments"),
      ] {
        let extra = command == "arrive" ? ["--stdin"] : []
        let said = try await laptop.start([command, "day"] + extra, input: .text(line)).ended()
        #expect(said.code == 1 && said.out.isEmpty, "\(command): \(said.out)")
        #expect(
          said.err.contains("line 1") && said.err.contains("‘\(name)’ is there twice"),
          "\(command): \(said.err)")
      }
      // Neither is a heading of a table
      let said = try await laptop.plenary(
        "code", "day", input: .text("number,theme,Theme\n1,Ports,Data\n"))
      #expect(said.code == 1 && said.err.contains("the heading ‘theme’ stands there twice"))
    }
  }
}
