extension Session {
  /// What the room said in a vote; `nil` where there is no such vote.
  ///
  /// Says it whether or not the result was revealed: who shows it asks `isRevealed`.
  public func result(of id: ScoringID) -> ScoringResult? {
    guard let scoring = scorings[id] else { return nil }
    var counts = Dictionary(
      scoring.items.map { ($0.id, Count(scoring.method)) }, uniquingKeysWith: { a, _ in a })
    let names = scoring.voters == .delegates ? SectorNames(delegates.values) : nil
    for (voter, marks) in scoring.ballots {
      let sector = sector(of: voter, names)
      for mark in marks { counts[mark.item]?.add(mark, sector) }
      for item in Set(marks.map(\.item)) { counts[item]?.voters += 1 }
    }
    for (item, hands) in scoring.hands { counts[item]?.add(hands: hands) }
    var items = scoring.items.map { item in
      (counts[item.id] ?? Count(scoring.method)).result(
        item, fate(of: item, scoring.kind), hidesFew: hidesFew(scoring),
        isAsked: scoring.hands.isEmpty || scoring.hands[item.id] != nil)
    }
    let voted = items.indices.filter { items[$0].voters > 0 || items[$0].total > 0 }
    let totals = voted.map { counts[items[$0].item.id] ?? Count(scoring.method) }
    for (index, place) in zip(voted, Ranking.places(totals) { $0.isAhead(of: $1) }) {
      (items[index].rank, items[index].isTied) = place
    }
    return ScoringResult(
      ballots: scoring.ballots.count, electorate: electorate(of: scoring), items: items)
  }

  private func sector(of voter: Scoring.Voter, _ names: SectorNames?) -> String? {
    guard case .delegate(let id) = voter, let names else { return nil }
    return names.name(delegates[id]?.profile.sector ?? "")
  }

  /// Whether where a thing lies by one or two answers would tell how a person voted.
  private func hidesFew(_ scoring: Scoring) -> Bool {
    scoring.voters == .delegates && plan.attribution == .chathamHouse
  }

  private func electorate(of scoring: Scoring) -> Int {
    let present: [Scoring.Voter] =
      switch scoring.voters {
      case .groups: tables.map { .group($0.id) }
      case .delegates: delegatesHere.map { .delegate($0.id) }
      }
    return Set(present).union(scoring.ballots.keys).count
  }

  /// What people call a thing that is voted on, such as `#17`, `O3` or a theme's title.
  public func name(of item: String, _ kind: Scoring.ItemKind) -> String {
    switch kind {
    case .contributions: spoken(ContributionID(item))
    case .themes: title(of: ThemeID(item))
    case .opportunities: spoken(OpportunityID(item))
    }
  }

  /// What an item was called when it was voted on, where that is not what it is called now: the words of
  /// a contribution, the title of a theme or an opportunity. `nil` where they may not be told any longer.
  public func wordsThen(_ item: ScoringResult.Item, _ kind: Scoring.ItemKind) -> String? {
    guard item.fate != .redacted, item.fate != .withdrawn else { return nil }
    switch kind {
    case .contributions:
      guard let point = contributions[ContributionID(item.item.id)], point.hasVoice,
        point.earlierWords.indices.contains(item.item.rewordings)
      else { return nil }
      let then = point.earlierWords[item.item.rewordings]
      return then == point.words ? nil : then
    case .themes:
      let title = theme(ThemeID(item.item.id))?.title
      return item.item.title == title ? nil : item.item.title
    case .opportunities:
      let title = opportunities[OpportunityID(item.item.id)].map { self.title(of: $0) }
      return item.item.title == title ? nil : item.item.title
    }
  }

  private func fate(of item: Scoring.Item, _ kind: Scoring.ItemKind) -> ScoringResult.Fate {
    switch kind {
    case .contributions:
      let id = ContributionID(item.id)
      guard let point = contributions[id] else { return .withdrawn }
      switch point.standing {
      case .kept: return point.earlierWords.count == item.rewordings ? .unchanged : .reworded
      case .merged: return .merged(into: stayer(of: id).text)
      case .split: return .split
      case .withdrawn: return .withdrawn
      case .redacted: return .redacted
      }
    case .themes:
      let current = themeLineage.current(ThemeID(item.id))
      if current.text != item.id { return .merged(into: current.text) }
      guard let theme = theme(current) else { return .withdrawn }
      return theme.title == item.title ?? theme.title ? .unchanged : .reworded
    case .opportunities:
      guard let opportunity = opportunities[OpportunityID(item.id)], !opportunity.isWithdrawn
      else { return .withdrawn }
      let title = opportunity.card.title.isEmpty ? nil : opportunity.card.title
      if let title, title == item.title { return .unchanged }
      return title == item.title && rewordings(of: opportunity) == item.rewordings
        ? .unchanged : .reworded
    }
  }
}

/// The votes for one item while they are counted.
private struct Count {
  private let method: Scoring.Method
  private var scores: [String: [String?: [Int]]] = [:]
  private var total = 0
  var voters = 0
  private var places: [Int]

  init(_ method: Scoring.Method) {
    self.method = method
    if case .ranking(let count) = method {
      places = Array(repeating: 0, count: max(0, min(count, 999)))
    } else {
      places = []
    }
  }

  mutating func add(_ mark: Scoring.Mark, _ sector: String?) {
    switch method {
    case .scores:
      guard let criterion = mark.criterion, Scoring.scale.contains(mark.points) else { return }
      scores[criterion, default: [:]][sector, default: []].append(mark.points)
    case .dots:
      total = total.adding(saturating: mark.points)
    case .ranking:
      guard places.indices.contains(mark.points - 1) else { return }
      places[mark.points - 1] += 1
      total += places.count + 1 - mark.points
    }
  }

  mutating func add(hands: Int) { total = total.adding(saturating: hands) }

  func isAhead(of other: Count) -> Bool {
    if case .scores(let criteria) = method { return sum(criteria) > other.sum(criteria) }
    return total > other.total
  }

  private func sum(_ criteria: [String]) -> MeanSum {
    MeanSum(criteria.map { Spread((scores[$0] ?? [:]).values.joined()) })
  }

  func result(
    _ item: Scoring.Item, _ fate: ScoringResult.Fate, hidesFew: Bool, isAsked: Bool
  ) -> ScoringResult.Item {
    var criteria: [ScoringResult.Criterion] = []
    if case .scores(let names) = method {
      criteria = names.map { criterion($0, hidesFew: hidesFew) }
    }
    let (quadrant, blank) = Self.lie(criteria)
    return ScoringResult.Item(
      item: item, fate: fate, criteria: criteria, total: total, isAsked: isAsked,
      voters: voters, places: places, rank: nil, isTied: false, quadrant: quadrant, blank: blank)
  }

  /// Where a thing lies in the matrix, or why nowhere.
  private static func lie(
    _ criteria: [ScoringResult.Criterion]
  ) -> (ScoringResult.Quadrant?, ScoringResult.Blank?) {
    guard let impact = criteria.first(where: { $0.name == "impact" })?.spread,
      let ease = criteria.first(where: { $0.name == "ease" })?.spread, impact.n + ease.n > 0
    else { return (nil, nil) }
    guard let high = impact.side else { return (nil, .noneGiven("impact")) }
    guard let right = ease.side else { return (nil, .noneGiven("ease")) }
    if criteria.contains(where: \.isWithheld) { return (nil, .tooFew) }
    return (ScoringResult.Quadrant(impact: high, ease: right), nil)
  }

  private func criterion(_ name: String, hidesFew: Bool) -> ScoringResult.Criterion {
    let given = scores[name] ?? [:]
    let spread = Spread(given.values.joined())
    var distribution = Array(repeating: 0, count: Scoring.scale.count)
    for score in given.values.joined() { distribution[score - Scoring.scale.lowerBound] += 1 }
    let sectors = given.compactMap { sector, scores in
      sector.map { ScoringResult.Sector(name: $0, spread: Spread(scores)) }
    }
    return ScoringResult.Criterion(
      name: name, spread: spread, distribution: distribution,
      sectors: sectors.sorted { $0.name < $1.name },
      isWithheld: hidesFew && (1..<SectorDisclosure.smallest).contains(spread.n))
  }
}
