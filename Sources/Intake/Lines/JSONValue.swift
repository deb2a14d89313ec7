/// A JSON value as it stands in a line of input.
public enum JSONValue: Decodable, Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case list([JSONValue])
  case object([String: JSONValue])

  /// Reads whatever stands there.
  ///
  /// - Throws: `DecodingError` where it is no JSON value.
  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let string = try? value.decode(String.self) {
      self = .string(string)
    } else if let list = try? value.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
    }
  }

  /// A word or a number as people write it; `nil` for anything else.
  var word: String? {
    switch self {
    case .string(let text): text
    case .number(let number):
      number == number.rounded() && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)"
    default: nil
    }
  }

  /// A whole number, also where a table has it as a word.
  var whole: Int? {
    switch self {
    case .number(let number):
      number == number.rounded() && number.magnitude < 1e15 ? Int(number) : nil
    case .string(let text): Int(text.trimmed)
    default: nil
    }
  }

  /// What kind of value it is, for people.
  var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .list: "a list"
    case .object: "an object"
    }
  }
}
