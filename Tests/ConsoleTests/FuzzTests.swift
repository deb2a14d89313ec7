import SessionEngine
import Terminal
import Testing

@testable import Console

/// A cat on the keyboard, for a long time.
@Suite("Any keys at all") struct FuzzTests {
  /// A generator of which every run gives the same numbers (SplitMix64).
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let keys: [Key] = {
    let named = KeyTable.all.flatMap(\.keys).filter { $0 != .control("c") && $0 != .control("z") }
    let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 #@?:/.,é検☕"
    let editing: [Key] = [
      .backspace, .delete, .left, .right, .home, .end, .controlLeft, .controlRight, .enter,
      .altBackspace, .control("u"), .control("w"), .control("k"), .control("y"), .escape, .insert,
    ]
    return named + letters.map { .character($0) } + editing + editing
  }()

  private static let sizes = [(80, 24), (120, 40), (200, 60), (60, 15), (40, 10), (39, 9), (1, 1)]
  private static let pastes = [
    "one", "one\ntwo\nthree", "\n\n", "#data\n@amira", "\u{1B}[31m", "", "日本\r\n語", " \n x \n ",
  ]

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func nothingBreaks(_ seed: UInt64) throws {
    var generator = Generator(state: seed)
    var room = Room(try Workshop.underWay())
    for step in 0..<4000 {
      act(&room, &generator)
      let console = room.console
      guard let problem = problem(of: console, isThorough: step % 250 == 0) else { continue }
      Issue.record("seed \(seed), step \(step): \(problem)\n\(room.text)")
      return
    }
  }

  private func act(_ room: inout Room, _ generator: inout Generator) {
    switch Int.random(in: 0..<100, using: &generator) {
    case 0..<88:
      if let key = Self.keys.randomElement(using: &generator) { room.press(key) }
    case 88..<91:
      let (width, height) = Self.sizes.randomElement(using: &generator) ?? (80, 24)
      room.resize(width, height)
    case 91..<93:
      room.paste(Self.pastes.randomElement(using: &generator) ?? "")
    case 93..<95:
      room.isDiskFull.toggle()
    case 95..<97:
      room.wait(seconds: Int.random(in: 0...600, using: &generator))
    default:
      elsewhere(&room, &generator)
    }
    // What goes on between keys, some of the time.
    if room.console.hasWork, Int.random(in: 0..<3, using: &generator) == 0 { room.send(.work) }
    // Small screens drop every key: back to where something can happen, most of the time.
    if room.console.size.height < 10, Bool.random(using: &generator) { room.resize(80, 24) }
    if room.isDiskFull, Int.random(in: 0..<8, using: &generator) == 0 { room.isDiskFull = false }
  }

  /// Another scribe does something; what is refused there does not concern anybody here.
  private func elsewhere(_ room: inout Room, _ generator: inout Generator) {
    let all = room.session.contributions.all
    let any = all.isEmpty ? nil : all[Int.random(in: 0..<all.count, using: &generator)].id
    let table = room.session.tables.randomElement(using: &generator)?.id ?? "g1"
    let delegate = room.session.delegates.keys.randomElement(using: &generator)
    let theme = room.session.themes.randomElement(using: &generator)?.id
    let command: Command? =
      switch Int.random(in: 0..<9, using: &generator) {
      case 0, 1: .capture([NewContribution("From elsewhere", group: table)])
      case 2: any.map { .withdraw($0) }
      case 3: any.map { .restore($0) }
      case 4: any.map { .redact($0, reason: "asked for") }
      case 5: delegate.map { .removeDelegate($0) }
      case 6: .formGroups(count: Int.random(in: 1...12, using: &generator))
      case 7: any.flatMap { id in theme.map { .code(id, $0, Bool.random(using: &generator)) } }
      default: .undo
      }
    if let command { try? room.elsewhere(command) }
  }

  private func problem(of console: ConsoleState, isThorough: Bool) -> String? {
    let canvas = console.view()
    if canvas.size != console.size { return "the canvas is \(canvas.size)" }
    if let cursor = canvas.cursor, !Rect(size: canvas.size).contains(cursor) {
      return "the cursor is outside: \(cursor)"
    }
    let session = console.session
    if let id = console.capture.selection, session.contributions[id]?.isKept != true {
      return "what is chosen in Capture does not stand"
    }
    if console.screen == .themes {
      if let id = console.themes.contribution, session.contributions[id]?.isKept != true {
        return "what is chosen in Themes does not stand"
      }
      if console.themes.contribution == nil, !console.themes.rows.isEmpty {
        return "nothing is chosen in Themes"
      }
    }
    for id in [console.arrivals.selection, console.groups.selection].compactMap({ $0 })
    where session.delegates[id] == nil { return "a delegate is chosen who is gone" }
    if session.group(console.capture.group) == nil { return "the group is gone" }
    if case .rewording(let id, _) = console.capture.mode, session.contributions[id]?.isKept != true
    {
      return "what is reworded does not stand"
    }
    if isThorough {
      let found = Looks.problems(canvas, of: console)
      if !found.isEmpty { return found.joined(separator: "; ") }
    }
    return nil
  }
}
