import ArgumentParser
import SessionStore
import Terminal

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Open the console on a session.",
    discussion: """
      Type what is said, Enter keeps it. ? shows every key, Esc browses. Several consoles (and \
      ‘plenary add’) can work on one session at once. Colours obey NO_COLOR and PLENARY_THEME.
      """)

  @OptionGroup var session: SessionOption

  @Option(help: "The colours to use; ‘plenary themes’ lists them.")
  var theme: String?

  @Option(help: "auto, always or never; auto obeys NO_COLOR.")
  var color: TerminalDriver.Options.ColourChoice = .auto

  @Flag(help: "Draw with ASCII only.")
  var ascii = false

  func run() throws {
    try ConsoleRunner.run(session.dir, colours: theme, colour: color, ascii: ascii)
  }
}

extension TerminalDriver.Options.ColourChoice: ExpressibleByArgument {}
