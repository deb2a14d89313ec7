import OrderedCollections

/// A workshop as it stands: the fold of its events.
///
/// A value. It changes only by `apply`, and only the engine's events know how.
public struct Session: Sendable {
  /// Names the session for ever; empty before it was opened.
  public internal(set) var id: SessionID = ""
  /// What was fixed before the day, as revised since.
  public internal(set) var plan = Plan(title: "", priorities: [])
  /// Whether the session was opened, which its first event does.
  public internal(set) var isOpen = false
  /// The people, in the order in which they were added.
  public internal(set) var delegates: OrderedDictionary<DelegateID, Delegate> = [:]
  /// Who was marked present at some time, whether or not still there; see `attended`.
  var everPresent: Set<DelegateID> = []
  /// The tables, by number.
  public internal(set) var groups: [Group] = []
  /// Who sits where now.
  public internal(set) var seats: [DelegateID: GroupID] = [:]
  /// Who is to sit where, round by round; empty where people keep their seats.
  public internal(set) var seating: [[DelegateID: GroupID]] = []
  /// What is wanted of mixed groups.
  public internal(set) var mixWishes = MixWishes()
  /// Which group works on which priority, round by round.
  public internal(set) var rounds: [[GroupID: PriorityID]] = []
  /// The round under way, from 1; `nil` before the first.
  public internal(set) var round: Int?
  /// When each round was entered last.
  public internal(set) var roundStarts: [Int: Instant] = [:]
  /// The points made.
  public internal(set) var contributions = Contributions()
  /// The codebook.
  public internal(set) var themes: [Theme] = []
  /// Which contributions stand for which, and which are parts of which.
  public internal(set) var lineage = Lineage()
  /// Which themes came of which, and in which order their highlights are quoted.
  public internal(set) var themeLineage = ThemeLineage()
  /// What was offered while collating and answered with no.
  public internal(set) var putAside = PutAside()
  /// The votes of the room, in the order of opening, withdrawn ones too.
  public internal(set) var scorings: OrderedDictionary<ScoringID, Scoring> = [:]
  /// What somebody will try.
  public internal(set) var opportunities = Opportunities()
  /// The filled-in evaluation forms.
  public internal(set) var feedback = Feedback()
  /// Items that stood on the evaluation form once and no longer do: old forms still answer them.
  public internal(set) var retiredItems: [EvaluationForm.Item] = []
  /// The workshop that this one follows up, if it does.
  public internal(set) var followsUp: Predecessor?
  /// The clock of the stage under way; `nil` between stages.
  public internal(set) var clock: StageClock?
  /// The stages that were entered at some time.
  public internal(set) var enteredStages: Set<StageID> = []
  /// What can be undone and redone, by device.
  public internal(set) var acts: [DeviceID: ActLog] = [:]
  /// Events that something from elsewhere made inapplicable: nothing is lost silently.
  public internal(set) var unresolved: [Unresolved] = []
  /// How many events of kinds that only a later version knows, by kind.
  public internal(set) var unknownEvents: [String: Int] = [:]
  /// What carried opportunities go back to in the workshops before, by the contributions' names there.
  public internal(set) var carriedSources: [ContributionID: CarriedSource] = [:]
  /// The contributions that were redacted, and why.
  public internal(set) var redactions: [ContributionID: String] = [:]
  /// The opportunities whose cards were redacted.
  public internal(set) var redactedCards: [OpportunityID: RedactedCard] = [:]
  /// The time of the last event applied.
  public internal(set) var lastTime = HybridTime.zero
  /// How many events were applied.
  public internal(set) var eventCount = 0

  /// Makes the session in which nothing has happened yet.
  public init() {}

  /// An event that changed nothing, and why.
  public struct Unresolved: Equatable, Sendable, Codable {
    /// The journal that holds the event.
    public let device: DeviceID
    /// The place of the event in it.
    public let seq: Int
    /// What the event was to do, and why it could not.
    public let reason: String

    /// Makes an entry.
    public init(device: DeviceID, seq: Int, reason: String) {
      self.device = device
      self.seq = seq
      self.reason = reason
    }
  }

  /// Folds one event in. Costs the same at the hundred-thousandth contribution as at the first.
  public mutating func apply(_ record: Record) {
    let event = record.event
    let reversal = event.reversal(in: self)
    let reason = event.change(&self, by: record)
    if let reason {
      unresolved.append(Unresolved(device: record.device, seq: record.seq, reason: reason))
    }
    if reversal != nil || record.turn != nil {
      let isOut = reason != nil || isAboutRedacted(event)
      acts[record.device, default: ActLog()].note(record, reversal: isOut ? nil : reversal)
    }
    lastTime = max(lastTime, record.time)
    eventCount += 1
  }

  /// Whether an event carries words of what was redacted before it, in the order of events, by
  /// someone whom its writer had not heard of yet: they must not live on in what can be undone.
  private func isAboutRedacted(_ event: any Event) -> Bool {
    guard hasRedactions, let event = event as? any RedactableEvent else { return false }
    return isRedacted(event.subject)
  }
}

// What every screen and report asks.
extension Session {
  /// The group of an identifier.
  public func group(_ id: GroupID) -> Group? { groups.first { $0.id == id } }

  /// The priority of an identifier.
  public func priority(_ id: PriorityID) -> Priority? { plan.priorities.first { $0.id == id } }

  /// The theme of an identifier.
  public func theme(_ id: ThemeID) -> Theme? { themes.first { $0.id == id } }

  /// The lens of an identifier; one that the plan does not name is unknown.
  public func lens(_ id: LensID) -> Lens { plan.lenses.first { $0.id == id } ?? .unknown }

  /// The stage of an identifier.
  public func stage(_ id: StageID) -> Stage? { plan.agenda.first { $0.id == id } }

  /// The tables without the whole room.
  public var tables: [Group] { groups.filter { $0.id != Group.wholeRoom.id } }

  /// The delegates who sit in a group, in the order in which they were added.
  public func members(of group: GroupID) -> [Delegate] {
    delegates.values.filter { seats[$0.id] == group }
  }

  /// Who was in the room at some time of the day, those who left and those who walked in among them.
  public var attended: [Delegate] {
    delegates.values.filter { $0.isPresent || $0.isWalkIn || everPresent.contains($0.id) }
  }

  /// The priority that a group works on in a round.
  public func priority(of group: GroupID, inRound round: Int) -> PriorityID? {
    guard (1...max(1, rounds.count)).contains(round), !rounds.isEmpty else { return nil }
    return rounds[round - 1][group]
  }

  /// The priority that a group works on now (before the first round: in the first).
  ///
  /// The whole room works across the priorities unless it was given one.
  public func currentPriority(of group: GroupID) -> PriorityID {
    if let assigned = priority(of: group, inRound: round ?? 1), priority(assigned) != nil {
      return assigned
    }
    guard group != Group.wholeRoom.id, let first = plan.priorities.first else {
      return Priority.acrossAll.id
    }
    return first.id
  }

  /// The stage after the one under way (or the first), if there is one.
  public var nextStage: Stage? {
    guard let clock, let index = plan.agenda.firstIndex(where: { $0.id == clock.stage }) else {
      return plan.agenda.first { stage in !enteredStages.contains(stage.id) } ?? plan.agenda.first
    }
    return plan.agenda.dropFirst(index + 1).first
  }
}
