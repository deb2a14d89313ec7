import Foundation
import SessionEngine
import SessionStore

extension DayInLines {
  /// Runs a command in the folder, and answers what it printed.
  @discardableResult
  func plenary(_ arguments: [String], _ lines: [String] = []) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: binary)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder, "TZ": "UTC", "LC_ALL": "C.UTF-8", "USER": "ann",
    ]
    let (input, output, errors) = (folder + "/in", folder + "/out", folder + "/err")
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: input))
    for file in [output, errors] { try Data().write(to: URL(fileURLWithPath: file)) }
    process.standardInput = FileHandle(forReadingAtPath: input)
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    func text(_ file: String) -> String {
      String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
    }
    guard process.terminationStatus == 0 else {
      throw Failed(description: "plenary \(arguments.joined(separator: " ")): \(text(errors))")
    }
    return text(output)
  }

  func stored<Answer>(_ body: (SessionStore) throws -> Answer) throws -> Answer {
    let store = try SessionStore.open(at: folder + "/day", scribe: "ann", environment: .live)
    defer { store.close() }
    return try body(store)
  }
}
