import SessionEngine
import Testing

@testable import SessionStore

/// “Your name stands on that card: we take it out for good.”
@Suite("Redacting a card") struct CardRedactionTests {
  let scratch: Scratch
  let clock = TestClock()

  init() throws { scratch = try Scratch() }

  /// What must be nowhere afterwards, in whatever form a file has it.
  private let name = "Marlowe"

  private func filesWithName(_ path: String) throws -> [String] {
    try allFiles(path).filter { WordSearch.contains(try bytes($0), Array(name.utf8)) }
  }

  private func patch(_ change: (inout CardPatch) -> Void) -> CardPatch {
    var card = CardPatch()
    change(&card)
    return card
  }

  /// A session in which the name stands in every field of a card and all over the folder.
  private func prepared(
    _ path: String, _ environment: StoreEnvironment
  ) throws -> (store: SessionStore, card: OpportunityID) {
    let store = try newSession(path, environment)
    let point = try store.capture("ask the harbour master")
    let card = patch {
      $0.title = "Ask \(name)\nat the \\ desk"
      $0.belief = "\(name) knows"
      $0.skillsWanted = ["trusted by \(name)", "law"]
      $0.date = "2026-12-01"
    }
    try store.perform(.raise([point.id], card))
    let id = try #require(store.session.opportunities.all.first).id
    try store.perform(
      .openScoring(NewScoring("Which first?", items: .opportunities([id]))))
    try store.perform(.reviseCard(id, patch { $0.title = "Ask Mr \(name)" }))
    try store.perform(.reviseCard(id, patch { $0.cost = "a day of \(name)’s" }))
    try store.perform(.undo)
    try store.perform(.stageOpportunity(id, .init(.dropped, reason: "\(name) said no")))
    try store.perform(.stageOpportunity(id, .init(.toTry)))
    try store.saveDrafts(["card": "and Ask Mr \(name) again", "g2": "harmless"])
    store.close()
    return (try openSession(path, environment), id)
  }

  @Test func `its words are gone from every byte, nothing brings them back, and it goes on`() throws
  {
    // Given a card with a name in its fields, stages, votes, snapshot and drafts
    let path = scratch.path("soc.plenary")
    let environment = scratch.environment(clock: clock)
    let (store, id) = try prepared(path, environment)
    #expect(try filesWithName(path).count == 3)
    let vote = try #require(store.session.scorings.values.first)
    #expect(vote.items[0].title == "Ask \(name)\nat the \\ desk")

    // When it is redacted
    let report = try store.redactCard(id, reason: "asked to")

    // Then the name stands in no file; number, stages, date and the way back do
    #expect(report.rewritten.count == 3 && report.failures.isEmpty)
    #expect(try filesWithName(path).isEmpty)
    let card = try #require(store.session.opportunities[id])
    #expect(card.writtenWords.isEmpty)
    #expect(card.card.date == "2026-12-01" && card.history.map(\.standing.stage).count == 3)
    #expect(store.session.title(of: card) == "ask the harbour master")
    #expect(store.loadDrafts() == ["g2": "harmless"])

    // And neither undo nor redo brings it back
    for command in [Command.undo, .undo, .redo, .undo, .redo] { _ = try? store.perform(command) }
    let written = store.session.opportunities.all.flatMap(\.writtenWords)
    #expect(written.isEmpty)

    // And the card can be written anew, which the next opening finds, with a sound chain
    try store.perform(.reviseCard(id, patch { $0.title = "Ask at the desk" }))
    let expected = try fingerprint(store.session)
    let checked = try SessionStore.verify(at: path, environment: environment)
    #expect(checked.isSound, "\(checked.findings)")
    #expect(try fingerprint(checked.session) == expected)
    #expect(checked.redacted == 1)
    store.close()
    let again = try openSession(path, environment)
    #expect(try fingerprint(again.session) == expected)
    #expect(again.session.opportunities[id]?.card.title == "Ask at the desk")
    #expect(try filesWithName(path).isEmpty)
  }

  @Test func `words that an early version wrote without a seal are told as not taken out`() throws {
    // Given a journal in which a card's words stand in the data of a line
    let path = scratch.path("soc.plenary")
    let environment = scratch.environment(clock: clock)
    let store = try newSession(path, environment)
    let point = try store.capture("ask the harbour master")
    try store.perform(.raise([point.id], CardPatch()))
    let id = try #require(store.session.opportunities.all.first).id
    let writer = try #require(store.writer)
    let seq = writer.position.seq + 1
    try writer.append([
      Record(
        device: store.device, seq: seq, time: writer.position.time.next(at: clock.now),
        at: clock.now, scribe: "Ada", act: seq,
        event: InlineRevised(opportunity: id, card: ["title": "Ask \(name)"]))
    ]) { [UInt8](repeating: 1, count: 16) }
    let line = writer.position.lines
    store.writer = nil
    let again = try openSession(path, environment)
    #expect(again.session.opportunities[id]?.card.title == "Ask \(name)")

    // When the card is redacted, then its words are shown no more, and the line that holds them is named
    let report = try again.redactCard(id, reason: "asked to")
    #expect(again.session.opportunities[id]?.writtenWords == [])
    #expect(try filesWithName(path) == [path + "/journal/\(store.device).jsonl"])
    #expect(report.failures.map(\.line) == [line])
    #expect(report.failures.map(\.file) == ["journal/\(store.device).jsonl"])
    // A card whose words had a seal is redacted without a word of that
    try again.perform(.raise([point.id], patch { $0.title = "Another" }))
    let other = try #require(again.session.opportunities.all.last).id
    try again.perform(.undo)
    try again.perform(.redo)
    #expect(try again.redactCard(other, reason: "asked to").failures.map(\.line) == [line])
  }

  @Test func `a redaction after which nothing could be taken out says so`() throws {
    let files = FailingFiles()
    let (store, id) = try prepared(
      scratch.path("soc.plenary"), scratch.environment(clock: clock, files: files))
    try store.capture("one more")
    // Given a folder that cannot be listed, when the card is redacted, then that is a failure
    files.set {
      $0.call = .names
      $0.at = 1
      $0.stays = true
      $0.error = .ioError
    }
    let report = try store.redactCard(id, reason: "asked to")
    #expect(report.rewritten.isEmpty && report.failures.count == 1)
    // And what was left undone is done when that is mended
    files.set { _ in }
    try store.follow()
    #expect(try filesWithName(store.path).isEmpty)
  }

  @Test
  func `what a colleague wrote who had not heard of it goes too, what was written since stays`()
    throws
  {
    // Given a folder at two places
    let environment = scratch.environment(clock: clock)
    let (home, id) = try prepared(scratch.path("home.plenary"), environment)
    try home.saveDrafts([:])
    try home.capture("a journal of its own")
    try copyFolder(home.path, scratch.path("away.plenary"))
    let away = try openSession(
      scratch.path("away.plenary"), scratch.environment(clock: clock, machine: "another"))

    // When the card is redacted and written anew here, and the name typed again there, later
    clock.advance(1000)
    _ = try home.redactCard(id, reason: "asked to")
    try home.perform(.reviseCard(id, patch { $0.measure = "calls answered" }))
    clock.advance(1000)
    try away.perform(.reviseCard(id, patch { $0.title = "\(name) first" }))
    try away.perform(.stageOpportunity(id, .init(.dropped, reason: "\(name) left")))
    for _ in 0..<2 {
      try synchronise(home.path, away.path)
      try synchronise(away.path, home.path)
      try home.follow()
      try away.follow()
    }

    // Then both come to the same, without the name, and no folder holds it
    #expect(try fingerprint(home.session) == fingerprint(away.session))
    let card = try #require(home.session.opportunities[id])
    #expect(card.writtenWords == ["calls answered"])
    #expect(card.standing == .init(.dropped))
    home.close()
    away.close()
    for path in [home.path, away.path] {
      try openSession(path, environment).close()
      #expect(try filesWithName(path).isEmpty, "\(path)")
      #expect(try SessionStore.verify(at: path).isSound)
    }
  }
}

/// A change of a card as an early version wrote it: its words in the data.
private struct InlineRevised: Event {
  static let kind = OpportunityRevised.kind
  let opportunity: OpportunityID
  let card: [String: String]

  func change(_ session: inout Session, by record: Record) -> String? { nil }
  func reversal(in session: Session) -> (any Event)? { nil }
  func account(in session: Session) -> String { "" }
}
