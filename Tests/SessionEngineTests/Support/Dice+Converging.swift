import SessionEngine

extension Dice {
  /// A command of the afternoon: collating, voting, raising, evaluating.
  mutating func converging(in session: Session, _ word: String) -> Command {
    let contributions = session.contributions.all.filter(\.isKept).map(\.id)
    let point = pick(contributions) ?? "none"
    let theme = pick(session.themes)?.id ?? "none"
    let other = pick(session.themes)?.id ?? "none"
    switch roll(0..<18) {
    case 0: return .merge(some(of: contributions), into: point)
    case 1: return .separate(pick(session.contributions.all)?.id ?? "none")
    case 2: return .split(point, into: (0..<roll(2..<4)).map { "\(word), part \($0)" })
    case 3: return .rejoin(pick(session.contributions.all)?.id ?? "none")
    case 4: return .mergeTheme(theme, into: other)
    case 5:
      let coded = session.contributions.slots(of: theme).map { session.contributions.all[$0].id }
      return .splitTheme(theme, title: word, contributions: some(of: coded))
    case 6: return .moveTheme(theme, to: roll(-1..<6))
    case 7:
      return .orderHighlights(
        theme, session.highlights(of: theme).map(\.id).shuffled(using: &self))
    case 8, 9: return voting(in: session, word, contributions)
    case 10: return .raise(some(of: contributions), coin() ? card(in: session, word) : CardPatch())
    case 11, 12, 13:
      let opportunity = pick(session.opportunities.all)?.id ?? "none"
      switch roll(0..<4) {
      case 0: return .reviseCard(opportunity, card(in: session, word))
      case 1: return .link(opportunity, point, coin())
      case 2: return .stageOpportunity(opportunity, standing(word))
      default: return .withdrawOpportunity(opportunity, coin())
      }
    case 14: return .enterFeedback((0..<roll(1..<4)).map { _ in form(session, word) })
    case 15 where coin(): return .strikeFeedback(pick(session.feedback.forms)?.comments ?? word)
    case 16:
      let pair = coin() ? pick(session.putAside.pairs) : nil
      return .distinguish(
        pair?.first ?? point, pair?.second ?? pick(contributions) ?? "none", coin())
    case 17:
      let topic = coin() ? pick(session.putAside.topics)?.sorted() : nil
      return .ignoreTopic(topic ?? some(of: contributions), coin())
    default: return .withdrawFeedback(pick(session.feedback.forms) ?? FeedbackForm(comments: word))
    }
  }

  private mutating func some<Thing>(of things: [Thing]) -> [Thing] {
    Array(things.shuffled(using: &self).prefix(roll(1..<4)))
  }

  private mutating func voting(
    in session: Session, _ word: String, _ contributions: [ContributionID]
  ) -> Command {
    guard let scoring = pick(session.scorings.values), roll(0..<4) > 0 else {
      let methods: [Scoring.Method] = [.impactAndEase, .dots(budget: 3, most: 2), .topFive]
      let items: NewScoring.Items =
        coin()
        ? .contributions(some(of: contributions))
        : coin()
          ? .themes(some(of: session.themes.map(\.id)))
          : .opportunities(some(of: session.opportunities.kept.map(\.id)))
      return .openScoring(
        NewScoring(
          word, method: pick(methods) ?? .topFive, items: items,
          voters: coin() ? .groups : .delegates))
    }
    let voter: Scoring.Voter =
      scoring.voters == .groups
      ? .group(pick(session.groups)?.id ?? "g1")
      : .delegate(pick(session.delegates.keys) ?? "nobody")
    switch roll(0..<9) {
    case 0...2: return .castBallot(scoring.id, voter, marks(for: scoring))
    case 3: return .correctBallot(scoring.id, voter, marks(for: scoring))
    case 4: return .withdrawBallot(scoring.id, voter)
    case 5:
      let hands = scoring.items.map {
        Scoring.Hands(item: $0.id, hands: coin() ? roll(0..<9) : nil)
      }
      return .countHands(scoring.id, hands)
    case 6: return .reveal(scoring.id, coin())
    case 7: return .close(scoring.id, coin())
    default: return .withdrawScoring(scoring.id, coin())
    }
  }

  private mutating func marks(for scoring: Scoring) -> [Scoring.Mark] {
    var items = scoring.items.shuffled(using: &self)
    switch scoring.method {
    case .scores(let criteria):
      var marks: [Scoring.Mark] = []
      for item in items {
        for criterion in criteria {
          marks.append(.init(item: item.id, criterion: criterion, points: roll(1..<6)))
        }
      }
      return marks
    case .dots:
      items = Array(items.prefix(2))
      return items.map { .init(item: $0.id, points: roll(1..<3)) }
    case .ranking:
      return items.enumerated().map { .init(item: $0.element.id, points: $0.offset + 1) }
    }
  }

  private mutating func card(in session: Session, _ word: String) -> CardPatch {
    var card = CardPatch()
    if coin() { card.title = coin() ? word : "" }
    if coin() { card.measure = word }
    if coin() { card.owner = pick(session.delegates.keys) }
    if coin() { card.themes = pick(session.themes).map { [$0.id] } }
    if coin() { card.emmie = [.effect: .gap, .economics: .partly] }
    if coin() { card.fourPs = [.protect, .pursue] }
    if coin() { card.date = coin() ? "2026-12-01" : "" }
    if coin() { card.marylandNow = roll(0..<6) }
    return card
  }

  private mutating func standing(_ word: String) -> Opportunity.Standing {
    let stage = pick(Opportunity.Stage.allCases) ?? .raised
    return .init(
      stage, outcome: stage == .tried ? pick(Opportunity.Outcome.allCases) : nil,
      reason: stage == .dropped || coin() ? word : nil)
  }

  private mutating func form(_ session: Session, _ word: String) -> FeedbackForm {
    var form = FeedbackForm(comments: coin() ? word : "", futurePriorities: coin() ? [word] : [])
    for item in session.plan.evaluation.items where roll(0..<4) > 0 {
      form.answers[item.id] = roll(0..<6)
    }
    return form
  }
}
