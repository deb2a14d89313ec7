import Foundation
import Testing

/// `plenary` alone, in a terminal.
@Suite("Choosing among recent sessions")
struct ChooserTests {
  private func open(_ laptop: Workshop, width: Int = 80) async throws -> Screen {
    let screen = try await Screen(laptop, running: [Workshop.binary], width: width, height: 24)
    try await screen.shows("Open which")
    return screen
  }

  @Test("a wrong answer is asked again, a number opens that session")
  func asksAgain() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "one", "--title", "Day one")
      try await laptop.does("new", "two", "--title", "Day two")
      let screen = try await open(laptop)
      try await screen.shows("1  Day two", "2  Day one")
      for wrong in ["3", "0", "-1", "two", "\u{20AC}"] {
        try await screen.enter(wrong)
        try await screen.see("the question again after \(wrong)") {
          $0.contains("‘\(wrong)’ is none of them")
            && $0.split(separator: "\n").last?.hasSuffix("(1-2, Enter for 1, q for none)?") == true
        }
      }
      try await screen.enter("2")
      try await screen.shows("Day one", "Capture")
      try await screen.press("C-c")
      #expect(try await screen.ended() == 0)
    }
  }

  @Test("Enter opens the latest; q and the end of input open none")
  func otherAnswers() async throws {
    try await Workshop.open { laptop in
      try await laptop.does("new", "one", "--title", "Day one")
      for none in ["q", "C-d"] {
        let screen = try await open(laptop)
        try await screen.press(none, none == "q" ? "Enter" : "C-d")
        #expect(try await screen.ended() == 0)
      }
      let screen = try await open(laptop)
      try await screen.press("Enter")
      try await screen.shows("Day one", "Capture")
      await screen.close()
    }
  }

  @Test("a row takes one line of the terminal, however long title and path are")
  func clipped() async throws {
    try await Workshop.open { laptop in
      let long = String(repeating: "検査 of everything ", count: 12)
      let folder = String(repeating: "deep/", count: 20)
      try FileManager.default.createDirectory(
        atPath: laptop.path(folder), withIntermediateDirectories: true)
      try await laptop.does("new", folder + "a", "--title", long)
      try await laptop.does("new", folder + "b", "--title", "Short")
      let screen = try await open(laptop, width: 60)
      let lines = try await screen.text().split(separator: "\n")
      #expect(lines[0] == "Sessions opened lately:")
      #expect(lines[1].hasPrefix("  1  Short") && lines[1].contains("…"))
      #expect(lines[2].hasPrefix("  2  検査 of everything") && lines[2].hasSuffix("…"))
      #expect(lines[3].hasPrefix("Open which"))
      await screen.close()
    }
  }
}
