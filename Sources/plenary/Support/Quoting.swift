import SessionEngine
import Terminal

/// Keeps what came in from filling what is said about it.
enum Quoting {
  /// How much of a quotation is told, in columns.
  private static let most = 60
  /// How long a line may be that quotes nothing, in columns: longer than any that the program makes.
  private static let mostOfLine = 1_500
  /// How many lines are told.
  private static let mostLines = 200

  /// A message in which each quotation, as `‘…’`, has sixty columns at most, and an ellipsis where some
  /// was left out. A command line that is given to be typed stays whole.
  ///
  /// What came in may hold quotation marks and line ends itself, so lines and their number are bounded
  /// too.
  static func shortened(_ message: String) -> String {
    var rest = message[...]
    var text = ""
    while let opening = rest.firstIndex(of: "‘") {
      let start = rest.index(after: opening)
      guard let closing = rest[start...].firstIndex(of: "’") else { break }
      let quoted = rest[start..<closing]
      text += rest[..<start] + (quoted.hasPrefix("plenary ") ? String(quoted) : cut(quoted, most))
      rest = rest[closing...]
    }
    text += rest
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let told = lines.prefix(mostLines).map(bounded)
    let more = lines.count > mostLines ? [Wording.moreLines(lines.count - mostLines)] : []
    return (told + more).joined(separator: "\n")
  }

  /// A line that is no longer than any that the program makes: beginning and end, where what to do stands.
  private static func bounded(_ line: Substring) -> String {
    guard TextWidth.columns(String(line)) > mostOfLine else { return String(line) }
    return cut(line, mostOfLine / 4) + " " + line.suffix(mostOfLine / 8)
  }

  private static func cut(_ text: Substring, _ most: Int) -> String {
    TextWidth.truncated(String(text), to: most)
  }
}
