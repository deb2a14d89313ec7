import Glibc
import Terminal

/// What a command says: results on standard output, all else on standard error.
enum Output {
  /// Prints text that the program made itself, newlines included.
  static func line(_ text: String) { print(text) }

  /// Prints a line that holds somebody's words: what a terminal would obey is replaced.
  static func words(_ text: String) { print(TextWidth.sanitised(text)) }

  /// Sends what was printed on its way, for a reader that waits for it.
  static func flush() { fflush(nil) }

  /// Says what went wrong.
  static func error(_ message: String) { note("plenary: " + message) }

  /// Says something that does not belong into the results.
  static func note(_ message: String) {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { TextWidth.sanitised(String($0)) }.joined(separator: "\n") + "\n"
    flush()
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard written > 0 else { return }
      bytes.removeFirst(written)
    }
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
