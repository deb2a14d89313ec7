/// What the room said in one vote.
public struct ScoringResult: Sendable {
  /// How many ballots there are; 0 for a show of hands.
  public let ballots: Int
  /// How many may vote: the tables, or the delegates present; those who voted and left count too.
  public let electorate: Int
  /// The items in the order on the screen.
  public let items: [Item]

  /// What the room said of one item.
  public struct Item: Sendable {
    /// The item as it was voted on.
    public let item: Scoring.Item
    /// What became of it since.
    public let fate: Fate
    /// By criterion, in the order of the criteria; empty but for scores.
    public let criteria: [Criterion]
    /// All dots or hands, or the points of a ranking: n for a first place of n, 1 for the last.
    public let total: Int
    /// Whether the room was asked about it: `false` only where others were counted by hands, and this
    /// was not, which says nothing about it. Counted with no hand up is another thing.
    public let isAsked: Bool
    /// How many voters gave it anything.
    public let voters: Int
    /// How many put it in each place, from the first on; empty but for rankings.
    public let places: [Int]
    /// Its place in the result, from 1; those that are equal share one, and the next is left out
    /// (1, 2, 2, 4). By total; for scores by the sum of the means of the criteria. `nil` without a vote.
    public internal(set) var rank: Int?
    /// Whether it shares its place.
    public internal(set) var isTied: Bool
    /// Where it lies by impact and ease; `nil` but for scores by both.
    public let quadrant: Quadrant?
    /// Why it lies nowhere, though it was scored by impact or ease; `nil` where it has a quadrant, or
    /// the vote no matrix.
    public let blank: Blank?
  }

  /// What the room said of one item by one criterion.
  public struct Criterion: Sendable {
    /// Which.
    public let name: String
    /// n, mean and standard deviation of the scores.
    public let spread: Spread
    /// How many gave each score, 1 to 5.
    public let distribution: [Int]
    /// The same by the voters' sectors, by name; empty where groups vote, since they are mixed.
    ///
    /// A sector of one or two in the room tells how a person voted: outputs must not show it.
    public let sectors: [Sector]
    /// Whether so few delegates answered that the figures would tell how a person voted, under the Chatham
    /// House Rule: screens and outputs say how many answered and no more.
    public let isWithheld: Bool

    /// The scores as they may be told; `nil` where they are withheld.
    public var told: Spread? { isWithheld ? nil : spread }

    /// Whether the room disagrees, as far as that may be told.
    public var isDissent: Bool { told?.isDissent ?? false }

    /// Whether sectors differ: two of those with two votes or more have means a point or more apart.
    public var sectorsDiffer: Bool { sectors.differ }
  }

  /// What one sector said.
  public struct Sector: Sendable {
    /// Its name; empty for delegates without one.
    public let name: String
    /// n, mean and standard deviation of its scores.
    public let spread: Spread
  }

  /// Where an item lies by impact and ease. The lines run through the middle of the scale, 3.
  public enum Quadrant: String, Sendable, CaseIterable {
    /// Both means above 3: much for little.
    case quickWin = "quick win"
    /// Impact above, ease below 3: worth the work.
    case majorProject = "major project"
    /// Impact below, ease above 3: where there is time.
    case fillIn = "fill-in"
    /// Both below 3.
    case thankless
    /// A mean of exactly 3: the room has not made up its mind, and neither does the matrix.
    case onTheLine = "on the line"

    /// By the sides on which the two means lie.
    init(impact: Int, ease: Int) {
      switch (impact, ease) {
      case (1, 1): self = .quickWin
      case (1, -1): self = .majorProject
      case (-1, 1): self = .fillIn
      case (-1, -1): self = .thankless
      default: self = .onTheLine
      }
    }
  }

  /// Why a thing that was scored has no place in the matrix.
  public enum Blank: Equatable, Sendable {
    /// Nobody answered by this criterion.
    case noneGiven(String)
    /// One or two delegates answered, and the Chatham House Rule protects how they did.
    case tooFew

    /// The same in words, such as `no ease given`.
    public var text: String {
      switch self {
      case .noneGiven(let criterion): "no \(criterion) given"
      case .tooFew: "fewer than \(SectorDisclosure.smallest) answers, under the Chatham House Rule"
      }
    }
  }

  /// What became of an item since the vote was opened. None of it changes the result.
  public enum Fate: Equatable, Sendable {
    /// It is as it was.
    case unchanged
    /// Its words, or its title, were changed.
    case reworded
    /// It was merged; the identifier of what stands for it.
    case merged(into: String)
    /// It was split into parts.
    case split
    /// It was withdrawn or removed.
    case withdrawn
    /// Its words were redacted.
    case redacted
  }

  /// The items that are much for little, best first: by impact and ease together.
  public var quickWins: [Item] {
    items.filter { $0.quadrant == .quickWin }.enumerated().sorted {
      ($0.element.rank ?? .max, $0.offset) < ($1.element.rank ?? .max, $1.offset)
    }.map(\.element)
  }

  /// The items by their place in the result, those without a vote last.
  public var ranked: [Item] {
    items.enumerated().sorted {
      ($0.element.rank ?? .max, $0.offset) < ($1.element.rank ?? .max, $1.offset)
    }.map(\.element)
  }
}

extension [ScoringResult.Sector] {
  /// Whether two of those with two votes or more have means a point or more apart. Those that may be told
  /// need not be the ones that do.
  public var differ: Bool {
    let known = map(\.spread).filter { $0.n > 1 }
    return known.contains { high in known.contains { high.exceeds($0, byAtLeast: 1) } }
  }
}

/// Places in competition order: equals share one, and the next is left out (1, 2, 2, 4).
enum Ranking {
  /// The place of each thing and whether it is shared, in the order of the things.
  static func places<Thing>(
    _ things: [Thing], isBefore: (Thing, Thing) -> Bool
  ) -> [(rank: Int, isTied: Bool)] {
    let order = things.indices.sorted { isBefore(things[$0], things[$1]) }
    var places = Array(repeating: (rank: 0, isTied: false), count: things.count)
    for (position, index) in order.enumerated() {
      let before = position > 0 ? order[position - 1] : nil
      if let before, !isBefore(things[before], things[index]) {
        places[index] = (places[before].rank, true)
        places[before].isTied = true
      } else {
        places[index] = (position + 1, false)
      }
    }
    return places
  }
}
