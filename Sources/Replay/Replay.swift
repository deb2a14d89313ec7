import SessionEngine

/// A session as a timeline: what happened, in the words of the room, and the state as it was then.
public enum Replay {
  /// How a timeline is written.
  public struct Options: Sendable {
    /// Whether contributions are given in full; otherwise they are clipped to one screen line.
    public var fullText: Bool
    /// How many characters of a contribution are shown where it is clipped.
    public var clip: Int

    /// Makes options.
    public init(fullText: Bool = false, clip: Int = 64) {
      self.fullText = fullText
      self.clip = clip
    }
  }

  /// The day as lines: one a record, headings for stages, rounds and days between them.
  ///
  /// The words of a contribution that was withdrawn or redacted since are on no line. What was
  /// merged or split has its own: it stands in what it was merged or split into.
  public static func lines(
    _ records: [Record], utcOffsetSeconds: Int, _ options: Options = Options()
  ) -> [String] {
    var timeline = Timeline(records, offsetSeconds: utcOffsetSeconds, options)
    for record in records { timeline.add(record) }
    return timeline.lines
  }

  /// The session as it was then: what the records up to that moment make of it.
  ///
  /// A contribution that was withdrawn or redacted since stands in it without its words, as redacted.
  public static func state(
    _ records: [Record], until: Until, utcOffsetSeconds: Int
  ) -> Session {
    let last = fold(records)
    var session = Session()
    for record in until.selection(of: records, offsetSeconds: utcOffsetSeconds) {
      session.apply(record.withoutWords(withdrawnIn: last))
    }
    return session
  }

  /// The moment that a playing stops at: what a clock in that state is read at. `nil` where nothing
  /// had happened by then.
  public static func moment(
    of records: [Record], until: Until, utcOffsetSeconds: Int
  ) -> Instant? {
    guard
      let last = until.selection(of: records, offsetSeconds: utcOffsetSeconds).map(\.at).max()
    else { return nil }
    switch until {
    case .events: return last
    case .instant(let instant): return instant
    case .timeOfDay(let second, let day):
      let seconds = (day ?? last.day(utcOffsetSeconds)) * 86_400 + second - utcOffsetSeconds
      return Instant(milliseconds: Int64(seconds) * 1000)
    }
  }

  /// Every record folded.
  static func fold(_ records: [Record]) -> Session {
    var session = Session()
    for record in records { session.apply(record) }
    return session
  }
}

/// Why a moment cannot be made out.
public struct ReplayError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Why.
  public let reason: String
  /// What to write instead.
  public let remedy: String

  /// Both, in one sentence.
  public var description: String { reason + "; " + remedy }
}

extension Record {
  /// The record without the words of a contribution that was withdrawn or redacted in the end.
  fileprivate func withoutWords(withdrawnIn last: Session) -> Record {
    guard var event = event as? any ContributionWords, event.words != nil,
      let contribution = last.contributions[event.contribution], !contribution.hasVoice
    else { return self }
    event.words = nil
    return Record(
      device: device, seq: seq, time: time, at: at, scribe: scribe, act: act, turn: turn,
      event: event)
  }
}
