/// A contribution was captured.
public struct ContributionCaptured: ContributionWords {
  /// `contribution.captured`
  public static let kind = "contribution.captured"
  /// Names the contribution for ever.
  public let contribution: ContributionID
  /// The number that people say aloud.
  public let number: ContributionNumber
  /// The group that made the point.
  public let group: GroupID
  /// The priority that it is about.
  public let priority: PriorityID
  /// The round under way, if any.
  public let round: Int?
  /// The question that it answers.
  public let lens: LensID?
  /// The themes that it was coded to at once.
  public let themes: [ThemeID]?
  /// Whether it was picked out to be quoted at once.
  public let highlight: Bool?
  /// When it was said, where an import knows better than the journal.
  public let saidAt: Instant?
  /// What it was imported from.
  public let source: String?
  /// The contribution that it is a part of, where a compound one was split.
  public let partOf: ContributionID?
  /// The words; `nil` once redacted.
  public var words: String?

  private enum CodingKeys: String, CodingKey {
    case contribution, number, group, priority, round, lens, themes, highlight, saidAt,
      source, partOf
  }

  /// Makes the event.
  public init(
    contribution: ContributionID, number: ContributionNumber, group: GroupID,
    priority: PriorityID, round: Int? = nil, lens: LensID? = nil, themes: [ThemeID] = [],
    highlight: Bool = false, saidAt: Instant? = nil,
    source: String? = nil, partOf: ContributionID? = nil, words: String?
  ) {
    self.contribution = contribution
    self.number = number
    self.group = group
    self.priority = priority
    self.round = round
    self.lens = lens
    self.themes = themes.isEmpty ? nil : themes
    self.highlight = highlight ? true : nil
    self.saidAt = saidAt
    self.source = source
    self.partOf = partOf
    self.words = words
  }

  /// Adds the contribution.
  ///
  /// Two places that cannot see each other may have chosen the same letter. The later of two equal
  /// numbers then gets the first letters of its device as well, so that no number stands twice.
  public func change(_ session: inout Session, by record: Record) -> String? {
    // Words that are gone are no redaction yet: the redaction is an event of its own, and the fold up
    // to it must not depend on whether the words had been taken out of the file when it was read.
    let isRedacted = session.isRedacted(contribution)
    var letters = DeviceLetters(of: record.device)
    let addition = session.contributions.add(
      Contribution(
        id: contribution, number: number, words: isRedacted ? "" : words ?? "", earlierWords: [],
        group: group, priority: priority, round: round, lens: lens ?? Lens.unknown.id,
        themes: session.current(themes), isHighlighted: highlight ?? false, speaker: nil,
        at: saidAt ?? record.at, scribe: record.scribe,
        standing: isRedacted ? .redacted : .kept, source: source),
      next: { letters.lengthen($0) })
    switch addition {
    case .refused: return "\(number.spoken) was captured already"
    case .first: session.bringBack(Contributions.Place(group: group, priority: priority))
    case .further: break
    }
    return partOf.flatMap { session.note(contribution, asPartOf: $0) }
  }

  /// The number that the contribution gets: its own, unless that is given already.
  func freeNumber(in session: Session, for device: DeviceID) -> ContributionNumber {
    var letters = DeviceLetters(of: device)
    var candidate = number
    while session.contributions.contains(candidate) { candidate = letters.lengthen(candidate) }
    return candidate
  }

  /// Its withdrawal: the number is spent.
  public func reversal(in session: Session) -> (any Event)? {
    ContributionWithdrawn(contribution: contribution)
  }

  /// Whether it stands.
  public func isInForce(in session: Session) -> Bool {
    session.contributions[contribution]?.isKept ?? false
  }

  /// Names the number.
  public func account(in session: Session) -> String {
    "captured \(session.contributions[contribution]?.number.spoken ?? number.spoken)"
  }
}

extension Session {
  /// Whether the words of a contribution may never be shown again, even should they arrive now.
  func isRedacted(_ id: ContributionID) -> Bool { !redactions.isEmpty && redactions[id] != nil }

  /// Brings back the table or the priority that another device took away while somebody spoke there:
  /// nothing that was said may fall out of sight.
  ///
  /// Where something stands, both are there already: neither can be taken away from under it.
  mutating func bringBack(_ place: Contributions.Place) {
    if group(place.group) == nil {
      groups.append(place.group == Group.wholeRoom.id ? .wholeRoom : lostGroup(place.group))
      groups.sort { ($0.number, $0.id) < ($1.number, $1.id) }
    }
    if priority(place.priority) == nil {
      plan.priorities.append(
        place.priority == Priority.acrossAll.id
          ? .acrossAll : Priority(id: place.priority, title: place.priority.text))
    }
  }

  /// A table under the number that is in its identifier, or under the next one.
  private func lostGroup(_ id: GroupID) -> Group {
    let taken = Set(groups.map(\.number))
    let number = Int(id.text.dropFirst()).flatMap { (1...99).contains($0) ? $0 : nil }
    let free = number.flatMap { taken.contains($0) ? nil : $0 }
    let next = (taken.max() ?? 0).adding(saturating: 1)
    return Group(id: id, number: free ?? next, name: "Table \(free ?? next)")
  }
}

extension Array where Element: Hashable {
  var withoutRepeats: [Element] {
    guard count > 1 else { return self }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
