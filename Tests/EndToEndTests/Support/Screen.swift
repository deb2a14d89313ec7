import Foundation
import Glibc
import Testing

/// The console in a real terminal: tmux draws it, and the test reads the screen and presses the keys.
final class Screen: Sendable {
  struct NotSeen: Error, CustomStringConvertible { let description: String }

  /// How often one looks before something counts as never; a minute at the least, and longer where
  /// the machine is so busy that looking itself takes its time.
  static let patience =
    50 * (ProcessInfo.processInfo.environment["PLENARY_PATIENCE"].flatMap { Int($0) } ?? 60)

  let workshop: Workshop
  private let socket: String
  /// Everything that the program wrote to the terminal.
  let raw: String
  /// Dies with this object, and tmux with it.
  private let tmux: @Sendable ([String]) async throws -> Outcome

  /// Opens a terminal and runs a program in it.
  init(
    _ workshop: Workshop, running command: [String], width: Int = 100, height: Int = 30
  ) async throws {
    self.workshop = workshop
    let name = UUID().uuidString.prefix(8)
    socket = workshop.root + "/tmp/tmux-\(name)"
    raw = workshop.root + "/tmp/raw-\(name)"
    var own = workshop.environment
    own["TERM"] = "xterm-256color"
    tmux = { [socket, own] arguments in
      try await Child(
        ["tmux", "-u", "-S", socket, "-f", "/dev/null"] + arguments, environment: own,
        directory: workshop.desk, input: .nothing, scratch: workshop.root + "/tmp"
      ).ended()
    }
    let variables = workshop.environment.map { "\($0.key)=\($0.value)" }.sorted()
    let started = try await tmux(
      [
        "start-server", ";", "set", "-g", "remain-on-exit", "on", ";", "set", "-g", "status", "off",
        ";", "set", "-s", "escape-time", "0", ";", "set", "-g", "focus-events", "off", ";",
        "new-session", "-d", "-x", "\(width)", "-y", "\(height)", "-c", workshop.desk, "env", "-i",
      ] + variables + ["sh", "-c", "trap : HUP; \"$@\"; echo $? > \"$0.code\"", raw] + command + [
        ";", "pipe-pane", "exec cat > '\(raw)'",
      ])
    guard started.code == 0 else { throw NotSeen(description: "tmux: \(started.err)") }
  }

  /// Opens the console on a session and waits until it is drawn.
  static func open(
    _ workshop: Workshop, _ session: String, options: [String] = [], width: Int = 100,
    height: Int = 30
  ) async throws -> Screen {
    let screen = try await Screen(
      workshop, running: [Workshop.binary, "run", session] + options, width: width, height: height)
    try await screen.shows("Capture")
    return screen
  }

  /// Takes the terminal away, and waits until what ran there has noticed.
  func close() async {
    _ = try? await tmux(["kill-server"])
    try? await eventually("the end") { self.code != nil }
  }

  // MARK: Keys

  /// Types text as it stands.
  func type(_ text: String) async throws {
    try await send(["send-keys", "-l", "--", Self.literal(text)])
  }

  /// A semicolon at the end of an argument would end tmux's command.
  private static func literal(_ text: String) -> String {
    text.hasSuffix(";") ? text.dropLast() + "\\;" : text
  }

  /// Presses keys by tmux's names for them: Enter, C-n, M-e, Escape.
  func press(_ keys: String...) async throws { try await send(["send-keys"] + keys) }

  /// Leaves the line for the contributions, and waits for that: a key right behind Esc is Alt with
  /// that key to any program.
  func browse() async throws {
    try await press("Escape")
    try await shows("Enter type")
  }

  /// Types a line and presses Enter.
  func enter(_ text: String) async throws {
    try await send(["send-keys", "-l", "--", Self.literal(text), ";", "send-keys", "Enter"])
  }

  /// Types lines and presses Enter behind each, all in one go.
  func enter(_ lines: [String]) async throws {
    try await send(
      lines.flatMap {
        ["send-keys", "-l", "--", Self.literal($0), ";", "send-keys", "Enter", ";"]
      })
  }

  /// Pastes as a terminal does: between brackets, where the program asked for them.
  func paste(_ text: String) async throws {
    let file = workshop.root + "/tmp/paste-" + UUID().uuidString
    try workshop.write(file, text)
    try await send(["load-buffer", file, ";", "paste-buffer", "-p", "-r"])
  }

  func resize(_ width: Int, _ height: Int) async throws {
    try await send(["resize-window", "-x", "\(width)", "-y", "\(height)"])
  }

  private func send(_ arguments: [String]) async throws {
    let outcome = try await tmux(arguments)
    guard outcome.code == 0 else {
      throw NotSeen(description: "tmux \(arguments.first ?? ""): \(outcome.err)")
    }
  }

  // MARK: What is seen

  /// The screen as text.
  func text() async throws -> String { try await tmux(["capture-pane", "-p"]).out }

  /// The screen with the escape sequences of its attributes.
  func attributed() async throws -> String { try await tmux(["capture-pane", "-p", "-e"]).out }

  /// What tmux knows of the terminal, such as `pane_pid`.
  func fact(_ name: String) async throws -> String {
    try await tmux(["display-message", "-p", "#{\(name)}"]).out
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Everything that was sent to the terminal so far.
  func sent() -> String {
    String(decoding: FileManager.default.contents(atPath: raw) ?? Data(), as: UTF8.self)
  }

  /// The program in the terminal.
  func pid() async throws -> pid_t {
    let shell = try await fact("pane_pid")
    let children = try String(
      contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    guard let child = children.split(separator: " ").first.flatMap({ pid_t($0) }) else {
      throw NotSeen(description: "nothing runs in the terminal")
    }
    return child
  }

  /// Waits until the program has ended; its exit code, or 128 and the signal.
  func ended() async throws -> Int32 {
    try await eventually("the end", on: self) { self.code != nil }
    return code ?? -1
  }

  private var code: Int32? {
    FileManager.default.contents(atPath: raw + ".code")
      .flatMap { Int32(String(decoding: $0, as: UTF8.self).dropLast()) }
  }

  /// Waits until the screen shows all of these.
  @discardableResult
  func shows(_ words: String...) async throws -> String {
    try await see(words.joined(separator: ", ")) { screen in
      words.allSatisfy { screen.contains($0) }
    }
  }

  /// Waits until the screen shows this no longer.
  @discardableResult
  func showsNoMore(_ words: String) async throws -> String {
    try await see("no more ‘\(words)’") { !$0.contains(words) }
  }

  /// Waits for a screen that fits.
  @discardableResult
  func see(_ what: String, _ fits: @Sendable (String) -> Bool) async throws -> String {
    var screen = ""
    for _ in 0..<Self.patience {
      screen = try await text()
      if fits(screen) { return screen }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw NotSeen(description: "waited for \(what); the screen:\n\(screen)")
  }
}

/// Waits for a condition, however long a busy machine takes.
func eventually(
  _ what: String, on screen: Screen? = nil, _ holds: @Sendable () async throws -> Bool
) async throws {
  for _ in 0..<Screen.patience {
    if try await holds() { return }
    try await Task.sleep(for: .milliseconds(20))
  }
  let seen = try await screen?.text() ?? ""
  throw Screen.NotSeen(description: "waited for \(what)\n\(seen)")
}
