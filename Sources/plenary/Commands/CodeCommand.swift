import ArgumentParser
import FoundationEssentials
import Intake
import SessionEngine
import SessionStore

struct CodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code",
    abstract: "Collate without the console: code, merge, split, highlight, keep the codebook.",
    discussion: """
      Without NUMBER, standard input says what to do, one JSON object a line:

        {"number": 17, "theme": "Data"}         also "off": true, "new": true
        {"numbers": [17, 23], "theme": "Data"}  the same for several
        {"number": 17, "lens": "improvement"}   {"reword": 17, "words": ".."}
        {"withdraw": 17}    {"restore": 17}
        {"move": 17, "group": "Table 2", "priority": "What works"}
        {"highlight": 17}                       also "off": true
        {"merge": [17, 23]}                     the first stands for all
        {"separate": 23}                        and back
        {"notSame": [17, 23]}                   two points; also "off": true
        {"ignore": [4, 9, 12]}                  no topic; also "off": true
        {"split": 17, "parts": ["..", ".."]}    and back: {"rejoin": 17}
        {"theme": "Ports", "definition": "..", "keyPoints": [".."]}
        {"theme": "Ports", "rename": "Borders", "place": 1}
        {"theme": "Ports", "highlights": [3, 1]}
        {"mergeThemes": ["Ports", "Borders"]}   the first counts for all
        {"splitTheme": "Ports", "into": "Airports", "numbers": [4, 9]}

      A theme that is not there is added. A topic is accepted by its numbers, a title and "new": true: theme and codings are one act.
      Instead there may be a table whose headings are these names, one thing a row: cells left empty say \
      nothing, lists have semicolons between (merge: 17; 23), off and new are yes or no, and so is highlight \
      beside a number. Every line is tried on a copy \
      first: where one is wrong nothing is done, and the message names the line. What was done is \
      printed, a line each. ‘plenary undo’ takes it back, one act each time.
      """)

  @OptionGroup var session: SessionOption

  @Argument(help: "A contribution’s number, such as 17.")
  var number: String?

  @Option(name: .shortAndLong, help: "A theme to code it to; can be given several times.")
  var theme: [String] = []

  @Flag(help: "Take the coding (or the highlight) off.")
  var off = false

  @Flag(help: "Add a theme that is not in the codebook.")
  var new = false

  @Flag(help: "Pick it out to be quoted.")
  var highlight = false

  @Flag(
    help: "Print a theme for each contribution that has none, as far as one is likely (JSON lines)."
  )
  var suggest = false

  @Flag(
    help:
      "Print pairs that may say the same, the likeliest first, but for those put aside (JSON lines)."
  )
  var duplicates = false

  @Flag(
    help:
      "Print what the contributions without a theme have in common, but for topics ignored (JSON lines)."
  )
  var topics = false

  @Flag(
    help: """
      Print how themes spread over priorities, groups and each other, what is not coded, what \
      several groups said, and what only one sector spoke of (JSON lines).
      """)
  var shape = false

  func validate() throws {
    try demandWords(("NUMBER", number))
    try demandWords(contentsOf: "--theme", theme)
    let asks = [suggest, duplicates, topics, shape].count { $0 }
    let isSingle = number != nil || !theme.isEmpty || highlight || off || new
    if asks > 1 { throw ValidationError("ask for one thing at a time") }
    if asks == 1, isSingle { throw ValidationError("to ask and to code are two commands") }
    if isSingle, number == nil { throw ValidationError("name the contribution’s NUMBER too") }
    if number != nil, theme.isEmpty, !highlight {
      throw ValidationError("say what becomes of it: --theme THEME or --highlight")
    }
  }

  func run() throws {
    let store = try session.open()
    defer { store.close() }
    if shape {
      try ShapePrinter(store.session).put()
    } else if suggest || duplicates || topics {
      try CollatingPrinter(
        store.session, suggest ? .suggestions : duplicates ? .duplicates : .topics
      ).put()
    } else if let number {
      try carryOut(try single(number), on: store, isFile: false)
    } else {
      let file: CodingFile
      do throws(IntakeError) { file = try CodingFile(Self.standardInput()) } catch {
        throw Failure(error.description(in: "standard input") + "; nothing was done")
      }
      try carryOut(file, on: store, isFile: true)
    }
  }

  /// The steps that the arguments ask for.
  private func single(_ text: String) throws(Failure) -> CodingFile {
    guard let number = ContributionNumber(text.trimmed) else {
      throw .usage("‘\(text)’ is no contribution number; write it as 17 or b4")
    }
    var steps: [CodingStep] = []
    for name in theme {
      steps.append(
        new && !off
          ? .codeToNew([number], theme: name) : .code([number], theme: name, isOn: !off))
    }
    if highlight { steps.append(.highlight(number, isOn: !off)) }
    return CodingFile(steps.map { CodingFile.Line(line: 1, step: $0) })
  }

  private func carryOut(
    _ file: CodingFile, on store: SessionStore, isFile: Bool
  ) throws(Failure) {
    do throws(IntakeError) { try file.check(on: store.session, series: store.series) } catch {
      guard isFile else {
        throw .usage(error.problems.map { "\($0.reason); \($0.remedy)" }.joined(separator: "\n"))
      }
      throw Failure("\(error.description(in: "standard input")); nothing was done")
    }
    for line in file.lines {
      do {
        for command in try line.step.commands(in: store.session) {
          Output.words(try store.perform(command).account)
        }
      } catch {
        // Only what somebody else did since it was tried, or a full disk, leads here.
        let place = isFile ? "standard input, line \(line.line): " : ""
        throw Failure(place + "\(error); what was printed before is done")
      }
    }
  }

  private static func standardInput() -> [UInt8] {
    var input = InputLines()
    var bytes: [UInt8] = []
    while let line = input.next() { bytes += line.bytes + [10] }
    return bytes
  }
}

private func demandWords(
  contentsOf name: String, _ values: [String]
) throws(ValidationError) {
  for value in values { try demandWords((name, value)) }
}
