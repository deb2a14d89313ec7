import SessionEngine
import Tabular

/// Takes the rows of a conversation one by one.
struct ImportReader {
  private let columns: ImportColumns
  private let options: ImportOptions
  private var lookup: Lookup
  private var keys = SourceKeys()
  private let imported: Set<String>
  private let people: [String: Int]
  /// The day of the workshop, as `2026-11-24`; empty while it is open.
  private let day: String
  // Each spelling of a name once, as it is compared.
  private var spellings: [String: Speaker] = [:]
  private var newcomers: Set<String> = []
  private var seenIDs: Set<String> = []
  private var repeatedIDs: [Int] = []
  private var assumptions: Set<TimeText.Assumption> = []
  private var result = ImportReading()

  init(_ columns: ImportColumns, _ options: ImportOptions, _ session: Session) {
    self.columns = columns
    self.options = options
    lookup = Lookup(session)
    day = session.plan.date
    imported = Set(session.contributions.all.compactMap(\.source))
    people = Dictionary(
      session.delegates.values.map { ($0.name.folded, 1) }, uniquingKeysWith: +)
  }

  /// Makes sure that what the options fix for all rows is there.
  mutating func checkFixed() throws(IntakeError) {
    if case .fixed(let name) = columns.group, case .failure(let problem) = lookup.group(name) {
      throw IntakeError(
        "--group", problem.reason, remedy: problem.remedy, blamesArguments: true)
    }
    if case .fixed(let name) = columns.priority,
      case .failure(let problem) = lookup.priority(name)
    {
      throw IntakeError(
        "--priority", problem.reason, remedy: problem.remedy, blamesArguments: true)
    }
  }

  /// Takes one row: among the contributions, the bad rows, or what is left out.
  mutating func take(_ row: CSVTable.Row) {
    let words = row[columns.text]
    guard !words.allSatisfy(\.isWhitespace) else {
      result.emptyLines.append(row.line)
      return
    }
    do throws(BadRow) {
      if row.fields.count > columns.width {
        throw BadRow(
          line: row.line(of: columns.width), column: row.column(of: columns.width),
          message: "there are \(row.fields.count) fields, but \(columns.width) headings",
          remedy: "put a field that has the delimiter in it between quotes")
      }
      if let fault = WordsLimit.fault(in: words) {
        throw BadRow(
          line: row.line(of: columns.text), column: row.column(of: columns.text),
          message: fault.reason, remedy: fault.remedy)
      }
      let group = try group(of: row)
      let priority = try priority(of: row, group)
      let time = try time(of: row)
      let speaker = try speaker(of: row)
      guard let source = try source(of: row, words, group, priority, time) else { return }
      guard !imported.contains(source) else {
        result.alreadyImported += 1
        return
      }
      note(speaker)
      result.rows.append(
        ImportReading.Row(
          line: row.line,
          contribution: NewContribution(
            words, group: group, priority: priority, saidAt: time, source: source),
          speaker: speaker?.name))
    } catch {
      result.badRows.append(error)
    }
  }

  private mutating func group(of row: CSVTable.Row) throws(BadRow) -> GroupID {
    let found: Result<GroupID, IntakeProblem>
    switch columns.group {
    case nil: return Group.wholeRoom.id
    case .fixed(let name): found = lookup.group(name)
    case .column(let index): found = lookup.group(row[index])
    }
    return try Self.get(found, row, columns.group)
  }

  private mutating func priority(
    of row: CSVTable.Row, _ group: GroupID
  ) throws(BadRow) -> PriorityID? {
    let found: Result<PriorityID, IntakeProblem>
    switch columns.priority {
    case nil: return group == Group.wholeRoom.id ? Priority.acrossAll.id : nil
    case .fixed(let name): found = lookup.priority(name)
    case .column(let index): found = lookup.priority(row[index])
    }
    return try Self.get(found, row, columns.priority)
  }

  private static func get<Thing>(
    _ found: Result<Thing, IntakeProblem>, _ row: CSVTable.Row, _ source: ImportColumns.Source?
  ) throws(BadRow) -> Thing {
    do throws(IntakeProblem) {
      return try found.get()
    } catch {
      guard case .column(let index) = source else { throw BadRow(line: row.line, error) }
      throw BadRow(line: row.line(of: index), column: row.column(of: index), error)
    }
  }

  private mutating func time(of row: CSVTable.Row) throws(BadRow) -> Instant? {
    guard let column = columns.time else { return nil }
    let text = row[column]
    let offset = options.utcOffsetSeconds
    let read =
      TimeText(text, offsetSeconds: offset)
      ?? TimeText(clock: text, on: day, offsetSeconds: offset)
    guard let time = read else {
      throw BadRow(
        line: row.line(of: column), column: row.column(of: column),
        message: text.trimmed.isEmpty ? "there is no time" : "‘\(text.onOneLine)’ is no time",
        remedy:
          "write it as 2022-07-27 22:09:49, 27/07/2022 22:09, in seconds since 1970, or as 22:09 "
          + "for the day of the workshop")
    }
    if let assumption = time.assumption { assumptions.insert(assumption) }
    return time.instant
  }

  private struct Speaker {
    let name: String
    let folded: String
  }

  private mutating func speaker(of row: CSVTable.Row) throws(BadRow) -> Speaker? {
    guard let column = columns.by else { return nil }
    let text = row[column]
    let speaker = spellings[text] ?? Speaker(name: text.onOneLine, folded: text.folded)
    spellings[text] = speaker
    guard !speaker.name.isEmpty else { return nil }
    if let count = people[speaker.folded], count > 1 {
      throw BadRow(
        line: row.line(of: column), column: row.column(of: column),
        message: "\(count) delegates are called ‘\(speaker.name)’",
        remedy: "tell them apart in the list of delegates and here, or leave the speaker out")
    }
    return speaker
  }

  private mutating func note(_ speaker: Speaker?) {
    guard let speaker, people[speaker.folded] == nil,
      newcomers.insert(speaker.folded).inserted
    else { return }
    result.newSpeakers.append(speaker.name)
  }

  // `nil` for a row that repeats an earlier one of the same id.
  private mutating func source(
    of row: CSVTable.Row, _ words: String, _ group: GroupID, _ priority: PriorityID?,
    _ time: Instant?
  ) throws(BadRow) -> String? {
    guard let column = columns.id else {
      return keys.key(words: words, group: group, priority: priority, time: time)
    }
    let id = row[column].trimmed
    guard !id.isEmpty else {
      throw BadRow(
        line: row.line(of: column), column: row.column(of: column), message: "there is no id",
        remedy: "write one, or import without --id")
    }
    let key = SourceKeys.named(id, words: words)
    guard seenIDs.insert(key).inserted else {
      repeatedIDs.append(row.line)
      return nil
    }
    return key
  }

  /// All that was read, in order of time where there are times.
  consuming func reading(notes: [String]) -> ImportReading {
    var reading = result
    if columns.time != nil {
      // `sort` is stable.
      reading.rows.sort { a, b in
        guard let a = a.contribution.saidAt, let b = b.contribution.saidAt else { return false }
        return a < b
      }
    }
    reading.notes = notes + assumptions.map(sentence).sorted()
    if !repeatedIDs.isEmpty {
      reading.notes.append(Self.lines(repeatedIDs) + " repeat an earlier row: left out")
    }
    if !reading.newSpeakers.isEmpty {
      let names = reading.newSpeakers.prefix(9).joined(separator: ", ")
      let more = reading.newSpeakers.count > 9 ? " and \(reading.newSpeakers.count - 9) more" : ""
      reading.notes.append("new on the list of delegates: " + names + more)
    }
    return reading
  }

  private func sentence(_ assumption: TimeText.Assumption) -> String {
    switch assumption {
    case .zone(let name): return "the zone \(name) is not known: those times are taken as UTC"
    case .noDay(let day):
      return "times without a day are taken as of \(day), the day of the workshop"
    case .noZone:
      let minutes = abs(options.utcOffsetSeconds) / 60
      let clock = "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
      let zone =
        minutes == 0 ? "UTC" : "UTC" + (options.utcOffsetSeconds < 0 ? "-" : "+") + clock
      return "times without a zone are taken as \(zone)"
    }
  }

  private static func lines(_ lines: [Int]) -> String {
    let shown = lines.prefix(9).map(String.init).joined(separator: ", ")
    return (lines.count == 1 ? "line " : "lines ") + shown
      + (lines.count > 9 ? " and \(lines.count - 9) more" : "")
  }
}
