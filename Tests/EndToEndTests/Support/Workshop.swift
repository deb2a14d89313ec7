import Foundation
import Glibc
import Testing

/// A laptop of its own for a test: a home, an environment that nothing from outside gets into, and the
/// real binary.
struct Workshop: Sendable {
  let root: String
  var environment: [String: String]

  var home: String { root + "/home" }
  /// Where commands run.
  var desk: String { root + "/desk" }

  /// The binary under test: the one that was built beside this test, or the one that is named.
  static let binary: String = {
    if let named = ProcessInfo.processInfo.environment["PLENARY_BINARY"] { return named }
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().path + "/plenary"
  }()

  /// The checkout.
  static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  static let london = checkout + "/Tests/Fixtures/london-youth-policing/comments.csv"

  init() throws {
    var template = Array("/tmp/plenary-e2e-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Child.CannotStart(errorNumber: errno) }
    root = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    environment = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": root + "/home", "TMPDIR": root + "/tmp",
      "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "xterm-256color", "USER": "ann",
      // A crash ends at once, without Swift's own questions.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    for folder in ["home", "desk", "tmp"] {
      try FileManager.default.createDirectory(
        atPath: root + "/" + folder, withIntermediateDirectories: true)
    }
  }

  /// Runs a test on a fresh laptop. A few run at a time, so that none starves on a small machine.
  static func open(_ body: (Workshop) async throws -> Void) async throws {
    await Turnstile.shared.enter()
    let result: Result<Void, any Error>
    do {
      let workshop = try Workshop()
      do { result = .success(try await body(workshop)) } catch { result = .failure(error) }
      await workshop.leave()
    } catch {
      result = .failure(error)
    }
    await Turnstile.shared.leave()
    try result.get()
  }

  /// Ends the terminals that a failed test left open, and removes everything.
  private func leave() async {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root + "/tmp")) ?? []
    for name in names where name.hasPrefix("tmux-") {
      let child = try? Child(
        ["tmux", "-S", root + "/tmp/" + name, "kill-server"], environment: environment,
        directory: "/", input: .nothing, scratch: root + "/tmp")
      _ = await child?.ended()
    }
    try? FileManager.default.removeItem(atPath: root)
  }

  func with(_ variables: [String: String?]) -> Workshop {
    var other = self
    for (name, value) in variables { other.environment[name] = value }
    return other
  }

  // MARK: Commands

  func start(_ arguments: [String], input: Input = .nothing) throws -> Child {
    try Child(
      [Self.binary] + arguments, environment: environment, directory: desk, input: input,
      scratch: root + "/tmp")
  }

  /// Runs `plenary` with these arguments.
  @discardableResult
  func plenary(_ arguments: String..., input: Input = .nothing) async throws -> Outcome {
    try await start(arguments, input: input).ended()
  }

  /// Runs `plenary`, expecting it to do what is asked.
  @discardableResult
  func does(
    _ arguments: String..., input: Input = .nothing,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Outcome {
    try await does(arguments, input: input, sourceLocation: sourceLocation)
  }

  /// Runs `plenary`, expecting it to do what is asked.
  @discardableResult
  func does(
    _ arguments: [String], input: Input = .nothing,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Outcome {
    let outcome = try await start(arguments, input: input).ended()
    #expect(
      outcome.code == 0, "plenary \(arguments): \(outcome.err)", sourceLocation: sourceLocation)
    return outcome
  }

  /// Runs `plenary`, expecting it to refuse in a sentence.
  @discardableResult
  func refuses(
    _ arguments: String..., code: Int32, input: Input = .nothing,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Outcome {
    try await refuses(arguments, code: code, input: input, sourceLocation: sourceLocation)
  }

  /// The same with the arguments in a list.
  @discardableResult
  func refuses(
    _ arguments: [String], code: Int32, input: Input = .nothing,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Outcome {
    let outcome = try await start(arguments, input: input).ended()
    #expect(
      outcome.code == code, "plenary \(arguments): \(outcome.out)\(outcome.err)",
      sourceLocation: sourceLocation)
    #expect(
      outcome.err.hasPrefix("plenary: "), "plenary \(arguments): \(outcome.err)",
      sourceLocation: sourceLocation)
    #expect(outcome.err.hasSuffix("\n"), sourceLocation: sourceLocation)
    return outcome
  }

  // MARK: Files

  func path(_ name: String) -> String { name.hasPrefix("/") ? name : desk + "/" + name }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
  }

  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  func read(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// Every file under a folder, by its path there.
  func files(under name: String) -> [String] {
    (FileManager.default.enumerator(atPath: path(name))?.allObjects as? [String] ?? [])
      .filter {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(
          atPath: path(name) + "/" + $0, isDirectory: &isFolder) && !isFolder.boolValue
      }.sorted()
  }
}

extension Workshop {
  /// Captures points at table 1, `Point 1` and so on.
  func capture(points: Int, in day: String = "day") async throws {
    for point in 1...points { try await does("add", day, "-g", "1", "-p", "1", "Point \(point)") }
  }

  /// What the votes of a session came to, as `plenary score --results` tells it.
  func results(_ day: String = "day") async throws -> [[String: Any]] {
    let said = try await does("score", day, "--results", "--format", "json")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(said.outBytes)) as? [[String: Any]])
  }

  /// Expects that some words stand in no byte of any file of a folder.
  func expectNoByte(
    of words: String, in folder: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let files = files(under: folder)
    #expect(!files.isEmpty, "\(folder) is empty", sourceLocation: sourceLocation)
    for file in files {
      let bytes = try read(folder + "/" + file)
      #expect(
        !String(decoding: bytes, as: UTF8.self).contains(words), "\(folder)/\(file)",
        sourceLocation: sourceLocation)
    }
  }
}

/// Lets a few tests through at a time.
private actor Turnstile {
  static let shared = Turnstile()
  private var free = 3
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func enter() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
