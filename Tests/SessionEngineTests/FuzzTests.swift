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
    for scoring in session.scorings.keys { _ = session.result(of: scoring)?.quickWins }
    for opportunity in session.opportunities.all {
      _ = session.sources(of: opportunity)
      _ = session.lacks(opportunity)
      _ = session.title(of: opportunity)
    }
    for contribution in session.contributions.all {
      _ = session.family(of: contribution.id)?.groups
    }
    for theme in session.themes { _ = session.highlights(of: theme.id) }
    _ = session.feedbackSummary.line(on: "relevance")
    _ = session.progress
    _ = Session.followUp(from: session)
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
    switch roll(0..<50) {
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
    case 30: return coin() ? StageLeft() : StageClockSet(clock: nil, unentered: id())
    default: return converging()
    }
  }

  private mutating func ids<Thing>() -> [ID<Thing>] { coin() ? [] : [id(), id()] }

  private mutating func marks() -> [Scoring.Mark] {
    (0..<roll(0..<3)).map { _ in
      let item: ContributionID = id()
      return Scoring.Mark(item: item.text, criterion: coin() ? "impact" : nil, points: number())
    }
  }

  private mutating func converging() -> any Event {
    let voter: Scoring.Voter = coin() ? .group(id()) : .delegate(id())
    let step = Opportunity.Step(.init(.dropped), at: instant())
    let value = number()
    var card = CardPatch()
    card.marylandNow = value
    card.title = words()
    card.owner = id()
    switch roll(0..<21) {
    case 0, 1: return ContributionsMerged(into: id(), from: ids(), themes: ids(), highlight: coin())
    case 2: return ContributionsSeparated(into: id(), from: ids(), themes: ids(), highlight: coin())
    case 3: return ContributionSplit(contribution: id(), parts: ids())
    case 4: return ContributionRejoined(contribution: id())
    case 5:
      return ContributionCaptured(
        contribution: id(), number: ContributionNumber(number()), group: id(), priority: id(),
        partOf: id(), words: words())
    case 6: return coin() ? ThemeMerged(theme: id(), into: id()) : ThemeParted(theme: id())
    case 7:
      return ThemeSplit(
        theme: id(), into: Theme(id: id(), title: ""), contributions: ids(), position: value)
    case 8: return coin() ? ThemeRejoined(theme: id()) : ThemeOrdered(theme: id(), position: value)
    case 9: return HighlightsOrdered(theme: id(), contributions: ids())
    case 10:
      let methods: [Scoring.Method] = [
        .scores(criteria: ["impact", "impact"]), .dots(budget: value, most: value),
        .ranking(places: value),
      ]
      return ScoringOpened(
        scoring: id(), title: "", method: pick(methods) ?? .topFive, of: .contributions,
        items: [.init(id: "x", rewordings: value), .init(id: "x"), .init(id: "y")], voters: .groups)
    case 11:
      return coin()
        ? ScoringClosed(scoring: id(), closed: coin())
        : ScoringWithdrawn(scoring: id(), withdrawn: coin())
    case 12: return BallotCast(scoring: id(), voter: voter, marks: marks())
    case 13: return BallotCorrected(scoring: id(), voter: voter, marks: marks())
    case 14:
      return TallyEntered(
        scoring: id(), hands: [.init(item: "x", hands: value), .init(item: "y", hands: nil)])
    case 15:
      return OpportunityRaised(
        opportunity: id(), number: OpportunityNumber(value), contributions: ids(), card: card)
    case 16:
      return coin()
        ? OpportunityRevised(opportunity: id(), card: card)
        : OpportunityLinked(
          opportunity: id(), contribution: id(), linked: coin(), position: value)
    case 17:
      return coin()
        ? OpportunityStaged(opportunity: id(), standing: .init(.tried), at: instant())
        : OpportunityCarried(
          opportunity: id(), number: OpportunityNumber(value),
          origin: .init(
            session: id(), number: OpportunityNumber(value), steps: value, contributions: []),
          history: coin() ? [] : [step], card: card)
    case 18:
      return ContributionsDistinguished(PairKey(id(), id()), distinct: coin(), position: value)
    case 19: return TopicIgnored(Set(ids()), ignored: coin(), position: value)
    default:
      let form = FeedbackForm(answers: ["e1": value], comments: words() ?? "")
      return coin() ? FeedbackEntered(form: form) : FeedbackWithdrawn(form: form)
    }
  }
}
