import SessionEngine
import Tabular

/// A JSON value that writes itself: keys sorted, two spaces a level, the same bytes every time.
///
/// Characters that steer a display are written as escapes, so that the file can be looked at in a
/// terminal while every text still comes back byte for byte.
indirect enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  /// A number with two decimals.
  case decimal(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// The value as a file, with a line end.
  var document: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, depth: 0)
    bytes.append(0x0A)
    return bytes
  }

  /// A string, or null.
  static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// A number, or null.
  static func optional(_ number: Int?) -> JSONValue { number.map(JSONValue.int) ?? .null }

  /// A number with two decimals, or null.
  static func optional(_ number: Double?) -> JSONValue { number.map(JSONValue.decimal) ?? .null }

  /// A list of strings.
  static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

  private func write(to bytes: inout [UInt8], depth: Int) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .int(let value): bytes += String(value).utf8
    case .decimal(let value):
      let text = Wording.decimal(value)
      bytes += (text.isEmpty ? "null" : text).utf8
    case .string(let text): Self.write(text, to: &bytes)
    case .array(let items):
      Self.writeList(items, "[", "]", to: &bytes, depth: depth) { item, bytes in
        item.write(to: &bytes, depth: depth + 1)
      }
    case .object(let fields):
      let sorted = fields.list.sorted { $0.name < $1.name }
      Self.writeList(sorted, "{", "}", to: &bytes, depth: depth) { field, bytes in
        Self.write(field.name, to: &bytes)
        bytes += ": ".utf8
        field.value.write(to: &bytes, depth: depth + 1)
      }
    }
  }

  private static func writeList<Item>(
    _ items: [Item], _ open: Unicode.Scalar, _ close: Unicode.Scalar, to bytes: inout [UInt8],
    depth: Int, write: (Item, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      startLine(depth + 1, in: &bytes)
      write(item, &bytes)
    }
    if !items.isEmpty { startLine(depth, in: &bytes) }
    bytes.append(UInt8(ascii: close))
  }

  private static func startLine(_ depth: Int, in bytes: inout [UInt8]) {
    bytes.append(0x0A)
    for _ in 0..<depth { bytes += [0x20, 0x20] }
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    guard !text.utf8.allSatisfy(isPlain) else {
      bytes += text.utf8
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case _ where scalar.isASCII && isPlain(UInt8(ascii: scalar)):
        bytes.append(UInt8(ascii: scalar))
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\r": bytes += "\\r".utf8
      case "\t": bytes += "\\t".utf8
      case "\u{2028}", "\u{2029}", "\u{FEFF}": escape(scalar, to: &bytes)
      case _ where scalar.steersDisplay: escape(scalar, to: &bytes)
      default: bytes += scalar.utf8
      }
    }
  }

  /// Whether a byte is a character that stands in a string as it is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private static func escape(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    let digits = String(scalar.value, radix: 16)
    bytes += "\\u".utf8
    bytes += String(repeating: "0", count: 4 - digits.utf8.count).utf8
    bytes += digits.utf8
  }
}

/// The fields of a JSON object: a list, which for a handful is quicker than a dictionary.
struct JSONObject: Sendable, ExpressibleByDictionaryLiteral {
  /// The fields as they were given; each name once.
  fileprivate var list: [(name: String, value: JSONValue)]

  init(dictionaryLiteral fields: (String, JSONValue)...) {
    list = fields.map { (name: $0.0, value: $0.1) }
  }

  /// Adds a field that is not there yet.
  mutating func add(_ name: String, _ value: JSONValue) { list.append((name: name, value: value)) }
}
