import SessionEngine

/// How far to play a session.
public enum Until: Equatable, Sendable {
  /// That many records, in the order that every machine agrees on.
  case events(Int)
  /// Up to and with this instant.
  case instant(Instant)
  /// Up to the end of this second of the day: of a date (days since 1970), or of the workshop's day.
  case timeOfDay(second: Int, day: Int?)

  /// The records that belong to it, in order.
  ///
  /// A record belongs by its wall-clock time, so one whose clock ran ahead may stand between records
  /// that are left out.
  func selection(of records: [Record], offsetSeconds: Int) -> [Record] {
    switch self {
    case .events(let count): return Array(records.prefix(max(0, count)))
    case .instant(let last): return records.filter { $0.at <= last }
    case .timeOfDay(let second, let day):
      guard
        let day = day ?? Self.workshopDay(records, offsetSeconds: offsetSeconds)
      else { return [] }
      let end = (Int64(day) * 86_400 + Int64(second) + 1 - Int64(offsetSeconds)) * 1000
      return records.filter { $0.at.milliseconds < end }
    }
  }

  /// The day of the plan where something happened on it, else the day on which most happened.
  private static func workshopDay(_ records: [Record], offsetSeconds: Int) -> Int? {
    var counts: [Int: Int] = [:]
    for record in records { counts[record.at.day(offsetSeconds), default: 0] += 1 }
    let planned = Instant(Replay.fold(records).plan.date + "T00:00:00Z")?.day(0)
    if let planned, counts[planned] != nil { return planned }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}

extension Instant {
  /// Days since 1970 at a place whose clock is so far ahead of UTC.
  func day(_ offsetSeconds: Int) -> Int {
    let seconds = advanced(bySeconds: offsetSeconds).seconds(since: Instant(milliseconds: 0))
    return seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
  }
}

extension Replay {
  /// Reads how far to play: a number of events (`120`), a time of day (`10:42`, `10:42:17`), a local
  /// date and time (`2026-11-24 10:42`) or an instant (`2026-11-24T10:42:17Z`).
  ///
  /// A minute is meant with all its seconds, a second with all its milliseconds.
  ///
  /// - Throws: `ReplayError` where the text is none of these.
  public static func parseUntil(_ text: String) throws(ReplayError) -> Until {
    let text = text.trimmed
    if !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), let count = Int(text) {
      return .events(count)
    }
    if let instant = Instant(text) {
      let isWhole = !text.contains(".")
      return .instant(Instant(milliseconds: instant.milliseconds + (isWhole ? 999 : 0)))
    }
    let parts = text.split { $0 == " " || $0 == "T" }.map(String.init)
    if parts.count == 1, let second = lastSecond(parts[0]) {
      return .timeOfDay(second: second, day: nil)
    }
    if parts.count == 2, let day = Instant(parts[0] + "T00:00:00Z")?.day(0),
      let second = lastSecond(parts[1])
    {
      return .timeOfDay(second: second, day: day)
    }
    throw ReplayError(
      reason: "‘\(Plain.line(text))’ is no moment of the day",
      remedy: "write 10:42, 2026-11-24 10:42, 2026-11-24T10:42:00Z or a number of events")
  }

  private static func lastSecond(_ clock: String) -> Int? {
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count),
      parts.allSatisfy({
        (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) }
      }),
      let hour = Int(parts[0]), hour < 24, let minute = Int(parts[1]), minute < 60
    else { return nil }
    guard parts.count == 3 else { return hour * 3600 + minute * 60 + 59 }
    guard let second = Int(parts[2]), second < 60 else { return nil }
    return hour * 3600 + minute * 60 + second
  }
}
