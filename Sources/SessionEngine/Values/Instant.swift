/// A moment of wall-clock time: milliseconds since 1970-01-01T00:00:00Z.
///
/// Written as ISO 8601 in UTC with milliseconds, the one form used in every file. The engine never
/// reads a clock: instants come in with commands and events.
public struct Instant: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public var milliseconds: Int64

  /// Makes an instant of milliseconds since 1970-01-01T00:00:00Z.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Reads `2026-11-24T10:42:17.123Z` (or with an offset such as `+02:00`, or without milliseconds).
  ///
  /// `nil` where the text is not of that form or names no real date.
  public init?(_ text: String) {
    guard let parsed = InstantParser.parse(text.utf8) else { return nil }
    milliseconds = parsed
  }

  /// Reads the instant from a JSON string.
  ///
  /// - Throws: `DecodingError.dataCorrupted` where the string is no ISO 8601 instant.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let instant = Instant(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is no time of the form 2026-11-24T10:42:17.123Z"
      )
    }
    self = instant
  }

  /// Writes the instant as a JSON string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// The instant in UTC, such as `2026-11-24T10:42:17.123Z`.
  public var description: String {
    let date = CivilTime(self, offsetSeconds: 0)
    guard 0...9999 ~= date.year else {
      return date.dateText + "T" + date.clockText + "." + padded(date.millisecond, 3) + "Z"
    }
    // Every line of a journal holds one, so it is written in place rather than joined of pieces.
    return String(unsafeUninitializedCapacity: 24) { bytes in
      let parts: [(number: Int, width: Int, sign: StaticString)] = [
        (date.year, 4, "-"), (date.month, 2, "-"), (date.day, 2, "T"), (date.hour, 2, ":"),
        (date.minute, 2, ":"), (date.second, 2, "."), (date.millisecond, 3, "Z"),
      ]
      var end = 0
      for part in parts {
        var rest = part.number
        for place in stride(from: end + part.width - 1, through: end, by: -1) {
          bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
        bytes[end + part.width] = part.sign.utf8Start.pointee
        end += part.width + 1
      }
      return end
    }
  }

  /// This instant and some seconds more.
  public func advanced(bySeconds seconds: Int) -> Instant {
    let (delta, overflow) = Int64(seconds).multipliedReportingOverflow(by: 1000)
    let shift = overflow ? (seconds > 0 ? Int64.max : .min) : delta
    return Instant(milliseconds: milliseconds.adding(saturating: shift))
  }

  /// Whole seconds from `earlier` to this instant, rounded down; negative where it is the later one.
  public func seconds(since earlier: Instant) -> Int {
    Int(milliseconds.subtracting(saturating: earlier.milliseconds).flooredDivision(by: 1000))
  }

  /// Orders by time.
  public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
}

/// An instant as a person reads it off a calendar and a clock in some place.
///
/// The Gregorian conversion is Howard Hinnant's `civil_from_days`
/// (<https://howardhinnant.github.io/date_algorithms.html>), exact for every year in use.
public struct CivilTime: Equatable, Sendable {
  /// The calendar year.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, 1 to 31.
  public let day: Int
  /// The hour, 0 to 23.
  public let hour: Int
  /// The minute, 0 to 59.
  public let minute: Int
  /// The second, 0 to 59.
  public let second: Int
  /// The millisecond, 0 to 999.
  public let millisecond: Int
  /// The day of the week, 0 for Sunday to 6 for Saturday.
  public let weekday: Int

  /// Splits an instant at a place whose clock is `offsetSeconds` ahead of UTC.
  public init(_ instant: Instant, offsetSeconds: Int) {
    // Half the range reaches over a hundred million years, and leaves room to count in.
    let exact = instant.advanced(bySeconds: offsetSeconds).milliseconds
    let local = min(max(exact, .min / 2), .max / 2)
    let days = local.flooredDivision(by: 86_400_000)
    let inDay = Int(local - days * 86_400_000)
    (year, month, day) = Self.civil(fromDays: Int(days))
    hour = inDay / 3_600_000
    minute = inDay / 60_000 % 60
    second = inDay / 1000 % 60
    millisecond = inDay % 1000
    weekday = (Int(days) % 7 + 11) % 7
  }

  /// The date, such as `2026-11-24`.
  public var dateText: String { padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2) }

  /// The time of day, such as `10:42:17`.
  public var clockText: String {
    padded(hour, 2) + ":" + padded(minute, 2) + ":" + padded(second, 2)
  }

  /// Days since 1970-01-01 of a calendar date.
  public static func days(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The calendar date that lies some days after 1970-01-01.
  public static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * m + 2) / 5 + 1)
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
  return (number < 0 ? "-" : "") + zeros + digits
}

extension Int64 {
  func flooredDivision(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}

/// Reads ISO 8601 instants byte by byte: a journal holds one on every line.
enum InstantParser {
  static func parse(_ text: String.UTF8View) -> Int64? {
    var rest = text[...]
    guard let year = number(&rest, digits: 4), skip(&rest, "-"),
      let month = number(&rest, digits: 2), (1...12).contains(month), skip(&rest, "-"),
      let day = number(&rest, digits: 2), skip(&rest, "T"),
      let hour = number(&rest, digits: 2), hour < 24, skip(&rest, ":"),
      let minute = number(&rest, digits: 2), minute < 60, skip(&rest, ":"),
      let second = number(&rest, digits: 2), second < 61
    else { return nil }
    let days = CivilTime.days(year: year, month: month, day: day)
    guard CivilTime.civil(fromDays: days) == (year, month, day) else { return nil }
    var milliseconds = 0
    if skip(&rest, ".") {
      var scale = 100
      var seen = false
      while let byte = rest.first, (48...57).contains(byte) {
        milliseconds += Int(byte - 48) * scale
        scale /= 10
        seen = true
        rest.removeFirst()
      }
      guard seen else { return nil }
    }
    guard let offset = offsetSeconds(&rest), rest.isEmpty else { return nil }
    let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset
    return Int64(seconds) * 1000 + Int64(milliseconds)
  }

  private static func offsetSeconds(_ rest: inout Substring.UTF8View) -> Int? {
    if skip(&rest, "Z") { return 0 }
    let sign = rest.first == UInt8(ascii: "-") ? -1 : 1
    guard skip(&rest, "+") || skip(&rest, "-"), let hours = number(&rest, digits: 2) else {
      return nil
    }
    _ = skip(&rest, ":")
    guard let minutes = number(&rest, digits: 2), hours < 24, minutes < 60 else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }

  private static func number(_ rest: inout Substring.UTF8View, digits: Int) -> Int? {
    var value = 0
    for _ in 0..<digits {
      guard let byte = rest.first, (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
      rest.removeFirst()
    }
    return value
  }

  private static func skip(_ rest: inout Substring.UTF8View, _ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }
}
