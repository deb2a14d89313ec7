import ArgumentParser
import Glibc
import Intake
import Reports
import SessionEngine
import SessionStore

struct FeedbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feedback",
    abstract: "Take in filled-in evaluation forms, or say what the room said of the day.",
    discussion: """
      FILE is a CSV with one form a row. A heading is an item’s id (relevance-1), its number on the \
      form (3, q3 or item 3) or its words; besides there may be comments (what else somebody wrote), \
      takeaway (what they will take away) and futurePriorities (what a future workshop should take up; \
      several, separated by ;), each also by the words of the form. An answer is 1 to 5, 0 or N/A, or nothing. Other columns, such as a name or \
      a time, are left out: forms are anonymous.

      Without FILE, or with - for it, the forms come from standard input: such a table, or one form a \
      line as JSON: \
      {"answers": {"relevance-1": 5, "2": "n/a"}, "comments": "…", "takeaway": "…", \
      "futurePriorities": ["…"]}.

      --strike takes an unfit remark off the forms, for every screen and output.

      Nothing is taken in where a row is bad, or where forms were taken in before: --skip-bad leaves \
      bad rows out, --again takes forms in once more.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var session: SessionOption

  @Argument(
    help: "The forms, as a CSV file; - for standard input.",
    completion: .file(extensions: ["csv", "tsv", "txt"]))
  var file: String?

  @Flag(help: "Print what the room said of the day instead.")
  var summary = false

  @Option(help: "How --summary is printed: text or json.")
  var format = Format.text

  @Option(
    help: """
      Take what is written off every form on which it stands: the comment, what is taken away or a \
      priority, in full or as much of it as no other has.
      """)
  var strike: String?

  @Flag(help: "Leave bad rows out.")
  var skipBad = false

  @Flag(help: "Take forms in although they were taken in before.")
  var again = false

  func validate() throws {
    try demandWords(("FILE", file), ("--strike", strike))
    if strike != nil, file != nil || summary {
      throw ValidationError("--strike is a command of its own; leave FILE and --summary out")
    }
    if summary, file != nil {
      throw ValidationError("--summary prints what was taken in; leave FILE out")
    }
  }

  func run() throws {
    let store = try session.open()
    defer { store.close() }
    if summary { return print(store.session) }
    if let strike { return try self.strike(strike, from: store) }
    let name = isFromInput ? "standard input" : file ?? "standard input"
    let form = store.session.plan.evaluation
    guard !form.items.isEmpty else {
      throw Failure(
        "the plan has no evaluation form; add items on the screen Evaluation, or begin with a plan "
          + "that has them")
    }
    let bytes =
      isFromInput
      ? try Places.readAll(STDIN_FILENO, name) : try Places.read(file ?? "")
    let reading = try read(bytes, named: name, form)
    for note in reading.notes { Output.note("plenary: \(name): \(note)") }
    try BadRows.report(reading.badRows, in: name, skip: skipBad)
    try refuseRepeated(reading, in: name, store.session.feedback)
    if !reading.forms.isEmpty { try store.carryOut(.enterFeedback(reading.forms)) }
    Output.line("\(counted(reading.forms.count, "form")) taken in")
    if !reading.emptyLines.isEmpty {
      Output.line(
        "\(counted(reading.emptyLines.count, "form")) left out on which nothing stands: line "
          + Self.listed(reading.emptyLines))
    }
    let summary = store.session.feedbackSummary
    if let line = summary.reportLine { Output.words(line) }
    if let told = summary.warning ?? summary.hint { Output.note("plenary: " + told) }
  }

  private func strike(_ text: String, from store: SessionStore) throws(Failure) {
    let written = Set(store.session.feedback.forms.flatMap(\.texts))
    let found = written.filter { $0 == text.trimmed }
    let fitting = found.isEmpty ? written.filter { $0.contains(text.trimmed) } : found
    guard let only = fitting.first, fitting.count == 1 else {
      throw Failure(
        fitting.isEmpty
          ? "nothing that is written on a form has these words"
          : "\(fitting.count) things that are written on forms have these words; give more of them")
    }
    Output.words(try store.carryOut(.strikeFeedback(only)).account)
    let renewed = try Exporting.renew(store.session, in: store.path + "/exports")
    if !renewed.isEmpty {
      Output.line("\(counted(renewed.count, "document")) in exports written anew without them")
    }
    let others = store.session.feedback.forms.flatMap(\.texts).count {
      $0.lowercased().contains(only.lowercased())
    }
    if others > 0 {
      Output.line(
        "\(others == 1 ? "1 other remark has" : "\(others) other remarks have") these words among "
          + "others, and \(others == 1 ? "stands" : "stand")")
    }
    Output.note(
      "plenary: the remark is gone from every screen and output, and stays in the session’s own files; "
        + "see ‘What remains’ in docs/session-format.md")
  }

  private func print(_ session: Session) {
    switch format {
    case .text:
      Output.put(Reports.evaluationText(of: session, columns: Output.columns ?? 80))
    case .json:
      Output.put(String(decoding: Reports.evaluationDocument(of: session), as: UTF8.self))
    }
  }

  /// Forms have no names, so nothing tells the same form taken in twice from two people who think
  /// alike: where it looks like the first, somebody must say so.
  private func refuseRepeated(
    _ reading: FeedbackReading, in name: String, _ feedback: Feedback
  ) throws(Failure) {
    let repeated = reading.repeated(in: feedback)
    guard !repeated.isEmpty else { return }
    let all = repeated.count == reading.entries.count
    let what =
      all
      ? "all \(counted(repeated.count, "form")) of it stand in the session already"
      : "forms of it stand in the session already: line \(Self.listed(repeated))"
    guard again else {
      throw Failure(
        "\(name): \(what); nothing was taken in. If they are other people’s, take them in with "
          + "--again")
    }
    Output.note("plenary: \(name): \(what); taken in again")
  }

  /// Whether the forms come from standard input.
  private var isFromInput: Bool { file == nil || file == "-" }

  /// Reads a table, or JSON lines where the first thing is a brace.
  private func read(
    _ bytes: [UInt8], named name: String, _ form: EvaluationForm
  ) throws(Failure) -> FeedbackReading {
    if isFromInput, bytes.allSatisfy({ $0 <= 0x20 }) { return FeedbackReading() }
    do throws(IntakeError) {
      return FeedbackLines.areIn(bytes)
        ? FeedbackLines.readAll(bytes, for: form) : try FeedbackFile.read(bytes, for: form)
    } catch {
      throw Failure(error, in: name)
    }
  }

  private static func listed(_ lines: [Int]) -> String {
    lines.prefix(20).map(String.init).joined(separator: ", ")
      + (lines.count > 20 ? " and \(lines.count - 20) more" : "")
  }
}
