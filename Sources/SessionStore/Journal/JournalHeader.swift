import SessionEngine

/// The first line of a journal: what it is and whose.
struct JournalHeader: Equatable, Sendable {
  static let format = "plenary-journal"
  static let version = 1

  let session: SessionID
  let device: DeviceID
  /// Where the journal is written; see `Place`.
  let place: String
  /// The letters before the numbers that its writer gives.
  let series: String
  let created: Instant

  /// The line with its newline, and its sum.
  func line() -> (bytes: [UInt8], sum: Sum) {
    var bytes: [UInt8] = []
    bytes.append(contentsOf: "{\"created\":".utf8)
    JSONText.append(created.description, to: &bytes)
    bytes.append(contentsOf: ",\"device\":".utf8)
    JSONText.append(device.text, to: &bytes)
    bytes.append(contentsOf: ",\"format\":\"\(Self.format)\",\"formatVersion\":".utf8)
    bytes.append(contentsOf: String(Self.version).utf8)
    bytes.append(contentsOf: ",\"place\":".utf8)
    JSONText.append(place, to: &bytes)
    bytes.append(contentsOf: ",\"series\":".utf8)
    JSONText.append(series, to: &bytes)
    bytes.append(contentsOf: ",\"session\":".utf8)
    JSONText.append(session.text, to: &bytes)
    let sum = Sum(of: bytes)
    bytes.append(contentsOf: ",\"sum\":\"".utf8)
    sum.appendHex(to: &bytes)
    bytes.append(contentsOf: "\"}\n".utf8)
    return (bytes, sum)
  }

  /// What a first line turns out to be.
  enum Reading {
    case header(JournalHeader, Sum)
    case laterVersion(Int)
    case damaged(String)
  }

  /// Reads the line in the range, which is without its newline.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Reading {
    guard let parts = JSONParts(bytes, in: range) else {
      return .damaged("the first line is no JSON object")
    }
    guard parts.string("format") == format, let version = parts.integer("formatVersion") else {
      return .damaged("the first line is no header of a journal")
    }
    if version > Self.version { return .laterVersion(version) }
    guard let sum = LineProof.sum(of: parts, in: range), version == Self.version else {
      return .damaged("the header does not agree with its sum")
    }
    guard let session = parts.string("session"), let device = parts.string("device"),
      let place = parts.string("place"), let series = parts.string("series"),
      let created = parts.string("created").flatMap(Instant.init)
    else { return .damaged("the header lacks a field") }
    return .header(
      JournalHeader(
        session: SessionID(session), device: DeviceID(device), place: place, series: series,
        created: created), sum)
  }
}

/// What every line of a journal proves by itself.
enum LineProof {
  /// The sum of the line's bytes before `,"sum":`; `nil` where the line says another, or where
  /// anything but the sum and a text follows.
  static func sum(of parts: JSONParts, in line: Range<Int>) -> Sum? {
    guard let index = parts.members.lastIndex(where: { isNamed("sum", $0, parts) }),
      let said = parts.sum("sum")
    else { return nil }
    let after = parts.members[(index + 1)...]
    guard after.isEmpty || (after.count == 1 && after.allSatisfy { isNamed("text", $0, parts) })
    else { return nil }
    // The comma and the quote before the name do not belong to the covered bytes.
    let end = parts.members[index].name.lowerBound - 2
    guard end > line.lowerBound, parts.bytes[end] == UInt8(ascii: ",") else { return nil }
    let covered = UnsafeRawBufferPointer(
      rebasing: UnsafeRawBufferPointer(parts.bytes)[line.lowerBound..<end])
    let sum = Sum(of: covered)
    return sum == said ? sum : nil
  }

  private static func isNamed(
    _ name: StaticString, _ member: JSONScanner.Member, _ parts: JSONParts
  ) -> Bool {
    parts.bytes[member.name].elementsEqual(
      UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }
}
