import SessionEngine
import Testing

@Suite("Stages and their clock")
struct StageTests {
  @Test func theDayFromStageToStage() throws {
    var workshop = try Workshop()
    #expect(workshop.session.nextStage?.id == "arrive")
    expect(try workshop.perform(.enterStage("arrive")), [StageEntered(stage: "arrive", seconds: 0)])
    #expect(workshop.session.clock?.isTimed == false)
    #expect(workshop.session.nextStage?.id == "first")
    let first = try workshop.perform(.enterStage("first"))
    expect(first, [StageEntered(stage: "first", seconds: 1200), RoundEntered(round: 1)])
    #expect(first.account == "began ‘Round 1’")
    try workshop.perform(.leaveStage)
    #expect(workshop.session.nextStage?.id == "second")
    try workshop.perform(.enterStage("close"))
    #expect(workshop.session.nextStage == nil)
    try workshop.perform(.undo)
    #expect(workshop.session.nextStage?.id == "second")
    try workshop.perform(.undo)
    try workshop.perform(.undo)
    #expect(workshop.session.round == nil && workshop.session.nextStage?.id == "first")
  }

  @Test func withoutAStageThereIsNoClock() throws {
    let workshop = try Workshop()
    for command in [Command.pauseStage, .resumeStage, .leaveStage, .extendStage(minutes: 5)] {
      #expect(workshop.refusal(command) == "no stage is under way")
    }
    #expect(workshop.refusal(.enterStage("x")) == "the agenda has no such stage")
  }

  @Test func theClockRunsIsHeldAndRunsOn() throws {
    var workshop = try Workshop()
    try workshop.perform(.enterStage("first"))
    let start = try #require(workshop.session.clock?.enteredAt)
    func remaining(_ seconds: Int) -> Int? {
      workshop.session.clock?.remainingSeconds(at: start.advanced(bySeconds: seconds))
    }
    #expect(remaining(0) == 1200 && remaining(60) == 1140 && remaining(1260) == -60)
    #expect(remaining(-500) == 1200)

    workshop.now = start.advanced(bySeconds: 99)
    expect(try workshop.perform(.pauseStage), [StagePaused()])
    #expect(remaining(5000) == 1100)
    expect(try workshop.perform(.pauseStage), [])
    workshop.now = start.advanced(bySeconds: 199)
    expect(try workshop.perform(.resumeStage), [StageResumed()])
    expect(try workshop.perform(.resumeStage), [])
    #expect(remaining(300) == 1000)
    expect(
      try workshop.perform(.extendStage(minutes: 5)), [StageExtended(seconds: 300, stage: "first")])
    #expect(remaining(300) == 1300)
  }

  @Test func aClockThatJumpsBackStandsStill() throws {
    var workshop = try Workshop()
    try workshop.perform(.enterStage("first"))
    workshop.now = workshop.now.advanced(bySeconds: -7200)
    try workshop.perform(.pauseStage)
    #expect(workshop.session.clock?.ranMilliseconds == 0)
    try workshop.perform(.resumeStage)
    #expect(workshop.session.clock?.elapsedSeconds(at: workshop.now.advanced(bySeconds: 60)) == 60)
  }

  @Test func timeIsAddedAndTakenOffWithinReason() throws {
    var workshop = try Workshop()
    try workshop.perform(.enterStage("close"))
    expect(try workshop.perform(.extendStage(minutes: 0)), [])
    #expect(workshop.refusal(.extendStage(minutes: -10)) == "the stage has no more time than that")
    #expect(workshop.refusal(.extendStage(minutes: 1441)).contains("more than a day"))
    #expect(workshop.refusal(.extendStage(minutes: .min)).contains("more than a day"))
    #expect(try workshop.perform(.extendStage(minutes: -1)).account == "took off 1 minute")
    #expect(try workshop.perform(.undo).account == "undid: took off 1 minute")
    #expect(workshop.session.clock?.allowedSeconds == 600)
  }

  @Test func anUndoneHoldWasNever() throws {
    var workshop = try Workshop()
    try workshop.perform(.enterStage("first"))
    let clock = workshop.session.clock
    try workshop.perform(.pauseStage)
    let held = workshop.session.clock
    workshop.now = workshop.now.advanced(bySeconds: 300)
    try workshop.perform(.undo)
    #expect(workshop.session.clock == clock)
    try workshop.perform(.redo)
    #expect(workshop.session.clock == held)
  }

  @Test func timeForAStageThatIsOverIsNotTakenFromTheNext() throws {
    var workshop = try Workshop()
    try workshop.perform(.enterStage("first"))
    try workshop.perform(.extendStage(minutes: 5))
    try workshop.perform(.enterStage("second"), by: Workshop.tablet)
    #expect(workshop.refusal(.undo).contains("changed since by someone else"))
    #expect(workshop.session.clock?.allowedSeconds == 1200)
  }

  @Test func twoDevicesHoldTheClockAndOnlyTheFirstLetsGo() throws {
    var workshop = try Workshop()
    try workshop.perform(.enterStage("first"))
    try workshop.perform(.pauseStage)
    workshop.record(StagePaused(), by: Workshop.tablet)
    #expect(workshop.session.nextUndo(by: Workshop.tablet) == nil)
    #expect(workshop.session.nextUndo(by: Workshop.laptop) == "paused the clock")
  }
}
