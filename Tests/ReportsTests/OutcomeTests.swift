import Foundation
import Testing

@testable import Reports
@testable import SessionEngine

@Suite("What the room came to")
struct OutcomeTests {
  private func text(_ day: OutcomeDay, _ path: String = "session.md") throws -> String {
    try day.workshop.text(path)
  }

  private func json(_ day: OutcomeDay) throws -> [String: Any] {
    let bytes = try #require(try day.workshop.files([.json])["session.json"])
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test("Given merged points, then every wording is told once, beside what stands for it")
  func families() throws {
    var day = OutcomeDay()
    let stays = day.workshop.capture("Name the hauliers", table: 1)
    let goes = day.workshop.capture("Suppliers should say who drives", table: 2)
    let takenBack = day.workshop.capture("Never mind the lorries", table: 2)
    day.workshop.act(.merge([goes, takenBack], into: stays))
    day.workshop.act(.separate(takenBack))
    day.workshop.act(.withdraw(takenBack))
    let page = try text(day)
    #expect(
      page.contains(
        "- **#1** Name the hauliers  \n  *said 2 times, in 2 groups*\n  - also **#2** (Table 2) Suppliers should"
      ))
    #expect(!page.contains("Never mind"))
    let own = try text(day, "group-2-table-2.md")
    #expect(own.contains("Said here, and counted with another contribution"))
    #expect(own.contains("Suppliers should say who drives  \n  *counts with #1*"))
    // How often is a number, and a group whose point counts elsewhere did say something
    #expect(page.contains("said 2 times, in 2 groups"))
    #expect(own.contains("All that was said here counts") && !own.contains("Nothing was captured"))
    let contribution = try #require((try json(day)["contributions"] as? [[String: Any]])?.first)
    let also = try #require(contribution["alsoSaid"] as? [[String: Any]])
    #expect(also.map { $0["text"] as? String } == ["Suppliers should say who drives"])
    #expect(contribution["timesSaid"] as? Int == 2 && contribution["groupsSaid"] as? Int == 2)
    #expect(try text(day, "contributions.csv").contains("\"#2, Table 2: Suppliers should say"))
  }

  @Test("Given a split point, then its parts say what they are a part of, and it stands no more")
  func parts() throws {
    var day = OutcomeDay()
    let whole = day.workshop.capture("Audit cash businesses and ask the insurers")
    day.workshop.act(.split(whole, into: ["Audit cash businesses", "Ask the insurers"]))
    let contributions = try #require(try json(day)["contributions"] as? [[String: Any]])
    #expect(
      contributions.map { $0["text"] as? String } == ["Audit cash businesses", "Ask the insurers"])
    #expect(
      contributions.allSatisfy { ($0["partOf"] as? [String: Any])?["number"] as? String == "1" })
    #expect(try text(day).contains("*part of #1*"))
  }

  @Test("Given highlights put in order, then the report quotes them word for word in that order")
  func highlights() throws {
    var day = OutcomeDay()
    let ids = ["first *said*", "second said", "third said"].map {
      day.workshop.capture($0, themes: ["t1"], highlight: true)
    }
    day.workshop.act(.orderHighlights("t1", [ids[2], ids[0], ids[1]]))
    let page = try text(day)
    let places = ["> third said", "> first \\*said\\*", "> second said"].map {
      page.range(of: $0)?.lowerBound
    }
    #expect(
      !places.contains(nil) && places.compactMap(\.self) == places.compactMap(\.self).sorted())
  }

  @Test("Given themes merged and split, then both tell where they came from")
  func themeLineage() throws {
    var day = OutcomeDay()
    let point = day.workshop.capture("one", themes: ["t1"])
    day.workshop.capture("two", themes: ["t1"])
    day.workshop.act(.splitTheme("t1", title: "Whose data?", contributions: [point]))
    day.workshop.act(.mergeTheme("t2", into: "t1"))
    let page = try text(day)
    #expect(page.contains("Takes in what was ‘Ways of thinking’."))
    #expect(page.contains("Split off ‘The challenge of data’."))
  }

  @Test("Given an original of which every part was merged, then the way back reaches its words")
  func wayBack() throws {
    // Given a compound point whose parts were both merged into what others said, and a point taken back
    var day = OutcomeDay()
    let whole = day.workshop.capture("Zinc audits and copper insurers", table: 1)
    day.workshop.act(.split(whole, into: ["Zinc audits", "copper insurers"]))
    let parts = day.session.parts(of: whole).map(\.id)
    let stays = ["Audit the metals", "Insure the metals"].map {
      day.workshop.capture($0, table: 2)
    }
    for (part, stayer) in zip(parts, stays) { day.workshop.act(.merge([part], into: stayer)) }
    let gone = day.workshop.capture("Never mind the metals", table: 3)
    day.raise([stays[0], gone])
    day.workshop.act(.withdraw(gone))
    // When it is exported, then the JSON tells each source word for word, what was taken back by number
    let card = try #require((try json(day)["opportunities"] as? [[String: Any]])?.first)
    let sources = try #require(card["sources"] as? [[String: Any]])
    #expect(sources.map { $0["number"] as? String } == ["1", "4", "6"])
    #expect(
      sources.map { $0["text"] as? String } == [
        "Zinc audits and copper insurers", "Audit the metals", nil,
      ])
    #expect(sources.map { $0["groupNumber"] as? Int } == [1, 2, 3])
    // And the report names the original under what it was raised from
    let page = try text(day)
    #expect(
      page.contains(
        "- **#1** Zinc audits and copper insurers  \n  *Table 1, which it goes back to*"))
    #expect(!page.contains("Never mind"))
    // A group's share says what that group said, and nothing of the others
    let own = try day.workshop.text("group-2-table-2.md")
    #expect(own.contains("Audit the metals") && !own.contains("Zinc audits and"))
    // What was taken back is named by its number, without a word of it
    #expect(page.contains("- **#6** *Table 3, whose words were taken back since*"))
  }

  @Test(
    "Given an opportunity raised from a part, when the whole is one again, then it is still told")
  func rejoined() throws {
    var day = OutcomeDay()
    let whole = day.workshop.capture("Zinc audits and copper insurers", table: 1)
    day.workshop.act(.split(whole, into: ["Zinc audits", "copper insurers"]))
    day.raise([try #require(day.session.parts(of: whole).first).id])
    day.workshop.act(.rejoin(whole))
    let source =
      "**Raised from**\n\n- **#1** Zinc audits and copper insurers  \n  *Table 1, which it goes back to*"
    #expect(try text(day).contains(source))
    // On the page of the group that said it, too
    #expect(try text(day, "group-1-table-1.md").contains(source))
    #expect(try !text(day, "group-2-table-2.md").contains("Zinc"))
  }

  @Test("Given two groups' points merged, then the opportunity is on both groups' pages")
  func merged() throws {
    var day = OutcomeDay()
    let stays = day.workshop.capture("Audit the metals", table: 1)
    let goes = day.workshop.capture("Metal audits", table: 2, priority: "p2")
    day.workshop.act(.merge([goes], into: stays))
    day.raise([stays])
    #expect(try text(day, "group-1-table-1.md").contains("### O1"))
    let other = try text(day, "group-2-table-2.md")
    #expect(other.contains("### O1") && other.contains("- **#2** Metal audits"))
    // Narrowed to either priority it is told as well
    for priority in ["p1", "p2"] {
      let own = Outcomes(of: day.session, only: PriorityID(priority), groupSlots: [:])
      #expect(own.opportunities.count == 1)
    }
  }

  @Test("Given fewer than three delegates' scores, then no document has them under the Rule")
  func withheld() throws {
    for attribution in [AttributionRule.chathamHouse, .named] {
      var workshop = Workshop(Workshop.plan(attribution))
      let people = workshop.seat(
        (1...3).map { Delegate.Profile(name: "P\($0)") }, table: 1)
      let items = ["asked of two", "asked of three"].map { workshop.capture($0) }
      workshop.act(
        .openScoring(
          NewScoring("Which?", items: .contributions(items), voters: .delegates)))
      let vote = try #require(workshop.session.scorings.values.first?.id)
      for (index, person) in people.enumerated() {
        let marks = (index < 2 ? items : [items[1]]).flatMap { item in
          [("impact", index == 0 ? 1 : 5), ("ease", 4)].map {
            Scoring.Mark(item: item.text, criterion: $0.0, points: $0.1)
          }
        }
        workshop.act(.castBallot(vote, .delegate(person), marks))
      }
      workshop.act(.reveal(vote, true))
      let isTold = attribution == .named
      let page = try workshop.text("session.md")
      #expect(page.contains("| withheld |") != isTold, "\(page)")
      let rows = try workshop.text("scores.csv").split(separator: "\r\n").map(String.init)
      let impact = rows.filter { $0.contains(",impact,") }
      #expect(impact.count == 2)
      #expect(impact.contains { $0.contains(",impact,2,3.00,2.00,0.50,yes,1,0,0,0,1,") } == isTold)
      #expect(impact.contains { $0.contains(",impact,2,,,,no,,,,,,") } != isTold)
      #expect(impact.contains { $0.contains(",impact,3,") && !$0.contains(",3,,") })
    }
  }

  @Test("Given a full card, then it stands in the report and on the page of the group it came from")
  func card() throws {
    var day = OutcomeDay()
    let point = day.workshop.capture("What if hauliers were named?", table: 2)
    var card = CardPatch()
    card.title = "Name the hauliers"
    card.belief = "shippers | know"
    card.measure = "names per month"
    card.owner = day.person(4)
    card.helpers = [day.person(9)]
    card.date = "2026-12-01"
    card.emmie = [.effect: .gap]
    card.marylandNow = 1
    card.marylandAfter = 3
    card.fourPs = [.prevent]
    let thing = day.raise([point], card)
    day.workshop.act(.stageOpportunity(thing, .init(.toTry)))
    day.workshop.act(.stageOpportunity(thing, .init(.tried, outcome: .promising)))
    let page = try text(day)
    for line in [
      "### O1 · Name the hauliers", "- **Stage:** tried: promising, since 24 November 2026",
      "- **We believe:** shippers \\| know", "- **Owner:** Wilhelmina4 Zyx4\n",
      "- **Helpers:** Wilhelmina9 Zyx9\n", "- **By:** 1 December 2026", "- **Serves:** Prevent",
      "- **Evidence (EMMIE):** effect gap", "- **Maryland level:** 1 now, 3 after the trial",
      "- **#1** What if hauliers were named?",
      "raised (24 November 2026), then to be tried (24 November 2026), then tried: promising",
      "but those who agreed to see to an opportunity or to help with it",
    ] { #expect(page.contains(line), "\(line)") }
    #expect(try text(day, "group-2-table-2.md").contains("### O1 · Name the hauliers"))
    #expect(try !text(day, "group-1-table-1.md").contains("hauliers"))
    #expect(try text(day, "opportunities.csv").contains("Wilhelmina4 Zyx4"))
  }

  @Test("Given what it came from is taken back, then an untitled opportunity goes by its number")
  func untitled() throws {
    var day = OutcomeDay()
    let point = day.workshop.capture("the withdrawn words")
    day.raise([point])
    #expect(try text(day).contains("### O1 · the withdrawn words"))
    day.workshop.act(.withdraw(point))
    for (path, bytes) in try day.workshop.files() {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("withdrawn words"), "\(path)")
    }
    #expect(try text(day).contains("### O1 · O1"))
  }

  @Test("Given a vote, then means, dissent, quick wins and what changed since are told")
  func scores() throws {
    var day = OutcomeDay()
    let points = ["easy", "contested"].map { day.workshop.capture($0) }
    let vote = day.vote("What first?", .contributions(points), by: .groups)
    for (group, contested) in [("g1", 1), ("g2", 5), ("g3", 5)] {
      day.workshop.act(
        .castBallot(
          vote, .group(GroupID(group)),
          [
            .init(item: points[0].text, criterion: "impact", points: 5),
            .init(item: points[0].text, criterion: "ease", points: 4),
            .init(item: points[1].text, criterion: "impact", points: contested),
            .init(item: points[1].text, criterion: "ease", points: 2),
          ]))
    }
    // Until the room may see it, no document that is read tells the result
    #expect(try text(day).contains("The result was not shown to the room yet."))
    #expect(try !text(day).contains("Quick wins"))
    day.workshop.act(.reveal(vote, true))
    day.workshop.act(.reword(points[0], "easily done"))
    let page = try text(day)
    #expect(page.contains("| 1 | #1 easily done | 5.00 | 0.00 | 3 | 4.00 | 0.00 | 3 | quick win |"))
    #expect(page.contains("**Quick wins:** #1 easily done"))
    #expect(page.contains("#2 contested (impact 1 × 1, 2 × 5)"))
    #expect(page.contains("Since the vote: #1 was reworded (voted on as ‘easy’)."))
    #expect(try text(day, "scores.csv").contains("What first?,scores,yes,no,3,3,#1,easily done"))
  }

  @Test("Given delegates vote, then no document says how one did, nor a sector that would")
  func ballots() throws {
    for rule in AttributionRule.allCases {
      var day = OutcomeDay(rule)
      let point = day.workshop.capture("a point")
      let vote = day.vote("How good?", .contributions([point]))
      for index in 0..<12 {
        day.workshop.act(
          .castBallot(
            vote, .delegate(day.person(index)),
            [.init(item: point.text, criterion: "impact", points: index < 9 ? 5 : 1)]))
      }
      day.workshop.act(.reveal(vote, true))
      let scores = try #require(try json(day)["scores"] as? [[String: Any]])
      let item = try #require((scores[0]["items"] as? [[String: Any]])?.first)
      let criterion = try #require((item["criteria"] as? [[String: Any]])?.first)
      // Two scholars and one harbour master together are three: the police may be told
      let sectors = try #require(criterion["sectors"] as? [[String: Any]])
      #expect(sectors.map { $0["sector"] as? String } == ["police"])
      for path in ["session.md", "scores.csv", "session.json"] {
        let scored = try text(day, path)
        #expect(!scored.contains("harbours 1.00") && !scored.contains("academia 1.00"))
      }
      if rule == .chathamHouse {
        for (path, bytes) in try day.workshop.files() {
          let text = String(decoding: bytes, as: UTF8.self)
          #expect(!text.contains("Zyx") && !text.contains("Qux"), "\(path)")
        }
      }
    }
  }
}
