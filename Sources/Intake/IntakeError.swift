import SessionEngine
import Tabular

/// One thing that is wrong with what a file brings in: where, what, and what to do about it.
public struct IntakeProblem: Error, Equatable, Sendable, CustomStringConvertible {
  /// Where, such as `line 7, column 3` or `priorities[2].title`; empty for the file as a whole.
  public let place: String
  /// What is wrong.
  public let reason: String
  /// What to do.
  public let remedy: String

  /// Makes a problem.
  public init(_ place: String = "", _ reason: String, remedy: String) {
    self.place = place
    self.reason = reason
    self.remedy = remedy
  }

  /// Where, what, and what to do, in one sentence.
  public var description: String {
    let what = place.isEmpty ? reason : place + ": " + reason
    return remedy.isEmpty ? what : what + (what.hasSuffix("?") ? " " : "; ") + remedy
  }

  /// The same with the file's name in front.
  public func description(in file: String) -> String {
    file + (place.isEmpty ? ": " : ", ") + description
  }
}

/// Why nothing of a file can be taken in.
public struct IntakeError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Everything that is wrong, in the order of the file; never empty.
  public let problems: [IntakeProblem]
  /// Whether what goes with the file is to blame, such as the name of a column, and not what is in it.
  public let blamesArguments: Bool

  /// Makes an error of one problem.
  public init(
    _ place: String = "", _ reason: String, remedy: String, blamesArguments: Bool = false
  ) {
    problems = [IntakeProblem(place, reason, remedy: remedy)]
    self.blamesArguments = blamesArguments
  }

  /// Makes an error of several problems of a file.
  public init(_ problems: [IntakeProblem]) {
    self.problems = problems
    blamesArguments = false
  }

  /// Makes an error of what is wrong with lines of input. Whoever hands over the wrong file need not
  /// read of every line of it: the first twenty are told, and how many there are besides.
  ///
  /// - Parameter more: how many lines are wrong that are not among them.
  init(ofLines problems: [IntakeProblem], more: Int = 0) {
    let rest = more + max(0, problems.count - 20)
    self.init(
      problems.prefix(20)
        + (rest > 0 ? [IntakeProblem("", Wording.moreLines(rest), remedy: "")] : []))
  }

  /// Makes an error of what is wrong with a table.
  public init(_ error: CSVError) {
    self.init(
      error.place.map { "line \($0.line), column \($0.column)" } ?? "", error.message,
      remedy: error.remedy)
  }

  /// One problem a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }

  /// One problem a line, each with the file's name in front.
  public func description(in file: String) -> String {
    problems.map { $0.description(in: file) }.joined(separator: "\n")
  }
}

/// A row that cannot be taken in as it is.
public struct BadRow: Equatable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// Where the field that is to blame begins in the line, in code points from 1.
  public let column: Int?
  /// The field that is to blame instead, by its place and heading, such as `field 3 (relevance-1)`.
  public let field: String?
  /// What is wrong.
  public let message: String
  /// What to do.
  public let remedy: String

  /// Makes a bad row.
  public init(
    line: Int, column: Int? = nil, field: String? = nil, message: String, remedy: String
  ) {
    self.line = line
    self.column = column
    self.field = field
    self.message = message
    self.remedy = remedy
  }

  /// The problem as it is said.
  public var problem: IntakeProblem {
    // A table has columns of its own, so what an editor calls one has another word here.
    let within = field ?? column.map { "character \($0)" }
    let place = within.map { "line \(line), \($0)" } ?? "line \(line)"
    return IntakeProblem(place, message, remedy: remedy)
  }

  /// Where, what, and what to do, in one sentence.
  public var description: String { problem.description }
}

/// Reads a table and says what is wrong with it as Intake does.
func readTable(_ bytes: [UInt8]) throws(IntakeError) -> CSVTable {
  do throws(CSVError) {
    return try CSVReader.read(bytes)
  } catch {
    throw IntakeError(error)
  }
}

extension StringProtocol {
  /// On one line, with single spaces, without white space at both ends.
  var onOneLine: String {
    split { $0.isNewline }.map { String($0).trimmed }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// For comparing names that people type: whatever the case and the spaces.
  var folded: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}

extension [String] {
  /// Several names as a person lists them.
  var listed: String { map { "‘\($0)’" }.joined(separator: ", ") }
}

/// What every reading of orders refuses before it looks at one of them: where nothing is asked for, doing
/// nothing without a word would look like having done it.
enum OrderInput {
  /// The first byte of the input that is no white space.
  ///
  /// - Throws: `IntakeError` where there is none, and where a list of JSON begins.
  static func firstByte(of bytes: [UInt8]) throws(IntakeError) -> UInt8 {
    let first = bytes.first { ![0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF].contains($0) }
    guard let first else { throw IntakeError("", "there is nothing in it", remedy: "write a line") }
    guard first != UInt8(ascii: "[") else {
      throw IntakeError(
        "line 1", "it begins a list of JSON",
        remedy: "write one object a line, with no brackets around them and no commas between")
    }
    return first
  }
}

extension CSVTable {
  /// Refuses a table in which nothing stands below the headings.
  ///
  /// - Throws: `IntakeError` naming the line of the headings.
  func demandRows() throws(IntakeError) {
    let isFilled = rows.contains { row in row.fields.contains { !$0.trimmed.isEmpty } }
    guard !isFilled else { return }
    throw IntakeError(
      "line \(headerLine)", "nothing stands below the headings", remedy: "write a row")
  }

  /// Refuses rows that are too short or too long for the headings: where a row is an order, one that was
  /// cut short must not be taken for one that asks for less.
  ///
  /// - Throws: `IntakeError` naming the first twenty of them, and how many there are besides.
  func demandWholeRows() throws(IntakeError) {
    func count(_ number: Int, _ word: String) -> String {
      number == 1 ? "1 \(word)" : "\(number) \(word)s"
    }
    let misfits = rows.filter { $0.fields.count != header.count }
    guard !misfits.isEmpty else { return }
    throw IntakeError(
      ofLines: misfits.map { row in
        IntakeProblem(
          "line \(row.line)",
          "the row has \(count(row.fields.count, "field")) under \(count(header.count, "heading"))",
          remedy:
            "leave a field empty rather than out, and put one that holds the delimiter in quotes")
      })
  }
}
