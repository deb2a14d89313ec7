/// Reads the tables that spreadsheets write.
public enum CSVReader {
  /// Reads a whole file: its encoding, its delimiter, its headings and its rows.
  ///
  /// - Throws: `CSVError` where the file is empty, damaged, or its quotes do not match.
  public static func read(_ bytes: [UInt8]) throws(CSVError) -> CSVTable {
    let text = try CSVEncoding.decode(bytes)
    let start = CSVDelimiter.declared(in: text.bytes)
    let delimiter = start?.delimiter ?? CSVDelimiter.guess(from: text.bytes)
    var scanner = CSVScanner(
      text.bytes, delimiter: delimiter, from: start?.end ?? 0, line: start == nil ? 1 : 2)
    guard let header = try scanner.next() else {
      throw CSVError(
        message: "the file is empty",
        remedy: "it needs a line of headings and a line for each row")
    }
    var rows: [CSVTable.Row] = []
    var ragged: [CSVTable.Row] = []
    while let row = try scanner.next() {
      if row.fields.count != header.fields.count { ragged.append(row) }
      rows.append(row)
    }
    return CSVTable(
      header: header.fields, headerLine: header.line, rows: rows,
      delimiter: Character(UnicodeScalar(delimiter)),
      notes: text.notes + notes(on: ragged, headings: header.fields.count))
  }

  private static func notes(on ragged: [CSVTable.Row], headings: Int) -> [String] {
    guard !ragged.isEmpty else { return [] }
    let shown = ragged.prefix(5).map { "line \($0.line) has \($0.fields.count)" }
    let more = ragged.count > shown.count ? " and \(ragged.count - shown.count) more" : ""
    let count = headings == 1 ? "there is 1 heading" : "there are \(headings) headings"
    return [
      "not every row has a field for each heading: \(count), "
        + shown.joined(separator: ", ") + more
    ]
  }
}

/// Which character separates the fields of a file.
enum CSVDelimiter {
  private static let comma = UInt8(ascii: ",")
  private static let semicolon = UInt8(ascii: ";")
  private static let tab = UInt8(ascii: "\t")

  /// The delimiter that a first line such as `sep=;` declares, and where the line ends.
  static func declared(in bytes: [UInt8]) -> (delimiter: UInt8, end: Int)? {
    guard bytes.count >= 5, String(decoding: bytes[..<4], as: UTF8.self).lowercased() == "sep=",
      bytes[4] < 0x80, bytes[4] != 10, bytes[4] != 13, bytes[4] != 34
    else { return nil }
    var end = 5
    if end < bytes.count, bytes[end] != 10, bytes[end] != 13 { return nil }
    if end < bytes.count, bytes[end] == 13 { end += 1 }
    if end < bytes.count, bytes[end] == 10 { end += 1 }
    return (bytes[4], end)
  }

  /// The candidate that stands most often in the line of headings, outside quotes; one with a space
  /// behind it, as in a sentence, counts half.
  static func guess(from bytes: [UInt8]) -> UInt8 {
    var counts: (commas: Int, semicolons: Int, tabs: Int) = (0, 0, 0)
    var isQuoted = false
    var mayOpenQuote = true
    var isBlank = true
    for (index, byte) in bytes.enumerated() {
      if isQuoted {
        isQuoted = byte != 34
        continue
      }
      if byte == 10 || byte == 13 {
        if isBlank { continue }
        break
      }
      // A quote right after a closing one is a doubled quote: the field goes on.
      let isQuote = byte == 34 && mayOpenQuote
      isQuoted = isQuote
      isBlank = false
      let weight = index + 1 < bytes.count && bytes[index + 1] == 32 ? 1 : 2
      switch byte {
      case comma: counts.commas += weight
      case semicolon: counts.semicolons += weight
      case tab: counts.tabs += 2
      default: break
      }
      mayOpenQuote = isQuote || byte == comma || byte == semicolon || byte == tab
    }
    return best(counts)
  }

  private static func best(_ counts: (commas: Int, semicolons: Int, tabs: Int)) -> UInt8 {
    if counts.semicolons > counts.commas && counts.semicolons >= counts.tabs { return semicolon }
    return counts.tabs > counts.commas ? tab : comma
  }
}
