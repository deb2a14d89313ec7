import SessionEngine
import Testing
import struct SystemPackage.Errno

@testable import SessionStore

@Suite struct FullDiskTests {
  let scratch: Scratch
  let clock = TestClock()
  let files = FailingFiles()

  init() throws { scratch = try Scratch() }

  /// What a failure may look like: at a write, half-way through it, while waiting for the disk.
  static let failures: [(FailingFiles.Call, Errno, leavesHalf: Bool, stays: Bool)] = [
    (.write, .noSpace, false, false), (.write, .noSpace, true, false),
    (.write, .noSpace, true, true), (.write, .ioError, true, false),
    (.sync, .ioError, false, false), (.sync, .noSpace, false, true),
    (.rename, .ioError, false, false), (.open, .readOnlyFileSystem, false, true),
    (.makeDirectory, .noSpace, false, false), (.truncate, .ioError, false, false),
    (.lock, .ioError, false, false),
  ]

  @Test(arguments: failures.indices)
  func `a command that could not be kept changes nothing and may be tried again`(index: Int) throws
  {
    let (call, error, leavesHalf, stays) = Self.failures[index]
    // The first capture of a process takes the journal up and draws a number; every call that it
    // makes is made to fail in turn.
    for at in 1...12 {
      let path = scratch.path("\(index)-\(at).plenary")
      let seeding = scratch.environment(clock: clock)
      let first = try newSession(path, seeding)
      try first.capture("before")
      first.writer = nil
      let environment = scratch.environment(clock: clock, files: files)
      let store = try openSession(path, environment)
      let before = try fingerprint(store.session)
      files.set {
        $0.call = call
        $0.at = at
        $0.error = error
        $0.leavesHalf = leavesHalf
        $0.stays = stays
      }
      var failed = false
      do { try store.capture("one") } catch let failure as PerformError {
        failed = true
        guard case .notKept(let reason) = failure else {
          Issue.record("\(failure)")
          continue
        }
        #expect(reason.description.contains(StoreError.text(error)), "\(reason)")
        #expect(try fingerprint(store.session) == before)
        // Another process sees nothing of it either.
        let other = try openSession(path, seeding)
        #expect(other.keptWords == ["before"])
      }
      // Space is made, and Enter pressed again.
      files.set { _ in }
      if failed { try store.capture("one") }
      try store.capture("two")
      #expect(store.keptWords == ["before", "one", "two"])
      #expect(store.numbers == ["#1", "#2", "#3"])
      store.writer = nil
      let again = try openSession(path, seeding)
      #expect(try fingerprint(again.session) == fingerprint(store.session))
      #expect(try SessionStore.verify(at: path, environment: seeding).isSound)
      try again.capture("three")
      #expect(again.keptWords.count == 4)
      if !failed, at > 1 { break }
    }
  }

  @Test func `a disk that is full in the middle of a run loses nothing that was kept`() throws {
    let path = scratch.path("soc.plenary")
    let store = try newSession(path, scratch.environment(clock: clock, files: files))
    var kept: [String] = []
    for index in 0..<40 {
      files.set {
        $0.call = index % 3 == 0 ? .write : index % 3 == 1 ? .sync : nil
        $0.at = 1
        $0.leavesHalf = true
        $0.stays = index % 2 == 0
      }
      let words = "line \(index)"
      do {
        try store.capture(words)
        kept.append(words)
      } catch is PerformError {}
      let reader = try openSession(path, scratch.environment(clock: clock))
      #expect(Array(reader.keptWords.prefix(kept.count)) == kept)
      #expect(!reader.isReadOnly)
    }
    files.set { _ in }
    try store.capture("last")
    #expect(store.keptWords == kept + ["last"])
    #expect(kept.count >= 13)
    #expect(store.numbers == (1...(kept.count + 1)).map { "#\($0)" })
    let reader = try openSession(path, scratch.environment(clock: clock))
    #expect(try fingerprint(reader.session) == fingerprint(store.session))
  }

  @Test func `a follower is not misled by a line that the writer took back`() throws {
    let path = scratch.path("soc.plenary")
    let store = try newSession(path, scratch.environment(clock: clock, files: files))
    try store.capture("one")
    let reader = try openSession(path, scratch.environment(clock: clock))
    // The whole line is written, but the disk does not confirm it, nor lets it be cut off.
    files.set {
      $0.call = .sync
      $0.at = 1
      $0.stays = true
      $0.error = .ioError
    }
    #expect(throws: PerformError.self) { try store.capture("never kept, and quite a long line") }
    try reader.follow()
    files.set { _ in }
    clock.advance(5)
    try store.capture("two")
    try reader.follow()
    #expect(reader.keptWords == ["one", "two"])
    #expect(!reader.isReadOnly)
    #expect(try fingerprint(reader.session) == fingerprint(store.session))
  }

  @Test func `writes that take a few bytes at a time make the same journal`() throws {
    let path = scratch.path("soc.plenary")
    files.set { $0.isShort = true }
    let store = try newSession(path, scratch.environment(clock: clock, files: files))
    try store.capture("one")
    store.close()
    #expect(try SessionStore.verify(at: path).isSound)
    #expect(try openSession(path, scratch.environment(clock: clock)).keptWords == ["one"])
  }

  @Test(arguments: [FailingFiles.Call.write, .sync, .rename, .makeDirectory, .open])
  func `a session is there whole or not at all`(call: FailingFiles.Call) throws {
    for at in 1...30 {
      let path = scratch.path("\(call)\(at).plenary")
      files.set {
        $0.call = call
        $0.at = at
      }
      do {
        let store = try newSession(path, scratch.environment(clock: clock, files: files))
        #expect(store.session.isOpen)
        if files.count(of: call) < at { return }
      } catch let error as StoreError {
        // Nothing of it is left, and it can be made once there is room.
        #expect(error.description.contains("full"), "\(error)")
        files.set { _ in }
        if RealFileSystem().exists(path) {
          // It was made, but not its last confirmation.
          #expect(try SessionStore.verify(at: path).isSound)
        } else {
          #expect(
            try newSession(path, scratch.environment(clock: clock, files: files)).session.isOpen)
        }
        let names = try RealFileSystem().names(in: scratch.path)
        #expect(names.allSatisfy { !$0.hasSuffix(".new") })
      }
    }
  }

  @Test func `a folder that cannot be written to opens for reading`() throws {
    let path = scratch.path("soc.plenary")
    let first = try newSession(path, scratch.environment(clock: clock))
    try first.capture("one")
    first.close()
    files.set { $0.isReadOnly = true }
    let store = try openSession(path, scratch.environment(clock: clock, files: files))
    #expect(store.isReadOnly)
    #expect(store.keptWords == ["one"])
    #expect(store.findings.count == 1)
    #expect(throws: PerformError.self) { try store.capture("two") }
    #expect(throws: StoreError.self) { try store.saveDrafts(["g1": "x"]) }
    store.close()
    #expect(try SessionStore.verify(at: path).isSound)
  }
}
