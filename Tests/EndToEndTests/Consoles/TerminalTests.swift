import Foundation
import Glibc
import Testing

/// The console as a guest of somebody's terminal.
@Suite("A good guest of the terminal")
struct TerminalGuestTests {
  /// A shell in the terminal, with the console run from it by hand. It edits no lines, so whatever is
  /// sent to the terminal is the console's.
  func shell(_ laptop: Workshop) async throws -> Screen {
    try await laptop.does("new", "day", "--groups", "2")
    let plain = laptop.with(["PS1": "$ ", "ENV": nil])
    return try await Screen(plain, running: ["bash", "--norc", "--noprofile", "--noediting", "-i"])
  }

  func run(_ screen: Screen, _ options: String = "") async throws {
    try await screen.enter(
      "stty -a > before; clear; '\(Workshop.binary)' run day \(options); echo \"ended $?\"")
    try await screen.shows("Capture", "OFFICIAL-SENSITIVE")
  }

  func isRestored(_ screen: Screen, _ laptop: Workshop) async throws {
    try await screen.enter("stty -a > after; echo as''ked")
    try await screen.shows("asked")
    let before = try laptop.text("before").split(separator: ";").flatMap {
      $0.split(separator: " ")
    }
    let after = try laptop.text("after").split(separator: ";").flatMap { $0.split(separator: " ") }
    #expect(after.difference(from: before).isEmpty)
    #expect(try await screen.fact("alternate_on") == "0")
    #expect(try await screen.fact("cursor_flag") == "1")
    // Bracketed paste is off: what is pasted now arrives bare.
    try await eventually("bracketed paste to be switched off", on: screen) {
      let sent = screen.sent()
      guard let on = sent.ranges(of: "\u{1B}[?2004h").last?.lowerBound,
        let off = sent.ranges(of: "\u{1B}[?2004l").last?.lowerBound
      else { return false }
      return on < off
    }
  }

  @Test("what was on the screen comes back, and so do the modes of the line")
  func leaving() async throws {
    try await Workshop.open { laptop in
      let screen = try await shell(laptop)
      try await run(screen)
      #expect(try await screen.fact("alternate_on") == "1")
      try await screen.press("C-c")
      try await screen.shows("ended 0")
      try await screen.showsNoMore("OFFICIAL-SENSITIVE")
      try await isRestored(screen, laptop)
      await screen.close()
    }
  }

  @Test("q asks, Esc never leaves, y leaves")
  func asking() async throws {
    try await Workshop.open { laptop in
      let screen = try await shell(laptop)
      try await run(screen)
      try await screen.press("M-1")
      try await screen.press("q")
      try await screen.shows("Leave Plenary?")
      try await screen.press("Escape")
      try await screen.showsNoMore("Leave Plenary?")
      try await screen.press("M-3")
      try await screen.browse()
      try await screen.press("Escape")
      try await screen.shows("Esc browse")
      try await screen.press("M-2", "q")
      try await screen.shows("Leave Plenary?")
      try await screen.press("y")
      try await screen.shows("ended 0")
      await screen.close()
    }
  }

  @Test(
    "a signal that ends it gives the terminal back and tells of itself",
    arguments: [
      (SIGINT, "ended 130"), (SIGTERM, "ended 143"), (SIGHUP, "ended 129"),
      (SIGQUIT, "ended 131"), (SIGSEGV, "ended 139"), (SIGABRT, "ended 134"),
    ])
  func signals(signal: Int32, ended: String) async throws {
    try await Workshop.open { laptop in
      let screen = try await shell(laptop)
      try await run(screen)
      try await screen.type("half a line")
      try await screen.shows("half a line")
      // The console is the child of the shell in there.
      let shell = try await screen.pid()
      let children = try String(
        contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
      kill(try #require(pid_t(children.split(separator: " ").first ?? "")), signal)
      let seen = try await screen.shows(ended)
      #expect(!seen.contains("OFFICIAL-SENSITIVE"))
      if signal != SIGSEGV, signal != SIGABRT {
        #expect(seen.contains("everything that was kept is in day"))
      }
      try await isRestored(screen, laptop)
      if signal == SIGTERM {
        try await run(screen)
        try await screen.shows("half a line")
        try await screen.press("C-c")
        try await screen.shows("ended 0")
      }
      await screen.close()
    }
  }

  @Test("C-z gives the shell back, fg brings the console and the half-typed line at the new size")
  func suspending() async throws {
    try await Workshop.open { laptop in
      let screen = try await shell(laptop)
      try await run(screen)
      try await screen.type("before the pause")
      try await screen.shows("before the pause")
      for (width, height) in [(90, 28), (100, 30)] {
        try await screen.press("C-z")
        try await eventually("the shell’s screen", on: screen) {
          try await screen.fact("alternate_on") == "0"
        }
        try await screen.enter("echo in the she''ll before \(width)")
        try await screen.shows("Stopped", "in the shell before \(width)")
        try await screen.resize(width, height)
        try await screen.enter("fg")
        try await screen.see("the console at \(width)×\(height)") { text in
          let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
          return text.contains("before the pause") && rows.count > height - 1
            && rows[height - 1].contains("OFFICIAL-SENSITIVE")
        }
        #expect(try await screen.fact("alternate_on") == "1")
      }
      try await screen.type(" and after")
      try await screen.press("Enter")
      try await screen.shows("kept #1")
      try await screen.press("C-c")
      try await eventually("the shell’s screen", on: screen) {
        try await screen.fact("alternate_on") == "0"
      }
      #expect(try await laptop.exported("day")[1]?.text == "before the pause and after")
      try await isRestored(screen, laptop)
      await screen.close()
    }
  }

  @Test("from 100×30 to 80×24 to 40×10 to too small and back, with the line unharmed")
  func resizing() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day", "--groups", "2")
      let screen = try await Screen.open(laptop, "day")
      try await screen.type("typed at first")
      for (width, height) in [(80, 24), (40, 10), (200, 60), (80, 24)] {
        try await screen.resize(width, height)
        try await screen.see("the marking in the last of \(height) rows") { text in
          let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
          return rows.count >= height && rows[height - 1].contains("OFFICIAL-SENSITIVE")
            && rows[0].contains("OFFICIAL-SENSITIVE") && text.contains("typed at first")
        }
      }
      try await screen.resize(39, 9)
      try await screen.shows("Plenary needs 40", "39", "OFFICIAL-SENSITIVE")
      // Unseen keys do nothing, not even Enter.
      try await screen.enter("unseen")
      try await screen.paste("unseen paste")
      try await screen.press("M-1")
      try await screen.resize(100, 30)
      try await screen.shows("typed at first", "? all keys")
      let text = try await screen.text()
      #expect(!text.contains("unseen"))
      try await screen.press("Enter")
      try await screen.shows("kept #1")
      #expect(try await laptop.exported("day").contributions.map(\.text) == ["typed at first"])
      try await screen.resize(1, 1)
      try await screen.resize(20, 3)
      try await screen.shows("OFFICIAL-SENSITIVE")
      try await screen.resize(100, 30)
      try await screen.shows("typed at first")
      await screen.close()
    }
  }

  @Test("a terminal of no known kind is refused, and so is one that cannot place text")
  func unknown() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "day")
      for (term, words) in [
        ("nonesuch", "TERM=xterm-256color"), ("dumb", "TERM=xterm-256color"), ("", "TERM"),
      ] {
        let screen = try await Screen(
          laptop.with(["TERM": term]),
          running: ["sh", "-c", "'\(Workshop.binary)' run day; echo ended $?; cat"])
        try await screen.shows("plenary: ", words, "ended 1")
        #expect(try await screen.fact("alternate_on") == "0")
        await screen.close()
      }
    }
  }
}
