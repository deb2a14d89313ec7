extension Session {
  func decideStage(_ id: StageID) throws(Refusal) -> [any Event] {
    guard let stage = stage(id) else {
      throw Refusal("the agenda has no such stage", remedy: "choose one of the agenda’s")
    }
    let minutes = min(max(stage.minutes, 0), 24 * 60)
    var events: [any Event] = [StageEntered(stage: id, seconds: minutes * 60)]
    if let round = stage.round, round != self.round {
      events += try decideRound(round)
    }
    return events
  }

  func decidePause() throws(Refusal) -> [any Event] {
    try runningClock().isPaused ? [] : [StagePaused()]
  }

  func decideResume() throws(Refusal) -> [any Event] {
    try runningClock().isPaused ? [StageResumed()] : []
  }

  func decideExtension(_ minutes: Int) throws(Refusal) -> [any Event] {
    let clock = try runningClock()
    guard minutes != 0 else { return [] }
    guard minutes.magnitude <= 24 * 60 else {
      throw Refusal("\(minutes) minutes are more than a day", remedy: "add fewer")
    }
    guard minutes > 0 || clock.allowedSeconds.adding(saturating: minutes * 60) > 0 else {
      throw Refusal("the stage has no more time than that", remedy: "take off fewer minutes")
    }
    return [StageExtended(seconds: minutes * 60, stage: clock.stage)]
  }

  func decideLeaving() throws(Refusal) -> [any Event] {
    _ = try runningClock()
    return [StageLeft()]
  }

  private func runningClock() throws(Refusal) -> StageClock {
    guard let clock else {
      throw Refusal("no stage is under way", remedy: "begin one with the next-stage key")
    }
    return clock
  }
}
