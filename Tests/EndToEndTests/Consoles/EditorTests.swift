import Foundation
import Testing

/// Finishing a line in an editor of one's own.
@Suite("The editor")
struct EditorTests {
  /// Opens a console whose editor is a script.
  func open(
    _ laptop: Workshop, _ variables: [String: String?], script: String? = nil
  ) async throws -> Screen {
    try await laptop.does("new", "day", "--groups", "1")
    if let script {
      try laptop.write("my editor", "#!/bin/sh\n" + script)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: laptop.path("my editor"))
    }
    let screen = try await Screen.open(laptop.with(variables), "day")
    try await screen.type("half a line")
    try await screen.shows("half a line")
    return screen
  }

  @Test("the line goes there, with options and blanks in its name, and comes back longer")
  func edited() async throws {
    try await Workshop.open { laptop in
      let screen = try await open(
        laptop, ["VISUAL": "'\(laptop.desk)/my editor' --quiet", "EDITOR": "false"],
        script: """
          test "$1" = --quiet || exit 9
          cp "$2" '\(laptop.desk)/seen'
          printf 'a whole line\\nand another\\n' > "$2"
          """)
      try await screen.press("M-e")
      try await screen.shows("a whole line", "OFFICIAL-SENSITIVE")
      #expect(try laptop.text("seen") == "half a line\n")
      try await screen.press("Enter")
      try await screen.shows("kept #1")
      #expect(try await laptop.exported("day")[1]?.text == "a whole line\nand another")
      let left = try FileManager.default.contentsOfDirectory(atPath: laptop.root + "/tmp")
      #expect(!left.contains { $0.hasPrefix("plenary-") }, "\(left)")
      await screen.close()
    }
  }

  @Test("an editor that waits for keys gets them, and the console gets the screen back")
  func interactive() async throws {
    try await Workshop.open { laptop in
      let screen = try await open(
        laptop, ["EDITOR": "'\(laptop.desk)/my editor'"],
        script: """
          echo 'editing now'
          read word
          printf '%s\\n' "$word" > "$1"
          """)
      try await screen.press("M-e")
      try await screen.shows("editing now")
      try await screen.enter("typed there")
      try await screen.shows("typed there", "OFFICIAL-SENSITIVE", "Capture")
      try await screen.press("Enter")
      try await screen.shows("kept #1")
      #expect(try await laptop.exported("day")[1]?.text == "typed there")
      await screen.close()
    }
  }

  @Test(
    "an editor that fails, is not there, is not named or writes no text leaves the line as it was",
    arguments: [
      ("exit 3", "failed with exit status 3"), (nil, "was not found"), ("", "VISUAL or EDITOR"),
      ("printf '\\377' > \"$1\"", "UTF-8"), ("rm \"$1\"", "as it was"),
      ("kill -9 $$", "exit status 137"),
    ])
  func failing(script: String?, words: String) async throws {
    try await Workshop.open { laptop in
      let editor: String? = script == "" ? nil : "'\(laptop.desk)/my editor'"
      let screen = try await open(laptop, ["EDITOR": editor], script: script)
      try await screen.press("M-e")
      try await screen.shows(words, "half a line")
      try await screen.press("Enter")
      try await screen.shows("kept #1")
      #expect(try await laptop.exported("day")[1]?.text == "half a line")
      await screen.close()
    }
  }
}
