import SessionEngine
import Terminal

/// The Capture screen: which list is in view, what is being typed, what is chosen.
struct CaptureState: Sendable {
  /// The group whose table is listened to.
  var group: GroupID
  /// The priority looked at where it is not the one that the group works on in this round.
  var strayPriority: [GroupID: PriorityID] = [:]
  /// The half-typed line of every group.
  var drafts: [GroupID: Draft] = [:]
  /// Whether letters type or command.
  var mode = Mode.typing
  /// The contribution chosen while browsing.
  var selection: ContributionID?
  /// Lines kept before, newest last, for the history keys: each with what it became, so that a line
  /// whose contribution was taken back does not come up again on a projector.
  var history: [(line: String, contribution: ContributionID)] = []
  var historyIndex: Int?
  /// When drafts changed first and last since they were saved; `nil` where they did not.
  var unsaved: (first: Instant, last: Instant)?
  /// The drafts as they were saved last.
  var savedDrafts: [String: String]
  /// The lines on their way to the disk: what is typed behind them meanwhile is not to be lost.
  var onTheirWay: [GroupID: String] = [:]
  /// What was kept last, such as `kept #38 10:42:17`.
  var keptAccount: String?
  /// A line with a mark that fits several names: said once, kept as text if Enter is pressed again.
  var warnedLine: String?

  enum Mode: Equatable, Sendable {
    case typing
    case browsing
    case rewording(ContributionID, LineEditor)
  }

  init(session: Session, drafts: [String: String]) {
    group = session.tables.first?.id ?? session.groups.first?.id ?? Group.wholeRoom.id
    savedDrafts = drafts
    for (id, text) in drafts { self.drafts[GroupID(id)] = Draft(line: LineEditor(text: text)) }
    // A line left half-typed at the last run is what the scribe looks for first.
    if let waiting = session.groups.first(where: { drafts[$0.id.text]?.isEmpty == false }) {
      group = waiting.id
    }
  }

  func priority(in session: Session) -> PriorityID {
    strayPriority[group] ?? session.currentPriority(of: group)
  }

  func place(in session: Session) -> Contributions.Place {
    Contributions.Place(group: group, priority: priority(in: session))
  }

  /// Notes that drafts changed.
  mutating func drafted(at now: Instant) {
    unsaved = (unsaved?.first ?? now, now)
    warnedLine = nil
  }

  var draft: Draft {
    get { drafts[group] ?? Draft() }
    set { drafts[group] = newValue }
  }
}

/// A half-typed line, with what it will carry.
struct Draft: Equatable, Sendable {
  var line = LineEditor()
  var lens: LensID?
  var isHighlighted = false
}
