import Foundation
import SessionEngine

@testable import Reports

/// A session that a test builds command by command, as a scribe would.
struct Workshop {
  private(set) var session = Session()
  var now = Instant(milliseconds: 1_795_516_800_123)  // 2026-11-24T10:40:00.123Z
  var scribe = "Zebulon Scribewright"
  private var seq = 0
  private var nextNumber = 1
  private var nextOpportunity = 1

  static let priorities: [Priority] = [
    Priority(id: "p1", title: "International links", question: "Who works with whom?"),
    Priority(id: "p2", title: "Digital technologies"), Priority(id: "p3", title: "What works"),
  ]
  static let themes: [Theme] = [
    Theme(
      id: "t1", title: "The challenge of data", definition: "More of it, better joined up.",
      keyPoints: ["Join up", "Look ahead"]),
    Theme(id: "t2", title: "Ways of thinking"),
  ]

  static func plan(_ attribution: AttributionRule = .chathamHouse) -> Plan {
    Plan(
      title: "SOC follow-up", date: "2026-11-24", organisers: ["Hosts of the day"],
      reference: "SOC/2026/7", contact: "enquiries@workshop.example", marking: "Official-Sensitive",
      circulation: "Those who took part", attribution: attribution, tables: 3,
      priorities: priorities, themes: themes)
  }

  init(_ plan: Plan = plan(), tables: Int = 3, session: SessionID = "session-1") {
    act(.open(session, plan))
    if tables > 0 { act(.formGroups(count: tables)) }
  }

  /// Carries a command out; a refusal is a mistake in the test and leaves the session as it was.
  mutating func act(_ command: Command) {
    let numbers = (0..<command.numbersNeeded).map { ContributionNumber(nextNumber + $0) }
    nextNumber += numbers.count
    let opportunityNumbers = (0..<command.opportunityNumbersNeeded).map {
      OpportunityNumber(nextOpportunity + $0)
    }
    nextOpportunity += opportunityNumbers.count
    let moment = Moment(
      now: now, device: "3f9c2a7be1", token: "x\(seq)-", numbers: numbers,
      opportunityNumbers: opportunityNumbers)
    guard let decision = try? session.decide(command, at: moment) else { return }
    let first = seq + 1
    for event in decision.events { apply(event, act: first, turn: decision.turn) }
  }

  /// Folds an event in that no command would bring about here, as one from elsewhere may.
  mutating func apply(_ event: any Event, act: Int? = nil, turn: Turn? = nil) {
    seq += 1
    session.apply(
      Record(
        device: "3f9c2a7be1", seq: seq, time: HybridTime(milliseconds: Int64(seq), counter: 0),
        at: now, scribe: scribe, act: act ?? seq, turn: turn, event: event))
  }

  mutating func wait(seconds: Int) { now = now.advanced(bySeconds: seconds) }

  @discardableResult
  mutating func capture(
    _ words: String, table: Int = 1, priority: PriorityID = "p1", lens: LensID? = nil,
    themes: [ThemeID] = [], highlight: Bool = false, speaker: DelegateID? = nil
  ) -> ContributionID {
    let group = table == 0 ? Group.wholeRoom.id : GroupID("g\(table)")
    act(
      .capture([
        NewContribution(
          words, group: group, priority: priority, lens: lens, themes: themes,
          isHighlighted: highlight, speaker: speaker)
      ]))
    return session.contributions.all.last?.id ?? ""
  }

  /// Puts people on the list, `table` by `table`, and returns their identifiers.
  @discardableResult
  mutating func seat(_ profiles: [Delegate.Profile], table: Int?) -> [DelegateID] {
    let before = session.delegates.count
    act(
      .addDelegates(
        profiles.map { NewDelegate($0, group: table.map { GroupID("g\($0)") }) }))
    return session.delegates.keys.dropFirst(before).map(\.self)
  }

  func files(
    _ formats: [ExportFormat] = ExportFormat.allCases, _ selection: ExportSelection = .all
  ) throws -> [String: [UInt8]] {
    let files = try Reports.files(
      for: session, formats: formats, selection: selection,
      exportedAt: Instant(milliseconds: 1_795_531_234_567))
    return Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  func text(_ path: String, _ selection: ExportSelection = .all) throws -> String {
    String(decoding: try files(ExportFormat.allCases, selection)[path] ?? [], as: UTF8.self)
  }

  func json(_ path: String = "session.json") throws -> ExportedSession {
    try JSONDecoder().decode(ExportedSession.self, from: Data(files([.json])[path] ?? []))
  }
}

/// The JSON document as someone else's program would read it.
struct ExportedSession: Decodable {
  struct Title: Decodable {
    let marking: String
    let attribution: String
    let counts: [String: Int]
    let sectors: [Sector]
  }
  struct Sector: Decodable, Equatable {
    let sector: String
    let count: Int
  }
  struct Person: Decodable, Equatable {
    let id: String
    let name: String?
    let organisation: String?
  }
  struct Group: Decodable {
    let number: Int
    let name: String
    let memberCount: Int
    let members: [Person]
  }
  struct Contribution: Decodable {
    let number: String
    let text: String
    let group: String
    let groupNumber: Int
    let priority: String
    let lens: String
    let themes: [String]
    let highlight: Bool
    let round: Int?
    let at: String
    let reworded: Bool
    let speaker: Person?
  }
  let exportedAt: String
  let session: Title
  let delegates: [Person]
  let groups: [Group]
  let contributions: [Contribution]
}
