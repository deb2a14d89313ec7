/// What a decision needs from outside: the time, who decides, and fresh names and numbers.
///
/// The engine reads no clock and draws no random number; whoever calls it does.
public struct Moment: Sendable {
  /// The wall-clock time.
  public let now: Instant
  /// The writer whose acts are undone and redone.
  public let device: DeviceID
  /// A few random characters that no other moment has, from which new identifiers are made.
  ///
  /// At most 11 bytes keep identifiers within 15.
  public let token: String
  /// Fresh contribution numbers, as many as `Command.numbersNeeded` asks for.
  public let numbers: [ContributionNumber]
  /// Fresh opportunity numbers, as many as `Command.opportunityNumbersNeeded` asks for.
  public let opportunityNumbers: [OpportunityNumber]

  /// Makes a moment.
  public init(
    now: Instant, device: DeviceID, token: String, numbers: [ContributionNumber] = [],
    opportunityNumbers: [OpportunityNumber] = []
  ) {
    self.now = now
    self.device = device
    self.token = token
    self.numbers = numbers
    self.opportunityNumbers = opportunityNumbers
  }

  /// The `index`th new identifier of this moment.
  func fresh<Thing>(_ index: Int = 0) -> ID<Thing> { ID(token + String(index, radix: 36)) }
}

/// A command that cannot be carried out: why, and what to do instead.
public struct Refusal: Error, Equatable, Sendable, CustomStringConvertible {
  /// Why, such as `there is no group ‘Table 9’`.
  public let reason: String
  /// What to do instead.
  public let remedy: String
  /// What was named and is not there, where that is the reason.
  public let absent: Absent?

  /// Something that was named and is not there.
  public enum Absent: Equatable, Sendable {
    /// What goes by a name: a theme, a vote, a group.
    case named(String)
    /// A contribution.
    case contribution(ContributionNumber)
  }

  /// Makes a refusal.
  public init(_ reason: String, remedy: String, absent: Absent? = nil) {
    self.reason = reason
    self.remedy = remedy
    self.absent = absent
  }

  /// Both, in one sentence.
  public var description: String {
    // Behind a question no semicolon stands.
    remedy.isEmpty ? reason : reason + (reason.hasSuffix("?") ? " " : "; ") + remedy
  }
}

/// The events that carry a command out.
public struct Decision: Sendable {
  /// What happens, in order; empty where everything is already as asked.
  public let events: [any Event]
  /// For undo and redo: the act that is taken back or brought back.
  public let turn: Turn?
  /// What to tell the scribe, such as `undid: captured #17`.
  public let account: String

  /// Makes a decision.
  public init(events: [any Event], turn: Turn? = nil, account: String) {
    self.events = events
    self.turn = turn
    self.account = account
  }
}
