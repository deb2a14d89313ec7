import Foundation
import Testing

/// What the terminal gets to draw, and what is pasted into it.
@Suite("Colours, signs and pastes")
struct LooksTests {
  func day(_ laptop: Workshop) async throws {
    try await laptop.does("new", "day", "--groups", "3")
    for text in ["First", "Second", "Third"] {
      try await laptop.does("add", "day", "-g", "1", "-p", "1", text)
    }
  }

  /// Whether anything that was sent sets a colour.
  func setsColours(_ sent: String) -> Bool {
    sent.matches(of: /\u{1B}\[([0-9;]*)m/).contains { match in
      match.1.split(separator: ";").compactMap { Int($0) }.contains {
        (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0)
      }
    }
  }

  /// Every screen once, and the menu of the keys; ends browsing, with the newest chosen.
  func tour(_ screen: Screen) async throws {
    try await screen.browse()
    try await screen.press("M-1", "M-2", "M-4", "?")
    try await screen.shows("Keys: Themes")
    try await screen.press("Escape")
    try await screen.showsNoMore("Keys: Themes")
    try await screen.press("M-3")
    // Whoever comes back to Capture types.
    try await screen.shows("Esc browse")
    try await screen.browse()
  }

  @Test("NO_COLOR sends no colour, and the chosen row is still seen", arguments: [true, false])
  func noColour(byFlag: Bool) async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      let screen =
        try await byFlag
        ? Screen.open(laptop, "day", options: ["--color", "never"])
        : Screen.open(laptop.with(["NO_COLOR": "1"]), "day")
      try await tour(screen)
      try await screen.press("Up")
      try await screen.see("a chosen row") { $0.contains("▸") }
      try await eventually("the chosen row in reverse", on: screen) {
        try await screen.attributed().split(separator: "\n").contains {
          $0.contains(/\u{1B}\[(\d+;)*7(;\d+)*m.*Second/)
        }
      }
      try await screen.press("C-c")
      _ = try await screen.ended()
      #expect(!setsColours(screen.sent()))
      await screen.close()
    }
  }

  @Test("a flag overrides NO_COLOR, and every palette opens")
  func colours() async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      let bright = laptop.with(["NO_COLOR": "1"])
      for theme in ["dark", "light"] {
        let screen = try await Screen.open(
          bright, "day", options: ["--color", "always", "--theme", theme])
        try await eventually("colours", on: screen) { setsColours(screen.sent()) }
        await screen.close()
      }
      let named = try await Screen.open(laptop.with(["PLENARY_THEME": "mono"]), "day")
      #expect(!setsColours(named.sent()))
      await named.close()
      let unknown = try await laptop.refuses("run", "day", "--theme", "tartan", code: 64)
      #expect(unknown.err.contains("dark"))
    }
  }

  @Test("--ascii draws with ASCII only, and so does a terminal that is not to be trusted with more")
  func ascii() async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      for (options, variables) in [
        (["--ascii"], [:]), ([], ["TERM": "linux"]),
      ] as [([String], [String: String?])] {
        let screen = try await Screen.open(laptop.with(variables), "day", options: options)
        try await tour(screen)
        try await screen.press("C-t")
        try await screen.shows("left")
        try await screen.press("C-c")
        _ = try await screen.ended()
        let foreign = Set(screen.sent().unicodeScalars.filter { !$0.isASCII })
        // What people wrote is theirs; the plan's own curly quotes are text, too.
        let signs = foreign.filter {
          !$0.properties.isAlphabetic && !"‘’“”…—".unicodeScalars.contains($0)
        }
        #expect(signs.isEmpty, "\(options) \(variables): \(signs)")
        await screen.close()
      }
    }
  }

  @Test(
    "it works on terminals of many kinds",
    arguments: ["xterm-256color", "screen-256color", "tmux-256color", "xterm", "linux", "vt100"])
  func kinds(term: String) async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      let screen = try await Screen.open(laptop.with(["TERM": term]), "day")
      try await screen.enter("typed on \(term)")
      try await screen.shows("kept #4")
      try await screen.browse()
      try await screen.press("Up", "Up")
      try await screen.press("x")
      try await screen.showsNoMore("Second")
      try await screen.press("u")
      try await screen.shows("Second")
      try await screen.press("C-c")
      #expect(try await screen.ended() == 0)
      #expect(try await laptop.exported("day").contributions.count == 4)
      await screen.close()
    }
  }

  @Test("a paste of many lines asks what to make of it, and runs no command")
  func manyLines() async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      let screen = try await Screen.open(laptop, "day")
      let lines = ["pasted one", "w", "q", "\t/ pasted four"]
      try await screen.paste(lines.joined(separator: "\n") + "\n")
      try await screen.shows("4 lines were pasted", "one contribution a line")
      try await screen.press("Escape")
      try await screen.showsNoMore("4 lines were pasted")
      #expect(try await laptop.exported("day").contributions.count == 3)
      try await screen.paste(lines.joined(separator: "\n") + "\n")
      try await screen.shows("4 lines were pasted")
      try await screen.press("l")
      try await screen.shows("kept 4 contributions")
      try await screen.paste("all\nin one\n")
      try await screen.press("o")
      try await screen.shows("kept #8")
      try await screen.paste("into\nthe line")
      try await screen.press("t")
      try await screen.shows("the line")
      try await screen.press("Enter")
      try await screen.shows("kept #9")
      let texts = try await laptop.exported("day").contributions.dropFirst(3).map(\.text)
      #expect(Array(texts) == lines + ["all\nin one", "into\nthe line"])
      // Elsewhere a paste is ignored, and said.
      try await screen.press("M-1")
      try await screen.paste("q\ny\n")
      try await screen.shows("nothing was done with it")
      await screen.close()
    }
  }

  @Test("five thousand characters at once are kept as they are")
  func longPaste() async throws {
    try await Workshop.open { laptop in
      try await day(laptop)
      let screen = try await Screen.open(laptop, "day")
      let text = String(String(repeating: "é日 long “words” ", count: 400).prefix(4_999)) + "."
      try await screen.paste(text)
      try await screen.shows("words”")
      try await screen.press("Enter")
      try await screen.shows("kept #4")
      #expect(try await laptop.exported("day")[4]?.text == text)
      // Escape sequences in a paste are text, and never obeyed.
      try await screen.paste("\u{1B}[31mred\u{7}")
      try await screen.press("Enter")
      try await screen.shows("kept #5")
      #expect(!screen.sent().contains("\u{1B}[31mred"))
      #expect(try await laptop.exported("day")[5]?.text.contains("red") == true)
      await screen.close()
    }
  }

  @Test("hostile text that others kept is drawn without being obeyed")
  func hostile() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day", "--title", "T\u{1B}]0;evil\u{7}", "--groups", "1")
      try await laptop.does(
        "add", "day", "-g", "1", "-p", "1", input: .text(Sample.hostile.joined(separator: "\n")))
      let screen = try await Screen.open(laptop, "day")
      try await screen.shows("stars")
      try await tour(screen)
      try await screen.press("g", "G", "Escape")
      try await screen.shows("Esc browse")
      try await screen.enter("alive")
      try await screen.shows("kept #\(Sample.hostile.count + 1)")
      let sent = screen.sent()
      #expect(!sent.contains("\u{1B}]") && !sent.contains("\u{1B}P") && !sent.contains("\u{9B}"))
      #expect(
        !sent.contains("\u{1B}[31mred") && !sent.contains("\u{7}") && !sent.contains("\u{202E}"))
      await screen.close()
    }
  }
}
