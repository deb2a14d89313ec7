import SessionEngine

/// The overall document: what the workshop came to, by theme, then by priority and group.
struct SessionPage {
  private let disclosure: Disclosure
  /// The points of each priority and group, as indices.
  private let places: [[Int]]

  init(_ disclosure: Disclosure) {
    self.disclosure = disclosure
    let groupCount = disclosure.groups.count
    var places: [[Int]] = Array(repeating: [], count: disclosure.priorities.count * groupCount)
    for index in disclosure.points.indices {
      let point = disclosure.points[index]
      places[point.priority * groupCount + point.group].append(index)
    }
    self.places = places
  }

  /// The document.
  var text: String {
    [
      Parts.marking(disclosure.plan),
      Parts.heading(
        1, MarkdownText.line(disclosure.plan.title), otherwise: "Workshop without a title"),
      Parts.titlePage(disclosure.plan),
      "## Summary\n", summary, table,
      FollowUpPart(disclosure).section,
      "## Findings by theme\n", findings,
      OpportunityCards(disclosure).section("Opportunities"),
      VoteTables(disclosure).section,
      EvaluationPart(disclosure).section,
      "## Contributions by priority and group\n", contributions,
      "## About this document\n", Parts.responsibility(disclosure), Parts.marking(disclosure.plan),
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var reported: [Int] {
    disclosure.groups.indices.filter { disclosure.groups[$0].isReported }
  }

  private func points(_ priority: Int, _ group: Int) -> [Int] {
    places[priority * disclosure.groups.count + group]
  }

  private var summary: String {
    let highlights = disclosure.points.count(where: \.isHighlighted)
    let uncoded = disclosure.points.count(where: \.themes.isEmpty)
    let people = disclosure.people.count
    let present = disclosure.presentCount ?? 0
    let sectors = disclosure.sectors.map { "\($0.sector) \($0.count)" }.joined(separator: ", ")
    return Parts.facts([
      ("Contributions", String(disclosure.points.count)),
      ("Highlighted ★", String(highlights)),
      ("Not coded to a theme", String(uncoded)),
      ("Delegates", String(people) + (present > 0 ? ", \(present) of them present" : "")),
      ("Sectors", sectors),
    ])
  }

  /// Groups down, priorities across.
  private var table: String {
    let priorities = disclosure.priorities.indices
    var rows = [["Group"] + disclosure.priorities.map { MarkdownText.line($0.title) } + ["All"]]
    rows.append([":--"] + priorities.map { _ in "--:" } + ["--:"])
    for group in reported {
      let counts = priorities.map { points($0, group).count }
      rows.append(row(Parts.name(of: disclosure.groups[group]), counts))
    }
    let totals = priorities.map { priority in
      disclosure.groups.indices.reduce(0) { $0 + points(priority, $1).count }
    }
    rows.append(row("**All**", totals))
    return rows.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  private func row(_ name: String, _ counts: [Int]) -> [String] {
    [name] + counts.map { String($0) } + [String(counts.reduce(0, +))]
  }

  private var findings: String {
    let counts = ThemeCounts(disclosure)
    guard !disclosure.themes.isEmpty else { return "The codebook has no themes.\n" + unthemed }
    return disclosure.themes.indices.map { theme in
      finding(theme, counts, quoted: disclosure.highlights[theme])
    }.joined(separator: "\n") + unthemed
  }

  /// What somebody picked out and nobody coded: a quotation must not go missing for want of a theme.
  private var unthemed: String {
    let quoted = disclosure.points.indices.filter {
      disclosure.points[$0].isHighlighted && disclosure.points[$0].themes.isEmpty
    }
    guard !quoted.isEmpty else { return "" }
    let heading = Parts.heading(3, "Highlighted points of no theme yet", otherwise: "")
    return "\n" + ([heading] + quoted.map(quotation)).joined(separator: "\n")
  }

  private func quotation(_ index: Int) -> String {
    let point = disclosure.points[index]
    let source = [
      Parts.name(of: disclosure.groups[point.group]),
      MarkdownText.line(disclosure.priorities[point.priority].title),
    ]
    return Parts.quotation(point, in: disclosure, source: source.joined(separator: ", "))
  }

  private func finding(_ index: Int, _ counts: ThemeCounts, quoted: [Int]) -> String {
    let theme = disclosure.themes[index]
    var parts = [
      Parts.heading(3, MarkdownText.line(theme.title), otherwise: "Theme without a title")
    ]
    let definition = MarkdownText.block(theme.definition)
    if !definition.isEmpty { parts.append(definition + "\n") }
    let keyPoints = theme.keyPoints.filter { !MarkdownText.line($0).isEmpty }
    if !keyPoints.isEmpty { parts += ["**Key points of the codebook**\n", Parts.list(keyPoints)] }
    let origin = disclosure.themeOrigins[index]
    let merged = origin.mergedFrom.map { "‘\(MarkdownText.line($0))’" }
    parts.append(
      "\(Parts.count(counts.points[index], "contribution"))\(said(index, counts)),"
        + " \(quoted.count) highlighted."
        + (merged.isEmpty ? "" : " Takes in what was \(merged.joined(separator: ", ")).")
        + (origin.splitFrom.map { " Split off ‘\(MarkdownText.line($0))’." } ?? "") + "\n")
    if !quoted.isEmpty { parts.append("**Highlighted points**\n") }
    parts += quoted.map(quotation)
    return parts.joined(separator: "\n")
  }

  /// How many times what is coded to a theme was said, where that is more than it has contributions.
  private func said(_ theme: Int, _ counts: ThemeCounts) -> String {
    counts.said[theme] > counts.points[theme]
      ? " said \(counts.said[theme]) times, in \(Parts.count(counts.groups[theme], "group"))" : ""
  }

  private var contributions: String {
    let elsewhere = Set(disclosure.points.flatMap { $0.alsoSaid.compactMap(\.priority) })
    return disclosure.priorities.indices.map { priority in
      var parts = [Parts.priority(disclosure.priorities[priority])]
      for group in disclosure.groups.indices where !points(priority, group).isEmpty {
        parts.append("#### \(Parts.name(of: disclosure.groups[group]))\n")
        parts.append(
          points(priority, group).map { Parts.entry(disclosure.points[$0], in: disclosure) }
            .joined())
      }
      if parts.count == 1 {
        parts.append(
          elsewhere.contains(priority)
            ? "What was said here counts with contributions on another priority.\n"
            : "Nothing was captured.\n")
      }
      return parts.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}

extension Parts {
  /// A priority's heading, with what the groups were asked.
  static func priority(_ priority: Priority) -> String {
    let question = MarkdownText.block(priority.question)
    return heading(3, MarkdownText.line(priority.title), otherwise: "Priority without a title")
      + (question.isEmpty ? "" : "\n\(question)\n")
  }
}
