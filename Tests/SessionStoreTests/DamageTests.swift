import SessionEngine
import Testing

@testable import SessionStore

@Suite struct DamageTests {
  let scratch: Scratch
  let clock = TestClock()

  init() throws { scratch = try Scratch() }

  private func smallSession() throws -> (path: String, journal: String) {
    let path = scratch.path("soc.plenary")
    let store = try newSession(path, scratch.environment(clock: clock))
    let kept = try store.capture("follow the \"money\"\n")
    try store.perform(.reword(kept.id, "follow the money"))
    try store.perform(.highlight(kept.id, true))
    try store.perform(.undo)
    store.close()
    return (path, try #require(try journals(path).first))
  }

  /// One bit at every position, on open and on verify, each with the snapshot in place.
  @Test func `a flipped byte anywhere is found, and its file and line are named`() throws {
    let (path, journal) = try smallSession()
    let whole = try bytes(journal)
    let environment = scratch.environment(clock: clock)
    var line = 1
    for position in whole.indices {
      var damaged = whole
      damaged[position] ^= 1 << UInt8(position % 8)
      let descriptor = try RealFileSystem().open(journal, .updateExisting)
      try RealFileSystem().writeAll(descriptor, damaged, at: 0)
      RealFileSystem().close(descriptor)
      let name = "journal/" + Paths.name(of: journal)
      let store = try openSession(path, environment)
      let checked = try SessionStore.verify(at: path, environment: environment)
      for findings in [store.findings, checked.findings] {
        #expect(
          findings.contains { $0.file == name && $0.line == line && $0.isFault },
          "position \(position), line \(line): \(findings)")
      }
      #expect(!checked.isSound)
      if whole[position] == 0x0A { line += 1 }
    }
    try write(whole, to: journal)
    #expect(try SessionStore.verify(at: path, environment: environment).isSound)
  }

  /// More bits of every byte, by the reader alone: the one that makes a capital of a letter too.
  @Test func `no letter turned into a capital and no other bit passes`() throws {
    let (_, journal) = try smallSession()
    let whole = try bytes(journal)
    let header = try #require(whole.firstIndex(of: 0x0A))
    func sums(_ bytes: [UInt8]) -> [Sum]? {
      bytes.withUnsafeBufferPointer { buffer in
        guard let newline = buffer.firstIndex(of: 0x0A),
          case .header(let header, let sum) = JournalHeader.read(buffer, in: 0..<newline)
        else { return nil }
        let reading = JournalReading.read(
          Array(buffer[(newline + 1)...]), device: header.device,
          from: JournalPosition(afterHeader: sum, bytes: newline + 1))
        guard reading.damage == nil, reading.tail == 0 else { return nil }
        return [sum] + reading.lines.map(\.sum)
      }
    }
    let good = try #require(sums(whole))
    #expect(good.count == 7 + 1)
    #expect(header > 0)
    for position in whole.indices {
      for bit in [5, (position + 1) % 8] {
        var damaged = whole
        damaged[position] ^= 1 << UInt8(bit)
        #expect(sums(damaged) == nil, "bit \(bit) of byte \(position)")
      }
    }
  }

  @Test func `damage further up opens the session read-only up to there`() throws {
    let (path, journal) = try smallSession()
    var damaged = try bytes(journal)
    let text = Array("follow the money".utf8)
    let start = try #require(
      damaged.indices.first { damaged[$0...].starts(with: text) })
    damaged[start] = 0x46
    try write(damaged, to: journal)
    let store = try openSession(path, scratch.environment(clock: clock))
    #expect(store.isReadOnly)
    #expect(store.keptWords == ["follow the \"money\"\n"])
    #expect(store.findings.map(\.line) == [6])
    let before = try allFiles(path)
    do {
      try store.capture("more")
      Issue.record("it was kept")
    } catch let error as PerformError {
      #expect(error.description.contains("line 6 is damaged"), "\(error)")
    }
    #expect(throws: StoreError.self) { try store.saveDrafts(["g1": "half"]) }
    store.close()
    #expect(try allFiles(path) == before)
    #expect(try bytes(journal) == damaged)
  }

  @Test func `a line taken out, doubled or moved is found`() throws {
    let (path, journal) = try smallSession()
    let whole = try bytes(journal)
    let lines = whole.split(separator: 0x0A).map { Array($0) + [0x0A] }
    var without = lines
    without.remove(at: 4)
    var doubled = lines
    doubled.insert(lines[5], at: 6)
    var swapped = lines
    swapped.swapAt(5, 6)
    for broken in [without, doubled, swapped] {
      try write(Array(broken.joined()), to: journal)
      #expect(
        try !SessionStore.verify(at: path, environment: scratch.environment(clock: clock)).isSound)
      #expect(try openSession(path, scratch.environment(clock: clock)).isReadOnly)
    }
  }

  @Test func `words taken out without a redaction are missed`() throws {
    let (path, journal) = try smallSession()
    let whole = try bytes(journal)
    var session = try openSession(path, scratch.environment(clock: clock)).session
    let id = session.contributions.all[0].id
    session.apply(
      Record(
        device: "elsewhere", seq: 1, time: session.lastTime, at: clock.now, scribe: "", act: 1,
        event: ContributionRedacted(contribution: id, reason: "unheard of")))
    let without = try #require(RedactedLines.without(session, whole))
    try write(without, to: journal)
    let checked = try SessionStore.verify(at: path, environment: scratch.environment(clock: clock))
    #expect(checked.findings.map(\.line) == [5, 6])
    #expect(!checked.isSound)
  }

  @Test func `a damaged session file is put together from the journals`() throws {
    let (path, _) = try smallSession()
    for bytes: [UInt8]? in [nil, [], Array("{}".utf8), [0xFF]] {
      if let bytes {
        try write(bytes, to: path + "/session.json")
      } else {
        try RealFileSystem().remove(path + "/session.json")
      }
      let store = try openSession(path, scratch.environment(clock: clock))
      #expect(store.session.plan.title == "SOC follow-up")
      #expect(store.findings.map(\.file) == ["session.json"])
      #expect(!store.isReadOnly)
    }
  }

  @Test func `every kind of foreign thing is left out and named`() throws {
    let (path, journal) = try smallSession()
    let environment = scratch.environment(clock: clock)
    let folder = path + "/journal/"
    let content = try bytes(journal)
    let text = String(decoding: content, as: UTF8.self)
    let device = String(Paths.name(of: journal).prefix(10))
    let other = try newSession(scratch.path("other.plenary"), environment)
    other.close()
    let foreign = try #require(try journals(scratch.path("other.plenary")).first)
    try write(try bytes(foreign), to: folder + Paths.name(of: foreign))
    try write(content, to: folder + "\(device) (conflict).jsonl")
    try write(content, to: folder + "00000000ff.jsonl")
    try write(content, to: folder + "\(device).jsonl~")
    try write([0, 1, 2], to: folder + "Thumbs.db")
    try RealFileSystem().makeDirectory(folder + "sub")
    try RealFileSystem().makeDirectory(folder + "00000000fe.jsonl")
    let later = text.split(separator: "\n")[0]
      .replacing("\"formatVersion\":1", with: "\"formatVersion\":2")
      .replacing(device, with: "00000000fd")
    try write(Array((later + "\n{}\n").utf8), to: folder + "00000000fd.jsonl")
    let store = try openSession(path, environment)
    #expect(store.keptWords == ["follow the money"])
    #expect(!store.isReadOnly)
    let named = Dictionary(
      store.findings.map { ($0.file.dropFirst(8), $0.message) }, uniquingKeysWith: { $1 })
    #expect(named.count == 8)
    #expect(named["00000000fd.jsonl"]?.contains("later version") == true)
    #expect(named[Paths.name(of: foreign)[...]]?.contains("another session") == true)
    #expect(named["00000000ff.jsonl"]?.contains("copy of the journal") == true)
    #expect(named["\(device) (conflict).jsonl"]?.contains("copy of the journal") == true)
    #expect(store.findings.allSatisfy { !$0.remedy.isEmpty })
    try store.capture("and on")
  }

  @Test func `a session of a later version is not touched`() throws {
    let (path, _) = try smallSession()
    let file = String(decoding: try bytes(path + "/session.json"), as: UTF8.self)
      .replacing("\"formatVersion\" : 1", with: "\"formatVersion\" : 2")
    try write(Array(file.utf8), to: path + "/session.json")
    #expect(throws: StoreError.laterVersion(file: path + "/session.json", version: 2)) {
      try openSession(path, scratch.environment())
    }
    #expect(throws: StoreError.notFound(path: scratch.path("none"))) {
      try openSession(scratch.path("none"), scratch.environment())
    }
    #expect(throws: StoreError.self) {
      try openSession(path + "/session.json", scratch.environment())
    }
    #expect(throws: StoreError.self) { try openSession(path + "/journal", scratch.environment()) }
  }
}
