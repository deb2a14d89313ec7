import SessionEngine

/// What a session may tell outside the room, and nothing more.
///
/// The attribution rule is applied here, once. Every format is written from this value alone and
/// never sees the session, so no writer can give away what the rule holds back: under the Chatham
/// House Rule the names, organisations, speakers and exact times are not in it.
struct Disclosure: Sendable {
  /// The title page: marking, title, date and so on.
  var plan: Plan
  /// When the documents were made: under the Rule the date only.
  var exportedAt: String
  /// The groups, by number; those that are not reported keep indices stable.
  var groups: [ReportedGroup]
  /// The priorities in the order of the plan; with a selection only that one.
  var priorities: [Priority]
  /// The codebook.
  var themes: [Theme]
  /// The lenses, as the plan has them.
  var lenses: [Lens]
  /// The rounds that were planned or entered.
  var rounds: [ReportedRound]
  /// The people, as far as the rule lets them be told.
  var people: [ReportedPerson]
  /// How many of the people were in the room; `nil` where that is not told.
  var presentCount: Int?
  /// How many people came from which sector; empty where that could point at someone.
  var sectors: [SectorCount]
  /// The contributions that stand, in the order of capture.
  var points: [Point]
  /// For each theme, the points to quote, as indices, in the order in which they are to be quoted.
  var highlights: [[Int]] = []
  /// For each theme, where it came from.
  var themeOrigins: [ThemeOrigin] = []
  /// What the room came to.
  var outcomes = Outcomes()
  /// In a group's share: its points for which another now stands.
  var countedElsewhere: [Merged] = []

  /// Whether the Rule holds.
  var isUnderRule: Bool { plan.attribution == .chathamHouse }
}

/// A contribution that stands.
struct Point: Sendable {
  /// The number that people say aloud.
  var number: ContributionNumber
  /// The words, byte for byte as typed.
  var text: String
  /// The group, as an index.
  var group: Int
  /// The priority, as an index.
  var priority: Int
  /// The lens, as an index.
  var lens: Int
  /// The themes, as indices, in the order of the codebook.
  var themes: [Int]
  /// Whether it was picked out to be quoted.
  var isHighlighted: Bool
  /// The round in which it was made.
  var round: Int?
  /// When, as exactly as the rule allows.
  var at: String
  /// Whether the words are not those first captured.
  var isReworded: Bool
  /// Who said it, as an index; never under the Rule.
  var speaker: Int?
  /// What else was said to the same effect, and counts with it.
  var alsoSaid: [Voice] = []
  /// What it is a part of: a contribution that made several points.
  var partOf: Voice?

  /// How many times the point was made.
  var timesSaid: Int { 1 + alsoSaid.count }

  /// In how many groups.
  var groupsSaid: Int { Set(alsoSaid.map(\.group)).union([group]).count }
}

/// A contribution that another stands for, or that was split into its points.
struct Voice: Sendable {
  /// The number that people say aloud.
  var number: ContributionNumber
  /// The words, byte for byte as typed.
  var text: String
  /// The group, as an index.
  var group: Int
  /// The priority that it was said on, as an index; `nil` where that is not told.
  var priority: Int?
}

/// A group's own wording that counts with another contribution.
struct Merged: Sendable {
  /// What the group said.
  var voice: Voice
  /// The number of the contribution that stands for it.
  var into: ContributionNumber
}

/// How a theme came about on the day.
struct ThemeOrigin: Sendable {
  /// The titles of the themes that were merged into it.
  var mergedFrom: [String]
  /// The title of the theme that it was split off; `nil` for one that was not.
  var splitFrom: String?
}

/// A group as documents show it.
struct ReportedGroup: Sendable {
  /// Its number; 0 for the whole room.
  var number: Int
  /// What people call it.
  var name: String
  /// Whether it has documents of its own.
  var isReported: Bool
  /// Who sits there, as indices.
  var members: [Int]
  /// What the rounds have for it, held or not: round, and the priority's title.
  var schedule: [(round: Int, priority: String)]
}

/// A round as documents show it.
struct ReportedRound: Sendable {
  /// Counted from 1.
  var number: Int
  /// When it began, to the minute; `nil` where it did not.
  var startedAt: String?
}

/// A person as documents show them.
struct ReportedPerson: Sendable {
  /// A name for this export that says nothing, such as `d3`.
  var id: String
  /// Who it is; `nil` under the Rule.
  var known: Known?

  /// What only a session whose contributions may carry names tells.
  struct Known: Sendable {
    /// Who.
    var profile: Delegate.Profile
    /// Whether in the room.
    var isPresent: Bool
    /// Whether not on the roster.
    var isWalkIn: Bool
  }
}

/// How many people came from a sector.
struct SectorCount: Equatable, Sendable {
  /// The sector; `other` for the small ones together.
  var sector: String
  /// How many, never fewer than `smallest` under the Rule.
  var count: Int
}

extension Disclosure {
  /// The indices of every group's points.
  var pointsByGroup: [[Int]] {
    var shares: [[Int]] = Array(repeating: [], count: groups.count)
    for index in points.indices { shares[points[index].group].append(index) }
    return shares
  }

  /// What concerns one group: its people and its points. No sectors: a group is too small for them.
  func share(of group: Int, points indices: [Int]) -> Disclosure {
    var share = self
    share.points = indices.map { points[$0] }
    share.sectors = []
    let here = Set(indices)
    let places = Dictionary(uniqueKeysWithValues: indices.enumerated().map { ($1, $0) })
    share.highlights = highlights.map { $0.filter(here.contains).compactMap { places[$0] } }
    share.outcomes = outcomes.share(of: group)
    share.countedElsewhere = points.flatMap { point in
      point.alsoSaid.filter { $0.group == group }.map { Merged(voice: $0, into: point.number) }
    }
    share.presentCount =
      isUnderRule
      ? nil : groups[group].members.count { people[$0].known?.isPresent ?? false }
    return share
  }
}
