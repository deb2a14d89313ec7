import Glibc
import SessionStore

/// From the start of the binary to its first full frame.
enum StartBenchmark {
  static func run(_ bench: Bench) throws -> Findings {
    let room = try bench.room(20_000, of: .lively)
    guard let journal = try room.journals().first else { throw Broken("there is no journal") }
    let snapshot = room.path + "/snapshot.json"
    let aside = bench.folder + "/snapshot.aside"
    guard access(snapshot, R_OK) == 0 else { throw Broken("there is no snapshot") }
    var with = Samples()
    var without = Samples()
    var reading = Samples()
    for _ in 0..<9 {
      with.add(try firstFrame(bench, room))
      rename(snapshot, aside)
      without.add(try firstFrame(bench, room))
      rename(aside, snapshot)
      reading.add(try Child.time(["jq", "-c", ".", journal], bench))
    }
    return Findings(rows: [
      Row(
        "start to first frame, 20,000 events, with a snapshot", with.median,
        against: "jq -c . journal", reading.median, within: 150_000_000),
      Row(
        "start to first frame, 20,000 events, without", without.median,
        against: "jq -c . journal", reading.median, atMost: 2),
    ])
  }

  private static func firstFrame(_ bench: Bench, _ room: Room) throws -> Nanoseconds {
    let terminal = try PseudoTerminal()
    let start = now()
    let child = try Child(
      [bench.plenary, "run", room.path], environment: bench.environment, terminal: terminal.device)
    let drawn = try terminal.waitForFrame()
    terminal.leave()
    try child.finishAnyhow()
    return drawn - start
  }
}

extension PseudoTerminal {
  /// Waits for a first frame: the marking stands in its first and in its last row.
  func waitForFrame() throws -> Nanoseconds { try wait(for: "OFFICIAL-SENSITIVE", times: 2) }

  /// Ends the console.
  func leave() {
    type("\u{3}")
    settle(milliseconds: 20)
  }
}

extension Child {
  /// Waits for the end, reading nothing more of what it draws.
  func finishAnyhow() throws {
    var status: Int32 = 0
    waitpid(pid, &status, 0)
  }
}
