import Foundation
import SessionEngine
import Testing

@testable import Reports

@Suite("The attribution rule")
struct AttributionTests {
  static let people = [
    Delegate.Profile(
      name: "Quillon Ashgrove", organisation: "Vexmoor Constabulary", sector: "Constables",
      role: "Xylographer-General", skills: ["yodelometry"]),
    Delegate.Profile(
      name: "Philippa Zorn-Hartley", organisation: "University of Brackwater", sector: "Scholars",
      role: "Reader in Quibbling", skills: ["zymurgy", "graph theory by candle"]),
    Delegate.Profile(
      name: "Ígor Jürß", organisation: "Kestrel & Wyvern LLP", sector: "Wyvernry",
      role: "Partner", skills: ["falconry"]),
  ]
  static let others = (1...4).map {
    Delegate.Profile(
      name: "Oswin Trundle\($0)", organisation: "Vexmoor North", sector: "Constables")
  }

  /// Two tables, two rounds; everyone speaks, one is a walk-in, one is at no table.
  static func workshop(_ rule: AttributionRule) -> Workshop {
    var workshop = Workshop(Workshop.plan(rule))
    let first = workshop.seat(people, table: 1)
    let second = workshop.seat(others, table: 2)
    workshop.seat([Delegate.Profile(name: "Nadia Straggler")], table: nil)
    workshop.capture("before the rounds", table: 1, speaker: first[0])
    workshop.act(.enterRound(1))
    for (index, id) in (first + second).enumerated() {
      workshop.wait(seconds: 61)
      workshop.scribe = "Scribe Halvorsen\(index)"
      workshop.capture("point \(index)", table: 1 + index % 2, highlight: true, speaker: id)
    }
    workshop.wait(seconds: 1000)
    workshop.act(.enterRound(2))
    workshop.wait(seconds: 77)
    workshop.capture("late point", table: 2, priority: "p2", speaker: second[1])
    return workshop
  }

  @Test("Given distinctive people, when exported under the Rule, then no file knows any of them")
  func nobodyLeaks() throws {
    let workshop = Self.workshop(.chathamHouse)
    var secrets = (Self.people + Self.others).flatMap {
      [$0.name, $0.organisation, $0.role] + $0.skills
        + $0.name.split(separator: " ").map(String.init)
    }
    secrets += ["Wyvernry", "Scholars", "Straggler", "Halvorsen", "Scribe", "Scribewright"]
    secrets += workshop.session.delegates.keys.map(\.text) + ["3f9c2a7be1"]
    secrets = secrets.filter { $0.utf8.count > 2 && $0 != "Reader" && $0 != "Partner" }
    #expect(secrets.count > 20)
    for selection in [.all, ExportSelection(group: "g1"), ExportSelection(priority: "p2")] {
      for (path, bytes) in try workshop.files(ExportFormat.allCases, selection) {
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        let leaks = secrets.filter { text.contains($0.lowercased()) }
        #expect(leaks == [], "in \(path)")
      }
    }
  }

  @Test("Given rounds, when exported under the Rule, then a time says no more than the round")
  func times() throws {
    let export = try Self.workshop(.chathamHouse).json()
    #expect(export.contributions.first?.at == "2026-11-24")
    #expect(export.exportedAt == "2026-11-24")
    let byRound = Dictionary(grouping: export.contributions, by: \.round).mapValues {
      Set($0.map(\.at))
    }
    #expect(byRound[1] == ["2026-11-24T10:40:00Z"])
    #expect(byRound[2] == ["2026-11-24T11:03:00Z"])
    for bytes in try Self.workshop(.chathamHouse).files().values {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("10:41") && !text.contains("11:05") && !text.contains(".123"))
    }
  }

  @Test("Given no date in the plan and no rounds, then every time is the day it began")
  func noRounds() throws {
    var plan = Workshop.plan()
    plan.date = "in November"
    var workshop = Workshop(plan)
    workshop.capture("first")
    workshop.wait(seconds: 86_400 * 2)
    workshop.capture("second")
    #expect(try workshop.json().contributions.map(\.at) == ["2026-11-24", "2026-11-24"])
  }

  @Test("Given a roster in an order, then identifiers follow the tables and stand on no words")
  func identifiers() throws {
    var workshop = Workshop()
    workshop.seat([Delegate.Profile(name: "Third")], table: 3)
    workshop.seat([Delegate.Profile(name: "Nowhere")], table: nil)
    workshop.seat([Delegate.Profile(name: "First")], table: 1)
    workshop.capture("words")
    let export = try workshop.json()
    #expect(export.delegates.map(\.id) == ["d1", "d2", "d3"])
    #expect(export.groups.map { $0.members.map(\.id) } == [["d1"], [], ["d2"]])
    #expect(export.contributions.allSatisfy { $0.speaker == nil })
  }

  @Test("Given small sectors, then they stand together, and no count is below three")
  func sectors() throws {
    func counted(_ sectors: [String: Int]) -> [SectorCount] {
      Sectors.unidentifying(
        sectors.sorted { $0.key < $1.key }.flatMap { sector, count in
          (0..<count).map {
            Delegate(
              id: ID("\(sector)\($0)"),
              profile: Delegate.Profile(
                name: "N\(sector)\($0)", organisation: "Big Org", sector: sector))
          }
        })
    }
    func named(_ pairs: [(String, Int)]) -> [SectorCount] {
      pairs.map { SectorCount(sector: $0.0, count: $0.1) }
    }
    #expect(counted(["police": 5, "academia": 4]) == named([("police", 5), ("academia", 4)]))
    #expect(counted(["police": 5, "a": 1, "b": 2]) == named([("police", 5), ("other", 3)]))
    #expect(counted(["police": 5, "law": 3, "b": 1]) == named([("police", 5), ("other", 4)]))
    #expect(counted(["police": 2]) == [])
    #expect(counted(["police": 4, "": 4]) == named([("not given", 4), ("police", 4)]))
    #expect(counted(["other": 4, "x": 1, "law": 5]) == named([("law", 5), ("other", 5)]))
    #expect(counted(["big org west": 4, "law": 5]) == named([("law", 5), ("other", 4)]))
    #expect(counted([:]) == [])
  }

  @Test("Given the rule ‘named’, then names, organisations, speakers and exact times are told")
  func named() throws {
    let workshop = Self.workshop(.named)
    let export = try workshop.json()
    #expect(export.contributions[1].speaker?.name == "Quillon Ashgrove")
    #expect(export.contributions[1].speaker?.organisation == "Vexmoor Constabulary")
    #expect(export.contributions[1].at == "2026-11-24T10:41:01.123Z")
    #expect(export.delegates.count == 8)
    #expect(export.groups[0].members.first?.name == "Quillon Ashgrove")
    #expect(export.exportedAt.hasSuffix(".567Z"))
    let page = try workshop.text("group-1-table-1.md")
    #expect(page.contains("- Ígor Jürß, Kestrel \\& Wyvern LLP"))
    #expect(page.contains("said by Quillon Ashgrove, Vexmoor Constabulary"))
    #expect(try workshop.text("contributions.csv").contains(",speaker,organisation,marking"))
    #expect(try workshop.text("delegates.csv").contains("yodelometry"))
    for (path, bytes) in try workshop.files() {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("Halvorsen"), "\(path)")
    }
  }
}
