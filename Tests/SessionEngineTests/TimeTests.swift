import Foundation
import SessionEngine
import Testing

@Suite("Times")
struct TimeTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00.000Z", 0), ("2000-02-29T12:00:00.000Z", 951_825_600_000),
    ("1969-12-31T23:59:59.999Z", -1), ("1900-03-01T00:00:00.000Z", -2_203_891_200_000),
    ("2026-11-24T10:42:17.123Z", 1_795_516_937_123),
    ("0001-01-01T00:00:00.000Z", -62_135_596_800_000),
    ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
  ])
  func knownInstants(text: String, milliseconds: Int64) {
    #expect(SessionEngine.Instant(text)?.milliseconds == milliseconds)
    #expect(SessionEngine.Instant(milliseconds: milliseconds).description == text)
  }

  @Test func otherFormsOfTheSameInstant() {
    let noon = SessionEngine.Instant("2026-11-24T12:00:00.000Z")
    for text in [
      "2026-11-24T12:00:00Z", "2026-11-24T14:00:00+02:00", "2026-11-24T06:30:00.0-05:30",
      "2026-11-24T13:00:00.000999+0100", "2026-11-25T01:00:00+13:00",
    ] {
      #expect(SessionEngine.Instant(text) == noon, "\(text)")
    }
  }

  @Test(arguments: [
    "", "2026", "2026-11-24", "2026-11-24T10:42", "2026-11-24T10:42:17", "2026-11-24 10:42:17Z",
    "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-00-01T00:00:00Z", "2026-13-01T00:00:00Z",
    "2026-04-31T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z",
    "2026-01-01T00:00:61Z", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00Zx",
    "2026-01-01T00:00:00+",
    "2026-01-01T00:00:00+1:00", "2026-01-01T00:00:00+24:00", "2026-01-01T00:00:00+01:60",
    "+026-01-01T00:00:00Z", "2026-1-01T00:00:00Z", "２０２６-01-01T00:00:00Z", "-2026-01-01T00:00:00Z",
  ])
  func malformedInstants(text: String) {
    #expect(SessionEngine.Instant(text) == nil)
  }

  @Test("Any day of four centuries is the one that Foundation says", arguments: 0..<8)
  func againstFoundation(seed: Int) throws {
    var dice = Dice(seed)
    var calendar = Calendar(identifier: .gregorian)
    for _ in 0..<400 {
      let milliseconds = Int64(dice.roll(-6_000_000_000_000..<7_000_000_000_000))
      let offset = dice.roll(-50..<57) * 900
      calendar.timeZone = try #require(TimeZone(secondsFromGMT: offset))
      let date = Date(timeIntervalSince1970: (Double(milliseconds) / 1000).rounded(.down))
      let theirs = calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .second, .weekday], from: date)
      let instant = SessionEngine.Instant(milliseconds: milliseconds)
      let ours = CivilTime(instant, offsetSeconds: offset)
      #expect(ours.year == theirs.year && ours.month == theirs.month && ours.day == theirs.day)
      #expect(ours.hour == theirs.hour && ours.minute == theirs.minute)
      #expect(ours.second == theirs.second && ours.weekday + 1 == theirs.weekday)
      #expect(SessionEngine.Instant(instant.description) == instant)
      #expect(
        CivilTime.days(year: ours.year, month: ours.month, day: ours.day)
          == Int(floor(Double(milliseconds + Int64(offset) * 1000) / 86_400_000)))
    }
  }

  @Test func secondsBetween() {
    let start = SessionEngine.Instant(milliseconds: 10_500)
    #expect(start.advanced(bySeconds: 2).seconds(since: start) == 2)
    #expect(start.seconds(since: SessionEngine.Instant(milliseconds: 10_501)) == -1)
    #expect(start.advanced(bySeconds: .max).milliseconds == .max)
    #expect(start.advanced(bySeconds: .min) < start)
  }

  @Test func hybridTimeNeverGoesBack() {
    var time = HybridTime.zero
    for (clock, expected) in [(100, "100.0"), (100, "100.1"), (50, "100.2"), (101, "101.0")] {
      let next = time.next(at: SessionEngine.Instant(milliseconds: Int64(clock)))
      #expect(time < next && next.description == expected)
      time = next
    }
  }

  @Test func hybridTimeIsReadInOneFormOnly() {
    #expect(
      HybridTime("1790000000000.3") == HybridTime(milliseconds: 1_790_000_000_000, counter: 3))
    #expect(HybridTime("0.0") == .zero)
    for text in [
      "", ".", "1", "1.", ".1", "1.2.3", "-1.0", "+1.0", "1.+2", "01.0", "1.00", " 1.0", "1.0 ",
      "a.0", "9223372036854775807.0", "253402300800000.0", "1.2147483648", "1.99999999999999999999",
    ] {
      #expect(HybridTime(text) == nil, "\(text)")
    }
  }
}
