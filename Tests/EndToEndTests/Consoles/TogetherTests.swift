import Foundation
import Glibc
import Testing

/// Several scribes at once.
@Suite("Several at once")
struct TogetherTests {
  @Test("what another process adds is seen on the console, and a half-typed line stays")
  func seen() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day", "--groups", "2")
      let screen = try await Screen.open(laptop, "day")
      try await screen.type("being typed")
      try await screen.shows("being typed")
      let clock = ContinuousClock()
      for number in 1...5 {
        try await laptop.does("add", "day", "-g", "1", "-p", "1", "From elsewhere \(number)")
        let time = try await clock.measure {
          try await screen.shows("From elsewhere \(number)", "being typed")
        }
        print("seen on the console \(time) after ‘plenary add’ had returned")
      }
      try await screen.type(" still")
      try await screen.press("Enter")
      try await screen.shows("kept #6")
      #expect(try await laptop.exported("day")[6]?.text == "being typed still")
      await screen.close()
      try await laptop.does("verify", "day")
    }
  }

  @Test("what arrives at the very moment that a half-typed line is saved is seen, too")
  func seenWhileSaving() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day", "--groups", "2")
      let screen = try await Screen.open(laptop, "day")
      try await screen.type("half")
      try await screen.shows("half")
      let typed = ContinuousClock.now
      // Held still until the line is due to be saved, so that both happen in one turn of its loop.
      kill(try await screen.pid(), SIGSTOP)
      try await laptop.does("add", "day", "-g", "1", "-p", "1", "From elsewhere")
      try await eventually("the line to be due") { ContinuousClock.now - typed > .seconds(1) }
      kill(try await screen.pid(), SIGCONT)
      try await screen.shows("From elsewhere", "half")
      await screen.close()
    }
  }

  @Test("two consoles opened at the same instant and typing at once lose and repeat nothing")
  func twoConsoles() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day", "--groups", "2")
      async let first = Screen.open(laptop, "day")
      async let second = Screen.open(laptop, "day")
      let screens = try await [first, second]
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (index, screen) in screens.enumerated() {
          group.addTask {
            for number in 1...30 { try await screen.enter("console \(index), line \(number)") }
          }
        }
        try await group.waitForAll()
      }
      for screen in screens { try await screen.shows("line 30") }
      // Each sees the other's last.
      try await screens[0].shows("console 1, line 30")
      try await screens[1].shows("console 0, line 30")
      let said = try await laptop.exported("day").contributions
      #expect(said.count == 60)
      #expect(Set(said.map(\.number)).count == 60)
      #expect(Set(said.map(\.text)).count == 60)
      for screen in screens { await screen.close() }
      try await laptop.does("verify", "day")
    }
  }

  @Test("two points stay two at every console, whatever an older draft holds, until it is undone")
  func twoPoints() async throws {
    try await Workshop.open { laptop in
      // Given two that say about the same, and a draft with names that mean nothing
      try await laptop.does("new", "day", "--groups", "2")
      let talk = "Follow the recruiter, not the runner\nFollow the recruiter and not the runner\n"
      try await laptop.does("add", "day", "-g", "1", "-p", "1", input: .text(talk))
      let journal = try #require(
        laptop.files(under: "day/journal").first { $0.hasSuffix(".jsonl") })
      try FileManager.default.createDirectory(
        atPath: laptop.path("day/drafts"), withIntermediateDirectories: true)
      try laptop.write(
        "day/drafts/\(journal.dropLast(6)).json", #"{"no topics":"x y","two points":"a b,c"}"#)
      let screens = [try await Screen.open(laptop, "day"), try await Screen.open(laptop, "day")]
      for screen in screens {
        try await screen.press("M-4")
        try await screen.press("D")
        try await screen.shows("Follow the recruiter and not", "the same words")
      }
      // When one of two scribes says that they make two points
      try await screens[0].press("x")
      // Then neither is offered them, until the first takes it back
      try await screens[0].shows("said that #1 and #2 are two points")
      for screen in screens { try await screen.showsNoMore("the same words") }
      try await screens[0].press("u")
      for screen in screens { try await screen.shows("the same words") }
      // And the other may say so, too
      try await screens[1].press("x")
      for screen in screens { try await screen.showsNoMore("the same words") }
      for screen in screens { await screen.close() }
      try await laptop.does("verify", "day")
    }
  }

  @Test("a half-typed line belongs to one console: a second neither shows nor overwrites it")
  func halfTyped() async throws {
    try await Workshop.open { laptop in
      // Given a line that was left half-typed
      try await laptop.does("new", "day", "--groups", "2")
      let before = try await Screen.open(laptop, "day")
      try await before.type("left half-typed")
      try await before.press("C-c")
      #expect(try await before.ended() == 0)

      // When two consoles open at the same instant
      async let first = Screen.open(laptop, "day")
      async let second = Screen.open(laptop, "day")
      let screens = try await [first, second]

      // Then one of them has it
      try await eventually("one to show it") {
        try await Self.holders(of: "left half-typed", among: screens) != [false, false]
      }
      let holder = try await screens[0].text().contains("left half-typed") ? 0 : 1

      // And what the other types meanwhile is its own, also after both were killed
      try await screens[1 - holder].type("of the other")
      try await screens[1 - holder].shows("of the other")
      #expect(
        try await Self.holders(of: "left half-typed", among: screens) == [holder == 0, holder == 1])
      try await eventually("both lines on the disk", on: screens[holder]) {
        Self.drafts(laptop).filter { $0.contains("of the other") }.count == 1
      }
      #expect(Self.drafts(laptop).filter { $0.contains("left half-typed") }.count == 1)
      for screen in screens { kill(try await screen.pid(), SIGKILL) }
      for screen in screens { _ = try await screen.ended() }
      let again = try await Screen.open(laptop, "day")
      let beside = try await Screen.open(laptop, "day")
      for line in ["left half-typed", "of the other"] {
        try await eventually("‘\(line)’ at one of two", on: again) {
          try await Self.holders(of: line, among: [again, beside]).count { $0 } == 1
        }
      }
      for screen in screens + [again, beside] { await screen.close() }
      try await laptop.does("verify", "day")
    }
  }

  /// Which of the consoles show a line.
  private static func holders(of line: String, among screens: [Screen]) async throws -> [Bool] {
    var found: [Bool] = []
    for screen in screens { found.append(try await screen.text().contains(line)) }
    return found
  }

  private static func drafts(_ laptop: Workshop) -> [String] {
    laptop.files(under: "day/drafts").compactMap { try? laptop.text("day/drafts/" + $0) }
  }

  @Test("eight loops of ‘plenary add’ beside a console: every number once, nothing lost")
  func eightLoops() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day", "--groups", "4")
      let screen = try await Screen.open(laptop, "day")
      let printed = try await withThrowingTaskGroup(of: [String].self) { group in
        for loop in 1...8 {
          group.addTask {
            var numbers: [String] = []
            for turn in 1...6 {
              let text = "loop \(loop), turn \(turn)"
              let arguments = ["add", "day", "-g", "\(loop % 4 + 1)", "-p", "1"]
              // By argument and by standard input, in turn.
              let child =
                turn % 2 == 0
                ? try laptop.start(arguments + [text])
                : try laptop.start(arguments, input: .text(text + "\n" + text + " again\n"))
              let outcome = await child.ended()
              #expect(outcome.code == 0, "\(outcome.err)")
              numbers += outcome.outLines
            }
            return numbers
          }
        }
        var all: [String] = []
        for try await numbers in group { all += numbers }
        return all
      }
      #expect(printed.count == 72)
      #expect(Set(printed).count == 72)
      let said = try await laptop.exported("day").contributions
      #expect(Set(said.map { "#" + $0.number }) == Set(printed))
      #expect(Set(said.map(\.text)).count == 72)
      try await screen.shows("18")
      await screen.close()
      let counts = try await laptop.does("verify", "day").out
      #expect(counts.contains("72 contributions that stand"))
    }
  }

  @Test("words redacted elsewhere leave the journal of a running console")
  func redactedBeside() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day", "--groups", "1")
      let screen = try await Screen.open(laptop, "day")
      try await screen.enter("Mrs Zangwill was there")
      try await screen.shows("kept #1")
      try await laptop.does("redact", "day", "1", "--reason", "names a witness")
      try await screen.showsNoMore("Zangwill")
      try await eventually("the words to leave every file", on: screen) {
        laptop.files(under: "day").allSatisfy {
          (try? laptop.text("day/" + $0))?.contains("Zangwill") != true
        }
      }
      try await screen.enter("next")
      try await screen.shows("kept #2")
      await screen.close()
      try await laptop.does("verify", "day")
    }
  }
}
