import Glibc
import SessionEngine
import Testing

@testable import SessionStore

@Suite struct KeepingTests {
  let scratch: Scratch
  let clock = TestClock()

  init() throws { scratch = try Scratch() }

  @Test func `what was kept is there after the process is gone`() throws {
    let path = scratch.path("soc.plenary")
    let store = try newSession(path, scratch.environment(clock: clock))
    let hostile =
      "Zoë said: \"follow\tthe\\money\"\r\n— e\u{301} vs é, \u{1F469}\u{200D}\u{1F680}\u{7F}\u{0}"
    try store.capture(hostile)
    // No close: as if the process had been killed.
    let again = try openSession(path, scratch.environment(clock: clock))
    #expect(again.keptWords.map { Array($0.utf8) } == [Array(hostile.utf8)])
    #expect(again.findings.isEmpty)
    #expect(try SessionStore.verify(at: path).isSound)
  }

  @Test func `folders are for their owner alone, whatever the umask`() throws {
    // Given a process that would leave its files to everybody
    let path = scratch.path("soc.plenary")
    let hammer = try Hammer(path, count: 1, name: "Ada", umask: "000")
    #expect(hammer.line() == "ready")
    // When it makes a session, keeps something and leaves a line half typed
    hammer.begin()
    var said: [String] = []
    while let line = hammer.line() { said.append(line) }
    #expect(said.last == "done", "\(said)")
    // Then all of it is for its owner alone
    func mode(_ path: String) -> UInt32 {
      var status = stat()
      stat(path, &status)
      return status.st_mode & 0o777
    }
    for file in try allFiles(path) { #expect(mode(file) == 0o600, "\(file)") }
    for folder in ["", "/journal", "/numbers", "/drafts"] { #expect(mode(path + folder) == 0o700) }
  }

  @Test func `a folder with something in it is never made into a session`() throws {
    let path = scratch.path("full")
    try RealFileSystem().makeDirectory(path)
    try write([1], to: path + "/mine.txt")
    #expect(throws: StoreError.alreadyThere(path: path)) {
      try newSession(path, scratch.environment())
    }
    #expect(try allFiles(path) == [path + "/mine.txt"])
  }

  @Test func `an empty folder can become a session, and a plan that breaks a rule leaves nothing`()
    throws
  {
    let path = scratch.path("empty")
    try RealFileSystem().makeDirectory(path)
    #expect(throws: StoreError.self) {
      try SessionStore.create(
        at: path, plan: Plan(title: "", priorities: []), scribe: "",
        environment: scratch.environment())
    }
    #expect(try RealFileSystem().names(in: path).isEmpty)
    let store = try newSession(path, scratch.environment())
    #expect(store.session.isOpen)
    #expect(throws: StoreError.self) {
      try SessionStore.create(
        at: scratch.path("other"), plan: Plan(title: "", priorities: []), scribe: "",
        environment: scratch.environment())
    }
    #expect(try RealFileSystem().names(in: scratch.path) == ["empty"])
  }

  @Test func `reading leaves no trace`() throws {
    let path = scratch.path("soc.plenary")
    let environment = scratch.environment(clock: clock)
    try newSession(path, environment).capture("one")
    func contents() throws -> [String: [UInt8]] {
      try Dictionary(uniqueKeysWithValues: allFiles(path).map { ($0, try bytes($0)) })
    }
    let before = try contents()
    let reader = try openSession(path, environment)
    #expect(try !reader.follow())
    #expect(try reader.history().count == 4)
    #expect(reader.loadDrafts().isEmpty)
    reader.close()
    _ = try SessionStore.verify(at: path, environment: environment)
    #expect(
      SessionStore.list(in: scratch.path, environment: environment).map(\.contributions) == [1])
    #expect(try contents() == before)
  }

  @Test func `undo and redo go on after a restart, with and without a snapshot`() throws {
    for hasSnapshot in [true, false] {
      let path = scratch.path("soc\(hasSnapshot).plenary")
      let environment = scratch.environment(clock: clock)
      let first = try newSession(path, environment)
      let kept = try first.capture("one")
      try first.perform(.highlight(kept.id, true))
      if hasSnapshot { first.close() } else { first.writer = nil }
      let second = try openSession(path, environment)
      #expect(second.device == first.device)
      #expect(second.session.nextUndo(by: second.device) == "highlighted #1")
      #expect(try second.perform(.undo).account == "undid: highlighted #1")
      try second.perform(.undo)
      #expect(second.keptWords.isEmpty)
      second.writer = nil
      let third = try openSession(path, environment)
      try third.perform(.redo)
      try third.perform(.redo)
      #expect(third.session.contributions.all.map(\.isHighlighted) == [true])
      #expect(third.keptWords == ["one"])
      #expect(try journals(path).count == 1)
    }
  }

  @Test func `half-typed lines outlive the process and belong to its journal`() throws {
    let path = scratch.path("soc.plenary")
    let environment = scratch.environment(clock: clock)
    let store = try newSession(path, environment)
    try store.saveDrafts(["g1": "What if we", "g2": ""])
    store.writer = nil
    let again = try openSession(path, environment)
    #expect(again.loadDrafts() == ["g1": "What if we"])
    try again.saveDrafts([:])
    #expect(again.loadDrafts().isEmpty)
  }

  @Test func `one console finds what two had half typed, and two never the same line`() throws {
    // Given two consoles that both end with lines half typed, one of them for the same group,
    let path = scratch.path("soc.plenary")
    let environment = scratch.environment(clock: clock)
    let first = try newSession(path, environment)
    #expect(try first.takeDrafts().isEmpty)
    try first.saveDrafts(["g1": "What if we", "g2": "Ask the"])
    let second = try openSession(path, environment)
    #expect(try second.takeDrafts().isEmpty)
    try second.saveDrafts(["g2": "Share the", "g3": "Nobody"])
    first.close()
    second.close()
    // when one opens, then it has every line for which there is room,
    let third = try openSession(path, environment)
    let taken = try third.takeDrafts()
    #expect(taken.keys.sorted() == ["g1", "g2", "g3"])
    // and the other is there for the next, alone.
    let fourth = try openSession(path, environment)
    let left = try fourth.takeDrafts()
    #expect(left.keys.sorted() == ["g2"])
    #expect(Set([taken["g2"], left["g2"]]) == ["Ask the", "Share the"])
    // When both end, nothing is there twice.
    third.close()
    fourth.close()
    #expect(try openSession(path, environment).takeDrafts() == taken)
  }

  @Test func `a listing shows title, date and counts, also after a crash`() throws {
    let environment = scratch.environment(clock: clock)
    let store = try newSession(scratch.path("a.plenary"), environment)
    try store.capture("one")
    var revision = PlanRevised()
    revision.title = "Second day"
    try store.perform(.revisePlan(revision))
    try write([1], to: scratch.path("notes.txt"))
    for _ in 0..<2 {
      let list = SessionStore.list(in: scratch.path, environment: environment)
      #expect(list.map(\.title) == ["Second day"])
      #expect(list.map(\.date) == ["2026-11-24"])
      #expect(list.map(\.contributions) == [1])
      #expect(list.first?.lastChange == clock.now)
      store.close()
    }
    #expect(SessionStore.list(in: scratch.path("a.plenary"), environment: environment).count == 1)
  }

  @Test func `a clock that jumps back changes no order`() throws {
    let path = scratch.path("soc.plenary")
    let store = try newSession(path, scratch.environment(clock: clock))
    try store.capture("one")
    clock.advance(-3_600_000)
    try store.capture("two")
    let other = try openSession(path, scratch.environment(clock: clock))
    try other.capture("three")
    clock.advance(-86_400_000)
    try store.follow()
    try store.capture("four")
    let reread = try openSession(path, scratch.environment(clock: clock))
    #expect(reread.keptWords == ["one", "two", "three", "four"])
    #expect(try fingerprint(reread.session) == fingerprint(store.session))
    #expect(try SessionStore.verify(at: path).isSound)
  }

  @Test func `a refused command spends no number`() throws {
    let store = try newSession(scratch.path("soc.plenary"), scratch.environment())
    #expect(throws: PerformError.self) {
      try store.perform(.capture([NewContribution(" ", group: "g1")]))
    }
    #expect(try store.capture("one").number.spoken == "#1")
  }
}
