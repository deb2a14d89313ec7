import SessionEngine
import Terminal

/// From a key to the finished frame, with many contributions and with few.
enum KeysBenchmark {
  private static let rounds = 5

  static func run(_ bench: Bench) throws -> Findings {
    let driver = try TerminalDriver.forMeasuring()
    defer { driver.close() }
    var few = Timings(try Desk(try bench.room(100, of: .narrow), driver: driver))
    var many = Timings(try Desk(try bench.room(100_000, of: .narrow), driver: driver))
    // In turn, so that both have the same machine.
    for _ in 0..<rounds {
      few.run(script)
      many.run(script)
    }
    few.desk.end()
    many.desk.end()
    let kinds = script.map(\.kind).reduce(into: [String]()) { kinds, kind in
      if !kinds.contains(kind) { kinds.append(kind) }
    }
    let head = [
      "kind of key", "keys", "p99 at 100", "p99 at 100,000", "ratio", "by the clock, disk and all",
    ]
    let table = kinds.map { kind in
      let keys = script.indices.filter { script[$0].kind == kind }
      let a = few.samples(of: keys).p99
      let b = many.samples(of: keys).p99
      return [
        kind, "\(keys.count)", text(a), text(b), decimal(Double(b) / Double(a)),
        text(many.samples(of: keys, byClock: true).p99),
      ]
    }
    let between = many.between
    let slices =
      "Between keys, where nobody waits, a search goes on in \(between.values.count) pieces"
      + " of at most \(text(between.quantile(1))) (median \(text(between.median)))."
    let all = Array(script.indices)
    return Findings(
      rows: [
        Row(
          "key to finished frame, 100,000 contributions (p99)", many.samples(of: all).p99,
          against: "the same at 100", few.samples(of: all).p99, atMost: 1.2, within: 5_000_000),
        Row(
          "key to finished frame, 100,000 contributions (median)", many.samples(of: all).median,
          against: "the same at 100", few.samples(of: all).median),
      ],
      details: ["## Kinds of keys\n\n" + Document.table(head, table) + "\n\n" + slices])
  }

  /// Every key's times, round by round.
  private struct Timings {
    let desk: Desk
    private(set) var between = Samples()
    private var times: [[(processor: Nanoseconds, clock: Nanoseconds)]] = []

    init(_ desk: Desk) { self.desk = desk }

    mutating func run(_ script: [Press]) {
      desk.begin()
      var round: [(processor: Nanoseconds, clock: Nanoseconds)] = []
      for press in script {
        round.append(desk.press(press.key))
        for piece in desk.workOff() { between.add(piece) }
      }
      times.append(round)
    }

    /// The median of the rounds for each of some keys.
    func samples(of keys: [Int], byClock: Bool = false) -> Samples {
      var samples = Samples()
      for key in keys {
        var rounds = Samples()
        for round in times { rounds.add(byClock ? round[key].clock : round[key].processor) }
        samples.add(rounds.median)
      }
      return samples
    }
  }

  private struct Press {
    let kind: String
    let key: Key
  }

  /// A scribe's keys: mostly typing, with everything else in between.
  private static let script: [Press] = {
    var script: [Press] = []
    func press(_ kind: String, _ keys: [Key]) {
      script += keys.map { Press(kind: kind, key: $0) }
    }
    func letters(_ text: String) -> [Key] { text.map { .character($0) } }
    for turn in 0..<8 {
      press("a letter", letters("what if suppliers had to name all their hauliers \(turn)"))
      press("Enter: kept", [.enter])
      press("C-n, C-o: group, priority", [.control("n"), .control("o"), .control("o")])
      press("a letter", letters("share it #dat"))
      press("Enter: kept", [.enter])
      press("Esc", [.escape])
      press("j, k: browsing", letters("kkkkkkjjj"))
      press("C-n, C-o: group, priority", [.control("n"), .control("p"), .control("o")])
      press("h, u: highlight, undo", letters("kkhu"))
      press("/: search", [.character("/")])
      press("/: search, found", letters("hauliers"))
      press("/: search", [.enter])
      press("n, N: next match", letters("nnN"))
      press("/: search", [.character("/"), .control("u")])
      press("/: search, not found", letters("qzx"))
      press("/: search", [.escape])
      press("M-4, M-3: another screen", [.alt("4")])
      press("j, k: Themes", letters("jjjjjk"))
      press("1: code", letters("1j2j"))
      press("t: another list in Themes", letters("ttt"))
      press("M-4, M-3: another screen", [.alt("2"), .alt("1"), .alt("3")])
      press("Esc", [.escape])
    }
    return script
  }()
}
