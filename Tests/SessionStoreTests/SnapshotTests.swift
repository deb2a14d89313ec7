import FoundationEssentials
import SessionEngine
import Testing

@testable import SessionStore

@Suite struct SnapshotTests {
  let scratch: Scratch
  let clock = TestClock()

  init() throws { scratch = try Scratch() }

  private func fullSession(_ environment: StoreEnvironment) throws -> (String, SessionStore) {
    let path = scratch.path("soc.plenary")
    let store = try newSession(path, environment)
    try store.perform(.addDelegates([NewDelegate(.init(name: "Kim"), group: "g1")]))
    try store.perform(.enterRound(1))
    for index in 0..<30 {
      clock.advance(10)
      let kept = try store.capture("words \(index)\u{7F}\n", group: index % 2 == 0 ? "g1" : "g2")
      if index % 3 == 0 { try store.perform(.reword(kept.id, "other \(index)")) }
      if index % 4 == 0 { try store.perform(.move(kept.id, "g1", "p2")) }
      if index % 5 == 0 { try store.perform(.undo) }
      if index % 7 == 0 { try store.perform(.code(kept.id, "t1", true)) }
    }
    _ = try store.redact(store.session.contributions.all[3].id, reason: "asked")
    try store.perform(.undo)
    try store.passAnAfternoon()
    return (path, store)
  }

  @Test func `a snapshot holds all that a full fold gives, and so does what follows on it`() throws
  {
    let environment = scratch.environment(clock: clock)
    let (path, store) = try fullSession(environment)
    store.close()
    let expected = try fingerprint(store.session)
    let quick = try openSession(path, environment)
    #expect(quick.loadSnapshot())
    #expect(try fingerprint(quick.session) == expected)
    // More is kept after the snapshot, which then is an old one.
    try quick.capture("after")
    try quick.perform(.undo)
    try quick.perform(.redo)
    quick.writer = nil
    let old = try openSession(path, environment)
    try RealFileSystem().remove(path + "/snapshot.json")
    let full = try openSession(path, environment)
    #expect(try fingerprint(old.session) == fingerprint(full.session))
    #expect(try fingerprint(old.session) == fingerprint(quick.session))
    #expect(!full.loadSnapshot())
  }

  @Test func `a snapshot with any byte changed, cut or of another version is no snapshot`() throws {
    let environment = scratch.environment(clock: clock)
    let (path, store) = try fullSession(environment)
    store.close()
    let expected = try fingerprint(store.session)
    let file = path + "/snapshot.json"
    let good = try bytes(file)
    for position in stride(from: 0, to: good.count, by: 97) {
      var damaged = good
      damaged[position] ^= 1
      try write(damaged, to: file)
      let again = try openSession(path, environment)
      #expect(try fingerprint(again.session) == expected)
      #expect(!again.loadSnapshot())
    }
    for length in [0, 1, 50, good.count / 2, good.count - 1] {
      try write(Array(good[..<length]), to: file)
      #expect(try fingerprint(openSession(path, environment).session) == expected)
    }
  }

  @Test func `a snapshot of more than the journals hold is not believed`() throws {
    let environment = scratch.environment(clock: clock)
    let path = scratch.path("soc.plenary")
    let store = try newSession(path, environment)
    try store.capture("one")
    let journal = try #require(try journals(path).first)
    let short = try bytes(journal)
    try store.capture("two")
    store.close()
    try write(short, to: journal)
    #expect(try openSession(path, environment).keptWords == ["one"])
  }

  @Test func `events that come in late, before the snapshot's end, are folded in their order`()
    throws
  {
    let environment = scratch.environment(clock: clock)
    let home = scratch.path("home.plenary")
    try newSession(home, environment).close()
    try copyFolder(home, scratch.path("away.plenary"))
    let away = try openSession(scratch.path("away.plenary"), environment)
    clock.advance(1000)
    try away.capture("away, early")
    clock.advance(1000)
    let store = try openSession(home, environment)
    try store.capture("home, late")
    store.close()
    try synchronise(scratch.path("away.plenary"), home)
    let again = try openSession(home, environment)
    #expect(again.keptWords == ["away, early", "home, late"])
    try RealFileSystem().remove(home + "/snapshot.json")
    #expect(try fingerprint(openSession(home, environment).session) == fingerprint(again.session))
  }

  @Test func `events read by hand are the events that the decoder reads`() throws {
    let full = ContributionCaptured(
      contribution: "c", number: ContributionNumber(series: "b", 4), group: "g", priority: "p",
      round: 3, lens: "l", themes: ["t1", "t2"], highlight: true,
      saidAt: Instant(milliseconds: 1_795_000_000_123), source: "f.csv#\"3\"\n", partOf: "o\"1",
      words: nil)
    let bare = ContributionCaptured(
      contribution: "c \"x\" é", number: ContributionNumber(4), group: "g", priority: "p",
      words: nil)
    for event in [full, bare] {
      let data = LineWriter().encodedData(of: event)
      let byHand = data.withUnsafeBufferPointer {
        CapturedReader.read($0, in: 0..<$0.count, words: nil)
      }
      #expect(byHand == event)
      #expect(try JSONDecoder().decode(ContributionCaptured.self, from: Data(data)) == event)
    }
    // What it does not know, it leaves to the decoder.
    for text in [
      #"{"contribution":"c","group":"g","later":1,"number":"1","priority":"p"}"#,
      #"{"contribution":"c","group":"g","number":"1","priority":"p","round":-1}"#,
      #"{"contribution":"c","group":"g","number":"1","priority":"p","themes":["a\"b"]}"#,
      #"{"contribution":"c","group":"g","number":1,"priority":"p"}"#,
    ] {
      let bytes = Array(text.utf8)
      #expect(
        bytes.withUnsafeBufferPointer { CapturedReader.read($0, in: 0..<$0.count, words: nil) }
          == nil)
    }
  }

  @Test func `kinds and fields of a later version are kept, counted and said`() throws {
    let environment = scratch.environment(clock: clock)
    let path = scratch.path("soc.plenary")
    let store = try newSession(path, environment)
    try store.capture("one")
    let writer = try store.takeJournal()
    struct Novel: Event {
      static let kind = "delegates.danced"
      let steps: Int
      func change(_ session: inout Session, by record: Record) -> String? { nil }
      func reversal(in session: Session) -> (any Event)? { nil }
      func account(in session: Session) -> String { "danced" }
    }
    struct Changed: Event {
      static let kind = "round.entered"
      let round: [String]
      func change(_ session: inout Session, by record: Record) -> String? { nil }
      func reversal(in session: Session) -> (any Event)? { nil }
      func account(in session: Session) -> String { "entered" }
    }
    struct Extended: Event {
      static let kind = "round.entered"
      let round: Int
      let music: String
      func change(_ session: inout Session, by record: Record) -> String? { nil }
      func reversal(in session: Session) -> (any Event)? { nil }
      func account(in session: Session) -> String { "entered" }
    }
    let events: [any Event] = [
      Novel(steps: 3), Changed(round: ["a"]), Extended(round: 1, music: "y"),
    ]
    for event in events {
      let seq = writer.position.seq + 1
      let record = Record(
        device: store.device, seq: seq, time: writer.position.time.next(at: clock.now),
        at: clock.now, scribe: "", act: seq, event: event)
      try writer.append([record]) { [] }
    }
    store.writer = nil
    let again = try openSession(path, environment)
    #expect(again.session.unknownEvents == ["delegates.danced": 1, "round.entered": 1])
    #expect(again.session.round == 1)
    #expect(again.findings.map(\.line) == [7])
    #expect(!again.isReadOnly)
    try again.capture("two")
    let checked = try SessionStore.verify(at: path)
    #expect(checked.unknown == 2)
  }
}
