import FoundationEssentials
import Glibc

/// Where things are on this machine, after the XDG Base Directory Specification.
enum Places {
  /// The user's own plans and colours: `$XDG_CONFIG_HOME/plenary`.
  static var config: String { folder("XDG_CONFIG_HOME", "/.config") }

  /// What is remembered between runs: `$XDG_STATE_HOME/plenary`.
  static var state: String { folder("XDG_STATE_HOME", "/.local/state") }

  /// Where the sample goes unless told otherwise: `$XDG_DATA_HOME/plenary`.
  static var data: String { folder("XDG_DATA_HOME", "/.local/share") }

  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func folder(_ name: String, _ fallback: String) -> String {
    let base = variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (base ?? (variable("HOME") ?? "/tmp") + fallback) + "/plenary"
  }

  /// The path from the root, so that it means the same tomorrow.
  static func absolute(_ path: String) -> String {
    let full = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    var parts: [Substring] = []
    for part in full.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Whether a folder stands at a path.
  static func isDirectory(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// The path as people say it: below the home folder, with `~`.
  static func short(_ path: String) -> String {
    let path = absolute(path)
    guard let home = variable("HOME"), path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.count)
  }

  /// The bytes of a file that the user named.
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    var info = stat()
    guard stat(path, &info) == 0 else {
      throw Failure("\(path): \(String(cString: strerror(errno))); check the path")
    }
    guard info.st_mode & S_IFMT != S_IFDIR else {
      throw Failure("\(path) is a folder; name a file in it")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure("\(path) cannot be read; check its permissions") }
    defer { close(descriptor) }
    return try readAll(descriptor, path)
  }

  /// Everything that comes of a descriptor, a pipe or a terminal too, which have no size.
  static func readAll(_ descriptor: Int32, _ name: String) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      // `read` is the name of a function here, too.
      let got = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if got > 0 {
        bytes += chunk[..<got]
      } else if got == 0 {
        return bytes
      } else if errno != EINTR {
        throw Failure("\(name) cannot be read: \(String(cString: strerror(errno)))")
      }
    }
  }

  /// The files of a kind in one of the user's folders, by name without the ending, sorted.
  static func userFiles(_ folder: String, ending: String = ".json") -> [(
    name: String, path: String
  )] {
    let path = config + "/" + folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.sorted()
      .map { (String($0.dropLast(ending.count)), path + "/" + $0) }
  }
}
