/// A contribution was captured.
public struct ContributionCaptured: RedactableEvent {
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
  /// The words; `nil` once redacted.
  public var words: String?

  private enum CodingKeys: String, CodingKey {
    case contribution, number, group, priority, round, lens, themes, highlight, saidAt,
      source
  }

  /// Makes the event.
  public init(
    contribution: ContributionID, number: ContributionNumber, group: GroupID,
    priority: PriorityID, round: Int? = nil, lens: LensID? = nil, themes: [ThemeID] = [],
    highlight: Bool = false, saidAt: Instant? = nil,
    source: String? = nil, words: String?
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
    self.words = words
  }

  /// Adds the contribution.
  ///
  /// Two places that cannot see each other may have chosen the same letter. The later of two equal
  /// numbers then gets the first letters of its device as well, so that no number stands twice.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard session.contributions[contribution] == nil else {
      return "\(number.spoken) was captured already"
    }
    session.contributions.add(
      Contribution(
        id: contribution, number: freeNumber(in: session, for: record.device),
        words: words ?? "", earlierWords: [], group: group, priority: priority, round: round,
        lens: lens ?? Lens.unknown.id, themes: themes ?? [], isHighlighted: highlight ?? false,
        speaker: nil, at: saidAt ?? record.at, scribe: record.scribe,
        standing: words == nil ? .redacted : .kept, source: source))
    return nil
  }

  private func freeNumber(in session: Session, for device: DeviceID) -> ContributionNumber {
    guard session.contributions[number] != nil else { return number }
    let letters = device.text.compactMap(\.hexDigitValue).map {
      String(UnicodeScalar(UInt8(97 + $0)))
    }
    var series = number.series
    for letter in letters + Array(repeating: "z", count: 64) {
      series += letter
      let candidate = ContributionNumber(series: series, number.value)
      if session.contributions[candidate] == nil { return candidate }
    }
    return number
  }

  /// Its withdrawal: the number is spent.
  public func reversal(in session: Session) -> (any Event)? {
    ContributionWithdrawn(contribution: contribution)
  }

  /// Names the number.
  public func account(in session: Session) -> String {
    "captured \(session.contributions[contribution]?.number.spoken ?? number.spoken)"
  }
}
