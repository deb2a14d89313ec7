/// A name that stays the same for ever and is never shown to a person.
///
/// The phantom type keeps a group's identifier from being passed where a delegate's is wanted.
/// Identifiers of up to 15 bytes live inside the `String` itself, so a session of a hundred
/// thousand contributions allocates nothing for them.
public struct ID<Thing>: Hashable, Sendable, Codable, Comparable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// The identifier as it stands in the journal.
  public let text: String

  /// Makes an identifier of the text that stands in a journal or a plan.
  public init(_ text: String) { self.text = text }

  /// Makes an identifier of a literal.
  public init(stringLiteral text: String) { self.text = text }

  /// Reads the identifier from a JSON string.
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the identifier as a JSON string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  /// The identifier as it stands in the journal.
  public var description: String { text }

  /// Orders identifiers by their bytes, the same on every machine.
  public static func < (a: Self, b: Self) -> Bool {
    a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }
}

/// Names one session.
public typealias SessionID = ID<Session>
/// Names one writer: a process's journal on one machine.
public typealias DeviceID = ID<Record>
/// Names one operational challenge of the plan.
public typealias PriorityID = ID<Priority>
/// Names one topic of the codebook.
public typealias ThemeID = ID<Theme>
/// Names one question that a contribution answers.
public typealias LensID = ID<Lens>
/// Names one part of the agenda.
public typealias StageID = ID<Stage>
/// Names one person in the room.
public typealias DelegateID = ID<Delegate>
/// Names one table.
public typealias GroupID = ID<Group>
/// Names one point that was made.
public typealias ContributionID = ID<Contribution>
/// Names one vote of the room on several things.
public typealias ScoringID = ID<Scoring>
/// Names one thing to try.
public typealias OpportunityID = ID<Opportunity>
