import Foundation
import SessionEngine
import Testing

@testable import Reports

@Suite("The evaluation, and what became of the workshop before")
struct EvaluationTests {
  private func filled(_ order: [Int]) -> OutcomeDay {
    var day = OutcomeDay()
    for index in order {
      day.form(
        ["eng": 1 + index % 5, "rel": index % 6], index % 4 == 0 ? "comment \(index) on data" : "",
        index % 3 == 0 ? ["Ports"] : [])
      day.workshop.wait(seconds: 60)
    }
    return day
  }

  @Test("Given the same forms in another order, then no document knows which came first")
  func order() throws {
    let one = try filled(Array(0..<24)).workshop.files()
    let other = try filled(Array((0..<24).reversed())).workshop.files()
    #expect(one == other)
    #expect(one.count == 18)
  }

  @Test("Given comments, then no row of answers stands beside what was written")
  func apart() throws {
    let day = filled(Array(0..<12))
    let rows = try day.workshop.text("feedback.csv").components(separatedBy: "\r\n")
    #expect(rows.count == 14 && rows[0].hasSuffix("eng,rel,marking"))
    #expect(rows.dropFirst().dropLast().allSatisfy { $0.split(separator: ",").count == 3 })
    #expect(!rows.joined().contains("comment"))
    let words = try day.workshop.text("feedback-words.csv")
    #expect(words.contains("comments,comment 4 on data,1,The challenge of data,data,OFFICIAL"))
    #expect(words.contains("futurePriorities,Ports,4,"))
  }

  @Test("Given thirty forms, then the report has figures, the line, comments by theme and wishes")
  func page() throws {
    let page = try filled(Array(0..<30)).workshop.text("session.md")
    // Of 30 answers 0 to 5, five are N/A; of the 25 others ten are 4 or 5
    #expect(page.contains("**30 forms, 40% positive on relevance**"))
    #expect(page.contains("30 forms (only 12 people marked present)"))
    #expect(
      page.contains("| It mattered \\| to me. | relevance | 5 | 5 | 5 | 5 | 5 | 5 | 25 | 40% |"))
    #expect(page.contains("**The challenge of data**"))
    #expect(page.contains("| 1 | Ports | 10 |"))
  }

  @Test("Given fewer than ten forms, then counts stand for percentages, in the line too")
  func few() throws {
    let day = filled(Array(0..<9))
    let page = try day.workshop.text("session.md")
    let section =
      page.components(separatedBy: "## Evaluation").last?
      .components(separatedBy: "## Contributions").first ?? ""
    #expect(section.contains("9 of 12 forms") && section.contains("of 7"))
    // The one percentage is that of those present who handed in a form
    #expect(
      section.components(separatedBy: "%").count == 2 && section.contains("9 of 12 forms (75%)"))
    let text = Reports.evaluationText(of: day.session)
    #expect(text.contains("answers positive on relevance"))
  }

  @Test("Given hostile words on forms, then nothing in them steers a terminal or becomes markup")
  func hostile() throws {
    var day = OutcomeDay()
    for text in Hostile.texts { day.form(["eng": 3], text, [text]) }
    let plain = Reports.evaluationText(of: day.session, columns: 10)
    #expect(
      !plain.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    let page = try day.workshop.text("session.md")
    #expect(!page.contains("<script>") && !page.contains("](javascript:"))
    let words = try day.workshop.text("feedback-words.csv")
    #expect(!words.contains("comments,=HYPERLINK") && words.contains("'=1+1"))
  }

  @Test(
    "The words that speak for a theme are words of the comment, two of them or one of its title")
  func groups() {
    let codebook = [
      Theme(id: "a", title: "Money", definition: "Laundering, cash businesses, accounts"),
      Theme(id: "b", title: "Ports", keyPoints: ["Containers and customs"]),
    ]
    let groups = CommentGroups(
      [
        "Cash and laundering", "The lunch", "Customs see the containers", "", "customs",
        "Überweisung 日本",
      ],
      codebook: codebook
    ).groups
    #expect(groups.map(\.theme) == ["Money", "Ports", nil])
    #expect(groups.last?.comments.map(\.text) == ["The lunch", "", "customs", "Überweisung 日本"])
    for comment in groups.flatMap(\.comments) {
      #expect(comment.words.allSatisfy { comment.text.lowercased().contains($0.lowercased()) })
    }
    // A single word of a definition stands there by chance; one of the title does not
    #expect(CommentGroups(["More accounts"], codebook: codebook).groups.map(\.theme) == [nil])
    #expect(CommentGroups(["A port visit"], codebook: codebook).groups.map(\.theme) == ["Ports"])
    #expect(CommentGroups([], codebook: codebook).groups == [])
    #expect(CommentGroups(["x"], codebook: []).groups.map(\.theme) == [nil])
  }

  @Test("Given a follow-up, then the report says what became of each opportunity since")
  func followUp() throws {
    var old = OutcomeDay()
    let point = old.workshop.capture("Lend them an officer")
    var card = CardPatch()
    card.title = "An officer abroad"
    card.owner = old.person(0)
    let thing = old.raise([point], card)
    old.workshop.act(.stageOpportunity(thing, .init(.toTry)))
    old.raise([old.workshop.capture("Dropped there")])
    old.workshop.act(
      .stageOpportunity(
        old.session.opportunities.all.last?.id ?? "", .init(.dropped, reason: "no money")))
    old.form(["eng": 5], "", ["Ports", "Cyber"])

    var next = Workshop(old.session.followUpPlan, session: "session-2")
    next.act(.followUp(Session.followUp(from: old.session)))
    next.wait(seconds: 86_400 * 90)
    next.act(.stageOpportunity(thing, .init(.underWay)))
    let page = try next.text("session.md")
    #expect(page.contains("This workshop follows up ‘SOC follow-up’ of 24 November 2026."))
    #expect(page.contains("| O1 | An officer abroad | to be tried | under way, 22 February 2027 |"))
    #expect(page.contains("Its room wanted to be taken up: Cyber (1 form); Ports (1 form)."))
    #expect(
      page.contains("Carried over from the workshop before, where it was O1 and came from #1."))
    // What was closed before is told by its number; words that were said there stay there
    #expect(
      page.contains("(no title) | dropped: no money | closed there, 24 November 2026 |"))
    #expect(!page.contains("Dropped there"))
  }

  @Test(
    "Given any afternoon, then an independent validator finds every document true to the schema",
    .enabled(if: Python.has("jsonschema")), arguments: AttributionRule.allCases)
  func schema(rule: AttributionRule) throws {
    var documents: [[UInt8]] = []
    for seed in 1...12 as ClosedRange<UInt64> {
      let day = RandomOutcomes(seed: seed, rule: rule).day
      documents += try day.workshop.files([.json]).values
      var next = Workshop(day.session.followUpPlan, session: "next")
      next.act(.followUp(Session.followUp(from: day.session)))
      documents += try next.files([.json]).values
      documents.append(
        Array("{\"feedback\":".utf8) + Reports.evaluationDocument(of: day.session) + [0x7D])
    }
    let schema = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/schema/export.schema.json")
    let script = """
      import json, sys
      from jsonschema import Draft202012Validator as V
      whole = json.load(open(\(String(reflecting: schema.path))))
      V.check_schema(whole)
      part = {"$defs": whole["$defs"], "properties": {"feedback": whole["properties"]["feedback"]}}
      documents = [json.loads(d) for d in sys.stdin.buffer.read().split(b'\\x1e') if d.strip()]
      errors = [e for d in documents for e in V(part if len(d) == 1 else whole).iter_errors(d)]
      print(len(documents), sum(len(d.get('opportunities', [])) for d in documents),
            sum(len(d.get('scores', [])) for d in documents), len(errors))
      print(*[str(e)[:500] for e in errors[:4]])
      sys.exit(bool(errors))
      """
    let result = try #require(Python.run(script, input: Array(documents.joined(separator: [0x1E]))))
    #expect(result.status == 0, "\(result.output)")
    let counts = result.output.split(whereSeparator: \.isWhitespace).prefix(3).compactMap {
      Int($0)
    }
    #expect(counts.count == 3 && counts.allSatisfy { $0 > 20 }, "\(result.output)")
  }

  @Test("Given any afternoon under the Rule, then nobody is named but owners and helpers")
  func nobody() throws {
    for seed in 21...28 as ClosedRange<UInt64> {
      let day = RandomOutcomes(seed: seed, rule: .chathamHouse).day
      let session = day.session
      let agreed = Set(session.opportunities.kept.flatMap { [$0.card.owner] + $0.card.helpers })
      for (path, bytes) in try day.workshop.files() {
        let text = String(decoding: bytes, as: UTF8.self)
        for delegate in session.delegates.values {
          let profile = delegate.profile
          if !agreed.contains(delegate.id) { #expect(!text.contains(profile.name), "\(path)") }
          #expect(!text.contains(profile.organisation) && !text.contains(profile.role), "\(path)")
          #expect(!text.contains("\"\(delegate.id.text)\""), "\(path)")
        }
      }
    }
  }
}
