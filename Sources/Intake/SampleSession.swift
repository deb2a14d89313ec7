import SessionEngine

/// A workshop half-way through, for looking at the program: every person and organisation in it is
/// made up.
public enum SampleSession {
  /// How long the sample has been going on when it is opened, in seconds: seven minutes into its third
  /// round.
  public static let lengthSeconds = Int(script.last.map { $0.minute * 60 } ?? 0)

  /// What was done, in order.
  public static let script: [SampleStep] = [
    room, arrivals, opening, SampleTalk.firstRound, SampleTalk.secondRound, pause,
    SampleTalk.thirdRound,
  ].flatMap { $0 }.sorted { $0.minute < $1.minute }

  /// The plan of the sample: the built-in one, with a title and organisers of its own.
  ///
  /// - Throws: `IntakeError` where the built-in plan cannot be read.
  public static func plan(date: String) throws(IntakeError) -> Plan {
    var plan = try PlanFile.builtIn("soc").plan
    plan.title = "Serious organised crime: sample workshop"
    plan.date = date
    plan.organisers = ["Northmoor Police", "University of Eastmere"]
    plan.reference = "SAMPLE-01"
    plan.contact = "workshop@northmoor.example"
    return plan
  }

  /// Plays the sample: hands every command, with its moment, to `perform`, which carries it out and
  /// returns the session as it is then. The last one happens at `now`.
  ///
  /// - Throws: what `perform` throws, or `Refusal` where a step does not fit the session.
  @discardableResult
  public static func play(
    session id: SessionID, endingAt now: Instant, utcOffsetSeconds: Int = 0,
    into perform: (Command, _ at: Instant) throws -> Session
  ) throws -> Session {
    let start = now.advanced(bySeconds: -lengthSeconds)
    let date = CivilTime(now, offsetSeconds: utcOffsetSeconds).dateText
    var session = try perform(.open(id, try plan(date: date)), start)
    for step in script {
      let at = start.advanced(bySeconds: Int(step.minute * 60))
      session = try perform(try step.command(session), at)
    }
    return session
  }
}

/// One thing that was done in the sample.
public struct SampleStep: Sendable {
  /// When, in minutes after the start.
  public let minute: Double
  /// What, given the session as it is by then.
  public let command: @Sendable (Session) throws(Refusal) -> Command

  init(_ minute: Double, _ command: @escaping @Sendable (Session) throws(Refusal) -> Command) {
    self.minute = minute
    self.command = command
  }

  /// A command that needs nothing of the session.
  init(_ minute: Double, _ command: Command) { self.init(minute) { _ in command } }
}

extension SampleSession {
  private static let room: [SampleStep] = [
    SampleStep(0.2) { session in
      .addDelegates(
        SamplePeople.roster.enumerated().map { index, person in
          let tables = session.tables
          return NewDelegate(
            person, group: tables.isEmpty ? nil : tables[index % tables.count].id)
        })
    },
    SampleStep(1, .enterStage("arrivals")),
  ]

  // Delegates come in one by one; two do not come at all, and one is not on the list.
  private static let arrivals: [SampleStep] =
    SamplePeople.roster.filter { !SamplePeople.absent.contains($0.name) }.enumerated()
    .map { index, person in
      SampleStep(2 + Double(index) * 0.75) { session throws(Refusal) in
        .markPresent(try session.delegate(named: person.name).id, true)
      }
    } + [
      SampleStep(19.5) { session throws(Refusal) in
        .addDelegates([
          NewDelegate(
            SamplePeople.walkIn, group: try session.group(named: "3").id, isWalkIn: true)
        ])
      }
    ]

  private static let opening: [SampleStep] = [
    SampleStep(21, .enterStage("welcome")),
    SampleStep(34, .enterStage("round-1")),
  ]

  private static let pause: [SampleStep] = [
    SampleStep(58, .extendStage(minutes: 2)),
    SampleStep(61, .enterStage("round-2")),
    SampleStep(86, .enterStage("break")),
    SampleStep(99, .enterStage("round-3")),
  ]
}
