import SessionEngine
import Tabular

/// The session as tables. A column has the name of the JSON document's field.
///
/// A table has no top or bottom of a page, so the marking stands in every row.
struct Tables {
  let disclosure: Disclosure
  let marking: String

  init(_ disclosure: Disclosure) {
    self.disclosure = disclosure
    marking = disclosure.plan.marking.uppercased()
  }

  /// One contribution a row. Under the Rule there is no column for a speaker.
  var contributions: [UInt8] {
    var header = [
      "number", "text", "groupNumber", "group", "priority", "lens", "themes", "highlight", "round",
      "at", "reworded", "alsoSaid", "partOf",
    ]
    if !disclosure.isUnderRule { header += ["speaker", "organisation"] }
    return CSVWriter.document(header: header + ["marking"], rows: disclosure.points.map(row))
  }

  private func row(_ point: Point) -> [String] {
    let group = disclosure.groups[point.group]
    var row = [
      point.number.description, point.text, String(group.number), group.name,
      disclosure.priorities[point.priority].title, disclosure.lenses[point.lens].title,
      list(point.themes.map { disclosure.themes[$0].title }), yesOrNo(point.isHighlighted),
      point.round.map { String($0) } ?? "", point.at, yesOrNo(point.isReworded),
      point.alsoSaid.map { "\($0.number.spoken), \(disclosure.groups[$0.group].name): \($0.text)" }
        .joined(separator: "\n"), point.partOf?.number.description ?? "",
    ]
    if !disclosure.isUnderRule {
      let profile = point.speaker.flatMap { disclosure.people[$0].known?.profile }
      row += [profile?.name ?? "", profile?.organisation ?? ""]
    }
    return row + [marking]
  }

  /// One delegate a row: under the Rule an identifier that says nothing, and the group.
  var delegates: [UInt8] {
    var groups: [Int: ReportedGroup] = [:]
    for group in disclosure.groups { for member in group.members { groups[member] = group } }
    var header = ["id", "groupNumber", "group"]
    if !disclosure.isUnderRule {
      header += ["name", "organisation", "sector", "role", "skills", "present", "walkIn"]
    }
    let rows = disclosure.people.indices.map { index in
      let person = disclosure.people[index]
      let group = groups[index]
      var row = [person.id, group.map { String($0.number) } ?? "", group?.name ?? ""]
      if let known = person.known {
        row += [
          known.profile.name, known.profile.organisation, known.profile.sector,
          known.profile.role, list(known.profile.skills), yesOrNo(known.isPresent),
          yesOrNo(known.isWalkIn),
        ]
      }
      return row + [marking]
    }
    return CSVWriter.document(header: header + ["marking"], rows: rows)
  }

  /// One theme a row, with how much was coded to it.
  var themes: [UInt8] {
    let counts = ThemeCounts(disclosure)
    let rows = disclosure.themes.indices.map { index in
      let theme = disclosure.themes[index]
      return [
        theme.title, theme.definition, list(theme.keyPoints), String(counts.points[index]),
        String(counts.highlights[index]), marking,
      ]
    }
    return CSVWriter.document(
      header: ["title", "definition", "keyPoints", "contributions", "highlights", "marking"],
      rows: rows)
  }

  func list(_ items: [String]) -> String { items.joined(separator: "; ") }

  func yesOrNo(_ value: Bool) -> String { value ? "yes" : "no" }
}

/// How many points are coded to each theme, and how many of them are highlighted.
struct ThemeCounts {
  /// By theme.
  private(set) var points: [Int]
  /// By theme.
  private(set) var highlights: [Int]

  init(_ disclosure: Disclosure) {
    points = Array(repeating: 0, count: disclosure.themes.count)
    highlights = points
    for point in disclosure.points {
      for theme in point.themes {
        points[theme] += 1
        if point.isHighlighted { highlights[theme] += 1 }
      }
    }
  }
}
