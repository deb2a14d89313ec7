import SessionEngine
import Terminal

// Votes and their results in words.
extension ConsoleState {
  /// How a vote is answered, in a few words.
  func methodText(_ scoring: Scoring) -> String {
    let who = scoring.voters == .groups ? "by group" : "by delegate"
    switch scoring.method {
    case .scores(let criteria): return criteria.joined(separator: " and ") + ", 1 to 5, " + who
    case .dots(let budget, let most):
      let dots = budget == 1 ? "1 dot" : "\(budget) dots"
      return dots + (most < budget ? ", \(most) at most for one" : "") + ", " + who
    case .ranking(let places): return "top \(places), " + who
    }
  }

  /// How far a vote has come.
  func stateText(_ scoring: Scoring) -> String {
    var parts: [String] = []
    if scoring.hands.isEmpty {
      let electorate = session.result(of: scoring.id)?.electorate ?? 0
      parts.append("\(scoring.ballots.count) of \(electorate) in")
    } else {
      parts.append("hands for \(scoring.hands.count) of \(scoring.items.count)")
    }
    if scoring.isClosed { parts.append("closed") }
    parts.append(
      scoring.isRevealed ? "revealed" : decide.showsValues ? "numbers shown here" : "hidden")
    return parts.joined(separator: " \(glyph(.dot)) ")
  }

  /// What is still wanted for a result; `nil` where nothing is.
  func missingText(_ scoring: Scoring) -> String? {
    guard scoring.hasVotes else { return "nobody has voted yet" }
    guard scoring.hands.isEmpty else {
      let counted = scoring.items.count { scoring.hands[$0.id] != nil }
      return counted == scoring.items.count
        ? nil : "hands were counted for \(counted) of \(scoring.items.count) items"
    }
    let rows = ballotRows(of: scoring).filter { $0 != .hands }
    let missing = rows.filter { isWaiting($0, in: scoring) }
    guard !missing.isEmpty else { return nil }
    let names = missing.prefix(3).map { name(of: $0) }.joined(separator: ", ")
    return
      "\(missing.count) of \(rows.count) ballots \(missing.count == 1 ? "is" : "are") missing, "
      + names + (missing.count > 3 ? " \(glyph(.ellipsis))" : "")
  }

  /// What became of an item since the vote; empty where nothing did.
  func fateText(_ fate: ScoringResult.Fate, _ scoring: Scoring) -> String {
    fate.text { session.name(of: $0, scoring.kind) }.map { $0 + " since" } ?? ""
  }

  /// An item's place in the result; an equals sign says that others share it.
  func rankText(_ item: ScoringResult.Item) -> String {
    item.rank.map { (item.isTied ? "=" : "") + "\($0)" } ?? glyph(.dash)
  }

  /// What the room said of an item, in one line.
  func account(of item: ScoringResult.Item, in scoring: Scoring) -> String {
    var parts: [String] = []
    switch scoring.method {
    case .scores:
      for (index, criterion) in item.criteria.enumerated() where criterion.spread.n > 0 {
        guard let told = criterion.told else {
          let few = SectorDisclosure.smallest
          parts.append("\(criterion.name) withheld: fewer than \(few) delegates answered")
          continue
        }
        var text = "\(criterion.name) \(meanText(told.mean))"
        let counts = criterion.distribution.map(String.init).joined(separator: " ")
        // How many gave each score; which scores stands once, for a line is short.
        text += " (\(index == 0 ? "1-5: " : "")\(counts))"
        if let spread = told.normalisedDeviation {
          text += ", spread \(Wording.decimal(spread))"
        }
        if criterion.isDissent {
          text += ", dissent (above \(Wording.decimal(Spread.dissentThreshold)))"
        }
        parts.append(text)
        if let sectors = sectorText(criterion) { parts.append(sectors) }
      }
    case .dots:
      if item.voters > 0 { parts.append("by \(item.voters) of \(scoring.ballots.count) voters") }
      let what = scoring.hands.isEmpty ? "dot" : "hand"
      parts.append(item.total == 1 ? "1 \(what)" : "\(item.total) \(what)s")
    case .ranking:
      parts.append(item.total == 1 ? "1 point" : "\(item.total) points")
      let places = item.places.enumerated().filter { $0.element > 0 }
        .map { "\($0.element)\(glyph(.times)) place \($0.offset + 1)" }
      if !places.isEmpty { parts.append(places.joined(separator: ", ")) }
    }
    if !item.isAsked {
      parts = ["not asked"]
    } else if item.rank == nil, scoring.hands.isEmpty {
      parts = ["no votes"]
    }
    let fate = fateText(item.fate, scoring)
    if !fate.isEmpty {
      let then = item.fate == .reworded ? session.wordsThen(item, scoring.kind) : nil
      parts.append(fate + (then.map { " (voted on as ‘\($0)’)" } ?? ""))
    }
    return parts.joined(separator: " \(glyph(.dot)) ")
  }

  /// A mean with one decimal; a dash where there is none.
  func meanText(_ mean: Double?) -> String { mean.map { Wording.decimal($0, places: 1) } ?? "-" }

  /// Why nothing is said by sector, where nothing can be; `nil` where it is said, or they do not differ.
  func sectorSilence(_ result: ScoringResult, _ scoring: Scoring) -> String? {
    guard case .scores = scoring.method, result.ballots > 0 else { return nil }
    if scoring.voters == .groups { return "no sectors: groups are mixed" }
    let known = result.items.lazy.flatMap(\.criteria).flatMap(\.sectors).contains {
      !$0.name.isEmpty
    }
    return known ? nil : "no sectors: nobody’s is on the list"
  }

  /// The means of the sectors where they differ, as far as no person's vote can be told from them.
  private func sectorText(_ criterion: ScoringResult.Criterion) -> String? {
    guard criterion.sectorsDiffer else { return nil }
    let shown = session.tellableSectors(of: criterion)
    guard shown.differ else {
      return "sectors differ, means withheld: they could tell how a person voted"
    }
    return shown.map { "\($0.name) \(meanText($0.spread.mean))" }.joined(separator: ", ")
  }
}
