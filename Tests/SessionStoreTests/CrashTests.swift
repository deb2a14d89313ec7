import SessionEngine
import Testing

@testable import SessionStore

@Suite(.serialized) struct CrashTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test(arguments: seeds(8))
  func `a contribution that was called kept survives kill -9`(seed: UInt64) throws {
    let path = scratch.path("soc.plenary")
    try newSession(path, .live).close()
    var generator = SeededGenerator(seed + 17)
    var said: [String] = []
    // Killed, reopened and killed again: the journal is taken up each time.
    for run in 0..<3 {
      let hammer = try Hammer(path, count: 2000, name: "run\(run)")
      #expect(hammer.line() == "ready")
      hammer.begin()
      let enough = Int.random(in: 1...60, using: &generator)
      for _ in 0..<enough { if let line = hammer.line() { said.append(line) } }
      hammer.kill()
      // What it said before it died may still stand in the pipe.
      while let line = hammer.line() { said.append(line) }
    }
    let store = try openSession(path, .live)
    let kept = Set(
      store.session.contributions.all.map { "kept \($0.number) \($0.id)" })
    #expect(said.count >= 3)
    #expect(said.filter { !kept.contains($0) }.isEmpty)
    #expect(Set(store.numbers).count == store.numbers.count)
    #expect(!store.isReadOnly)
    try store.capture("and on it goes")
    #expect(try SessionStore.verify(at: path).isSound)
    #expect(try journals(path).count == 1)
  }

  @Test func `a journal cut at any byte of its last acts loses only what was cut`() throws {
    let path = scratch.path("soc.plenary")
    let clock = TestClock()
    let environment = scratch.environment(clock: clock, files: FailingFiles(skipsSync: true))
    let store = try newSession(path, environment)
    try store.capture("first")
    let journal = try #require(try journals(path).first)
    let before = try bytes(journal).count
    try store.capture("second")
    let middle = try bytes(journal).count
    try store.perform(
      .capture([NewContribution("third", group: "g1"), NewContribution("fourth", group: "g1")]))
    store.writer = nil
    let whole = try bytes(journal)
    for cut in before...whole.count {
      for name in try RealFileSystem().names(in: path + "/journal") where name.contains("torn") {
        try RealFileSystem().remove(path + "/journal/" + name)
      }
      try write(Array(whole[..<cut]), to: journal)
      let expected =
        cut == whole.count
        ? ["first", "second", "third", "fourth"] : cut >= middle ? ["first", "second"] : ["first"]
      let isTorn = ![before, middle, whole.count].contains(cut)
      let checked = try SessionStore.verify(at: path, environment: environment)
      #expect(checked.isSound == !isTorn)
      #expect(checked.findings.first?.file == (isTorn ? layoutName(journal) : nil))
      #expect(checked.findings.first?.line == (isTorn ? (cut < middle ? 6 : 7) : nil))
      let again = try openSession(path, environment)
      #expect(again.keptWords == expected)
      try again.capture("after")
      #expect(again.keptWords == expected + ["after"])
      let torn = try RealFileSystem().names(in: path + "/journal").filter { $0.contains(".torn-") }
      #expect(torn.count == (isTorn ? 1 : 0))
      if isTorn, let name = torn.first {
        // Byte for byte.
        let end = cut < middle ? before : middle
        #expect(try bytes(path + "/journal/" + name) == Array(whole[end..<cut]))
        #expect(again.findings.contains { $0.message.contains(name) && !$0.isFault })
      }
      #expect(try SessionStore.verify(at: path, environment: environment).isSound)
      again.writer = nil
    }
  }

  @Test func `zeros that a power loss left at the end are set aside`() throws {
    let path = scratch.path("soc.plenary")
    let environment = scratch.environment()
    let store = try newSession(path, environment)
    try store.capture("first")
    let journal = try #require(try journals(path).first)
    let good = try bytes(journal)
    try store.perform(
      .capture([NewContribution("second", group: "g1"), NewContribution("third", group: "g1")]))
    store.writer = nil
    var holed = try bytes(journal)
    for index in good.count..<(holed.count - 500) { holed[index] = 0 }
    try write(holed, to: journal)
    let again = try openSession(path, environment)
    #expect(!again.isReadOnly)
    try again.capture("after")
    #expect(again.keptWords == ["first", "after"])
  }

  @Test func `a live writer's unfinished line is nobody's fault`() throws {
    let path = scratch.path("soc.plenary")
    let environment = scratch.environment()
    let store = try newSession(path, environment)
    let journal = try #require(try journals(path).first)
    try store.capture("first")
    let good = try bytes(journal)
    let descriptor = try RealFileSystem().open(journal, .updateExisting)
    defer { RealFileSystem().close(descriptor) }
    try RealFileSystem().writeAll(descriptor, Array("{\"act\":5,".utf8), at: good.count)
    let reader = try openSession(path, environment)
    #expect(reader.findings.isEmpty)
    #expect(reader.keptWords == ["first"])
    #expect(try SessionStore.verify(at: path, environment: environment).isSound)
    // The writer finishes its line over it.
    try store.capture("second, longer than what stood there before")
    #expect(try reader.follow())
    #expect(reader.keptWords.count == 2)
    store.writer = nil
  }

  @Test func `processes that begin at the same instant never give a number twice`() throws {
    let path = scratch.path("soc.plenary")
    try newSession(path, .live).close()
    let hammers = try (0..<4).map { try Hammer(path, count: 20, name: "scribe \($0)") }
    for hammer in hammers { #expect(hammer.line() == "ready") }
    for hammer in hammers { hammer.begin() }
    var said: [String] = []
    for hammer in hammers {
      while let line = hammer.line(), line != "done" { said.append(line) }
    }
    let store = try openSession(path, .live)
    #expect(said.filter { !$0.hasPrefix("kept ") }.isEmpty)
    #expect(store.session.contributions.all.count == said.count)
    let numbers = store.session.contributions.all.map(\.number).sorted()
    #expect(numbers == (1...said.count).map { ContributionNumber($0) })
    #expect(store.session.unresolved.isEmpty)
    #expect(try SessionStore.verify(at: path).isSound)
  }

  @Test func `a journal that another tool takes away or sets back is put in its place again`()
    throws
  {
    let path = scratch.path("soc.plenary")
    let environment = scratch.environment()
    let store = try newSession(path, environment)
    let journal = try #require(try journals(path).first)
    try store.capture("one")
    let older = try bytes(journal)
    try store.capture("two")
    try write(older, to: journal)
    try store.capture("three")
    try RealFileSystem().remove(journal)
    try store.capture("four")
    #expect(try openSession(path, environment).keptWords == ["one", "two", "three", "four"])
    #expect(try SessionStore.verify(at: path, environment: environment).isSound)
    // One that has become another is left alone, and the command is not kept.
    let kept = try bytes(journal)
    var other = kept
    other[other.count / 2] ^= 1
    try write(other, to: journal)
    #expect(throws: PerformError.notKept(.journalReplaced(file: layoutName(journal)))) {
      try store.capture("five")
    }
    #expect(try bytes(journal) == other)
    store.writer = nil
  }

  private func layoutName(_ path: String) -> String { "journal/" + Paths.name(of: path) }
}
