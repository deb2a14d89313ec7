import FoundationEssentials
import SessionEngine

/// Takes redacted words out of journal lines.
enum RedactedLines {
  /// Where the `text` member of a line stands, with the comma before it, and whose words it holds.
  private struct Found {
    let subject: RedactionSubject
    let member: Range<Int>
    let value: Range<Int>
    let kind: String
  }

  private static func find(
    _ bytes: UnsafeBufferPointer<UInt8>, _ session: Session
  ) -> [Found] {
    JournalReading.lineRanges(bytes).compactMap { line in
      guard let parts = JSONParts(bytes, in: line), let value = parts.value("text"),
        let data = parts.value("data"),
        let subject = LineReader.subject(parts.string("kind") ?? "", bytes, in: data),
        session.isRedacted(subject)
      else { return nil }
      // `,"text":` is eight bytes long.
      return Found(
        subject: subject, member: (value.lowerBound - 8)..<value.upperBound,
        value: value, kind: parts.string("kind") ?? "")
    }
  }

  /// The numbers of the lines, from 1, in which words of what was redacted stand in the data, where no
  /// seal covers them: cards were written so once.
  static func unsealed(in bytes: [UInt8], redactedIn session: Session) -> [Int] {
    bytes.withUnsafeBufferPointer { buffer in
      let decoder = JSONDecoder()
      return JournalReading.lineRanges(buffer).enumerated().compactMap { index, line in
        guard let parts = JSONParts(buffer, in: line), let data = parts.value("data"),
          let kind = parts.string("kind"),
          let subject = LineReader.subject(kind, buffer, in: data), session.isRedacted(subject),
          let type = EventCatalogue.type(of: kind) as? any RedactableEvent.Type
        else { return nil }
        return (try? holdsWords(type, Data(buffer[data]), decoder)) == true ? index + 1 : nil
      }
    }
  }

  private static func holdsWords<Kind: RedactableEvent>(
    _ type: Kind.Type, _ data: Data, _ decoder: JSONDecoder
  ) throws -> Bool {
    try decoder.decode(type, from: data).words != nil
  }

  /// The journal without what a session redacted; `nil` where none of them stand in it.
  static func without(_ session: Session, _ bytes: [UInt8]) -> [UInt8]? {
    bytes.withUnsafeBufferPointer { buffer in
      let found = find(buffer, session)
      guard !found.isEmpty else { return nil }
      var kept: [UInt8] = []
      kept.reserveCapacity(buffer.count)
      var start = 0
      for text in found {
        kept.append(contentsOf: buffer[start..<text.member.lowerBound])
        start = text.member.upperBound
      }
      kept.append(contentsOf: buffer[start...])
      return kept
    }
  }

  /// The words that still stand in a journal. A speaker's identifier is no word to look for.
  static func words(
    in bytes: [UInt8], redactedIn session: Session
  ) -> [(subject: RedactionSubject, words: [String])] {
    bytes.withUnsafeBufferPointer { buffer in
      find(buffer, session).compactMap { found in
        guard found.kind != SpeakerSet.kind,
          let words = JSONParts(buffer, in: found.value)?.string("words")
        else { return nil }
        if case .card = found.subject { return (found.subject, CardWords(words).all) }
        return (found.subject, [words])
      }
    }
  }
}

/// Looks for redacted words outside the journals.
struct WordSearch {
  /// What the words belong to, as it is named in the journals.
  let id: String
  /// All wordings that there ever were.
  let words: [String]

  /// Whether a piece set aside after a crash may hold the words, or the beginning of them.
  func isIn(torn bytes: [UInt8]) -> Bool {
    if Self.contains(bytes, Array(id.utf8)) { return true }
    let opening = Array("\"words\":\"".utf8)
    return words.contains { words in
      let escaped = JSONText.escaped(words)
      if Self.contains(bytes, opening + escaped + [0x22]) { return true }
      if escaped.count >= 8, Self.contains(bytes, escaped) { return true }
      // The piece may end in the middle of the words.
      guard let start = Self.lastPosition(of: opening, in: bytes) else { return false }
      let rest = bytes[(start + opening.count)...]
      return !rest.isEmpty && escaped.starts(with: rest)
    }
  }

  /// Whether an exported text holds the words, plain or as JSON, CSV or HTML writes them.
  func isIn(export bytes: [UInt8]) -> Bool {
    words.contains { words in
      !words.isEmpty
        && [
          Array(words.utf8), JSONText.escaped(words), Self.replaced(words, ["\"": "\"\""]),
          Self.replaced(words, ["&": "&amp;", "<": "&lt;", ">": "&gt;"]),
          Self.replaced(
            words, ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"]),
        ].contains { Self.contains(bytes, $0) }
    }
  }

  /// A drafts file without the drafts that hold the words; `nil` where none does.
  static func withoutDrafts(_ searches: [WordSearch], in bytes: [UInt8]) -> [UInt8]? {
    guard let drafts = try? JSONDecoder().decode([String: String].self, from: Data(bytes)) else {
      return nil
    }
    let kept = drafts.filter { draft in
      !searches.contains { search in
        search.words.contains { words in
          draft.value == words
            || (words.utf8.count >= 8 && contains(Array(draft.value.utf8), Array(words.utf8)))
        }
      }
    }
    guard kept.count < drafts.count else { return nil }
    return (try? JSONEncoder().encode(kept)).map { [UInt8]($0) }
  }

  private static func replaced(_ text: String, _ escapes: [Character: String]) -> [UInt8] {
    Array(text.map { escapes[$0] ?? String($0) }.joined().utf8)
  }

  private static func lastPosition(of part: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= part.count else { return nil }
    return (0...(bytes.count - part.count)).last { bytes[$0...].starts(with: part) }
  }

  static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    guard !part.isEmpty, bytes.count >= part.count else { return false }
    let first = part[0]
    return bytes.withUnsafeBufferPointer { buffer in
      for start in 0...(buffer.count - part.count) where buffer[start] == first {
        if buffer[start..<(start + part.count)].elementsEqual(part) { return true }
      }
      return false
    }
  }
}
