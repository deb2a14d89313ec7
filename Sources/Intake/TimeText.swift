import SessionEngine

/// A time as an export writes it.
struct TimeText {
  /// The moment.
  let instant: Instant
  /// What had to be assumed; `nil` where the text says everything.
  let assumption: Assumption?

  enum Assumption: Hashable {
    /// The text names no zone.
    case noZone
    /// The text names no day: this one was meant, as `2026-11-24`.
    case noDay(String)
    /// The text names a zone by letters that do not say which it is.
    case zone(String)
  }

  /// Reads a time; `nil` where the text is none.
  ///
  /// `offsetSeconds` is how far the clock is ahead of UTC where the text names no zone.
  init?(_ text: String, offsetSeconds: Int) {
    let text = text.trimmed
    if let number = Self.epoch(text) {
      (instant, assumption) = (number, nil)
      return
    }
    guard let parts = TimeParts(text) else { return nil }
    let zone = parts.zone
    let offset: Int
    switch zone {
    case .offset(let seconds): (offset, assumption) = (seconds, nil)
    case .missing: (offset, assumption) = (offsetSeconds, .noZone)
    case .letters(let name): (offset, assumption) = (0, .zone(name))
    }
    let days = CivilTime.days(year: parts.year, month: parts.month, day: parts.day)
    let seconds = days * 86_400 + parts.secondOfDay - offset
    instant = Instant(milliseconds: Int64(seconds) * 1000 + Int64(parts.millisecond))
  }

  /// Reads a time of day, such as `10:01` or `9:05:30 PM`, of a day; `nil` where the text is none.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - day: the day, as `2026-11-24`.
  ///   - offsetSeconds: how far the clock is ahead of UTC.
  init?(clock text: String, on day: String, offsetSeconds: Int) {
    let text = text.trimmed
    guard text.prefix(while: \.isNumber).count <= 2, text.drop(while: \.isNumber).first == ":",
      let time = TimeText(day + " " + text, offsetSeconds: offsetSeconds)
    else { return nil }
    (instant, assumption) = (time.instant, .noDay(day))
  }

  // Seconds, milliseconds or microseconds since 1970, told apart by their size: every moment from
  // 1973 to 5138 is read right. Smaller numbers are more likely a spreadsheet's day count.
  private static func epoch(_ text: String) -> Instant? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let whole = Int64(parts[0])
    else { return nil }
    switch whole {
    case 100_000_000..<100_000_000_000:
      let digits = parts.count == 2 ? String(parts[1].prefix(3)) : ""
      let padded = digits + String(repeating: "0", count: 3 - digits.count)
      return Instant(milliseconds: whole * 1000 + (Int64(padded) ?? 0))
    case 100_000_000_000..<100_000_000_000_000: return Instant(milliseconds: whole)
    case 100_000_000_000_000..<100_000_000_000_000_000:
      return Instant(milliseconds: whole / 1000)
    default: return nil
    }
  }
}
