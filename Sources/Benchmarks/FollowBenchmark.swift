import Glibc
import SessionEngine

/// How soon the console shows what another process kept.
enum FollowBenchmark {
  static func run(_ bench: Bench) throws -> Findings {
    let room = try bench.room(20_000)
    let terminal = try PseudoTerminal()
    let child = try Child(
      [bench.plenary, "run", room.path], environment: bench.environment, terminal: terminal.device)
    _ = try terminal.waitForFrame()
    let store = try room.open()
    var delays = Samples()
    var keeping = Samples()
    for index in 0..<40 {
      // Every letter stands elsewhere than in the one before, so that all of it is drawn anew.
      let letters = Array("QZXJKVWY")
      let word = String(letters.indices.map { letters[($0 + index) % letters.count] })
      let contribution = NewContribution(word, group: room.groups[0])
      keeping.add(try time { try store.perform(.capture([contribution])) })
      let kept = now()
      delays.add(try terminal.wait(for: word) - kept)
      // Whenever in the console's beat it comes.
      usleep(useconds_t(37_000 * (index % 5)))
    }
    store.close()
    terminal.leave()
    try child.finishAnyhow()
    var row = Row(
      "another process's contribution until on the screen (worst of 40)", delays.quantile(1),
      against: "keeping it (median)", keeping.median)
    row.ratio = nil
    row.mustReach = "≤ 0.5 s"
    row.isReached = delays.quantile(1) <= 500_000_000
    return Findings(rows: [row])
  }
}
