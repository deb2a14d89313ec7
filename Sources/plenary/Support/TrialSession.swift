import SessionEngine

extension Session {
  /// Carries a command out in memory only.
  ///
  /// Numbers are given as the store would give them where nobody else writes.
  @discardableResult
  mutating func tryOut(_ command: Command) throws(Failure) -> Decision {
    let contribution = highest(of: contributions.all.lazy.map(\.number)) + 1
    let opportunity = highest(of: opportunities.all.lazy.map(\.number.number)) + 1
    let moment = Moment(
      now: Instant(milliseconds: 0), device: "trial", token: "t\(eventCount)",
      numbers: (0..<command.numbersNeeded).map { ContributionNumber(contribution + $0) },
      opportunityNumbers: (0..<command.opportunityNumbersNeeded).map {
        OpportunityNumber(opportunity + $0)
      })
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
          time: HybridTime(milliseconds: lastTime.milliseconds, counter: lastTime.counter + 1),
          at: moment.now, scribe: "", act: 1, event: event))
    }
    return decision
  }

  private func highest(of numbers: some Sequence<ContributionNumber>) -> Int {
    numbers.reduce(0) { $1.series.isEmpty ? max($0, $1.value) : $0 }
  }
}
