import Foundation
import Glibc
import Testing

/// A scribe without a screen: `plenary add`.
@Suite("Adding without the console")
struct AddTests {
  @Test("a text is kept with all that was said about it, and its number is printed")
  func everything() async throws {
    try await Workshop.open { laptop in
      try laptop.write("room.csv", "Name,Organisation\nAnn Ash,Council\nBo Birch,Bank\n")
      try await laptop.does("new", "day", "--roster", "room.csv")
      let added = try await laptop.does(
        "add", "day", "--group", "table 3", "--priority", "DIGITAL", "--lens", "what if", "--theme",
        "data", "--theme", "2", "--by", "birch", "--highlight", "Could #insurers see it @ once?")
      #expect(added.out == "#1\n")
      #expect(added.err.isEmpty)
      #expect(try await laptop.does("add", "day", "-g", "3", "-p", "5", "Second").out == "#2\n")
      let said = try await laptop.exported("day")
      let first = try #require(said[1])
      #expect(first.text == "Could #insurers see it @ once?")
      #expect(first.group == "Table 3")
      #expect(first.priority == "Understanding digital technologies")
      #expect(first.lens == "whatif" || first.lens == "what if")
      #expect(first.themes.count == 2)
      #expect(first.highlight)
      #expect(said[2]?.priority == "What works" && said[2]?.highlight == false)
    }
  }

  @Test("every line of standard input is one contribution, byte for byte")
  func lines() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      let long = String(repeating: "é", count: 20_000)
      let input: [UInt8] =
        Array("first\r\n\r\n\n   \n  spaced \t\nmid\rdle\n".utf8) + [0x62, 0xFF, 0x0A]
        + Array("\(long)\n\(long)é\n\u{1B}[31mred\nlast, without a newline".utf8)
      let added = try await laptop.refuses(
        "add", "day", "-g", "1", "-p", "1", code: 1, input: .bytes(input))
      #expect(added.outLines == ["#1", "#2", "#3", "#4", "#5", "#6"])
      #expect(added.err.contains("line 7") && added.err.contains("UTF-8"))
      #expect(added.err.contains("line 9: over 20000 characters and not kept"))
      let texts = try await laptop.exported("day").contributions.map(\.text)
      #expect(
        texts == [
          "first", "  spaced \t", "mid\rdle", long, "\u{1B}[31mred", "last, without a newline",
        ])
      try await laptop.does("verify", "day")
    }
  }

  @Test("hostile text comes back as it went in, and never reaches the terminal")
  func hostile() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      let lines = Sample.hostile.joined(separator: "\n")
      let added = try await laptop.does("add", "day", "-g", "1", "-p", "1", input: .text(lines))
      #expect(added.outLines.count == Sample.hostile.count)
      #expect(
        try await laptop.exported("day").contributions.map { Array($0.text.utf8) }
          == Sample.hostile.map { Array($0.utf8) })
    }
  }

  @Test("nothing said is nothing kept")
  func empty() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      let none = try await laptop.does("add", "day", "-g", "1", "-p", "1")
      #expect(none.out.isEmpty)
      try await laptop.does("add", "day", "-g", "1", "-p", "1", input: .text("\n\r\n   \n"))
      try await laptop.refuses("add", "day", "-g", "1", "-p", "1", "", code: 64)
      try await laptop.refuses("add", "day", "-g", "1", "-p", "1", " \n ", code: 64)
      #expect(try await laptop.exported("day").contributions.isEmpty)
    }
  }

  @Test("a name is found by number, by part and in any case; one that is not clear is said so")
  func naming() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      for name in ["2", "Table 2", "tAbLe 2", "e 2"] {
        try await laptop.does("add", "day", "-g", name, "-p", "1", "x")
      }
      for name in ["what works", "WHAT", "works", "5"] {
        try await laptop.does("add", "day", "-g", "1", "-p", name, "x")
      }
      let said = try await laptop.exported("day").contributions
      #expect(said.filter { $0.group == "Table 2" }.count == 4)
      #expect(said.filter { $0.priority == "What works" }.count == 4)

      let unclear = try await laptop.refuses("add", "day", "-g", "table", "-p", "1", "x", code: 64)
      #expect(unclear.err.contains("Table 1; Table 2"))
      let unknown = try await laptop.refuses("add", "day", "-g", "9", "-p", "1", "x", code: 64)
      #expect(unknown.err.contains("choose from"))
      try await laptop.refuses("add", "day", "-g", "1", "-p", "r", "x", code: 64)
      try await laptop.refuses("add", "day", "-g", "1", "-p", "nonesuch", "x", code: 64)
      try await laptop.refuses("add", "day", "-g", "1", "-p", "", "x", code: 64)
      try await laptop.refuses("add", "day", "-g", "1", "-p", "1", "-l", "mirror", "x", code: 64)
      try await laptop.refuses("add", "day", "-g", "1", "-p", "1", "-t", "zebra", "x", code: 64)
      try await laptop.refuses("add", "day", "-g", "1", "-p", "1", "--by", "Zoe", "x", code: 64)
      try await laptop.refuses("add", "day", "-g", "1", "x", code: 64)
      try await laptop.refuses("add", "nowhere", "-g", "1", "-p", "1", "x", code: 1)
      #expect(try await laptop.exported("day").contributions.count == 8)
    }
  }

  @Test("a feeder that waits for each number gets it; C-c ends with 130 and keeps what was kept")
  func interrupted() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      let add = try laptop.start(["add", "day", "-g", "1", "-p", "1"], input: .open)
      add.write("first\n")
      try await eventually("the first number") { add.printed == "#1\n" }
      add.write("second\nhalf a li")
      try await eventually("the second number") { add.printed == "#1\n#2\n" }
      add.signal(SIGINT)
      #expect(await add.ended(closingInput: false).code == 130)
      #expect(try await laptop.exported("day").contributions.map(\.text) == ["first", "second"])
      try await laptop.does("verify", "day")
      #expect(try await laptop.does("add", "day", "-g", "1", "-p", "1", "third").out == "#3\n")
    }
  }

  @Test("results that cannot be written are a failure, not silence")
  func fullOutput() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("demo", "--no-open", "--dir", "day")
      for command in [
        "replay day", "verify day", "keys", "list", "plans", "add day -g 1 -p 1 x", "--help",
      ] {
        let child = try Child(
          ["sh", "-c", "exec '\(Workshop.binary)' \(command) > /dev/full"],
          environment: laptop.environment, directory: laptop.desk, input: .nothing,
          scratch: laptop.root + "/tmp")
        let outcome = await child.ended()
        #expect(outcome.code == 1, "plenary \(command)")
        #expect(outcome.err.hasPrefix("plenary: standard output"), "plenary \(command)")
      }
    }
  }
}
