import SessionEngine
import Testing

@testable import SessionStore

/// The event that is written by hand reads as the encoder would have written it.
@Suite struct CapturedDataTests {
  static let hostile = "a\"b\\c/\u{0}\t\n\r\u{8}\u{C}\u{1F}\u{7F}\u{2028}é👩‍🚀"

  @Test func `every field or none, the bytes are the encoder's`() {
    for mask in 0..<64 {
      func has(_ bit: Int) -> Bool { mask >> bit & 1 == 1 }
      let event = ContributionCaptured(
        contribution: "x1", number: ContributionNumber(series: has(0) ? "b" : "", 17),
        group: "g1", priority: ID(has(1) ? Self.hostile : "p1"), round: has(2) ? 3 : nil,
        lens: has(3) ? "works" : nil, themes: has(4) ? ["t1", ID(Self.hostile)] : [],
        highlight: has(5), saidAt: has(2) ? Instant(milliseconds: 1_795_000_000_001) : nil,
        source: has(3) ? Self.hostile : nil, partOf: has(5) ? ID(Self.hostile) : nil,
        words: "never here")
      var bytes: [UInt8] = []
      event.appendData(to: &bytes)
      let encoded = LineWriter().encodedData(of: event)
      #expect(String(decoding: bytes, as: UTF8.self) == String(decoding: encoded, as: UTF8.self))
    }
  }
}
