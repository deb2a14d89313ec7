import FoundationEssentials
import SessionEngine

/// Writes events as journal lines. Holds one encoder, since making one costs more than using it.
struct LineWriter {
  private let encoder: JSONEncoder

  init() {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// An event's own fields, keys sorted.
  private func appendData(of event: any Event, to bytes: inout [UInt8]) {
    if let captured = event as? ContributionCaptured { return captured.appendData(to: &bytes) }
    bytes.append(contentsOf: encodedData(of: event))
  }

  /// The same as the encoder has it.
  func encodedData(of event: any Event) -> [UInt8] {
    // Events hold strings, integers, flags and lists of these: there is nothing that cannot be
    // written, and an empty object still says that the event happened.
    (try? encoder.encode(event)).map { [UInt8]($0) } ?? Array("{}".utf8)
  }

  /// Appends the line of a record, newline included.
  ///
  /// - Parameters:
  ///   - more: how many lines of the same act follow.
  ///   - previous: the sum of the line before.
  ///   - salt: gives 16 random bytes for an event with words.
  /// - Returns: the line's sum.
  func append(
    _ record: Record, more: Int, after previous: Sum, salt: () -> [UInt8],
    to bytes: inout [UInt8]
  ) -> Sum {
    let start = bytes.count
    let text = Self.text(of: record.event, salt: salt)
    func name(_ name: StaticString) {
      name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
    func number(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }
    name("{\"act\":")
    number(record.act)
    name(",\"at\":")
    JSONText.append(record.at.description, to: &bytes)
    name(",\"data\":")
    appendData(of: record.event, to: &bytes)
    name(",\"hlc\":")
    JSONText.append(record.time.description, to: &bytes)
    name(",\"kind\":")
    JSONText.append(record.event.kind, to: &bytes)
    if more > 0 {
      name(",\"more\":")
      number(more)
    }
    name(",\"prev\":\"")
    previous.appendHex(to: &bytes)
    name("\"")
    if case .redoes(let seq) = record.turn {
      name(",\"redoes\":")
      number(seq)
    }
    if case .undoes(let seq) = record.turn {
      name(",\"reverses\":")
      number(seq)
    }
    name(",\"scribe\":")
    JSONText.append(record.scribe, to: &bytes)
    if let text {
      name(",\"seal\":\"")
      Sum(of: text).appendHex(to: &bytes)
      name("\"")
    }
    name(",\"seq\":")
    number(record.seq)
    let sum = bytes.withUnsafeBytes {
      Sum(of: UnsafeRawBufferPointer(rebasing: $0[start...]))
    }
    name(",\"sum\":\"")
    sum.appendHex(to: &bytes)
    name("\"")
    if let text {
      name(",\"text\":")
      bytes.append(contentsOf: text)
    }
    name("}\n")
    return sum
  }

  private static func text(of event: any Event, salt: () -> [UInt8]) -> [UInt8]? {
    guard let words = (event as? any RedactableEvent)?.words else { return nil }
    var text = Array("{\"salt\":\"".utf8)
    for byte in salt() { text.appendHex(byte) }
    text.append(contentsOf: "\",\"words\":".utf8)
    JSONText.append(words, to: &text)
    text.append(UInt8(ascii: "}"))
    return text
  }
}
