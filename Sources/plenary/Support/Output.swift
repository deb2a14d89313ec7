import Glibc
import Terminal

/// What a command says: results on standard output, all else on standard error.
enum Output {
  /// Prints text that the program made itself, newlines included.
  static func line(_ text: String) { put(text + "\n") }

  /// Prints a line that holds somebody's words: what a terminal would obey is replaced.
  static func words(_ text: String) { line(TextWidth.sanitised(text)) }

  /// Prints text as it stands.
  static func put(_ text: String) {
    waiting += Array(text.utf8)
    if waiting.count > 65_536 { flush() }
  }

  /// Sends what was printed on its way: at the end, and for a reader that waits for it.
  ///
  /// Results that cannot be written are no results: the program then ends with a failure.
  static func flush() {
    let bytes = waiting
    waiting = []
    guard !write(bytes, to: STDOUT_FILENO) else { return }
    let reason = String(cString: strerror(errno))
    note("plenary: standard output: \(reason); what was asked for could not be printed")
    exit(1)
  }

  /// What was printed and not sent yet. Only the main thread prints.
  nonisolated(unsafe) private static var waiting: [UInt8] = []

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 { rest = rest.dropFirst(written) } else if errno != EINTR { return false }
    }
    return true
  }

  /// Says what went wrong.
  static func error(_ message: String) { note("plenary: " + message) }

  /// Says something that does not belong into the results; what came in is quoted in brief.
  static func note(_ message: String) {
    let lines = Quoting.shortened(message)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { TextWidth.sanitised(String($0)) }.joined(separator: "\n") + "\n"
    flush()
    _ = write(Array(text.utf8), to: STDERR_FILENO)
  }

  /// How wide the terminal is; `nil` where the results go elsewhere.
  static var columns: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Whether a person sits at both ends.
  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }
}

/// A number of things, such as "1 group" or "5 priorities".
func counted(_ count: Int, _ one: String, _ several: String? = nil) -> String {
  "\(count) " + (count == 1 ? one : several ?? one + "s")
}
