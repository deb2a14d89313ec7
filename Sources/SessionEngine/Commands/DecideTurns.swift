/// What an undo would take away with it.
public struct UndoToll: Equatable, Sendable {
  /// The act that would be taken back, such as `added 60 delegates`.
  public let account: String
  /// How many delegates would leave the list.
  public let delegates: Int
  /// How many opportunities would be gone.
  public let opportunities: Int
  /// Whether the session would no longer follow up another.
  public let isFollowUp: Bool

  /// Whether it is more than one key should take.
  var isMuch: Bool { delegates > 1 || opportunities > 1 || isFollowUp }

  /// What would be gone, in words, such as `60 delegates and their seats`.
  public var spoken: String {
    var parts: [String] = []
    if delegates > 0 {
      parts.append(delegates == 1 ? "a delegate" : "\(delegates) delegates and their seats")
    }
    if opportunities > 0 {
      parts.append(opportunities == 1 ? "an opportunity" : "\(opportunities) opportunities")
    }
    if isFollowUp { parts.append("what came from the workshop before") }
    return parts.joined(separator: ", ")
  }
}

extension Session {
  func decideUndo(at moment: Moment) throws(Refusal) -> Decision {
    let (act, overtaken) = actToUndo(by: moment.device)
    if let act {
      let left =
        overtaken.map { " (left alone, since someone else changed it: \(account(of: $0)))" } ?? ""
      return Decision(
        events: act.reversals, turn: .undoes(act.seq),
        account: "undid: " + account(of: act) + left)
    }
    if let overtaken {
      throw Refusal(
        "what you did last (\(account(of: overtaken))) was changed since by someone else",
        remedy: "change it by hand")
    }
    throw Refusal("there is nothing of yours to undo", remedy: "do something first")
  }

  /// The latest act that can be taken back, and the latest that cannot since others overtook it.
  private func actToUndo(
    by device: DeviceID
  ) -> (act: ActLog.Act?, overtaken: ActLog.Act?) {
    var overtaken: ActLog.Act?
    for act in (acts[device]?.undoable ?? []).reversed() where !act.isEmpty {
      if act.isInForce(in: self), canApply(act.reversals) { return (act, overtaken) }
      overtaken = overtaken ?? act
    }
    return (nil, overtaken)
  }

  /// What the next undo would take away, where that is more than one key should take: several
  /// delegates, or what a follow-up brought along. `nil` where it is less.
  ///
  /// - Parameter device: the writer whose act would be undone.
  public func tollOfUndo(by device: DeviceID) -> UndoToll? {
    guard let act = actToUndo(by: device).act else { return nil }
    var after = self
    for event in act.reversals { _ = after.tryOut(event) }
    let toll = UndoToll(
      account: account(of: act), delegates: max(0, delegates.count - after.delegates.count),
      opportunities: max(0, opportunities.kept.count - after.opportunities.kept.count),
      isFollowUp: followsUp != nil && after.followsUp == nil)
    return toll.isMuch ? toll : nil
  }

  /// What the next undo would take back and when the act began, by its writer; for whoever chooses
  /// among several writers' acts.
  ///
  /// - Parameter device: the writer.
  public func actToTakeBack(by device: DeviceID) -> (seq: Int, account: String)? {
    actToUndo(by: device).act.map { ($0.seq, account(of: $0)) }
  }

  /// Whether the next undo takes a filled-in form back.
  ///
  /// - Parameter device: the writer whose act would be undone.
  public func takesFormBack(by device: DeviceID) -> Bool {
    actToUndo(by: device).act?.reversals.contains { $0 is FeedbackWithdrawn } ?? false
  }

  /// What the next redo would bring back and when the act began, by its writer.
  ///
  /// - Parameter device: the writer.
  public func actToBringBack(by device: DeviceID) -> (seq: Int, account: String)? {
    acts[device]?.redoable.last { !$0.isEmpty }.map { ($0.seq, account(of: $0)) }
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
