import SessionEngine
import Testing

@Suite("The fold of events")
struct FoldTests {
  func fold(_ records: [Record]) -> Session {
    var session = Session()
    for record in records.sorted(by: { $0.precedes($1) }) { session.apply(record) }
    return session
  }

  @Test("Whatever order the records arrive in, the state is the same", arguments: 0..<15)
  func anyOrder(seed: Int) throws {
    var dice = Dice(seed)
    var workshop = try Workshop()
    for _ in 0..<150 {
      let devices: [DeviceID] = [Workshop.laptop, Workshop.tablet, "c0ffee0000"]
      let device = dice.pick(devices) ?? Workshop.laptop
      _ = try? workshop.perform(dice.command(for: workshop.session), by: device)
    }
    let state = Observed(workshop.session)
    for _ in 0..<3 {
      let folded = fold(workshop.records.shuffled(using: &dice))
      expectSame(Observed(folded), state)
      #expect(
        folded.contributions.all.map(Observed.fields)
          == workshop.session.contributions.all.map(Observed.fields))
      #expect(folded.eventCount == workshop.records.count)
      #expect(folded.lastTime == workshop.session.lastTime)
    }
  }

  @Test func recordsAreOrderedByTimeDeviceAndPlace() {
    func record(_ time: Int64, _ device: DeviceID, _ seq: Int) -> Record {
      Record(
        device: device, seq: seq, time: HybridTime(milliseconds: time, counter: 0),
        at: Instant(milliseconds: 0), scribe: "", act: seq, event: RoomOpened())
    }
    #expect(record(1, "b", 9).precedes(record(2, "a", 1)))
    #expect(record(1, "a", 9).precedes(record(1, "b", 1)))
    #expect(record(1, "a", 1).precedes(record(1, "a", 2)))
    #expect(!record(1, "a", 1).precedes(record(1, "a", 1)))
  }

  @Test func unknownEventsAreCounted() throws {
    var workshop = try Workshop()
    for kind in ["vote.cast", "vote.cast", "poll.opened"] {
      workshop.record(UnknownEvent(actualKind: kind))
    }
    #expect(workshop.session.unknownEvents == ["vote.cast": 2, "poll.opened": 1])
    #expect(workshop.session.unresolved.isEmpty)
    #expect(workshop.session.nextUndo(by: Workshop.laptop) == nil)
  }

  @Test func whatComesTooLateIsListed() throws {
    var workshop = try Workshop()
    let events: [any Event] = [
      ContributionReworded(contribution: "x", words: "w"), ContributionWithdrawn(contribution: "x"),
      ContributionRestored(contribution: "x"), LensSet(contribution: "x", lens: "whatif"),
      ContributionCoded(contribution: "x", theme: "data", coded: true),
      HighlightSet(contribution: "x", highlighted: true),
      SpeakerSet(contribution: "x", speaker: "d"),
      ContributionMoved(contribution: "x", group: "g9", priority: "links"),
      PresenceMarked(delegate: "d", present: true),
      DelegateCorrected(delegate: "d", profile: .init(name: "Ann")),
      DelegatesSeated(seats: [.init(delegate: "d", group: "g1")]),
      ThemeRenamed(theme: "x", title: "X"),
      ThemeDefined(theme: "x", definition: "X", keyPoints: []),
      GroupRenamed(group: "g9", name: "X"), StagePaused(), StageResumed(),
      StageExtended(seconds: 60), SessionOpened(session: "s", plan: .sample),
    ]
    let before = Observed(workshop.session)
    for event in events { workshop.record(event, by: "late") }
    expectSame(Observed(workshop.session), before)
    #expect(workshop.session.unresolved.count == events.count)
    #expect(workshop.session.unresolved.map(\.seq) == Array(1...events.count))
    #expect(workshop.session.unresolved.allSatisfy { $0.device == "late" && !$0.reason.isEmpty })
    #expect(workshop.session.nextUndo(by: "late") == nil)
  }

  @Test func whatIsSaidAtATableThatWentIsSeen() throws {
    var workshop = try Workshop()
    workshop.record(GroupsFormed(groups: [Group(id: "g1", number: 1, name: "Table 1")]))
    workshop.record(PlanRevised(priorities: [Priority(id: "links", title: "Links")]))
    workshop.record(
      ContributionCaptured(
        contribution: "late", number: ContributionNumber(1), group: "g4", priority: "works",
        words: "a point"), by: "b")
    #expect(workshop.session.group("g4") == Group(id: "g4", number: 4, name: "Table 4"))
    #expect(workshop.session.priority("works")?.title == "works")
    #expect(workshop.session.contributions.count(of: GroupID("g4")) == 1)
    workshop.record(ContributionMoved(contribution: "late", group: "g5", priority: "links"))
    #expect(workshop.session.contributions["late"]?.group == "g4")
    #expect(workshop.session.unresolved.count == 1)
  }

  @Test func everyKindHasItsOwnNameAndIsFoundByIt() {
    #expect(Set(EventCatalogue.all.map { $0.kind }).count == EventCatalogue.all.count)
    for type in EventCatalogue.all { #expect(EventCatalogue.type(of: type.kind) == type) }
    #expect(EventCatalogue.type(of: "vote.cast") == nil)
  }
}
