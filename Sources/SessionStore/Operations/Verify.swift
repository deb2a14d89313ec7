import SessionEngine
import struct SystemPackage.Errno

/// What a check of the whole record found.
public struct Verification: Sendable {
  /// The session as far as it could be read.
  public var session: Session
  /// How many journals were read.
  public var journals: Int
  /// How many events they hold.
  public var events: Int
  /// How many contributions stand.
  public var kept: Int
  /// How many were taken back.
  public var withdrawn: Int
  /// How many were merged into others, which stand for them.
  public var merged: Int
  /// How many were split into parts.
  public var split: Int
  /// How many were redacted, cards among them.
  public var redacted: Int
  /// How many events changed nothing, because something from elsewhere came before them.
  public var unresolved: Int
  /// How many events are of kinds that only a later version knows.
  public var unknown: Int
  /// Who writes or wrote: the device of every journal.
  public var writers: [DeviceID]
  /// What is not as it should be, and what is worth knowing.
  public var findings: [Finding]

  /// Whether the record is as it should be.
  public var isSound: Bool { findings.allSatisfy { !$0.isFault } }
}

/// A session as a listing shows it.
public struct SessionListing: Sendable, Equatable {
  /// The folder.
  public var path: String
  /// The workshop's title.
  public var title: String
  /// The day, as `2026-11-24`; may be empty.
  public var date: String
  /// How many contributions stand.
  public var contributions: Int
  /// How many people are on the list.
  public var delegates: Int
  /// When the last event happened; `nil` where that is not known.
  public var lastChange: Instant?
  /// Why the session cannot be opened, where it cannot.
  public var problem: String?
}

extension SessionStore {
  /// Checks every byte of the record, and changes nothing.
  ///
  /// - Throws: `StoreError` where there is no session to check.
  public static func verify(
    at path: String, environment: StoreEnvironment = .live
  ) throws(StoreError) -> Verification {
    let store = try find(at: path, scribe: "", environment: environment)
    try store.load(useSnapshot: false)
    store.checkTails()
    let session = store.session
    var standings: [Contribution.Standing: Int] = [:]
    for contribution in session.contributions.all {
      standings[contribution.standing, default: 0] += 1
    }
    let journals = store.known.values.compactMap(\.journal)
    return Verification(
      session: session, journals: journals.count, events: session.eventCount,
      kept: standings[.kept] ?? 0, withdrawn: standings[.withdrawn] ?? 0,
      merged: standings[.merged] ?? 0, split: standings[.split] ?? 0,
      redacted: (standings[.redacted] ?? 0) + session.redactedCards.count,
      unresolved: session.unresolved.count,
      unknown: session.unknownEvents.values.reduce(0, +),
      writers: journals.map(\.header.device).sorted(), findings: store.findings)
  }

  /// A journal whose writer is gone may have grown by whole acts since it was read; if so, say
  /// nothing of its end.
  private func checkTails() {
    for (name, entry) in known {
      guard let journal = entry.journal, journal.tail > 0,
        let now = try? files.status(at: layout.journals + "/" + name).size,
        now != journal.position.offset + journal.tail
      else { continue }
      known[name]?.findings.removeAll { $0.line == journal.position.lines + 1 }
    }
  }

  /// The sessions in a folder, the one changed last first; the folder itself where it is one.
  public static func list(
    in folder: String, environment: StoreEnvironment = .live
  ) -> [SessionListing] {
    let root = Paths.trimmed(folder)
    let names = (try? environment.files.names(in: root)) ?? []
    let paths = [root] + names.filter { !$0.hasPrefix(".") }.map { root + "/" + $0 }
    return paths.compactMap { listing(at: $0, environment: environment) }.sorted {
      ($1.lastChange?.milliseconds ?? 0, $0.path) < ($0.lastChange?.milliseconds ?? 0, $1.path)
    }
  }

  private static func listing(at path: String, environment: StoreEnvironment) -> SessionListing? {
    let layout = Layout(path)
    guard environment.files.exists(layout.sessionFile), environment.files.exists(layout.journals)
    else { return nil }
    if case .session(let file) = SessionFile.read(layout, files: environment.files),
      file.counted == journalBytes(layout, environment.files)
    {
      return SessionListing(
        path: path, title: file.title, date: file.date, contributions: file.contributions,
        delegates: file.delegates, lastChange: file.lastChange)
    }
    do throws(StoreError) {
      let store = try find(at: path, scribe: "", environment: environment)
      try store.load(useSnapshot: true)
      let session = store.session
      return SessionListing(
        path: path, title: session.plan.title, date: session.plan.date,
        contributions: session.contributions.keptCount, delegates: session.delegates.count,
        lastChange: session.eventCount == 0
          ? nil : Instant(milliseconds: session.lastTime.milliseconds),
        problem: store.obstacle?.reason)
    } catch {
      return SessionListing(
        path: path, title: "", date: "", contributions: 0, delegates: 0,
        problem: error.description)
    }
  }
}
