import Intake
import SessionEngine
import Testing
import Themes

@Suite("A plan file is read whole, or said to be wrong where it is")
struct PlanFileTests {
  private func problems(_ text: String) -> [String] {
    do throws(IntakeError) {
      _ = try PlanFile.read(bytes(text))
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test("given the plans that are compiled in, when read, then each is right and opens a session")
  func builtIn() throws {
    let plans = try PlanFile.builtIn()
    #expect(plans.map(\.name) == ["soc", "world-cafe", "retrospective", "blank"])
    for (name, reading) in plans {
      #expect(reading.warnings.isEmpty, "\(name)")
      #expect(!reading.description.isEmpty, "\(name)")
      let room = try Room.open(reading.plan)
      #expect(room.session.tables.count == reading.plan.tables)
      #expect(room.session.rounds.count >= 1)
    }
    #expect(throws: IntakeError.self) { try PlanFile.builtIn("nowhere") }
    #expect(BuiltIn.palettes.map(\.name) == ["dark", "light", "contrast", "mono"])
    #expect(BuiltIn.palette(named: "mono")?.first == UInt8(ascii: "{"))
  }

  @Test("given the default plan, when read, then it is the workshop that was asked for")
  func soc() throws {
    let plan = try PlanFile.builtIn("soc").plan
    #expect(
      plan.priorities.map(\.title) == [
        "International links", "Understanding digital technologies", "OCG business models",
        "Protection from OCGs", "What works",
      ])
    #expect(
      plan.themes.map(\.title) == [
        "The challenge of data", "Ways of thinking", "Inside their world",
        "More intrusive and proactive analysis",
      ])
    #expect(plan.themes.allSatisfy { !$0.definition.isEmpty && $0.keyPoints.count >= 3 })
    #expect(plan.lenses.map(\.id.text) == ["current", "improve", "immediate", "whatif", "unknown"])
    #expect(plan.agenda.compactMap(\.round) == [1, 2, 3, 4, 5])
    #expect(plan.attribution == .chathamHouse)
    #expect(plan.evaluation.items.count == 8)
    #expect(
      Set(plan.evaluation.items.map(\.dimension)) == ["engagement", "relevance", "satisfaction"])
  }

  @Test("given fields that are missing or of another kind, when read, then their path is named")
  func fields() {
    #expect(problems(#"{"priorities": []}"#) == ["line 1, title: is missing; add it"])
    #expect(
      problems(
        "{\"title\": \"x\", \"priorities\": [\n{\"id\": \"a\", \"title\": \"A\"},\n{\"id\": \"b\"}]}"
      )
        == ["line 3, priorities[1].title: is missing; add it"])
    #expect(
      problems(#"{"title": "x", "tables": "five", "priorities": [{"id": "a", "title": "A"}]}"#)
        == ["line 1, tables: is not a whole number; look at a built-in plan"])
    #expect(
      problems(#"{"title": "x", "attribution": "open", "priorities": []}"#)
        == [
          "line 1, attribution: is none of the values that are known; choose from chatham-house, named"
        ])
    #expect(
      problems(#"{"title": "x", "rotation": 3, "priorities": []}"#).first?.hasPrefix(
        "line 1, rotation")
        == true)
  }

  @Test("given a plan that contradicts itself, when read, then every contradiction is said")
  func contradictions() {
    let text = """
      {
        "title": " ", "tables": 0, "date": "24.11.2026",
        "priorities": [{ "id": "a", "title": "A" }, { "id": "a", "title": "" }],
        "agenda": [
          { "id": "r", "title": "R", "minutes": -1, "round": 2 },
          { "id": "s", "title": "S", "minutes": 5, "round": 2 }
        ]
      }
      """
    #expect(
      problems(text).map { String($0.prefix { $0 != ";" }) } == [
        "line 2, title: is empty", "line 2, date: ‘24.11.2026’ is no date", "line 2, tables: is 0",
        "line 3, priorities[1].title: is empty",
        "line 3, priorities[1].id: is ‘a’ like that of priorities[0]",
        "line 5, agenda[0].minutes: is -1",
        "line 5, agenda[0].round: is 2, but round 1 comes next",
        "line 6, agenda[1].round: is 2, but round 3 comes next",
      ])
    #expect(
      problems(#"{"title": "x", "priorities": []}"#) == [
        "line 1, priorities: is empty; name at least one priority"
      ])
  }

  @Test("given broken JSON, when read, then line and column are named")
  func malformed() {
    #expect(
      problems("{\n  \"title\": \"x\"\n  \"tables\": 3\n}").first?.hasPrefix(
        "line 3, column 3: the JSON is broken: there is ‘\"’ where a comma or } should be") == true)
    #expect(problems("{\"title\": \"é\", }").first?.hasPrefix("line 1, column 16") == true)
    #expect(problems("").first?.hasPrefix("the file is empty") == true)
    #expect(problems("[]").first?.hasPrefix("line 1: a plan is a JSON object") == true)
    #expect(problems("{\"a\": tru}").first?.contains("a value should be") == true)
    #expect(problems("{\"a\": \"x\\q\"}").first?.contains("that JSON does not know") == true)
    #expect(problems("{\"a\": \"x").first?.contains("the file ends") == false)
    #expect(problems("{\"a\": 1, \"a\": 2}").first?.contains("is there twice") == true)
    #expect(problems("{} x").first?.contains("the end of the file should be") == true)
    #expect(problems(String(repeating: "[", count: 100_000)).first?.contains("nested") == true)
    for count in 0..<40 {
      _ = problems(String(#"{"title": "x", "tables": [1, {"a": null}]}"#.prefix(count)))
    }
  }

  @Test("given slips that do no harm, when read, then they are warnings")
  func warnings() throws {
    let reading = try PlanFile.read(
      bytes(
        "\u{FEFF}"
          + #"{"title":"x","description":"d","marking":"Official","priorites":1,"#
          + #""priorities":[{"id":"a","title":"A","colour":"red"}],"#
          + #""agenda":[{"id":"s","title":"S","minutes":0,"round":null}]}"#))
    #expect(reading.description == "d")
    #expect(
      reading.warnings == [
        "a marking is written in capitals: OFFICIAL",
        "the field ‘priorites’ is not known, and left out",
        "the field ‘priorities[0].colour’ is not known, and left out",
      ])
  }
}
