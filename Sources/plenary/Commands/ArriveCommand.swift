import ArgumentParser
import Intake
import SessionEngine

struct ArriveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "arrive",
    abstract: "Say who is there, who left and who walked in, without the console.",
    discussion: """
      Ballots in are told of those present; forms returned of those who were there at some time, who \
      left among them. A name given by mistake is taken back with --no-show:

        plenary arrive today.plenary "Ann Ash" "Bo Birch"
        plenary arrive today.plenary --all --no-show "Cy Cedar"
        plenary arrive today.plenary --left "Ann Ash" --walk-in "Di Dogwood"

      Without names or options, reads standard input, one thing a line, as JSON or as a table with \
      these names as headings:

        {"all": true}   {"arrive": "Ann Ash"}   {"left": "Ann Ash"}   {"noShow": "Cy Cedar"}
        {"walkIn": "Di Dogwood", "organisation": "Port", "sector": "maritime", "skills": ["law"]}

      Everything is checked before anything is done; each line is one act, --all is one too. How many \
      are present then is printed. Until somebody on the list is, everybody counts as there who was \
      not said to be missing.
      """)

  @OptionGroup var session: SessionOption

  @Argument(help: "Who arrived, by name.")
  var names: [String] = []

  @Flag(help: "Everybody on the list arrived.")
  var all = false

  @Flag(help: "Read standard input besides what is given here.")
  var stdin = false

  @Option(parsing: .singleValue, help: "Who left; may be given several times.")
  var left: [String] = []

  @Option(parsing: .singleValue, help: "Who did not come; may be given several times.")
  var noShow: [String] = []

  @Option(parsing: .singleValue, help: "Who came without being on the list; several times.")
  var walkIn: [String] = []

  func validate() throws {
    for name in names { try demandWords(("NAME", name)) }
    for name in left { try demandWords(("--left", name)) }
    for name in noShow { try demandWords(("--no-show", name)) }
    for name in walkIn { try demandWords(("--walk-in", name)) }
  }

  func run() throws {
    let store = try session.open()
    defer { store.close() }
    var lines: [InputLine] = []
    func add(_ verb: String, _ place: String, _ values: [JSONValue]) {
      for value in values {
        lines.append(InputLine(line: lines.count + 1, fields: [verb: value], place: place))
      }
    }
    // Everybody first: who did not come or left again is said of fewer.
    add("all", "--all", all ? [.bool(true)] : [])
    add("arrive", "NAME", names.map { .string($0) })
    add("walkIn", "--walk-in", walkIn.map { .string($0) })
    add("left", "--left", left.map { .string($0) })
    add("noShow", "--no-show", noShow.map { .string($0) })
    if stdin || lines.isEmpty { lines += try LineRun.input() }
    try LineRun.carryOut(lines, in: store, reading: ArrivalLines.order) { _, decision, _ in
      if let decision, !decision.events.isEmpty { Output.words(decision.account) }
    }
    let delegates = store.session.delegates.values
    let present = delegates.count(where: \.isPresent)
    Output.line("\(present) of \(counted(delegates.count, "delegate")) present")
    let here = store.session.delegatesHere.count
    if here != present {
      Output.line("until somebody on the list is marked present, \(here) count as there")
    }
  }
}
