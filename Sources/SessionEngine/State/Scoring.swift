/// One vote of the room on several things.
public struct Scoring: Codable, Equatable, Sendable {
  /// Names the vote for ever.
  public let id: ScoringID
  /// What the room was asked.
  public let title: String
  /// How the room answers.
  public let method: Method
  /// What the items are.
  public let kind: ItemKind
  /// What is voted on, in the order on the screen. Never changes once opened.
  public internal(set) var items: [Item]
  /// Who votes.
  public let voters: VoterKind
  /// When it was opened.
  public let openedAt: Instant
  /// What each voter said.
  public internal(set) var ballots: [Voter: [Mark]] = [:]
  /// A show of hands instead of ballots: how many for each item.
  public internal(set) var hands: [String: Int] = [:]
  /// Whether the result may be shown to the room.
  public internal(set) var isRevealed = false
  /// Whether no more ballots are taken.
  public internal(set) var isClosed = false
  /// Whether it was taken back: on no screen and in no output.
  public internal(set) var isWithdrawn = false

  /// How the room answers.
  public enum Method: Equatable, Sendable {
    /// Each item gets 1 to 5 by each criterion; usually impact and ease.
    case scores(criteria: [String])
    /// Each voter has so many dots to place, and at most so many for one item.
    case dots(budget: Int, most: Int)
    /// Each voter puts so many items at most in order (nominal group technique).
    case ranking(places: Int)

    /// How much it would change, and how easily it is done.
    public static let impactAndEase = Method.scores(criteria: ["impact", "ease"])
    /// The top five.
    public static let topFive = Method.ranking(places: 5)
  }

  /// What is voted on.
  public enum ItemKind: String, Codable, Sendable, CaseIterable {
    /// Points that were made.
    case contributions
    /// Topics of the codebook.
    case themes
    /// Things to try.
    case opportunities
  }

  /// Who votes.
  public enum VoterKind: String, Codable, Sendable, CaseIterable {
    /// Each table has one ballot.
    case groups
    /// Each person has one.
    case delegates
  }

  /// One thing that is voted on, and how it stood when the vote was opened.
  public struct Item: Codable, Equatable, Sendable {
    /// The identifier of the contribution, theme or opportunity.
    public let id: String
    /// How many times its words had been changed before: so it can be told whether they were since.
    /// Not the words, which must stay open to redaction.
    public let rewordings: Int
    /// What a theme or a titled opportunity was called then. That of an opportunity is looked up when the
    /// vote is folded in: the record has no copy of it.
    public let title: String?

    /// Makes an item.
    public init(id: String, rewordings: Int = 0, title: String? = nil) {
      self.id = id
      self.rewordings = rewordings
      self.title = title
    }
  }

  /// One voter.
  public enum Voter: Hashable, Sendable, Comparable {
    /// A table.
    case group(GroupID)
    /// A person.
    case delegate(DelegateID)

    /// Orders groups before delegates, each by identifier.
    public static func < (a: Voter, b: Voter) -> Bool {
      switch (a, b) {
      case (.group(let a), .group(let b)): a < b
      case (.delegate(let a), .delegate(let b)): a < b
      case (.group, .delegate): true
      case (.delegate, .group): false
      }
    }
  }

  /// What a voter says about one item.
  public struct Mark: Codable, Hashable, Sendable {
    /// Which item.
    public let item: String
    /// By which criterion; for scores only.
    public let criterion: String?
    /// The score, 1 to 5; the number of dots, from 1; or the place in the order, from 1.
    public let points: Int

    /// Makes a mark.
    public init(item: String, criterion: String? = nil, points: Int) {
      self.item = item
      self.criterion = criterion
      self.points = points
    }
  }

  /// The lowest and the highest score.
  public static let scale = 1...5

  /// Whether anybody's vote is on record.
  public var hasVotes: Bool { !ballots.isEmpty || !hands.isEmpty }
}

extension Scoring.Method: Codable {
  private enum CodingKeys: String, CodingKey { case by, criteria, budget, most, places }

  /// Reads the method from its own object: `by` and what belongs to it.
  ///
  /// - Throws: `DecodingError` where `by` names no method of this version.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    switch try fields.decode(String.self, forKey: .by) {
    case "scores": self = .scores(criteria: try fields.decode([String].self, forKey: .criteria))
    case "dots":
      self = .dots(
        budget: try fields.decode(Int.self, forKey: .budget),
        most: try fields.decode(Int.self, forKey: .most))
    case "ranking": self = .ranking(places: try fields.decode(Int.self, forKey: .places))
    case let other:
      throw DecodingError.dataCorruptedError(
        forKey: .by, in: fields, debugDescription: "there is no method ‘\(other)’")
    }
  }

  /// Writes `by` and what belongs to it.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .scores(let criteria):
      try fields.encode("scores", forKey: .by)
      try fields.encode(criteria, forKey: .criteria)
    case .dots(let budget, let most):
      try fields.encode("dots", forKey: .by)
      try fields.encode(budget, forKey: .budget)
      try fields.encode(most, forKey: .most)
    case .ranking(let places):
      try fields.encode("ranking", forKey: .by)
      try fields.encode(places, forKey: .places)
    }
  }
}

extension Scoring.Voter: Codable {
  private enum CodingKeys: String, CodingKey { case group, delegate }

  /// Reads `{"group": …}` or `{"delegate": …}`.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    if let group = try fields.decodeIfPresent(GroupID.self, forKey: .group) {
      self = .group(group)
    } else {
      self = .delegate(try fields.decode(DelegateID.self, forKey: .delegate))
    }
  }

  /// Writes `{"group": …}` or `{"delegate": …}`.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .group(let id): try fields.encode(id, forKey: .group)
    case .delegate(let id): try fields.encode(id, forKey: .delegate)
    }
  }
}

extension Scoring.Voter: CodingKeyRepresentable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// The name of the voter among the members of an object, so that ballots are written in one order.
  public var codingKey: any CodingKey {
    switch self {
    case .group(let id): Key(stringValue: "g:" + id.text)
    case .delegate(let id): Key(stringValue: "d:" + id.text)
    }
  }

  /// Reads such a name; `nil` where it is none.
  public init?<Name: CodingKey>(codingKey: Name) {
    let id = String(codingKey.stringValue.dropFirst(2))
    switch codingKey.stringValue.prefix(2) {
    case "g:": self = .group(GroupID(id))
    case "d:": self = .delegate(DelegateID(id))
    default: return nil
    }
  }
}
