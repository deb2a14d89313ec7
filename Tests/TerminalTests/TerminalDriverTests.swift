import Foundation
import Glibc
import Testing

@testable import Terminal

/// The driver on a real pseudo-terminal. One at a time: ncurses is the process's.
@Suite("The terminal driver", .serialized)
struct TerminalDriverTests {
  func open(
    _ terminal: PseudoTerminal, term: String = "xterm-256color",
    colour: TerminalDriver.Options.ColourChoice = .always, palette: Palette = .plain
  ) throws -> TerminalDriver {
    // A busy machine may hold the typist up in the middle of a paste.
    try TerminalDriver(
      palette: palette,
      options: TerminalDriver.Options(
        colour: colour, device: terminal.device, term: term, pasteSilenceMilliseconds: 60_000))
  }

  func terminal() throws -> PseudoTerminal {
    try #require(PseudoTerminal(width: 80, height: 24))
  }

  func events(_ driver: TerminalDriver, _ count: Int) -> [TerminalEvent] {
    (0..<count).compactMap { _ in driver.nextEvent(timeoutMilliseconds: 60_000) }
  }

  @Test(
    "keys, text and pastes arrive",
    arguments: ["xterm-256color", "screen-256color", "linux", "vt100"])
  func input(term: String) throws {
    let terminal = try terminal()
    let driver = try open(terminal, term: term)
    defer { driver.close() }
    #expect(driver.size == Size(width: 80, height: 24))
    terminal.type("a\u{1B}OA\u{1B}[B\u{1B}[1;5D\u{3}\u{1A}\u{13}👩‍🔬\u{1B}b\r")
    #expect(
      events(driver, 10) == [
        .key(.character("a")), .key(.up), .key(.down), .key(.controlLeft), .key(.control("c")),
        .key(.control("z")), .key(.control("s")), .key(.character("👩‍🔬")), .key(.alt("b")),
        .key(.enter),
      ])
    terminal.type("\u{1B}")
    #expect(events(driver, 1) == [.key(.escape)])
    terminal.type("\u{1B}[200~two\rlines\u{1B}[201~!")
    #expect(events(driver, 2) == [.paste("two\nlines"), .key(.character("!"))])
    #expect(driver.nextEvent(timeoutMilliseconds: 10) == nil)
  }

  @Test("only what changed is sent, and the terminal is given back as it was")
  func drawing() throws {
    let terminal = try terminal()
    let before = terminal.modes
    let driver = try open(terminal)
    #expect(terminal.modes != before)
    var canvas = Canvas(size: driver.size)
    canvas.put("OFFICIAL-SENSITIVE", x: 30, y: 0, Style(.marking))
    canvas.put("日本 👩‍🔬 \u{1B}]0;evil\u{7}", x: 0, y: 2)
    driver.show(canvas)
    let first = try terminal.takeOutput()
    #expect(first.contains("\u{1B}[?2004h"))
    #expect(first.contains("OFFICIAL-SENSITIVE"))
    #expect(first.contains("日本 👩"))
    #expect(!first.contains("\u{1B}]") && !first.contains("\u{200D}"))
    driver.show(canvas)
    #expect(try terminal.takeOutput().utf8.count < 40)
    canvas.put("x", x: 40, y: 20)
    driver.show(canvas)
    let change = try terminal.takeOutput()
    #expect(change.contains("x") && change.utf8.count < 60)
    driver.close()
    driver.close()
    let last = try terminal.takeOutput()
    #expect(last.contains("\u{1B}[?2004l") && last.contains("\u{1B}[?1049l"))
    #expect(terminal.modes == before)
  }

  @Test("colours follow the palette, and none are sent where none are wanted")
  func colours() throws {
    let palette = Palette(
      name: "t", title: "T",
      roles: [.heading: .init(foreground: .rgb(red: 255, green: 135, blue: 0))])
    for (term, colour, depth, sequence) in [
      (
        "xterm-256color", TerminalDriver.Options.ColourChoice.always, ColourDepth.twoFiftySix,
        "\u{1B}[38;5;208m"
      ),
      ("linux", .always, .sixteen, "\u{1B}[33"), ("vt100", .always, .mono, nil),
      ("xterm-256color", .never, .mono, nil),
    ] {
      let terminal = try terminal()
      let driver = try open(terminal, term: term, colour: colour, palette: palette)
      #expect(driver.depth == depth)
      var canvas = Canvas(size: driver.size)
      canvas.put("Themes", x: 0, y: 0, Style(.heading))
      driver.show(canvas)
      let output = try terminal.takeOutput()
      #expect(output.contains("Themes"))
      if let sequence {
        #expect(output.contains(sequence), "\(term): \(output.debugDescription)")
      } else {
        #expect(!output.contains("[38") && !output.contains("[3"), "\(output.debugDescription)")
      }
      driver.close()
    }
  }

  @Test("a new size and signals arrive as events")
  func signals() throws {
    let terminal = try terminal()
    let driver = try open(terminal)
    defer { driver.close() }
    terminal.resize(width: 120, height: 40)
    kill(getpid(), SIGWINCH)
    #expect(events(driver, 1) == [.resize(Size(width: 120, height: 40))])
    #expect(driver.size == Size(width: 120, height: 40))
    kill(getpid(), SIGTERM)
    kill(getpid(), SIGCONT)
    let both = events(driver, 2)
    #expect(both.contains(.terminate(signal: SIGTERM)) && both.contains(.continued))
  }

  @Test("an editor gets the terminal and the file, and its failure is told")
  func editor() throws {
    let terminal = try terminal()
    let driver = try open(terminal)
    defer { driver.close() }
    try driver.runEditor(command: "test 'a b' = 'a b' -a", on: "/etc/pass wd")
    #expect(throws: TerminalError.editorFailed(command: "exit 3;", status: 3)) {
      try driver.runEditor(command: "exit 3;", on: "x")
    }
    #expect(throws: TerminalError.editorKilled(command: "kill -9 $$;", signal: 9)) {
      try driver.runEditor(command: "kill -9 $$;", on: "x")
    }
    #expect(throws: TerminalError.editorFailed(command: "nonesuch-editor", status: 127)) {
      try driver.runEditor(command: "nonesuch-editor", on: "x")
    }
    terminal.type("k")
    #expect(events(driver, 1) == [.key(.character("k"))])
  }

  @Test("a terminal that goes away ends the session, once")
  func hangUp() throws {
    var terminal: PseudoTerminal? = try terminal()
    let driver = try open(try #require(terminal))
    defer { driver.close() }
    terminal = nil
    #expect(events(driver, 1) == [.terminate(signal: SIGHUP)])
    #expect(driver.nextEvent(timeoutMilliseconds: 20) == nil)
  }

  @Test("what cannot be used says what to do")
  func errors() throws {
    let terminal = try terminal()
    #expect(throws: TerminalError.unknownTerm("nonesuch")) { try open(terminal, term: "nonesuch") }
    #expect(throws: TerminalError.unfitTerm("dumb")) { try open(terminal, term: "dumb") }
    #expect(throws: TerminalError.noTerm) { try open(terminal, term: "") }
    #expect(throws: TerminalError.noTerminal) {
      _ = try TerminalDriver(palette: .plain, options: .init(device: "/dev/null", term: "xterm"))
    }
    #expect(TerminalError.unknownTerm("foo").description.contains("TERM=xterm-256color"))
    let driver = try open(terminal)
    #expect(throws: TerminalError.inUse) { try open(terminal) }
    #expect(driver.size.width == 80)
    driver.close()
  }

  @Test("a paste of a hundred thousand characters arrives as one")
  func longPaste() throws {
    let terminal = try terminal()
    let driver = try open(terminal)
    defer { driver.close() }
    let text = String(repeating: "é日 line\n", count: 12_500)
    // A thread of its own: the few that tasks share may all be taken, and the paste must begin.
    Thread { terminal.type("\u{1B}[200~\(text)\u{1B}[201~") }.start()
    #expect(driver.nextEvent(timeoutMilliseconds: 60_000) == .paste(text))
  }
}
