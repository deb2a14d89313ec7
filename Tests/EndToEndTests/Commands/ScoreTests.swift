import Foundation
import Testing

/// Votes without the console: `plenary score`.
@Suite("Voting without the console")
struct ScoreTests {
  private func room(_ laptop: Workshop) async throws {
    try laptop.write(
      "room.csv",
      "Name,Organisation,Sector,Skills\nAnn Ash,Council,partner,mapping\nBo Birch,Bank,partner,\n"
        + "Cy Cole,Police,police,\n")
    try await laptop.does("new", "day", "--roster", "room.csv", "--groups", "3")
    for words in ["Follow the recruiter", "Ask the port", "One form for all"] {
      try await laptop.does("add", "day", "-g", "1", "-p", "1", "--highlight", words)
    }
  }

  @Test("a vote by impact and ease from opening to result, in one go")
  func scores() async throws {
    try await Workshop.open { laptop in
      try await room(laptop)
      let done = try await laptop.does(
        "score", "day",
        input: .text(
          """
          {"open": "Highlights", "items": "highlights"}
          {"ballot": "Highlights", "voter": "Table 1", "scores": {"#1": [5, 4], "2": {"impact": 2, "ease": 4}}}

          {"ballot": "high", "voter": "2", "digits": "54 25 11"}
          {"ballot": "Highlights", "voter": "Table 3", "scores": [[4, 4], [1, 5], [null, 2]]}
          {"result": "Highlights"}
          """))
      #expect(done.outLines.first == "opened the vote ‘Highlights’")
      // Before it is revealed no number is printed
      let hidden = try await laptop.results()
      #expect(hidden[0]["ballots"] as? Int == 3 && hidden[0]["quickWins"] == nil)
      #expect((hidden[0]["items"] as? [[String: Any]])?[0]["criteria"] == nil)
      try await laptop.does("score", "day", input: .text(#"{"reveal": "Highlights"}"#))
      let shown = try await laptop.results()
      #expect(shown[0]["quickWins"] as? [Int] == [1])
      let items = try #require(shown[0]["items"] as? [[String: Any]])
      let criteria = try #require(items[0]["criteria"] as? [[String: Any]])
      #expect(criteria.map { $0["n"] as? Int } == [3, 3])
      #expect((criteria[0]["mean"] as? Double).map { abs($0 - 14.0 / 3) < 1e-9 } == true)
      try await laptop.does("verify", "day")
    }
  }

  @Test("double ballots and budgets are refused by line, and then nothing at all was done")
  func refused() async throws {
    try await Workshop.open { laptop in
      try await room(laptop)
      try await laptop.does(
        "score", "day",
        input: .text(
          ##"{"open": "Dots", "items": [1, "#2", 3], "method": "dots", "budget": 4, "most": 3, "as": "d"}"##
            + "\n" + #"{"ballot": "d", "voter": "Table 1", "dots": {"1": 3, "2": 1}}"#))
      let refused = try await laptop.refuses(
        "score", "day", code: 1,
        input: .text(
          """
          {"ballot": "Dots", "voter": "Table 2", "dots": [1, 1, 1]}
          {"ballot": "Dots", "voter": "Table 1", "dots": {"1": 1}}
          {"ballot": "Dots", "voter": "Table 3", "dots": [3, 3, 0]}
          {"ballot": "Dots", "voter": "Table 9", "dots": [1, 0, 0]}
          {"ballot": "Dots", "voter": "Table 3", "dosts": [1, 0, 0]}
          {"tally": "Dots", "hands": {"1": 12}}
          """))
      #expect(refused.err.contains("line 2: Table 1 has voted in ‘Dots’ already"))
      #expect(refused.err.contains("line 3: 6 dots are placed, and each voter has 4"))
      #expect(refused.err.contains("line 4: ") && refused.err.contains("Table 9"))
      #expect(refused.err.contains("line 5: ‘dosts’ means nothing here"))
      #expect(refused.err.contains("line 6: ballots were entered"))
      #expect(refused.err.contains("nothing was done"))
      #expect(try await laptop.results()[0]["ballots"] as? Int == 1)
      let corrected = try await laptop.does(
        "score", "day",
        input: .text(
          #"{"correct": "Dots", "voter": "Table 1", "digits": "0 1 3"}"# + "\n"
            + #"{"reveal": "Dots"}"#))
      #expect(corrected.outLines.count == 2)
      let items = try #require(try await laptop.results()[0]["items"] as? [[String: Any]])
      #expect(items.map { $0["total"] as? Int } == [0, 1, 3])
    }
  }

  @Test("a table of ballots does as well as JSON; ties share a rank")
  func tables() async throws {
    try await Workshop.open { laptop in
      try await room(laptop)
      try await laptop.does(
        "score", "day",
        input: .text(
          #"{"open": "Top", "items": "highlights", "method": "ranking", "voters": "delegates"}"#))
      try await laptop.does(
        "score", "day",
        input: .text("ballot;voter;ranking\nTop;Ann Ash;\"2;1;3\"\nTop;birch;\"1;2;3\"\n"))
      try await laptop.does("score", "day", input: .text(#"{"reveal": 1}"#))
      let items = try #require(try await laptop.results()[0]["items"] as? [[String: Any]])
      #expect(items.map { $0["rank"] as? Int } == [1, 1, 3])
      #expect(items.map { $0["isTied"] as? Bool } == [true, true, false])
    }
  }

  @Test("what is no line of ours is refused in a sentence, by its line")
  func hostile() async throws {
    try await Workshop.open { laptop in
      try await room(laptop)
      for text in Sample.hostile.prefix(6) + ["{", "[1", String(repeating: "[", count: 9000)] {
        for command in ["score", "opportunity"] {
          let line = "{\"open\": " + text.filter { !$0.isNewline } + "}"
          let outcome = try await laptop.refuses(command, "day", code: 1, input: .text(line))
          #expect(outcome.err.contains("line 1"))
        }
      }
      try await laptop.does("verify", "day")
    }
  }
}

/// Things to try without the console: `plenary opportunity`.
@Suite("Opportunities without the console")
struct OpportunityTests {
  @Test("raised, filled in, staged, listed; with the way back word for word")
  func wholeLife() async throws {
    try await Workshop.open { laptop in
      try laptop.write(
        "room.csv", "Name,Organisation,Skills\nAnn Ash,Council,mapping\nBo Birch,Bank,law\n")
      try await laptop.does("new", "day", "--roster", "room.csv")
      for words in ["Follow the recruiter", "Ask the port"] {
        try await laptop.does("add", "day", "-g", "1", "-p", "1", words)
      }
      let raised = try await laptop.does(
        "opportunity", "day",
        input: .text(
          """
          {"raise": [2, "#1"], "as": "port", "title": "Port desk", "priority": "what works", "fourPs": ["protect", "Pursue"]}
          {"revise": "port", "owner": "birch", "date": "2027-01-31", "measure": "days saved", "skillsWanted": ["Mapping"]}
          {"revise": "O1", "emmie": {"effect": "partly", "economics": "gap"}, "marylandAfter": 3, "immediate": true}
          {"stage": "Port desk", "to": "under way"}
          {"stage": "port", "to": "tried", "outcome": "promising"}
          {"raise": 1}
          """))
      #expect(raised.outLines.first == "O1" && raised.outLines.last == "O2")
      let listed = try await laptop.does("opportunity", "day", "--list", "--format", "json")
      let all = try #require(
        try JSONSerialization.jsonObject(with: Data(listed.outBytes)) as? [[String: Any]])
      let first = all[0]
      #expect(first["title"] as? String == "Port desk" && first["owner"] as? String == "Bo Birch")
      #expect(first["stage"] as? String == "tried" && first["outcome"] as? String == "promising")
      #expect(first["fourPs"] as? [String] == ["pursue", "protect"])
      #expect((first["history"] as? [Any])?.count == 3)
      #expect((first["lacks"] as? [String])?.isEmpty == true)
      let sources = try #require(first["sources"] as? [[String: Any]])
      #expect(sources.map { $0["words"] as? String } == ["Follow the recruiter", "Ask the port"])
      let help = try #require((first["couldHelp"] as? [[String: Any]])?.first)
      #expect(help["offeredBy"] as? [String] == ["Ann Ash"])
      #expect(help["notHere"] as? [String] == [])
      #expect(all[1]["lacks"] as? [String] == ["owner", "date", "measure"])
      #expect(all[1]["title"] as? String == "Follow the recruiter")
      // Who offers a skill and did not come is told as not here
      try await laptop.does("arrive", "day", "--no-show", "Ann Ash")
      let later = try await laptop.does("opportunity", "day", "--list", "--format", "json")
      let cards = try #require(
        try JSONSerialization.jsonObject(with: Data(later.outBytes)) as? [[String: Any]])
      let match = try #require((cards[0]["couldHelp"] as? [[String: Any]])?.first)
      #expect(match["offeredBy"] as? [String] == ["Ann Ash"])
      #expect(match["notHere"] as? [String] == ["Ann Ash"])
      try await laptop.does("verify", "day")
    }
  }

  @Test("a line that cannot be keeps every other from being done")
  func refused() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      try await laptop.does("add", "day", "-g", "1", "-p", "1", "Ask the port")
      let refused = try await laptop.refuses(
        "opportunity", "day", code: 1,
        input: .text(
          """
          {"raise": 1, "as": "a"}
          {"raise": 7}
          {"revise": "a", "date": "soon"}
          {"revise": "a", "owner": "nobody"}
          {"stage": "a", "to": "dropped"}
          {"stage": "a", "to": "tried"}
          {"stage": "a", "to": "somewhere"}
          {"revise": "a", "marylandNow": 6}
          not JSON
          """))
      // What cannot even be read is said first
      #expect(refused.err.contains("line 9: it is no JSON object"))
      let rules = try await laptop.refuses(
        "opportunity", "day", code: 1,
        input: .text(
          """
          {"raise": 1, "as": "a"}
          {"raise": 7}
          {"revise": "a", "date": "soon"}
          {"stage": "a", "to": "dropped"}
          {"stage": "a", "to": "somewhere"}
          {"revise": "a", "marylandNow": 6}
          """))
      for (line, words) in [
        (2, "no contribution ‘7’"), (3, "‘soon’ is no date"), (4, "dropped, but why?"),
        (5, "no stage ‘somewhere’"), (6, "no level 6"),
      ] { #expect(rules.errLines.contains { $0.contains("line \(line): ") && $0.contains(words) }) }
      let list = try await laptop.does("opportunity", "day", "--list")
      #expect(list.out.isEmpty)
    }
  }

  @Test("a table raises one opportunity a row")
  func tables() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      for words in ["Ask the port", "One form for all"] {
        try await laptop.does("add", "day", "-g", "1", "-p", "1", words)
      }
      let raised = try await laptop.does(
        "opportunity", "day",
        input: .text(
          "raise,title,immediate,emmie\n1;2,Port desk,yes,effect known; economics gap\n2,,,\n"))
      #expect(raised.outLines == ["O1", "O2"])
      let list = try await laptop.does("opportunity", "day", "--list")
      #expect(list.outLines[0].contains("O1  Port desk  (raised)"))
      #expect(list.outLines[1].contains("One form for all"))
    }
  }
}
