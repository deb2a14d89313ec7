import Foundation
import SessionEngine
import Testing

@testable import Reports

@Suite("The JSON document")
struct JSONTests {
  @Test("Given hostile texts, then every one comes back byte for byte")
  func roundTrip() throws {
    var workshop = Workshop()
    let long = String(repeating: "long text 🧪 e\u{301} ", count: 5000)
    for text in Hostile.texts + Hostile.random(500) + [
      long, "x" + String(repeating: "\0", count: 9),
    ] {
      workshop.capture(text)
    }
    let kept = workshop.session.contributions.all.map(\.words)
    #expect(kept.count > 580 && long.utf8.count > 90_000)
    let texts = try workshop.json().contributions.map(\.text)
    #expect(texts.map { Array($0.utf8) } == kept.map { Array($0.utf8) })
    let page = try workshop.json("group-1-table-1.json").contributions.map(\.text)
    #expect(page.map { Array($0.utf8) } == kept.map { Array($0.utf8) })
  }

  @Test("The file can be looked at in a terminal: nothing in it steers one")
  func terminalSafe() throws {
    var workshop = Workshop()
    for text in Hostile.texts { workshop.capture(text) }
    let text = try workshop.text("session.json")
    #expect(!text.unicodeScalars.contains { $0.steersDisplayUnlessLineEnd })
  }

  @Test("Keys are sorted and the same session gives the same bytes")
  func deterministic() throws {
    let first = try AttributionTests.workshop(.named).files()
    let second = try AttributionTests.workshop(.named).files()
    #expect(first == second)
    let keys = try AttributionTests.workshop(.named).text("session.json").split(separator: "\n")
      .filter { $0.hasPrefix("  \"") }.map { $0.prefix { $0 != ":" } }
    #expect(keys == keys.sorted() && keys.count == 15)
  }

  @Test("Given a reworded contribution, then it says so, and one put back as it was does not")
  func reworded() throws {
    var workshop = Workshop()
    let a = workshop.capture("one")
    let b = workshop.capture("two")
    workshop.capture("three")
    workshop.act(.reword(a, "uno"))
    workshop.act(.reword(b, "due"))
    workshop.act(.undo)
    let contributions = try workshop.json().contributions
    #expect(contributions.map(\.reworded) == [true, false, false])
    #expect(contributions.map(\.text) == ["uno", "two", "three"])
  }

  @Test(
    "An independent validator finds every document true to the schema",
    .enabled(if: Python.has("jsonschema")), arguments: AttributionRule.allCases)
  func schema(rule: AttributionRule) throws {
    var rich = AttributionTests.workshop(rule)
    rich.capture("in the room", table: 0, priority: "all", lens: "whatif", themes: ["t2", "t1"])
    for text in Hostile.texts { rich.capture(text, table: 2, themes: ["t1"]) }
    let bare = Workshop(Plan(title: "", attribution: rule, priorities: []), tables: 0)
    let schema = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/schema/export.schema.json")
    let script = """
      import json, sys
      from jsonschema import Draft202012Validator as V
      schema = json.load(open(\(String(reflecting: schema.path))))
      V.check_schema(schema)
      errors = [str(e)[:400] for line in sys.stdin.buffer.read().split(b'\\x1e') if line.strip()
                for e in V(schema).iter_errors(json.loads(line))]
      print(len(errors), *errors[:5])
      sys.exit(bool(errors))
      """
    for workshop in [rich, bare] {
      let documents = try workshop.files([.json]).values
      #expect(documents.count >= 1)
      let result = Python.run(script, input: Array(documents.joined(separator: [0x1E])))
      #expect(result?.status == 0, "\(result?.output ?? "no Python")")
    }
    // The schema must be able to say no: what one rule allows, the other forbids.
    let other = rule == .named ? "chatham-house" : "named"
    let forged = try rich.text("session.json")
      .replacingOccurrences(of: "\"\(rule.rawValue)\"", with: "\"\(other)\"")
    #expect(Python.run(script, input: Array(forged.utf8))?.status == 1)
  }
}

extension Unicode.Scalar {
  fileprivate var steersDisplayUnlessLineEnd: Bool { self != "\n" && steersDisplay }
}
