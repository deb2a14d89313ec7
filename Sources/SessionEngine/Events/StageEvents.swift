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
  public func reversal(in session: Session) -> (any Event)? { StageClockSet(clock: session.clock) }

  /// Whether the stage is still under way.
  public func isInForce(in session: Session) -> Bool { session.clock?.stage == stage }

  /// Names the stage.
  public func account(in session: Session) -> String {
    "began ‘\(session.stage(stage)?.title ?? stage.text)’"
  }
}

/// The clock of the stage was held.
public struct StagePaused: Event {
  /// `stage.paused`
  public static let kind = "stage.paused"

  /// Makes the event.
  public init() {}

  /// Holds the clock.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard let since = session.clock?.runningSince else { return nil }
    session.clock?.ranMilliseconds += max(0, record.at.milliseconds - since.milliseconds)
    session.clock?.runningSince = nil
    return nil
  }

  /// Lets it run on.
  public func reversal(in session: Session) -> (any Event)? { StageResumed() }

  /// Whether it is still held.
  public func isInForce(in session: Session) -> Bool { session.clock?.isPaused ?? false }

  /// Says so.
  public func account(in session: Session) -> String { "paused the clock" }
}

/// The clock of the stage ran on.
public struct StageResumed: Event {
  /// `stage.resumed`
  public static let kind = "stage.resumed"

  /// Makes the event.
  public init() {}

  /// Lets the clock run.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard session.clock != nil, session.clock?.isPaused == true else { return nil }
    session.clock?.runningSince = record.at
    return nil
  }

  /// Holds it again.
  public func reversal(in session: Session) -> (any Event)? { StagePaused() }

  /// Whether it still runs.
  public func isInForce(in session: Session) -> Bool { session.clock?.isPaused == false }

  /// Says so.
  public func account(in session: Session) -> String { "let the clock run on" }
}

/// The stage got more time, or less.
public struct StageExtended: Event {
  /// `stage.extended`
  public static let kind = "stage.extended"
  /// How much more; negative for less.
  public let seconds: Int

  /// Makes the event.
  public init(seconds: Int) { self.seconds = seconds }

  /// Adds the time.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard session.clock != nil else { return "time could not be added: no stage was under way" }
    session.clock?.allowedSeconds += seconds
    return nil
  }

  /// As much less.
  public func reversal(in session: Session) -> (any Event)? { StageExtended(seconds: -seconds) }

  /// Whether there is a stage to take the time from.
  public func isInForce(in session: Session) -> Bool { session.clock != nil }

  /// Names the minutes.
  public func account(in session: Session) -> String {
    let minutes = abs(seconds) / 60
    let amount = minutes == 1 ? "1 minute" : "\(minutes) minutes"
    return seconds >= 0 ? "added \(amount)" : "took off \(amount)"
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

  /// The clock as it was.
  public func reversal(in session: Session) -> (any Event)? { StageClockSet(clock: session.clock) }

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

  /// Makes the event.
  public init(clock: StageClock?) { self.clock = clock }

  /// Sets the clock.
  public func change(_ session: inout Session, by record: Record) -> String? {
    session.clock = clock
    return nil
  }

  /// The clock as it was.
  public func reversal(in session: Session) -> (any Event)? { StageClockSet(clock: session.clock) }

  /// Names the stage.
  public func account(in session: Session) -> String {
    guard let clock else { return "went back to before the stage" }
    return "went back to ‘\(session.stage(clock.stage)?.title ?? clock.stage.text)’"
  }
}
