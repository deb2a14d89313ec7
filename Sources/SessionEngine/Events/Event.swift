/// A fact: something that happened in a workshop, in the past tense.
///
/// One type says everything about its kind of event: its name and fields on disk, what it changes,
/// what reverses it and how it reads aloud. A new kind is one new type and one line in
/// `EventCatalogue`.
public protocol Event: Sendable, Codable, Equatable {
  /// The stable name on disk, such as `contribution.captured`.
  static var kind: String { get }

  /// Changes the session. Never fails and decides nothing: an event that no longer applies, because
  /// an event from elsewhere came before it, changes nothing and says why.
  ///
  /// - Returns: why the event does not apply, or `nil` where it does.
  func change(_ session: inout Session, by record: Record) -> String?

  /// The event that would take this one back, given the session as it is before this event.
  ///
  /// `nil` for what cannot be undone, and where this event changes nothing.
  func reversal(in session: Session) -> (any Event)?

  /// Whether the session still shows what this event set, so that taking it back would not take back
  /// what someone else did since.
  func isInForce(in session: Session) -> Bool

  /// What happened, in a few words and in the past tense, such as `captured #17`.
  func account(in session: Session) -> String
}

extension Event {
  /// Most events can be taken back whatever came after them.
  public func isInForce(in session: Session) -> Bool { true }

  /// The stable name on disk.
  public var kind: String { Self.kind }

  /// Whether another event is of the same kind with the same content.
  public func isEqual(to other: any Event) -> Bool { (other as? Self) == self }
}

/// An event whose time could tell whose it is: the record keeps the day, and no time of its own.
///
/// Whoever writes such events gives them the time of the latest event before them, or the beginning of
/// the day where that is later; only their order is theirs.
public protocol UntimedEvent: Event {}

/// An event with everything that the journal says about it.
public struct Record: Sendable {
  /// The journal that holds the event.
  public let device: DeviceID
  /// The place of the event in that journal, from 1.
  public let seq: Int
  /// When it happened, in the order that every machine agrees on.
  public let time: HybridTime
  /// When it happened by the wall clock.
  public let at: Instant
  /// Who typed.
  public let scribe: String
  /// The first `seq` of the act that the event belongs to: what is done together is undone together.
  public let act: Int
  /// Whether the event takes back an earlier act of this device, or brings one back.
  public let turn: Turn?
  /// What happened.
  public let event: any Event

  /// Makes a record.
  public init(
    device: DeviceID, seq: Int, time: HybridTime, at: Instant, scribe: String, act: Int,
    turn: Turn? = nil, event: any Event
  ) {
    self.device = device
    self.seq = seq
    self.time = time
    self.at = at
    self.scribe = scribe
    self.act = act
    self.turn = turn
    self.event = event
  }

  /// Whether this record comes before another in the order that every machine agrees on.
  public func precedes(_ other: Record) -> Bool {
    if time != other.time { return time < other.time }
    if device != other.device { return device < other.device }
    return seq < other.seq
  }
}

/// What an act does to an earlier act of the same device.
public enum Turn: Equatable, Sendable, Codable {
  /// Takes back the act that began at this `seq`.
  case undoes(Int)
  /// Brings the act back that began at this `seq` and was undone.
  case redoes(Int)
}

/// An event of a kind that this version does not know: kept, counted, and without effect.
public struct UnknownEvent: Event {
  /// Stands for every kind that is not in the catalogue.
  public static let kind = "unknown"
  /// The kind as it stands in the journal.
  public let actualKind: String

  /// Makes the event of the kind that a journal names.
  public init(actualKind: String) { self.actualKind = actualKind }

  /// Counts the event.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.unknownEvents[actualKind, default: 0] += 1
    return nil
  }

  /// Cannot be undone by a version that does not know it.
  public func reversal(in session: Session) -> (any Event)? { nil }

  /// Says that a newer version knows more.
  public func account(in session: Session) -> String {
    "did something that a later version of Plenary knows (\(actualKind))"
  }
}

/// Every kind of event that this version knows, by its name on disk.
public enum EventCatalogue {
  /// The one list to extend for a new kind of event.
  public static let all: [any Event.Type] = [
    SessionOpened.self, PlanRevised.self,
    DelegatesAdded.self, DelegateCorrected.self, DelegatesRemoved.self, PresenceMarked.self,
    GroupsFormed.self, GroupRenamed.self, DelegatesSeated.self, RoundsPlanned.self,
    GroupAssigned.self, RoundEntered.self, RoomOpened.self, MixingWished.self,
    SeatingPlanned.self,
    SeatingChanged.self,
    ContributionCaptured.self, ContributionReworded.self, ContributionWithdrawn.self,
    ContributionRestored.self, ContributionMoved.self, LensSet.self, ContributionCoded.self,
    HighlightSet.self, SpeakerSet.self, ContributionRedacted.self,
    ThemeAdded.self, ThemeRemoved.self, ThemeRenamed.self, ThemeDefined.self,
    StageEntered.self, StagePaused.self, StageResumed.self, StageExtended.self, StageLeft.self,
    StageClockSet.self,
    ContributionsMerged.self, ContributionsSeparated.self, ContributionSplit.self,
    ContributionRejoined.self,
    ThemeMerged.self, ThemeParted.self, ThemeSplit.self, ThemeRejoined.self, ThemeOrdered.self,
    HighlightsOrdered.self, ContributionsDistinguished.self, TopicIgnored.self,
    ScoringOpened.self, ScoringWithdrawn.self, ScoringRevealed.self, ScoringClosed.self,
    BallotCast.self, BallotCorrected.self, BallotWithdrawn.self, TallyEntered.self,
    OpportunityRaised.self, OpportunityRevised.self, OpportunityLinked.self,
    OpportunityStaged.self, OpportunityWithdrawn.self, OpportunityCarried.self,
    OpportunityRedacted.self,
    SourceCarried.self,
    FeedbackEntered.self, FeedbackWithdrawn.self, FollowUpBegun.self,
  ]

  private static let byKind = Dictionary(
    uniqueKeysWithValues: all.map { ($0.kind, $0) })

  /// The type of the events of a kind; `nil` for a kind that a later version added.
  public static func type(of kind: String) -> (any Event.Type)? { byKind[kind] }
}
