/// A stage of the agenda began.
public struct StageEntered: Event {
  /// `stage.entered`
  public static let kind = "stage.entered"
  /// Which.
  public let stage: StageID
  /// How long it may take, in seconds; 0 for a stage without a clock.
  public let seconds: Int

  /// Makes the event.
  public init(stage: StageID, seconds: Int) {
    self.stage = stage
    self.seconds = seconds
  }

  /// Starts its clock.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.enteredStages.insert(stage)
    session.clock = StageClock(
      stage: stage, enteredAt: record.at, allowedSeconds: seconds, runningSince: record.at,
      ranMilliseconds: 0)
    return nil
  }

  /// The clock as it was.
  public func reversal(in session: Session) -> (any Event)? {
    StageClockSet(
      clock: session.clock, unentered: session.enteredStages.contains(stage) ? nil : stage)
  }

  /// Whether the stage is still under way.
  public func isInForce(in session: Session) -> Bool { session.clock?.stage == stage }

  /// Names the stage.
  public func account(in session: Session) -> String {
    "began ‘\(session.stage(stage)?.title ?? stage.text)’"
  }
}

/// The stage under way ended, with none after it yet.
public struct StageLeft: Event {
  /// `stage.left`
  public static let kind = "stage.left"

  /// Makes the event.
  public init() {}

  /// Stops the clock.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.clock = nil
    return nil
  }

  /// The clock as it was, where there is one.
  public func reversal(in session: Session) -> (any Event)? {
    session.clock.map { StageClockSet(clock: $0) }
  }

  /// Whether no stage is under way.
  public func isInForce(in session: Session) -> Bool { session.clock == nil }

  /// Says so.
  public func account(in session: Session) -> String { "ended the stage" }
}

/// The clock was set back to what it was before a stage began or ended: an undo's event.
public struct StageClockSet: Event {
  /// `stage.clock.set`
  public static let kind = "stage.clock.set"
  /// The clock from now on; `nil` for no stage.
  public let clock: StageClock?
  /// The stage that counts as never entered from now on, if one does.
  public let unentered: StageID?

  /// Makes the event.
  public init(clock: StageClock?, unentered: StageID? = nil) {
    self.clock = clock
    self.unentered = unentered
  }

  /// Sets the clock.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.clock = clock
    if let unentered { session.enteredStages.remove(unentered) }
    if let clock { session.enteredStages.insert(clock.stage) }
    return nil
  }

  /// The clock as it was.
  public func reversal(in session: Session) -> (any Event)? {
    let entered = clock.map { session.enteredStages.contains($0.stage) } ?? true
    return StageClockSet(clock: session.clock, unentered: entered ? nil : clock?.stage)
  }

  /// Whether the clock is still this one.
  public func isInForce(in session: Session) -> Bool { session.clock == clock }

  /// Names the stage.
  public func account(in session: Session) -> String {
    guard let clock else { return "went back to before the stage" }
    return "went back to ‘\(session.stage(clock.stage)?.title ?? clock.stage.text)’"
  }
}
