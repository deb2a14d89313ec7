import Foundation
import Testing

/// The day is played back months later, checked, and a remark is taken out for good.
@Suite("Replaying, verifying, redacting")
struct ReplayTests {
  let long = String(repeating: "a long remark that does not fit into a line of the day ", count: 8)

  /// Where it is about noon, so that the day does not end while a test runs.
  func atNoon(_ laptop: Workshop) -> Workshop {
    let hour = Int(Date().timeIntervalSince1970) / 3600 % 24
    // As POSIX has it: what is to be added for UTC.
    return laptop.with(["TZ": "NOON\(hour - 12)"])
  }

  func day(_ laptop: Workshop) async throws {
    try await laptop.does("new", "day", "--groups", "2")
    try await laptop.does("add", "day", "-g", "1", "-p", "digital", "First words")
    try await laptop.does("add", "day", "-g", "2", "-p", "digital", "Mrs Zangwill was there")
    try await laptop.does("add", "day", "-g", "2", "-p", "works", long)
  }

  @Test("the day as lines, in full where asked, and the state as it was then")
  func replay() async throws {
    try await Workshop.open { desk in
      let laptop = atNoon(desk)
      try await day(laptop)
      let lines = try await laptop.does("replay", "day").out
      #expect(lines.contains("#1  Table 1 · Understanding digital technologies  ‘First words’"))
      #expect(!lines.contains(long))
      #expect(try await laptop.does("replay", "day", "--text").out.contains(long.prefix(400)))

      // Three events opened the session; each contribution is one more.
      let then = try await laptop.does("replay", "day", "--until", "4").out
      #expect(then.contains("First words") && !then.contains("Zangwill"))
      let now = try await laptop.does("replay", "day", "--until", "9999-01-01T00:00:00Z").out
      #expect(now.contains("3 contributions"))
      let early = try await laptop.does("replay", "day", "--until", "2000-01-01T00:00:00Z").out
      #expect(!early.contains("First words"))
      let first = try #require(lines.split(separator: "\n").first { $0.contains("#1") })
      let upTo = try await laptop.does("replay", "day", "--until", String(first.prefix(8))).out
      #expect(upTo.contains("First words"))
      try await laptop.does("replay", "day", "--until", "23:59")
      for bogus in ["later", "25:00", "-1", ""] {
        try await laptop.refuses("replay", "day", "--until", bogus, code: 64)
      }
      try await laptop.refuses("replay", "nowhere", code: 1)
    }
  }

  @Test("a record that is whole is counted")
  func whole() async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      let counts = try await laptop.does("verify", "day")
      #expect(counts.outLines == ["1 journal", "6 events", "3 contributions that stand"])
      #expect(counts.err.isEmpty)
      // What was merged or split is told apart from what was taken back
      try await laptop.does(
        "code", "day",
        input: .text(#"{"merge": [1, 2]}"# + "\n" + #"{"split": 3, "parts": ["one", "two"]}"#))
      #expect(
        try await laptop.does("verify", "day").outLines.dropFirst(2) == [
          "3 contributions that stand", "1 merged into another", "1 split into parts",
        ])
      try await laptop.refuses("verify", "nowhere", code: 1)
    }
  }

  @Test("a changed byte or a missing line is named by file and line")
  func damage() async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      let journal = try #require(
        laptop.files(under: "day/journal").first { $0.hasSuffix(".jsonl") })
      let path = "day/journal/" + journal
      let good = try laptop.read(path)
      let lines = good.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
      // Line 1 is the header, 2 to 4 open the session, 5 holds the first contribution.
      for (number, line) in lines.enumerated() where !line.isEmpty {
        var damaged = lines
        damaged[number][line.count / 2] ^= 1
        try laptop.write(path, Array(damaged.joined(separator: [0x0A])))
        let found = try await laptop.refuses("verify", "day", code: 1)
        #expect(found.err.contains("\(journal), line \(number + 1)"), "\(found.err)")
      }
      for missing in 1..<5 {
        var damaged = lines
        damaged.remove(at: missing)
        try laptop.write(path, Array(damaged.joined(separator: [0x0A])))
        let found = try await laptop.refuses("verify", "day", code: 1)
        #expect(found.err.contains("\(journal), line \(missing + 1)"), "\(found.err)")
      }
      // What stands before the damage can still be read and handed out, and nothing is written.
      var damaged = lines
      damaged[5][60] ^= 1
      try laptop.write(path, Array(damaged.joined(separator: [0x0A])))
      let replay = try await laptop.does("replay", "day")
      #expect(replay.out.contains("First words") && !replay.out.contains("Zangwill"))
      #expect(replay.err.contains("line 6"))
      try await laptop.does("export", "day", "--output", "out")
      try await laptop.refuses("add", "day", "-g", "1", "-p", "1", "more", code: 1)

      try laptop.write(path, good)
      try await laptop.does("verify", "day")
    }
  }

  @Test("redacted words are gone from every file, exports included, and the number still stands")
  func redact() async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      try await laptop.does("add", "day", "-g", "1", "-p", "1", "A *bold* remark, \"<quoted>\"")
      try await laptop.does("export", "day")
      for (number, words) in [("2", "Zangwill"), ("#4", "bold")] {
        let redacted = try await laptop.does(
          "redact", "day", number, "--reason", "names a witness")
        #expect(redacted.out.contains("is redacted"))
        for file in laptop.files(under: "day") {
          #expect(!(try laptop.text("day/" + file).contains(words)), "\(file)")
        }
      }
      #expect(laptop.exists("day/exports/group-1-table-1.md"))
      let counts = try await laptop.does("verify", "day")
      #expect(counts.out.contains("2 redacted"))
      for arguments in [["replay", "day"], ["replay", "day", "--text", "--until", "5"]] {
        let shown = try await laptop.start(arguments).ended().out
        #expect(!shown.contains("Zangwill") && !shown.contains("bold"))
      }
      let replay = try await laptop.does("replay", "day").out
      #expect(replay.contains("#2") && replay.contains("names a witness"))
      #expect(try await laptop.does("add", "day", "-g", "1", "-p", "1", "next").out == "#5\n")
    }
  }

  @Test("what cannot be redacted is said")
  func redactRefusals() async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      try await laptop.does("redact", "day", "2", "--reason", "names a witness")
      try await laptop.refuses("redact", "day", "2", "--reason", "again", code: 1)
      try await laptop.refuses("redact", "day", "99", "--reason", "not there", code: 64)
      try await laptop.refuses("redact", "day", "two", "--reason", "no number", code: 64)
      try await laptop.refuses("redact", "day", "1", code: 64)
      try await laptop.refuses("redact", "day", "1", "--reason", " ", code: 64)
      try await laptop.refuses("redact", "nowhere", "1", "--reason", "r", code: 1)
      #expect(try await laptop.exported("day")[1]?.text == "First words")
    }
  }

  @Test("an export of one group is written anew without the redacted words, too")
  func redactPartialExport() async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      try await laptop.does("export", "day", "--group", "2", "--format", "md")
      let before = laptop.files(under: "day/exports")
      let redacted = try await laptop.does("redact", "day", "2", "--reason", "names a witness")
      #expect(redacted.out.contains("exports"))
      #expect(laptop.files(under: "day/exports") == before)
      #expect(!(try laptop.text("day/exports/group-2-table-2.md").contains("Zangwill")))
    }
  }
}
