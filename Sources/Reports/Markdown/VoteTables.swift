import SessionEngine

/// What the room decided, as tables.
struct VoteTables {
  private let votes: [ReportedVote]

  init(_ disclosure: Disclosure) { votes = disclosure.outcomes.votes }

  /// The section; empty where nothing was voted on.
  var section: String {
    guard !votes.isEmpty else { return "" }
    return (["## What the room decided\n"] + votes.map(part)).joined(separator: "\n")
  }

  private func part(_ vote: ReportedVote) -> String {
    var parts = [
      Parts.heading(3, MarkdownText.line(vote.title), otherwise: "Vote without a title"),
      Self.account(of: vote),
    ]
    guard vote.isTold else {
      return (parts + ["The result was not shown to the room yet.\n"]).joined(separator: "\n")
    }
    if case .scores(let criteria) = vote.method {
      parts.append(scores(vote, criteria))
      parts.append(remarks(vote))
    } else {
      parts.append(totals(vote))
    }
    let changed = vote.items.compactMap(Self.change)
    if !changed.isEmpty {
      parts.append("Since the vote: " + changed.joined(separator: "; ") + ".\n")
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func account(of vote: ReportedVote) -> String {
    let method =
      switch vote.method {
      case .scores(let criteria):
        "Scored from 1 to 5 by " + criteria.map(MarkdownText.line).joined(separator: " and ")
      case .dots(let budget, let most):
        "\(Parts.count(budget, "dot")) for each voter, \(most) at most for one item"
      case .ranking(let places): "Ranked, \(Parts.count(places, "place")) for each voter"
      }
    let voters = vote.voters == .groups ? "group" : "delegate"
    let returns =
      vote.isByHands
      ? "by a show of hands" : "\(vote.ballots) of \(Parts.count(vote.electorate, voters)) voted"
    return "\(method); \(returns).\n"
  }

  /// Means, spreads (normalised standard deviations) and n by criterion.
  private func scores(_ vote: ReportedVote, _ criteria: [String]) -> String {
    let columns = criteria.flatMap { criterion in
      let name = MarkdownText.line(criterion)
      return ["#\(name)", "#spread", "#n"]
    }
    let hasQuadrants = vote.items.contains { $0.quadrant != nil || $0.blank != nil }
    let rows = vote.items.map { item in
      [Self.place(item), Self.name(item)]
        + item.criteria.flatMap { criterion in
          guard let spread = criterion.spread else {
            return ["withheld", "", String(criterion.n)]
          }
          let mark = spread.isDissent ? " **≠**" : ""
          return [
            spread.mean.map { Wording.decimal($0) } ?? "",
            (spread.normalisedDeviation.map { Wording.decimal($0) } ?? "") + mark, String(spread.n),
          ]
        } + (hasQuadrants ? [item.quadrant?.rawValue ?? item.blank?.text ?? ""] : [])
    }
    return Parts.table(["Place", "Item"] + columns + (hasQuadrants ? ["Where"] : []), rows)
  }

  private func remarks(_ vote: ReportedVote) -> String {
    var lines: [String] = []
    if case .scores(let criteria) = vote.method, criteria.count > 1 {
      lines.append(
        "Places are by the sum of the means: "
          + criteria.map(MarkdownText.line).joined(separator: " + "))
    }
    if !vote.quickWins.isEmpty {
      lines.append("**Quick wins:** " + vote.quickWins.map(Self.name).joined(separator: "; "))
    }
    let dissent = vote.items.filter(\.hasDissent)
    if !dissent.isEmpty {
      lines.append(
        "**≠ The room disagrees** (spread, the normalised standard deviation, above 0.30): "
          + dissent.map(Self.dissent).joined(separator: "; "))
    }
    for item in vote.items {
      for criterion in item.criteria where criterion.sectorsDiffer {
        let sectors = criterion.sectors.map { sector in
          "\(MarkdownText.line(sector.name)) \(sector.spread.mean.map { Wording.decimal($0) } ?? "")"
            + " (n \(sector.spread.n))"
        }
        lines.append(
          "**Sectors differ** on \(MarkdownText.line(criterion.name)) of \(Self.name(item))"
            + (criterion.sectors.differ
              ? ": " + sectors.joined(separator: ", ")
              : "; their means are withheld, since they could tell how a person voted"))
      }
    }
    return lines.map { $0 + "\n" }.joined(separator: "\n")
  }

  private static func dissent(_ item: ReportedVote.Item) -> String {
    let criteria = item.criteria.filter(\.isDissent).map { criterion in
      let scores = (criterion.distribution ?? []).enumerated().filter { $0.element > 0 }
        .map { "\($0.element) × \($0.offset + 1)" }
      return "\(MarkdownText.line(criterion.name)) \(scores.joined(separator: ", "))"
    }
    return "\(name(item)) (\(criteria.joined(separator: "; ")))"
  }

  private func totals(_ vote: ReportedVote) -> String {
    var header = ["Place", "Item"]
    var isRanking = false
    if case .ranking = vote.method { isRanking = true }
    header += vote.isByHands ? ["#hands"] : [isRanking ? "#points" : "#dots", "#voters"]
    let rows = vote.items.map { item in
      [Self.place(item), Self.name(item), item.isAsked ? String(item.total) : "not asked"]
        // Hands are counted, not who raised them.
        + (vote.isByHands ? [] : [String(item.voters)])
    }
    return Parts.table(header, rows)
  }

  private static func place(_ item: ReportedVote.Item) -> String {
    item.rank.map { "\($0)" + (item.isTied ? " (tie)" : "") } ?? ""
  }

  private static func name(_ item: ReportedVote.Item) -> String {
    guard let text = item.text, !item.isTitled else { return label(item.name, item) }
    return "\(item.name) \(MarkdownText.line(text))"
  }

  /// A number as it is said, or a title that renders as itself.
  private static func label(_ name: String, _ item: ReportedVote.Item) -> String {
    item.isTitled ? MarkdownText.line(name) : name
  }

  private static func change(_ item: ReportedVote.Item) -> String? {
    let name = label(item.name, item)
    guard item.fate != .unchanged else { return nil }
    let then = item.titleThen.map { " (voted on as ‘\(MarkdownText.line($0))’)" } ?? ""
    let into = item.mergedInto.map { " into \(label($0, item))" } ?? ""
    return "\(name) was \(item.fate.rawValue)\(into)\(then)"
  }
}
