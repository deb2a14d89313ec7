import Foundation
import Testing

@Suite("Ballots as digits in lines") struct ScoreDigitsTests {
  @Test(
    "digits are read as the console reads them, spaces or none; what could be read twice is refused"
  )
  func digitsAsTyped() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day", "--groups", "3")
      try await laptop.capture(points: 12)
      try await laptop.does(
        "score", "day",
        input: .text(
          """
          {"open": "Three", "items": [1, 2, 3], "method": "scores", "criteria": ["worth"]}
          {"open": "Five", "items": [1,2,3,4,5,6,7,8,9,10,11,12], "method": "ranking"}
          {"ballot": "Three", "voter": "1", "digits": "3 1 1"}
          {"ballot": "Three", "voter": "2", "digits": "3-1"}
          {"ballot": "Five", "voter": "1", "digits": "12 3 1"}
          {"reveal": "Three"}
          """))
      let votes = try await laptop.results()
      let three = try #require(votes[0]["items"] as? [[String: Any]])
      let given = three.map { ($0["criteria"] as? [[String: Any]])?[0]["n"] as? Int }
      #expect(given == [2, 1, 2])
      for (digits, reason) in [
        ("213", "read in several ways"), ("12345", "read in several ways"),
        ("1 - 2", "leaves no place out"), ("1 2 3 4 5 6", "more than the 5 places"),
      ] {
        let line = #"{"ballot": "Five", "voter": "2", "digits": "\#(digits)"}"#
        let refused = try await laptop.refuses("score", "day", code: 1, input: .text(line))
        #expect(refused.err.contains(reason), "\(digits): \(refused.err)")
      }
    }
  }

  @Test("a contribution that was withdrawn is its number in every answer and every file")
  func withdrawn() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day", "--groups", "2")
      try await laptop.does("add", "day", "-g", "1", "-p", "1", "Zebra crossing at the harbour")
      try await laptop.does("add", "day", "-g", "2", "-p", "1", "Lights at the quay")
      try await laptop.does("opportunity", "day", input: .text(#"{"raise": [1, 2]}"#))
      try await laptop.does(
        "score", "day",
        input: .text(
          """
          {"open": "Which", "items": [1, 2]}
          {"ballot": "Which", "voter": "1", "digits": "54 43"}
          {"reveal": "Which"}
          """))
      try await laptop.does("code", "day", input: .text(#"{"withdraw": 1}"#))
      for format in ["text", "json"] {
        for answer in [["score", "day", "--results"], ["opportunity", "day", "--list"]] {
          let said = try await laptop.start(answer + ["--format", format]).ended()
          #expect(!said.out.contains("Zebra"), "\(answer) \(format)")
        }
      }
      for file in try await laptop.does("export", "day").outLines {
        #expect(try !laptop.text(file).contains("Zebra"), "\(file)")
      }
      let bytes = Data(try laptop.read("day/exports/session.json"))
      let document = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
      let raised = try #require((document["opportunities"] as? [[String: Any]])?.first)
      let sources = try #require(raised["sources"] as? [[String: Any]])
      #expect(sources.map { $0["number"] as? String } == ["1", "2"])
    }
  }

  @Test("a table with a column for each item is a ballot a row, in each kind of vote")
  func ballotTables() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day", "--groups", "3")
      try await laptop.capture(points: 3)
      try await laptop.does(
        "score", "day",
        input: .text(
          """
          {"open": "Scored", "items": [1, 2, 3]}
          {"open": "Dotted", "items": [1, 2, 3], "method": "dots", "budget": 4}
          {"open": "Ranked", "items": [1, 2, 3], "method": "ranking"}
          {"open": "Hands", "items": [1, 2, 3], "method": "dots"}
          """))
      let tables = [
        "ballot,voter,#1,#2,#3\nScored,1,4 3,52,\nScored,Table 2,1 1,-2,3;3\n",
        "ballot,voter,#1 impact,#1 ease\nScored,3,5,5\n",
        "ballot,voter,#1,#2,#3\nDotted,1,3,1,\nRanked,1,2,1,3\n",
        "tally,#1,#3\nHands,4,0\n",
        "reveal\nScored\nDotted\nRanked\nHands\n",
      ]
      for table in tables { try await laptop.does("score", "day", input: .text(table)) }
      let votes = try await laptop.results()
      let items = votes.map { $0["items"] as? [[String: Any]] ?? [] }
      let answers = items[0].map { item in
        (item["criteria"] as? [[String: Any]] ?? []).map { $0["n"] as? Int ?? -1 }
      }
      #expect(answers == [[3, 3], [1, 2], [1, 1]])
      #expect(items[1].map { $0["total"] as? Int } == [3, 1, 0])
      #expect(items[2].map { $0["rank"] as? Int } == [2, 1, 3])
      #expect(items[3].map { $0["asked"] as? Bool } == [true, false, true])
      // What names no item of the vote is told
      let refused = try await laptop.refuses(
        "score", "day", code: 1, input: .text("correct,voter,#1,#7\nScored,1,4 3,4 3\n"))
      #expect(refused.err.contains("‘#7’ means nothing here"))
    }
  }
}
