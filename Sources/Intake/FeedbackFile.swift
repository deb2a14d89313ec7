import SessionEngine
import Tabular

/// Filled-in evaluation forms that somebody typed into a table, or that an online form collected.
///
/// A column is an item of the plan's form (headed by its id, its number on the form or its statement) or
/// one of the texts (comments, what is taken away, future priorities). Every other column is left out:
/// a name, an address or a time has no place beside an anonymous form.
public enum FeedbackFile {
  /// Reads a table of forms, one a row.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - form: the plan's form.
  /// - Throws: `IntakeError` where the file is no table, has no column that is an item, or two columns
  ///   for the same one.
  public static func read(
    _ bytes: [UInt8], for form: EvaluationForm
  ) throws(IntakeError) -> FeedbackReading {
    let table = try readTable(bytes)
    let columns = try FeedbackColumns(table, form)
    var reading = FeedbackReading(notes: table.notes + columns.notes)
    for row in table.rows {
      switch columns.form(in: row) {
      case .failure(let bad): reading.badRows.append(bad)
      case .success(let form) where form.isEmpty: reading.emptyLines.append(row.line)
      case .success(let form): reading.entries.append(.init(line: row.line, form: form))
      }
    }
    if reading.entries.isEmpty, reading.badRows.isEmpty {
      throw IntakeError("", "there is no filled-in form in it", remedy: "write one form a line")
    }
    return reading
  }
}

/// What a file of forms says: what can be taken in, and what cannot.
public struct FeedbackReading: Sendable, Equatable {
  /// The forms with something on them.
  public var entries: [Entry] = []
  /// The rows that must be put right first, or left out knowingly.
  public var badRows: [BadRow] = []
  /// The lines of forms that nobody wrote anything on.
  public var emptyLines: [Int] = []
  /// What a person should know about how the file was read.
  public var notes: [String] = []

  /// A form and where it stands.
  public struct Entry: Sendable, Equatable {
    /// The line, from 1.
    public let line: Int
    /// What stands on the form.
    public let form: FeedbackForm

    /// Makes an entry.
    public init(line: Int, form: FeedbackForm) {
      self.line = line
      self.form = form
    }
  }

  /// Makes a reading.
  public init(entries: [Entry] = [], badRows: [BadRow] = [], notes: [String] = []) {
    self.entries = entries
    self.badRows = badRows
    self.notes = notes
  }

  /// The forms to take in.
  public var forms: [FeedbackForm] { entries.map(\.form) }

  /// The lines of forms that stand in the session already, as if the file had been taken in before.
  ///
  /// A form has no name, so two that are equal may be two people's. What is written in words is hardly
  /// written twice: such a form counts wherever it stands already. Ticks alone count only where every
  /// form of the file stands in the session already, each as often as the file has it.
  public func repeated(in feedback: Feedback) -> [Int] {
    var there: [FeedbackForm: Int] = [:]
    for form in feedback.forms { there[form, default: 0] += 1 }
    var found: [Entry] = []
    for entry in entries {
      guard let left = there[entry.form.tidied], left > 0 else { continue }
      there[entry.form.tidied] = left - 1
      found.append(entry)
    }
    let isWhole = found.count == entries.count
    return found.filter { isWhole || $0.form.hasWords }.map(\.line)
  }
}

extension FeedbackForm {
  /// Whether something is written on it besides ticks.
  var hasWords: Bool { !comments.isEmpty || !takeaway.isEmpty || !futurePriorities.isEmpty }
}

/// Which column of a table of forms says what.
private struct FeedbackColumns {
  private let names: FeedbackNames
  private var fields: [(index: Int, field: FeedbackNames.Field)] = []
  private let headings: [String]
  private var width: Int { headings.count }
  var notes: [String] = []

  init(_ table: CSVTable, _ form: EvaluationForm) throws(IntakeError) {
    names = FeedbackNames(form)
    headings = table.header
    let place = "line \(table.headerLine)"
    var further: [String] = []
    for (index, heading) in table.header.enumerated() {
      guard let field = names.field(heading) else {
        if !heading.onOneLine.isEmpty { further.append(heading.onOneLine) }
        continue
      }
      if let other = fields.first(where: { $0.field == field }) {
        throw IntakeError(
          place,
          "columns \(other.index + 1) and \(index + 1) are both for \(names.name(of: field))",
          remedy: "remove one of them, or give it another heading")
      }
      fields.append((index, field))
    }
    guard fields.contains(where: { if case .item = $0.field { true } else { false } }) else {
      throw IntakeError(
        place, "no column is an item of the form; the headings are \(further.listed)",
        remedy: names.remedy)
    }
    if !further.isEmpty {
      notes.append(
        "left out, since the form does not ask for it: \(further.listed)")
    }
    let missing = names.items(besides: fields.map(\.field))
    if !missing.isEmpty { notes.append("no column for \(missing.listed): left open on every form") }
  }

  func form(in row: CSVTable.Row) -> Result<FeedbackForm, BadRow> {
    if let extra = row.fields.indices.dropFirst(width).first(where: { !row[$0].trimmed.isEmpty }) {
      return .failure(
        BadRow(
          line: row.line(of: extra), field: "field \(extra + 1)",
          message: "there are \(row.fields.count) fields, but \(width) headings",
          remedy: "put a field that has the delimiter in it between quotes"))
    }
    var form = FeedbackForm()
    for (index, field) in fields {
      do throws(Refusal) {
        try names.put(row[index], in: field, of: &form)
      } catch {
        return .failure(
          BadRow(
            line: row.line(of: index), field: "field \(index + 1) (\(headings[index].onOneLine))",
            message: error.reason,
            remedy: error.remedy))
      }
    }
    return .success(form.tidied)
  }
}
