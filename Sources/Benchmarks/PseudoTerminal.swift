import FoundationEssentials
import Glibc

/// A pseudo-terminal of 120×40: a program draws on `device`, the benchmark sits at the other end.
final class PseudoTerminal: Sendable {
  let device: String
  private let master: Int32

  init() throws {
    // What posix_openpt, unlockpt and ptsname do; Glibc's module map hides those.
    let getNumber: UInt = 0x8004_5430
    let setLock: UInt = 0x4004_5431
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var isLocked: Int32 = 0
    var number: UInt32 = 0
    guard master >= 0, ioctl(master, setLock, &isLocked) == 0,
      ioctl(master, getNumber, &number) == 0
    else { throw Broken("there is no pseudo-terminal: \(String(cString: strerror(errno)))") }
    device = "/dev/pts/\(number)"
    var size = winsize(ws_row: 40, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  deinit { close(master) }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(master, bytes, bytes.count)
  }

  /// What was drawn, as soon as there is anything; `nil` where nothing came in time.
  func read(milliseconds: Int) -> [UInt8]? {
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, Int32(milliseconds)) > 0 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(master, &buffer, buffer.count)
    return count > 0 ? Array(buffer.prefix(count)) : nil
  }

  /// Reads until a text has come so many times, and says when.
  func wait(for text: String, times: Int = 1, seconds: Int = 20) throws -> Nanoseconds {
    let wanted = Array(text.utf8)
    let end = now() + seconds * 1_000_000_000
    var seen: [UInt8] = []
    var left = times
    while now() < end {
      guard let bytes = read(milliseconds: 200) else { continue }
      let moment = now()
      seen += bytes
      while let range = seen.firstRange(of: wanted) {
        seen.removeFirst(range.upperBound)
        left -= 1
        if left == 0 { return moment }
      }
      seen.removeFirst(max(0, seen.count - wanted.count))
    }
    throw Broken("‘\(text)’ did not appear on the screen")
  }

  /// Reads until nothing has come for a while; says when the last byte came.
  @discardableResult
  func settle(milliseconds: Int) -> Nanoseconds {
    var last = now()
    while read(milliseconds: milliseconds) != nil { last = now() }
    return last
  }
}

/// A program that runs.
struct Child {
  let pid: pid_t

  /// Starts a program, in a session of its own where it gets a terminal.
  init(
    _ arguments: [String], environment: [String], terminal: String? = nil,
    input: String = "/dev/null", output: String = "/dev/null"
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(
      &actions, 0, terminal ?? input, terminal == nil ? O_RDONLY : O_RDWR, 0)
    posix_spawn_file_actions_addopen(
      &actions, 1, terminal ?? output, terminal == nil ? O_WRONLY | O_CREAT | O_TRUNC : O_RDWR,
      0o600)
    if terminal != nil { posix_spawn_file_actions_adddup2(&actions, 1, 2) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // POSIX_SPAWN_SETSID: the terminal that is opened first becomes the session's.
    if terminal != nil { posix_spawnattr_setflags(&attributes, 0x80) }
    var words = arguments.map { strdup($0) } + [nil]
    var settings = environment.map { strdup($0) } + [nil]
    defer { for word in words + settings { free(word) } }
    var pid: pid_t = 0
    let result = posix_spawnp(&pid, arguments[0], &actions, &attributes, &words, &settings)
    guard result == 0 else { throw Broken("\(arguments[0]): \(String(cString: strerror(result)))") }
    self.pid = pid
  }

  /// Whether it has come to its end; says so once, and `finish` need not be called then.
  var hasEnded: Bool {
    var status: Int32 = 0
    return waitpid(pid, &status, WNOHANG) != 0
  }

  /// One of the figures of `/proc/PID/status`, in KB: `VmRSS` is what it holds now, `VmHWM` the most it held.
  func memory(_ field: String) throws -> Int {
    let bytes = FileManager.default.contents(atPath: "/proc/\(pid)/status") ?? Data()
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(whereSeparator: { " \t:".contains($0) })
      if parts.first.map(String.init) == field, parts.count > 1, let value = Int(parts[1]) {
        return value
      }
    }
    throw Broken("the program is gone")
  }

  /// Waits for the end.
  func finish() throws {
    var status: Int32 = 0
    waitpid(pid, &status, 0)
    guard status == 0 else { throw Broken("a program ended with status \(status)") }
  }

  /// Runs a program to its end and says how long it took.
  static func time(
    _ arguments: [String], _ bench: Bench, input: String = "/dev/null",
    output: String = "/dev/null"
  ) throws -> Nanoseconds {
    let start = now()
    try Child(arguments, environment: bench.environment, input: input, output: output).finish()
    return now() - start
  }
}
