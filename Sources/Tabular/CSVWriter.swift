/// Writes tables that open safely and rightly in a spreadsheet.
///
/// RFC 4180: commas, CRLF, quotes doubled. UTF-8 with a byte order mark, because Excel reads a file
/// without one in the code page of the machine and turns `é` into `Ã©`. A cell that a spreadsheet
/// would run as a formula gets an apostrophe in front, as OWASP advises ("CSV Injection"), and
/// characters that steer a display instead of standing on it become U+FFFD.
public enum CSVWriter {
  /// A whole file: the header and one line for each row.
  ///
  /// Every line has as many cells as the widest; what a row lacks is empty.
  ///
  /// - Parameter marksOrder: whether a byte order mark stands first, as a file for Excel needs it and
  ///   a program at the other end of a pipe does not.
  public static func document(
    header: [String], rows: [[String]], marksOrder: Bool = true
  ) -> [UInt8] {
    let width = rows.reduce(header.count) { max($0, $1.count) }
    var bytes: [UInt8] = marksOrder ? [0xEF, 0xBB, 0xBF] : []
    write(header, width: width, to: &bytes)
    for row in rows { write(row, width: width, to: &bytes) }
    return bytes
  }

  private static func write(_ row: [String], width: Int, to bytes: inout [UInt8]) {
    for column in 0..<width {
      if column > 0 { bytes.append(UInt8(ascii: ",")) }
      write(column < row.count ? row[column] : "", isAlone: width == 1, to: &bytes)
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  private static func write(_ cell: String, isAlone: Bool, to bytes: inout [UInt8]) {
    let text = harmless(cell)
    guard needsQuotes(text) || (isAlone && text.isEmpty) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      bytes.append(byte)
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Quoted, too, is what the semicolon or the tab of another country's list would split, and what
  /// begins or ends with a space that a reader might trim.
  private static func needsQuotes(_ text: String) -> Bool {
    text.utf8.first == 0x20 || text.utf8.last == 0x20
      || text.utf8.contains { byte in
        switch byte {
        case 0x09, 0x0A, UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ";"): true
        default: false
        }
      }
  }

  /// The text with line ends as LF, without control characters, and no formula.
  private static func harmless(_ cell: String) -> String {
    if isPlain(cell.utf8) { return cell }
    var text = String.UnicodeScalarView()
    if startsFormula(cell.unicodeScalars) { text.append("'") }
    var afterReturn = false
    for scalar in cell.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      if scalar == "\r" || (scalar == "\n" && !afterReturn) {
        text.append("\n")
      } else if scalar == "\t" || (scalar != "\n" && !scalar.steersDisplay) {
        text.append(scalar)
      } else if scalar != "\n" {
        text.append("\u{FFFD}")
      }
    }
    return String(text)
  }

  /// Whether the cell is printable ASCII that begins with a letter or a digit: most are.
  private static func isPlain(_ cell: String.UTF8View) -> Bool {
    guard let first = cell.first else { return true }
    let isWord = (48...57).contains(first) || (65...90).contains(first & 0xDF)
    return isWord && cell.allSatisfy { (0x20..<0x7F).contains($0) }
  }

  /// Whether a spreadsheet may take the cell for a formula, once it has trimmed what it trims.
  private static func startsFormula(_ cell: String.UnicodeScalarView) -> Bool {
    if let first = cell.first, first == "\t" || first == "\r" || first == "\n" { return true }
    for scalar in cell {
      switch scalar {
      case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}":
        return true
      case "'", "\"", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}":
        continue
      default:
        guard isTrimmed(scalar) else { return false }
      }
    }
    return false
  }

  private static func isTrimmed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.steersDisplay
      || scalar.properties.generalCategory == .format
  }
}

extension Unicode.Scalar {
  /// Whether the character steers a terminal or turns the direction of text instead of being text:
  /// a C0 or C1 control, DEL, or one of the bidirectional embeddings, overrides and isolates.
  public var steersDisplay: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
