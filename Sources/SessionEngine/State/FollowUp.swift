/// The workshop that this one follows up.
public struct Predecessor: Codable, Equatable, Sendable {
  /// The session that it was.
  public let session: SessionID
  /// Its title.
  public let title: String
  /// Its day; may be empty.
  public let date: String
  /// What its room wanted a future workshop to take up, the most wanted first.
  public let futurePriorities: [Wish]
  /// The opportunities that were closed when it was followed up, and so stayed behind; `nil` where the
  /// record does not say, as those of earlier versions do not.
  public let closed: [Closed]?

  /// An opportunity that was taken up, dropped or tried in vain.
  public struct Closed: Codable, Equatable, Sendable {
    /// Its number there.
    public let number: OpportunityNumber
    /// The title on its card; empty for one that went by the words of a contribution, which are not
    /// handed on.
    public let title: String
    /// The priority that it served.
    public let priority: PriorityID
    /// What became of it.
    public let standing: Opportunity.Standing
    /// The day of that in UTC.
    public let date: String
  }

  /// Makes a predecessor.
  public init(
    session: SessionID, title: String, date: String, futurePriorities: [Wish] = [],
    closed: [Closed]? = nil
  ) {
    self.session = session
    self.title = title
    self.date = date
    self.futurePriorities = futurePriorities
    self.closed = closed?.isEmpty == true ? nil : closed
  }
}

/// Everything that a workshop hands on to the one that follows it up.
public struct FollowUp: Equatable, Sendable {
  /// The workshop before.
  public var predecessor: Predecessor
  /// Its codebook.
  public var themes: [Theme]
  /// Its roster; nobody has arrived yet.
  public var delegates: [Delegate]
  /// Its open opportunities, each with its history.
  public var opportunities: [Opportunity]
  /// What these go back to, in the words of now, each once.
  public var sources: [CarriedSource] = []
}

extension Session {
  /// What the workshop that follows this one up begins with: the codebook, the roster, the open
  /// opportunities with their stages, what became of the closed ones, and the future priorities that
  /// were named.
  ///
  /// People and opportunities keep their identifiers and numbers, so that what became of them can be
  /// told from both records. Of contributions the captured words are handed on that an open opportunity
  /// goes back to, each as a record that can be redacted there. No words are copied into a card: one
  /// without a title goes by what was said there too.
  public static func followUp(from old: Session) -> FollowUp {
    let open = old.opportunities.kept.filter(\.isOpen)
    let sources = open.map { old.sourcesToCarry(of: $0) }
    var handed: Set<ContributionID> = []
    return FollowUp(
      predecessor: Predecessor(
        session: old.id, title: old.plan.title, date: old.plan.date,
        futurePriorities: old.feedbackSummary.futurePriorities,
        closed: old.opportunities.kept.filter { !$0.isOpen }.map { Predecessor.Closed($0) }),
      themes: old.themes,
      delegates: old.delegates.values.map { Delegate(id: $0.id, profile: $0.profile) },
      opportunities: zip(open, sources).map { opportunity, sources in
        var card = opportunity.card
        card.themes = old.current(card.themes)
        var carried = Opportunity(
          id: opportunity.id, number: opportunity.number, contributions: [], card: card,
          history: opportunity.history,
          origin: Opportunity.Origin(
            session: old.id, number: opportunity.number, steps: opportunity.history.count,
            contributions: opportunity.contributions.compactMap { old.contributions[$0]?.number },
            sources: sources.map(\.contribution),
            before: opportunity.origin.map { [$0.alone] + ($0.before ?? []) } ?? []))
        carried.retitled = 0
        return carried
      }, sources: sources.joined().filter { handed.insert($0.contribution).inserted })
  }

  /// The plan for the workshop that follows this one up: the same, with the codebook as it is now, and
  /// without the day and the reference, under a title that tells the two apart.
  public var followUpPlan: Plan {
    var next = plan
    next.title = Self.followUpTitle(plan.title)
    next.themes = themes
    next.date = ""
    next.reference = ""
    next.priorities.removeAll { $0.id == Priority.acrossAll.id }
    return next
  }

  /// What the room before wanted taken up and is no priority yet, the most wanted first.
  public var wantedBefore: [Wish] {
    let titles = Set(plan.priorities.map { $0.title.squeezed })
    return (followsUp?.futurePriorities ?? []).filter { !titles.contains($0.text.squeezed) }
  }

  /// `Ports` is followed up by `Ports (2)`, that by `Ports (3)`, and so on.
  private static func followUpTitle(_ title: String) -> String {
    if title.hasSuffix(")"), let start = title.ranges(of: " (").last,
      let count = Int(title[start.upperBound...].dropLast()), (2...98).contains(count)
    {
      return title[..<start.lowerBound] + " (\(count + 1))"
    }
    return title + " (2)"
  }
}

extension Opportunity.Origin {
  /// The origin without what was before it, as a link of a chain.
  fileprivate var alone: Opportunity.Origin {
    Opportunity.Origin(
      session: session, number: number, steps: steps, contributions: contributions)
  }
}

extension Predecessor.Closed {
  fileprivate init(_ opportunity: Opportunity) {
    number = opportunity.number
    title = opportunity.card.title
    priority = opportunity.card.priority
    standing = opportunity.standing
    date = opportunity.history.last.map { String($0.at.description.prefix(10)) } ?? ""
  }
}

extension Plan {
  /// Makes what a room wanted taken up a priority, behind those there are; one that has this title
  /// already stays the only one.
  ///
  /// - Returns: the priority of this title.
  @discardableResult
  public mutating func takeUp(_ wish: Wish) -> PriorityID {
    if let same = priorities.first(where: { $0.title.squeezed == wish.text.squeezed }) {
      return same.id
    }
    let taken = Set(priorities.map(\.id))
    var number = 1
    while taken.contains(PriorityID("wanted-\(number)")) { number += 1 }
    let priority = Priority(id: PriorityID("wanted-\(number)"), title: wish.text)
    let place = priorities.firstIndex { $0.id == Priority.acrossAll.id } ?? priorities.endIndex
    priorities.insert(priority, at: place)
    return priority.id
  }
}
