import FoundationEssentials
import Glibc
import Testing
import struct SystemPackage.Errno

@testable import SessionStore

/// Another process that captures into a session.
final class Hammer {
  private let pid: pid_t
  private let input: Int32
  private let output: Int32
  private var pending: [UInt8] = []
  private var isReaped = false

  init(_ folder: String, count: Int, name: String, umask: String = "022") throws {
    var ours: [Int32] = [0, 0]
    var theirs: [Int32] = [0, 0]
    // A helper that held another's end open would keep it from ending, and one may just be started:
    // sockets are closed to it from the beginning, as Swift's Glibc has no pipe that is.
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ours) == 0, socketpair(AF_UNIX, kind, 0, &theirs) == 0
    else { throw Errno(rawValue: errno) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, theirs[0], 0)
    posix_spawn_file_actions_adddup2(&actions, ours[1], 1)
    // The helper stands beside the tests' own bundle.
    let own = realpath("/proc/self/exe", nil)
    defer { free(own) }
    let candidates = CommandLine.arguments + [own.map { String(cString: $0) }].compactMap { $0 }
    let found = candidates.map { Paths.parent(of: $0) + "/JournalHammer" }
      .first { access($0, X_OK) == 0 }
    let tool = try #require(found)
    // The mask belongs to the whole process, so only another process can have another.
    let words = ["sh", "-c", "umask \(umask); exec \"$0\" \"$@\"", tool, folder, "\(count)", name]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var spawned = pid_t()
    let result = posix_spawn(&spawned, "/bin/sh", &actions, nil, &arguments, environ)
    posix_spawn_file_actions_destroy(&actions)
    close(theirs[0])
    close(ours[1])
    guard result == 0 else { throw Errno(rawValue: result) }
    pid = spawned
    input = theirs[1]
    output = ours[0]
  }

  deinit {
    kill()
    close(input)
    close(output)
  }

  /// The next line that it says; `nil` once it is gone.
  func line() -> String? {
    while true {
      if let newline = pending.firstIndex(of: 0x0A) {
        let line = String(decoding: pending[..<newline], as: UTF8.self)
        pending.removeFirst(newline + 1)
        return line
      }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = read(output, &buffer, buffer.count)
      guard count > 0 else { return nil }
      pending += buffer[..<count]
    }
  }

  func begin() { _ = write(input, "\n", 1) }

  func kill() {
    guard !isReaped else { return }
    Glibc.kill(pid, SIGKILL)
    var status: Int32 = 0
    waitpid(pid, &status, 0)
    isReaped = true
  }
}
