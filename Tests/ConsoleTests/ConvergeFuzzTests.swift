import SessionEngine
import Terminal
import Testing

@testable import Console

/// Any keys at all on Decide and Trials, and what must never be seen.
@Suite("Any keys while converging") struct ConvergeFuzzTests {
  private static let keys: [Key] = {
    let contexts: Set<Context> = [.decide, .balloting, .result, .trials, .card]
    let bound = KeyTable.converging.filter { !$0.contexts.isDisjoint(with: contexts) }
    let digits = "0123456789"
    let others: [Key] = [
      .escape, .enter, .enter, .up, .down, .left, .right, .tab, .backspace, .pageDown, .end,
      .character("u"), .character("U"), .character("w"), .character("é"), .control("u"),
    ]
    return bound.flatMap(\.keys) + (digits + digits + digits).map { .character($0) } + others
  }()

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func nothingBreaks(_ seed: UInt64) throws {
    var generator = FuzzTests.Generator(state: seed)
    var room = Room(try Workshop.underWay(), 100, 30)
    try room.converge(to: .trials, for: .help)
    for step in 0..<2500 {
      switch Int.random(in: 0..<100, using: &generator) {
      case 0..<3: room.press("M-5")
      case 3..<6: room.press("M-6")
      case 6..<8:
        let size = [(80, 24), (40, 10), (200, 60)].randomElement(using: &generator) ?? (80, 24)
        room.resize(size.0, size.1)
      case 8..<9: room.isDiskFull.toggle()
      case 9..<13: elsewhere(&room, &generator)
      default:
        if let key = Self.keys.randomElement(using: &generator) { room.press(key) }
      }
      if Int.random(in: 0..<5, using: &generator) == 0 { room.isDiskFull = false }
      let console = room.console
      let isOpen = console.screen == .decide && console.decide.view != .list
      let problem =
        isOpen && console.chosenScoring == nil
        ? "a vote is open that is none"
        : console.trials.isCardOpen && console.chosenOpportunity == nil
          ? "a card is open that is none"
          : step % 50 == 0 ? Looks.problems(console.view(), of: console).first : nil
      guard let problem else { continue }
      Issue.record("seed \(seed), step \(step): \(problem)\n\(room.text)")
      return
    }
  }

  private func elsewhere(_ room: inout Room, _ generator: inout FuzzTests.Generator) {
    let session = room.session
    let vote = session.scorings.keys.randomElement(using: &generator)
    let trial = session.opportunities.all.randomElement(using: &generator)?.id
    let point = session.contributions.all.randomElement(using: &generator)?.id
    let on = Bool.random(using: &generator)
    let command: Command? =
      switch Int.random(in: 0..<9, using: &generator) {
      case 0: vote.map { .withdrawScoring($0, on) }
      case 1: vote.map { .close($0, on) }
      case 2: vote.map { .reveal($0, on) }
      case 3: trial.map { .withdrawOpportunity($0, on) }
      case 4: trial.map { .stageOpportunity($0, .init(on ? .toTry : .underWay)) }
      case 5: point.map { .withdraw($0) }
      case 6: point.map { .redact($0, reason: "asked for") }
      case 7: .formGroups(count: Int.random(in: 1...7, using: &generator))
      default: .undo
      }
    if let command { try? room.elsewhere(command) }
  }

  /// Two rooms in which the same people voted, and not the same: until a result is revealed nobody can
  /// tell the screens apart.
  @Test(arguments: [("1", "54434312", "11111555"), ("3", "5000", "0113"), ("7", "1234", "4321")])
  func hiddenIsHidden(_ method: String, _ one: String, _ other: String) throws {
    for (width, height) in [(80, 24), (120, 40), (40, 10)] {
      var screens: [[String]] = []
      for ballots in [one, other] {
        var room = Room(try Workshop.underWay(), width, height)
        var seen: [String] = []
        room.openVote("1", method)
        for _ in room.session.tables.dropLast() {
          for digit in ballots {
            room.type(String(digit))
            // The dots spent so far are told for the row that is typed.
            if method != "3" { seen.append(room.text) }
          }
          seen.append(room.text)
        }
        room.press("Tab")
        seen.append(room.text)
        room.press("Down")
        seen.append(room.text)
        room.press("Esc")
        seen.append(room.text)
        screens.append(seen)
        #expect(room.vote?.ballots.count == room.session.tables.count - 1)
      }
      #expect(screens[0] == screens[1])
    }
  }
}
