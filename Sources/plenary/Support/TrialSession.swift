import SessionEngine

extension Session {
  /// Carries a command out in memory only.
  mutating func tryOut(_ command: Command) throws(Failure) {
    let moment = Moment(now: Instant(milliseconds: 0), device: "trial", token: "t\(eventCount)")
    let decision: Decision
    do {
      decision = try decide(command, at: moment)
    } catch {
      throw Failure(error.description)
    }
    for event in decision.events {
      apply(
        Record(
          device: "trial", seq: eventCount + 1,
          time: HybridTime(milliseconds: 0, counter: eventCount),
          at: moment.now, scribe: "", act: 1, event: event))
    }
  }
}
