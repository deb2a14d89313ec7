import FoundationEssentials
import SessionEngine
import Tabular

/// One line of what a command reads from its standard input: an object of JSON, or a row of a table
/// whose headings are the names.
public struct InputLine: Equatable, Sendable {
  /// The line in the input, from 1.
  public let line: Int
  /// What stands there, by name.
  public let fields: [String: JSONValue]
  /// Where it was given, as whoever gave it would call that: `standard input, line 3` or `--left`.
  public let place: String

  /// Makes a line.
  ///
  /// - Parameter place: where it was given, if that is not standard input.
  public init(line: Int, fields: [String: JSONValue], place: String? = nil) {
    self.line = line
    self.fields = fields
    self.place = place ?? "standard input, line \(line)"
  }

  /// Reads JSON lines, or a table of comma-, semicolon- or tab-separated values where the input begins
  /// with no brace. Blank lines, and empty cells of a table, stand for nothing.
  ///
  /// - Throws: `IntakeError` naming the first twenty lines that cannot be read, and why, and how many
  ///   there are besides; or saying that nothing is asked for at all.
  public static func read(_ bytes: [UInt8]) throws(IntakeError) -> [InputLine] {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let first = try OrderInput.firstByte(of: bytes)
    return first == UInt8(ascii: "{") ? try readJSON(bytes) : try readRows(bytes)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func readJSON(_ bytes: [UInt8]) throws(IntakeError) -> [InputLine] {
    var lines: [InputLine] = []
    var problems: [IntakeProblem] = []
    let decoder = JSONDecoder()
    for (index, slice) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    where !slice.allSatisfy(isBlank) {
      let place = "line \(index + 1)"
      guard String(validating: slice, as: UTF8.self) != nil else {
        problems.append(IntakeProblem(place, "it is not in UTF-8", remedy: "convert it first"))
        continue
      }
      guard let fields = try? decoder.decode([String: JSONValue].self, from: Data(slice)) else {
        problems.append(
          IntakeProblem(
            place, "it is no JSON object", remedy: "write one object a line, in braces"))
        continue
      }
      do throws(IntakeProblem) {
        try JSONTree.demandNamesOnce(slice, at: place)
        lines.append(InputLine(line: index + 1, fields: fields))
      } catch {
        problems.append(error)
      }
    }
    guard !problems.isEmpty else { return lines }
    throw IntakeError(ofLines: problems)
  }

  private static func readRows(_ bytes: [UInt8]) throws(IntakeError) -> [InputLine] {
    let table = try readTable(bytes)
    let names = table.header.map(\.trimmed)
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw IntakeError(
        "line \(table.headerLine)", "the heading ‘\(twice)’ stands there twice",
        remedy: "name every column once")
    }
    try table.demandRows()
    try table.demandWholeRows()
    return table.rows.map { row in
      let cells = names.enumerated().compactMap { index, name -> (String, JSONValue)? in
        row[index].trimmed.isEmpty ? nil : (name, .string(row[index]))
      }
      return InputLine(
        line: row.line, fields: Dictionary(cells, uniquingKeysWith: { a, _ in a }))
    }
  }

  /// The names by which later lines may speak of what this one makes.
  public var outcome: LineOutcome {
    LineOutcome(
      names: ["as", "open", "title"].compactMap { fields[$0]?.word?.trimmed }
        .filter { !$0.isEmpty })
  }

  // MARK: Reading fields

  /// A word or a number; `nil` where the name is not there.
  func word(_ name: String) throws(Refusal) -> String? {
    guard let value = fields[name] else { return nil }
    guard let word = value.word else { throw wrong(name, value, "a text") }
    return word
  }

  /// A word or a number that must be there.
  func needed(_ name: String) throws(Refusal) -> String {
    guard let word = try word(name), !word.trimmed.isEmpty else {
      throw Refusal("‘\(name)’ is missing", remedy: "fill it in")
    }
    return word
  }

  /// Several words: a list, or one text with semicolons between them.
  func words(_ name: String) throws(Refusal) -> [String]? {
    switch fields[name] {
    case nil: return nil
    case .list(let values):
      var words: [String] = []
      for value in values {
        guard let word = value.word else { throw wrong(name, value, "a list of texts") }
        words.append(word)
      }
      return words
    case .string(let text):
      return text.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
    case let value?:
      guard let word = value.word else { throw wrong(name, value, "a list") }
      return [word]
    }
  }

  /// A whole number.
  func whole(_ name: String) throws(Refusal) -> Int? {
    guard let value = fields[name] else { return nil }
    guard let whole = value.whole else { throw wrong(name, value, "a whole number") }
    return whole
  }

  /// True or false; `yes`, `no`, `1` and `0` in a table.
  func flag(_ name: String) throws(Refusal) -> Bool? {
    switch fields[name] {
    case nil: return nil
    case .bool(let on): return on
    case let value?:
      switch value.word?.trimmed.lowercased() {
      case "true", "yes", "1": return true
      case "false", "no", "0": return false
      default: throw wrong(name, value, "true or false")
      }
    }
  }

  /// The one of some names that the line has: what it asks for.
  func verb(among verbs: [String]) throws(Refusal) -> String {
    let found = verbs.filter { fields[$0] != nil }
    guard let first = found.first else {
      throw Refusal(
        "it asks for nothing", remedy: "name one of " + verbs.joined(separator: ", "))
    }
    guard found.count == 1 else {
      throw Refusal(
        "it asks for two things, ‘\(first)’ and ‘\(found[1])’",
        remedy: "give each a line of its own"
      )
    }
    return first
  }

  /// Refuses names that mean nothing here.
  func demand(only names: [String]) throws(Refusal) {
    let known = Set(names)
    guard let stranger = fields.keys.sorted().first(where: { !known.contains($0) }) else { return }
    throw Refusal(
      "‘\(stranger)’ means nothing here", remedy: "choose from " + names.joined(separator: ", "))
  }

  func wrong(_ name: String, _ value: JSONValue, _ wanted: String) -> Refusal {
    Refusal("‘\(name)’ is \(value.kind)", remedy: "write \(wanted)")
  }
}
