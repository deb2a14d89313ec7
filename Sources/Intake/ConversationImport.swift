import SessionEngine
import Tabular

/// Conversations that another tool wrote down: a CSV, one contribution a row.
public enum ConversationImport {
  /// Reads a conversation for a session.
  ///
  /// - Throws: `IntakeError` where the file is no table, or an option names no column of it, no group
  ///   or no priority.
  public static func read(
    _ bytes: [UInt8], _ options: ImportOptions, for session: Session
  ) throws(IntakeError) -> ImportReading {
    let table = try readTable(bytes)
    let columns = try ImportColumns(options, in: table)
    var reader = ImportReader(columns, options, session)
    try reader.checkFixed()
    for row in table.rows { reader.take(row) }
    return reader.reading(notes: table.notes)
  }

  /// Carries a reading out: adds the speakers who are not on the list yet, then captures what they
  /// said, as one act each.
  ///
  /// `perform` carries one command out and returns the session as it is then.
  ///
  /// - Returns: the session as it is after the import.
  /// - Throws: what `perform` throws.
  @discardableResult
  public static func carryOut<Failure: Error>(
    _ reading: ImportReading, on session: Session,
    perform: (Command) throws(Failure) -> Session
  ) throws(Failure) -> Session {
    var session = session
    let newcomers = reading.newcomers(to: session)
    if !newcomers.isEmpty { session = try perform(.addDelegates(newcomers)) }
    let contributions = reading.contributions(in: session)
    if !contributions.isEmpty { session = try perform(.capture(contributions)) }
    return session
  }
}

/// What a conversation says: what can be taken in, and which rows cannot.
public struct ImportReading: Sendable {
  /// One contribution to take in.
  public struct Row: Sendable {
    /// The line, from 1.
    public let line: Int
    /// The contribution, without its speaker.
    public let contribution: NewContribution
    /// The speaker’s name as the row gives it.
    public let speaker: String?
  }

  /// The contributions, in the order in which they were made.
  public internal(set) var rows: [Row] = []
  /// The speakers who are not on the list of delegates, in the order of the rows.
  public internal(set) var newSpeakers: [String] = []
  /// The rows that must be put right first, or left out knowingly.
  public internal(set) var badRows: [BadRow] = []
  /// The lines of the rows without words, which are left out.
  public internal(set) var emptyLines: [Int] = []
  /// How many rows were imported before, and are left out.
  public internal(set) var alreadyImported = 0
  /// What a person should know about how the file was read, beyond what the other fields say.
  public internal(set) var notes: [String] = []

  /// The speakers to put on a session’s list of delegates: neither walk-ins nor present.
  public func newcomers(to session: Session) -> [NewDelegate] {
    let known = Set(session.delegates.values.map(\.name.folded))
    return newSpeakers.filter { !known.contains($0.folded) }
      .map { NewDelegate(Delegate.Profile(name: $0)) }
  }

  /// The contributions with their speakers as a session knows them, ready to capture.
  public func contributions(in session: Session) -> [NewContribution] {
    let ids = Dictionary(
      session.delegates.values.map { ($0.name.folded, $0.id) }, uniquingKeysWith: { a, _ in a })
    return rows.map { row in
      var contribution = row.contribution
      contribution.speaker = row.speaker.flatMap { ids[$0.folded] }
      return contribution
    }
  }
}
