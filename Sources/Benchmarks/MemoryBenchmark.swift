import FoundationEssentials
import Glibc

/// Resident memory of the console on a large session.
enum MemoryBenchmark {
  static func run(_ bench: Bench) throws -> Findings {
    let room = try bench.room(100_000)
    let with = try measure(bench, room, "with a snapshot")
    // Otherwise the snapshot would be older than what the keys kept.
    unlink(room.path + "/snapshot.json")
    let without = try measure(bench, room, "without")
    return Findings(rows: with + without)
  }

  private static func measure(_ bench: Bench, _ room: Room, _ what: String) throws -> [Row] {
    let terminal = try PseudoTerminal()
    let child = try Child(
      [bench.plenary, "run", room.path], environment: bench.environment, terminal: terminal.device)
    _ = try terminal.waitForFrame()
    for index in 0..<10 {
      terminal.type("typed while memory is measured \(index)\r")
      terminal.settle(milliseconds: 60)
    }
    let resident = try child.memory("VmRSS")
    let peak = try child.memory("VmHWM")
    terminal.leave()
    try child.finishAnyhow()
    let words = 100_000 * 120 / 1024
    var row = Row(
      "memory, 100,000 contributions of 120 characters, \(what)",
      "\(resident / 1024) MB (peak \(peak / 1024) MB)",
      against: "the words alone: \(words / 1024) MB",
      ratio: Double(resident) / Double(words))
    row.mustReach = "≤ 150 MB"
    row.isReached = resident <= 150 * 1024
    return [row]
  }
}
