import ArgumentParser
import FoundationEssentials
import Intake
import Mixing
import SessionEngine
import SessionStore

struct MixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mix",
    abstract: "Mix people into groups, and say how good the groups are.",
    discussion: """
      From a roster it prints the groups. In a session it also sets them: who is there is mixed \
      (those marked present; while nobody on the list is, everybody who was not said to be missing), \
      the wishes are remembered, and ‘plenary undo’ takes it back.

      It stops as soon as no better mix exists, and says so; else it says how far off it can be at \
      most. A person is named by any unambiguous part of the name.

        plenary mix people.csv --groups 5
        plenary mix people.csv --size 5-7 --balance sector=2,role --apart "Ann;Bo" --host "Cy=1"
        plenary mix today.plenary --rounds 5 --method cafe --avoid last-year.plenary
      """)

  @Argument(help: "A roster (CSV) or a session’s folder.", completion: .file())
  var source: String

  @OptionGroup(title: "What is wanted") var options: MixOptions

  @Flag(
    help: """
      In a session: put the groups right after no-shows and walk-ins with the fewest moves, instead \
      of mixing anew. Wishes that are given with it are kept as well.
      """)
  var repair = false

  @Flag(
    help: """
      In a session: go by those alone who are marked present, though others, of whom nobody said that \
      they are missing, lose their seats.
      """)
  var onlyPresent = false

  @Flag(help: "Leave bad rows of the roster out.")
  var skipBad = false

  func validate() throws {
    try demandWords(("SOURCE", source))
    if repair, let option = options.notOfRepair {
      throw ValidationError(
        "--repair keeps the groups and rounds that there are, and tells each move; leave \(option) out, or "
          + "mix anew without --repair")
    }
  }

  func run() throws {
    // A name at which there is nothing, but nearly a session, is answered as that of one.
    let isThere = FileManager.default.fileExists(atPath: source)
    if isThere ? Places.isDirectory(source) : Nearest.session(to: source) != nil {
      if repair { try repairSession() } else { try mixSession() }
    } else if repair {
      throw Failure.usage("--repair puts a session right; name the session’s folder, not a roster")
    } else if onlyPresent {
      throw Failure.usage("--only-present is for a session; a roster marks nobody present")
    } else {
      try mixRoster()
    }
  }

  private func mixRoster() throws {
    let people = try RosterFile(source, skipBad: skipBad)
    let count = try groupCount(people.reading.entries.count)
    var plan = Plan(title: "Mixed groups", priorities: [.acrossAll])
    plan.tables = count
    var session = Session()
    try session.attempt(.open("trial", plan))
    let entries = try people.delegates(in: session, seated: false)
    try session.attempt(.addDelegates(entries))
    let outcome = try MixTask(session: session, options: options).outcome()
    Output.put(try outcome.printed(as: options.format))
  }

  /// The number of groups that was asked for, or the one that comes nearest to the middle of the size.
  private func groupCount(_ people: Int) throws(Failure) -> Int {
    if let groups = options.groups { return groups }
    guard let size = options.size.flatMap({ MixWishes.Sizes($0) }) else {
      throw .usage("say how many groups there are to be: --groups 5, or --size 5-7")
    }
    let middle = Double(size.least + size.most) / 2
    let fitting = (1...99).filter { $0 * size.least <= people && people <= $0 * size.most }
    guard
      let count = fitting.min(by: { a, b in
        abs(Double(people) / Double(a) - middle) < abs(Double(people) / Double(b) - middle)
      })
    else {
      let sizes = size.least == size.most ? "\(size.least)" : "\(size.least) to \(size.most)"
      throw Failure(
        "\(counted(people, "person", "people")) cannot be put into groups of \(sizes); "
          + Self.nearest(people, size))
    }
    return count
  }

  /// The sizes nearest to those wished that hold everybody.
  private static func nearest(_ people: Int, _ size: MixWishes.Sizes) -> String {
    let offers = [size.most, size.least].filter { $0 > 0 }.flatMap {
      [people / $0, people / $0 + 1]
    }
    let counts = Set(offers.filter { (1...99).contains($0) && $0 <= people })
    func miss(_ count: Int) -> Int {
      max(0, size.least - people / count) + max(0, (people + count - 1) / count - size.most)
    }
    guard let count = counts.min(by: { (miss($0), -$0) < (miss($1), -$1) }) else {
      return "let the size be wider"
    }
    let (least, rest) = people.quotientAndRemainder(dividingBy: count)
    let even = rest == 0 ? "\(least)" : "\(least)-\(least + 1)"
    return "\(counted(count, "group", "groups")) of \(even) would hold everybody: --size \(even)"
  }

  private func mixSession() throws {
    let store = try Opening.open(source)
    defer { store.close() }
    let lost = SeatsLost(store.session)
    if !lost.people.isEmpty, !onlyPresent { throw Self.refusal(lost) }
    let kept = options.kept(of: store.session.mixWishes)
    let remembered = kept.phrases(in: store.session).joined(separator: "; ")
    do throws(Failure) {
      let task = try task(in: store.session, keeping: kept)
      let outcome = try task.outcome()
      try task.set(outcome, in: store)
      if !remembered.isEmpty { Output.note("kept from before: \(remembered)") }
      Output.put(try outcome.printed(as: options.format))
    } catch {
      guard !remembered.isEmpty, error.code == 1 else { throw error }
      throw Failure("\(error.message) (kept from before: \(remembered); --forget drops it)")
    }
  }

  private static func refusal(_ lost: SeatsLost) -> Failure {
    let are = lost.people.count == 1 ? "person who has a seat is" : "people who have seats are"
    return Failure(
      "\(lost.people.count) \(are) not marked as here, and would lose "
        + "\(lost.people.count == 1 ? "it" : "them"): \(lost.names); say with ‘plenary arrive’ who is "
        + "there and who did not come, or go by those alone who are marked present with --only-present"
    )
  }

  /// Everything is worked out on a copy before anything is set.
  private func task(in session: Session, keeping kept: MixWishes) throws(Failure) -> MixTask {
    var trial = session
    // What is asked for anew is not to keep groups from going.
    if kept != trial.mixWishes { try trial.attempt(.wish(kept)) }
    let isSized = options.groups == nil && options.size != nil
    let count = isSized ? try groupCount(trial.delegatesHere.count) : options.groups
    if let count, count != trial.tables.count { try trial.attempt(.formGroups(count: count)) }
    return try MixTask(session: trial, options: options)
  }

  private func repairSession() throws {
    let store = try Opening.open(source)
    defer { store.close() }
    let lost = SeatsLost(store.session)
    if !lost.people.isEmpty, !onlyPresent { throw Self.refusal(lost) }
    let wishes = try options.wishes(for: store.session)
    var trial = store.session
    let isWished = wishes != trial.mixWishes
    if isWished { try trial.attempt(.wish(wishes)) }
    let proposal: RepairProposal
    do { proposal = try RepairProposal(trial) } catch { throw Failure("\(error)") }
    if isWished { try store.carryOut(.wish(wishes)) }
    if let command = proposal.command { try store.carryOut(command) }
    try proposal.print(as: options.format, for: store.session)
  }
}
