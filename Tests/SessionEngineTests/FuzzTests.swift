import SessionEngine
import Testing

@Suite("Damaged and hostile events")
struct FuzzTests {
  @Test("Nothing in a journal stops the fold", arguments: 0..<60)
  func anything(seed: Int) throws {
    var dice = Dice(seed)
    var workshop = dice.coin() ? try Workshop() : Workshop.unopened
    for _ in 0..<400 {
      if dice.roll(0..<9) == 0 { workshop.now = dice.instant() }
      let turn: Turn? =
        switch dice.roll(0..<8) {
        case 0: .undoes(dice.number())
        case 1: .redoes(dice.number())
        default: nil
        }
      workshop.record(
        dice.event(), by: dice.pick(["a", "b", "é", ""]) ?? "a",
        act: dice.coin() ? dice.number() : nil, turn: turn)
      if dice.roll(0..<9) == 0 { _ = try? workshop.perform(dice.command(for: workshop.session)) }
    }
    ask(workshop.session, &dice)
    for device: DeviceID in ["a", "b", "é", "", Workshop.laptop] {
      for _ in 0..<20 {
        _ = try? workshop.perform(.undo, by: device)
        if dice.coin() { _ = try? workshop.perform(.redo, by: device) }
      }
    }
    IndexTests.check(workshop.session.contributions)
  }

  /// Asks what screens ask at every frame.
  func ask(_ session: Session, _ dice: inout Dice) {
    for group in session.groups {
      _ = session.currentPriority(of: group.id)
      _ = session.priority(of: group.id, inRound: dice.number())
      _ = session.members(of: group.id)
    }
    _ = session.nextStage
    _ = session.clock?.remainingSeconds(at: dice.instant())
    _ = CivilTime(dice.instant(), offsetSeconds: dice.number()).dateText
    for device in session.acts.keys { _ = session.nextUndo(by: device) }
  }
}

extension Dice {
  mutating func number() -> Int { pick([.min, -1, 0, 1, 2, 3, 7, 100, 1 << 40, .max]) ?? 0 }
  mutating func instant() -> Instant {
    Instant(milliseconds: pick([.min, -1, 0, 1_790_000_000_000, .max]) ?? 0)
  }

  private mutating func id<Thing>() -> ID<Thing> {
    ID(
      pick(["", "g1", "g2", "g99999999999", "room", "all", "links", "data", "first", "x", "y", "z"])
        ?? "")
  }

  private mutating func words() -> String? { pick([nil, "", "a", "é", "e\u{301}"]) ?? nil }

  private mutating func group() -> Group { Group(id: id(), number: number(), name: "") }

  private mutating func delegate() -> Delegate { Delegate(id: id(), profile: .init(name: "")) }

  /// Any event with anything in it.
  mutating func event() -> any Event {
    switch roll(0..<31) {
    case 0: return SessionOpened(session: id(), plan: .sample)
    case 1:
      var revision = PlanRevised(priorities: coin() ? [] : [Priority(id: id(), title: "")])
      revision.agenda = [Stage(id: id(), title: "", minutes: number(), round: number())]
      return revision
    case 2: return DelegatesAdded(delegates: [delegate(), delegate()], positions: [number()])
    case 3: return DelegateCorrected(delegate: id(), profile: .init(name: ""))
    case 4: return DelegatesRemoved(delegates: [id(), id()])
    case 5: return PresenceMarked(delegate: id(), present: coin())
    case 6: return GroupsFormed(groups: coin() ? [] : [group(), group()])
    case 7: return GroupRenamed(group: id(), name: "")
    case 8: return DelegatesSeated(seats: [.init(delegate: id(), group: coin() ? id() : nil)])
    case 9: return RoundsPlanned(rounds: [[.init(group: id(), priority: id())], []])
    case 10: return GroupAssigned(group: id(), round: number(), priority: coin() ? id() : nil)
    case 11: return RoundEntered(round: number(), starts: coin() ? [] : nil)
    case 12: return RoomOpened()
    case 13, 14, 15:
      return ContributionCaptured(
        contribution: coin() ? id() : ID("c\(roll(0..<1000))"),
        number: ContributionNumber(series: coin() ? "" : "b", number()), group: id(),
        priority: id(), round: number(), themes: [id(), id(), id()], words: words())
    case 16: return ContributionReworded(contribution: id(), words: words())
    case 17: return ContributionWithdrawn(contribution: id())
    case 18: return ContributionRestored(contribution: id())
    case 19: return ContributionMoved(contribution: id(), group: id(), priority: id())
    case 20: return LensSet(contribution: id(), lens: id())
    case 21:
      return ContributionCoded(contribution: id(), theme: id(), coded: coin(), position: number())
    case 22: return HighlightSet(contribution: id(), highlighted: coin())
    case 23: return SpeakerSet(contribution: id(), speaker: coin() ? id() : nil)
    case 24: return ContributionRedacted(contribution: id(), reason: "")
    case 25: return ThemeAdded(theme: Theme(id: id(), title: ""), position: number())
    case 26: return coin() ? ThemeRemoved(theme: id()) : ThemeRenamed(theme: id(), title: "")
    case 27: return StageEntered(stage: id(), seconds: number())
    case 28:
      let ran = coin() ? Int64(number()) : nil
      return coin() ? StagePaused(ran: ran) : StageResumed(since: instant(), ran: ran)
    case 29: return StageExtended(seconds: number(), stage: coin() ? id() : nil)
    default: return coin() ? StageLeft() : StageClockSet(clock: nil, unentered: id())
    }
  }
}
