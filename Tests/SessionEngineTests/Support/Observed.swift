import CustomDump
import SessionEngine
import Testing

/// What a screen or a report can see of a session, for comparing two.
///
/// Left out is what an undo leaves behind on purpose: spent numbers (a contribution that is not kept
/// counts as not there), and the floor that was opened to the whole room.
struct Observed: Equatable {
  var plan: Plan
  var delegates: [Delegate]
  var groups: [Group]
  var seats: [DelegateID: GroupID]
  var seating: [[DelegateID: GroupID]]
  var mixWishes: MixWishes
  var rounds: [[GroupID: PriorityID]]
  var round: Int?
  var roundStarts: [Int: Instant]
  var contributions: [[String]]
  var counts: [GroupID: Int]
  var themes: [Theme]
  var themeCounts: [ThemeID: Int]
  var clock: StageClock?
  var entered: Set<StageID>
  var families: [[String]]
  var themeMerges: [ThemeID: ThemeLineage.Merge]
  var themeOrigins: [ThemeID: ThemeID]
  var highlights: [[ContributionID]]
  var putAside: PutAside
  var scorings: [Scoring]
  var opportunities: [Opportunity]
  var feedback: [FeedbackForm]
  var followsUp: Predecessor?

  init(_ session: Session) {
    plan = session.plan
    plan.priorities.removeAll { $0.id == Priority.acrossAll.id }
    delegates = Array(session.delegates.values)
    groups = session.tables
    seats = session.seats
    seating = session.seating
    mixWishes = session.mixWishes
    rounds = session.rounds
    round = session.round
    roundStarts = session.roundStarts
    contributions = session.contributions.all.filter(\.isKept).map(Self.fields)
    let tables = session.groups.map { ($0.id, session.contributions.count(of: $0.id)) }
    counts = Dictionary(uniqueKeysWithValues: tables.filter { $0.1 > 0 })
    themes = session.themes
    themeCounts = Dictionary(
      uniqueKeysWithValues: themes.map { ($0.id, session.contributions.count(of: $0.id)) })
    clock = session.clock
    entered = session.enteredStages
    families = session.contributions.all.filter(\.isKept).map { point in
      [point.id.text]
        + (session.family(of: point.id)?.merged ?? []).flatMap(Self.fields)
        + session.sources(of: point.id).flatMap(Self.fields)
    }
    themeMerges = session.themeLineage.merges
    themeOrigins = session.themeLineage.origins
    highlights = session.themes.map { session.highlights(of: $0.id).map(\.id) }
    putAside = session.putAside
    scorings = session.scorings.values.filter { !$0.isWithdrawn }
    opportunities = session.opportunities.kept
    feedback = session.feedback.forms
    followsUp = session.followsUp
  }

  /// Every field of a contribution; the words as bytes.
  static func fields(_ contribution: Contribution) -> [String] {
    [
      contribution.id.text, contribution.number.spoken, contribution.group.text,
      contribution.priority.text, contribution.lens.text, contribution.standing.rawValue,
      contribution.themes.map(\.text).joined(separator: ","), contribution.speaker?.text ?? "-",
      contribution.isHighlighted.description, contribution.at.description, contribution.scribe,
      "\(contribution.round ?? 0)", "\(Array(contribution.words.utf8))",
      "\(contribution.earlierWords.map { Array($0.utf8) })",
    ]
  }
}

/// Fails where two sessions do not look the same, and says in what.
func expectSame(
  _ found: Observed, _ wanted: Observed?, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard found != wanted else { return }
  Issue.record(
    "\(wanted.flatMap { diff($0, found) } ?? "there is nothing to compare with")",
    sourceLocation: sourceLocation)
}
