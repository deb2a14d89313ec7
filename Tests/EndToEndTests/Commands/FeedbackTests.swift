import Foundation
import Testing

/// Evaluation forms without the console, and the workshop that follows.
@Suite("Feedback and follow-up")
struct FeedbackTests {
  private struct Summary: Decodable {
    struct Item: Decodable {
      struct Answers: Decodable {
        var distribution: [Int]
        var notApplicable: Int
        var n: Int
        var share: String
      }
      var id: String
      var open: Int
      var answers: Answers
    }
    struct Comment: Decodable {
      var text: String
      var suggestedTheme: String?
    }
    struct Wish: Decodable {
      var text: String
      var forms: Int
    }
    var forms: Int
    var line: String?
    var items: [Item]
    var comments: [Comment]
    var takeaways: [String]
    var futurePriorities: [Wish]

    subscript(_ id: String) -> Item? { items.first { $0.id == id } }
  }

  private func summary(_ laptop: Workshop, _ session: String = "day") async throws -> Summary {
    let printed = try await laptop.does("feedback", session, "--summary", "--format", "json")
    return try JSONDecoder().decode(Summary.self, from: Data(printed.out.utf8))
  }

  @Test(
    "headings by id, number or words; answers in digits or words; what names a person stays out")
  func table() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      // Times that no clock shows, so that none can stand in a file by chance
      try laptop.write(
        "forms.csv",
        """
        Timestamp;Name;engagement-1;2;3. Working with people from other fields changed how I see the \
        problem;relevance-1;Comments;future priorities\r
        10:61;Ann Ash;5;4 - Agree;N/A;Strongly agree;"Join the data;\nplease";Ports; Cyber\r
        10:62;Bo;3.0;;0;2;;ports\r
        ;;;;;;;\r
        10:63;Cy;;;;;;\r

        """.replacingOccurrences(of: "Ports; Cyber", with: "\"Ports; Cyber\""))
      let taken = try await laptop.does("feedback", "day", "forms.csv")
      #expect(taken.outLines.first == "2 forms taken in")
      #expect(taken.err.contains("‘Timestamp’, ‘Name’"))
      let said = try await summary(laptop)
      #expect(said.forms == 2)
      #expect(said["engagement-1"]?.answers.distribution == [0, 0, 1, 0, 1])
      #expect(said["engagement-2"]?.answers.distribution == [0, 0, 0, 1, 0])
      #expect(said["engagement-2"]?.open == 1)
      #expect(said["engagement-3"]?.answers.notApplicable == 2)
      #expect(said["relevance-1"]?.answers.share == "1 of 2")
      #expect(said.comments.map(\.text) == ["Join the data;\nplease"])
      #expect(said.comments.first?.suggestedTheme?.contains("data") == true)
      #expect(said.futurePriorities.map(\.forms) == [2, 1])
      try await laptop.does("export", "day")
      for file in laptop.files(under: "day") {
        let text = try laptop.text("day/" + file)
        #expect(!text.contains("Ann Ash") && !text.contains("10:61"), "\(file)")
      }
    }
  }

  @Test("a bad row is named by line and field, and nothing is taken in but with --skip-bad")
  func badRows() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      try laptop.write("forms.csv", "1,2,comments\n5,6,x\n4,4,good\n3,maybe,y\n1,2,3,4\n")
      let refused = try await laptop.refuses("feedback", "day", "forms.csv", code: 1)
      for place in ["line 2, field 2 (2)", "line 4, field 2 (2)", "line 5, field 4"] {
        #expect(refused.err.contains(place), "\(place)")
      }
      #expect(try await summary(laptop).forms == 0)
      let taken = try await laptop.does("feedback", "day", "forms.csv", "--skip-bad")
      #expect(taken.outLines.first == "1 form taken in")
      #expect(try await summary(laptop).comments.map(\.text) == ["good"])
      // A file that is no such table is refused whole
      for text in ["", "a,b\n1,2\n", "1,1\n5,5\n", "comments\nonly words\n"] {
        try laptop.write("other.csv", text)
        try await laptop.refuses("feedback", "day", "other.csv", code: 1)
      }
      try await laptop.refuses("feedback", "day", "nowhere.csv", code: 1)
      try await laptop.refuses("feedback", "day", "forms.csv", "--summary", code: 64)
      #expect(try await summary(laptop).forms == 1)
    }
  }

  @Test("the same file twice does not double unless that is what is wanted")
  func again() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      try laptop.write("forms.csv", "1,2,comments\n5,5,\n5,5,\n4,4,said once\n")
      try await laptop.does("feedback", "day", "forms.csv")
      let refused = try await laptop.refuses("feedback", "day", "forms.csv", code: 1)
      #expect(refused.err.contains("all 3 forms") && refused.err.contains("--again"))
      // The same file with a line more is the same file, too
      try laptop.write("more.csv", "1,2,comments\n5,5,\n5,5,\n4,4,said once\n1,1,new\n")
      let more = try await laptop.refuses("feedback", "day", "more.csv", code: 1)
      #expect(more.err.contains("line 4"))
      #expect(try await summary(laptop).forms == 3)
      // Ticks alone that happen to be the same are another person's
      try laptop.write("others.csv", "1,2,comments\n5,5,\n2,2,\n")
      try await laptop.does("feedback", "day", "others.csv")
      let taken = try await laptop.does("feedback", "day", "forms.csv", "--again")
      #expect(taken.err.contains("taken in again"))
      #expect(try await summary(laptop).forms == 8)
    }
  }

  @Test("forms as JSON lines are all taken in, or none; the order of the lines leaves no trace")
  func lines() async throws {
    try await Workshop.open { laptop in
      let lines = [
        #"{"answers": {"relevance-1": 5, "2": "n/a"}, "comments": "a \"word\"", "takeaway": "t"}"#,
        #"{"answers": [4, null, 3], "futurePriorities": ["Ports", "Cyber; crime"]}"#,
        #"{"futurePriorities": "ports", "answers": {}}"#,
      ]
      for (session, order) in [("day", lines), ("other", lines.reversed())] {
        try await laptop.does("new", session)
        try await laptop.does(
          "feedback", session, input: .text(order.joined(separator: "\n\n") + "\n"))
      }
      let one = try await laptop.does("feedback", "day", "--summary", "--format", "json").out
      #expect(
        one == (try await laptop.does("feedback", "other", "--summary", "--format", "json").out))
      let said = try await summary(laptop)
      #expect(said.forms == 3 && said["relevance-1"]?.answers.n == 1)
      #expect(said.futurePriorities.map(\.text).contains("Cyber; crime"))
      #expect(said.futurePriorities.first?.forms == 2)

      let bad = [
        #"{"answers": {"relevance-1": 6}}"#, #"{"answers": {"nonesuch": 5}}"#, "[1, 2]", "{",
        #"{"name": "Ann"}"#, #"{"answers": [1,1,1,1,1,1,1,1,1]}"#, #"{"answers": {"1": [5]}}"#,
        #"{"answers": {"1": 5, "engagement-1": 4}}"#, "\u{1B}[31m",
      ]
      for line in bad {
        let refused = try await laptop.refuses(
          "feedback", "day", code: 1, input: .text(#"{"answers": [5]}"# + "\n" + line + "\n"))
        #expect(refused.err.contains("line 2"), "\(line): \(refused.err)")
      }
      #expect(try await summary(laptop).forms == 3)
      try await laptop.does("verify", "day")
    }
  }

  @Test("the summary can be read by people, whatever was written")
  func text() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day", "--title", "Day\u{1B}[31m")
      let empty = try await laptop.does("feedback", "day", "--summary")
      #expect(empty.out.contains("No form was entered yet"))
      let forms = Sample.hostile.map { text in
        let data = try? JSONEncoder().encode(["comments": text, "takeaway": text])
        return String(decoding: data ?? Data(), as: UTF8.self)
      }
      try await laptop.does("feedback", "day", input: .text(forms.joined(separator: "\n")))
      let said = try await laptop.does("feedback", "day", "--summary")
      #expect(controls(in: Array(said.out.utf8)).isEmpty)
      #expect(said.out.contains("\(Sample.hostile.count) forms"))
    }
  }

  @Test("a workshop follows another up with its themes, people and wishes, and leaves it as it was")
  func followUp() async throws {
    try await Workshop.open { laptop in
      try laptop.write("room.csv", "Name,Organisation,Group\nAnn Ash,Council,1\nBo Birch,Bank,2\n")
      try await laptop.does("new", "old.plenary", "--roster", "room.csv", "--title", "The first")
      try await laptop.does("add", "old.plenary", "-g", "1", "-p", "1", "-t", "data", "Join it up")
      try await laptop.does(
        "feedback", "old.plenary",
        input: .text(#"{"answers": [5], "futurePriorities": ["Ports"]}"# + "\n"))
      let before = laptop.files(under: "old.plenary")
      let bytes = try before.map { try laptop.read("old.plenary/" + $0) }

      let began = try await laptop.does(
        "new", "next.plenary", "--follow-up", "old.plenary", "--date", "2027-03-01")
      #expect(began.out.contains("it follows up ‘The first’: 4 themes"))
      #expect(began.out.contains("2 delegates") && began.out.contains("1. Ports (1 form)"))
      #expect(laptop.files(under: "old.plenary") == before)
      #expect(try before.map { try laptop.read("old.plenary/" + $0) } == bytes)
      try await laptop.does("export", "next.plenary")
      let page = try laptop.text("next.plenary/exports/session.md")
      #expect(page.contains("This workshop follows up ‘The first’"))
      #expect(page.contains("Its room wanted to be taken up: Ports"))
      #expect(!page.contains("Join it up"))
      try await laptop.does("verify", "next.plenary")

      // Another plan, and people who are new
      try laptop.write("new.csv", "Name,Organisation\nAnn Ash,Council\nCy Cedar,Port\n")
      let other = try await laptop.does(
        "new", "third", "--follow-up", "old.plenary", "--plan", "world-cafe", "--roster", "new.csv")
      #expect(other.out.contains("3 delegates"))
      try await laptop.refuses("new", "fourth", "--follow-up", "nowhere", code: 1)
      try await laptop.refuses("new", "fourth", "--follow-up", "", code: 64)
      #expect(!laptop.exists("fourth"))
    }
  }

  @Test("an unfit remark is struck off the forms, and named in full where several are meant")
  func strike() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      let lines = [
        #"{"answers": [5], "comments": "Mr Zangwill snored", "futurePriorities": ["Ports"]}"#,
        #"{"answers": [4], "comments": "Nobody snored"}"#,
      ]
      try await laptop.does("feedback", "day", input: .text(lines.joined(separator: "\n")))
      let vague = try await laptop.refuses("feedback", "day", "--strike", "snored", code: 1)
      #expect(vague.err.contains("2 things"))
      try await laptop.refuses("feedback", "day", "--strike", "absent", code: 1)
      try await laptop.refuses("feedback", "day", "--strike", "x", "--summary", code: 64)
      try await laptop.does("export", "day")
      let struck = try await laptop.does("feedback", "day", "--strike", "Zangwill")
      #expect(struck.out.contains("struck words off a feedback form"))
      #expect(struck.err.contains("stays in the session’s own files"))
      #expect(!struck.out.contains("Zangwill"))
      // Documents that were written before are written anew without the words
      #expect(struck.out.contains("in exports written anew"))
      for name in ["session.md", "session.json", "feedback-words.csv"] {
        #expect(!(try laptop.text("day/exports/" + name)).contains("Zangwill"), "\(name)")
      }
      let said = try await summary(laptop)
      #expect(said.comments.map(\.text) == ["Nobody snored"])
      #expect(said.futurePriorities.map(\.text) == ["Ports"])
      #expect(!(try await laptop.does("replay", "day").out).contains("Zangwill"))
      try await laptop.does("verify", "day")
    }
  }
}
