import SessionEngine

extension ReportedVote {
  /// The vote as the JSON document has it.
  var value: JSONValue {
    .object([
      "title": .string(title), "method": Self.value(method), "of": .string(kind.rawValue),
      "voters": .string(voters.rawValue), "revealed": .bool(isRevealed), "closed": .bool(isClosed),
      "ballots": .int(ballots), "electorate": .int(electorate), "byHands": .bool(isByHands),
      "items": .array(items.map(\.value)), "quickWins": .strings(quickWins.map(\.name)),
    ])
  }

  private static func value(_ method: Scoring.Method) -> JSONValue {
    switch method {
    case .scores(let criteria):
      .object(["by": .string("scores"), "criteria": .strings(criteria)])
    case .dots(let budget, let most):
      .object(["by": .string("dots"), "budget": .int(budget), "most": .int(most)])
    case .ranking(let places): .object(["by": .string("ranking"), "places": .int(places)])
    }
  }
}

extension ReportedVote.Item {
  /// What the room said of one thing, as the JSON document has it.
  var value: JSONValue {
    .object([
      "item": .string(name), "text": .optional(text), "titleThen": .optional(titleThen),
      "fate": .string(fate.rawValue), "mergedInto": .optional(mergedInto),
      "rank": .optional(rank), "tied": .bool(isTied), "total": .int(total),
      "asked": .bool(isAsked), "voters": .int(voters), "places": .array(places.map(JSONValue.int)),
      "quadrant": .optional(quadrant?.rawValue), "noQuadrant": .optional(blank?.text),
      "criteria": .array(criteria.map(\.value)),
    ])
  }
}

extension ReportedVote.Criterion {
  /// What the room said by one criterion, as the JSON document has it.
  var value: JSONValue {
    .object([
      "name": .string(name), "n": .int(n), "mean": .optional(spread?.mean),
      "deviation": .optional(spread?.deviation),
      "normalisedDeviation": .optional(spread?.normalisedDeviation),
      "dissent": .bool(isDissent),
      "distribution": distribution.map { .array($0.map(JSONValue.int)) } ?? .null,
      "sectorsDiffer": .bool(sectorsDiffer),
      "sectors": .array(
        sectors.map { sector in
          .object([
            "sector": .string(sector.name), "n": .int(sector.spread.n),
            "mean": .optional(sector.spread.mean),
          ])
        }),
    ])
  }
}
