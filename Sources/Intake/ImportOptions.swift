import Tabular

/// Which column of a conversation says what.
public struct ImportOptions: Sendable, Equatable {
  /// The column of the words: a heading, or a number from 1.
  public var text: String
  /// Where the group stands: `column`, or `=group` for all rows; the whole room where it is left out.
  public var group: String?
  /// Where the priority stands: `column`, or `=priority` for all rows.
  public var priority: String?
  /// The column of the time.
  public var time: String?
  /// The column of the speaker's name.
  public var by: String?
  /// The column of what names the row for ever.
  public var id: String?
  /// How far the clock is ahead of UTC where a time names no zone.
  public var utcOffsetSeconds: Int

  /// Makes options; only the column of the words must be given.
  public init(
    text: String, group: String? = nil, priority: String? = nil, time: String? = nil,
    by: String? = nil, id: String? = nil, utcOffsetSeconds: Int = 0
  ) {
    self.text = text
    self.group = group
    self.priority = priority
    self.time = time
    self.by = by
    self.id = id
    self.utcOffsetSeconds = utcOffsetSeconds
  }

  /// The options that fit a file whose headings are those of a tool that Plenary knows (Polis); `nil`
  /// for any other file.
  ///
  /// - Throws: `IntakeError` where the file is no table.
  public static func suggested(for bytes: [UInt8]) throws(IntakeError) -> ImportOptions? {
    let table = try readTable(bytes)
    let headings = Set(table.header.map(\.folded))
    guard headings.isSuperset(of: ["comment-id", "comment-body"]) else { return nil }
    let time = ["timestamp", "datetime"].first(where: headings.contains)
    return ImportOptions(text: "comment-body", time: time, id: "comment-id")
  }
}

/// The columns of a table that the options name.
struct ImportColumns {
  enum Source {
    case column(Int)
    case fixed(String)
  }

  /// How many columns there are.
  let width: Int
  let text: Int
  let group: Source?
  let priority: Source?
  let time: Int?
  let by: Int?
  let id: Int?

  init(_ options: ImportOptions, in table: CSVTable) throws(IntakeError) {
    width = table.header.count
    text = try Self.column(options.text, option: "--text", in: table)
    group = try Self.source(options.group, option: "--group", in: table)
    priority = try Self.source(options.priority, option: "--priority", in: table)
    time = try Self.optional(options.time, option: "--time", in: table)
    by = try Self.optional(options.by, option: "--by", in: table)
    id = try Self.optional(options.id, option: "--id", in: table)
  }

  private static func source(
    _ text: String?, option: String, in table: CSVTable
  ) throws(IntakeError) -> Source? {
    guard let text else { return nil }
    if text.hasPrefix("=") { return .fixed(String(text.dropFirst())) }
    return .column(try column(text, option: option, in: table))
  }

  private static func optional(
    _ text: String?, option: String, in table: CSVTable
  ) throws(IntakeError) -> Int? {
    guard let text else { return nil }
    return try column(text, option: option, in: table)
  }

  private static func column(
    _ text: String, option: String, in table: CSVTable
  ) throws(IntakeError) -> Int {
    let wanted = text.folded
    let found = table.header.indices.filter { table.header[$0].folded == wanted }
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      throw IntakeError(
        option, "the heading ‘\(text)’ stands over \(found.count) columns",
        remedy: "give the column’s number: "
          + found.map { String($0 + 1) }.joined(separator: " or "), blamesArguments: true)
    }
    if let number = Int(wanted), table.header.indices.contains(number - 1) { return number - 1 }
    let headings = table.header.enumerated().map { "\($0 + 1) \($1.onOneLine)" }
    throw IntakeError(
      option, "there is no column ‘\(text)’",
      remedy: "choose from " + headings.joined(separator: ", "), blamesArguments: true)
  }
}
