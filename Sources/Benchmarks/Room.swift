import Intake
import SessionEngine
import SessionStore

/// A session made for measuring: the built-in plan, and contributions of 120 characters each.
struct Room {
  enum Kind: String {
    /// Nothing but contributions, each an act of its own.
    case plain
    /// The same with every group on one priority only, so that a hundred fill the screens that a hundred
    /// thousand fill.
    case narrow
    /// Codings, rewordings, highlights and withdrawals among them; so many *events* are made.
    case lively
  }

  let path: String
  let groups: [GroupID]
  let priorities: [PriorityID]

  /// Makes the session; how it is written is not measured, so nothing waits for the disk.
  static func make(at path: String, _ count: Int, _ kind: Kind) throws -> Room {
    var environment = StoreEnvironment.live
    environment.files = MeteredFiles(waits: false)
    let store = try SessionStore.create(
      at: path, plan: try PlanFile.builtIn("soc").plan, scribe: "bench", environment: environment)
    let room = Room(
      path: path, groups: store.session.tables.map(\.id),
      priorities: store.session.plan.priorities.map(\.id))
    switch kind {
    case .plain:
      for index in 0..<count { try store.perform(.capture([room.contribution(index)])) }
    case .narrow:
      for index in 0..<count {
        var new = room.contribution(index)
        new.priority = nil
        try store.perform(.capture([new]))
      }
    case .lively: try room.liven(store, to: count)
    }
    store.close()
    return room
  }

  private func liven(_ store: SessionStore, to events: Int) throws {
    let themes = store.session.themes.map(\.id)
    var index = 0
    while store.session.eventCount < events {
      try store.perform(.capture([contribution(index)]))
      if let last = store.session.contributions.all.last {
        if index % 3 == 0 { try store.perform(.code(last.id, themes[index % themes.count], true)) }
        if index % 20 == 1 { try store.perform(.reword(last.id, Self.words(index + 7))) }
        if index % 30 == 2 { try store.perform(.highlight(last.id, true)) }
        if index % 50 == 4 { try store.perform(.withdraw(last.id)) }
      }
      index += 1
    }
  }

  /// Opens the session as a console does.
  func open(files: any FileSystem = RealFileSystem()) throws -> SessionStore {
    var environment = StoreEnvironment.live
    environment.files = files
    return try SessionStore.open(at: path, scribe: "bench", environment: environment)
  }

  /// The next thing that somebody says.
  func contribution(_ index: Int) -> NewContribution {
    NewContribution(
      Self.words(index), group: groups[index % groups.count],
      priority: priorities[index / groups.count % priorities.count])
  }

  private static let vocabulary =
    """
    cash businesses give cover and nobody audits them follow the recruiter not the runner what if \
    suppliers had to name their hauliers share the data before the case closes offer two accountants \
    from the university police banks and schools see the same families at different doors ask which \
    signals come first then build on local trust instead of one more leaflet for young people
    """.split(separator: " ").map(String.init)

  /// A sentence of 120 characters, another for every index.
  static func words(_ index: Int, characters: Int = 120) -> String {
    var state = UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15 | 1
    var text = ""
    while text.utf8.count < characters {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      if !text.isEmpty { text += " " }
      text += vocabulary[Int(state >> 33) % vocabulary.count]
    }
    return String(text.prefix(characters - 1)) + "."
  }

  /// The journals' paths.
  func journals() throws -> [String] {
    try RealFileSystem().names(in: path + "/journal").filter { $0.hasSuffix(".jsonl") }
      .map { path + "/journal/" + $0 }
  }
}
