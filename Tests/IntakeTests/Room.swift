import FoundationEssentials
import SessionEngine

/// A session with its records, as a store would keep it: for tests that need a room to work on.
struct Room {
  private(set) var session = Session()
  private(set) var records: [Record] = []
  private var act = 0
  private var number = 0
  var now = Instant(milliseconds: 1_795_516_200_000)  // 2026-11-24T10:30:00Z
  let device = DeviceID("test")
  var scribe = "Ada"

  static func open(_ plan: Plan) throws -> Room {
    var room = Room()
    try room.perform(.open("session", plan))
    return room
  }

  static func open(tables: Int = 3) throws -> Room {
    try open(
      Plan(
        title: "Trial", tables: tables,
        priorities: [
          Priority(id: "links", title: "International links"),
          Priority(id: "models", title: "OCG business models"),
          Priority(id: "works", title: "What works"),
        ],
        agenda: [
          Stage(id: "arrivals", title: "Arrivals", minutes: 10),
          Stage(id: "first", title: "Round 1", minutes: 25, round: 1),
        ]))
  }

  @discardableResult
  mutating func perform(_ command: Command, at: Instant? = nil) throws -> Session {
    if let at { now = at }
    act += 1
    let numbers = (0..<command.numbersNeeded).map { ContributionNumber(number + $0 + 1) }
    number += numbers.count
    let decision = try session.decide(
      command,
      at: Moment(now: now, device: device, token: "t\(act)x", numbers: numbers))
    let first = records.count + 1
    for event in decision.events {
      let record = Record(
        device: device, seq: records.count + 1, time: session.lastTime.next(at: now), at: now,
        scribe: scribe, act: first, turn: decision.turn, event: event)
      session.apply(record)
      records.append(record)
    }
    return session
  }

  mutating func say(_ words: String, table: Int = 1) throws {
    try perform(.capture([NewContribution(words, group: GroupID("g\(table)"))]))
  }

  func id(_ number: Int) throws -> ContributionID {
    guard let found = session.contributions[ContributionNumber(number)] else {
      throw Refusal("no #\(number)", remedy: "")
    }
    return found.id
  }
}

/// Bytes of a file beside the tests.
func fixture(_ name: String) throws -> [UInt8] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
  return Array(try Data(contentsOf: folder.appending(path: name)))
}

/// The bytes of a text.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// Random numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
