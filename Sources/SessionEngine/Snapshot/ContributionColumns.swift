/// Every contribution of a session, field by field rather than one by one.
struct ContributionColumns: Codable {
  private let ids: StringColumn
  private let series: NameColumn
  private let numbers: NumberColumn
  private let words: StringColumn
  private let groups: NameColumn
  private let priorities: NameColumn
  private let rounds: NumberColumn
  private let lenses: NameColumn
  private let themes: NameColumn
  private let highlights: NumberColumn
  private let speakers: NameColumn
  private let times: NumberColumn
  private let scribes: NameColumn
  private let standings: NameColumn
  private let sources: NameColumn
  /// The few that were reworded: which, and all the wordings before.
  private let reworded: [Int]
  private let earlierWords: [[String]]

  init(_ contributions: Contributions) {
    let all = Array(contributions.all)
    ids = StringColumn(all.map(\.id.text))
    series = NameColumn(all.map(\.number.series))
    numbers = NumberColumn(all.map(\.number.value))
    words = StringColumn(all.map(\.words))
    groups = NameColumn(all.map(\.group.text))
    priorities = NameColumn(all.map(\.priority.text))
    rounds = NumberColumn(all.map { $0.round ?? 0 })
    lenses = NameColumn(all.map(\.lens.text))
    // Codings in their order; lists recur, so each list is one name.
    themes = NameColumn(all.map { $0.themes.isEmpty ? nil : Self.joined($0.themes) })
    highlights = NumberColumn(all.map { $0.isHighlighted ? 1 : 0 })
    speakers = NameColumn(all.map { $0.speaker?.text })
    times = NumberColumn(all.map { Int($0.at.milliseconds) })
    scribes = NameColumn(all.map(\.scribe))
    standings = NameColumn(all.map(\.standing.rawValue))
    sources = NameColumn(all.map(\.source))
    reworded = all.indices.filter { !all[$0].earlierWords.isEmpty }
    earlierWords = reworded.map { all[$0].earlierWords }
  }

  /// Identifiers with a length before each, so that any text may stand in them.
  private static func joined(_ themes: [ThemeID]) -> String {
    themes.map { String($0.text.utf8.count) + ":" + $0.text }.joined()
  }

  private static func parted(_ text: String) -> [ThemeID]? {
    var rest = Substring(text).utf8
    var themes: [ThemeID] = []
    while !rest.isEmpty {
      guard let colon = rest.firstIndex(of: UInt8(ascii: ":")),
        let count = Int(Substring(rest[..<colon])), count >= 0, rest[colon...].count > count
      else { return nil }
      let start = rest.index(after: colon)
      let end = rest.index(start, offsetBy: count)
      themes.append(ThemeID(String(Substring(rest[start..<end]))))
      rest = rest[end...]
    }
    return themes
  }

  /// The contributions; `nil` where the columns do not fit each other.
  func contributions() -> Contributions? {
    let count = ids.values.count
    guard let series = series.values(), let groups = groups.values(),
      let priorities = priorities.values(), let lenses = lenses.values(),
      let themeLists = themeLists(), let speakers = speakers.values(),
      let scribes = scribes.values(), let standings = standings.values(),
      let sources = sources.values(), reworded.count == earlierWords.count,
      reworded.allSatisfy({ (0..<count).contains($0) })
    else { return nil }
    let counts = [
      series.count, numbers.values.count, words.values.count, groups.count, priorities.count,
      rounds.values.count, lenses.count, themeLists.count, highlights.values.count,
      speakers.count, times.values.count, scribes.count, standings.count, sources.count,
    ]
    guard counts.allSatisfy({ $0 == count }) else { return nil }
    let earlier = Dictionary(zip(reworded, earlierWords), uniquingKeysWith: { $1 })
    var all: [Contribution] = []
    all.reserveCapacity(count)
    for index in 0..<count {
      guard let group = groups[index], let priority = priorities[index], let lens = lenses[index],
        let standing = standings[index].flatMap(Contribution.Standing.init)
      else { return nil }
      let round = rounds.values[index]
      all.append(
        Contribution(
          id: ContributionID(ids.values[index]),
          number: ContributionNumber(series: series[index] ?? "", numbers.values[index]),
          words: words.values[index], earlierWords: earlier[index] ?? [], group: GroupID(group),
          priority: PriorityID(priority), round: round == 0 ? nil : round, lens: LensID(lens),
          themes: themeLists[index], isHighlighted: highlights.values[index] != 0,
          speaker: speakers[index].map { DelegateID($0) },
          at: Instant(milliseconds: Int64(times.values[index])), scribe: scribes[index] ?? "",
          standing: standing, source: sources[index]))
    }
    return Contributions(restoring: all)
  }

  private func themeLists() -> [[ThemeID]]? {
    var known: [String: [ThemeID]] = [:]
    var lists: [[ThemeID]] = []
    for name in themes.values() ?? [] {
      guard let name else {
        lists.append([])
        continue
      }
      if known[name] == nil { known[name] = Self.parted(name) }
      guard let list = known[name] else { return nil }
      lists.append(list)
    }
    return lists
  }
}
