import FoundationEssentials
import SessionEngine
import SessionStore
import Terminal

/// Collating 5,000 contributions by keys: how long a key takes, with whatever it may have to wait for.
///
/// Between two keys the console reads, compares and suggests in pieces; a key that comes meanwhile waits
/// for the piece to end. So each key counts with the longest piece that ran since the key before it.
enum ThemesBenchmark {
  static func run(_ bench: Bench) throws -> Findings {
    let driver = try TerminalDriver.forMeasuring()
    defer { driver.close() }
    var few = Timings(try Desk(try room(100, bench), driver: driver))
    var many = Timings(try Desk(try room(5_000, bench), driver: driver))
    few.run(script)
    many.run(script)
    few.desk.end()
    many.desk.end()
    let kinds = script.map(\.kind).reduce(into: [String]()) { kinds, kind in
      if !kinds.contains(kind) { kinds.append(kind) }
    }
    let head = ["kind of key", "keys", "p99 at 100", "p99 at 5,000", "by the clock, disk and all"]
    let table = kinds.map { kind in
      [
        kind, "\(many.keys[kind]?.values.count ?? 0)", text(few.keys[kind]?.p99 ?? 0),
        text(many.keys[kind]?.p99 ?? 0), text(many.clock[kind]?.p99 ?? 0),
      ]
    }
    let pieces =
      "Between keys, where nobody waits, the longest of \(grouped(many.pieces.values.count)) pieces"
      + " took \(text(many.pieces.quantile(1))) (median \(text(many.pieces.median))). The first"
      + " suggestion stood \(text(many.first)) after Themes was opened, everything was read and"
      + " compared after \(text(many.whole))."
    return Findings(
      rows: [
        Row(
          "key in Themes to finished frame, 5,000 contributions (p99)", many.all.p99,
          against: "the same at 100", few.all.p99, within: 50_000_000),
        Row(
          "Themes opened to the first suggestion, 5,000 contributions", many.first,
          against: "everything read and compared", many.whole, within: 100_000_000),
      ],
      details: ["## Keys in Themes\n\n" + Document.table(head, table) + "\n\n" + pieces])
  }

  // MARK: The session

  /// A session of real sentences: questions to a bank and remarks of young people on the police, two
  /// by two, so that no two contributions are the same. Every tenth is coded.
  private static func room(_ count: Int, _ bench: Bench) throws -> Room {
    let path = bench.folder + "/talk-\(count).plenary"
    let room = try Room.make(at: path, 0, .plain)
    let sentences = try sentences()
    var environment = StoreEnvironment.live
    environment.files = MeteredFiles(waits: false)
    let store = try SessionStore.open(at: path, scribe: "bench", environment: environment)
    let themes = store.session.themes.map(\.id)
    for index in 0..<count {
      let one = index % sentences.count
      let other = (index * 7 + index / sentences.count * 31 + 13) % sentences.count
      var new = room.contribution(index)
      new.words = sentences[one] + " " + sentences[other]
      if index % 10 == 0 { new.themes = [themes[one * themes.count / sentences.count]] }
      new.isHighlighted = index % 50 == 0
      try store.perform(.capture([new]))
    }
    store.close()
    return room
  }

  private static func sentences() throws -> [String] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.path + "/Tests/CollationTests/Fixtures/banking77/texts.txt"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Broken("\(path) cannot be read; measure from a checkout")
    }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("#") && !$0.trimmed.isEmpty }
  }

  // MARK: The keys

  private struct Timings {
    let desk: Desk
    private(set) var all = Samples()
    private(set) var keys: [String: Samples] = [:]
    private(set) var clock: [String: Samples] = [:]
    private(set) var pieces = Samples()
    /// From opening Themes to the first suggestion, and until all is read and compared.
    private(set) var first = 0
    private(set) var whole = 0

    init(_ desk: Desk) { self.desk = desk }

    mutating func run(_ script: [Press]) {
      desk.begin()
      var waiting = 0
      for (index, press) in script.enumerated() {
        let time = desk.press(press.key)
        keys[press.kind, default: Samples()].add(time.processor + waiting)
        clock[press.kind, default: Samples()].add(time.clock)
        all.add(time.processor + waiting)
        var suggested: Nanoseconds?
        var spent = time.processor
        let worked = desk.workOff { piece, canvas in
          spent += piece
          if suggested == nil, canvas.textLines.contains(where: { $0.contains("?  for ‘") }) {
            suggested = spent
          }
        }
        for piece in worked { pieces.add(piece) }
        waiting = worked.max() ?? 0
        if index == 0 { (first, whole) = (suggested ?? spent, spent) }
      }
    }
  }

  private struct Press {
    let kind: String
    let key: Key
  }

  private static let script: [Press] = {
    var script: [Press] = []
    func press(_ kind: String, _ keys: [Key]) {
      script += keys.map { Press(kind: kind, key: $0) }
    }
    func letters(_ text: String) -> [Key] { text.map { .character($0) } }
    press("M-4: Themes opened", [.alt("4")])
    // What is typed in full is left by Esc where it was refused, and taken back by u where it was not.
    let done: [Key] = [.enter, .escape, .character("u")]
    for round in 0..<6 {
      press("1 2 3: code and go on", letters("1232341"))
      press(", y Space: also, suggested, next", letters(",2y y,3  "))
      press("j k PgDn g G", letters("jjk") + [.pageDown, .pageDown] + letters("gG"))
      press("c: by a few letters", letters("cworld") + [.enter])
      press("/: search", letters("/passport") + [.enter] + letters("nN") + [.escape])
      press("t: another list", letters("ttt"))
      press("< > u: the codebook", letters("><u"))
      press("v: shape", letters("v") + [.tab, .tab, .tab, .tab] + letters("q"))
      press("D: duplicates", letters("Djjx1nX2uq"))
      press("T: topics", letters("Tjjxkyuuq"))
      press("H: highlights", letters("H>j<") + [.tab] + letters("huq"))
      press("s: split a theme", letters("s j jG") + [.escape])
      press("h u: highlight, undo", letters("hu"))
      press("c: a new theme in passing", letters("cZebra crossings \(round)") + done)
      press("=: stands for others too", letters("=\(round * 40 + 17) \(round * 40 + 23)") + done)
      press(
        "b: broken up",
        letters("b") + [.control("e"), .control("u")] + letters("one // two") + done)
      press("f: wordings", letters("f") + [.escape])
      press("m: a theme merged", letters("mthink") + done)
      press("s Enter: a theme split", letters("s j ") + [.enter] + letters("Apart") + done)
      press("a r d p: titles, definitions, key points", letters("aAnother") + done)
      press("a r d p: titles, definitions, key points", letters("r2") + done)
      press("a r d p: titles, definitions, key points", letters("d2") + done)
      press("a r d p: titles, definitions, key points", letters("pA point") + done)
      press(
        "Tab /: search in the codebook",
        [.tab] + letters("/money") + [.enter, .escape] + letters(" "))
      press("l * O U: lens, mark, raise, redo", letters("lu**OuUu"))
      press("?: every key", letters("?mer") + [.escape])
    }
    return script
  }()
}
