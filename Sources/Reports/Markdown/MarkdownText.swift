import Tabular

/// Text as Markdown that renders as that very text, in CommonMark, in GFM and in what grew from them.
///
/// Characters that steer a display become U+FFFD, because Markdown is read in terminals too. Runs of
/// white space and empty lines come out as one, as in every rendering of Markdown.
enum MarkdownText {
  /// Text for one line: a heading, a table's cell, a name. Line ends become spaces.
  static func line(_ text: String) -> String {
    lines(of: text).lazy.filter { !$0.isEmpty }.map(escaped).joined(separator: " ")
  }

  /// Text of several lines; each line after the first begins with `indent`, also where a list item
  /// or a quotation holds the text.
  static func block(_ text: String, indent: String = "") -> String {
    var block = ""
    var gap = ""
    for line in lines(of: text) {
      if line.isEmpty {
        if !block.isEmpty { gap = "\n" + trimmingEnd(indent) + "\n" + indent }
      } else {
        block += block.isEmpty ? "" : gap
        block += escaped(line)
        gap = "  \n" + indent
      }
    }
    return block
  }

  private typealias Line = [Unicode.Scalar]

  /// The lines, without white space at either end.
  private static func lines(of text: String) -> [Line] {
    var lines: [Line] = []
    var line: Line = []
    func close() {
      while line.last?.properties.isWhitespace ?? false { line.removeLast() }
      lines.append(line)
      line.removeAll(keepingCapacity: true)
    }
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar {
      case "\n" where afterReturn: continue
      case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": close()
      case _ where line.isEmpty && scalar.properties.isWhitespace: continue
      case "\t": line.append(" ")
      case _ where scalar.steersDisplay: line.append("\u{FFFD}")
      default: line.append(scalar)
      }
    }
    close()
    return lines
  }

  private static func escaped(_ line: Line) -> String {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(line.count + 16)
    let marker = listMarkerEnd(line)
    for index in line.indices {
      if index == marker || isMarkup(line, index) { escaped.append(UInt8(ascii: "\\")) }
      let scalar = line[index]
      if scalar.isASCII {
        escaped.append(UInt8(ascii: scalar))
      } else {
        escaped += scalar.utf8
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// Whether a character could be read as markup where it stands.
  private static func isMarkup(_ line: Line, _ index: Int) -> Bool {
    let scalar = line[index]
    guard !isLetter(scalar), scalar != " " else { return false }
    let next = index + 1 < line.count ? line[index + 1] : " "
    switch scalar {
    case "\\", "`", "*", "_", "~", "[", "]", "<", ">", "#", "&", "|", "$", "^", "{", "}", "@":
      return true
    case "-", "(":  // a list, a rule, the line below a heading; "(a)" where lists may be fancy
      return index == 0
    case "=", "+", "%":  // the same, and ==marks==, ++inserts++, %%comments%%
      return index == 0 || next == line[index] || line[index - 1] == line[index]
    case ":":  // an address, an :emoji:, a definition
      return index == 0 || next == "/" || isLetter(next) || next == "-" || next == "+"
    case ".":  // www.example.org, example.org
      return isLetter(next)
    default:
      return false
    }
  }

  /// Where `1.`, `12)`, `a.` or `iv)` ends that would begin a list.
  private static func listMarkerEnd(_ line: Line) -> Int? {
    guard let end = line.firstIndex(where: { !isLetter($0) && !isDigit($0) }), end > 0,
      line[end] == "." || line[end] == ")", end + 1 == line.count || line[end + 1] == " "
    else { return nil }
    let marker = line[..<end]
    let isRoman = marker.allSatisfy { "ivxlcdmIVXLCDM".unicodeScalars.contains($0) }
    return marker.allSatisfy(isDigit) || marker.count == 1 || isRoman ? end : nil
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func trimmingEnd(_ indent: String) -> String {
    var indent = indent
    while indent.last == " " { indent.removeLast() }
    return indent
  }
}
