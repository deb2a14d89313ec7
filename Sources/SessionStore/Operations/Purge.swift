import SessionEngine
import struct SystemPackage.Errno

/// What a redaction did to the files.
public struct RedactionReport: Sendable, Equatable {
  /// The files that the words were taken out of, within the session's folder.
  public var rewritten: [String] = []
  /// The journals of other live processes, which take the words out themselves within moments.
  public var inOtherHands: [String] = []
  /// The files in `exports/` that still hold the words.
  public var exportsWithWords: [String] = []
  /// The files in `exports/` that may hold them, packed so that it cannot be seen.
  public var exportsToCheck: [String] = []
  /// What could not be done yet; opening the session again tries again.
  public var failures: [Finding] = []
}

extension SessionStore {
  /// Redacts a contribution, and with it what it is a part of: records that, then takes the words,
  /// earlier wordings and speaker out of every journal, the snapshot, drafts and torn pieces.
  ///
  /// What a crash interrupts, the next opening finishes. A live process on the same session takes
  /// the words out of its own journal when it follows the event.
  ///
  /// - Throws: `PerformError` where a rule forbids it or the event could not be kept.
  public func redact(
    _ id: ContributionID, reason: String
  ) throws(PerformError) -> RedactionReport {
    let before = session
    latestPurge = nil
    let decision = try perform(.redact(id, reason: reason))
    var report = reportOfPurge()
    // What a part was split off goes with the part.
    let gone = decision.events.compactMap { ($0 as? ContributionRedacted)?.contribution }
    let words =
      gone.compactMap { before.contributions[$0] }.flatMap { [$0.words] + $0.earlierWords }
      + gone.compactMap { before.carriedSources[$0]?.words }
    searchExports(for: WordSearch(id: id.text, words: words), into: &report)
    return report
  }

  /// Redacts an opportunity's card: records that, then takes its title, every field of free text and the
  /// reasons given for its stages out of every journal, as `redact(_:reason:)` does. Words that an earlier
  /// version wrote without a seal cannot be taken out; the report names their lines as failures.
  ///
  /// - Throws: `PerformError` where a rule forbids it or the event could not be kept.
  public func redactCard(
    _ id: OpportunityID, reason: String
  ) throws(PerformError) -> RedactionReport {
    let words = session.opportunities[id]?.writtenWords ?? []
    latestPurge = nil
    try perform(.redactCard(id, reason: reason))
    var report = reportOfPurge()
    report.failures += wordsUnderTheChain()
    searchExports(for: WordSearch(id: id.text, words: words), into: &report)
    return report
  }

  /// What the latest purge did; a failure where none took place.
  private func reportOfPurge() -> RedactionReport {
    var report = latestPurge ?? RedactionReport()
    if latestPurge == nil {
      report.failures.append(
        Finding(
          file: "journal", message: "the redaction is kept, but no words were taken out yet",
          remedy: "open the session again, which does that, or says why it cannot"))
    }
    return report
  }

  /// The lines of cards that were redacted whose words have no seal, as those of an early version have
  /// none: they stand under the chain, which would break without them.
  private func wordsUnderTheChain() -> [Finding] {
    known.keys.sorted().flatMap { name -> [Finding] in
      guard known[name]?.journal != nil,
        let bytes = try? files.contents(of: layout.journals + "/" + name)
      else { return [] }
      return RedactedLines.unsealed(in: bytes, redactedIn: session).map { line in
        Finding(
          file: "journal/" + name, line: line,
          message:
            "words of a redacted card stand in this line, and cannot be taken out of its chain",
          remedy:
            "export what is needed, go on in a new session, and delete this folder and its copies")
      }
    }
  }

  /// Takes out of the folder what was redacted.
  @discardableResult
  func purge() throws(StoreError) -> RedactionReport {
    var report = RedactionReport()
    guard obstacle == nil, session.hasRedactions else { return report }
    let searches = searches()
    // The journals come last: they are where the words can be learnt from, should this be cut short.
    purgeSnapshot(&report)
    if !searches.isEmpty {
      purgeTornPieces(searches, &report)
      purgeDrafts(searches, &report)
    }
    var isUnread = false
    for name in known.keys.sorted() where !purgeJournal(name, &report) { isUnread = true }
    hasWordsToPurge = isUnread || !report.inOtherHands.isEmpty || !report.failures.isEmpty
    latestPurge = report
    return report
  }

  private func attempt(
    _ path: String, _ report: inout RedactionReport, _ body: () throws(Errno) -> Bool
  ) {
    do throws(Errno) {
      if try body() { report.rewritten.append(layout.short(path)) }
    } catch {
      report.failures.append(
        Finding(
          file: layout.short(path),
          message: "the redacted words could not be taken out: " + StoreError.text(error),
          remedy: "open the session again once that is mended"))
    }
  }

  private func purgeSnapshot(_ report: inout RedactionReport) {
    guard files.exists(layout.snapshot) else { return }
    attempt(layout.snapshot, &report) { () throws(Errno) in
      try files.remove(layout.snapshot)
      try files.syncDirectory(layout.root)
      return true
    }
  }

  /// What to look for: the words that still stand in journals, by what they belong to.
  private func searches() -> [WordSearch] {
    var words: [String: [String]] = [:]
    for (name, entry) in known where entry.journal != nil {
      guard let bytes = try? files.contents(of: layout.journals + "/" + name) else { continue }
      for found in RedactedLines.words(in: bytes, redactedIn: session) {
        words[found.subject.name, default: []] += found.words
      }
    }
    return words.map { WordSearch(id: $0.key, words: $0.value) }
  }

  private func purgeTornPieces(_ searches: [WordSearch], _ report: inout RedactionReport) {
    for name in known.keys.sorted() where Layout.entry(name) == .torn {
      let path = layout.journals + "/" + name
      attempt(path, &report) { () throws(Errno) in
        let bytes = try files.contents(of: path)
        guard searches.contains(where: { $0.isIn(torn: bytes) }) else { return false }
        // Nothing in a torn piece was ever kept, so the whole of it may go.
        try files.replace(path, with: Array("{\"redacted\":true}\n".utf8))
        return true
      }
    }
  }

  private func purgeDrafts(_ searches: [WordSearch], _ report: inout RedactionReport) {
    for name in (try? files.names(in: layout.drafts)) ?? [] {
      let path = layout.drafts + "/" + name
      attempt(path, &report) { () throws(Errno) in
        let bytes = try files.contents(of: path)
        guard let kept = WordSearch.withoutDrafts(searches, in: bytes) else { return false }
        try files.replace(path, with: kept)
        return true
      }
    }
  }

  /// Takes the words out of one journal, if nobody else is writing it.
  ///
  /// - Returns: false where a synchronising tool put another file there since it was read. What stands
  ///   in that one must not pass for read, so it waits until it has been.
  private func purgeJournal(
    _ name: String, _ report: inout RedactionReport
  ) -> Bool {
    guard let journal = known[name]?.journal else { return true }
    let path = layout.journals + "/" + name
    var isInOtherHands = false
    var isUnread = false
    attempt(path, &report) { () throws(Errno) in
      let before = try files.contents(of: path)
      guard RedactedLines.without(session, before) != nil else { return false }
      if let writer, writer.header.device == journal.header.device {
        // Only what was kept: a failed write may have left bytes beyond it.
        let kept = Array(before.prefix(writer.position.offset))
        guard let bytes = RedactedLines.without(session, kept) else { return false }
        try writer.replaceContents(with: bytes)
        noteRewritten(name, by: kept.count - bytes.count)
        return true
      }
      guard
        let claim = try JournalWriter.claim(journal.header.device, layout: layout, files: files)
      else {
        isInOtherHands = true
        return false
      }
      defer { JournalWriter.release(claim, files: files) }
      guard try files.status(at: path) == known[name]?.status else {
        isUnread = true
        return false
      }
      let now = try files.contents(of: path)
      guard let bytes = RedactedLines.without(session, now) else { return false }
      try files.replace(path, with: bytes)
      let known = Array(now.prefix(journal.position.offset))
      noteRewritten(name, by: known.count - (RedactedLines.without(session, known) ?? known).count)
      return true
    }
    if isInOtherHands { report.inOtherHands.append(layout.short(path)) }
    return !isUnread
  }

  private func noteRewritten(_ name: String, by shrunk: Int) {
    known[name]?.journal?.position.offset -= shrunk
    if let status = try? files.status(at: layout.journals + "/" + name) {
      known[name]?.status = status
    }
  }

  // MARK: Exports

  private func searchExports(for search: WordSearch, into report: inout RedactionReport) {
    var paths = [layout.exports]
    while let path = paths.popLast() {
      guard let status = try? files.status(at: path) else { continue }
      if status.kind == .directory {
        paths += ((try? files.names(in: path)) ?? []).map { path + "/" + $0 }
      } else if [".docx", ".qdpx", ".zip"].contains(where: { path.hasSuffix($0) }) {
        report.exportsToCheck.append(layout.short(path))
      } else if let bytes = try? files.contents(of: path), search.isIn(export: bytes) {
        report.exportsWithWords.append(layout.short(path))
      }
    }
    report.exportsWithWords.sort()
    report.exportsToCheck.sort()
  }
}

extension RedactionSubject {
  /// As the journals name it.
  fileprivate var name: String {
    switch self {
    case .contribution(let id): id.text
    case .card(let id, _): id.text
    }
  }
}
