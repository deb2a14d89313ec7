import Foundation
import Testing

/// Every group gets its page.
@Suite("Exporting")
struct ExportTests {
  /// Two tables that said a few things.
  func day(_ laptop: Workshop) async throws {
    try await laptop.does("new", "day", "--groups", "2", "--title", "The day")
    try await laptop.does("add", "day", "-g", "1", "-p", "digital", "From table one")
    try await laptop.does("add", "day", "-g", "2", "-p", "digital", "From table two")
    try await laptop.does("add", "day", "-g", "2", "-p", "what works", "Evidence from table two")
  }

  @Test("one document of the whole and one for each group, in three formats")
  func everything() async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      let said = try await laptop.does("export", "day")
      for path in said.outLines { #expect(laptop.exists(path), "\(path)") }
      let one = try laptop.text("day/exports/group-1-table-1.md")
      #expect(one.contains("From table one") && !one.contains("table two"))
      #expect(one.contains("OFFICIAL-SENSITIVE") && one.contains("The day"))
      let whole = try laptop.text("day/exports/session.md")
      #expect(whole.contains("From table one") && whole.contains("Evidence from table two"))
      for ending in ["json", "csv"] {
        #expect(
          try laptop.text("day/exports/group-2-table-2.\(ending)").contains("From table two"))
      }
    }
  }

  @Test("formats, one group, one priority, another folder")
  func selections() async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      try await laptop.does("export", "day", "--format", "md", "--format", "csv", "--output", "a")
      #expect(laptop.files(under: "a").contains { $0.hasSuffix(".md") })
      #expect(laptop.files(under: "a").contains { $0.hasSuffix(".csv") })
      #expect(!laptop.files(under: "a").contains { $0.hasSuffix(".json") })
      #expect(!laptop.exists("day/exports"))

      try await laptop.does("export", "day", "--group", "TABLE 2", "--output", "deep/er/b")
      let files = laptop.files(under: "deep/er/b").filter { !$0.hasPrefix(".") }
      #expect(files.count == 3 && files.allSatisfy { $0.contains("group-2") })

      try await laptop.does("export", "day", "--priority", "works", "--output", "c")
      let page = try laptop.text("c/session.md")
      #expect(page.contains("Evidence") && !page.contains("From table one"))

      try await laptop.refuses("export", "day", "--format", "docx", code: 64)
      try await laptop.refuses("export", "day", "--group", "9", code: 64)
      try await laptop.refuses("export", "day", "--priority", "table", code: 64)
      try await laptop.refuses("export", "nowhere", code: 1)
    }
  }

  @Test("a folder that is no export is left alone")
  func precious() async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      try FileManager.default.createDirectory(
        atPath: laptop.path("photos"), withIntermediateDirectories: true)
      try laptop.write("photos/cat.jpg", "precious")
      let refusal = try await laptop.refuses("export", "day", "--output", "photos", code: 1)
      #expect(refusal.err.contains("photos"))
      #expect(laptop.files(under: "photos") == ["cat.jpg"])
      try await laptop.refuses("export", "day", "--output", "photos/cat.jpg", code: 1)
      #expect(try laptop.text("photos/cat.jpg") == "precious")
      try await laptop.refuses("export", "day", "--output", "day/session.json", code: 1)
      try await laptop.refuses("export", "day", "--output", "day", code: 1)
      try await laptop.does("verify", "day")
    }
  }

  @Test("a failed export leaves the last good one; the next one takes its place whole")
  func failure() async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      try await laptop.does("export", "day")
      let good = try laptop.read("day/exports/session.json")
      try await laptop.does("add", "day", "-g", "1", "-p", "1", "Later")
      // Fewer blocks for a file than the documents need: the disk is as good as full.
      let child = try Child(
        [
          "sh", "-c",
          "trap '' XFSZ; ulimit -f 1; exec '\(Workshop.binary)' export day --format json",
        ], environment: laptop.environment, directory: laptop.desk, input: .nothing,
        scratch: laptop.root + "/tmp")
      let failed = await child.ended()
      #expect(failed.code == 1 && failed.err.hasPrefix("plenary: "), "\(failed.err)")
      #expect(try laptop.read("day/exports/session.json") == good)
      #expect(laptop.exists("day/exports/session.md"))
      try await laptop.does("export", "day", "--format", "json")
      #expect(try laptop.text("day/exports/session.json").contains("Later"))
      #expect(!laptop.exists("day/exports/session.md"))
      let names = try FileManager.default.contentsOfDirectory(atPath: laptop.path("day"))
      #expect(!names.contains { $0.contains("new-") }, "\(names)")
      try await laptop.does("verify", "day")
    }
  }

  @Test("a spreadsheet finds no formula, a browser no script, and JSON the text as it was")
  func hostile() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day", "--groups", "1")
      let texts = Sample.hostile + ["+1", "-1", "@SUM(A1)", "\"quoted\", with comma"]
      try await laptop.does(
        "add", "day", "-g", "1", "-p", "1", input: .text(texts.joined(separator: "\n")))
      try await laptop.does("export", "day")
      let csv = try laptop.text("day/exports/contributions.csv")
      for formula in ["=HYPERLINK", "+1", "-1", "@SUM"] {
        #expect(!csv.contains(",\(formula)") && !csv.contains(",\"\(formula)"), "\(formula)")
      }
      let page = try laptop.text("day/exports/session.md")
      #expect(!page.contains("<script>"))
      #expect(controls(in: try laptop.read("day/exports/session.md")).isEmpty)
      #expect(try await laptop.exported("day").contributions.map(\.text) == texts)
    }
  }
}
