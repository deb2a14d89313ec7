import SessionEngine
import struct SystemPackage.Errno

// Taking in what other writers add.
extension SessionStore {
  /// Takes in what other writers have added since; cheap where nothing changed.
  ///
  /// - Returns: whether the session changed.
  /// - Throws: `StoreError` where the journal folder cannot be read.
  @discardableResult
  public func follow() throws(StoreError) -> Bool {
    let names = try journalNames()
    var lines: [JournalLine] = []
    var mustRefold = false
    for name in names {
      guard let status = try? files.status(at: layout.journals + "/" + name) else { continue }
      guard let entry = known[name] else {
        look(at: name)
        lines += readOn(name) ?? []
        continue
      }
      if entry.status == status || name == writer.map({ $0.header.device.text + ".jsonl" }) {
        continue
      }
      if let journal = entry.journal, !entry.isDamaged, status.isSameFile(as: entry.status),
        status.size >= journal.position.offset
      {
        known[name]?.status = status
        known[name]?.findings.removeAll { $0.line == journal.position.lines + 1 }
        if let more = readOn(name) { lines += more } else { mustRefold = true }
      } else if let more = rereadLines(name, entry) {
        lines += more
      } else {
        mustRefold = true
      }
    }
    noteMissing(names)
    if mustRefold {
      let before = session.lastTime
      try refold()
      if hasWordsToPurge { _ = try? purge() }
      return session.lastTime != before || !lines.isEmpty
    }
    return try takeIn(lines)
  }

  /// Folds new lines in.
  private func takeIn(_ lines: [JournalLine]) throws(StoreError) -> Bool {
    defer { if hasWordsToPurge { _ = try? purge() } }
    guard !lines.isEmpty else { return false }
    let records = lines.map { noted($0) }
    if fold.add(records) { noteNumbers(records) } else { try refold() }
    judgeDamage()
    if lines.contains(where: { $0.record.event.isRedaction || holdsRedactedWords($0) }) {
      hasWordsToPurge = true
    }
    return true
  }

  /// Whether a line carries words that were redacted.
  private func holdsRedactedWords(_ line: JournalLine) -> Bool {
    guard line.hasText, let event = line.record.event as? any RedactableEvent else { return false }
    return session.isRedacted(event.subject)
  }

  /// Reads a journal on from where it was left.
  ///
  /// - Returns: the new lines; `nil` where they do not follow on what was read, because the writer
  ///   took back a line that the disk would not keep.
  private func readOn(_ name: String) -> [JournalLine]? {
    guard let journal = known[name]?.journal,
      let stream = stream(name, journal, from: journal.position)
    else { return [] }
    var lines: [JournalLine] = []
    while let line = stream.head {
      lines.append(line)
      stream.advance()
    }
    if stream.damage != nil, journal.position != journal.start { return nil }
    settle(name, stream)
    return lines
  }

  /// Reads a file again that was replaced by another.
  ///
  /// - Returns: the lines that are new; `nil` where lines that were folded are no longer there.
  private func rereadLines(_ name: String, _ entry: KnownEntry) -> [JournalLine]? {
    look(at: name)
    guard let before = entry.journal else { return readOn(name) }
    guard known[name]?.journal?.header == before.header else { return nil }
    guard let lines = readOn(name) else { return nil }
    if lines.contains(where: holdsRedactedWords) { hasWordsToPurge = true }
    if before.position.seq == 0 { return lines }
    guard
      let index = lines.firstIndex(where: { $0.record.seq == before.position.seq }),
      lines[index].sum == before.position.sum
    else { return nil }
    return Array(lines[(index + 1)...])
  }

  private func noteMissing(_ names: [String]) {
    guard known.count != names.count || !names.allSatisfy({ known[$0] != nil }) else { return }
    let present = Set(names)
    for name in Array(known.keys) where !present.contains(name) {
      guard known[name]?.journal != nil else {
        known[name] = nil
        continue
      }
      known[name]?.findings = [
        Finding(
          file: "journal/" + name, message: "it was removed while the session was open",
          remedy: "put it back: what it holds is not in the other journals")
      ]
    }
  }

  /// The highest number of a series that this process has seen.
  func highestNumber(of numbering: Numbering, in series: String) -> Int {
    if numbering == .opportunities {
      // There are few: nothing is gained by remembering.
      return session.opportunities.all.lazy.map(\.number.number)
        .filter { $0.series == series }.map(\.value).max() ?? 0
    }
    if highest == nil {
      var found: [String: Int] = [:]
      for contribution in session.contributions.all {
        found[contribution.number.series, default: 0] = max(
          found[contribution.number.series] ?? 0, contribution.number.value)
      }
      highest = found
    }
    return highest?[series] ?? 0
  }

  func noteNumbers(_ records: [Record]) {
    guard highest != nil else { return }
    for record in records {
      guard let number = (record.event as? ContributionCaptured)?.number else { continue }
      let known = highest?[number.series] ?? 0
      if number.value > known { highest?[number.series] = number.value }
    }
  }
}
