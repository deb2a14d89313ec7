/// A contribution that an opportunity goes back to was copied from the workshop before, in the words
/// that it had then.
///
/// The copy can be redacted as what was captured here can: by its identifier, which is the one that it
/// has there.
public struct SourceCarried: ContributionWords {
  /// `source.carried`
  public static let kind = "source.carried"
  /// Names the contribution for ever.
  public let contribution: ContributionID
  /// The session where it was captured.
  public let session: SessionID
  /// What that workshop was called.
  public let workshop: String
  /// Its number there.
  public let number: ContributionNumber
  /// What the group was called.
  public let group: String
  /// What the priority was called.
  public let priority: String
  /// The words as they were captured; `nil` once redacted.
  public var words: String?

  private enum CodingKeys: String, CodingKey {
    case contribution, session, workshop, number, group, priority
  }

  /// Makes the event.
  public init(_ source: CarriedSource) {
    contribution = source.contribution
    session = source.session
    workshop = source.workshop
    number = source.number
    group = source.group
    priority = source.priority
    words = source.words
  }

  /// Keeps the copy.
  public func change(_ session: inout Session, by record: Record) -> String? {
    guard session.carriedSources[contribution] == nil else {
      return "\(number.spoken) of ‘\(workshop)’ was carried over already"
    }
    session.carriedSources[contribution] = CarriedSource(
      contribution: contribution, session: self.session, workshop: workshop, number: number,
      group: group, priority: priority,
      words: session.isRedacted(contribution) ? "" : words ?? "")
    return nil
  }

  /// Stays when the follow-up is undone: nothing shows it then.
  public func reversal(in session: Session) -> (any Event)? { nil }

  /// Names the number and the workshop, not the words.
  public func account(in session: Session) -> String {
    "carried \(number.spoken) of ‘\(workshop)’ over"
  }
}
