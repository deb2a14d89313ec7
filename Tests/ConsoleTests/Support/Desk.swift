import SessionEngine

/// Keeps a session in memory the way a store keeps it on disk: decides, numbers, stamps and folds.
///
/// The clock, the tokens and the numbers are counted, never read from the machine, so a story comes
/// out the same every time.
struct Desk {
  private(set) var session = Session()
  /// 10:42:00 on Tuesday 24 November 2026, unless a story moves it.
  var now = Instant(milliseconds: 1_795_516_920_000)
  private var sequences: [DeviceID: Int] = [:]
  private var tokens = 0
  private var lastNumber = 0
  private var lastOpportunity = 0

  /// Decides and folds a command in, as the device asks for it.
  @discardableResult
  mutating func perform(
    _ command: Command, as device: DeviceID = "front", scribe: String = "Fay"
  ) throws(Refusal) -> Decision {
    tokens += 1
    let needed = command.numbersNeeded
    let moment = Moment(
      now: now, device: device, token: "t\(tokens)x",
      numbers: (0..<needed).map { ContributionNumber(lastNumber + 1 + $0) },
      opportunityNumbers: (0..<command.opportunityNumbersNeeded).map {
        OpportunityNumber(lastOpportunity + 1 + $0)
      })
    let decision = try session.decide(command, at: moment)
    lastNumber += needed
    lastOpportunity += command.opportunityNumbersNeeded
    let act = sequences[device, default: 0] + 1
    for event in decision.events {
      let seq = sequences[device, default: 0] + 1
      sequences[device] = seq
      session.apply(
        Record(
          device: device, seq: seq, time: session.lastTime.next(at: now), at: now, scribe: scribe,
          act: act, turn: decision.turn, event: event))
    }
    return decision
  }

  /// Moves the clock.
  mutating func pass(seconds: Int) { now = now.advanced(bySeconds: seconds) }
}
