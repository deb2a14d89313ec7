/// A table as it stands in a file of comma-, semicolon- or tab-separated values.
public struct CSVTable: Sendable {
  /// The headings, as they stand in the file.
  public var header: [String]
  /// The line on which the headings begin, counted from 1.
  public var headerLine: Int
  /// The rows under the headings, without blank lines.
  public var rows: [Row]
  /// What separates the fields.
  public var delimiter: Character
  /// What a person should know about how the file was read.
  public var notes: [String]

  /// One row, with the place of each of its fields in the file.
  public struct Row: Sendable {
    /// The line on which the row begins, counted from 1.
    public var line: Int
    /// The fields, without their quotes.
    public var fields: [String]
    /// Where each field begins.
    public var places: [Place]

    /// Makes a row.
    public init(line: Int, fields: [String], places: [Place]) {
      self.line = line
      self.fields = fields
      self.places = places
    }

    /// The field at an index; empty where the row is too short.
    public subscript(index: Int) -> String {
      fields.indices.contains(index) ? fields[index] : ""
    }

    /// The column at which a field begins, counted from 1; `nil` where the row is too short.
    public func column(of index: Int) -> Int? {
      places.indices.contains(index) ? places[index].column : nil
    }

    /// The line on which a field begins: after a quoted line break, not that of the row.
    public func line(of index: Int) -> Int {
      places.indices.contains(index) ? places[index].line : line
    }
  }

  /// A place in a file, as an editor counts it.
  public struct Place: Sendable, Equatable {
    private var packedLine: UInt32
    private var packedColumn: UInt32

    /// The line, from 1.
    public var line: Int { Int(packedLine) }
    /// The column in code points, from 1.
    public var column: Int { Int(packedColumn) }

    /// Makes a place.
    public init(line: Int, column: Int) {
      packedLine = UInt32(clamping: line)
      packedColumn = UInt32(clamping: column)
    }
  }

  /// Makes a table.
  public init(
    header: [String], headerLine: Int = 1, rows: [Row], delimiter: Character, notes: [String] = []
  ) {
    self.header = header
    self.headerLine = headerLine
    self.rows = rows
    self.delimiter = delimiter
    self.notes = notes
  }
}

/// Why a file cannot be read as a table, where, and what to do about it.
public struct CSVError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Where; `nil` where the file as a whole is to blame.
  public let place: CSVTable.Place?
  /// What is wrong.
  public let message: String
  /// What to do.
  public let remedy: String

  /// Makes an error.
  public init(_ place: CSVTable.Place? = nil, message: String, remedy: String) {
    self.place = place
    self.message = message
    self.remedy = remedy
  }

  /// Where, what, and what to do, in one sentence.
  public var description: String {
    (place.map { "line \($0.line), column \($0.column): " } ?? "") + "\(message); \(remedy)"
  }
}
