/// Why the terminal cannot be used. Each description says what can be done.
public enum TerminalError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no terminal to draw on.
  case noTerminal
  /// TERM is not set.
  case noTerm
  /// No description of this TERM is installed.
  case unknownTerm(String)
  /// The terminal cannot place text on its screen.
  case unfitTerm(String)
  /// Another driver of this process holds the terminal.
  case inUse
  /// ncurses could not start.
  case failed
  /// The editor could not be started.
  case editorNotStarted(command: String, reason: String)
  /// The editor ended with a status that tells of failure.
  case editorFailed(command: String, status: Int32)
  /// The editor was ended by a signal.
  case editorKilled(command: String, signal: Int32)

  /// What is wrong, and what can be done about it.
  public var description: String {
    switch self {
    case .noTerminal:
      "There is no terminal here: neither standard input and output nor /dev/tty is one. Run this "
        + "in a terminal (ssh -t gives one)."
    case .noTerm:
      "TERM is not set, so nothing is known about this terminal; try TERM=xterm-256color."
    case .unknownTerm(let term):
      "TERM=\(TextWidth.sanitised(term)) is not known here; try TERM=xterm-256color."
    case .unfitTerm(let term):
      "A terminal of the kind TERM=\(TextWidth.sanitised(term)) cannot place text on its screen; "
        + "try TERM=xterm-256color."
    case .inUse:
      "The terminal is already in use by this program; close that screen first."
    case .failed:
      "The terminal could not be set up; there may be too little memory or too many open files."
    case .editorNotStarted(let command, let reason):
      "The editor \"\(TextWidth.sanitised(command))\" could not be started: \(reason)."
    case .editorFailed(let command, 127):
      "The editor \"\(TextWidth.sanitised(command))\" was not found; set VISUAL or EDITOR."
    case .editorFailed(let command, let status):
      "The editor \"\(TextWidth.sanitised(command))\" failed with exit status \(status)"
    case .editorKilled(let command, let signal):
      "The editor \"\(TextWidth.sanitised(command))\" was ended by signal \(signal)."
    }
  }
}
