import SessionEngine
import Testing
import struct SystemPackage.Errno

@testable import SessionStore

@Suite struct RedactionTests {
  let scratch: Scratch
  let clock = TestClock()

  init() throws { scratch = try Scratch() }

  private let secret = "The \"Bell\" runs\tthe depot"
  private let second = "The depot is run from the Bell"
  /// What must be nowhere: both wordings, as they stand in memory and in a file.
  private var traces: [[UInt8]] {
    [secret, second, "Bell"].flatMap { [Array($0.utf8), JSONText.escaped($0)] }
  }

  private func filesWithTraces(_ path: String) throws -> [String] {
    try allFiles(path).filter { file in
      let content = try bytes(file)
      return traces.contains { WordSearch.contains(content, $0) }
    }
  }

  /// A session in which the words stand in a journal, a snapshot, a draft and a torn piece.
  private func prepared(
    _ name: String, _ environment: StoreEnvironment
  ) throws -> (path: String, store: SessionStore, id: ContributionID) {
    let path = scratch.path(name)
    let store = try newSession(path, environment)
    try store.capture("harmless")
    try store.perform(.addDelegates([NewDelegate(.init(name: "Kim"))]))
    let delegate = try #require(store.session.delegates.keys.first)
    let kept = try store.capture(secret)
    try store.perform(.noteSpeaker(kept.id, delegate))
    try store.perform(.reword(kept.id, second))
    try store.perform(.reword(kept.id, secret))
    try store.perform(.undo)
    try store.saveDrafts(["g1": "and " + secret + " too", "g2": "harmless"])
    store.close()
    let journal = try #require(try journals(path).first)
    let line = try #require(
      try bytes(journal).split(separator: 0x0A).last { WordSearch.contains(Array($0), traces[1]) })
    try write(try bytes(journal) + line.dropLast(9), to: journal)
    let again = try openSession(path, environment)
    try again.capture("also harmless")
    return (path, again, kept.id)
  }

  @Test func `redacted words are gone from every byte of the folder and the chain holds`() throws {
    let environment = scratch.environment(clock: clock)
    let (path, store, id) = try prepared("soc.plenary", environment)
    try RealFileSystem().makeDirectory(path + "/exports")
    try write(Array("| \(secret) |".utf8), to: path + "/exports/report.md")
    try write([1], to: path + "/exports/report.docx")
    #expect(try filesWithTraces(path).count == 5)
    let report = try store.redact(id, reason: "asked to")
    #expect(report.rewritten.count == 4)
    #expect(report.inOtherHands.isEmpty && report.failures.isEmpty)
    #expect(report.exportsWithWords == ["exports/report.md"])
    #expect(report.exportsToCheck == ["exports/report.docx"])
    #expect(try filesWithTraces(path) == [path + "/exports/report.md"])
    #expect(store.session.contributions[id]?.standing == .redacted)
    // It goes on, verifies, folds to the same, and stays gone after the next snapshot.
    try store.capture("afterwards")
    let checked = try SessionStore.verify(at: path, environment: environment)
    #expect(checked.isSound, "\(checked.findings)")
    #expect(checked.redacted == 1)
    #expect(try fingerprint(checked.session) == fingerprint(store.session))
    #expect(store.loadDrafts() == ["g2": "harmless"])
    store.close()
    #expect(try filesWithTraces(path) == [path + "/exports/report.md"])
    let again = try openSession(path, environment)
    #expect(try fingerprint(again.session) == fingerprint(checked.session))
    #expect(throws: PerformError.self) { try again.redact(id, reason: "again") }
  }

  @Test func `what came in unread before a redaction is read after it`() throws {
    // Given a folder at two places, both of which have heard of a remark
    let environment = scratch.environment(clock: clock)
    let home = try newSession(scratch.path("home.plenary"), environment)
    let remark = try home.capture("a remark")
    try copyFolder(scratch.path("home.plenary"), scratch.path("away.plenary"))
    let away = try openSession(scratch.path("away.plenary"), environment)
    clock.advance(1000)
    try away.capture("from away")

    // When a tool brings more from home, and the remark is redacted before that was read
    clock.advance(1000)
    try home.capture("from home")
    try synchronise(scratch.path("home.plenary"), scratch.path("away.plenary"))
    clock.advance(1000)
    _ = try away.redact(remark.id, reason: "asked to")

    // Then it is read all the same, and stands in what the next opening finds
    try away.follow()
    #expect(away.keptWords == ["from away", "from home"])
    away.close()
    let again = try openSession(scratch.path("away.plenary"), environment)
    #expect(again.keptWords == ["from away", "from home"])
    #expect(try SessionStore.verify(at: scratch.path("away.plenary")).isSound)
  }

  @Test(arguments: [FailingFiles.Call.write, .sync, .rename])
  func `an interrupted redaction is finished by the next opening`(call: FailingFiles.Call) throws {
    for at in 1...12 {
      let quiet = scratch.environment(clock: clock)
      let files = FailingFiles()
      let (path, first, id) = try prepared("\(call)\(at).plenary", quiet)
      first.writer = nil
      let store = try openSession(path, scratch.environment(clock: clock, files: files))
      try store.capture("one more")
      files.set {
        $0.call = call
        $0.at = at
        $0.error = .ioError
        $0.stays = true
      }
      var isKept = true
      do { _ = try store.redact(id, reason: "asked to") } catch { isKept = false }
      let isWhole = files.count(of: call) < at
      // The process dies here.
      files.set { _ in }
      store.writer = nil
      let again = try openSession(path, quiet)
      #expect(again.findings.allSatisfy { !$0.isFault }, "\(again.findings)")
      if isKept || again.session.redactions[id] != nil {
        #expect(try filesWithTraces(path).isEmpty, "\(call) \(at)")
        #expect(try SessionStore.verify(at: path).isSound)
      }
      if isWhole { return }
    }
  }

  @Test func `a live process takes the words out of its own journal when it hears of it`() throws {
    let environment = scratch.environment(clock: clock)
    let path = scratch.path("soc.plenary")
    let one = try newSession(path, environment)
    let two = try openSession(path, environment)
    let kept = try two.capture(secret)
    try one.follow()
    let report = try one.redact(kept.id, reason: "asked to")
    #expect(report.inOtherHands == ["journal/\(two.device).jsonl"])
    #expect(try two.follow())
    #expect(try filesWithTraces(path).isEmpty)
    // Both go on, each seeing the other.
    try two.capture("two goes on")
    try one.follow()
    try one.capture("one goes on")
    try two.follow()
    #expect(try fingerprint(one.session) == fingerprint(two.session))
    #expect(one.keptWords == ["two goes on", "one goes on"])
    one.close()
    two.close()
    #expect(try SessionStore.verify(at: path).isSound)
    #expect(try filesWithTraces(path).isEmpty)
  }

  @Test func `an old copy of a journal that comes back with the words is emptied again`() throws {
    let environment = scratch.environment(clock: clock)
    let path = scratch.path("soc.plenary")
    let one = try newSession(path, environment)
    let two = try openSession(path, environment)
    let kept = try two.capture(secret)
    two.close()
    let journal = path + "/journal/\(two.device).jsonl"
    let old = try bytes(journal)
    try one.follow()
    _ = try one.redact(kept.id, reason: "asked to")
    #expect(try filesWithTraces(path).isEmpty)
    try write(old, to: journal)
    try one.follow()
    one.close()
    let again = try openSession(path, environment)
    try again.capture("harmless")
    #expect(try filesWithTraces(path).isEmpty)
    #expect(try SessionStore.verify(at: path).isSound)
  }

  @Test func `withdrawing leaves the words in the journal and nowhere else is it said`() throws {
    let environment = scratch.environment(clock: clock)
    let path = scratch.path("soc.plenary")
    let store = try newSession(path, environment)
    let kept = try store.capture(secret)
    try store.perform(.withdraw(kept.id))
    #expect(try filesWithTraces(path).map(Paths.name) == ["\(store.device).jsonl"])
  }
}
