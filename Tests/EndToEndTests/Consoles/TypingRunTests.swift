import Foundation
import Glibc
import Testing

/// The promise of the house: what the screen called kept is there, whatever happens.
@Suite("Typing for an hour, and the power goes")
struct TypingRunTests {
  struct Said: Sendable {
    var group: Int
    var text: String
  }

  /// Two hundred contributions, and to which of five tables one listens for each.
  static func script(seed: UInt64) -> [Said] {
    var generator = SeededGenerator(seed: seed)
    var group = 1
    return (1...200).map { number in
      if Int.random(in: 1...4, using: &generator) == 1 {
        group = group % 5 + 1
      }
      return Said(group: group, text: Sample.sentence(number, using: &generator))
    }
  }

  @Test(
    "two hundred contributions, kill -9 somewhere, and everything kept is there, byte for byte",
    arguments: [1, 2, 3, 4] as [UInt64])
  func killed(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed &* 7919)
    var script = Self.script(seed: seed)
    // Somewhere within a line, or while many lines arrive faster than the disk takes them.
    let last = Int.random(in: 20...195, using: &generator)
    let letters = Int.random(in: 1..<script[last - 1].text.count, using: &generator)
    let waits = seed % 2 == 0
    let burst = (last - 1)..<min(200, last + 7)
    print(
      "typing run, seed \(seed): killed at contribution \(last), letter \(letters)",
      waits ? "once the draft is saved" : "at once")

    try await Workshop.open { laptop in
      try await laptop.does("new", "day", "--groups", "5")
      let screen = try await Screen.open(laptop, "day")
      // A half-typed line waits at the last table all along, or until that table speaks.
      try await screen.press("C-p")
      try await screen.type("half a thought of table five")
      try await screen.press("C-n")
      var group = 1
      var called = 0
      for said in script[..<(last - 1)] {
        try await Self.listen(to: said.group, from: &group, screen)
        if said.group == 5 { try await screen.press("C-u") }
        try await screen.enter(said.text)
        // Nobody looks at the screen all the time.
        if Bool.random(using: &generator) {
          called = max(called, Self.kept(on: try await screen.text()))
        }
      }
      let next = script[last - 1]
      let half = String(next.text.prefix(letters))
      try await Self.listen(to: next.group, from: &group, screen)
      if group == 5 { try await screen.press("C-u") }
      if waits {
        try await screen.type(half)
        try await eventually("the draft on the disk", on: screen) {
          laptop.files(under: "day").contains { file in
            file.contains("draft") && (try? laptop.text("day/" + file))?.contains(half) == true
          }
        }
      } else {
        // A burst at the same table, in the midst of which it happens.
        for index in burst { script[index].group = group }
        try await screen.enter(burst.map { script[$0].text })
      }
      kill(try await screen.pid(), SIGKILL)
      #expect(try await screen.ended() == 128 + SIGKILL)
      called = max(called, Self.kept(on: try await screen.text()))
      await screen.close()

      try await laptop.does("verify", "day")
      let found = try await laptop.exported("day").contributions
      print("typing run, seed \(seed): \(called) were called kept, \(found.count) are there")
      #expect(found.count >= called)
      for (index, contribution) in found.enumerated() {
        #expect(contribution.number == "\(index + 1)")
        #expect(Array(contribution.text.utf8) == Array(script[index].text.utf8))
        #expect(contribution.group == "Table \(script[index].group)")
      }

      let again = try await Screen.open(laptop, "day")
      if !script[..<burst.upperBound].contains(where: { $0.group == 5 }) {
        try await Self.listen(to: 5, again)
        try await again.shows("half a thought of table five")
      }
      if waits {
        try await Self.listen(to: next.group, again)
        try await again.shows(String(half.suffix(20)))
        try await again.press("Enter")
        try await again.shows("kept #\(found.count + 1)")
        let last = try await laptop.exported("day").contributions.last
        #expect(last.map { Array($0.text.utf8) } == Array(half.utf8))
      }
      await again.close()
      try await laptop.does("verify", "day")
    }
  }

  @Test("left by C-c and opened again, every table has its own half-typed line")
  func drafts() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day", "--groups", "3")
      let screen = try await Screen.open(laptop, "day")
      for table in 1...3 {
        try await screen.type("half of table \(table) “é日”")
        try await screen.press("C-n")
      }
      try await screen.shows("half of table 1")
      try await screen.press("C-c")
      #expect(try await screen.ended() == 0)
      await screen.close()
      let again = try await Screen.open(laptop, "day")
      for table in 1...3 {
        try await again.shows("half of table \(table) “é日”")
        try await again.press("C-n")
      }
      await again.close()
    }
  }

  /// Moves on to a table of five, by C-n as a scribe does.
  static func listen(to wanted: Int, from group: inout Int, _ screen: Screen) async throws {
    while group != wanted {
      try await screen.press("C-n")
      group = group % 5 + 1
    }
  }

  /// Moves on to a table from wherever the console stands.
  static func listen(to wanted: Int, _ screen: Screen) async throws {
    for _ in 1...5 {
      let seen = try await screen.text()
      guard let at = seen.firstMatch(of: /Table (\d) ·/)?.1, at != "\(wanted)" else { return }
      try await screen.press("C-n")
      try await screen.showsNoMore("Table \(at) ·")
    }
  }

  /// The highest number that a screen shows: as just kept, or in the list of what was.
  static func kept(on screen: String) -> Int {
    screen.matches(of: /#(\d+)/).compactMap { Int($0.1) }.max() ?? 0
  }
}
