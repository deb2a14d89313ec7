import FoundationEssentials

/// A JSON text with the place of each value: what `JSONDecoder` does not keep.
struct JSONTree {
  indirect enum Value {
    case object([(key: String, value: JSONTree)])
    case array([JSONTree])
    case string(String)
    case other
  }

  /// The line on which the value begins, from 1.
  let line: Int
  /// The column in code points, from 1.
  let column: Int
  let value: Value
  /// A number, true, false or null as it is written; empty for all else.
  var literal = ""

  /// Reads a whole text.
  ///
  /// - Throws: `IntakeError` naming line and column where it is no JSON.
  static func parse(_ bytes: [UInt8]) throws(IntakeError) -> JSONTree {
    var parser = JSONParser(bytes)
    return try parser.document()
  }

  /// Refuses a line of JSON in which an object has one name twice: `JSONDecoder` takes either, silently.
  ///
  /// - Throws: `IntakeProblem` naming the name, at `place`; also where values are nested beyond reason.
  static func demandNamesOnce(
    _ bytes: some Sequence<UInt8>, at place: String
  ) throws(IntakeProblem) {
    do throws(IntakeError) { _ = try parse(Array(bytes)) } catch {
      let why = error.problems.first
      throw IntakeProblem(
        place, why?.reason ?? "it is no JSON", remedy: why?.remedy ?? "look at it again")
    }
  }

  /// The value of a member.
  subscript(key: String) -> JSONTree? {
    guard case .object(let members) = value else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The element at an index.
  subscript(index: Int) -> JSONTree? {
    guard case .array(let elements) = value, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// The names of the members.
  var keys: [String] {
    guard case .object(let members) = value else { return [] }
    return members.map(\.key)
  }
}

private struct JSONParser {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0
  private var seen = 0
  private var line = 1
  private var column = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  mutating func document() throws(IntakeError) -> JSONTree {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw IntakeError("", "the file is not in UTF-8", remedy: "save it as UTF-8")
    }
    skipSpace()
    guard index < bytes.count else {
      throw IntakeError("", "the file is empty", remedy: "write a plan, or copy a built-in one")
    }
    let tree = try value()
    skipSpace()
    guard index == bytes.count else { throw unexpected("the end of the file") }
    return tree
  }

  private mutating func value() throws(IntakeError) -> JSONTree {
    let (line, column) = place(index)
    guard index < bytes.count else { throw unexpected("a value") }
    depth += 1
    defer { depth -= 1 }
    guard depth <= 100 else {
      throw IntakeError(
        "line \(line), column \(column)", "the values are nested too deeply",
        remedy: "look at a built-in plan")
    }
    let value: JSONTree.Value
    var literal = ""
    switch bytes[index] {
    case UInt8(ascii: "{"): value = try object()
    case UInt8(ascii: "["): value = try array()
    case UInt8(ascii: "\""): value = .string(try string())
    default:
      literal = try word()
      value = .other
    }
    return JSONTree(line: line, column: column, value: value, literal: literal)
  }

  private mutating func object() throws(IntakeError) -> JSONTree.Value {
    var members: [(key: String, value: JSONTree)] = []
    index += 1
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      skipSpace()
      let (line, column) = place(index)
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
        throw unexpected("a name in quotes")
      }
      let key = try string()
      guard !members.contains(where: { $0.key == key }) else {
        throw IntakeError(
          "line \(line), column \(column)", "‘\(key)’ is there twice", remedy: "remove one")
      }
      skipSpace()
      guard take(":") else { throw unexpected("a colon") }
      skipSpace()
      members.append((key, try value()))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw unexpected("a comma or }") }
    }
  }

  private mutating func array() throws(IntakeError) -> JSONTree.Value {
    var elements: [JSONTree] = []
    index += 1
    skipSpace()
    if take("]") { return .array(elements) }
    while true {
      skipSpace()
      elements.append(try value())
      skipSpace()
      if take("]") { return .array(elements) }
      guard take(",") else { throw unexpected("a comma or ]") }
    }
  }

  private mutating func string() throws(IntakeError) -> String {
    let start = index
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      guard bytes[index] >= 0x20 else { throw unexpected("the quote that ends the text") }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index < bytes.count else {
      index = start
      throw unexpected("a text whose quote is closed")
    }
    index += 1
    return try decoded(from: start)
  }

  /// Escapes, numbers and words are left to `JSONDecoder`, one at a time, so that the place is known.
  private mutating func decoded(from start: Int) throws(IntakeError) -> String {
    let raw = bytes[start..<index]
    guard raw.contains(UInt8(ascii: "\\")) else {
      return String(decoding: raw.dropFirst().dropLast(), as: UTF8.self)
    }
    guard let text = try? JSONDecoder().decode(String.self, from: Data(raw)) else {
      let (line, column) = place(start)
      throw IntakeError(
        "line \(line), column \(column)", "the text has a \\ that JSON does not know",
        remedy: "write \\\\ for one \\")
    }
    return text
  }

  private mutating func word() throws(IntakeError) -> String {
    let start = index
    while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
    let raw = bytes[start..<index]
    let text = String(decoding: raw, as: UTF8.self)
    let isKnown = ["true", "false", "null"].contains(text)
    guard isKnown || (try? JSONDecoder().decode(Double.self, from: Data(raw))) != nil else {
      index = start
      throw unexpected("a value")
    }
    return text
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: false
    }
  }

  private mutating func skipSpace() {
    while index < bytes.count, [9, 10, 13, 32].contains(bytes[index]) { index += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func unexpected(_ wanted: String) -> IntakeError {
    let (line, column) = place(index)
    let found: String
    if index >= bytes.count {
      found = "the file ends"
    } else {
      let rest = String(decoding: bytes[index...].prefix(8), as: UTF8.self)
      found = "there is ‘\(rest.first.map(String.init) ?? "")’"
    }
    return IntakeError(
      "line \(line), column \(column)", "the JSON is broken: \(found) where \(wanted) should be",
      remedy: "look for a comma or quote that is missing or too many just before")
  }

  // Places are asked for from front to back, so each byte is looked at once.
  private mutating func place(_ index: Int) -> (line: Int, column: Int) {
    if index < seen { (seen, line, column) = (0, 1, 1) }
    while seen < min(index, bytes.count) {
      let byte = bytes[seen]
      if byte == 10 {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      seen += 1
    }
    return (line, column)
  }
}
