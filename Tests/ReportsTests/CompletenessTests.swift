import Foundation
import SessionEngine
import Testing

@testable import Reports

@Suite("What is kept is handed out, once, and nothing else")
struct CompletenessTests {
  /// The numbers of the contributions that a page lists.
  private func listed(_ page: String) -> [String] {
    page.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("- **#") else { return nil }
      return String(line.dropFirst(5).prefix { $0 != "*" })
    }
  }

  private func kept(_ workshop: Workshop, _ isWanted: (Contribution) -> Bool = { _ in true })
    -> [String]
  {
    workshop.session.contributions.all.filter { $0.isKept && isWanted($0) }.map(
      \.number.description)
  }

  @Test(
    "Given any day, then every kept contribution is once in each overall form and on one page",
    arguments: 1...12)
  func property(seed: UInt64) throws {
    let workshop = RandomDay(seed: seed).workshop
    let kept = kept(workshop)
    let files = try workshop.files()
    func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }
    #expect(listed(text("session.md")).sorted() == kept.sorted())
    #expect(try workshop.json().contributions.map(\.number) == kept)
    let pages = files.keys.filter { $0.hasPrefix("group-") }
    let onPages = pages.filter { $0.hasSuffix(".md") }.flatMap { listed(text($0)) }
    #expect(onPages.sorted() == kept.sorted())
    let inJSON = try pages.filter { $0.hasSuffix(".json") }.flatMap {
      try workshop.json($0).contributions.map(\.number)
    }
    #expect(inJSON.sorted() == kept.sorted())
    let rows = { (path: String) in text(path).components(separatedBy: "\r\n").count - 2 }
    #expect(rows("contributions.csv") == kept.count)
    #expect(pages.filter { $0.hasSuffix(".csv") }.map(rows).reduce(0, +) == kept.count)
    for contribution in workshop.session.contributions.all where !contribution.isKept {
      for (path, bytes) in files where !contribution.words.isEmpty {
        #expect(
          !String(decoding: bytes, as: UTF8.self).contains(contribution.words), "\(path)")
      }
    }
  }

  @Test("Given a withdrawn, a redacted and a reworded one, then only the present words are told")
  func goneWords() throws {
    var workshop = Workshop()
    let withdrawn = workshop.capture("quetzalcoatl", themes: ["t1"], highlight: true)
    let redacted = workshop.capture("bumbershoot", highlight: true)
    let reworded = workshop.capture("collywobbles")
    workshop.act(.reword(withdrawn, "widdershins"))
    workshop.act(.withdraw(withdrawn))
    workshop.act(.redact(redacted, reason: "gobbledegook"))
    workshop.act(.reword(reworded, "the present words"))
    for (path, bytes) in try workshop.files() {
      let text = String(decoding: bytes, as: UTF8.self)
      for gone in ["quetzalcoatl", "bumbershoot", "collywobbles", "widdershins", "gobbledegook"] {
        #expect(!text.contains(gone), "\(gone) in \(path)")
      }
    }
    #expect(try workshop.json().contributions.map(\.text) == ["the present words"])
  }

  @Test("Given a selection, then only that group's documents and that priority's contributions")
  func selection() throws {
    let workshop = RandomDay(seed: 7).workshop
    let group = try workshop.files(ExportFormat.allCases, ExportSelection(group: "g2"))
    #expect(
      group.keys.sorted() == ["group-2-table-2.csv", "group-2-table-2.json", "group-2-table-2.md"])
    let page = try workshop.text("group-2-table-2.md", ExportSelection(group: "g2", priority: "p3"))
    #expect(
      listed(page).sorted() == kept(workshop) { $0.group == "g2" && $0.priority == "p3" }.sorted())
    let whole = try workshop.files(ExportFormat.allCases, ExportSelection(priority: "p2"))
    #expect(Set(whole.keys) == Set(try workshop.files().keys))
    for (path, bytes) in whole where path.hasSuffix(".json") {
      let export = try JSONDecoder().decode(ExportedSession.self, from: Data(bytes))
      #expect(export.contributions.allSatisfy { $0.priority == "Digital technologies" })
    }
    #expect(
      listed(String(decoding: whole["session.md"] ?? [], as: UTF8.self)).sorted()
        == kept(workshop) { $0.priority == "p2" }.sorted())
    #expect(throws: ReportError.unknownGroup("g9")) {
      try workshop.files([.json], ExportSelection(group: "g9"))
    }
    #expect(throws: ReportError.unknownPriority("p9")) {
      try workshop.files([.json], ExportSelection(priority: "p9"))
    }
  }

  @Test("Given a group and a priority that are gone, then what was said is still handed out")
  func orphans() throws {
    var workshop = Workshop()
    workshop.apply(
      ContributionCaptured(
        contribution: "c", number: ContributionNumber(series: "b", 4), group: "gone",
        priority: "lost", lens: "none", themes: ["never"], words: "still here"))
    #expect(try workshop.json().contributions.map(\.number) == ["b4"])
    let pages = try workshop.files([.markdown]).filter { $0.key.hasPrefix("group-") }.values
    #expect(pages.flatMap { listed(String(decoding: $0, as: UTF8.self)) } == ["b4"])
    #expect(try listed(workshop.text("session.md")) == ["b4"])
  }

  @Test("Given names of every kind, then file names are safe, short and each once")
  func fileNames() {
    let names = [
      "Table 1", "../../etc/passwd", "Größe & Łódź", "日本", "CON", "a/b\\c:d*e?\"<>|\0",
      String(repeating: "long ", count: 60), "Table 1", "table-1", "e\u{301}te\u{301}", "",
    ]
    let groups = names.map {
      ReportedGroup(number: 1, name: $0, isReported: true, members: [], schedule: [])
    }
    let files = FileNames(for: groups)
    let all = groups.indices.map { files[$0] }
    #expect(Set(all).count == all.count)
    #expect(all.allSatisfy { $0.utf8.count < 60 && $0.allSatisfy { $0.isASCII } })
    #expect(!all.contains { $0.contains("/") || $0.contains(".") || $0.contains(" ") })
    #expect(
      all[0] == "group-1-table-1" && all[2] == "group-1-gro-e-lodz" && all[7] == "group-1-table-1-2"
    )
    #expect(all[3] == "group-1" && all[9] == "group-1-ete")
  }

  @Test("Twenty thousand contributions go out")
  func large() throws {
    var workshop = Workshop()
    let words = String(repeating: "a dozen words of hostile *text*, ", count: 4)
    for index in 0..<20_000 {
      workshop.apply(
        ContributionCaptured(
          contribution: ID("c\(index)"), number: ContributionNumber(index + 1),
          group: ID("g\(index % 3 + 1)"), priority: ID("p\(index % 2 + 1)"), themes: ["t1"],
          highlight: index % 100 == 0, words: words))
    }
    let files = try workshop.files()
    #expect(files.count == 18)
  }
}

/// A day on which anything may happen.
private struct RandomDay {
  private(set) var workshop = Workshop()
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15
    var ids: [ContributionID] = []
    for step in 0..<120 {
      let priority = PriorityID("p\(next(3) + 1)")
      switch next(ids.isEmpty ? 1 : 10) {
      case 0...5:
        ids.append(
          workshop.capture(
            "words\(step)-\(seed)ends", table: next(4), priority: priority,
            themes: next(2) == 0 ? ["t1"] : [], highlight: next(4) == 0))
      case 6: workshop.act(.withdraw(ids[next(ids.count)]))
      case 7: workshop.act(.redact(ids[next(ids.count)], reason: "asked for"))
      case 8: workshop.act(.move(ids[next(ids.count)], GroupID("g\(next(3) + 1)"), priority))
      default: workshop.act(next(2) == 0 ? .undo : .restore(ids[next(ids.count)]))
      }
      workshop.wait(seconds: next(60))
    }
  }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
