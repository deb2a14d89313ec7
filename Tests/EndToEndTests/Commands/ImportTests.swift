import Foundation
import Testing

/// The London conversation of the issue, and files as they come.
@Suite("Importing a conversation")
struct ImportTests {
  let columns = [
    "--text", "comment-body", "--time", "timestamp", "--by", "author-id", "--id", "comment-id",
  ]

  /// The texts of the fixture, oldest first, without the help of the program's own reader.
  static func londonTexts() throws -> [String] {
    let lines = try String(contentsOfFile: Workshop.london, encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst()
    return lines.map { line in
      var body = line.split(separator: ",", maxSplits: 7, omittingEmptySubsequences: false)[7]
      if body.first == "\"" {
        body = body.dropFirst().dropLast()
        return body.replacingOccurrences(of: "\"\"", with: "\"")
      }
      return String(body)
    }
  }

  @Test("London’s 39 texts come back unchanged, and a second import adds nothing")
  func london() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "london", "--plan", "blank", "--title", "London")
      let arguments = ["import", "london", Workshop.london] + columns
      let taken = try await laptop.start(arguments).ended()
      #expect(taken.code == 0, "\(taken.err)")
      #expect(taken.out.contains("39 contributions taken in"))
      #expect(taken.out.contains("16 speakers added"))

      let texts = try await laptop.exported("london").contributions.map(\.text)
      #expect(texts.sorted() == (try Self.londonTexts()).sorted())
      #expect(texts.count == 39)

      let before = try await laptop.does("replay", "london").out
      let again = try await laptop.start(arguments).ended()
      #expect(again.code == 0)
      #expect(again.out.contains("0 contributions taken in") && again.out.contains("39 were"))
      #expect(try await laptop.does("replay", "london").out == before)
      #expect(try await laptop.does("verify", "london").out.contains("39 contributions"))
      let until = try await laptop.does("replay", "london", "--until", "9999").out
      #expect(until.contains("39 contributions"))
      for text in texts { #expect(before.contains(text.prefix(20))) }
    }
  }

  @Test("no page says who said it")
  func chathamHouse() async throws {
    try await Workshop.open { laptop in
      try laptop.write(
        "said.csv", "said,who,when\nHello there,Zebedee Zangwill,2026-11-24 10:42:17\n")
      try await laptop.does("new", "day", "--plan", "blank")
      try await laptop.does(
        "import", "day", "said.csv", "--text", "said", "--by", "who", "--time", "when", "--group",
        "=1")
      try await laptop.does("export", "day")
      for file in laptop.files(under: "day/exports") where !file.hasPrefix("delegates") {
        let text = try laptop.text("day/exports/" + file)
        let contributions = text.range(of: "Hello there") != nil
        #expect(!text.contains("10:42"), "\(file)")
        // The list of those who came may name him; nothing beside his words may.
        if contributions, file.hasSuffix(".csv") { #expect(!text.contains("Zebedee"), "\(file)") }
      }
      let json = try laptop.text("day/exports/session.json")
      #expect(!json.contains("\"speaker\"") && !json.contains("\"by\""))
    }
  }

  @Test("semicolons, a byte order mark, CRLF, tabs and UTF-16 are read as Excel writes them")
  func variants() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day", "--plan", "blank")
      let rows = [["Id", "Said"], ["1", "“Caf\u{E9}”, she said"], ["2", "two\nlines"]]
      func table(_ separator: String) -> String {
        rows.map { $0.map { "\"\($0)\"" }.joined(separator: separator) + "\r\n" }.joined()
      }
      var utf16: [UInt8] = [0xFF, 0xFE]
      for unit in table("\t").utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
      try laptop.write("semicolons.csv", "\u{FEFF}" + table(";"))
      try laptop.write("tabs.txt", utf16)
      try laptop.write("commas.csv", table(","))
      for (index, file) in ["semicolons.csv", "tabs.txt", "commas.csv"].enumerated() {
        try await laptop.does("import", "day", file, "--text", "said", "--group", "=1")
        let texts = try await laptop.exported("day").contributions.map(\.text)
        #expect(texts.count >= 2, "\(file)")
        #expect(
          texts.suffix(2) == ["“Caf\u{E9}”, she said", "two\nlines"] || index > 0, "\(file)")
      }
    }
  }

  @Test("groups and priorities by column or once for all")
  func columns() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      try laptop.write("said.csv", "t,g,p\nHello,Table 2,digital\nBye,3,What works\n")
      try await laptop.does(
        "import", "day", "said.csv", "--text", "t", "--group", "g", "--priority", "p")
      let said = try await laptop.exported("day").contributions
      #expect(said.map(\.group) == ["Table 2", "Table 3"])
      #expect(said.map(\.priority) == ["Understanding digital technologies", "What works"])
      try laptop.write("more.csv", "t\nMore\n")
      try await laptop.does(
        "import", "day", "more.csv", "--text", "1", "--group", "=table 4", "--priority", "=5")
      let more = try await laptop.exported("day").contributions.last
      #expect(more?.group == "Table 4" && more?.priority == "What works")
    }
  }

  @Test("a workbook is no CSV, whatever it is called, and what to do is said")
  func workbook() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      let starts: [(String, [UInt8])] = [
        ("room.xlsx", [0x50, 0x4B, 3, 4]), ("room.ods", [0x50, 0x4B, 3, 4]),
        ("room.csv", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
      ]
      for (file, start) in starts {
        try laptop.write(file, start + (0...255).map { UInt8($0) })
        let refusals = [
          try await laptop.refuses("new", "other", "--roster", file, code: 1),
          // With --text and without: the file is to blame before the columns are.
          try await laptop.refuses("import", "day", file, "--text", "t", code: 1),
          try await laptop.refuses("import", "day", file, code: 1),
        ]
        for refusal in refusals {
          #expect(
            refusal.err.hasPrefix("plenary: \(file): the file is a workbook"), "\(refusal.err)")
          #expect(refusal.err.contains("save it as CSV (UTF-8)"))
        }
      }
      #expect(!laptop.exists("other"))
    }
  }

  @Test("Excel’s ‘Unicode text’ and its plain CSV are read, the latter with a note")
  func encodings() async throws {
    try await Workshop.open { laptop in
      let units = Array("\u{FEFF}Name\tGroup\r\nZoë\t1\r\n".utf16)
      try laptop.write("unicode.txt", units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
      let unicode = try await laptop.does("new", "a", "--roster", "unicode.txt")
      #expect(unicode.out.contains("1 delegate") && unicode.err.isEmpty)
      try laptop.write("ansi.csv", Array("Name;Group\r\nZo".utf8) + [0xEB] + Array(";1\r\n".utf8))
      let ansi = try await laptop.does("new", "b", "--roster", "ansi.csv")
      #expect(ansi.out.contains("1 delegate"))
      #expect(ansi.err.contains("ansi.csv: line 2, column 3 is not UTF-8"))
      for session in ["a", "b"] {
        let said = try await laptop.does("add", session, "-g", "1", "-p", "1", "--by", "Zoë", "x")
        #expect(said.outLines == ["#1"])
      }
    }
  }

  @Test("what is wrong is said by file and line, and nothing is taken")
  func refusals() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      try laptop.write("said.csv", "t,g\nHello,1\nBye,nonesuch\n")
      let bad = try await laptop.refuses(
        "import", "day", "said.csv", "--text", "t", "--group", "g", code: 1)
      #expect(bad.err.contains("said.csv, line 3") && bad.err.contains("nonesuch"))
      #expect(try await laptop.exported("day").contributions.isEmpty)
      let skipped = try await laptop.does(
        "import", "day", "said.csv", "--text", "t", "--group", "g", "--skip-bad")
      #expect(skipped.out.contains("1 contribution taken in"))

      let column = try await laptop.refuses("import", "day", "said.csv", "--text", "x", code: 64)
      #expect(column.err.contains("choose from"))
      try await laptop.refuses("import", "day", "absent.csv", "--text", "t", code: 1)
      try await laptop.refuses("import", "day", ".", "--text", "t", code: 1)
      try await laptop.refuses("import", "day", "said.csv", code: 64)
      try await laptop.refuses(
        "import", "day", "said.csv", "--text", "t", "--group", "=nonesuch", code: 64)
      try laptop.write("quote.csv", "t\n\"never closed\n")
      try await laptop.refuses("import", "day", "quote.csv", "--text", "t", code: 1)
      try laptop.write("binary.csv", [0x74, 0x0A, 0xC3, 0x28, 0x0A])
      _ = try await laptop.plenary("import", "day", "binary.csv", "--text", "t")
      try laptop.write("empty.csv", [])
      try await laptop.refuses("import", "day", "empty.csv", "--text", "t", code: 1)
      #expect(try await laptop.exported("day").contributions.count <= 2)
      try await laptop.does("verify", "day")
    }
  }
}
