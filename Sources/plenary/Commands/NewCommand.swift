import ArgumentParser
import Intake
import SessionEngine
import SessionStore

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a session.",
    discussion: """
      The plan says what is fixed before the day: priorities, themes, lenses, agenda, evaluation, \
      marking. ‘plenary plans’ lists those there are; a file of your own works as well.

      The roster is a CSV as Excel writes it, with the heading Name and, where you have them, \
      Organisation, Sector, Role, Skills (several, separated by ;) and Group. Nothing is taken \
      from a roster with a bad row until it is put right, or --skip-bad says to leave it out.

      With --follow-up OLD the session begins where another ended: with its plan (unless --plan \
      names one), themes, roster, and the opportunities that somebody has still to do something \
      about, those that were tried and worked among them. What became of the others is printed, and \
      told on the screen Trials and in the report. The priorities that its room wanted next are \
      printed and stand on Trials; --take-up makes the most wanted of them priorities at once, and \
      in Groups p offers the others. OLD is only read.
      """)

  @Argument(help: "The folder to make, such as today.plenary.", completion: .directory)
  var dir: String

  @Option(
    help: "A plan by name, or a JSON file; soc unless given.",
    completion: .file(extensions: ["json"]))
  var plan: String?

  @Option(help: "The session that this one follows up.", completion: .directory)
  var followUp: String?

  @Option(
    help: "How many priorities that the room of OLD wanted next become priorities here.")
  var takeUp: Int?

  @Option(help: "The workshop’s title.")
  var title: String?

  @Option(help: "The day, as 2026-11-24; today unless given.")
  var date: String?

  @Option(help: "The delegates, as a CSV file.", completion: .file(extensions: ["csv"]))
  var roster: String?

  @Option(help: "The protective marking, at the top and bottom of every screen and page.")
  var marking: String?

  @Option(help: "How many groups, 1 to 99.")
  var groups: Int?

  @Flag(help: "Leave bad rows of the roster out.")
  var skipBad = false

  func validate() throws {
    if let groups, !(1...99).contains(groups) {
      throw ValidationError("--groups is \(groups); choose from 1 to 99")
    }
    if let takeUp {
      guard followUp != nil else {
        throw ValidationError("--take-up goes with --follow-up, which names the workshop before")
      }
      guard takeUp >= 0 else {
        throw ValidationError("--take-up is \(takeUp); give how many, 0 or more")
      }
    }
    if let date, !LocalTime.isDate(date) {
      throw ValidationError("--date is ‘\(date)’; write it as 2026-11-24")
    }
    try demandWords(
      ("DIR", dir), ("--plan", plan), ("--title", title), ("--roster", roster),
      ("--follow-up", followUp))
  }

  func run() throws {
    // Everything that can be wrong with the input is found before anything is written.
    let old = try followUp.map { try FollowedUp($0) }
    var plan = try self.plan.map(Plans.find) ?? old?.plan ?? Plans.find("soc")
    if let takeUp, let old { Self.takeUp(takeUp, of: old.followUp.predecessor, in: &plan) }
    if let title { plan.title = title }
    plan.date = date ?? (plan.date.isEmpty ? LocalTime.today : plan.date)
    if let marking { plan.marking = marking }
    for finding in Marking.findings(plan.marking) { Output.note("plenary: note: \(finding)") }
    let people = try roster.map { try RosterFile($0, skipBad: skipBad) }
    let wish = try people?.groups(atLeast: groups ?? plan.tables)
    if let groups, let wish, wish.count > groups, let roster {
      throw Failure(
        "\(roster): the column Group asks for \(wish.count) groups, but --groups is \(groups); "
          + "put one of them right")
    }
    if let wish { plan.tables = wish.count } else if let groups { plan.tables = groups }
    let (named, delegates) = try trial(plan, wish, people, old)

    let store: SessionStore
    do {
      store = try SessionStore.create(
        at: dir, plan: plan, scribe: Opening.scribe, environment: .live)
    } catch {
      throw Failure(error)
    }
    if let old { try store.carryOut(.followUp(old.followUp)) }
    for (group, name) in named { try store.carryOut(.renameGroup(group, name)) }
    if !delegates.isEmpty { try store.carryOut(.addDelegates(delegates)) }
    let expected = store.session.delegates.count
    store.close()
    Recent.note(dir)
    Output.words(
      "‘\(plan.title)’: \(counted(plan.priorities.count, "priority", "priorities")), "
        + "\(counted(plan.tables, "group")), \(counted(expected, "delegate")), in \(dir)")
    old?.report()
    Output.words("open it with: plenary run \(Shell.quoted(dir))")
  }

  /// Makes the most wanted a priority each, and says of those left out that were wanted as much as the last.
  private static func takeUp(_ count: Int, of before: Predecessor, in plan: inout Plan) {
    let wishes = before.futurePriorities
    for wish in wishes.prefix(count) { plan.takeUp(wish) }
    guard let last = wishes.prefix(count).last else { return }
    let equals = wishes.dropFirst(count).prefix { $0.rank == last.rank }
    guard !equals.isEmpty else { return }
    let names = Wording.list(equals.map { "‘\($0.text)’" }, most: 6)
    Output.note(
      "plenary: note: ‘\(last.text)’ was taken up, and \(names) not, wanted on as many forms; "
        + "--take-up \(count + equals.count) takes up all of them")
  }

  /// Goes through it all in memory first, so that a bad plan or roster leaves no half session.
  private func trial(
    _ plan: Plan, _ wish: RosterGroups?, _ people: RosterFile?, _ old: FollowedUp?
  ) throws -> (names: [(GroupID, String)], delegates: [NewDelegate]) {
    var session = Session()
    try session.attempt(.open("trial", plan))
    if let old { try session.attempt(.followUp(old.followUp)) }
    var names: [(GroupID, String)] = []
    for (number, name) in (wish?.names ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let group = session.groups.first(where: { $0.number == number }) else { continue }
      try session.attempt(.renameGroup(group.id, name))
      names.append((group.id, name))
    }
    let delegates = try people?.delegates(in: session) ?? []
    try session.attempt(.addDelegates(delegates))
    return (names, delegates)
  }
}

/// A roster, read and checked.
struct RosterFile {
  let path: String
  let reading: RosterReading
  let skipBad: Bool

  init(_ path: String, skipBad: Bool) throws(Failure) {
    self.path = path
    self.skipBad = skipBad
    let bytes = try Places.read(path)
    do {
      reading = try Roster.read(bytes)
    } catch {
      throw Failure(error, in: path)
    }
    for note in reading.notes { Output.note("plenary: \(path): \(note)") }
  }

  func groups(atLeast count: Int) throws(Failure) -> RosterGroups {
    do {
      return try reading.groups(atLeast: count)
    } catch {
      throw Failure(error, in: path)
    }
  }

  /// The delegates to add; bad rows are listed by line and stop everything, unless they are skipped.
  ///
  /// - Parameter seated: whether they get the groups that the roster gives them.
  func delegates(in session: Session, seated: Bool = true) throws(Failure) -> [NewDelegate] {
    var reading = reading
    if !seated { reading.entries = reading.entries.map(\.withoutGroup) }
    let (new, badRows, notes) = reading.delegates(in: session)
    for note in notes { Output.note("plenary: \(path): \(note)") }
    try BadRows.report(badRows, in: path, skip: skipBad)
    return new
  }
}

/// Bad rows, as every import says them.
enum BadRows {
  static func report(_ rows: [BadRow], in path: String, skip: Bool) throws(Failure) {
    guard !rows.isEmpty else { return }
    let list = rows.prefix(50).map { $0.problem.description(in: path) }
    let more = rows.count > 50 ? ["and \(rows.count - 50) more"] : []
    let text = (list + more).joined(separator: "\nplenary: ")
    let count = counted(rows.count, "row")
    if skip {
      Output.error(text)
      Output.note("plenary: left out \(count)")
    } else {
      throw Failure(
        text + "\nplenary: nothing was taken from \(path); correct the \(count) above, "
          + "or leave \(rows.count == 1 ? "it" : "them") out with --skip-bad")
    }
  }
}
