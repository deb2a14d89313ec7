import FoundationEssentials
import Glibc
import SessionEngine

/// The kind of machine that was measured on. Names neither the machine nor any path.
struct Machine {
  let description: String

  init(folder: String) {
    let cpu = Self.field("model name", in: "/proc/cpuinfo") ?? "unknown processor"
    let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    let memory = Self.field("MemTotal", in: "/proc/meminfo").flatMap {
      Int($0.split(separator: " ")[0])
    }
    let system = Self.field("PRETTY_NAME", in: "/etc/os-release", separator: "=") ?? "Linux"
    // What follows the version names a build, not what was measured.
    let kernel = Self.content("/proc/sys/kernel/osrelease").prefix { $0 != "-" }
    let load = Self.content("/proc/loadavg").split(separator: " ").prefix(1).joined()
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let today = CivilTime(Instant(milliseconds: Int64(time.tv_sec) * 1000), offsetSeconds: 0)
    description = """
      Measured on \(today.dateText): \(cpu), \(cores) cores, \
      \(memory.map { "\(($0 + 524_288) / 1_048_576) GiB of memory" } ?? "memory unknown"); \
      \(system), kernel \(kernel), \(Self.filesystem(folder)); load \(load) at the end of the run.
      """
  }

  private static func content(_ path: String) -> String {
    let bytes = FileManager.default.contents(atPath: path) ?? Data()
    return String(decoding: bytes, as: UTF8.self).trimmed
  }

  private static func field(_ name: String, in path: String, separator: Character = ":") -> String?
  {
    for line in content(path).split(separator: "\n") {
      let parts = line.split(separator: separator, maxSplits: 1)
      guard parts.count == 2, String(parts[0]).trimmed == name else { continue }
      return String(String(parts[1]).trimmed.filter { $0 != "\"" })
    }
    return nil
  }

  /// The kind of file system that a folder lies on.
  private static func filesystem(_ folder: String) -> String {
    guard let absolute = realpath(folder, nil) else { return "unknown file system" }
    defer { free(absolute) }
    let path = String(cString: absolute)
    var best = (length: -1, kind: "unknown file system")
    for line in content("/proc/mounts").split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count > 2 else { continue }
      let point = String(parts[1])
      let holds = point == "/" || path == point || path.hasPrefix(point + "/")
      if holds, point.count >= best.length { best = (point.count, String(parts[2])) }
    }
    return best.kind
  }
}
