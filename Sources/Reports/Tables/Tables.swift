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
      "at", "reworded", "alsoSaid", "partOf", "timesSaid", "groupsSaid",
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
      String(point.timesSaid), String(point.groupsSaid),
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
        String(counts.highlights[index]), String(counts.said[index]), String(counts.groups[index]),
        marking,
      ]
    }
    return CSVWriter.document(
      header: [
        "title", "definition", "keyPoints", "contributions", "highlights", "timesSaid",
        "groupsSaid",
        "marking",
      ],
      rows: rows)
  }

  func list(_ items: [String]) -> String { items.joined(separator: "; ") }

  func yesOrNo(_ value: Bool) -> String { value ? "yes" : "no" }
}

/// How much is coded to each theme.
struct ThemeCounts {
  /// How many points, by theme.
  private(set) var points: [Int]
  /// How many of them are highlighted, by theme.
  private(set) var highlights: [Int]
  /// How many times they were said, with all that was merged into them, by theme.
  private(set) var said: [Int]
  /// In how many groups, by theme.
  private(set) var groups: [Int]

  init(_ disclosure: Disclosure) {
    points = Array(repeating: 0, count: disclosure.themes.count)
    (highlights, said) = (points, points)
    var voices: [Set<Int>] = Array(repeating: [], count: disclosure.themes.count)
    for point in disclosure.points {
      for theme in point.themes {
        points[theme] += 1
        said[theme] += point.timesSaid
        voices[theme].formUnion([point.group] + point.alsoSaid.map(\.group))
        if point.isHighlighted { highlights[theme] += 1 }
      }
    }
    groups = voices.map(\.count)
  }
}
