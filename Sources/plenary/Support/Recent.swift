import FoundationEssentials
import SessionStore
import Terminal

/// The sessions that were opened lately: a list of paths, the latest first.
enum Recent {
  private static var file: String { Places.state + "/recent.json" }

  static var paths: [String] {
    guard let data = FileManager.default.contents(atPath: file),
      let paths = try? JSONDecoder().decode([String].self, from: data)
    else { return [] }
    return paths.filter { FileManager.default.fileExists(atPath: $0 + "/session.json") }
  }

  /// Remembers a session. Failing to is nobody's concern.
  static func note(_ path: String) {
    let path = Places.absolute(path)
    let list = [path] + paths.filter { $0 != path }.prefix(19)
    guard let data = try? JSONEncoder().encode(list) else { return }
    try? FileManager.default.createDirectory(
      atPath: Places.state, withIntermediateDirectories: true)
    try? data.write(to: URL(fileURLWithPath: file), options: .atomic)
  }
}

/// `plenary` alone.
enum RecentChooser {
  static func choose() throws {
    let sessions = Recent.paths.prefix(9).flatMap { path in
      SessionStore.list(in: path).prefix(1)
    }
    guard !sessions.isEmpty else {
      Output.line(
        """
        Plenary runs workshops of mixed groups. To begin:

          plenary demo                          look at a made-up workshop
          plenary new today.plenary             begin a session on the built-in plan
          plenary new today.plenary --roster delegates.csv --groups 5
          plenary run today.plenary             open the console on it
          plenary --help                        everything else
        """)
      return
    }
    Output.line("Sessions opened lately:")
    for (index, session) in sessions.enumerated() {
      // What is cut off first is what tells sessions apart least.
      let parts = Places.short(session.path).split(separator: "/", omittingEmptySubsequences: false)
      let row =
        "  \(index + 1)  \(session.title)  \(session.date)  \(parts.last ?? "") in "
        + parts.dropLast().joined(separator: "/")
      Output.line(TextWidth.truncated(row, to: Output.columns ?? .max))
    }
    guard Output.isTerminal else {
      Output.line("\nOpen one with: plenary run DIR")
      return
    }
    guard let number = ask(upTo: sessions.count) else { return }
    try ConsoleRunner.run(sessions[number - 1].path, colours: nil, colour: .auto, ascii: false)
  }

  /// Asks until there is an answer; `nil` for none.
  private static func ask(upTo count: Int) -> Int? {
    Output.line("")
    while true {
      Output.put("Open which (1-\(count), Enter for 1, q for none)? ")
      Output.flush()
      guard let answer = readLine()?.trimmed, answer.lowercased() != "q" else { return nil }
      let number = answer.isEmpty ? 1 : Int(answer) ?? 0
      if (1...count).contains(number) { return number }
      Output.words("‘\(answer)’ is none of them.")
    }
  }
}

extension String {
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
