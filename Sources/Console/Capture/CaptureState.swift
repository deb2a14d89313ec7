import SessionEngine
import Terminal

/// The Capture screen: which list is in view, what is being typed, what is chosen.
struct CaptureState: Sendable {
  /// The group that is listened to.
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
  /// The contribution of which that is true while it stands.
  var keptContribution: ContributionID?
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
    for group in session.groups {
      let id = group.id
      if let text = drafts[id.text] { self.drafts[id] = Draft(line: LineEditor(text: text)) }
      // Who had strayed to another priority goes on there, or the line would be kept elsewhere.
      if let priority = drafts[id.text + Self.priorityKey].map({ PriorityID($0) }),
        session.priority(priority) != nil, priority != session.currentPriority(of: id)
      {
        strayPriority[id] = priority
      }
    }
    // Where the last run ended; else a half-typed line is what the scribe looks for first.
    let waiting = session.groups.first { drafts[$0.id.text]?.isEmpty == false }
    let here = drafts[Self.hereKey].flatMap { session.group(GroupID($0)) }
    if let last = here ?? waiting { group = last.id }
  }

  /// Beside the lines themselves: the group that was in view, and the priority it had strayed to.
  private static let hereKey = "here"
  private static let priorityKey = " priority"

  /// What is saved for the next run.
  var toSave: [String: String] {
    var saved: [String: String] = [:]
    for (group, draft) in drafts where !draft.line.isEmpty { saved[group.text] = draft.line.text }
    for (group, priority) in strayPriority {
      saved[group.text + Self.priorityKey] = priority.text
    }
    saved[Self.hereKey] = group.text
    return saved
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
