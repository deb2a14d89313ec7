import SessionEngine
import struct SystemPackage.Errno

// Adding to the record.
extension SessionStore {
  /// Decides on a command and keeps what it decides. When this returns, the events are on the disk.
  ///
  /// - Throws: `PerformError.refused` where a rule forbids the command, `.notKept` where it could
  ///   not be written. The session is then as it was, and the same command may be tried again.
  @discardableResult
  public func perform(_ command: Command) throws(PerformError) -> Decision {
    let numbering: Numbering =
      command.opportunityNumbersNeeded > 0 ? .opportunities : .contributions
    let needed = command.numbersNeeded + command.opportunityNumbersNeeded
    let writer: JournalWriter
    var counter: NumberCounter?
    var numbers: [ContributionNumber] = []
    do throws(StoreError) {
      writer = try takeJournal()
      if needed > 0 {
        let known = try takeCounter(of: numbering, for: writer)
        numbers = try offer(needed, of: numbering, by: known, in: writer.header.series)
        counter = known
      }
    } catch {
      throw .notKept(error)
    }
    let now = environment.now()
    let moment = Moment(
      now: now, device: writer.header.device, token: freshToken(),
      numbers: numbering == .contributions ? numbers : [],
      opportunityNumbers: numbering == .opportunities
        ? numbers.map { OpportunityNumber(series: $0.series, $0.value) } : [])
    let decision: Decision
    do throws(Refusal) { decision = try session.decide(command, at: moment) } catch {
      counter?.leave()
      throw .refused(error)
    }
    guard !decision.events.isEmpty else {
      counter?.leave()
      return decision
    }
    do throws(StoreError) { try counter?.take(numbers) } catch { throw .notKept(error) }
    do throws(StoreError) { try keep(decision, at: now, by: writer) } catch {
      counter?.giveBack(numbers)
      throw .notKept(error)
    }
    noteChanges(decision)
    return decision
  }

  private func keep(
    _ decision: Decision, at now: Instant, by writer: JournalWriter
  ) throws(StoreError) {
    let act = writer.position.seq + 1
    var time = max(session.lastTime, writer.position.time)
    let now = decision.isUntimed ? Self.coarse(now, after: time) : now
    var records: [Record] = []
    records.reserveCapacity(decision.events.count)
    for event in decision.events {
      time = time.next(at: now)
      records.append(
        Record(
          device: writer.header.device, seq: act + records.count, time: time, at: now,
          scribe: scribe, act: act, turn: decision.turn, event: event))
    }
    try writer.append(records) { randomBytes(16) }
    known[writer.header.device.text + ".jsonl"]?.journal?.position = writer.position
    // Nothing can come before what is known, since its time is later than everything known.
    _ = fold.add(records)
    noteNumbers(records)
  }

  /// The time that is written down for what must not be known to the minute: that of the latest event
  /// before it, or the beginning of its day (UTC) where that is later.
  private static func coarse(_ now: Instant, after latest: HybridTime) -> Instant {
    let day = now.milliseconds - now.milliseconds % 86_400_000
    return Instant(milliseconds: max(day, latest.milliseconds))
  }

  /// What follows from some events beside the state.
  private func noteChanges(_ decision: Decision) {
    for event in decision.events {
      switch event {
      case is SessionOpened: writeSessionFile()
      case let revised as PlanRevised where revised.title != nil || revised.date != nil:
        writeSessionFile()
      default: break
      }
    }
    guard decision.events.contains(where: \.isRedaction) else { return }
    hasWordsToPurge = true
    // Takes in what a tool may have brought meanwhile, then takes the words out of all of it. Should it
    // fail, no purge is noted, which the report of the redaction says; the next following tries again.
    _ = try? follow()
  }

  /// Writes `session.json` anew. The record does not need it, so a failure is only said.
  func writeSessionFile(counted: Int? = nil) {
    file.title = session.plan.title
    file.date = session.plan.date
    if let counted {
      file.contributions = session.contributions.keptCount
      file.delegates = session.delegates.count
      file.lastChange = Instant(milliseconds: session.lastTime.milliseconds)
      file.counted = counted
    }
    remarks.removeAll { $0.file == "session.json" }
    do throws(Errno) { try files.replace(layout.sessionFile, with: file.bytes()) } catch {
      remarks.append(
        Finding(
          file: "session.json", message: "it could not be written: " + StoreError.text(error),
          remedy: "it only serves listings and is written again later", isFault: false))
    }
  }

  // MARK: Taking a journal

  /// The journals of this place that could be taken up, the latest first.
  var candidates: [JournalFile] {
    let series = place.series(among: headers)
    return known.values.filter { !$0.isDamaged }.compactMap(\.journal)
      .filter { $0.header.place == place.text && $0.header.series == series }
      .sorted {
        ($1.position.time, $1.header.device) < ($0.position.time, $0.header.device)
      }
  }

  private var headers: [JournalHeader] { known.values.compactMap { $0.journal?.header } }

  /// The journal of this process; takes one up, or begins one, where it has none yet.
  ///
  /// - Throws: `StoreError` where the session cannot be written to.
  func takeJournal() throws(StoreError) -> JournalWriter {
    if let obstacle { throw .readOnly(reason: obstacle.reason, remedy: obstacle.remedy) }
    if let writer {
      if known.count == seenEntries || writer.header.series == place.series(among: headers) {
        seenEntries = known.count
        return writer
      }
      // An older place has this series; go on in another, in a new journal.
      self.writer = nil
      counters = [:]
    }
    _ = try follow()
    for journal in candidates {
      if let writer = try takeUp(journal.header.device) {
        self.writer = writer
        return writer
      }
      if let obstacle { throw .readOnly(reason: obstacle.reason, remedy: obstacle.remedy) }
    }
    let header = JournalHeader(
      session: id, device: newDevice, place: place.text, series: place.series(among: headers),
      created: environment.now())
    let writer = try JournalWriter.begin(header, layout: layout, files: files)
    look(at: header.device.text + ".jsonl")
    self.writer = writer
    return writer
  }

  /// Takes up a journal whose writer is gone; `nil` where it is not, or the journal is.
  func takeUp(_ device: DeviceID) throws(StoreError) -> JournalWriter? {
    let claim: JournalWriter.Claim?
    do throws(Errno) {
      claim = try JournalWriter.claim(device, layout: layout, files: files)
    } catch {
      // Without a lock it cannot be known that nobody writes there: begin another.
      return nil
    }
    guard let claim else { return nil }
    // Under the claim the journal grows no more, so this reads to its true end.
    do throws(StoreError) { _ = try follow() } catch {
      JournalWriter.release(claim, files: files)
      throw error
    }
    let name = device.text + ".jsonl"
    guard obstacle == nil, let journal = known[name]?.journal else {
      JournalWriter.release(claim, files: files)
      return nil
    }
    let (writer, torn) = try JournalWriter.takeUp(claim, journal, layout: layout, files: files)
    if let torn {
      known[name]?.findings.removeAll { $0.line == journal.position.lines + 1 }
      known[name]?.journal?.tail = 0
      remarks.append(
        Finding(
          file: "journal/" + name, line: journal.position.lines + 1,
          message: "an incomplete line that was never kept was set aside as \(layout.short(torn))",
          remedy: "look into that file, then remove it", isFault: false))
      look(at: Paths.name(of: torn))
    }
    return writer
  }

  private func takeCounter(
    of numbering: Numbering, for writer: JournalWriter
  ) throws(StoreError) -> NumberCounter {
    if let counter = counters[numbering] { return counter }
    let fresh = try NumberCounter(
      of: numbering, layout: layout, place: place, series: writer.header.series, files: files)
    counters[numbering] = fresh
    return fresh
  }

  private func offer(
    _ count: Int, of numbering: Numbering, by counter: NumberCounter, in series: String
  ) throws(StoreError) -> [ContributionNumber] {
    let highest = highestNumber(of: numbering, in: series)
    return try counter.offer(count, above: highest) { () throws(StoreError) in
      _ = try follow()
      return highestNumber(of: numbering, in: series)
    }
  }

  /// Eleven characters that no other moment has.
  private func freshToken() -> String {
    let letters = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    return String(
      decoding: randomBytes(11).map { letters[Int($0 & 31)] }, as: UTF8.self)
  }
}

extension Decision {
  /// Whether nothing of it may be known to the minute.
  fileprivate var isUntimed: Bool { events.allSatisfy { $0 is any UntimedEvent } }
}
