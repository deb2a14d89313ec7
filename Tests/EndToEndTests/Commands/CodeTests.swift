import Foundation
import Testing

/// Collating without the console.
@Suite("plenary code") struct CodeTests {
  /// A session with six points on the table.
  private func day(_ laptop: Workshop) async throws {
    try await laptop.does("new", "day")
    let talk = [
      "Follow the recruiter, not the runner", "Follow the recruiter and not the runner",
      "More data, and people who can read it", "Vans wait at the port // nobody counts them",
      "Share the data before the case closes", "Cash businesses give cover",
    ]
    try await laptop.does(
      "add", "day", "-g", "1", "-p", "1", input: .text(talk.joined(separator: "\n") + "\n"))
  }

  @Test("one contribution by the arguments: coded, highlighted, a theme made in passing, taken off")
  func single() async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      let said = try await laptop.does("code", "day", "3", "--theme", "data", "--highlight")
      #expect(said.out.contains("coded #3 to"))
      #expect(said.out.contains("highlighted #3"))
      try await laptop.does("code", "day", "#4", "-t", "Ports", "--new")
      let exported = try await laptop.exported("day")
      #expect(exported[3]?.themes == ["The challenge of data"])
      #expect(exported[3]?.highlight == true)
      #expect(exported[4]?.themes == ["Ports"])
      try await laptop.does("code", "day", "3", "--theme", "1", "--highlight", "--off")
      #expect(try await laptop.exported("day")[3]?.themes == [])
      #expect(try await laptop.exported("day")[3]?.highlight == false)
    }
  }

  @Test("every line that cannot be is told at once, without what only follows from it")
  func everyError() async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      let said = try await laptop.plenary(
        "code", "day",
        input: .text(
          """
          {"splitTheme": "nowhere", "into": "Airports", "numbers": [1]}
          {"number": 2, "theme": "Airports"}
          {"number": 99, "theme": "data"}
          """))
      #expect(said.code == 1 && said.err.contains("line 1") && said.err.contains("line 3"))
      #expect(!said.err.contains("line 2") && said.err.contains("nothing was done"))
      let empty = try await laptop.plenary("code", "day", input: .text("{\"theme\": \"\"}\n"))
      #expect(empty.err.contains("‘theme’ is empty; fill it in"))
    }
  }

  @Test("many things, a line each: what the console does, in the order of the lines")
  func lines() async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      let lines = """
        {"theme": "Ports", "definition": "Where goods come in", "keyPoints": ["Vans", "Counting"]}
        {"numbers": [3, "5"], "theme": "data"}

        {"number": 1, "theme": "Inside"}
        {"number": 2, "theme": "People", "new": true}
        {"merge": [1, 2]}
        {"split": 4, "parts": ["Vans wait at the port", "Nobody counts them"]}
        {"number": 7, "theme": "Ports"}
        {"number": 8, "theme": "Ports"}
        {"highlight": 7}
        {"highlight": 8}
        {"theme": "Ports", "highlights": [8, 7], "place": 1, "rename": "Ports and borders"}
        {"mergeThemes": ["Inside", "People"]}
        """
      let said = try await laptop.does("code", "day", input: .text(lines))
      #expect(said.out.contains("merged #2 into #1"))
      let exported = try await laptop.exported("day")
      #expect(exported[7]?.text == "Vans wait at the port")
      #expect(exported[7]?.themes == ["Ports and borders"])
      #expect(exported[8]?.highlight == true)
      #expect(exported[2] == nil)
      #expect(exported[1]?.themes == ["Inside their world"])
      #expect(exported[5]?.themes == ["The challenge of data"])
      try await laptop.does("verify", "day")
    }
  }

  @Test(
    "what the screen Capture does to a contribution, and the shape of the whole, without either")
  func besidesCoding() async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      let lines = """
        {"number": 3, "lens": "improvement", "theme": "data"}
        {"numbers": [1, 5], "lens": "what if"}
        {"reword": 6, "words": "Cash businesses give cover to more than cash"}
        {"withdraw": 2}
        {"withdraw": 4}
        {"restore": 4}
        {"move": 5, "group": "Table 2", "priority": "What works"}
        {"numbers": [5, 4], "theme": "Ports", "new": true}
        {"number": 5, "theme": "data"}
        {"merge": [3, 5]}
        """
      let said = try await laptop.does("code", "day", input: .text(lines))
      #expect(said.out.contains("added the theme ‘Ports’ and coded 2 contributions to it"))
      let exported = try await laptop.exported("day")
      #expect(exported[6]?.text == "Cash businesses give cover to more than cash")
      #expect(exported[2] == nil && exported[4]?.themes == ["Ports"])
      // The shape counts the merged voice in its own group, and says what repeats
      let shape = try await laptop.does("code", "day", "--shape").outLines.map {
        try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
      }
      let ports = try #require(shape.first { $0["theme"] as? String == "Ports" })
      #expect(ports["total"] as? Int == 2 && ports["groups"] as? Int == 2)
      let groups = try #require(ports["byGroup"] as? [[String: Any]])
      #expect(groups.map { $0["count"] as? Int }.prefix(2) == [2, 1])
      let together = try #require(ports["together"] as? [[String: Any]])
      #expect(together.map { $0["name"] as? String } == ["The challenge of data"])
      let uncoded = try #require(shape.first { $0["theme"] == nil && $0["total"] != nil })
      #expect(uncoded["total"] as? Int == 2)
      let repeated = try #require(shape.first { $0["number"] as? String == "3" })
      #expect(repeated["groups"] as? [String] == ["Table 1", "Table 2"])
      for (bad, why) in [
        (#"{"move": 1}"#, "where to"), (#"{"reword": 1}"#, "‘words’ is missing"),
        (#"{"number": 1, "lens": "purple"}"#, "lens"), (#"{"number": 1, "new": true}"#, "theme"),
        (#"{"move": 1, "group": "Table 77"}"#, "Table 77"),
        (#"{"withdraw": 3, "off": true}"#, "off"),
      ] {
        let refused = try await laptop.refuses("code", "day", code: 1, input: .text(bad))
        #expect(refused.err.contains(why), "\(bad): \(refused.err)")
      }
      try await laptop.does("verify", "day")
    }
  }

  @Test("where one line is wrong nothing is done, and the message names the line")
  func allOrNothing() async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      let good = #"{"number": 1, "theme": "Data"}"#
      for (bad, why) in [
        (#"{"number": 99, "theme": "Data"}"#, "no contribution #99"),
        (#"{"number": 2, "theme": "Zebra"}"#, "no theme ‘Zebra’"),
        (#"{"number": 2, "theme": "Data", "colour": "red"}"#, "‘colour’ does not go"),
        (#"{"merge": [2]}"#, "one alone"), (#"{"split": 2, "parts": ["only"]}"#, "two parts"),
        (
          #"{"reword": 2, "words": "\#(String(repeating: "x", count: 20_001))"}"#,
          "20000 are the most"
        ),
        (#"{"number": 1.5, "theme": "Data"}"#, "no JSON object"), ("{}", "what to do"),
        ("not json at all", "no JSON object"),
        (#"{"merge": [1, 1]}"#, "one alone"), (#"{"theme": "Data", "place": 12}"#, "place 12"),
        (#"{"number": 1, "theme": "Data", "off": "maybe"}"#, "neither true nor false"),
      ] {
        let refused = try await laptop.refuses(
          "code", "day", code: 1, input: .text(good + "\n\n" + bad + "\n"))
        #expect(refused.err.contains("line 3"), "\(bad): \(refused.err)")
        #expect(refused.err.contains(why), "\(bad): \(refused.err)")
      }
      #expect(try await laptop.exported("day")[1]?.themes == [])
      try await laptop.refuses("code", "day", code: 1, input: .text(""))
      try await laptop.refuses("code", "day", "99", "--theme", "Data", code: 64)
      try await laptop.refuses("code", "day", "x", "--theme", "Data", code: 64)
      try await laptop.refuses("code", "day", "1", code: 64)
      try await laptop.refuses("code", "day", "--theme", "Data", code: 64)
      try await laptop.refuses("code", "day", "--suggest", "--topics", code: 64)
    }
  }

  @Test("a table will do, with yes and no")
  func table() async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      try await laptop.does(
        "code", "day",
        input: .text("Number;Theme;Highlight\r\n3;Data;yes\r\n#5;1;\r\n\r\n6;Inside;no\r\n"))
      let exported = try await laptop.exported("day")
      #expect(exported[3]?.highlight == true)
      #expect(exported[5]?.themes == ["The challenge of data"])
      #expect(exported[6]?.themes == ["Inside their world"])
      let refused = try await laptop.refuses(
        "code", "day", code: 1, input: .text("number,theme\n1,Data\nx,Data\n"))
      #expect(refused.err.contains("line 3"))
      #expect(try await laptop.exported("day")[1]?.themes == [])
    }
  }

  @Test("likely duplicates, suggestions and topics as JSON lines; asking changes nothing")
  func asking() async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      let pairs = try await laptop.does("code", "day", "--duplicates").out
      struct Pair: Decodable {
        var numbers: [String]
        var likeness: Double
      }
      let first = try #require(pairs.split(separator: "\n").first)
      let pair = try JSONDecoder().decode(Pair.self, from: Data(first.utf8))
      #expect(pair.numbers == ["1", "2"])
      #expect((0.6...1).contains(pair.likeness))

      try await laptop.does("code", "day", "3", "--theme", "Data")
      struct Suggested: Decodable {
        var number, theme: String
        var words: [String]
      }
      let suggested = try await laptop.does("code", "day", "--suggest").out
        .split(separator: "\n").map {
          try JSONDecoder().decode(Suggested.self, from: Data($0.utf8))
        }
      let fifth = try #require(suggested.first { $0.number == "5" })
      #expect(fifth.theme == "The challenge of data")
      #expect(fifth.words.contains("data"))
      #expect(!suggested.contains { $0.number == "3" })
      #expect(try await laptop.exported("day")[5]?.themes == [])
      try await laptop.does("code", "day", "--topics")
    }
  }
}
