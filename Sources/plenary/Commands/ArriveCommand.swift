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

        {"arrive": "Ann Ash"}   {"left": "Ann Ash"}   {"noShow": "Cy Cedar"}
        {"walkIn": "Di Dogwood", "organisation": "Port", "sector": "maritime", "skills": ["law"]}

      Every line is checked before anything is done; how many are present then is printed.
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
    func add(_ verb: String, _ names: [String]) {
      for name in names {
        lines.append(InputLine(line: lines.count + 1, fields: [verb: .string(name)]))
      }
    }
    add("arrive", names)
    add("walkIn", walkIn)
    add("left", left)
    add("noShow", noShow)
    if stdin || (lines.isEmpty && !all) { lines += try LineRun.input() }
    // Everybody first: who did not come or left again is said of fewer.
    if all {
      for delegate in store.session.delegates.values where !delegate.isPresent {
        try store.carryOut(.markPresent(delegate.id, true))
      }
    }
    try LineRun.carryOut(lines, in: store, reading: ArrivalLines.order) { _, decision, _ in
      if let decision, !decision.events.isEmpty { Output.words(decision.account) }
    }
    let delegates = store.session.delegates.values
    Output.line(
      "\(delegates.filter(\.isPresent).count) of \(counted(delegates.count, "delegate")) present")
  }
}
