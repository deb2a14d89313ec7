import SessionEngine
import Testing

/// A workshop for tests: carries commands out by `decide` and `apply`, with a clock, tokens and
/// numbers that the test can foretell.
struct Workshop {
  var session = Session()
  /// Every record, in the order in which it was made.
  var records: [Record] = []
  /// What the wall clock shows; each command takes a second.
  var now = Instant(milliseconds: 1_790_000_000_000)
  private var time = HybridTime.zero
  private var seqs: [DeviceID: Int] = [:]
  private var commands = 0
  private var numbers = 0
  private var opportunityNumbers = 0

  /// The default device.
  static let laptop: DeviceID = "3f9c2a7be1"
  /// Another one.
  static let tablet: DeviceID = "b400d1e2f3"

  /// A workshop that has been opened.
  init(_ plan: Plan = .sample) throws {
    try perform(.open("session", plan))
  }

  /// A workshop in which nothing has happened.
  static var unopened: Workshop { Workshop() }

  private init() {}

  /// Carries a command out.
  @discardableResult
  mutating func perform(
    _ command: Command, by device: DeviceID = laptop
  ) throws(Refusal) -> Decision {
    let decision = try decide(command, by: device)
    commands += 1
    numbers += command.numbersNeeded
    opportunityNumbers += command.opportunityNumbersNeeded
    now = now.advanced(bySeconds: 1)
    let act = seqs[device, default: 0] + 1
    for event in decision.events { record(event, by: device, act: act, turn: decision.turn) }
    return decision
  }

  /// What a command would do, without doing it.
  func decide(_ command: Command, by device: DeviceID = laptop) throws(Refusal) -> Decision {
    let needed = command.numbersNeeded
    return try session.decide(
      command,
      at: Moment(
        now: now, device: device, token: "t" + String(commands, radix: 36) + "-",
        numbers: (0..<needed).map { ContributionNumber(numbers + 1 + $0) },
        opportunityNumbers: (0..<command.opportunityNumbersNeeded).map {
          OpportunityNumber(opportunityNumbers + 1 + $0)
        }))
  }

  /// Folds one event in, as if a device had written it, whatever the rules say.
  mutating func record(
    _ event: any Event, by device: DeviceID = laptop, act: Int? = nil, turn: Turn? = nil
  ) {
    let seq = seqs[device, default: 0] + 1
    seqs[device] = seq
    time = time.next(at: now)
    let record = Record(
      device: device, seq: seq, time: time, at: now, scribe: "Sam", act: act ?? seq, turn: turn,
      event: event)
    records.append(record)
    session.apply(record)
  }

  /// Why a command is refused; fails the test where it is not, or where nothing helps on.
  func refusal(
    _ command: Command, by device: DeviceID = laptop,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> String {
    do {
      _ = try decide(command, by: device)
      Issue.record("the command was not refused", sourceLocation: sourceLocation)
      return ""
    } catch {
      #expect(!error.reason.isEmpty, sourceLocation: sourceLocation)
      #expect(!error.remedy.isEmpty, sourceLocation: sourceLocation)
      #expect(
        error.description.hasPrefix(error.reason)
          && error.description.hasSuffix(" " + error.remedy), sourceLocation: sourceLocation)
      return error.reason
    }
  }

  /// Captures some words; returns the contribution.
  @discardableResult
  mutating func capture(
    _ words: String, group: GroupID = "g1", priority: PriorityID? = nil, themes: [ThemeID] = [],
    speaker: DelegateID? = nil, by device: DeviceID = laptop
  ) throws -> ContributionID {
    let new = NewContribution(
      words, group: group, priority: priority, themes: themes, speaker: speaker)
    let events = try perform(.capture([new]), by: device).events
    return try #require(events.lazy.compactMap { $0 as? ContributionCaptured }.first).contribution
  }

  /// Puts a delegate on the list.
  @discardableResult
  mutating func add(
    _ name: String, organisation: String = "", sector: String = "", skills: [String] = [],
    group: GroupID? = nil, by device: DeviceID = laptop
  ) throws -> DelegateID {
    let new = NewDelegate(
      .init(name: name, organisation: organisation, sector: sector, skills: skills), group: group)
    try perform(.addDelegates([new]), by: device)
    return try #require(session.delegates.keys.last)
  }

  /// Adds a theme to the codebook.
  @discardableResult
  mutating func theme(_ title: String, by device: DeviceID = laptop) throws -> ThemeID {
    try perform(.addTheme(title: title, definition: ""), by: device)
    return try #require(session.themes.last).id
  }
}

extension Workshop {
  /// Raises an opportunity.
  @discardableResult
  mutating func raise(
    _ contributions: [ContributionID], _ title: String = "", by device: DeviceID = laptop
  ) throws -> OpportunityID {
    var card = CardPatch()
    if !title.isEmpty { card.title = title }
    let events = try perform(.raise(contributions, card), by: device).events
    return try #require(events.first as? OpportunityRaised).opportunity
  }

  /// Splits a contribution; returns its parts.
  @discardableResult
  mutating func split(
    _ id: ContributionID, _ parts: [String], by device: DeviceID = laptop
  ) throws -> [ContributionID] {
    try perform(.split(id, into: parts), by: device).events
      .compactMap { ($0 as? ContributionCaptured)?.contribution }
  }

  /// Opens a vote.
  @discardableResult
  mutating func open(_ new: NewScoring, by device: DeviceID = laptop) throws -> ScoringID {
    let events = try perform(.openScoring(new), by: device).events
    return try #require(events.first as? ScoringOpened).scoring
  }
}

extension Plan {
  /// A plan with five tables, three priorities, two themes and a day of four stages.
  static let sample = Plan(
    title: "SOC follow-up", tables: 5,
    priorities: [
      Priority(id: "links", title: "International links"),
      Priority(id: "digital", title: "Understanding digital technologies"),
      Priority(id: "models", title: "OCG business models"),
      Priority(id: "protect", title: "Protection from OCGs"),
      Priority(id: "works", title: "What works"),
    ],
    themes: [
      Theme(id: "data", title: "The challenge of data"),
      Theme(id: "inside", title: "Inside their world"),
    ],
    agenda: [
      Stage(id: "arrive", title: "Arrivals", minutes: 0),
      Stage(id: "first", title: "Round 1", minutes: 20, round: 1),
      Stage(id: "second", title: "Round 2", minutes: 20, round: 2),
      Stage(id: "close", title: "Close", minutes: 10),
    ],
    evaluation: EvaluationForm(
      items: [
        .init(id: "e1", dimension: "engagement", statement: "I took part."),
        .init(id: "r1", dimension: "relevance", statement: "It matters to my work."),
        .init(id: "r2", dimension: "relevance", statement: "I can use it."),
        .init(id: "s1", dimension: "satisfaction", statement: "It was well run."),
      ], questions: ["What next?"]))
}

/// Whether events are these, in this order.
func expect(
  _ decision: Decision, _ expected: [any Event], sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(decision.events.count == expected.count, sourceLocation: sourceLocation)
  for (event, other) in zip(decision.events, expected) {
    #expect(event.isEqual(to: other), "\(event) is not \(other)", sourceLocation: sourceLocation)
  }
}
