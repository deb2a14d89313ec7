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
  /// Lines kept before, newest last, for the history keys.
  var history: [String] = []
  var historyIndex: Int?
  /// Whether drafts changed since they were saved, and when they last did.
  var unsavedSince: Instant?

  enum Mode: Equatable, Sendable {
    case typing
    case browsing
    case rewording(ContributionID, LineEditor)
  }

  init(session: Session, drafts: [String: String]) {
    group = session.tables.first?.id ?? session.groups.first?.id ?? Group.wholeRoom.id
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
