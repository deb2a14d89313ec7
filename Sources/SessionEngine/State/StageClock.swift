/// The clock of the stage that is under way.
public struct StageClock: Codable, Equatable, Sendable {
  /// The stage.
  public let stage: StageID
  /// When it was entered.
  public let enteredAt: Instant
  /// How long it may take, in seconds, extensions included; 0 for a stage without a clock.
  public var allowedSeconds: Int
  /// When the running stretch began; `nil` while paused.
  public var runningSince: Instant?
  /// What had run before the running stretch, in milliseconds.
  public var ranMilliseconds: Int64

  /// Whether the clock is held.
  public var isPaused: Bool { runningSince == nil }

  /// Whether the stage has a clock at all.
  public var isTimed: Bool { allowedSeconds > 0 }

  /// Seconds that have run at `now`; a wall clock that jumped back counts as standing still.
  public func elapsedSeconds(at now: Instant) -> Int { Int(elapsedMilliseconds(at: now) / 1000) }

  /// Seconds left at `now`, negative once the time is over.
  public func remainingSeconds(at now: Instant) -> Int {
    allowedSeconds.subtracting(saturating: elapsedSeconds(at: now))
  }

  func elapsedMilliseconds(at now: Instant) -> Int64 {
    guard let runningSince else { return ranMilliseconds }
    let running = now.milliseconds.subtracting(saturating: runningSince.milliseconds)
    return ranMilliseconds.adding(saturating: max(0, running))
  }
}
