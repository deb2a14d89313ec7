/// Paths as text, the way the system takes them.
enum Paths {
  /// The directory that holds the path's last part.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The path without slashes at its end.
  static func trimmed(_ path: String) -> String {
    var rest = path[...]
    while rest.count > 1, rest.last == "/" { rest.removeLast() }
    return rest.isEmpty ? "." : String(rest)
  }
}

/// Where everything in a session's folder stands.
struct Layout: Sendable {
  let root: String

  init(_ path: String) { root = Paths.trimmed(path) }

  var sessionFile: String { root + "/session.json" }
  var journals: String { root + "/journal" }
  var numbers: String { root + "/numbers" }
  var drafts: String { root + "/drafts" }
  var exports: String { root + "/exports" }
  var snapshot: String { root + "/snapshot.json" }

  func journal(_ device: String) -> String { journals + "/" + device + ".jsonl" }
  func lock(_ device: String) -> String { journals + "/" + device + ".lock" }
  func torn(_ device: String, _ number: Int) -> String {
    journals + "/" + device + ".torn-" + String(number)
  }
  func draft(_ device: String) -> String { drafts + "/" + device + ".json" }

  /// The path as a finding names it: within the session's folder.
  func short(_ path: String) -> String {
    path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
  }

  /// What a name in the journal folder is.
  enum Entry: Equatable {
    case journal(device: String)
    case lock
    case torn
    case draft
    case foreign
  }

  static func entry(_ name: String) -> Entry {
    if name.hasPrefix("."), name.hasSuffix(".new") { return .draft }
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, isDevice(parts[0]) else { return .foreign }
    switch parts[1] {
    case "jsonl": return .journal(device: String(parts[0]))
    case "lock": return .lock
    default:
      let number = parts[1].dropFirst(5)
      let isTorn =
        parts[1].hasPrefix("torn-") && !number.isEmpty
        && number.utf8.allSatisfy { (48...57).contains($0) }
      return isTorn ? .torn : .foreign
    }
  }

  private static func isDevice(_ text: Substring) -> Bool {
    text.utf8.count == 10
      && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}
