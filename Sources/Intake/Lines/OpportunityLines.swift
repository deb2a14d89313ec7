import SessionEngine

/// Lines of input for `plenary opportunity`: raising, cards, links, stages.
public enum OpportunityLines {
  private static let verbs = [
    "raise", "revise", "link", "unlink", "stage", "withdraw", "restore",
  ]

  /// What a line asks for, in the session as it is when its turn comes.
  ///
  /// - Throws: `Refusal` where it cannot be understood; what the rules of the engine forbid is refused
  ///   when the command is carried out.
  public static func order(
    _ line: InputLine, in session: Session, _ names: LineNames
  ) throws(Refusal) -> LineOrder {
    let verb = try line.verb(among: verbs)
    if verb == "raise" {
      try line.demand(only: ["raise", "as"] + CardLine.names)
      var sources: [ContributionID] = []
      for word in try line.words("raise") ?? [] {
        sources.append(try LineNames.contribution(word, in: session).id)
      }
      // As on the console: what a line leaves out of these three begins as the contributions have it.
      var patch = try CardLine(line, session).patch(of: OpportunityCard())
      let first = session.firstCard(from: sources)
      patch.priority = patch.priority ?? first.priority
      patch.themes = patch.themes ?? first.themes
      patch.isImmediate = patch.isImmediate ?? first.isImmediate
      return LineOrder(line, .raise(sources, patch), name: try line.word("as"))
    }
    let opportunity = try names.opportunity(
      try line.needed(verb), in: session, isWithdrawn: verb == "restore")
    let id = opportunity.id
    switch verb {
    case "revise":
      try line.demand(only: ["revise"] + CardLine.names)
      return LineOrder(
        line, .reviseCard(id, try CardLine(line, session).patch(of: opportunity.card)))
    case "link", "unlink":
      try line.demand(only: [verb, "contribution"])
      let source = try LineNames.contribution(try line.needed("contribution"), in: session)
      return LineOrder(line, .link(id, source.id, verb == "link"))
    case "stage":
      return LineOrder(line, .stageOpportunity(id, try standing(line)))
    default:
      try line.demand(only: [verb])
      return LineOrder(line, .withdrawOpportunity(id, verb == "withdraw"))
    }
  }

  private static func standing(_ line: InputLine) throws(Refusal) -> Opportunity.Standing {
    try line.demand(only: ["stage", "to", "outcome", "reason"])
    let to = try line.needed("to")
    // As the program says it: ‘tried: worked’.
    let parts = to.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    let spoken = (parts.first ?? to).folded == "taken up for operational development"
    guard let stage: Opportunity.Stage = spoken ? .takenUp : choice(parts.first ?? to) else {
      throw Refusal("there is no stage ‘\(to)’", remedy: options(Opportunity.Stage.self))
    }
    if stage == .dropped, parts.count == 2, try line.word("reason") == nil {
      return Opportunity.Standing(stage, reason: parts[1])
    }
    var outcome: Opportunity.Outcome?
    if parts.count == 2 {
      outcome = choice(parts[1])
      if outcome == nil {
        throw Refusal("‘\(parts[1])’ is no outcome", remedy: options(Opportunity.Outcome.self))
      }
    }
    if let given = try line.word("outcome") {
      outcome = choice(given)
      if outcome == nil {
        throw Refusal("‘\(given)’ is no outcome", remedy: options(Opportunity.Outcome.self))
      }
    }
    return Opportunity.Standing(stage, outcome: outcome, reason: try line.word("reason"))
  }

  /// The case that a word names, whatever the case and the spaces: `under way` for `under-way`.
  static func choice<Choice: CaseIterable & RawRepresentable<String>>(_ text: String) -> Choice? {
    let key = text.folded.split(separator: " ").joined(separator: "-")
    return Choice.allCases.first { $0.rawValue == key }
  }

  static func options<Choice: CaseIterable & RawRepresentable<String>>(_: Choice.Type) -> String {
    "choose from " + Choice.allCases.map(\.rawValue).joined(separator: ", ")
  }
}

/// The fields of a card in a line of input.
struct CardLine {
  private typealias Words = (
    name: String, patch: any WritableKeyPath<CardPatch, String?> & Sendable
  )

  private static let texts: [Words] = [
    ("title", \.title), ("currentApproach", \.currentApproach), ("improvement", \.improvement),
    ("mindset", \.mindset), ("belief", \.belief), ("action", \.action), ("measure", \.measure),
    ("success", \.success), ("place", \.place), ("duration", \.duration), ("cost", \.cost),
    ("risk", \.risk), ("date", \.date),
  ]

  /// Everything that can stand on a card.
  static let names =
    texts.map(\.name) + [
      "priority", "themes", "immediate", "owner", "helpers", "skillsWanted", "fourPs", "emmie",
      "marylandNow", "marylandAfter",
    ]

  private let line: InputLine
  private let session: Session

  init(_ line: InputLine, _ session: Session) {
    self.line = line
    self.session = session
  }

  /// What the line changes on a card.
  func patch(of card: OpportunityCard) throws(Refusal) -> CardPatch {
    var patch = CardPatch()
    for (name, path) in Self.texts { patch[keyPath: path] = try line.word(name) }
    if let name = try line.word("priority") {
      patch.priority = name.trimmed.isEmpty ? "" : try session.priority(named: name).id
    }
    if let names = try line.words("themes") {
      var themes: [ThemeID] = []
      for name in names { themes.append(try session.theme(named: name).id) }
      patch.themes = themes
    }
    patch.isImmediate = try line.flag("immediate")
    if let name = try line.word("owner") {
      patch.owner = name.trimmed.isEmpty ? "" : try session.delegate(named: name).id
    }
    if let names = try line.words("helpers") {
      var helpers: [DelegateID] = []
      for name in names { helpers.append(try session.delegate(named: name).id) }
      patch.helpers = helpers
    }
    patch.skillsWanted = try line.words("skillsWanted")?.flatMap { words in
      words.split { $0 == "," || $0 == ";" }.map { String($0).trimmed }.filter { !$0.isEmpty }
    }
    if let names = try line.words("fourPs") {
      var strands: [OpportunityCard.FourP] = []
      for name in names {
        guard let strand: OpportunityCard.FourP = OpportunityLines.choice(name) else {
          throw Refusal(
            "‘\(name)’ is none of the four Ps",
            remedy: OpportunityLines.options(OpportunityCard.FourP.self))
        }
        strands.append(strand)
      }
      patch.fourPs = strands
    }
    patch.emmie = try emmie(card)
    patch.marylandNow = try line.whole("marylandNow")
    patch.marylandAfter = try line.whole("marylandAfter")
    return patch
  }

  /// The evidence: an object by part, or in a table `effect known; mechanism gap`. What is not named
  /// stays; null, or a part with nothing behind it, empties.
  private func emmie(
    _ card: OpportunityCard
  ) throws(Refusal) -> [OpportunityCard.EMMIE: OpportunityCard.Knowledge]? {
    guard let value = line.fields["emmie"] else { return nil }
    var pairs: [(String, String)] = []
    if case .object(let parts) = value {
      for (part, knowledge) in parts.sorted(by: { $0.key < $1.key }) {
        guard knowledge == .null || knowledge.word != nil else {
          throw line.wrong("emmie", knowledge, "known, partly or gap")
        }
        pairs.append((part, knowledge.word ?? ""))
      }
    } else {
      for text in try line.words("emmie") ?? [] {
        let words = text.split { $0 == " " || $0 == "=" || $0 == ":" }
        pairs.append((String(words.first ?? ""), words.dropFirst().joined(separator: " ")))
      }
    }
    var emmie = card.emmie
    for (name, text) in pairs {
      guard let part: OpportunityCard.EMMIE = OpportunityLines.choice(name) else {
        throw Refusal(
          "‘\(name)’ is no part of EMMIE",
          remedy: OpportunityLines.options(OpportunityCard.EMMIE.self))
      }
      let knowledge: OpportunityCard.Knowledge? = OpportunityLines.choice(text)
      guard knowledge != nil || text.trimmed.isEmpty else {
        throw Refusal(
          "‘\(text)’ says nothing of the \(name)",
          remedy: OpportunityLines.options(OpportunityCard.Knowledge.self))
      }
      emmie[part] = knowledge
    }
    return emmie
  }
}
