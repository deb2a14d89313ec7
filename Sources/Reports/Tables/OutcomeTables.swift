import SessionEngine
import Tabular

// What the room came to, as tables.
extension Tables {
  /// One opportunity a row.
  var opportunities: [UInt8] {
    let evidence = OpportunityCard.EMMIE.allCases
    let header =
      [
        "number", "title", "priority", "themes", "stage", "outcome", "reason", "since", "immediate",
        "owner", "helpers", "skillsWanted", "date", "currentApproach", "improvement", "mindset",
        "belief", "action", "measure", "success", "place", "duration", "cost", "risk", "fourPs",
      ] + evidence.map(\.rawValue)
      + ["marylandNow", "marylandAfter", "lacks", "contributions", "sources", "marking"]
    let rows = disclosure.outcomes.opportunities.map { opportunity in
      let card = opportunity.card
      let standing = opportunity.standing
      return [
        opportunity.number.description, opportunity.title, opportunity.priority ?? "",
        list(opportunity.themes), standing.stage.rawValue, standing.outcome?.rawValue ?? "",
        standing.reason ?? "", opportunity.history.last?.date ?? "", yesOrNo(card.isImmediate),
        opportunity.owner.map(person) ?? "", list(opportunity.helpers.map(person)),
        list(card.skillsWanted), card.date, card.currentApproach, card.improvement, card.mindset,
        card.belief, card.action, card.measure, card.success, card.place, card.duration, card.cost,
        card.risk, list(card.fourPs.map(\.rawValue)),
      ] + evidence.map { card.emmie[$0]?.rawValue ?? "" }
        + [
          level(card.marylandNow), level(card.marylandAfter),
          list(opportunity.lacks.map(\.rawValue)),
          list(opportunity.contributions.map(\.number.description)),
          list(opportunity.sources.map(\.number.description)), marking,
        ]
    }
    return CSVWriter.document(header: header, rows: rows)
  }

  /// One item of a vote a row, or one for each criterion where it was scored by several.
  var scores: [UInt8] {
    let header = [
      "vote", "by", "revealed", "closed", "ballots", "electorate", "item", "text", "fate", "rank",
      "tied", "total", "voters", "criterion", "n", "mean", "deviation", "normalisedDeviation",
      "dissent", "1", "2", "3", "4", "5", "quadrant", "sectors", "marking",
    ]
    let rows = disclosure.outcomes.votes.flatMap { vote in
      vote.items.flatMap { item in
        let beginning = [
          vote.title, Self.name(of: vote.method), yesOrNo(vote.isRevealed), yesOrNo(vote.isClosed),
          String(vote.ballots), String(vote.electorate), item.name, item.text ?? "",
          item.fate.rawValue, item.rank.map { String($0) } ?? "", yesOrNo(item.isTied),
          item.isAsked ? String(item.total) : "", String(item.voters),
        ]
        let end = [item.quadrant?.rawValue ?? ""]
        guard !item.criteria.isEmpty else {
          return [beginning + Array(repeating: "", count: 11) + end + ["", marking]]
        }
        return item.criteria.map { beginning + figures($0) + end + [sectors($0), marking] }
      }
    }
    return CSVWriter.document(header: header, rows: rows)
  }

  private func figures(_ criterion: ReportedVote.Criterion) -> [String] {
    let spread = criterion.spread
    let decimals = [spread?.mean, spread?.deviation, spread?.normalisedDeviation]
    let counts =
      criterion.distribution.map { $0.map(String.init) } ?? Scoring.scale.map { _ in "" }
    return [criterion.name, String(criterion.n)]
      + decimals.map { $0.map { Wording.decimal($0) } ?? "" }
      + [yesOrNo(criterion.isDissent)] + counts
  }

  private func sectors(_ criterion: ReportedVote.Criterion) -> String {
    list(
      criterion.sectors.map { sector in
        "\(sector.name) \(sector.spread.mean.map { Wording.decimal($0) } ?? "") (n \(sector.spread.n))"
      })
  }

  /// The answers of one form a row, in the order of their content: 1 to 5, 0 for not applicable, empty
  /// where left open. What is written on the forms stands in a table of its own.
  var feedback: [UInt8] {
    guard let evaluation = disclosure.outcomes.evaluation else {
      return CSVWriter.document(header: ["marking"], rows: [])
    }
    let items = evaluation.summary.items.map(\.item.id)
    let rows = evaluation.answers.map { form in
      items.map { item in form[item].map { String($0) } ?? "" } + [marking]
    }
    return CSVWriter.document(header: items + ["marking"], rows: rows)
  }

  /// What is written on the forms, one text a row; each kind in an order of its own.
  var feedbackWords: [UInt8] {
    var rows: [[String]] = []
    if let evaluation = disclosure.outcomes.evaluation {
      for group in evaluation.comments.groups {
        rows += group.comments.map {
          [FormText.comments.rawValue, $0.text, "1", group.theme ?? "", list($0.words), marking]
        }
      }
      rows += evaluation.summary.takeaways.map {
        [FormText.takeaway.rawValue, $0, "1", "", "", marking]
      }
      rows += evaluation.summary.futurePriorities.map {
        [FormText.futurePriorities.rawValue, $0.text, String($0.count), "", "", marking]
      }
    }
    return CSVWriter.document(
      header: ["kind", "text", "forms", "suggestedTheme", "words", "marking"], rows: rows)
  }

  private func person(_ owner: ReportedOwner) -> String {
    let organisation = owner.organisation ?? ""
    return owner.name + (organisation.isEmpty ? "" : ", " + organisation)
  }

  private func level(_ level: Int) -> String { (1...5).contains(level) ? String(level) : "" }

  private static func name(of method: Scoring.Method) -> String {
    switch method {
    case .scores: "scores"
    case .dots: "dots"
    case .ranking: "ranking"
    }
  }
}
