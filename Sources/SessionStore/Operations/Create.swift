import SessionEngine
import struct SystemPackage.Errno

// Making a session and laying it down.
extension SessionStore {
  /// Makes a session's folder. It stands there with its first act, or not at all.
  ///
  /// - Parameters:
  ///   - path: the folder, which must not be there yet, or be empty.
  ///   - plan: what the session begins with.
  ///   - scribe: who types, as the record will name the person.
  ///   - environment: clock, random bytes and files.
  /// - Throws: `StoreError` where something is there already, the plan breaks a rule or the disk
  ///   refuses; then nothing is left behind.
  public static func create(
    at path: String, plan: Plan, scribe: String, environment: StoreEnvironment
  ) throws(StoreError) -> SessionStore {
    let files = environment.files
    let layout = Layout(path)
    let isThere = files.exists(layout.root)
    if isThere, (try? files.names(in: layout.root))?.isEmpty != true {
      throw .alreadyThere(path: path)
    }
    let parent = Paths.parent(of: layout.root)
    guard files.exists(parent) else {
      throw .system(doing: "make a folder in", file: parent, reason: .noSuchFileOrDirectory)
    }
    // An empty folder that is there may be somebody's working directory: it is filled. One that is
    // not there appears whole, by a rename.
    let stem = "/.\(Paths.name(of: layout.root))." + environment.randomBytes(4).hex + ".new"
    let site = isThere ? layout : Layout(parent + stem)
    do throws(StoreError) {
      try build(at: site, plan: plan, scribe: scribe, environment: environment)
      if !isThere {
        try doing("make", path) { () throws(Errno) in
          try files.rename(site.root, to: layout.root, .exclusive)
        }
      }
      try doing("make", path) { () throws(Errno) in try files.syncDirectory(parent) }
    } catch {
      clear(site, isOurs: !isThere, files: files)
      throw error
    }
    let store = try open(at: path, scribe: scribe, environment: environment)
    _ = try store.takeJournal()
    return store
  }

  private static func doing(
    _ what: String, _ path: String, _ body: () throws(Errno) -> Void
  ) throws(StoreError) {
    do throws(Errno) { try body() } catch {
      if error == .fileExists { throw .alreadyThere(path: path) }
      throw .system(doing: what, file: path, reason: error)
    }
  }

  /// Fills a folder; `session.json` comes last, since it is what makes the folder a session.
  private static func build(
    at layout: Layout, plan: Plan, scribe: String, environment: StoreEnvironment
  ) throws(StoreError) {
    let files = environment.files
    let id = SessionID(environment.randomBytes(8).hex)
    try doing("make", layout.root) { () throws(Errno) in
      if !files.exists(layout.root) { try files.makeDirectory(layout.root) }
      try files.makeDirectory(layout.journals)
      try files.makeDirectory(layout.numbers)
    }
    let file = SessionFile(
      id: id, title: plan.title, date: plan.date, created: environment.now())
    let store = SessionStore(layout: layout, file: file, scribe: scribe, environment: environment)
    do throws(PerformError) { try store.perform(.open(id, plan)) } catch {
      switch error {
      case .refused(let refusal): throw .refused(refusal)
      case .notKept(let reason): throw reason
      }
    }
    try doing("write", layout.sessionFile) { () throws(Errno) in
      try files.replace(layout.sessionFile, with: store.file.bytes())
    }
  }

  private static func clear(_ site: Layout, isOurs: Bool, files: any FileSystem) {
    if isOurs {
      try? files.removeAll(site.root)
    } else {
      for path in [site.journals, site.numbers, site.sessionFile] { try? files.removeAll(path) }
    }
  }

  /// Writes the snapshot and the listing's counts and lets the journal go.
  ///
  /// A store that kept nothing leaves no trace. Nothing depends on this call: what was kept is kept.
  public func close() {
    guard let writer else { return }
    _ = try? follow()
    writeSnapshot()
    writeSessionFile(counted: Self.journalBytes(layout, files))
    // Words may have been redacted elsewhere while the snapshot was written.
    _ = try? follow()
    self.writer = nil
    counters = [:]
    withExtendedLifetime(writer) {}
  }

  /// How many bytes the journals hold together.
  static func journalBytes(_ layout: Layout, _ files: any FileSystem) -> Int {
    ((try? files.names(in: layout.journals)) ?? []).reduce(0) { sum, name in
      guard case .journal = Layout.entry(name) else { return sum }
      return sum + ((try? files.status(at: layout.journals + "/" + name).size) ?? 0)
    }
  }
}
