import SessionEngine

/// A vote of the room in figures: nobody's ballot, and no sector in which one could be guessed.
struct ReportedVote: Sendable {
  /// What the room was asked.
  var title: String
  /// How it answered.
  var method: Scoring.Method
  /// What was voted on.
  var kind: Scoring.ItemKind
  /// Who voted.
  var voters: Scoring.VoterKind
  /// Whether the result was shown to the room.
  var isRevealed: Bool
  /// Whether no more ballots are taken.
  var isClosed: Bool
  /// How many ballots there are; 0 for a show of hands.
  var ballots: Int
  /// How many may vote.
  var electorate: Int
  /// Whether hands were counted instead of ballots.
  var isByHands: Bool
  /// What was voted on, by place, what got no vote last.
  var items: [Item]

  /// Whether a document that is handed out may tell the result: it was shown, or the vote is over.
  var isTold: Bool { isRevealed || isClosed }

  /// What the room said of one thing.
  struct Item: Sendable {
    /// `#17`, `O3`, or the theme's title.
    var name: String
    /// Whether `name` is somebody's words, and no number of the program's.
    var isTitled: Bool
    /// Its words, or its title; `nil` where they may not be told.
    var text: String?
    /// What it was called when it was voted on, where that was another title.
    var titleThen: String?
    /// What became of it since.
    var fate: Fate
    /// The number or title of what stands for it, where it was merged.
    var mergedInto: String?
    /// By criterion; empty but for scores.
    var criteria: [Criterion]
    /// All dots or hands, or the points of a ranking.
    var total: Int
    /// Whether the room was asked about it; `false` only where others were counted by hands.
    var isAsked: Bool
    /// How many voters gave it anything.
    var voters: Int
    /// How many put it in each place; empty but for rankings.
    var places: [Int]
    /// Its place; `nil` without a vote.
    var rank: Int?
    /// Whether it shares its place.
    var isTied: Bool
    /// Where it lies by impact and ease.
    var quadrant: ScoringResult.Quadrant?
    /// Why it lies nowhere.
    var blank: ScoringResult.Blank?

    /// Whether the room disagrees on it by any criterion.
    var hasDissent: Bool { criteria.contains(where: \.isDissent) }
  }

  /// What became of a thing since it was voted on.
  enum Fate: String, Sendable {
    case unchanged, reworded, merged, split, withdrawn, redacted

    fileprivate init(_ fate: ScoringResult.Fate) {
      self =
        switch fate {
        case .unchanged: .unchanged
        case .reworded: .reworded
        case .merged: .merged
        case .split: .split
        case .withdrawn: .withdrawn
        case .redacted: .redacted
        }
    }
  }

  /// What the room said by one criterion.
  struct Criterion: Sendable {
    /// Which.
    var name: String
    /// How many answered.
    var n: Int
    /// n, mean and standard deviation; `nil` where so few delegates answered that these tell how one voted.
    var spread: Spread?
    /// How many gave each score; `nil` where that would tell how one voted.
    var distribution: [Int]?
    /// The same by sector, as far as no ballot can be guessed from it.
    var sectors: [ScoringResult.Sector]
    /// Whether sectors differ, those that may not be told included.
    var sectorsDiffer: Bool

    /// Whether the room disagrees.
    var isDissent: Bool { spread?.isDissent ?? false }
  }
}

extension ReportedVote {
  /// The things of that kind that were much for little, best first.
  var quickWins: [Item] { items.filter { $0.quadrant == .quickWin } }

  /// Takes from a vote what may be told; `nil` for one that was taken back, or on nothing that belongs
  /// to the priority.
  init?(_ scoring: Scoring, in session: Session, only priority: PriorityID?) {
    guard !scoring.isWithdrawn, let result = session.result(of: scoring.id) else { return nil }
    self.init(
      title: scoring.title, method: scoring.method, kind: scoring.kind, voters: scoring.voters,
      isRevealed: scoring.isRevealed, isClosed: scoring.isClosed, ballots: result.ballots,
      electorate: result.electorate, isByHands: !scoring.hands.isEmpty,
      items: result.ranked.filter { item in
        priority.map { session.concerns(item.item.id, scoring.kind, $0) } ?? true
      }.map { Item($0, scoring.kind, in: session) })
    if items.isEmpty { return nil }
  }
}

extension ReportedVote.Item {
  fileprivate init(
    _ item: ScoringResult.Item, _ kind: Scoring.ItemKind, in session: Session
  ) {
    let text = session.told(item.item.id, kind)
    var mergedInto: String?
    if case .merged(let other) = item.fate { mergedInto = session.name(of: other, kind) }
    self.init(
      name: session.name(of: item.item.id, kind), isTitled: kind == .themes, text: text,
      titleThen: item.fate == .reworded ? session.wordsThen(item, kind) : nil,
      fate: .init(item.fate), mergedInto: mergedInto,
      criteria: item.criteria.map { criterion in
        ReportedVote.Criterion(
          name: criterion.name, n: criterion.spread.n, spread: criterion.told,
          distribution: criterion.isWithheld ? nil : criterion.distribution,
          sectors: session.tellableSectors(of: criterion), sectorsDiffer: criterion.sectorsDiffer)
      },
      total: item.total, isAsked: item.isAsked, voters: item.voters, places: item.places,
      rank: item.rank, isTied: item.isTied, quadrant: item.quadrant, blank: item.blank)
  }
}

extension Session {
  /// The words of what was voted on, as far as they may be told.
  fileprivate func told(_ item: String, _ kind: Scoring.ItemKind) -> String? {
    switch kind {
    case .contributions: toldWords(of: ContributionID(item))
    case .themes: title(of: ThemeID(item))
    case .opportunities:
      opportunities[OpportunityID(item)].flatMap { $0.isWithdrawn ? nil : title(of: $0) }
    }
  }

  /// Whether a thing of a kind belongs to a priority; a theme belongs to all of them.
  fileprivate func concerns(
    _ item: String, _ kind: Scoring.ItemKind, _ priority: PriorityID
  ) -> Bool {
    switch kind {
    case .contributions: contributions[ContributionID(item)]?.priority == priority
    case .themes: true
    case .opportunities:
      opportunities[OpportunityID(item)].map { concerns($0, priority) } ?? false
    }
  }
}
