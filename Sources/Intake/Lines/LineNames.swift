import SessionEngine

/// The names that lines of input gave to what they opened or raised, so that later lines can speak of
/// it before anybody knows its number.
public struct LineNames: Sendable {
  private var scorings: [String: ScoringID] = [:]
  private var opportunities: [String: OpportunityID] = [:]

  /// No names yet.
  public init() {}

  /// Takes in what carrying out a line made.
  public mutating func note(_ name: String?, _ events: [any Event]) {
    guard let name = name?.folded, !name.isEmpty else { return }
    for event in events {
      if let opened = event as? ScoringOpened { scorings[name] = opened.scoring }
      if let raised = event as? OpportunityRaised { opportunities[name] = raised.opportunity }
    }
  }

  /// The vote that a text names: by a name of the input, its place in the order of opening, its title
  /// or any unambiguous part of it.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - session: whose votes are looked among.
  ///   - isWithdrawn: whether one that was taken back is meant, and none that stands.
  /// - Throws: `Refusal` naming the candidates where none or several fit.
  public func scoring(
    _ text: String, in session: Session, isWithdrawn: Bool = false
  ) throws(Refusal) -> Scoring {
    if let id = scorings[text.folded], let scoring = session.scorings[id] { return scoring }
    let votes = session.scorings.values.filter { $0.isWithdrawn == isWithdrawn }
    if let place = Int(text.trimmed), votes.indices.contains(place - 1) { return votes[place - 1] }
    return try Naming.pick(text, of: votes, isWithdrawn ? "withdrawn vote" : "vote") { [$0.title] }
  }

  /// The opportunity that a text names: by a name of the input, its number, its title or any
  /// unambiguous part of it.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - session: whose opportunities are looked among.
  ///   - isWithdrawn: whether a title means one that was taken back, and none that stands.
  /// - Throws: `Refusal` naming the candidates where none or several fit.
  public func opportunity(
    _ text: String, in session: Session, isWithdrawn: Bool = false
  ) throws(Refusal) -> Opportunity {
    if let id = opportunities[text.folded], let known = session.opportunities[id] { return known }
    if let number = OpportunityNumber(text.trimmed), let known = session.opportunities[number] {
      return known
    }
    do throws(Refusal) {
      let known = session.opportunities.all.filter { $0.isWithdrawn == isWithdrawn }
      return try Naming.pick(
        text, of: known, isWithdrawn ? "withdrawn opportunity" : "opportunity"
      ) { [session.title(of: $0)] }
    } catch {
      // Whoever gave a number is told numbers.
      guard OpportunityNumber(text.trimmed) != nil, error.absent != nil else { throw error }
      throw session.noOpportunity(text)
    }
  }

  /// The contribution of a number, as `17` or `#17`.
  ///
  /// - Throws: `Refusal` where there is none.
  public static func contribution(
    _ text: String, in session: Session
  ) throws(Refusal) -> Contribution {
    let number = ContributionNumber(text.trimmed)
    guard let contribution = number.flatMap({ session.contributions[$0] }) else {
      throw Refusal(
        "there is no contribution ‘\(text.trimmed)’", remedy: "give its number, such as 17 or #b4",
        absent: number.map { .contribution($0) })
    }
    return contribution
  }
}

/// What a line of input asks for.
public struct LineOrder: Sendable {
  /// The line in the input, from 1.
  public let line: Int
  /// What to carry out; `nil` for a line that only asks what a vote came to.
  public let command: Command?
  /// The name that the line gives to what it makes.
  public let name: String?
  /// The vote whose result is asked for.
  public let result: ScoringID?

  init(
    _ line: InputLine, _ command: Command?, name: String? = nil, result: ScoringID? = nil
  ) {
    self.line = line.line
    self.command = command
    self.name = name
    self.result = result
  }
}
