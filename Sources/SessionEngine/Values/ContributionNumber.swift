/// The number of a contribution that people say aloud: `#17`, or `#b4` from another place.
///
/// Stable for ever and never given twice. Processes that share one folder on one machine agree on
/// the next number and use no letter. A copy of the folder elsewhere, whose numbers cannot be
/// agreed, puts the letter of its series before its own.
public struct ContributionNumber: Hashable, Comparable, Sendable, Codable,
  CustomStringConvertible
{
  /// Lower-case ASCII letters; empty in the place where the session began.
  public var series: String
  /// 1 or more.
  public var value: Int

  /// Makes a number of a series.
  public init(series: String = "", _ value: Int) {
    self.series = series
    self.value = value
  }

  /// Reads `17`, `#17`, `b4` or `#B4`; `nil` where the text is no number.
  public init?(_ text: String) {
    let bare = text.hasPrefix("#") ? text.dropFirst() : text[...]
    let letters = bare.prefix { $0.isASCII && $0.isLetter }
    let digits = bare.dropFirst(letters.count)
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let value = Int(digits), value > 0
    else { return nil }
    self.init(series: letters.lowercased(), value)
  }

  /// Reads the number from a JSON string.
  ///
  /// - Throws: `DecodingError.dataCorrupted` where the string is no number.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let number = ContributionNumber(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is no contribution number such as 17 or b4")
    }
    self = number
  }

  /// Writes the number as a JSON string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// The number without its `#`, as it stands in files.
  public var description: String { series + String(value) }

  /// The number as it is said and shown.
  public var spoken: String { "#" + description }

  /// Orders by series, then value.
  public static func < (a: ContributionNumber, b: ContributionNumber) -> Bool {
    (a.series, a.value) < (b.series, b.value)
  }
}
