/// What an opportunity still lacks before it can be tried.
public enum Lack: String, CaseIterable, Sendable {
  /// Nobody on the list sees to it.
  case owner
  /// It has no date.
  case date
  /// Nobody said what would be measured.
  case measure
}

/// A skill that an opportunity wants, and who in the room offers it.
public struct SkillMatch: Equatable, Sendable {
  /// The skill as the card says it.
  public let skill: String
  /// Who offers it, those who are here first, each in the order of the list.
  public let delegates: [DelegateID]

  /// Makes a match.
  public init(skill: String, delegates: [DelegateID]) {
    self.skill = skill
    self.delegates = delegates
  }
}

/// What became of an opportunity since it was carried over.
public struct Progress: Sendable {
  /// The opportunity as it is.
  public let opportunity: Opportunity
  /// Where it stood at the end of the workshop before.
  public let before: Opportunity.Standing
  /// The stages that it came to since, in order.
  public let since: [Opportunity.Step]
}

extension Session {
  /// What people call an opportunity: its title, or the words of the first contribution that it came
  /// from, in the workshop where it was raised, as they stand now; its number where neither may be told.
  ///
  /// The words are looked up and never copied, so that a redaction reaches them here too.
  public func title(of opportunity: Opportunity) -> String {
    if !opportunity.card.title.isEmpty { return opportunity.card.title }
    if let carried = carriedName(of: opportunity) { return carried.words }
    let words = opportunity.contributions.lazy.compactMap { self.toldWords(of: $0) }
    return words.first ?? opportunity.number.spoken
  }

  /// What people call an opportunity that was closed in the workshop before: the title on its card, or
  /// that it had none, with the priority that it served where that is known here.
  public func title(of closed: Predecessor.Closed) -> String {
    guard closed.title.isEmpty else { return closed.title }
    return "(no title)" + (priority(closed.priority).map { ", on ‘\($0.title)’" } ?? "")
  }

  /// The themes of an opportunity that count now.
  public func themes(of opportunity: Opportunity) -> [Theme] {
    current(opportunity.card.themes).compactMap { theme($0) }
  }

  /// The contributions as the room made them that an opportunity goes back to, through every merge
  /// and split: each with its words of the first day in `capturedWords`, in the order of capture.
  public func sources(of opportunity: Opportunity) -> [Contribution] {
    sources(of: opportunity.contributions)
  }

  /// What an opportunity still lacks; empty where all is said that a trial needs.
  public func lacks(_ opportunity: Opportunity) -> [Lack] {
    var lacks: [Lack] = []
    if delegates[opportunity.card.owner] == nil { lacks.append(.owner) }
    if opportunity.card.date.isEmpty { lacks.append(.date) }
    if opportunity.card.measure.trimmed.isEmpty { lacks.append(.measure) }
    return lacks
  }

  /// Whether the date for trying it is over and nobody has begun; `day` is today, as `2026-11-24`.
  public func isDatePast(_ opportunity: Opportunity, on day: String) -> Bool {
    let date = opportunity.card.date
    return [.raised, .toTry].contains(opportunity.standing.stage) && !date.isEmpty && date < day
  }

  /// Whether it could be tried: nothing is lacking, and on `day`, as `2026-11-24`, its date is not over.
  public func isReady(_ opportunity: Opportunity, on day: String) -> Bool {
    lacks(opportunity).isEmpty && !isDatePast(opportunity, on: day)
  }

  /// Who could help with an opportunity: for each skill that it wants, the delegates who offer it.
  ///
  /// Case, accents, hyphens, white space, the order of words and their endings make no difference: who
  /// offers ‘data-analysis’ or ‘interviewing’ has ‘analysis of data’ and ‘interviews’.
  public func skillMatches(for opportunity: Opportunity) -> [SkillMatch] {
    let wanted = opportunity.card.skillsWanted.map(\.skillKey)
    guard !wanted.isEmpty else { return [] }
    let known = Set(wanted)
    var offers: [String: [DelegateID]] = [:]
    let here = delegatesHere
    let present = Set(here.map(\.id))
    let people = here + delegates.values.filter { !present.contains($0.id) }
    for delegate in people {
      for skill in Set(delegate.profile.skills.map(\.skillKey)) where known.contains(skill) {
        offers[skill, default: []].append(delegate.id)
      }
    }
    return zip(opportunity.card.skillsWanted, wanted).map {
      SkillMatch(skill: $0, delegates: offers[$1] ?? [])
    }
  }

  /// What became of every opportunity that was carried over from the workshop before.
  public var progress: [Progress] {
    opportunities.kept.compactMap { opportunity in
      guard let origin = opportunity.origin else { return nil }
      let steps = min(max(origin.steps, 1), opportunity.history.count)
      return Progress(
        opportunity: opportunity, before: opportunity.history[steps - 1].standing,
        since: Array(opportunity.history[steps...]))
    }
  }

  /// How many times the words had been changed that an opportunity goes by.
  func rewordings(of opportunity: Opportunity) -> Int {
    guard opportunity.card.title.isEmpty else { return opportunity.retitled }
    // What was carried over is told as it was handed on.
    guard carriedName(of: opportunity) == nil else { return 0 }
    let first = opportunity.contributions.first.flatMap { contributions[$0] }
    return first?.earlierWords.count ?? 0
  }

  /// Everybody who voted or is named on a card, as far as vote and card stand.
  var namedDelegates: Set<DelegateID> {
    var named: Set<DelegateID> = []
    for scoring in scorings.values where !scoring.isWithdrawn {
      for case .delegate(let id) in scoring.ballots.keys { named.insert(id) }
    }
    for opportunity in opportunities.kept {
      named.insert(opportunity.card.owner)
      named.formUnion(opportunity.card.helpers)
    }
    return named
  }
}

extension String {
  /// The text in lower case and without any white space.
  var squeezed: String { lowercased().filter { !$0.isWhitespace } }
}
