import SessionEngine

/// What a group takes home: its highlights, then everything it said, priority by priority.
struct GroupPage {
  private let disclosure: Disclosure
  private let group: ReportedGroup

  init(_ share: Disclosure, group: Int) {
    disclosure = share
    self.group = share.groups[group]
  }

  /// The document.
  var text: String {
    [
      Parts.marking(disclosure.plan),
      Parts.heading(1, Parts.name(of: group), otherwise: "Group \(group.number)"),
      Parts.facts([("Workshop", disclosure.plan.title)]) + Parts.titlePage(disclosure.plan),
      "## Who this page is for\n", audience,
      schedule,
      highlights,
      OpportunityCards(disclosure).section("Opportunities from this group"),
      "## Contributions by priority\n", contributions,
      countedElsewhere,
      "## About this document\n", Parts.responsibility(disclosure), Parts.marking(disclosure.plan),
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var audience: String {
    let members = group.members.map { disclosure.people[$0] }
    guard !members.isEmpty else {
      return group.number == 0
        ? "For everyone in the room.\n" : "For everyone who sat with this group.\n"
    }
    let names = members.compactMap(Parts.person)
    let opening = "For the \(Parts.count(members.count, "delegate")) of this group"
    guard !names.isEmpty else { return opening + ".\n" }
    return opening + ":\n\n" + names.map { "- \($0)\n" }.joined()
  }

  private var schedule: String {
    guard !group.schedule.isEmpty else { return "" }
    // Printed at any moment: a round that has not begun is a plan still.
    let begun = Set(disclosure.rounds.filter { $0.startedAt != nil }.map(\.number))
    return "## The group’s rounds\n\n"
      + group.schedule.map { entry in
        "- **Round \(entry.round):** \(MarkdownText.line(entry.priority))"
          + (begun.contains(entry.round) ? "\n" : " (planned)\n")
      }.joined()
  }

  private var highlights: String {
    let points = disclosure.points.filter(\.isHighlighted)
    guard !points.isEmpty else { return "" }
    return "## Highlights\n\n"
      + points.map { point in
        Parts.quotation(
          point, in: disclosure,
          source: MarkdownText.line(disclosure.priorities[point.priority].title))
      }.joined(separator: "\n")
  }

  /// What the group said that others said too, and that counts with theirs.
  private var countedElsewhere: String {
    guard !disclosure.countedElsewhere.isEmpty else { return "" }
    return "## Said here, and counted with another contribution\n\n"
      + disclosure.countedElsewhere.map { merged in
        "- **\(merged.voice.number.spoken)** \(MarkdownText.block(merged.voice.text, indent: "  "))"
          + "  \n  *counts with \(merged.into.spoken)*\n"
      }.joined()
  }

  private var contributions: String {
    guard !disclosure.points.isEmpty else {
      return disclosure.countedElsewhere.isEmpty
        ? "Nothing was captured.\n" : "All that was said here counts with other contributions.\n"
    }
    var byPriority: [[Point]] = Array(repeating: [], count: disclosure.priorities.count)
    for point in disclosure.points { byPriority[point.priority].append(point) }
    return zip(disclosure.priorities, byPriority).filter { !$0.1.isEmpty }.map {
      Parts.priority($0) + "\n" + $1.map { Parts.entry($0, in: disclosure) }.joined()
    }.joined(separator: "\n")
  }
}
