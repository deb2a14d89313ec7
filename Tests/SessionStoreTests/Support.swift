import FoundationEssentials
import Glibc
import SessionEngine
import Synchronization
import Testing

@testable import SessionStore

/// A folder that is gone after the test.
final class Scratch: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/plenary-store-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    path = String(cString: made)
  }

  deinit { try? RealFileSystem().removeAll(path) }

  func path(_ name: String) -> String { path + "/" + name }
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

/// An environment under the test's control.
func environment(
  clock: TestClock = TestClock(), machine: String = "machine one", seed: UInt64? = nil,
  files: any FileSystem = RealFileSystem()
) -> StoreEnvironment {
  // Tests share a process, so unless a seed is given the bytes differ from store to store.
  let generator = Mutex(SeededGenerator(seed ?? UInt64.random(in: 0...UInt64.max)))
  return StoreEnvironment(
    now: { clock.now },
    randomBytes: { count in
      generator.withLock { generator in
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      }
    },
    files: files, machine: machine)
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
