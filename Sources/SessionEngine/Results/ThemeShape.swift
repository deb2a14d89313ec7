/// How what was said spreads over the codebook: themes by priorities and groups, what overlaps, what
/// several groups said, what is not coded.
///
/// A contribution that stands for others counts once, and for every group and priority that any of them
/// came from: merging takes no group's voice off a theme.
public struct ThemeShape: Sendable, Equatable {
  /// What is coded to one theme, or to none.
  public struct Spread: Sendable, Equatable {
    /// How many contributions.
    public internal(set) var total = 0
    /// How many on each priority, in the plan's order.
    public internal(set) var byPriority: [Int]
    /// How many of each group, in the order of `groups`.
    public internal(set) var byGroup: [Int]

    /// In how many groups it was said.
    public var groupCount: Int { byGroup.count { $0 > 0 } }
  }

  /// A point that more than one group made.
  public struct Repeat: Sendable, Equatable {
    /// The contribution that stands for all.
    public let contribution: ContributionID
    /// How many times it was said.
    public let count: Int
    /// The groups that said it, each once.
    public let groups: [GroupID]
  }

  /// The columns by priority.
  public let priorities: [PriorityID]
  /// The columns by group.
  public let groups: [GroupID]
  /// The codebook.
  public let themes: [ThemeID]
  /// A spread for each theme of the codebook, in its order.
  public internal(set) var spreads: [Spread]
  /// What is coded to no theme.
  public internal(set) var uncoded: Spread
  /// How many contributions are coded to both of two themes; the theme's own count where both are one.
  public internal(set) var overlaps: [[Int]]
  /// What was said in several groups, in the most groups first.
  public internal(set) var repeats: [Repeat]
}

extension Session {
  /// The shape of what was said. Looks once at every contribution that stands.
  public func themeShape() -> ThemeShape {
    let priorities = plan.priorities.map(\.id)
    let empty = ThemeShape.Spread(
      byPriority: Array(repeating: 0, count: priorities.count),
      byGroup: Array(repeating: 0, count: groups.count))
    var shape = ThemeShape(
      priorities: priorities, groups: groups.map(\.id), themes: themes.map(\.id),
      spreads: Array(repeating: empty, count: themes.count), uncoded: empty,
      overlaps: Array(
        repeating: Array(repeating: 0, count: themes.count), count: themes.count), repeats: [])
    let rows = Self.places(themes.map(\.id))
    let columns = Self.places(priorities)
    let tables = Self.places(groups.map(\.id))
    let hasFamilies = !lineage.stayers.isEmpty
    for slot in contributions.kept {
      let point = contributions.all[slot]
      let family = hasFamilies ? family(of: point.id) : nil
      let voices = family.map(\.voices) ?? [point]
      let coded = point.themes.compactMap { rows[$0] }
      let byPriority = Set(voices.compactMap { columns[$0.priority] })
      let byGroup = Set(voices.compactMap { tables[$0.group] })
      if coded.isEmpty { shape.uncoded.add(byPriority, byGroup) }
      for row in coded {
        shape.spreads[row].add(byPriority, byGroup)
        for other in coded { shape.overlaps[row][other] += 1 }
      }
      if let family, family.groups.count > 1 {
        shape.repeats.append(
          ThemeShape.Repeat(
            contribution: point.id, count: family.count, groups: family.groups))
      }
    }
    shape.repeats = shape.repeats.enumerated().sorted { a, b in
      let (one, other) = (a.element, b.element)
      return one.groups.count != other.groups.count
        ? one.groups.count > other.groups.count
        : one.count != other.count ? one.count > other.count : a.offset < b.offset
    }.map(\.element)
    return shape
  }

  private static func places<ID: Hashable>(_ ids: [ID]) -> [ID: Int] {
    Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension ThemeShape.Spread {
  fileprivate mutating func add(_ priorities: Set<Int>, _ groups: Set<Int>) {
    total += 1
    for place in priorities { byPriority[place] += 1 }
    for place in groups { byGroup[place] += 1 }
  }
}
