import SessionEngine
import struct SystemPackage.Errno

/// A session on disk: its record, and the state that the record folds to.
///
/// One process holds one store for a session and uses it from one thread at a time. Any number of
/// processes may hold the same session: each writes a journal of its own and follows the others'.
public final class SessionStore {
  let layout: Layout
  let environment: StoreEnvironment
  let scribe: String
  let id: SessionID
  var files: any FileSystem { environment.files }

  var fold = Fold()
  /// Everything in the journal folder, by name.
  var known: [String: KnownEntry] = [:]
  /// Lines whose words were taken out, and what they belonged to.
  var emptied: [EmptiedLine] = []
  /// What was found beside the journals, or done about them.
  var remarks: [Finding] = []
  var obstacle: Obstacle?
  var writer: JournalWriter?
  var counters: [Numbering: NumberCounter] = [:]
  /// How many entries of the journal folder were known when the series was checked last.
  var seenEntries = 0
  /// The highest number of each series; worked out when the first is wanted.
  var highest: [String: Int]?
  /// Whether words that were redacted may still stand in some file.
  var hasWordsToPurge = false
  /// What the latest purge did.
  var latestPurge: RedactionReport?
  var file: SessionFile
  let place: Place
  private let freshDevice: DeviceID
  private var reserve: [UInt8] = []

  /// Why nothing can be written.
  struct Obstacle {
    let reason: String
    let remedy: String
  }

  /// A line without its words.
  struct EmptiedLine {
    let device: DeviceID
    let seq: Int
    let subject: RedactionSubject
  }

  /// Lays hold of a folder; `load` reads it.
  init(
    layout: Layout, file: SessionFile, scribe: String, environment: StoreEnvironment
  ) {
    self.layout = layout
    self.file = file
    self.scribe = scribe
    self.environment = environment
    id = file.id
    place = Place(layout: layout, environment: environment)
    freshDevice = DeviceID(environment.randomBytes(5).hex)
  }

  /// The session as it stands.
  public var session: Session { fold.session }

  /// The letters before the numbers that this place gives; empty for the first.
  public var series: String {
    writer?.header.series ?? place.series(among: known.values.compactMap { $0.journal?.header })
  }

  /// The session's folder.
  public var path: String { layout.root }

  /// The journal that this process writes, or the one that it will take up or begin when the first
  /// command is carried out.
  public var device: DeviceID {
    writer?.header.device ?? candidates.first?.header.device ?? freshDevice
  }

  /// The device of a journal that is begun, unless it is spent already.
  var newDevice: DeviceID {
    known[freshDevice.text + ".jsonl"] == nil
      ? freshDevice : DeviceID(environment.randomBytes(5).hex)
  }

  /// So many random bytes. They are drawn ahead, since every draw goes to the kernel.
  func randomBytes(_ count: Int) -> [UInt8] {
    if reserve.count < count { reserve = environment.randomBytes(max(count, 256)) }
    defer { reserve.removeLast(count) }
    return [UInt8](reserve.suffix(count))
  }

  /// Whether commands are refused because nothing can be written.
  public var isReadOnly: Bool { obstacle != nil }

  /// Why nothing can be written, and what to do about it.
  public var readOnlyReason: String? { obstacle.map { $0.reason + "; " + $0.remedy } }

  /// What is worth saying about the files, by name and line.
  public var findings: [Finding] {
    let missing = emptied.filter { !session.isRedacted($0.subject) }.map {
      Finding(
        file: "journal/\($0.device).jsonl", line: $0.seq + 1,
        message: "the words were taken out, and no redaction says so",
        remedy: "restore the file from a copy, or wait for the journal with the redaction")
    }
    let named = known.sorted { $0.key < $1.key }.flatMap(\.value.findings)
    return remarks + named + missing
  }

  /// Opens a session. Reads only: the first command takes up or begins a journal.
  ///
  /// Damage does not keep a session from opening; see `findings` and `isReadOnly`.
  ///
  /// - Parameters:
  ///   - path: the session's folder.
  ///   - scribe: who types, as the record will name the person.
  ///   - environment: clock, random bytes and files.
  /// - Throws: `StoreError` where there is no session, or one of a later version.
  public static func open(
    at path: String, scribe: String, environment: StoreEnvironment
  ) throws(StoreError) -> SessionStore {
    let store = try find(at: path, scribe: scribe, environment: environment)
    try store.load(useSnapshot: true)
    store.checkWritable()
    if store.hasWordsToPurge { _ = try? store.purge() }
    return store
  }

  /// Finds out what stands at a path and which session it is.
  static func find(
    at path: String, scribe: String, environment: StoreEnvironment
  ) throws(StoreError) -> SessionStore {
    let layout = Layout(path)
    let files = environment.files
    let kind: FileStatus.Kind
    do throws(Errno) { kind = try files.status(at: layout.root).kind } catch {
      if error == .noSuchFileOrDirectory || error == .notDirectory { throw .notFound(path: path) }
      throw .system(doing: "open", file: path, reason: error)
    }
    guard kind == .directory else { throw .notASession(path: path, reason: "it is a file") }
    switch SessionFile.read(layout, files: files) {
    case .session(let file):
      return SessionStore(layout: layout, file: file, scribe: scribe, environment: environment)
    case .laterVersion(let version):
      throw .laterVersion(file: layout.sessionFile, version: version)
    case .missing:
      return try recovered(
        "it is missing; it is put together from the journals", layout, scribe, environment)
    case .unreadable(let reason):
      return try recovered(
        reason + "; it is put together from the journals", layout, scribe, environment)
    }
  }

  /// A session whose `session.json` cannot be read, by what its journals say.
  private static func recovered(
    _ reason: String, _ layout: Layout, _ scribe: String, _ environment: StoreEnvironment
  ) throws(StoreError) -> SessionStore {
    let folder = JournalFolder(layout: layout, files: environment.files, session: nil)
    let names = (try? environment.files.names(in: layout.journals)) ?? []
    let headers = names.compactMap { (try? folder.look(at: $0))?.journal?.header }
    guard let first = headers.first, headers.allSatisfy({ $0.session == first.session }) else {
      throw .notASession(path: layout.root, reason: "it has no readable session.json")
    }
    let store = SessionStore(
      layout: layout,
      file: SessionFile(id: first.session, title: "", date: "", created: first.created),
      scribe: scribe, environment: environment)
    store.remarks.append(
      Finding(
        file: "session.json", message: reason,
        remedy: "it is written anew with the next change"))
    return store
  }

  func checkWritable() {
    guard obstacle == nil else { return }
    let isWritable = files.isWritable(layout.root) && files.isWritable(layout.journals)
    guard !isWritable else { return }
    let obstacle = Obstacle(
      reason: "the folder cannot be written to",
      remedy: "check the permissions, or copy the session to where you may write")
    self.obstacle = obstacle
    remarks.append(
      Finding(file: ".", message: obstacle.reason, remedy: obstacle.remedy, isFault: false))
  }
}
