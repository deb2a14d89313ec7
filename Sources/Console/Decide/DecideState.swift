import SessionEngine
import Terminal

/// The Decide screen: the votes of the room, the ballots of one of them, and what came out.
struct DecideState: Sendable {
  enum View: Sendable { case list, ballots, result }

  var view = View.list
  /// The vote that is chosen or open.
  var scoring: ScoringID?
  /// Whose ballot is entered.
  var row: BallotRow? {
    didSet { if row != oldValue { showsBallot = false } }
  }
  /// Whether the ballot under entry is shown although the others are hidden: for that one ballot only.
  var showsBallot = false
  /// Ballots that were begun and not kept yet: they wait while one looks elsewhere.
  var sheets: [SheetKey: BallotSheet] = [:]
  /// A digit that was refused and not put right yet: what is typed behind it would stand a place too early.
  var refusal: RefusedMark?
  var hands = HandCount()
  /// Whether numbers are shown here although the result was not revealed; never kept, so that the next
  /// look is hidden again.
  var showsValues = false
  /// The item chosen in the result.
  var item: String?
  var showsMatrix = true
}

/// A row of the ballots: one voter, or the show of hands instead of all of them.
enum BallotRow: Hashable, Sendable {
  case voter(Scoring.Voter)
  case hands
}

/// Whose ballot of which vote.
struct SheetKey: Hashable, Sendable {
  var scoring: ScoringID
  var voter: Scoring.Voter
}

/// What a prompt or a list on Decide and Trials asks for.
enum ConvergeQuestion: Equatable, Sendable {
  case items
  case method(NewScoring.Items, title: String)
  case budget(NewScoring)
  case title(NewScoring)
  case voter
  case field(OpportunityID, CardField)
  case stage(OpportunityID)
  case dropReason(OpportunityID)
  case source(OpportunityID)
  case link(OpportunityID)
  case unlink(OpportunityID)
}

/// What can be chosen from a list on Decide and Trials.
enum ConvergeChoice: Equatable, Sendable {
  case items(NewScoring.Items, title: String)
  case method(Scoring.Method, Scoring.VoterKind, asksBudget: Bool)
  case row(BallotRow)
  /// A stage; `nil` for dropped, which asks why.
  case standing(Opportunity.Standing?)
  /// What a card says from now on, and in which row of the list that stood.
  case patch(CardPatch, row: Int)
  case contribution(ContributionID)
}

/// What a command of Decide or Trials was for.
public struct ConvergePurpose: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case opened
    case ballot(ScoringID, Scoring.Voter)
    case hands(ScoringID)
    case raised
    /// A field of a card; the row of the list it was chosen from, where the list stays open.
    case card(OpportunityID, CardField, row: Int?)
  }

  let kind: Kind
}

extension Purpose {
  static func converge(_ kind: ConvergePurpose.Kind) -> Purpose {
    .converge(ConvergePurpose(kind: kind))
  }
}

extension ConsoleState {
  /// The votes that stand, in the order of opening.
  var scorings: [Scoring] { session.scorings.values.filter { !$0.isWithdrawn } }

  /// The vote that is chosen or open.
  var chosenScoring: Scoring? {
    decide.scoring.flatMap { session.scorings[$0] }.flatMap { $0.isWithdrawn ? nil : $0 }
  }

  /// Who votes, in the order on the screen; for dots the show of hands last.
  func ballotRows(of scoring: Scoring) -> [BallotRow] {
    var rows: [BallotRow]
    switch scoring.voters {
    case .groups:
      let tables = session.tables.map { Scoring.Voter.group($0.id) }
      let gone = scoring.ballots.keys.filter { !tables.contains($0) }.sorted()
      rows = (tables + gone).map { .voter($0) }
    case .delegates:
      let here = Set(session.delegatesHere.map(\.id))
      let people = session.delegates.values.filter {
        here.contains($0.id) || scoring.ballots[.delegate($0.id)] != nil
      }
      let named = people.map { (name: $0.name.lowercased(), id: $0.id) }
      rows = named.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        .map { .voter(.delegate($0.id)) }
      let known = Set(rows)
      rows += scoring.ballots.keys.sorted().map { .voter($0) }.filter { !known.contains($0) }
    }
    if case .dots = scoring.method { rows.append(.hands) }
    return rows
  }

  /// What people call a row.
  func name(of row: BallotRow) -> String {
    switch row {
    case .voter(let voter): session.name(of: voter)
    case .hands: "Show of hands"
    }
  }

  /// Whether the numbers of a vote may be on this screen.
  func showsNumbers(of scoring: Scoring) -> Bool { scoring.isRevealed || decide.showsValues }

  /// Whether the numbers of one row may be on this screen.
  func showsNumbers(of row: BallotRow, in scoring: Scoring) -> Bool {
    showsNumbers(of: scoring) || decide.showsBallot && row == decide.row
  }

  /// The ballot that is being typed for a voter, if it was begun.
  func sheet(_ scoring: Scoring, _ voter: Scoring.Voter) -> BallotSheet? {
    decide.sheets[SheetKey(scoring: scoring.id, voter: voter)]
  }

  /// What an item is called, and what it says now.
  func words(of item: Scoring.Item, in scoring: Scoring) -> (number: String, text: String) {
    switch scoring.kind {
    case .contributions:
      let id = ContributionID(item.id)
      return (session.spoken(id), session.toldWords(of: id) ?? "")
    case .themes:
      return ("", session.theme(ThemeID(item.id))?.title ?? item.title ?? "a theme")
    case .opportunities:
      let opportunity = session.opportunities[OpportunityID(item.id)]
      return (
        opportunity?.number.spoken ?? "",
        opportunity.map { $0.isWithdrawn ? "" : session.title(of: $0) } ?? "an opportunity"
      )
    }
  }

  /// Keeps what is chosen on Decide and Trials among what there is.
  mutating func followInConverging() {
    if chosenScoring == nil {
      decide.scoring = scorings.last?.id
      decide.view = .list
    }
    if let scoring = chosenScoring, decide.row != nil || decide.view == .ballots {
      let rows = ballotRows(of: scoring)
      if !(decide.row.map(rows.contains) ?? false) { decide.row = rows.first }
    }
    decide.sheets = decide.sheets.filter { key, _ in
      session.scorings[key.scoring].map { !$0.isWithdrawn && !$0.isClosed } ?? false
    }
    followInTrials()
  }
}
