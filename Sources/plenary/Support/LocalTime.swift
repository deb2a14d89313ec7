import Glibc
import SessionEngine

/// The laptop's clock and where it stands.
enum LocalTime {
  static var now: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// How far the local clock is ahead of UTC at a moment, in seconds, summer time included.
  static func offset(at instant: Instant = now) -> Int {
    var seconds = time_t(instant.milliseconds / 1000)
    var local = tm()
    localtime_r(&seconds, &local)
    return Int(local.tm_gmtoff)
  }

  static var today: String { CivilTime(now, offsetSeconds: offset()).dateText }

  /// Whether a text is a date such as 2026-11-24.
  static func isDate(_ text: String) -> Bool { Instant(text + "T00:00:00Z") != nil }
}
