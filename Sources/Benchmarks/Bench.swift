import FoundationEssentials
import Glibc

/// Where a run takes place: a folder of its own, the binary, and the sessions that were made so far.
final class Bench {
  let plenary: String
  /// On the file system where sessions would lie: beside the binary unless told otherwise. The usual
  /// folder for temporary files may be memory, where waiting for the disk costs nothing.
  let folder: String
  private var rooms: [String: Room] = [:]

  init(_ options: Options) throws {
    plenary = options.plenary
    let parent = options.folder ?? plenary.parent
    folder = parent + "/benchmark-\(getpid())"
    guard mkdir(folder, 0o700) == 0 else {
      throw Broken("\(folder): \(String(cString: strerror(errno)))")
    }
    mkdir(folder + "/home", 0o700)
  }

  /// The session of so many contributions, made when it is wanted first.
  func room(_ contributions: Int, of kind: Room.Kind = .plain) throws -> Room {
    let name = "\(kind)-\(contributions)"
    if let room = rooms[name] { return room }
    let room = try Room.make(at: folder + "/\(name).plenary", contributions, kind)
    rooms[name] = room
    return room
  }

  /// The environment of every program that is started.
  var environment: [String] {
    [
      "PATH=/usr/local/bin:/usr/bin:/bin", "TERM=xterm-256color", "LC_ALL=C.UTF-8", "TZ=UTC",
      "HOME=\(folder)/home", "PLENARY_SCRIBE=bench",
    ]
  }

  func removeEverything() { try? FileManager.default.removeItem(atPath: folder) }
}

extension String {
  /// The folder of a path.
  fileprivate var parent: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}

/// Writes a whole file.
func write(_ bytes: [UInt8], to path: String) throws {
  guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
    throw Broken("\(path) cannot be written")
  }
}
