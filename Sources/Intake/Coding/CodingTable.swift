import SessionEngine
import Tabular

/// A coding file as a table: each heading is a member of the JSON objects, each row one of them, empty cells
/// left out. Lists have semicolons between; flags are yes or no.
///
/// Beside a number, `highlight` is a flag too: coded and picked out in one row.
enum CodingTable {
  static func lines(_ bytes: [UInt8]) throws(IntakeError) -> [CodingFile.Line] {
    let table = try readTable(bytes)
    try table.demandWholeRows()
    let names = try headings(table)
    try table.demandRows()
    var lines: [CodingFile.Line] = []
    var problems: [IntakeProblem] = []
    for row in table.rows where row.fields.contains(where: { !$0.trimmed.isEmpty }) {
      do throws(IntakeProblem) {
        lines += try steps(row, names).map { CodingFile.Line(line: row.line, step: $0) }
      } catch {
        problems.append(error)
      }
    }
    guard problems.isEmpty else { throw IntakeError(problems) }
    return lines
  }

  /// The members that the columns stand for.
  private static func headings(_ table: CSVTable) throws(IntakeError) -> [String] {
    let place = "line \(table.headerLine)"
    var names: [String] = []
    for heading in table.header {
      let key = heading.folded
      guard let name = CodingObject.members.first(where: { $0.folded == key }) else {
        throw IntakeError(
          place, "there is no heading ‘\(heading.trimmed)’",
          remedy: "choose from " + CodingObject.members.joined(separator: ", "))
      }
      guard !names.contains(name) else {
        throw IntakeError(
          place, "the heading ‘\(name)’ stands there twice", remedy: "name every column once")
      }
      names.append(name)
    }
    guard names.contains(where: CodingObject.mains.contains) else {
      throw IntakeError(
        place, "it does not say what to do",
        remedy: "give it one of the headings " + CodingObject.mains.joined(separator: ", "))
    }
    return names
  }

  private static func steps(
    _ row: CSVTable.Row, _ names: [String]
  ) throws(IntakeProblem) -> [CodingStep] {
    let place = "line \(row.line)"
    var members: [String: CodingObject.Value] = [:]
    for (column, name) in names.enumerated() where !row[column].trimmed.isEmpty {
      members[name] = try value(row[column], of: name, at: place)
    }
    // A number that was forgotten must not become a theme of its own.
    if names.contains("number"), Set(members.keys).isSubset(of: ["theme", "off", "new"]) {
      throw IntakeProblem(place, "it names no contribution", remedy: "fill in its number")
    }
    guard members["number"] != nil || members["numbers"] != nil,
      let mark = members.removeValue(forKey: "highlight")
    else { return try CodingObject(members, at: place).steps() }
    guard case .text(let text) = mark, let isMarked = flag(text) else {
      throw IntakeProblem(
        place, "beside a number highlight is yes or no", remedy: "write yes, or nothing")
    }
    let hasMore = ["theme", "lens"].contains { members[$0] != nil }
    let coding = CodingObject(members, at: place)
    guard isMarked else { return try coding.steps() }
    return try (hasMore ? coding.steps() : []) + coding.highlighting()
  }

  private static func value(
    _ cell: String, of name: String, at place: String
  ) throws(IntakeProblem) -> CodingObject.Value {
    let text = cell.trimmed
    if CodingObject.lists.contains(name) {
      return .list(
        text.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
          .map { .text($0) })
    }
    if CodingObject.flags.contains(name) {
      guard let isOn = flag(text) else {
        throw IntakeProblem(
          place, "‘\(name)’ is neither yes nor no", remedy: "write yes, or nothing")
      }
      return .flag(isOn)
    }
    if name == "place", let number = Int(text) { return .number(number) }
    return .text(text)
  }

  private static func flag(_ text: String) -> Bool? {
    switch text.trimmed.lowercased() {
    case "", "no", "false", "0", "n": false
    case "yes", "true", "1", "y", "x": true
    default: nil
    }
  }
}
