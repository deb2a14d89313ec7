import ArgumentParser
import Intake
import SessionEngine
import SessionStore

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in a conversation that another tool wrote down.",
    discussion: """
      A column is named by its heading or its number; =G stands for one group (or priority) for \
      every row. Without --group everything was said by the whole room. Times are 2026-11-24 10:01, \
      24/11/2026 10:01, seconds since 1970, or 10:01 for the day of the workshop. The text is taken byte for \
      byte. The same file imported twice adds nothing twice.

      plenary import DIR comments.csv --text comment-body --time timestamp --by author-id \
      --id comment-id
      """)

  @OptionGroup var session: SessionOption

  @Argument(help: "The CSV file.", completion: .file(extensions: ["csv", "tsv", "txt"]))
  var file: String

  @Option(help: "The column of what was said; known by itself in the exports of Polis.")
  var text: String?

  @Option(help: "The column of the group, or =GROUP.")
  var group: String?

  @Option(help: "The column of the priority, or =PRIORITY.")
  var priority: String?

  @Option(help: "The column of the time.")
  var time: String?

  @Option(help: "The column of the speaker.")
  var by: String?

  @Option(help: "The column of an identifier that stays the same from file to file.")
  var id: String?

  @Flag(help: "Leave bad rows out.")
  var skipBad = false

  func validate() throws { try demandWords(("FILE", file)) }

  func run() throws {
    let bytes = try Places.read(file)
    let store = try session.open()
    defer { store.close() }
    let options = try options(for: bytes)
    let reading: ImportReading
    do {
      reading = try ConversationImport.read(bytes, options, for: store.session)
    } catch {
      throw Failure(error, in: file)
    }
    for note in reading.notes { Output.note("plenary: \(file): \(note)") }
    try BadRows.report(reading.badRows, in: file, skip: skipBad)
    let before = store.session.delegates.count
    try ConversationImport.carryOut(reading, on: store.session) {
      (command) throws(Failure) -> Session in
      try store.carryOut(command)
      return store.session
    }
    say(reading, newDelegates: store.session.delegates.count - before)
  }

  /// The columns as named, or as the tool that wrote the file is known to name them.
  private func options(for bytes: [UInt8]) throws(Failure) -> ImportOptions {
    var known: ImportOptions?
    if text == nil {
      do { known = try ImportOptions.suggested(for: bytes) } catch {
        throw Failure(error, in: file)
      }
    }
    guard let text = text ?? known?.text else {
      throw Failure.usage("which column holds what was said? add --text COLUMN")
    }
    return ImportOptions(
      text: text, group: group, priority: priority, time: time ?? known?.time,
      by: by ?? known?.by, id: id ?? known?.id, utcOffsetSeconds: LocalTime.offset())
  }

  private func say(_ reading: ImportReading, newDelegates: Int) {
    Output.line("\(counted(reading.rows.count, "contribution")) taken in")
    if newDelegates > 0 {
      Output.line("\(counted(newDelegates, "speaker")) added to the delegates")
    }
    let before = reading.alreadyImported
    if before > 0 {
      Output.line("\(before) \(before == 1 ? "was" : "were") taken in before, and left out")
    }
    if !reading.emptyLines.isEmpty {
      let lines = reading.emptyLines.prefix(20).map(String.init).joined(separator: ", ")
      let more = reading.emptyLines.count > 20 ? " and others" : ""
      let rows = counted(reading.emptyLines.count, "row")
      Output.line("\(rows) without words left out: line \(lines)\(more)")
    }
  }
}
