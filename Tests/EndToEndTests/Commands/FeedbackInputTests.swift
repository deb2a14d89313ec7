import Foundation
import Testing

/// Forms and opportunities from standard input, whatever they are written in.
@Suite("Forms from standard input")
struct FeedbackInputTests {
  @Test("a table is taken from standard input as from a file, by any of its names")
  func tables() async throws {
    try await Workshop.open { laptop in
      let tables = [
        "1,comments\n5,hello\n4,\n", "\u{FEFF}1;comments\r\n5;hello\r\n4;\r\n",
        "1\tcomments\n5\thello\n4\t\n", "\n\"1\",\"comments\"\n5,hello\n4,\n",
      ]
      for (index, table) in tables.enumerated() {
        for (place, name) in [[], ["-"], ["/dev/stdin"]].enumerated() {
          let day = "day\(index)\(place)"
          try await laptop.does("new", day)
          let taken = try await laptop.does(["feedback", day] + name, input: .text(table))
          #expect(taken.outLines.first == "2 forms taken in", "\(table) \(name)")
          let said = try await laptop.does("feedback", day, "--summary")
          #expect(said.out.contains("hello") && said.out.contains("2 forms"))
        }
      }
      // JSON lines come by the same names
      try await laptop.does("new", "json")
      for name in ["-", "/dev/stdin"] {
        let line = #"{"answers": [5], "comments": "by \#(name)"}"#
        let taken = try await laptop.does("feedback", "json", name, input: .text(line))
        #expect(taken.outLines.first == "1 form taken in")
      }
    }
  }

  @Test("a table may begin with a square bracket: only a brace says that it is JSON")
  func brackets() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      try laptop.write("q.csv", "[Ref] number,1,comments\n7,5,hello\n")
      let taken = try await laptop.does("feedback", "day", "q.csv")
      #expect(taken.outLines.first == "1 form taken in")
    }
  }

  @Test("what is no form is refused with its line, and nothing of the input is taken in")
  func refusals() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      for (input, place) in [
        ("1,comments\n5,hello\n9,bad\n", "line 3"), ("name,age\nAnn,5\n", ""),
        ("nonsense", ""), ("1,1\n5,5\n", ""),
      ] {
        for name in [[], ["-"]] {
          let refused = try await laptop.refuses(
            ["feedback", "day"] + name, code: 1, input: .text(input))
          #expect(place.isEmpty || refused.err.contains(place), "\(input): \(refused.err)")
          #expect(refused.err.contains("standard input"))
        }
      }
      // Nothing at all is no mistake
      for name in [[], ["-"]] {
        let nothing = try await laptop.does(["feedback", "day"] + name, input: .text("\n"))
        #expect(nothing.out.contains("0 forms"))
      }
      #expect(try await laptop.does("feedback", "day", "--summary").out.contains("No form"))
    }
  }

  @Test("opportunities are raised from a table as from JSON lines")
  func opportunities() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      try await laptop.does("add", "day", "-g", "1", "-p", "1", "Ring the port")
      let raised = try await laptop.does(
        "opportunity", "day", input: .text("raise;title;measure\n1;Joint visits;calls\n"))
      #expect(raised.out == "O1\n")
      let list = try await laptop.does("opportunity", "day", "--list")
      #expect(list.out.contains("Joint visits"))
    }
  }

  @Test("forms of a room that went home are counted over those who were there")
  func returns() async throws {
    try await Workshop.open { laptop in
      try laptop.write("room.csv", "Name\nAnn Ash\nBo Birch\nCy Cedar\nDi Dogwood\n")
      try await laptop.does("new", "day", "--roster", "room.csv")
      let forms = String(repeating: #"{"answers": {"relevance-1": 5}}"# + "\n", count: 3)
      try await laptop.does("feedback", "day", input: .text(forms))
      func said() async throws -> String {
        try await laptop.does("feedback", "day", "--summary").out
      }
      // Nobody was marked: no share of anybody
      #expect(try await said().contains("3 forms, 3 of 3 answers positive on relevance"))
      try await laptop.does("arrive", "day", "--all", "--no-show", "Cy Cedar")
      #expect(try await said().contains("3 of 3 forms"))
      for name in ["Ann Ash", "Bo Birch", "Di Dogwood"] {
        try await laptop.does("arrive", "day", "--left", name)
        #expect(try await said().contains("3 of 3 forms"))
      }
      let more = try await laptop.does("feedback", "day", "--again", input: .text(forms))
      #expect(more.err.contains("6 forms, but only 3 people were marked present"))
      #expect(try await said().contains("only 3 people marked present"))
    }
  }

  @Test("what a room wanted next becomes priorities of the next session where that is asked for")
  func takenUp() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "old")
      let forms = [
        #"{"answers": [5], "futurePriorities": ["Fraud", "Ports"]}"#,
        #"{"answers": [4], "futurePriorities": ["ports"]}"#,
      ]
      try await laptop.does("feedback", "old", input: .text(forms.joined(separator: "\n")))
      try await laptop.does("new", "as-it-was", "--follow-up", "old")
      let began = try await laptop.does("new", "next", "--follow-up", "old", "--take-up", "1")
      #expect(began.out.contains("6 priorities"))
      try await laptop.does("export", "next", "--format", "json")
      #expect(try laptop.text("next/exports/session.json").contains("\"title\": \"Ports\""))
      // Where the last was wanted no more than one that is left out, it is said
      try await laptop.does(
        "feedback", "old", input: .text(#"{"futurePriorities": ["Fraud", "Border"]}"#))
      let tied = try await laptop.does("new", "tied", "--follow-up", "old", "--take-up", "1")
      #expect(tied.err.contains("and ‘Ports’ not, wanted on as many forms; --take-up 2"))
      #expect(!began.err.contains("wanted on as many"))
      try await laptop.refuses("new", "x", "--take-up", "1", code: 64)
      try await laptop.refuses("new", "x", "--follow-up", "old", "--take-up", "-1", code: 64)
      #expect(!laptop.exists("x"))
    }
  }
}
