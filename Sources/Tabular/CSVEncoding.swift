/// The text of a file in UTF-8, whatever encoding it came in.
struct DecodedText {
  var bytes: [UInt8]
  var notes: [String] = []
}

/// Finds out how a file is encoded: by its byte order mark, else UTF-8, else Windows-1252.
enum CSVEncoding {
  static func decode(_ bytes: [UInt8]) throws(CSVError) -> DecodedText {
    try refuseWorkbook(bytes)
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw CSVError(message: "the file is in UTF-32", remedy: "save it as CSV (UTF-8)")
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), low: 0, high: 1) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), low: 1, high: 0) }
    // Without a mark it shows in the first two letters, which are ASCII in any heading.
    let zeros = bytes.prefix(4).map { $0 == 0 }
    if zeros == [false, true, false, true] { return utf16(bytes[...], low: 0, high: 1) }
    if zeros == [true, false, true, false] { return utf16(bytes[...], low: 1, high: 0) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let text = Array(bytes.dropFirst(3))
      guard let flaw = UTF8Survey(text).flaw else { return DecodedText(bytes: text) }
      throw damaged(text, at: flaw)
    }
    let survey = UTF8Survey(bytes)
    guard let flaw = survey.flaw else { return DecodedText(bytes: bytes) }
    guard survey.flaws > survey.multibyte else { throw damaged(bytes, at: flaw) }
    let place = place(of: flaw, in: bytes)
    let seen = String(decoding: windows1252([bytes[flaw]]), as: UTF8.self)
    return DecodedText(
      bytes: windows1252(bytes),
      notes: [
        "line \(place.line), column \(place.column) is not UTF-8: the file was read as Windows-1252 "
          + "(Western European), which makes it ‘\(seen)’; if that is wrong, save it as CSV (UTF-8)"
      ])
  }

  /// Refuses what is no text at all, but what people have at hand instead.
  private static func refuseWorkbook(_ bytes: [UInt8]) throws(CSVError) {
    let kinds: [(start: [UInt8], name: String)] = [
      (Array("PK\u{3}\u{4}".utf8), "a workbook (.xlsx or .ods)"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a workbook (.xls)"),
    ]
    guard let kind = kinds.first(where: { bytes.starts(with: $0.start) }) else { return }
    throw CSVError(
      message: "the file is \(kind.name), not a CSV",
      remedy: "open it in the program that wrote it and save it as CSV (UTF-8)")
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, low: Int, high: Int) -> DecodedText {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      units.append(UInt16(bytes[index + low]) | UInt16(bytes[index + high]) << 8)
      index += 2
    }
    var text: [UInt8] = []
    text.reserveCapacity(units.count * 2)
    var broken = bytes.count % 2
    if transcode(
      units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true,
      into: { text.append($0) })
    {
      text.removeAll(keepingCapacity: true)
      broken += 1
      _ = transcode(
        units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false,
        into: { text.append($0) })
    }
    guard broken > 0 else { return DecodedText(bytes: text) }
    return DecodedText(
      bytes: text,
      notes: ["the file is damaged UTF-16: characters that cannot be read stand as \u{FFFD}"])
  }

  private static func damaged(_ bytes: [UInt8], at flaw: Int) -> CSVError {
    CSVError(
      place(of: flaw, in: bytes),
      message: "the file is in UTF-8, but a character here is damaged",
      remedy: "put the character right and save it as CSV (UTF-8)")
  }

  private static func place(of index: Int, in bytes: [UInt8]) -> CSVTable.Place {
    let before = bytes[..<index]
    var line = 1
    var column = 1
    for (index, byte) in before.enumerated() {
      let isNewline =
        byte == 10 || (byte == 13 && (index + 1 >= before.count || before[index + 1] != 10))
      if isNewline {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return CSVTable.Place(line: line, column: column)
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
        continue
      }
      let value = byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt16(byte)
      if value < 0x800 {
        text.append(UInt8(0xC0 | value >> 6))
      } else {
        text.append(UInt8(0xE0 | value >> 12))
        text.append(UInt8(0x80 | (value >> 6) & 0x3F))
      }
      text.append(UInt8(0x80 | value & 0x3F))
    }
    return text
  }

  // Bytes 0x80 to 0x9F, as browsers read them; the five undefined ones stay C1 controls.
  private static let upper: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}

/// How far bytes are UTF-8: tells Windows-1252 from UTF-8 that was damaged.
private struct UTF8Survey {
  /// The first byte that is not UTF-8.
  var flaw: Int?
  /// How many bytes are not UTF-8.
  var flaws = 0
  /// How many characters of several bytes are.
  var multibyte = 0

  init(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      let length = Self.length(bytes, at: index)
      if length == 0 {
        if flaw == nil { flaw = index }
        flaws += 1
        index += 1
      } else {
        if length > 1 { multibyte += 1 }
        index += length
      }
    }
  }

  // Table 3-7 of the Unicode Standard; 0 for bytes that are not well-formed.
  private static func length(_ bytes: [UInt8], at index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
    for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
