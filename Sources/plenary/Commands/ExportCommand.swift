import ArgumentParser
import FoundationEssentials
import Reports
import SessionEngine
import SessionStore

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the documents of the whole and of every group.",
    discussion: """
      One folder: an overall document and one per group, as Markdown, JSON and CSV. It is written \
      aside and put in place at once, so a failed export leaves the last good one. What may be said \
      of who spoke follows the plan’s attribution rule.
      """)

  @OptionGroup var session: SessionOption

  @Option(help: "md, json or csv; can be given several times. All three unless given.")
  var format: [ExportFormat] = []

  @Option(help: "The folder to write; DIR/exports unless given.", completion: .directory)
  var output: String?

  @Option(help: "Only this group’s documents.")
  var group: String?

  @Option(help: "Only contributions on this priority.")
  var priority: String?

  @Flag(
    help: """
      Write the sheets of who sits where instead: for every person, every group and every round, \
      with names; to DIR/sheets unless told otherwise.
      """)
  var sheets = false
  func validate() throws { try demandWords(("--output", output)) }

  func run() throws {
    let store = try session.open()
    defer { store.close() }
    let room = store.session
    if sheets {
      for path in try Exporting.writeSheets(room, to: output ?? session.dir + "/sheets") {
        Output.words(path)
      }
      return
    }
    if output == nil, store.isReadOnly, let fault = store.findings.first(where: \.isFault) {
      throw Failure(
        "\(fault.file): the record is damaged, so the documents in \(session.dir)/exports were left "
          + "as they are; --output FOLDER writes what can still be read")
    }
    let selection = ExportSelection(
      group: try group.map { name in
        try named { () throws(Refusal) in try room.group(named: name).id }
      },
      priority: try priority.map { name in
        try named { () throws(Refusal) in try room.priority(named: name).id }
      })
    for path in try Exporting.export(
      room, formats: format, selection: selection, to: output ?? session.dir + "/exports")
    {
      Output.words(path)
    }
  }
}

extension ExportFormat: ExpressibleByArgument {}

/// What `plenary export` and the console's export key share.
enum Exporting {
  /// Writes the documents; returns their paths.
  static func export(
    _ session: Session, formats: [ExportFormat] = [], selection: ExportSelection = .all,
    to folder: String
  ) throws(Failure) -> [String] {
    do {
      let files = try Reports.files(
        for: session, formats: formats.isEmpty ? ExportFormat.allCases : formats,
        selection: selection, exportedAt: LocalTime.now)
      let note = selection.priority.map { [(narrowing, Array($0.text.utf8))] } ?? []
      try ExportFolder.write(
        files.map { ($0.path, $0.bytes) } + note, to: folder, environment: .live)
      return files.map { folder + "/" + $0.path }
    } catch {
      throw Failure("\(error)")
    }
  }

  /// Writes the sheets of who sits where; returns their paths.
  static func writeSheets(_ session: Session, to folder: String) throws(Failure) -> [String] {
    let sheets = SeatingSheets(session)
    guard !sheets.isEmpty else {
      throw Failure("nobody has a seat yet; mix the groups first, in Groups or with ‘plenary mix’")
    }
    do {
      try ExportFolder.write(
        sheets.files.map { ($0.path, $0.bytes) }, to: folder, environment: .live)
      return sheets.files.map { folder + "/" + $0.path }
    } catch {
      throw Failure("\(error)")
    }
  }

  /// The file that remembers to which priority an export was narrowed: written anew after a
  /// redaction, it must not hold more than was asked for.
  private static let narrowing = "only-priority.txt"

  /// Writes those documents anew that the last export wrote to a folder; whether they hold words that
  /// were redacted cannot be told for sure, since each format escapes them in its own way.
  ///
  /// - Returns: the paths within the folder.
  static func renew(_ session: Session, in folder: String) throws(Failure) -> [String] {
    let before = ExportFolder.written(in: folder, environment: .live)
    guard !before.isEmpty else { return [] }
    let only = FileManager.default.contents(atPath: folder + "/" + narrowing)
      .map { PriorityID(String(decoding: $0, as: UTF8.self)) }
    do {
      let files = try Reports.files(
        for: session, formats: ExportFormat.allCases, selection: ExportSelection(priority: only),
        exportedAt: LocalTime.now
      ).filter { before.contains($0.path) }
      let note = only.map { [(narrowing, Array($0.text.utf8))] } ?? []
      try ExportFolder.write(
        files.map { ($0.path, $0.bytes) } + note, to: folder, environment: .live)
      return files.map(\.path)
    } catch {
      throw Failure(
        "the words are redacted, but the documents in \(folder) could not be written anew: "
          + "\(error); export again or delete them")
    }
  }
}
