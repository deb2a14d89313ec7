import SessionEngine
import SessionStore

/// Folding events.
enum ApplyBenchmark {
  static func run(_ bench: Bench) throws -> Findings {
    Findings(rows: [
      try measure(bench, "apply, 100,000 captures", try bench.room(100_000)),
      try measure(bench, "apply, 20,000 events of all kinds", try bench.room(20_000, of: .lively)),
    ])
  }

  private static func measure(_ bench: Bench, _ what: String, _ room: Room) throws -> Row {
    let records = try room.open().history()
    let names = records.map { "\($0.device)-\($0.seq)" }
    var applying = Samples()
    var inserting = Samples()
    for _ in 0..<9 {
      var session = Session()
      applying.add(processor { for record in records { session.apply(record) } })
      var index: [String: Int] = [:]
      inserting.add(processor { for name in names { index[name] = index.count } })
      guard session.eventCount == records.count, index.count == names.count else {
        throw Broken("events were lost")
      }
    }
    let rate = Double(records.count) * 1e9 / Double(applying.median)
    var row = Row(
      what, grouped(Int(rate)) + " a second",
      against: "a string into a dictionary for each: \(text(inserting.median))",
      ratio: Double(applying.median) / Double(inserting.median))
    row.mustReach = "≥ 1,000,000 a second"
    row.isReached = rate >= 1_000_000
    return row
  }

  private static func processor(_ body: () -> Void) -> Nanoseconds {
    let start = processorTime()
    body()
    return processorTime() - start
  }
}
