import Replay
import SessionEngine
import Testing

@Suite("A session plays back what was merged and split")
struct ReplayMergingTests {
  /// Two that say the same, merged, and one that says two things, split.
  private func day() throws -> Room {
    var room = try Room.open()
    try room.say("Follow the recruiter", table: 1)
    try room.say("Recruiters first", table: 2)
    try room.say("Landlords and licences", table: 3)
    try room.perform(.merge([try room.id(2)], into: try room.id(1)))
    try room.perform(.split(try room.id(3), into: ["Landlords", "Licences"]))
    return room
  }

  @Test(
    "given a merge and a split, when played, then every wording is there and nothing is withdrawn")
  func lines() throws {
    let lines = Replay.lines(try day().records, utcOffsetSeconds: 0)
    for words in ["Follow the recruiter", "Recruiters first", "Landlords and licences", "Licences"]
    {
      #expect(lines.contains { $0.contains("‘\(words)’") }, "\(lines)")
    }
    #expect(lines.contains { $0.contains("merged #2 into #1") }, "\(lines)")
    #expect(lines.contains { $0.contains("split #3 into #4 and #5") }, "\(lines)")
    #expect(!lines.contains { $0.contains("withdrawn") || $0.contains("no effect") })
  }

  @Test(
    "given the moment before, when summed up, then they stand, and after it their lineage is told")
  func summaries() throws {
    var room = try day()
    func summary(_ events: Int) -> [String] {
      Replay.summary(
        Replay.state(room.records, until: .events(events), utcOffsetSeconds: 0))
    }
    let before = try #require(room.records.firstIndex { $0.event is ContributionsMerged })
    #expect(summary(before).contains { $0.contains("‘Recruiters first’") })
    let after = summary(room.records.count)
    #expect(after.contains("Merged: #2 into #1") && after.contains("Split: #3 into #4 and #5"))
    #expect(!after.contains { $0.hasPrefix("Withdrawn") })
    // Redacted, its words are nowhere, not even at the time at which they still stood
    try room.perform(.separate(try room.id(2)))
    try room.perform(.redact(try room.id(2), reason: "asked for"))
    #expect(!summary(before).contains { $0.contains("Recruiters") })
    #expect(summary(room.records.count).contains("Withdrawn or redacted: #2"))
  }
}
