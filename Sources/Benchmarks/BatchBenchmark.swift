import SessionEngine

/// The commands that take in or give out much at once.
enum BatchBenchmark {
  static func run(_ bench: Bench) throws -> Findings {
    let small = try bench.room(0, of: .lively)
    let before = try size(small)
    let lines = bench.folder + "/lines"
    try write(Array((0..<1000).map { Room.words($0) + "\n" }.joined().utf8), to: lines)
    let adding = try Child.time(
      [bench.plenary, "add", small.path, "--group", "1", "--priority", "1"], bench, input: lines)
    let line = [UInt8](repeating: 0x61, count: (try size(small) - before) / 1000)
    let raw = try RawFile(bench.folder + "/raw", create: true)
    let writing = try time { for _ in 0..<1000 { try raw.append(line) } }

    let table = bench.folder + "/table.csv"
    let rows = (0..<5000).map { "\($0),\"\(Room.words($0))\"" }.joined(separator: "\n")
    try write(Array("id,text\n\(rows)\n".utf8), to: table)
    let room = try bench.room(1, of: .lively)
    let importing = try Child.time(
      [bench.plenary, "import", room.path, table, "--text", "text", "--id", "id"], bench)
    guard let journal = try room.journals().first else { throw Broken("there is no journal") }
    let reading = try Child.time(["jq", "-c", ".", journal], bench)
    let exporting = try Child.time([bench.plenary, "export", room.path], bench)
    let verifying = try Child.time([bench.plenary, "verify", room.path], bench)
    let summing = try Child.time(["sha256sum", journal], bench)
    return Findings(rows: [
      Row("plenary add, 1,000 lines, each kept", adding, against: "1,000 × write+fsync", writing),
      Row("plenary import, 5,000 rows", importing, against: "jq -c . of what it wrote", reading),
      Row("plenary export, 5,000, all forms", exporting, against: "jq -c . journal", reading),
      Row("plenary verify, 5,000", verifying, against: "sha256sum of the journal", summing),
    ])
  }

  private static func size(_ room: Room) throws -> Int {
    try room.journals().reduce(0) { try $0 + RawFile($1, create: false).size }
  }
}
