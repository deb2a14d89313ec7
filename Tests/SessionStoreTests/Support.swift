import FoundationEssentials
import Glibc
import SessionEngine
import Synchronization
import Testing

@testable import SessionStore

/// What every random choice of a run goes back to; `PLENARY_SEED` in the environment sets another.
private let runSeed: UInt64 =
  getenv("PLENARY_SEED").flatMap { UInt64(String(cString: $0)) } ?? 0

/// Seeds for a property test, from the run's own seed on.
func seeds(_ count: UInt64) -> Range<UInt64> { runSeed..<(runSeed + count) }

/// A folder that is gone after the test, and machines that choose the same whenever it is run.
///
/// What a seed does not fix is the order of Swift's dictionaries: `SWIFT_DETERMINISTIC_HASHING=1`.
final class Scratch: Sendable {
  let path: String
  private let seed: UInt64
  private let made = Mutex(UInt64(0))
  private let marks = Mutex([String: Int]())

  init(seed: UInt64 = runSeed) throws {
    var template = Array("/tmp/plenary-store-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    path = String(cString: made)
    self.seed = seed
  }

  deinit { try? RealFileSystem().removeAll(path) }

  func path(_ name: String) -> String { path + "/" + name }

  /// An environment under the test's control. No two of a test draw the same numbers.
  func environment(
    clock: TestClock = TestClock(), machine: String = "machine one",
    files: FailingFiles = FailingFiles()
  ) -> StoreEnvironment {
    files.mark { self.mark($0) }
    let ordinal = made.withLock { made in
      made += 1
      return made
    }
    var seeding = SeededGenerator(seed)
    let generator = Mutex(SeededGenerator(seeding.next() &+ ordinal))
    return StoreEnvironment(
      now: { clock.now },
      randomBytes: { count in
        generator.withLock { generator in
          (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        }
      },
      files: files, machine: machine)
  }

  /// A folder's mark by the order in which the folders were seen: its inode is another in every run.
  private func mark(_ real: String) -> String {
    let ordinal = marks.withLock { marks in
      let ordinal = marks[real] ?? marks.count
      marks[real] = ordinal
      return ordinal
    }
    return "\(seed)/\(ordinal)"
  }
}

/// A clock that stands still until it is set.
final class TestClock: Sendable {
  private let time = Mutex(Int64(1_795_000_000_000))

  var now: Instant { Instant(milliseconds: time.withLock { $0 }) }

  func advance(_ milliseconds: Int64) { time.withLock { $0 += milliseconds } }
}

/// Numbers that are the same on every run.
struct SeededGenerator: RandomNumberGenerator, Sendable {
  var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A small plan: the smaller its first line, the more positions a test can damage.
let smallPlan = Plan(
  title: "SOC follow-up", date: "2026-11-24", tables: 2,
  priorities: [Priority(id: "p1", title: "Digital"), Priority(id: "p2", title: "What works")],
  themes: [Theme(id: "t1", title: "Data")],
  lenses: [Lens(id: "unknown", title: "unknown")])

func newSession(_ path: String, _ environment: StoreEnvironment) throws -> SessionStore {
  try SessionStore.create(at: path, plan: smallPlan, scribe: "Ada", environment: environment)
}

func openSession(_ path: String, _ environment: StoreEnvironment) throws -> SessionStore {
  try SessionStore.open(at: path, scribe: "Bo", environment: environment)
}

extension SessionStore {
  /// Captures at table 1 and says which contribution it became.
  @discardableResult
  func capture(_ words: String, group: GroupID = "g1") throws -> Contribution {
    let decision = try perform(.capture([NewContribution(words, group: group)]))
    let event = try #require(decision.events.first { $0 is ContributionCaptured })
    let id = try #require(event as? ContributionCaptured).contribution
    return try #require(session.contributions[id])
  }

  var keptWords: [String] { session.contributions.all.filter(\.isKept).map(\.words) }

  var numbers: [String] { session.contributions.all.map(\.number.spoken) }
}

/// A session as text, so that two can be compared in everything they hold.
func fingerprint(_ session: Session) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys]
  return String(decoding: try encoder.encode(SessionSnapshot(session)), as: UTF8.self)
}

func bytes(_ path: String) throws -> [UInt8] { try RealFileSystem().contents(of: path) }

func write(_ bytes: [UInt8], to path: String) throws {
  try RealFileSystem().replace(path, with: bytes, isLasting: false)
}

/// Every file under a folder.
func allFiles(_ path: String) throws -> [String] {
  let files = RealFileSystem()
  return try files.names(in: path).flatMap { name in
    let inner = path + "/" + name
    return try files.status(at: inner).kind == .directory ? try allFiles(inner) : [inner]
  }
}

/// Copies a folder as `cp -r` does.
func copyFolder(_ from: String, _ to: String) throws {
  let files = RealFileSystem()
  try files.makeDirectory(to)
  for name in try files.names(in: from) {
    let inner = from + "/" + name
    if try files.status(at: inner).kind == .directory {
      try copyFolder(inner, to + "/" + name)
    } else {
      try write(try bytes(inner), to: to + "/" + name)
    }
  }
}

/// Brings the journals of one folder to another as a synchronising tool does.
func synchronise(_ from: String, _ to: String) throws {
  let files = RealFileSystem()
  for name in try files.names(in: from + "/journal") where name.hasSuffix(".jsonl") {
    let source = try bytes(from + "/journal/" + name)
    let target = to + "/journal/" + name
    // Lines, not bytes: a redaction makes a journal shorter without taking a line from it.
    func lines(_ bytes: [UInt8]) -> Int { bytes.count { $0 == 0x0A } }
    if let there = try? bytes(target), lines(there) >= lines(source) { continue }
    try write(source, to: target)
  }
}

/// The journals of a session's folder.
func journals(_ path: String) throws -> [String] {
  try RealFileSystem().names(in: path + "/journal").filter { $0.hasSuffix(".jsonl") }
    .map { path + "/journal/" + $0 }
}
