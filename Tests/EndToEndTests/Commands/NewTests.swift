import Foundation
import Testing

/// A facilitator prepares the day: `new`, `demo`, `list`, `plans`, `themes`, `keys`, and nothing at all.
@Suite("Beginning a session")
struct NewTests {
  @Test("a stranger types plenary, is told how to begin, looks at the sample, and finds it again")
  func stranger() async throws {
    try await Workshop.open { laptop in
      let alone = try await laptop.does()
      #expect(alone.out.contains("plenary demo") && alone.out.contains("plenary new"))

      let demo = try await laptop.does("demo", "--no-open")
      #expect(demo.err.contains(".local/share/plenary/sample.plenary"))
      let sample = laptop.home + "/.local/share/plenary/sample.plenary"
      #expect(laptop.exists(sample + "/session.json"))
      #expect(try await laptop.does("verify", sample).out.contains("contributions that stand"))

      #expect(try await laptop.does("demo", "--no-open").err.contains("already"))
      let again = try await laptop.does()
      #expect(again.out.contains("sample.plenary") && again.out.contains("plenary run DIR"))

      try await laptop.does("demo", "--no-open", "--dir", "elsewhere/my sample")
      #expect(laptop.exists("elsewhere/my sample/session.json"))
    }
  }

  @Test("the sample shows what collating can do: a pair, a topic, themes that fit, at every table")
  func sampleCollates() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("demo", "--no-open", "--dir", "day")
      func asked(_ what: String) async throws -> [[String: Any]] {
        try await laptop.does("code", "day", what).outLines.map {
          try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
      }
      let said = try await laptop.exported("day").contributions
      let coded = Set(said.filter { !$0.themes.isEmpty }.map(\.group))
      #expect(coded == Set((1...5).map { "Table \($0)" }))
      // One pair of two tables says the same in other words
      let pairs = try await asked("--duplicates")
      #expect(pairs.count == 1)
      let texts = try #require(pairs.first?["texts"] as? [String])
      #expect(texts.count == 2 && texts.allSatisfy { $0.lowercased().contains("mule account") })
      // What has no theme yet has measuring in common
      let topics = try await asked("--topics")
      #expect(topics.first?["title"] as? String == "Measured")
      #expect((topics.first?["numbers"] as? [String])?.count ?? 0 >= 4)
      // And what is suggested fits
      let themes = Dictionary(
        try await asked("--suggest").map {
          ($0["text"] as? String ?? "", $0["theme"] as? String ?? "")
        }, uniquingKeysWith: { first, _ in first })
      #expect(
        themes == [
          "Open sources training for neighbourhood teams: half a day, we have the slides":
            "The challenge of data",
          "Mule accounts: the banks see them weeks before us": "The challenge of data",
          "Ask the people who left what would have made them leave sooner": "Inside their world",
        ])
    }
  }

  @Test("where there is no terminal, demo and run say so and what to do instead")
  func noTerminal() async throws {
    try await Workshop.open { laptop in
      let demo = try await laptop.refuses("demo", code: 1)
      #expect(demo.err.contains("needs a terminal") && demo.err.contains("--no-open"))
      #expect(!laptop.exists(laptop.home + "/.local/share/plenary"))
      try await laptop.does("new", "day.plenary")
      let run = try await laptop.refuses("run", "day.plenary", code: 1)
      #expect(run.err.contains("terminal"))
      let unknown = try await laptop.with(["TERM": "nonesuch"]).refuses(
        "run", "day.plenary", code: 1)
      #expect(unknown.err.contains("terminal"))
    }
  }

  @Test("title, date, marking and groups are as they were asked for")
  func options() async throws {
    try await Workshop.open { laptop in
      let new = try await laptop.does(
        "new", "day.plenary", "--title", "SOC follow-up", "--date", "2026-11-24", "--marking",
        "OFFICIAL", "--groups", "7")
      #expect(new.out.contains("‘SOC follow-up’: 5 priorities, 7 groups, 0 delegates"))
      #expect(new.out.contains("plenary run day.plenary"))
      let state = try await laptop.does("replay", "day.plenary", "--until", "9999").out
      #expect(state.contains("OFFICIAL\n") && state.contains("SOC follow-up, 2026-11-24"))
      #expect(state.contains("Table 7"))
      let list = try await laptop.does("list").out
      #expect(list.contains("day.plenary  2026-11-24  SOC follow-up  (0 contributions"))
    }
  }

  @Test("one of a thing is not called several")
  func oneOfAThing() async throws {
    try await Workshop.open { laptop in
      try laptop.write("one.csv", "Name\nAnn\n")
      try laptop.write("said.csv", "Said,Who\nHello,Bea\n")
      let new = try await laptop.does("new", "day", "--plan", "blank", "--roster", "one.csv")
      #expect(new.out.contains("1 priority, 1 group, 1 delegate, in day"))
      let taken = try await laptop.does(
        "import", "day", "said.csv", "--text", "Said", "--by", "Who")
      #expect(taken.out.contains("1 contribution taken in"))
      #expect(taken.out.contains("1 speaker added"))
      let again = try await laptop.does(
        "import", "day", "said.csv", "--text", "Said", "--by", "Who")
      #expect(again.out.contains("1 was taken in before"))
      #expect(try await laptop.does("list").out.contains("(1 contribution, 2 delegates)"))
    }
  }

  @Test("a plan of one’s own: from a file, and by name from the user’s folder")
  func ownPlan() async throws {
    try await Workshop.open { laptop in
      let plan =
        #"{"title":"Ours","priorities":[{"id":"a","title":"Bins"},{"id":"b","title":"Bikes"}],"tables":3}"#
      try laptop.write("ours.json", plan)
      #expect(
        try await laptop.does("new", "a", "--plan", "ours.json").out.contains(
          "‘Ours’: 2 priorities, 3 groups"))
      let folder = laptop.home + "/.config/plenary/plans"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try laptop.write(folder + "/council.json", plan)
      #expect(try await laptop.does("plans").out.contains("council"))
      #expect(try await laptop.does("new", "b", "--plan", "council").out.contains("‘Ours’"))

      try laptop.write("broken.json", #"{"title":"Ours","priorities":["#)
      let broken = try await laptop.refuses("new", "c", "--plan", "broken.json", code: 1)
      #expect(broken.err.contains("broken.json"))
      let absent = try await laptop.refuses("new", "c", "--plan", "nonesuch", code: 64)
      #expect(absent.err.contains("world-cafe"))
      try await laptop.refuses("new", "c", "--plan", "no/such.json", code: 1)
      #expect(!laptop.exists("c"))
    }
  }

  @Test("the roster that Excel writes becomes the list of delegates")
  func roster() async throws {
    try await Workshop.open { laptop in
      try laptop.write(
        "room.csv",
        "\u{FEFF}organisation;NAME;Group\r\nCouncil;Ann Ash;North\r\n\"Bees;\r\nLtd\";Bo Birch;South\r\n"
      )
      let new = try await laptop.does("new", "day", "--roster", "room.csv", "--groups", "2")
      #expect(new.out.contains("2 groups, 2 delegates"))
      let state = try await laptop.does("replay", "day", "--until", "9999").out
      #expect(state.contains("North") && state.contains("South") && state.contains("1 seated"))
    }
  }

  @Test(
    "a bad roster is listed by line and leaves nothing behind, unless its rows are to be skipped")
  func badRoster() async throws {
    try await Workshop.open { laptop in
      try laptop.write("room.csv", "Name,Role\nAnn,chair\n,host\nBo,scribe\n,\u{1B}[31mguest\n")
      let bad = try await laptop.refuses("new", "day", "--roster", "room.csv", code: 1)
      #expect(bad.err.contains("room.csv, line 3") && bad.err.contains("line 5"))
      #expect(bad.err.contains("nothing was taken") && bad.err.contains("--skip-bad"))
      #expect(bad.errLines.allSatisfy { $0.hasPrefix("plenary: ") })
      #expect(!laptop.exists("day"))
      let skipped = try await laptop.does("new", "day", "--roster", "room.csv", "--skip-bad")
      #expect(skipped.out.contains("2 delegates") && skipped.err.contains("left out 2 rows"))
      try laptop.write("nameless.csv", "Who\nAnn\n")
      try await laptop.refuses("new", "other", "--roster", "nameless.csv", code: 1)
      try await laptop.refuses("new", "other", "--roster", "absent.csv", code: 1)
      #expect(!laptop.exists("other"))
    }
  }

  @Test("what is there already is left alone, and wrong usage is 64")
  func refusals() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day.plenary")
      let before = laptop.files(under: "day.plenary")
      try await laptop.refuses("new", "day.plenary", code: 1)
      #expect(laptop.files(under: "day.plenary") == before)
      try laptop.write("afile", "precious")
      try await laptop.refuses("new", "afile", code: 1)
      #expect(try laptop.text("afile") == "precious")
      for groups in ["0", "100", "-1", "many", ""] {
        try await laptop.refuses("new", "x", "--groups", groups, code: 64)
      }
      for date in ["tomorrow", "2026-13-01", "2026-02-30", "24/11/2026", "2026-1-1", ""] {
        try await laptop.refuses("new", "x", "--date", date, code: 64)
      }
      try await laptop.refuses("new", "x", "--title", "  ", code: 64)
      try await laptop.refuses("new", code: 64)
      try await laptop.refuses("new", "x", "--bogus", code: 64)
      try await laptop.refuses("bogus", code: 64)
      try await laptop.refuses("new", "", code: 64)
      #expect(!laptop.exists("x"))
    }
  }

  @Test("the listings list, and the key list is the document")
  func listings() async throws {
    try await Workshop.open { laptop in
      let empty = try await laptop.does("list")
      #expect(empty.out.isEmpty && empty.err.contains("plenary new"))
      #expect(try await laptop.does("plans").outLines.count == 4)
      let themes = try await laptop.does("themes").out
      for name in ["dark", "light", "contrast", "mono"] { #expect(themes.contains(name)) }
      #expect(
        try await laptop.does("keys").out == laptop.text(Workshop.checkout + "/docs/keys.md"))
      #expect(try await laptop.does("--version").out.hasPrefix("plenary "))
      let commands = [
        "demo", "new", "run", "add", "import", "export", "replay", "verify", "redact", "list",
        "plans", "themes", "keys",
      ]
      let help = try await laptop.does("--help").out
      for command in commands {
        #expect(help.contains(command))
        #expect(try await laptop.does(command, "--help").out.contains("USAGE"))
      }
      try await laptop.refuses("list", "no/such/folder", code: 1)
    }
  }

  @Test("sessions that were opened lately are offered, the latest first, and those gone are not")
  func recent() async throws {
    try await Workshop.open { laptop in
      for name in ["one", "two", "three"] {
        try await laptop.does("new", name, "--title", "Day \(name)")
      }
      try FileManager.default.removeItem(atPath: laptop.path("two"))
      let lines = try await laptop.does().outLines
      #expect(lines[1].contains("1  ") && lines[1].contains("Day three"))
      #expect(lines[2].contains("2  ") && lines[2].contains("Day one"))
      #expect(!lines.joined().contains("Day two"))
    }
  }
}
