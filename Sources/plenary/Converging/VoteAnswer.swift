import SessionEngine

/// What the room said in a vote, for a reader or a program.
struct VoteAnswer: Encodable {
  struct Item: Encodable {
    var number: Int
    var name: String
    /// As they are now; empty once withdrawn or redacted.
    var words: String
    var rank: Int?
    var isTied: Bool?
    var total: Int?
    /// Whether the room was asked about it, where hands were counted.
    var asked: Bool?
    var voters: Int?
    var criteria: [Criterion]?
    var quadrant: String?
    /// Why it has none, though it was scored by impact or ease.
    var noQuadrant: String?
    /// What became of it since the vote was opened.
    var since: String?
    /// What it was called when it was voted on, where that was otherwise.
    var wordsThen: String?
  }

  struct Criterion: Encodable {
    var name: String
    var n: Int
    var mean: Double?
    var deviation: Double?
    var normalisedDeviation: Double?
    var isDissent: Bool
    /// How many gave each score; left out where that would tell how a person voted.
    var distribution: [Int]?
    /// Whether sectors differ, those included whose means are withheld.
    var sectorsDiffer: Bool
    var sectors: [Sector]?
  }

  struct Sector: Encodable {
    var name: String
    var n: Int
    var mean: Double?
  }

  var title: String
  var method: Scoring.Method
  var of: String
  var voters: String
  var ballots: Int
  var electorate: Int
  /// Whether hands were counted instead of ballots.
  var byHands: Bool
  var isClosed: Bool
  var isRevealed: Bool
  var items: [Item]
  var quickWins: [Int]?

  /// - Parameter hidden: whether the numbers are left out of a vote that was not revealed.
  init(_ scoring: Scoring, in session: Session, hidden: Bool) {
    title = scoring.title
    method = scoring.method
    of = scoring.kind.rawValue
    voters = scoring.voters.rawValue
    isClosed = scoring.isClosed
    isRevealed = scoring.isRevealed
    let result = session.result(of: scoring.id)
    ballots = result?.ballots ?? 0
    electorate = result?.electorate ?? 0
    let isByHands = !scoring.hands.isEmpty
    byHands = isByHands
    let isHidden = hidden && !scoring.isRevealed
    let found = result?.items ?? []
    items = found.enumerated().map { index, item in
      var answer = Item(
        number: index + 1, name: session.name(of: item.item.id, scoring.kind),
        words: Self.words(item.item, scoring, session))
      answer.since = item.fate.text { session.name(of: $0, scoring.kind) }
      if item.fate == .reworded { answer.wordsThen = session.wordsThen(item, scoring.kind) }
      guard !isHidden else { return answer }
      answer.rank = item.rank
      answer.isTied = item.isTied
      answer.voters = isByHands ? nil : item.voters
      answer.quadrant = item.quadrant?.rawValue
      answer.noQuadrant = item.blank?.text
      if item.criteria.isEmpty {
        answer.total = item.isAsked ? item.total : nil
        if isByHands { answer.asked = item.isAsked }
      } else {
        answer.criteria = item.criteria.map { Self.criterion($0, session) }
      }
      return answer
    }
    if !isHidden, let result, result.items.contains(where: { $0.quadrant != nil }) {
      quickWins = result.quickWins.compactMap { win in
        found.firstIndex { $0.item.id == win.item.id }.map { $0 + 1 }
      }
    }
  }

  private static func criterion(
    _ criterion: ScoringResult.Criterion, _ session: Session
  ) -> Criterion {
    let sectors = session.tellableSectors(of: criterion)
    return Criterion(
      name: criterion.name, n: criterion.spread.n, mean: criterion.told?.mean,
      deviation: criterion.told?.deviation,
      normalisedDeviation: criterion.told?.normalisedDeviation,
      isDissent: criterion.isDissent,
      distribution: criterion.isWithheld ? nil : criterion.distribution,
      sectorsDiffer: criterion.sectorsDiffer,
      sectors: sectors.differ
        ? sectors.map { Sector(name: $0.name, n: $0.spread.n, mean: $0.spread.mean) } : nil)
  }

  private static func words(_ item: Scoring.Item, _ scoring: Scoring, _ session: Session) -> String
  {
    switch scoring.kind {
    case .contributions: session.toldWords(of: ContributionID(item.id)) ?? ""
    case .themes: session.theme(ThemeID(item.id))?.title ?? item.title ?? ""
    case .opportunities:
      session.opportunities[OpportunityID(item.id)].map {
        $0.isWithdrawn ? "" : session.title(of: $0)
      } ?? ""
    }
  }

  /// The answer in lines for a reader.
  var lines: [String] {
    var lines = [
      "\(title)  (" + (byHands ? "by show of hands" : "\(ballots) of \(electorate) ballots")
        + (isClosed ? ", closed" : "") + (isRevealed ? "" : ", not revealed") + ")"
    ]
    let order = items.enumerated().sorted {
      ($0.element.rank ?? .max, $0.offset) < ($1.element.rank ?? .max, $1.offset)
    }.map(\.element)
    for item in order {
      var parts = [item.rank.map { (item.isTied == true ? "=" : "") + "\($0)" } ?? "-"]
      parts.append("\(item.number)")
      for criterion in item.criteria ?? [] {
        parts.append(
          "\(criterion.name) \(Self.number(criterion.mean)) (n \(criterion.n), spread "
            + "\(Self.number(criterion.normalisedDeviation))\(criterion.isDissent ? ", dissent" : ""))"
        )
      }
      if let total = item.total { parts.append("\(total)") }
      if item.asked == false { parts.append("not asked") }
      if item.quadrant == ScoringResult.Quadrant.quickWin.rawValue { parts.append("quick win") }
      if let reason = item.noQuadrant { parts.append("(\(reason))") }
      if let since = item.since { parts.append("[\(since) since]") }
      parts.append(
        item.name == item.words || item.words.isEmpty ? item.name : "\(item.name) \(item.words)")
      if let then = item.wordsThen { parts.append("(voted on as ‘\(then)’)") }
      lines.append("  " + parts.joined(separator: "  "))
      lines += (item.criteria ?? []).filter(\.sectorsDiffer).map(Self.difference)
    }
    if case .scores(let criteria) = method, criteria.count > 1,
      order.contains(where: { $0.rank != nil })
    {
      lines.append("  places by the sum of the means: " + criteria.joined(separator: " + "))
    }
    return lines
  }

  private static func difference(_ criterion: Criterion) -> String {
    let means = (criterion.sectors ?? []).map { "\($0.name) \(number($0.mean)) (n \($0.n))" }
    return "      sectors differ on \(criterion.name): "
      + (means.isEmpty
        ? "means withheld, they could tell how a person voted" : means.joined(separator: ", "))
  }

  private static func number(_ value: Double?) -> String {
    value.map { Wording.decimal($0) } ?? "-"
  }
}
