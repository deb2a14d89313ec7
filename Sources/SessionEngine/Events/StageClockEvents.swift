/// The clock of the stage was held.
public struct StagePaused: Event {
  /// `stage.paused`
  public static let kind = "stage.paused"
  /// What had run, in milliseconds: given where an undo holds it as it was held before.
  public let ran: Int64?

  /// Makes the event.
  public init(ran: Int64? = nil) { self.ran = ran }

  /// Holds the clock.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard let clock = session.clock else {
      return "the clock could not be paused: no stage was under way"
    }
    guard !clock.isPaused else { return nil }
    session.clock?.ranMilliseconds = ran ?? clock.elapsedMilliseconds(at: record.at)
    session.clock?.runningSince = nil
    return nil
  }

  /// Lets it run on as if it had never been held.
  public func reversal(in session: Session) -> (any Event)? {
    session.clock.flatMap { clock in
      clock.runningSince.map { StageResumed(since: $0, ran: clock.ranMilliseconds) }
    }
  }

  /// Whether it is still held.
  public func isInForce(in session: Session) -> Bool { session.clock?.isPaused ?? false }

  /// Says so.
  public func account(in session: Session) -> String { "paused the clock" }
}

/// The clock of the stage ran on.
public struct StageResumed: Event {
  /// `stage.resumed`
  public static let kind = "stage.resumed"
  /// Since when it runs: given where an undo lets it run as if it had never been held.
  public let since: Instant?
  /// What had run before that, in milliseconds; given with `since`.
  public let ran: Int64?

  /// Makes the event.
  public init(since: Instant? = nil, ran: Int64? = nil) {
    self.since = since
    self.ran = ran
  }

  /// Lets the clock run.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard let clock = session.clock else {
      return "the clock could not run on: no stage was under way"
    }
    guard clock.isPaused else { return nil }
    session.clock?.runningSince = since ?? record.at
    session.clock?.ranMilliseconds = ran ?? clock.ranMilliseconds
    return nil
  }

  /// Holds it again where it was held.
  public func reversal(in session: Session) -> (any Event)? {
    session.clock.flatMap { $0.isPaused ? StagePaused(ran: $0.ranMilliseconds) : nil }
  }

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
  /// Which stage; the one under way where it is left out.
  public let stage: StageID?

  /// Makes the event.
  public init(seconds: Int, stage: StageID? = nil) {
    self.seconds = seconds
    self.stage = stage
  }

  /// Adds the time.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard let clock = session.clock, stage == nil || stage == clock.stage else {
      return "time could not be added: the stage was over"
    }
    session.clock?.allowedSeconds = clock.allowedSeconds.adding(saturating: seconds)
    return nil
  }

  /// As much less.
  public func reversal(in session: Session) -> (any Event)? {
    StageExtended(seconds: 0.subtracting(saturating: seconds), stage: stage ?? session.clock?.stage)
  }

  /// Whether there is the stage to take the time from.
  public func isInForce(in session: Session) -> Bool {
    session.clock.map { stage == nil || stage == $0.stage } ?? false
  }

  /// Names the minutes.
  public func account(in session: Session) -> String {
    let minutes = seconds.magnitude / 60
    let amount = minutes == 1 ? "1 minute" : "\(minutes) minutes"
    return seconds >= 0 ? "added \(amount)" : "took off \(amount)"
  }
}
