import SessionEngine

/// Lines of input for `plenary score`: votes, ballots, shows of hands.
public enum ScoreLines {
  private static let verbs = [
    "open", "ballot", "correct", "tally", "reveal", "hide", "close", "reopen", "withdraw",
    "restore", "result",
  ]

  /// What a line asks for, in the session as it is when its turn comes.
  ///
  /// - Throws: `Refusal` where it cannot be understood; what the rules of the engine forbid is refused
  ///   when the command is carried out.
  public static func order(
    _ line: InputLine, in session: Session, _ names: LineNames
  ) throws(Refusal) -> LineOrder {
    let verb = try line.verb(among: verbs)
    if verb == "open" { return try opening(line, session, names) }
    let isBack = verb == "restore"
    let scoring = try names.scoring(
      try line.needed(verb), in: session, isWithdrawn: isBack)
    let id = scoring.id
    switch verb {
    case "ballot", "correct":
      let ballot = BallotLine(line, scoring, session, names)
      let columns = ballot.columns(besides: [verb, "voter", "scores", "dots", "ranking", "digits"])
      try line.demand(
        only: [verb, "voter", "scores", "dots", "ranking", "digits"] + columns.map(\.heading))
      let voter = try voter(try line.needed("voter"), scoring, session)
      let marks = try columns.isEmpty ? ballot.marks() : ballot.marks(in: columns)
      return LineOrder(
        line, verb == "ballot" ? .castBallot(id, voter, marks) : .correctBallot(id, voter, marks))
    case "tally":
      let count = BallotLine(line, scoring, session, names)
      let columns = count.columns(besides: [verb, "hands"])
      try line.demand(only: [verb, "hands"] + columns.map(\.heading))
      let hands = try columns.isEmpty ? count.hands() : count.hands(in: columns)
      return LineOrder(line, .countHands(id, hands))
    case "withdraw":
      try line.demand(only: [verb, "voter"])
      guard let name = try line.word("voter") else {
        return LineOrder(line, .withdrawScoring(id, true))
      }
      return LineOrder(line, .withdrawBallot(id, try voter(name, scoring, session)))
    default:
      try line.demand(only: [verb])
      switch verb {
      case "reveal": return LineOrder(line, .reveal(id, true))
      case "hide": return LineOrder(line, .reveal(id, false))
      case "close": return LineOrder(line, .close(id, true))
      case "reopen": return LineOrder(line, .close(id, false))
      case "restore": return LineOrder(line, .withdrawScoring(id, false))
      default: return LineOrder(line, nil, result: id)
      }
    }
  }

  private static func voter(
    _ name: String, _ scoring: Scoring, _ session: Session
  ) throws(Refusal) -> Scoring.Voter {
    switch scoring.voters {
    case .groups: .group(try session.group(named: name).id)
    case .delegates: .delegate(try session.delegate(named: name).id)
    }
  }

  // MARK: Opening

  private static func opening(
    _ line: InputLine, _ session: Session, _ names: LineNames
  ) throws(Refusal) -> LineOrder {
    try line.demand(only: [
      "open", "items", "of", "method", "criteria", "budget", "most", "places", "voters", "as",
    ])
    let voters: Scoring.VoterKind
    let given = try line.word("voters") ?? "groups"
    switch given.trimmed.lowercased() {
    case "groups", "group": voters = .groups
    case "delegates", "delegate": voters = .delegates
    default:
      throw Refusal("‘\(given)’ do not vote", remedy: "write groups or delegates")
    }
    let new = NewScoring(
      try line.needed("open"), method: try method(line), items: try items(line, session, names),
      voters: voters)
    return LineOrder(line, .openScoring(new), name: try line.word("as"))
  }

  private static func method(_ line: InputLine) throws(Refusal) -> Scoring.Method {
    let name = (try line.word("method") ?? "scores").trimmed.lowercased()
    switch name {
    case "scores", "impact and ease", "impact-ease":
      return .scores(criteria: try line.words("criteria") ?? ["impact", "ease"])
    case "dots":
      let budget = try line.whole("budget") ?? 5
      return .dots(budget: budget, most: try line.whole("most") ?? budget)
    case "ranking": return .ranking(places: try line.whole("places") ?? 5)
    default:
      throw Refusal("there is no method ‘\(name)’", remedy: "write scores, dots or ranking")
    }
  }

  private static func items(
    _ line: InputLine, _ session: Session, _ names: LineNames
  ) throws(Refusal) -> NewScoring.Items {
    if case .object(let place)? = line.fields["items"] {
      guard place.count == 1, let name = place["theme"]?.word else {
        throw Refusal(
          "‘items’ names no selection", remedy: "write {\"theme\": \"…\"}, or a list")
      }
      let theme = try session.theme(named: name)
      return .contributions(
        session.contributions.all.filter { $0.isKept && $0.themes.contains(theme.id) }.map(\.id))
    }
    let words = try line.words("items") ?? ["highlights"]
    switch words.count == 1 ? words[0].trimmed.lowercased() : "" {
    case "highlights":
      return .contributions(
        session.contributions.all.filter { $0.isKept && $0.isHighlighted }.map(\.id))
    case "themes": return .themes(session.themes.map(\.id))
    case "opportunities":
      return .opportunities(session.opportunities.kept.filter(\.isOpen).map(\.id))
    default: break
    }
    switch try line.word("of")?.trimmed.lowercased() ?? kind(of: words) {
    case "contributions":
      var ids: [ContributionID] = []
      for word in words { ids.append(try LineNames.contribution(word, in: session).id) }
      return .contributions(ids)
    case "opportunities":
      var ids: [OpportunityID] = []
      for word in words { ids.append(try names.opportunity(word, in: session).id) }
      return .opportunities(ids)
    case "themes":
      var ids: [ThemeID] = []
      for word in words { ids.append(try session.theme(named: word).id) }
      return .themes(ids)
    case let other:
      throw Refusal(
        "‘\(other)’ cannot be voted on", remedy: "write contributions, themes or opportunities")
    }
  }

  /// What a list of names speaks of: `17` and `#17` of contributions, `O7` of opportunities, anything
  /// else of themes.
  private static func kind(of words: [String]) -> String {
    if words.allSatisfy({ ContributionNumber($0.trimmed) != nil && !$0.isOpportunity }) {
      return "contributions"
    }
    return words.allSatisfy(\.isOpportunity) ? "opportunities" : "themes"
  }
}

extension String {
  /// Whether it reads as the number of an opportunity with its letter, such as `O7`.
  fileprivate var isOpportunity: Bool {
    let text = trimmed
    return (text.hasPrefix("O") || text.hasPrefix("o")) && OpportunityNumber(text) != nil
  }
}
