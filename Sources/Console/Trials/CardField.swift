import SessionEngine

/// A line of an opportunity's card, in the order on the screen.
enum CardField: String, CaseIterable, Sendable {
  case title, stage, priority, themes
  case currentApproach, improvement, immediate, mindset
  case belief, action, measure, success
  case place, duration, cost, risk
  case skillsWanted, owner, helpers, date
  case fourPs, effect, mechanism, moderators, implementation, economics
  case marylandNow, marylandAfter

  /// What stands before the field.
  var label: String {
    switch self {
    case .title: "Title"
    case .stage: "Stage"
    case .priority: "Priority"
    case .themes: "Themes"
    case .currentApproach: "Current approach"
    case .improvement: "Improvement"
    case .immediate: "Immediate"
    case .mindset: "Agile mindset"
    case .belief: "We believe"
    case .action: "We will"
    case .measure: "We measure"
    case .success: "Right if"
    case .place: "Where"
    case .duration: "How long"
    case .cost: "Cost"
    case .risk: "Risk"
    case .owner: "Owner"
    case .helpers: "Helpers"
    case .skillsWanted: "Skills wanted"
    case .date: "Date"
    case .fourPs: "4P"
    case .effect: "Effect"
    case .mechanism: "Mechanism"
    case .moderators: "Moderators"
    case .implementation: "Implementation"
    case .economics: "Economics"
    case .marylandNow: "Maryland now"
    case .marylandAfter: "Maryland after"
    }
  }

  /// What helps to fill it in.
  var hint: String {
    switch self {
    case .title: "a few words; empty for those of the first contribution"
    case .currentApproach: "what is done today"
    case .improvement: "what would be better"
    case .mindset: "how a more agile mindset shows in it"
    case .belief: "we believe that …"
    case .action: "to verify that, we will …"
    case .measure: "and we measure …"
    case .success: "we are right if …"
    case .place: "where it would be tried"
    case .duration: "for how long"
    case .cost: "in words"
    case .risk: "what may go wrong, in words"
    case .skillsWanted: "what those who try it must know, separated by commas"
    case .date: "by when: 2026-11-24, 24/11/26, 24 Nov, 24/11, friday, next friday, in 3 weeks"
    default: ""
    }
  }

  /// The heading that stands above the field.
  var section: String? {
    switch self {
    case .title: "Opportunity"
    case .currentApproach: "What it changes"
    case .belief: "The trial"
    case .skillsWanted: "Who and when"
    case .fourPs: "Evidence"
    default: nil
    }
  }

  /// Where a field of words stands, on the card and in a patch; `nil` for what is chosen from a list.
  var words: (card: KeyPath<OpportunityCard, String>, patch: WritableKeyPath<CardPatch, String?>)? {
    switch self {
    case .title: (\.title, \.title)
    case .currentApproach: (\.currentApproach, \.currentApproach)
    case .improvement: (\.improvement, \.improvement)
    case .mindset: (\.mindset, \.mindset)
    case .belief: (\.belief, \.belief)
    case .action: (\.action, \.action)
    case .measure: (\.measure, \.measure)
    case .success: (\.success, \.success)
    case .place: (\.place, \.place)
    case .duration: (\.duration, \.duration)
    case .cost: (\.cost, \.cost)
    case .risk: (\.risk, \.risk)
    case .date: (\.date, \.date)
    default: nil
    }
  }

  /// The part of the evidence that the field is about.
  var emmie: OpportunityCard.EMMIE? { OpportunityCard.EMMIE(rawValue: rawValue) }

  /// Whether several things can be chosen, one after the other.
  var isList: Bool { [.themes, .helpers, .fourPs].contains(self) }

  /// What the card lacks where this field is empty.
  var lack: Lack? {
    switch self {
    case .owner: .owner
    case .date: .date
    case .measure: .measure
    default: nil
    }
  }

  /// The patch that empties the field; `nil` where it cannot be empty.
  func emptied(_ card: OpportunityCard) -> CardPatch? {
    var patch = CardPatch()
    if let words {
      patch[keyPath: words.patch] = ""
      return patch
    }
    if let emmie {
      patch.emmie = card.emmie.filter { $0.key != emmie }
      return patch
    }
    switch self {
    case .priority: patch.priority = ""
    case .themes: patch.themes = []
    case .immediate: patch.isImmediate = false
    case .owner: patch.owner = ""
    case .helpers: patch.helpers = []
    case .skillsWanted: patch.skillsWanted = []
    case .fourPs: patch.fourPs = []
    case .marylandNow: patch.marylandNow = 0
    case .marylandAfter: patch.marylandAfter = 0
    default: return nil
    }
    return patch
  }
}

/// What the levels of the Maryland Scientific Methods Scale stand for, in our words after Sherman et al.
/// (1997).
enum Maryland {
  static let levels = [
    "nobody can say yet", "a link at one point in time", "before and after, without a comparison",
    "before and after, with a comparable place", "several places, other causes accounted for",
    "randomly assigned",
  ]

  static func text(_ level: Int) -> String {
    levels.indices.contains(level) && level > 0 ? "\(level)  \(levels[level])" : ""
  }
}

extension ConsoleState {
  /// What a field says; empty where nobody filled it in.
  func value(of field: CardField, on opportunity: Opportunity) -> String {
    let card = opportunity.card
    if let words = field.words { return card[keyPath: words.card] }
    if let emmie = field.emmie { return card.emmie[emmie]?.rawValue ?? "" }
    switch field {
    case .stage: return standingText(opportunity.standing)
    case .priority: return session.priority(card.priority)?.title ?? ""
    case .themes: return session.themes(of: opportunity).map(\.title).joined(separator: ", ")
    case .immediate: return card.isImmediate ? "yes: it can begin at once" : ""
    case .owner: return session.delegates[card.owner].map(nameWithPlace) ?? ""
    case .helpers:
      return card.helpers.compactMap { session.delegates[$0]?.name }.joined(separator: ", ")
    case .skillsWanted: return card.skillsWanted.joined(separator: ", ")
    case .fourPs: return card.fourPs.map(\.title).joined(separator: ", ")
    case .marylandNow: return Maryland.text(card.marylandNow)
    case .marylandAfter: return Maryland.text(card.marylandAfter)
    default: return ""
    }
  }

  func nameWithPlace(_ delegate: Delegate) -> String {
    let place = delegate.profile.organisation
    return delegate.name + (place.isEmpty ? "" : ", " + place)
  }

  /// A stage with its reason.
  func standingText(_ standing: Opportunity.Standing) -> String {
    standing.text + (standing.reason.map { ": " + $0 } ?? "")
  }
}

extension OpportunityCard.FourP {
  /// As people write it.
  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
