/// Walks over the bytes of a table once, one row at a time.
struct CSVScanner {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var index: Int
  private var line: Int
  // Column = bytes since the line began, less the bytes that continue a code point.
  private var lineStart: Int
  private var continuations = 0

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(_ bytes: [UInt8], delimiter: UInt8, from start: Int = 0, line: Int = 1) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.index = start
    self.line = line
    self.lineStart = start
  }

  private var place: CSVTable.Place {
    CSVTable.Place(line: line, column: index - lineStart - continuations + 1)
  }

  /// The next row that is not a blank line; `nil` after the last.
  mutating func next(expecting width: Int = 8) throws(CSVError) -> CSVTable.Row? {
    skipBlankLines()
    guard index < bytes.count else { return nil }
    var fields: [String] = []
    var places: [CSVTable.Place] = []
    fields.reserveCapacity(width)
    places.reserveCapacity(width)
    let first = line
    while true {
      places.append(place)
      let isQuoted = index < bytes.count && bytes[index] == Self.quote
      fields.append(isQuoted ? try quotedField() : plainField())
      guard index < bytes.count, bytes[index] == delimiter else { break }
      index += 1
    }
    if index < bytes.count { newline() }
    return CSVTable.Row(line: first, fields: fields, places: places)
  }

  private mutating func skipBlankLines() {
    while index < bytes.count, isNewline(bytes[index]) { newline() }
  }

  private func isNewline(_ byte: UInt8) -> Bool {
    byte == Self.lineFeed || byte == Self.carriageReturn
  }

  /// Steps over one line end: CRLF, LF or CR.
  private mutating func newline() {
    if bytes[index] == Self.carriageReturn, index + 1 < bytes.count,
      bytes[index + 1] == Self.lineFeed
    {
      index += 1
    }
    index += 1
    line += 1
    lineStart = index
    continuations = 0
  }

  private mutating func plainField() -> String {
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || isNewline(byte) { break }
      if byte & 0xC0 == 0x80 { continuations += 1 }
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func quotedField() throws(CSVError) -> String {
    let opening = place
    index += 1
    var start = index
    var unquoted: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Self.quote {
        let isDoubled = index + 1 < bytes.count && bytes[index + 1] == Self.quote
        guard isDoubled else {
          let end = index
          index += 1
          try expectFieldEnd(after: opening)
          guard !unquoted.isEmpty else {
            return String(decoding: bytes[start..<end], as: UTF8.self)
          }
          unquoted += bytes[start..<end]
          return String(decoding: unquoted, as: UTF8.self)
        }
        unquoted += bytes[start...index]
        index += 2
        start = index
      } else if isNewline(byte) {
        newline()
      } else {
        if byte & 0xC0 == 0x80 { continuations += 1 }
        index += 1
      }
    }
    throw CSVError(
      opening, message: "the quote that opens here is never closed",
      remedy: "close it, or write a quote inside quotes as two")
  }

  private func expectFieldEnd(after opening: CSVTable.Place) throws(CSVError) {
    guard index < bytes.count else { return }
    let byte = bytes[index]
    guard byte != delimiter, !isNewline(byte) else { return }
    throw CSVError(
      place,
      message: "there is text after the quote that closes the field begun on line "
        + "\(opening.line), column \(opening.column)",
      remedy: "write a quote inside quotes as two")
  }
}
