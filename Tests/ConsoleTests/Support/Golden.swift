import Foundation
import Terminal
import Testing

@testable import Console

/// Golden screens: what a screen must look like, to be read and reviewed like code.
///
/// `PLENARY_RECORD=1 swift test --filter ConsoleTests` writes them anew (and `docs/keys.md`); look at
/// the difference before committing it.
enum Golden {
  static let isRecording = ProcessInfo.processInfo.environment["PLENARY_RECORD"] == "1"

  static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Holds the room's screen against `Golden/NAME.txt`; with `styles`, what its cells mean too.
  static func check(
    _ name: String, _ room: Room, styles: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let canvas = room.console.view()
    for problem in Looks.problems(canvas, of: room.console) {
      Issue.record("\(name): \(problem)", sourceLocation: sourceLocation)
    }
    let lines = styles ? canvas.annotatedLines() : canvas.textLines
    compare(
      lines.joined(separator: "\n") + "\n",
      with: tests.appendingPathComponent("Golden/\(name).txt"), sourceLocation)
  }

  /// Holds a text against a file, or writes it there while recording.
  static func compare(_ text: String, with file: URL, _ sourceLocation: SourceLocation) {
    if isRecording {
      do {
        try Data(text.utf8).write(to: file)
      } catch {
        Issue.record("cannot write \(file.path): \(error)", sourceLocation: sourceLocation)
      }
      return
    }
    guard let data = try? Data(contentsOf: file) else {
      Issue.record(
        "there is no \(file.lastPathComponent); record it with PLENARY_RECORD=1",
        sourceLocation: sourceLocation)
      return
    }
    let wanted = String(decoding: data, as: UTF8.self)
    guard wanted != text else { return }
    Issue.record(
      "\(file.lastPathComponent) differs\n\(difference(wanted, text))",
      sourceLocation: sourceLocation)
  }

  private static func difference(_ wanted: String, _ found: String) -> String {
    let old = wanted.components(separatedBy: "\n")
    let new = found.components(separatedBy: "\n")
    var rows: [String] = []
    for row in 0..<max(old.count, new.count) {
      let before = row < old.count ? old[row] : ""
      let after = row < new.count ? new[row] : ""
      if before != after { rows.append("\(row + 1) -\(before)|\n\(row + 1) +\(after)|") }
    }
    return rows.joined(separator: "\n")
  }
}

/// What must be true of every screen, whatever it shows.
enum Looks {
  static func problems(_ canvas: Canvas, of console: ConsoleState) -> [String] {
    var problems: [String] = []
    if canvas.size != console.size { problems.append("the canvas is \(canvas.size)") }
    if let cursor = canvas.cursor, !Rect(size: canvas.size).contains(cursor) {
      problems.append("the cursor is outside: \(cursor)")
    }
    let lines = canvas.textLines
    for (row, line) in lines.enumerated() where TextWidth.columns(line) > canvas.size.width {
      problems.append("line \(row) is too wide")
    }
    for (row, line) in lines.enumerated() {
      let hasControl = line.unicodeScalars.contains {
        $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
      }
      if hasControl { problems.append("line \(row) holds what must not reach a terminal") }
    }
    return problems
  }
}
