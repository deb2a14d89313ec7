import Glibc
import Terminal

/// What a command says: results on standard output, all else on standard error.
enum Output {
  /// Writes lines out as they come, whatever standard output is.
  static func prepare() { setvbuf(stdout, nil, _IOLBF, 0) }

  /// Prints text that the program made itself, newlines included.
  static func line(_ text: String) { print(text) }

  /// Prints a line that holds somebody's words: what a terminal would obey is replaced.
  static func words(_ text: String) { print(TextWidth.sanitised(text)) }

  /// Says what went wrong.
  static func error(_ message: String) { say("plenary: " + message) }

  /// Says something that does not belong into the results.
  static func note(_ message: String) { say(message) }

  private static func say(_ message: String) {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { TextWidth.sanitised(String($0)) }.joined(separator: "\n") + "\n"
    fflush(stdout)
    fputs(text, stderr)
  }

  /// Whether a person sits at both ends.
  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }
}

/// A command that could not do what was asked: what, where, what to do.
struct Failure: Error {
  let message: String
  var code: Int32 = 1

  init(_ message: String, code: Int32 = 1) {
    self.message = message
    self.code = code
  }

  /// Wrong usage that only shows once the session is known.
  static func usage(_ message: String) -> Failure { Failure(message, code: 64) }
}
