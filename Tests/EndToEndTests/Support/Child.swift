import Foundation
import Glibc
import Synchronization

/// How a program ended, and what it said.
struct Outcome: Sendable {
  /// The exit code; 128 and the signal's number where a signal ended it, as shells count.
  let code: Int32
  let outBytes: [UInt8]
  let errBytes: [UInt8]

  var out: String { String(decoding: outBytes, as: UTF8.self) }
  var err: String { String(decoding: errBytes, as: UTF8.self) }
  var outLines: [String] { out.split(separator: "\n").map(String.init) }
  var errLines: [String] { err.split(separator: "\n").map(String.init) }
}

/// What a program reads.
enum Input: Sendable {
  case nothing
  case bytes([UInt8])
  /// A pipe that stays open until the child is closed or ended.
  case open

  static func text(_ text: String) -> Input { .bytes(Array(text.utf8)) }
}

/// A program that was started, without a terminal of its own.
final class Child: Sendable {
  let pid: pid_t
  private let out: String
  private let err: String
  private let pipe: Int32?
  private let hasEnded = Mutex(false)

  struct CannotStart: Error { let errorNumber: Int32 }

  /// Starts a program in a session of its own, so that no terminal of the test's is in its reach, and
  /// with every signal as a login shell would leave it.
  init(
    _ arguments: [String], environment: [String: String], directory: String, input: Input,
    scratch: String
  ) throws {
    let name = scratch + "/child-" + UUID().uuidString
    out = name + ".out"
    err = name + ".err"
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    var ends: [Int32] = [-1, -1]
    switch input {
    case .nothing: posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
    case .bytes(let bytes):
      try Data(bytes).write(to: URL(fileURLWithPath: name + ".in"))
      posix_spawn_file_actions_addopen(&files, 0, name + ".in", O_RDONLY, 0)
    case .open:
      // Closed to every other program from the beginning; Swift's Glibc has no pipe that is.
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
      guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
        throw CannotStart(errorNumber: errno)
      }
      posix_spawn_file_actions_adddup2(&files, ends[0], 0)
    }
    posix_spawn_file_actions_addopen(&files, 1, out, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&files, 2, err, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for signal in [SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGHUP] { sigaddset(&defaults, signal) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    // The threads that tests run on block signals, and a child would inherit that.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    let newSession: Int16 = 0x80
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK) | newSession)
    // env changes the folder and then becomes the program itself.
    var argv = (["env", "-C", directory] + arguments).map { strdup($0) } + [nil]
    var envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var child: pid_t = 0
    let failed = posix_spawnp(&child, "env", &files, &attributes, &argv, &envp)
    if ends[0] >= 0 { close(ends[0]) }
    pipe = ends[1] >= 0 ? ends[1] : nil
    pid = child
    guard failed == 0 else { throw CannotStart(errorNumber: failed) }
  }

  /// Nothing that a test started outlives it.
  deinit { if !hasEnded.withLock({ $0 }) { kill(pid, SIGKILL) } }

  /// Writes into the open pipe.
  func write(_ text: String) {
    guard let pipe else { return }
    let bytes = Array(text.utf8)
    _ = Glibc.write(pipe, bytes, bytes.count)
  }

  /// What was printed so far.
  var printed: String { String(decoding: Self.contents(out), as: UTF8.self) }

  func signal(_ number: Int32) { kill(pid, number) }

  /// Waits until it ends, on a thread of its own so that other tests go on.
  func ended(closingInput: Bool = true) async -> Outcome {
    if closingInput, let pipe { close(pipe) }
    let status = await withCheckedContinuation { continuation in
      DispatchQueue.global().async { [pid] in
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        continuation.resume(returning: status)
      }
    }
    hasEnded.withLock { $0 = true }
    if !closingInput, let pipe { close(pipe) }
    let signal = status & 0x7F
    return Outcome(
      code: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
      outBytes: Self.contents(out), errBytes: Self.contents(err))
  }

  private static func contents(_ path: String) -> [UInt8] {
    FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []
  }
}
