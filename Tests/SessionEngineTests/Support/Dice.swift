import SessionEngine

/// Random numbers that are the same in every run: a test that failed fails again.
///
/// SplitMix64 by Sebastiano Vigna.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func roll(_ range: Range<Int>) -> Int { Int.random(in: range, using: &self) }
  mutating func coin() -> Bool { Bool.random(using: &self) }
  mutating func pick<Thing>(_ things: some Collection<Thing>) -> Thing? {
    things.randomElement(using: &self)
  }
}

extension Dice {
  /// A command that somebody might give next: mostly one that fits, at times one that does not.
  mutating func command(for session: Session) -> Command {
    let contribution = pick(session.contributions.all)?.id ?? "none"
    let delegate = pick(session.delegates.keys) ?? "nobody"
    let group = pick(session.groups)?.id ?? "g1"
    let priority = pick(session.plan.priorities)?.id ?? "links"
    let theme = pick(session.themes)?.id ?? "none"
    let word = "word \(roll(0..<1000))"
    switch roll(0..<52) {
    case 0...4:
      let places: [GroupID] = [group, group, group, Group.wholeRoom.id]
      return .capture([
        NewContribution(
          word, group: pick(places) ?? group, themes: coin() ? [theme] : [],
          isHighlighted: coin(), speaker: coin() ? session.delegates.keys.first : nil)
      ])
    case 5:
      return .capture((0..<roll(2..<6)).map { NewContribution("\(word), \($0)", group: group) })
    case 6: return .reword(contribution, word)
    case 7: return .withdraw(contribution)
    case 8: return .restore(contribution)
    case 9: return .move(contribution, group, priority)
    case 10: return .setLens(contribution, pick(session.plan.lenses)?.id ?? "whatif")
    case 11, 12: return .code(contribution, theme, coin())
    case 13: return .highlight(contribution, coin())
    case 14: return .noteSpeaker(contribution, coin() ? delegate : nil)
    case 15:
      let new = (0..<roll(1..<5)).map {
        NewDelegate(.init(name: "\(word).\($0)"), group: coin() ? group : nil, isWalkIn: coin())
      }
      return .addDelegates(new)
    case 16: return .correctDelegate(delegate, .init(name: word))
    case 17: return .removeDelegate(delegate)
    case 18: return .markPresent(delegate, coin())
    case 19: return .formGroups(count: roll(1..<8))
    case 20: return .renameGroup(group, word)
    case 21: return .seat([.init(delegate: delegate, group: coin() ? group : nil)])
    case 22: return .assign(group, priority, round: roll(1..<8))
    case 23: return .enterRound(roll(1..<6))
    case 24:
      return coin()
        ? .addTheme(title: word, definition: "")
        : .makeTheme(
          title: word, of: session.contributions.all.lazy.filter(\.isKept).prefix(3).map(\.id))
    case 25: return .renameTheme(theme, word)
    case 26: return .defineTheme(theme, definition: word, keyPoints: [word])
    case 27: return .enterStage(pick(session.plan.agenda)?.id ?? "none")
    case 28:
      return pick([
        .pauseStage, .resumeStage, .leaveStage, .extendStage(minutes: roll(-5..<9)),
      ]) ?? .leaveStage
    case 29:
      return .wish(
        MixWishes(
          balance: coin() ? [.init("Sector", 2)] : [], apart: coin() ? [[delegate, delegate]] : [],
          hosts: coin() ? [.init(delegate, at: group)] : []))
    case 30:
      let groups = coin() ? roll(1..<8) : nil
      let rounds = (0..<roll(1..<4)).map { _ in
        Dictionary(
          session.delegates.keys.map {
            (
              $0,
              groups.map { GroupID("g\(roll(1..<($0 + 1)))") } ?? pick(session.tables)?.id ?? "g1"
            )
          }, uniquingKeysWith: { first, _ in first })
      }
      if coin(), !session.seating.isEmpty {
        return .repairSeating(session.seating.map { _ in rounds[0] })
      }
      return .planSeating(
        NewSeating(
          rounds: rounds, firstRound: session.roundsBegun + 1, groups: groups,
          rotation: coin() ? pick(Rotation.allCases) : nil, wishes: coin() ? MixWishes() : nil))
    case 31: return .revisePlan(revision(of: session, word))
    default: return converging(in: session, word)
    }
  }

  private mutating func revision(of session: Session, _ word: String) -> PlanRevised {
    var revision = PlanRevised()
    switch roll(0..<4) {
    case 0: revision.title = word
    case 1: revision.rotation = coin() ? .fixed : .carousel
    case 2:
      revision.priorities =
        session.plan.priorities + [Priority(id: PriorityID(word), title: word)]
    default: revision.agenda = session.plan.agenda.shuffled(using: &self)
    }
    return revision
  }
}
