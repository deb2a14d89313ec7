import Foundation
import SessionEngine
import Testing

@testable import Reports

@Suite("The pages that people read")
struct PageTests {
  static func workshop() -> Workshop {
    var workshop = Workshop()
    workshop.seat([Delegate.Profile(name: "A"), Delegate.Profile(name: "B")], table: 1)
    workshop.act(.enterRound(1))
    workshop.capture(
      "Follow the recruiter", lens: "improve", themes: ["t2", "t1"], highlight: true)
    workshop.capture("Cash gives cover", priority: "p2")
    workshop.capture("Name the hauliers", table: 2, priority: "p2", themes: ["t1"])
    workshop.act(.renameGroup("g2", "The *Owls*"))
    return workshop
  }

  @Test("Every page begins and ends with the marking in capitals")
  func marking() throws {
    for (path, bytes) in try Self.workshop().files([.markdown]) {
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      #expect(lines.first == "**OFFICIAL-SENSITIVE**", "\(path)")
      #expect(lines.last == "**OFFICIAL-SENSITIVE**", "\(path)")
    }
  }

  @Test("The group's page: who it is for, its rounds, its highlights, then everything by priority")
  func groupPage() throws {
    let page = try Self.workshop().text("group-1-table-1.md")
    let order = [
      "# Table 1\n", "- **Workshop:** SOC follow-up\n", "- **Date:** 24 November 2026\n",
      "## Who this page is for\n\nFor the 2 delegates of this group.\n",
      "- **Round 1:** International links\n- **Round 2:** Digital technologies (planned)\n",
      "## Highlights\n\n> Follow the recruiter\n>\n> — #1, International links\n",
      "### International links\n\nWho works with whom?\n\n- **#1** ★ Follow the recruiter  \n"
        + "  *improvement · The challenge of data · Ways of thinking*\n",
      "### Digital technologies\n\n- **#2** Cash gives cover\n", "Chatham House Rule",
    ]
    var rest = page[...]
    for part in order {
      let range = try #require(rest.range(of: part), "\(part) is missing or out of order")
      rest = rest[range.upperBound...]
    }
    #expect(!page.contains("hauliers"))
  }

  @Test("A round that has not begun is a plan, and none once it has")
  func rounds() throws {
    var workshop = Self.workshop()
    workshop.act(.enterRound(2))
    let page = try workshop.text("group-1-table-1.md")
    #expect(page.contains("- **Round 2:** Digital technologies\n"))
    #expect(page.contains("- **Round 3:** What works (planned)\n"))
    #expect(!page.contains("worked on"))
  }

  @Test("The overall page: counts, findings by theme, then by priority and group")
  func sessionPage() throws {
    let page = try Self.workshop().text("session.md")
    let order = [
      "# SOC follow-up\n", "- **Contributions:** 3\n", "- **Not coded to a theme:** 1\n",
      "| Group | International links | Digital technologies | What works | All |\n",
      "| Table 1 | 1 | 1 | 0 | 2 |\n", "| 2 · The \\*Owls\\* | 0 | 1 | 0 | 1 |\n",
      "| **All** | 1 | 2 | 0 | 3 |\n",
      "### The challenge of data\n\nMore of it, better joined up.\n",
      "- Join up\n- Look ahead\n\n2 contributions, 1 highlighted.\n",
      "> Follow the recruiter\n>\n> — #1, Table 1, International links\n",
      "## Contributions by priority and group\n\n### International links\n",
      "#### Table 1\n\n- **#1** ★ Follow the recruiter", "#### 2 · The \\*Owls\\*\n\n- **#3**",
      "### What works\n\nNothing was captured.\n", "views of those who made them",
    ]
    var rest = page[...]
    for part in order {
      let range = try #require(rest.range(of: part), "\(part) is missing or out of order")
      rest = rest[range.upperBound...]
    }
  }

  @Test("An export before anything happened is a document all the same")
  func empty() throws {
    let workshop = Workshop(Plan(title: "", priorities: []), tables: 0)
    let files = try workshop.files()
    #expect(
      files.keys.sorted() == [
        "contributions.csv", "delegates.csv", "feedback-words.csv", "feedback.csv",
        "opportunities.csv", "scores.csv", "session.json", "session.md", "themes.csv",
      ])
    #expect(try workshop.text("session.md").contains("# Workshop without a title\n"))
    #expect(try Reports.files(for: Session(), formats: [], exportedAt: workshop.now).isEmpty)
  }

  @Test(
    "Given hostile words, titles and names, then whole pages keep their shape",
    .enabled(if: Python.has("markdown_it")), arguments: AttributionRule.allCases)
  func shape(rule: AttributionRule) throws {
    for hostile in [
      "# x\n| y | <script> ![i](http://e.example) [l](javascript:x)\\", "``` *a* _b_ -- |",
    ] {
      var plan = Workshop.plan(rule)
      plan.title = hostile
      plan.marking = hostile
      plan.organisers = [hostile, hostile]
      plan.contact = hostile
      plan.priorities[0].title = hostile
      plan.priorities[0].question = hostile
      plan.themes[0] = Theme(id: "t1", title: hostile, definition: hostile, keyPoints: [hostile])
      plan.lenses = [Lens(id: "improve", title: hostile)]
      var workshop = Workshop(plan)
      let ids = workshop.seat([Delegate.Profile(name: hostile, organisation: hostile)], table: 1)
      workshop.act(.renameGroup("g1", hostile))
      for text in Hostile.texts {
        workshop.capture(
          text, lens: "improve", themes: ["t1"], highlight: true, speaker: ids.first)
      }
      let count = workshop.session.contributions.keptCount
      let page = try #require(workshop.files([.markdown])["session.md"])
      let result = try #require(Python.run(Self.judge, input: page))
      let groups = workshop.session.tables.count
      let shape = try JSONDecoder().decode([String: Int].self, from: Data(result.output.utf8))
      #expect(shape["h1"] == 1 && shape["h2"] == 4 && shape["h4"] == 1)
      #expect(shape["h3"] == plan.themes.count + plan.priorities.count)
      #expect(shape["tr"] == groups + 2 && shape["td"] == (groups + 1) * 5)
      #expect(shape["blockquote"] == count && shape["em"] == count)
      #expect(shape["li"] == count + 5 + (rule == .named ? 5 : 4) + 1)
      for tag in ["a", "img", "code", "pre", "script", "hr", "s", "del", "input", "h5"] {
        #expect(shape[tag] == nil, "\(tag)")
      }
    }
  }

  private static let judge = """
    import collections, json, sys
    from html.parser import HTMLParser
    from markdown_it import MarkdownIt
    class Counter(HTMLParser):
        def __init__(self):
            super().__init__()
            self.tags = collections.Counter()
        def handle_starttag(self, tag, attrs): self.tags[tag] += 1
    reader = Counter()
    reader.feed(MarkdownIt('commonmark').enable(['table', 'strikethrough']).render(
        sys.stdin.buffer.read().decode('utf-8')))
    print(json.dumps(reader.tags))
    """
}
