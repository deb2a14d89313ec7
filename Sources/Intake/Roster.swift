import SessionEngine
import Tabular

/// The people that a roster names: the CSV that a spreadsheet writes.
public enum Roster {
  /// Reads a roster.
  ///
  /// - Throws: `IntakeError` where the file is no table, or has no column for the name.
  public static func read(_ bytes: [UInt8]) throws(IntakeError) -> RosterReading {
    let table = try readTable(bytes)
    let columns = try RosterColumns(table)
    var reading = RosterReading(entries: [], badRows: [], notes: table.notes + columns.notes)
    var firstLines: [[String]: Int] = [:]
    for row in table.rows where row.fields.contains(where: { !$0.trimmed.isEmpty }) {
      switch columns.entry(row) {
      case .failure(let bad): reading.badRows.append(bad)
      case .success(let entry):
        let key = RosterReading.key(entry.profile)
        if let first = firstLines[key] {
          reading.badRows.append(.repeated(entry, line: row.line, first: first))
        } else {
          firstLines[key] = row.line
          reading.entries.append(entry)
        }
      }
    }
    if reading.entries.isEmpty && reading.badRows.isEmpty {
      throw IntakeError("", "there is nobody in it", remedy: "write one person a line")
    }
    return reading
  }
}

/// What a roster says: who can be taken in, and which rows cannot.
public struct RosterReading: Sendable {
  /// The people, in the order of the file.
  public var entries: [RosterEntry]
  /// The rows that must be put right first, or left out knowingly.
  public var badRows: [BadRow]
  /// What a person should know about how the file was read.
  public var notes: [String]

  /// What makes two people the same person.
  static func key(_ profile: Delegate.Profile) -> [String] {
    [profile.name.folded, profile.organisation.folded]
  }
}

/// One person of a roster.
public struct RosterEntry: Sendable, Equatable {
  /// The line, from 1.
  public let line: Int
  /// Who it is.
  public let profile: Delegate.Profile
  /// The group as the roster gives it; `nil` where it gives none.
  public let groupText: String?

  /// Makes an entry.
  public init(line: Int, profile: Delegate.Profile, groupText: String? = nil) {
    self.line = line
    self.profile = profile
    self.groupText = groupText
  }

  /// The person without a group.
  public var withoutGroup: RosterEntry { RosterEntry(line: line, profile: profile) }
}

/// Which column of a roster says what.
private struct RosterColumns {
  private enum Field: String, CaseIterable {
    case name = "Name"
    case organisation = "Organisation"
    case sector = "Sector"
    case role = "Role"
    case skills = "Skills"
    case group = "Group"

    init?(heading: String) {
      let folded = heading.folded
      if folded == "organization" {
        self = .organisation
      } else if let field = Field.allCases.first(where: { $0.rawValue.lowercased() == folded }) {
        self = field
      } else {
        return nil
      }
    }
  }

  private var columns: [Field: Int] = [:]
  /// Columns under other headings: what people can be balanced by besides.
  private var further: [(heading: String, index: Int)] = []
  private let width: Int
  var notes: [String] = []

  init(_ table: CSVTable) throws(IntakeError) {
    width = table.header.count
    let place = "line \(table.headerLine)"
    for (index, heading) in table.header.enumerated() {
      guard let field = Field(heading: heading) else {
        let name = heading.onOneLine
        if let first = further.first(where: { $0.heading.folded == name.folded }) {
          throw IntakeError(
            place, "columns \(first.index + 1) and \(index + 1) are both headed \(name)",
            remedy: "give one of them another heading")
        }
        if !name.isEmpty { further.append((name, index)) }
        continue
      }
      if let first = columns[field] {
        throw IntakeError(
          place, "columns \(first + 1) and \(index + 1) are both headed \(field.rawValue)",
          remedy: "give one of them another heading")
      }
      columns[field] = index
    }
    guard columns[.name] != nil else {
      let headings = table.header.map(\.onOneLine).filter { !$0.isEmpty }
      throw IntakeError(
        place, "there is no column headed Name; the headings are \(headings.listed)",
        remedy: "head the column of names with Name")
    }
    if !further.isEmpty {
      let kept = further.count == 1 ? "kept the further column " : "kept the further columns "
      notes.append(kept + further.map(\.heading).listed)
    }
  }

  private func text(_ field: Field, in row: CSVTable.Row) -> String {
    columns[field].map { row[$0] } ?? ""
  }

  func entry(_ row: CSVTable.Row) -> Result<RosterEntry, BadRow> {
    if let extra = row.fields.indices.dropFirst(width).first(where: { !row[$0].trimmed.isEmpty }) {
      return .failure(
        BadRow(
          line: row.line(of: extra), column: row.column(of: extra),
          message: "there are \(row.fields.count) fields, but \(width) headings",
          remedy: "put a field that has the delimiter in it between quotes"))
    }
    for (index, cell) in row.fields.enumerated() {
      guard let fault = WordsLimit.fault(in: cell) else { continue }
      return .failure(
        BadRow(
          line: row.line(of: index), column: row.column(of: index), message: fault.reason,
          remedy: fault.remedy))
    }
    let name = text(.name, in: row).onOneLine
    guard !name.isEmpty else {
      return .failure(
        BadRow(
          line: row.line, column: columns[.name].flatMap { row.column(of: $0) },
          message: "Name is empty", remedy: "write the name, or remove the row"))
    }
    let group = text(.group, in: row).onOneLine
    return .success(
      RosterEntry(
        line: row.line,
        profile: Delegate.Profile(
          name: name, organisation: text(.organisation, in: row).onOneLine,
          sector: text(.sector, in: row).onOneLine, role: text(.role, in: row).onOneLine,
          skills: Self.skills(text(.skills, in: row)),
          further: Dictionary(
            further.map { ($0.heading, row[$0.index].onOneLine) }.filter { !$0.1.isEmpty },
            uniquingKeysWith: { first, _ in first })),
        groupText: group.isEmpty ? nil : group))
  }

  // Several in one cell, by ; or one below the other.
  private static func skills(_ text: String) -> [String] {
    var seen: Set<String> = []
    return text.split { $0 == ";" || $0.isNewline }.map { String($0).trimmed }
      .filter { !$0.isEmpty && seen.insert($0.folded).inserted }
  }
}

extension BadRow: Error {}

extension BadRow {
  fileprivate static func repeated(_ entry: RosterEntry, line: Int, first: Int) -> BadRow {
    let place = entry.profile.organisation.isEmpty ? "" : ", \(entry.profile.organisation)"
    return BadRow(
      line: line, message: "\(entry.profile.name)\(place) is already on line \(first)",
      remedy: "remove one of the rows, or tell the two people apart")
  }
}
