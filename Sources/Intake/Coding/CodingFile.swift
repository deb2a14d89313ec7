import SessionEngine
import Tabular

/// What is to be done while collating, one thing a line: JSON objects, or a table with the headings
/// number, theme and, where wanted, off and highlight.
public struct CodingFile: Sendable {
  /// One step, with the line that asks for it.
  public struct Line: Sendable, Equatable {
    /// The line, from 1. Two steps may come from one.
    public let line: Int
    /// What is to be done.
    public let step: CodingStep

    /// Makes a line.
    public init(line: Int, step: CodingStep) {
      self.line = line
      self.step = step
    }
  }

  /// The steps, in the order of the file.
  public let lines: [Line]

  /// Makes a file of steps.
  public init(_ lines: [Line]) { self.lines = lines }

  /// Reads a file; what begins with a brace is JSON, anything else a table.
  ///
  /// - Throws: `IntakeError` naming every line that cannot be understood.
  public init(_ bytes: [UInt8]) throws(IntakeError) {
    let first = bytes.first { ![9, 10, 13, 32, 0xEF, 0xBB, 0xBF].contains($0) }
    guard let first else { throw IntakeError("", "there is nothing in it", remedy: "write a line") }
    lines = try first == UInt8(ascii: "{") ? Self.json(bytes) : Self.table(bytes)
  }

  private static func json(_ bytes: [UInt8]) throws(IntakeError) -> [Line] {
    var lines: [Line] = []
    var problems: [IntakeProblem] = []
    for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      guard line.contains(where: { ![9, 13, 32].contains($0) }) else { continue }
      do throws(IntakeProblem) {
        lines += try CodingObject(Array(line), line: index + 1).steps()
          .map { Line(line: index + 1, step: $0) }
      } catch {
        problems.append(error)
      }
    }
    guard problems.isEmpty else { throw IntakeError(problems) }
    return lines
  }

  private static func table(_ bytes: [UInt8]) throws(IntakeError) -> [Line] {
    let table = try readTable(bytes)
    try table.demandWholeRows()
    let headings = table.header.map(\.folded)
    let known = ["number", "theme", "off", "highlight"]
    if let other = headings.first(where: { !known.contains($0) }) {
      throw IntakeError(
        "line \(table.headerLine)", "there is no heading ‘\(other)’",
        remedy: "write JSON, or the headings \(known.joined(separator: ", "))")
    }
    if let twice = headings.first(where: { name in headings.count { $0 == name } > 1 }) {
      throw IntakeError(
        "line \(table.headerLine)", "the heading ‘\(twice)’ stands there twice",
        remedy: "name every column once")
    }
    let columns = Dictionary(
      headings.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    guard let number = columns["number"], columns["theme"] != nil || columns["highlight"] != nil
    else {
      throw IntakeError(
        "line \(table.headerLine)", "it does not say which contribution goes where",
        remedy: "write JSON, or the headings number and theme")
    }
    var lines: [Line] = []
    var problems: [IntakeProblem] = []
    for row in table.rows where row.fields.contains(where: { !$0.trimmed.isEmpty }) {
      let place = "line \(row.line)"
      let text = { (name: String) in columns[name].map { row[$0].trimmed } ?? "" }
      guard let meant = ContributionNumber(row[number].trimmed) else {
        problems.append(
          IntakeProblem(
            place, "‘\(row[number].trimmed)’ is no contribution number", remedy: "write it as 17"))
        continue
      }
      guard let isOff = flag(text("off")), let isHighlight = flag(text("highlight")) else {
        problems.append(
          IntakeProblem(place, "off and highlight are yes or no", remedy: "write yes, or nothing"))
        continue
      }
      guard !text("theme").isEmpty || isHighlight else {
        problems.append(IntakeProblem(place, "it names no theme", remedy: "fill it in"))
        continue
      }
      if !text("theme").isEmpty {
        lines.append(
          Line(line: row.line, step: .code([meant], theme: text("theme"), isOn: !isOff)))
      }
      if isHighlight {
        lines.append(Line(line: row.line, step: .highlight(meant, isOn: !isOff)))
      }
    }
    guard problems.isEmpty else { throw IntakeError(problems) }
    return lines
  }

  private static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "", "no", "false", "0", "n": false
    case "yes", "true", "1", "y", "x": true
    default: nil
    }
  }
}

// Trying everything before anything is done.
extension CodingFile {
  /// Carries every step out on a copy of the session, so that nothing is done where the last line is
  /// wrong.
  ///
  /// - Throws: `IntakeError` naming every line that cannot be carried out and why, up to twenty. What a
  ///   line complains of only because an earlier one failed is left out.
  public func check(on session: Session) throws(IntakeError) {
    var trial = session
    var problems: [IntakeProblem] = []
    var missing: [String] = []
    for line in lines where problems.count < 20 {
      do throws(Refusal) {
        for command in try line.step.commands(in: trial) { try trial.tryOut(command) }
      } catch {
        let isFollowing = missing.contains { error.reason.contains($0) }
        missing += line.step.makes.map { "‘\($0)’" }
        // Without its parts, whatever comes by a later number is not there.
        if case .split = line.step { missing.append("there is no contribution") }
        if isFollowing { continue }
        problems.append(IntakeProblem("line \(line.line)", error.reason, remedy: error.remedy))
      }
    }
    guard problems.isEmpty else { throw IntakeError(problems) }
  }
}

extension Session {
  /// Carries a command out in memory only, with the numbers that would be given next.
  fileprivate mutating func tryOut(_ command: Command) throws(Refusal) {
    let last = contributions.all.last?.number ?? ContributionNumber(0)
    let highest =
      command.numbersNeeded == 0
      ? 0
      : contributions.all.lazy.filter { $0.number.series == last.series }.map(\.number.value).max()
    let numbers = (0..<command.numbersNeeded).map {
      ContributionNumber(series: last.series, (highest ?? 0) + 1 + $0)
    }
    let moment = Moment(
      now: Instant(milliseconds: 0), device: "trial", token: "t\(eventCount)", numbers: numbers)
    for event in try decide(command, at: moment).events {
      apply(
        Record(
          device: "trial", seq: eventCount + 1,
          time: HybridTime(milliseconds: lastTime.milliseconds, counter: lastTime.counter + 1),
          at: moment.now, scribe: "", act: 1, event: event))
    }
  }
}
