import Foundation

/// Somebody else's programs, which judge what ours wrote.
enum Python {
  /// Whether a module is there to be imported.
  static func has(_ module: String) -> Bool { run("import \(module)", input: [])?.status == 0 }

  /// Runs a script; `nil` where there is no Python.
  static func run(_ script: String, input: [UInt8]) -> (status: Int32, output: String)? {
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appendingPathComponent("plenary-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    guard (try? Data(input).write(to: file)) != nil,
      let reading = try? FileHandle(forReadingFrom: file)
    else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
      .merging(["PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"]) { a, _ in a }
    let pipe = Pipe()
    process.standardInput = reading
    process.standardOutput = pipe
    process.standardError = pipe
    guard (try? process.run()) != nil else { return nil }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
