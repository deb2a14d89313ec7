extension Session {
  func decideUndo(at moment: Moment) throws(Refusal) -> Decision {
    let acts = self.acts[moment.device]?.undoable ?? []
    var overtaken: String?
    for act in acts.reversed() {
      guard !act.isEmpty else { continue }
      let reversals = act.reversals
      guard act.isInForce(in: self), canApply(reversals) else {
        overtaken = overtaken ?? account(of: act)
        continue
      }
      let left = overtaken.map { " (left alone, since someone else changed it: \($0))" } ?? ""
      return Decision(
        events: reversals, turn: .undoes(act.seq), account: "undid: " + account(of: act) + left)
    }
    if let overtaken {
      throw Refusal(
        "what you did last (\(overtaken)) was changed since by someone else",
        remedy: "change it by hand")
    }
    throw Refusal("there is nothing of yours to undo", remedy: "do something first")
  }

  func decideRedo(at moment: Moment) throws(Refusal) -> Decision {
    guard let act = acts[moment.device]?.redoable.last(where: { !$0.isEmpty }) else {
      throw Refusal("there is nothing to redo", remedy: "undo something first")
    }
    guard act.isInForce(in: self), canApply(act.reversals) else {
      throw Refusal(
        "‘\(account(of: act))’ no longer fits what others did since",
        remedy: "do it anew")
    }
    return Decision(
      events: act.reversals, turn: .redoes(act.seq), account: "redid: " + account(of: act))
  }

  /// What the next undo would take back, such as `captured #17`; `nil` where there is nothing.
  public func nextUndo(by device: DeviceID) -> String? {
    acts[device]?.undoable.last { !$0.isEmpty && $0.isInForce(in: self) }.map(account)
  }

  /// What the next redo would bring back.
  public func nextRedo(by device: DeviceID) -> String? {
    acts[device]?.redoable.last { !$0.isEmpty }.map(account)
  }

  private func account(of act: ActLog.Act) -> String {
    if let account = accountOfMany(act.deeds) { return account }
    let captures = act.deeds.count { $0 is ContributionCaptured }
    if captures > 1 { return "captured \(captures) contributions" }
    let main = act.deeds.first { !($0 is DelegatesSeated) && !($0 is RoundsPlanned) }
    return (main ?? act.deeds.first)?.account(in: self) ?? "nothing"
  }

  /// Whether the events would do what they are to do: tried on a copy.
  private func canApply(_ events: [any Event]) -> Bool {
    var trial = self
    return events.allSatisfy { trial.tryOut($0) == nil && $0.isInForce(in: trial) }
  }

  /// Lets an event change a copy of the session; answers why it does not apply, where it does not.
  mutating func tryOut(_ event: any Event) -> String? {
    let record = Record(
      device: "", seq: 0, time: lastTime, at: Instant(milliseconds: 0), scribe: "", act: 0,
      event: event)
    return event.change(&self, by: record)
  }
}
