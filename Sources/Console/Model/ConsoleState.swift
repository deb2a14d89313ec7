import SessionEngine
import Terminal

/// Everything the console shows and remembers. A value: `update` changes it, `view` draws it.
public struct ConsoleState: Sendable {
  /// The workshop as it stands.
  public var session: Session
  /// The writer whose acts are undone and redone here.
  public var device: DeviceID
  /// The wall-clock time of the last tick.
  public var now: Instant
  /// How far the local clock is ahead of UTC, in seconds.
  public var utcOffset: Int
  /// The terminal's size.
  public var size: Size
  /// Which glyphs the terminal can show.
  public var glyphs: GlyphSet
  /// Why nothing can be kept in this session; `nil` where it can.
  public var readOnlyReason: String?

  /// The screen in view.
  var screen = Screen.capture
  var capture: CaptureState
  var arrivals = ListState<DelegateID>()
  var groups = ListState<DelegateID>()
  var themes = ThemesState()
  var decide = DecideState()
  var trials = TrialsState()
  /// What Themes offers, and which of its views is open.
  var collating = CollatingState()
  var search = SearchState()
  var evaluation = EvaluationState()
  /// The mix in the making, over the Groups screen.
  var mixing: MixView?
  /// Whether the last key was a number that chose at once. In Groups an Enter out of habit after it
  /// does nothing: there it would move somebody. A list in which several are ticked takes it for the end.
  var hasChosenByNumber = false
  /// One word for each theme.
  var themeWords: [ThemeID: String]

  /// What is remembered of the session while it is lent.
  var lent: Lent?

  /// What lies over the screen, topmost last.
  var overlays: [Overlay] = []
  /// What was asked for and is being kept: asked again should it fail, so nothing is typed twice.
  var onItsWay: Overlay?
  /// The last thing that happened, in words.
  var notice: Notice?
  /// How many acts were taken back one after the other.
  var undone = 0
  /// What the last key only warned of.
  var asked: SecondPress?
  var alarm = Alarm.quiet
  /// The stage whose end was announced already.
  var announcedEnd: StageClock?
  /// The palettes that can be chosen, by name, the one in use first.
  var palettes: [String]

  /// Opens the console on a session.
  ///
  /// `drafts` are what the last run saved: half-typed lines by group, a half-entered form, where it was,
  /// and its alarm;
  /// `palettes` the names of those that can be chosen, the one in use first.
  public init(
    session: Session, device: DeviceID, now: Instant, utcOffset: Int = 0, size: Size,
    glyphs: GlyphSet = .unicode, drafts: [String: String] = [:], palettes: [String] = [],
    readOnlyReason: String? = nil
  ) {
    self.session = session
    self.device = device
    self.now = now
    self.utcOffset = utcOffset
    self.size = size
    self.glyphs = glyphs
    self.palettes = palettes
    self.readOnlyReason = readOnlyReason
    capture = CaptureState(session: session, drafts: drafts)
    alarm = drafts[Self.alarmKey].flatMap(Alarm.init) ?? .quiet
    themeWords = Self.words(
      for: session.themes, origins: Set(session.themeLineage.origins.keys))
    resumeForm(drafts)
    announcedEnd = session.clock.flatMap { $0.remainingSeconds(at: now) <= 0 ? $0 : nil }
    if session.contributions.keptCount == 0, session.delegates.values.allSatisfy({ !$0.isPresent }),
      !session.delegates.isEmpty
    {
      screen = .arrivals
      arrivals.selection = arrivalRows.first
    }
  }

  /// What is saved for the next run, as `drafts` give it back.
  var toSave: [String: String] {
    var saved = capture.toSave
    if alarm != .quiet { saved[Self.alarmKey] = alarm.rawValue }
    return saved.merging(evaluation.entry.toSave) { $1 }
  }

  private static let alarmKey = "alarm"
}

/// One of the screens.
enum Screen: Int, CaseIterable, Sendable {
  case arrivals, groups, capture, themes, decide, trials, evaluation

  var title: String {
    switch self {
    case .arrivals: "Arrivals"
    case .groups: "Groups"
    case .capture: "Capture"
    case .themes: "Themes"
    case .decide: "Decide"
    case .trials: "Trials"
    case .evaluation: "Evaluation"
    }
  }
}

/// A list with a chosen row.
struct ListState<Item: Hashable & Sendable>: Sendable {
  var selection: Item?
  /// Shows only what matches the screen's own filter, such as delegates who are still missing.
  var isFiltered = false
}

/// What is searched for, and where one was when the search began.
struct SearchState: Sendable {
  var query = ""
  var origin: Origin?
  /// The search while it is under way.
  var sweep: Sweep?
  /// What a search in Themes has found so far.
  var census: Census?
  /// What was searched for last, where it was found nowhere.
  var absent: Absent?

  /// What does not stand in a session of so many events.
  struct Absent: Sendable {
    var query: String
    var eventCount: Int
  }

  /// What was chosen before the search: where Esc leads back to.
  struct Origin: Sendable {
    var group: GroupID
    var strayPriority: PriorityID?
    var contribution: ContributionID?
    var themesContribution: ContributionID?
    var delegate: DelegateID?
    var theme: ThemeID?
    var pane: ThemesState.Pane
    var scoring: ScoringID?
    var opportunity: OpportunityID?
  }
}

/// The last thing that happened, in words.
struct Notice: Equatable, Sendable {
  var text: String
  var role: Role
  /// Whether it counts acts that were taken back, and so outlives keys that say nothing.
  var isCount = false

  static func good(_ text: String) -> Notice { Notice(text: text, role: .good) }
  static func warning(_ text: String) -> Notice { Notice(text: text, role: .warning) }
  static func error(_ text: String) -> Notice { Notice(text: text, role: .error) }
}

/// What happens when a stage's time is over, besides the clock's showing it.
enum Alarm: String, CaseIterable, Sendable {
  case quiet, flash, ring

  var next: Alarm {
    switch self {
    case .quiet: .flash
    case .flash: .ring
    case .ring: .quiet
    }
  }
}
