/// The number of an opportunity that people say aloud: `O7`, or `Ob4` from another place.
///
/// Stable for ever and never given twice, by the same means as a contribution's number.
public struct OpportunityNumber: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// The letters of its series and its value.
  public var number: ContributionNumber

  /// Makes a number of a series.
  public init(series: String = "", _ value: Int) {
    number = ContributionNumber(series: series, value)
  }

  init(_ number: ContributionNumber) { self.number = number }

  /// Reads `O7`, `o7`, `7` or `Ob4`; `nil` where the text is no number.
  public init?(_ text: String) {
    let isSpoken = text.hasPrefix("O") || text.hasPrefix("o")
    guard let number = ContributionNumber(isSpoken ? String(text.dropFirst()) : text),
      !text.contains("#")
    else { return nil }
    self.number = number
  }

  /// Reads the number from a JSON string.
  ///
  /// - Throws: `DecodingError.dataCorrupted` where the string is no number.
  public init(from decoder: any Decoder) throws { number = try ContributionNumber(from: decoder) }

  /// Writes the number as a JSON string, without its `O`.
  public func encode(to encoder: any Encoder) throws { try number.encode(to: encoder) }

  /// The number without its `O`, as it stands in files.
  public var description: String { number.description }

  /// The number as it is said and shown.
  public var spoken: String { "O" + description }

  /// Orders by series, then value.
  public static func < (a: OpportunityNumber, b: OpportunityNumber) -> Bool { a.number < b.number }
}
