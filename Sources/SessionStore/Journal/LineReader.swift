import FoundationEssentials
import SessionEngine

/// One line of a journal, read and proved by its own sum and seal; the chain is proved elsewhere.
struct JournalLine: Sendable {
  let record: Record
  /// How many lines of the same act follow.
  let more: Int
  let previous: Sum
  let sum: Sum
  /// Whether the line carries words.
  let hasText: Bool
  /// What the words belonged to that were taken out of the line, if they were.
  let emptied: RedactionSubject?
  /// What is worth saying about the line though it counts.
  let remark: String?
}

/// A line that does not count, and why.
struct LineFault: Error {
  let reason: String
}

/// Reads journal lines. One is not to be shared between threads.
struct LineReader {
  private let decoder = JSONDecoder()
  private let device: DeviceID

  init(device: DeviceID) { self.device = device }

  /// Reads the line in the range, which is without its newline.
  func read(
    _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>
  ) throws(LineFault) -> JournalLine {
    guard let parts = JSONParts(bytes, in: range) else {
      throw LineFault(reason: "the line is no JSON object")
    }
    guard let sum = LineProof.sum(of: parts, in: range) else {
      throw LineFault(reason: "the line does not agree with its sum")
    }
    let words = try words(of: parts)
    guard let act = parts.integer("act"), let seq = parts.integer("seq"),
      let at = parts.string("at").flatMap(Instant.init),
      let time = parts.string("hlc").flatMap(HybridTime.init), let kind = parts.string("kind"),
      let previous = parts.sum("prev"), let scribe = parts.string("scribe"),
      let data = parts.value("data")
    else { throw LineFault(reason: "the line lacks a field") }
    let turn: Turn? =
      parts.integer("reverses").map { .undoes($0) } ?? parts.integer("redoes").map { .redoes($0) }
    let (event, remark) = event(kind, bytes, in: data, words: words.text)
    return JournalLine(
      record: Record(
        device: device, seq: seq, time: time, at: at, scribe: scribe, act: act, turn: turn,
        event: event),
      more: parts.integer("more") ?? 0, previous: previous, sum: sum, hasText: words.text != nil,
      emptied: words.isSealed && words.text == nil
        ? Self.subject(kind, bytes, in: data) ?? .contribution("") : nil,
      remark: remark)
  }

  /// The words, proved by their seal.
  private func words(of parts: JSONParts) throws(LineFault) -> (isSealed: Bool, text: String?) {
    let seal = parts.value("seal")
    guard let text = parts.value("text") else { return (seal != nil, nil) }
    let bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(parts.bytes)[text])
    guard let said = parts.sum("seal"), said == Sum(of: bytes) else {
      throw LineFault(reason: "the words do not agree with their seal")
    }
    guard let inner = JSONParts(parts.bytes, in: text), let words = inner.string("words") else {
      throw LineFault(reason: "the words cannot be read")
    }
    return (true, words)
  }

  /// What an event's words belong to: the card of the opportunity that its data names, or the contribution.
  static func subject(
    _ kind: String, _ bytes: UnsafeBufferPointer<UInt8>, in data: Range<Int>
  ) -> RedactionSubject? {
    guard let parts = JSONParts(bytes, in: data) else { return nil }
    if kind.hasPrefix("opportunity.") {
      return parts.string("opportunity").map {
        .card(OpportunityID($0), edition: parts.integer("edition") ?? 0)
      }
    }
    return parts.string("contribution").map { .contribution(ContributionID($0)) }
  }

  private func event(
    _ kind: String, _ bytes: UnsafeBufferPointer<UInt8>, in data: Range<Int>, words: String?
  ) -> (any Event, remark: String?) {
    if kind == ContributionCaptured.kind,
      let event = CapturedReader.read(bytes, in: data, words: words)
    {
      return (event, nil)
    }
    guard let type = EventCatalogue.type(of: kind) else {
      return (UnknownEvent(actualKind: kind), nil)
    }
    do {
      let event = try decode(type, Data(UnsafeBufferPointer(rebasing: bytes[data])))
      // Cards written before their words had a seal have them in the data.
      guard let words, var redactable = event as? any RedactableEvent else { return (event, nil) }
      redactable.words = words
      return (redactable, nil)
    } catch {
      // A later version may have changed the kind; the line itself is sound.
      return (
        UnknownEvent(actualKind: kind),
        "this version cannot read the event of kind \(kind), so it has no effect"
      )
    }
  }

  private func decode<Kind: Event>(_ type: Kind.Type, _ data: Data) throws -> any Event {
    try decoder.decode(type, from: data)
  }
}

/// Reads the most frequent kind of event by hand: a session of 20,000 opens in half the time.
enum CapturedReader {
  /// The event, or `nil` where anything about it is unusual; the general way then decides.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, in data: Range<Int>, words: String?
  ) -> ContributionCaptured? {
    guard let parts = JSONParts(bytes, in: data),
      let contribution = parts.string("contribution"),
      let number = parts.string("number").flatMap(ContributionNumber.init),
      let group = parts.string("group"), let priority = parts.string("priority")
    else { return nil }
    var themes: [ThemeID] = []
    if let value = parts.value("themes") {
      guard let list = strings(bytes, in: value) else { return nil }
      themes = list.map { ThemeID($0) }
    }
    var highlight = false
    if let value = parts.value("highlight") {
      guard bytes[value].elementsEqual("true".utf8) else { return nil }
      highlight = true
    }
    var known = 4 + (parts.value("themes") == nil ? 0 : 1) + (highlight ? 1 : 0)
    let round = optional(parts.value("round"), parts.integer("round"), &known)
    let lens = optional(parts.value("lens"), parts.string("lens"), &known)
    let saidAt = optional(
      parts.value("saidAt"), parts.string("saidAt").flatMap(Instant.init), &known)
    let source = optional(parts.value("source"), parts.string("source"), &known)
    let partOf = optional(parts.value("partOf"), parts.string("partOf"), &known)
    guard known == parts.members.count else { return nil }
    return ContributionCaptured(
      contribution: ContributionID(contribution), number: number, group: GroupID(group),
      priority: PriorityID(priority), round: round, lens: lens.map { LensID($0) }, themes: themes,
      highlight: highlight, saidAt: saidAt, source: source,
      partOf: partOf.map { ContributionID($0) }, words: words)
  }

  /// Counts a field that was read; one that is there and was not is missed in the count.
  private static func optional<Value>(
    _ range: Range<Int>?, _ value: Value?, _ known: inout Int
  ) -> Value? {
    if range != nil, value != nil { known += 1 }
    return value
  }

  private static func strings(
    _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>
  ) -> [String]? {
    // `["a","b"]`: identifiers need no escapes, and one that does goes the general way.
    let text = bytes[range]
    guard text.count > 4, !text.contains(UInt8(ascii: "\\")),
      text.starts(with: "[\"".utf8), text.suffix(2).elementsEqual("\"]".utf8)
    else { return nil }
    var list: [String] = []
    var rest = text.dropFirst(2).dropLast(2)
    while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
      guard rest[quote...].starts(with: "\",\"".utf8) else { return nil }
      list.append(String(decoding: rest[..<quote], as: UTF8.self))
      rest = rest[(quote + 3)...]
    }
    list.append(String(decoding: rest, as: UTF8.self))
    return list
  }
}
