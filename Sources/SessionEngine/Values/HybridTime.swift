/// Hybrid logical time: never goes back, whatever the wall clock does, and stays close to it.
///
/// Every event carries one. The order (hybrid time, device, seq) is the same on every machine, so
/// every machine folds the same events to the same state. Method: Kulkarni, Demirbas et al.,
/// "Logical Physical Clocks" (2014).
public struct HybridTime: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// The largest wall-clock time seen so far, in milliseconds since 1970-01-01T00:00:00Z.
  public var milliseconds: Int64
  /// Tells apart events within the same millisecond, and orders events while the clock is behind.
  public var counter: Int

  /// The time before every event.
  public static let zero = HybridTime(milliseconds: 0, counter: 0)

  /// Makes a hybrid time of its two parts.
  public init(milliseconds: Int64, counter: Int) {
    self.milliseconds = milliseconds
    self.counter = counter
  }

  /// Reads the form that `description` writes; `nil` where the text is not of it.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, let milliseconds = Self.number(parts[0], upTo: 253_402_300_799_999),
      let counter = Self.number(parts[1], upTo: Int64(Int32.max))
    else { return nil }
    self.init(milliseconds: milliseconds, counter: Int(counter))
  }

  /// A number in digits alone, without leading zeros: one time, one text.
  ///
  /// The limits (the end of the year 9999; two thousand million events in one millisecond) keep a
  /// damaged journal from pushing time so far that there is no next one.
  private static func number(_ digits: Substring.UTF8View, upTo limit: Int64) -> Int64? {
    guard let first = digits.first, digits.count <= 15, digits.allSatisfy({ 48...57 ~= $0 }),
      first != 48 || digits.count == 1
    else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int64($1 - 48) }
    return value <= limit ? value : nil
  }

  /// Reads the time from a JSON string.
  ///
  /// - Throws: `DecodingError.dataCorrupted` where the string is not of the form `1790000000000.0`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let time = HybridTime(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is no hybrid time such as 1790000000000.0")
    }
    self = time
  }

  /// Writes the time as a JSON string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Milliseconds and counter, such as `1790000000000.3`.
  public var description: String { String(milliseconds) + "." + String(counter) }

  /// The time of the next event after this one, when the wall clock shows `now`.
  public func next(at now: Instant) -> HybridTime {
    now.milliseconds > milliseconds
      ? HybridTime(milliseconds: now.milliseconds, counter: 0)
      : HybridTime(milliseconds: milliseconds, counter: counter + 1)
  }

  /// Orders by time, then counter.
  public static func < (a: HybridTime, b: HybridTime) -> Bool {
    (a.milliseconds, a.counter) < (b.milliseconds, b.counter)
  }
}
