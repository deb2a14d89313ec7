import Foundation
import Testing

/// The Makefile, without building anything.
@Suite("make")
struct SetUpTests {
  func make(_ laptop: Workshop, _ arguments: String...) async throws -> Outcome {
    try await Child(
      ["make", "-C", Workshop.checkout, "SWIFT=true"] + arguments,
      environment: laptop.environment, directory: laptop.desk, input: .nothing,
      scratch: laptop.root + "/tmp"
    ).ended()
  }

  @Test("make run builds, and without a terminal it says how to look at the sample, exit 1")
  func run() async throws {
    try await Workshop.open { laptop in
      let plan = try await make(laptop, "-n", "run")
      #expect(plan.out.contains("install-packages.sh libncurses-dev"))
      #expect(plan.out.contains("--product plenary"))
      // Only the recipe of `run` itself: `true` builds, and there is no terminal.
      let ran = try await make(laptop, "-o", "needs", "run")
      #expect(ran.code == 2)
      #expect(ran.err.contains("needs a terminal"))
      for words in ["demo", "--no-open", "replay", "export"] { #expect(ran.err.contains(words)) }
      #expect(ran.err.contains("Error 1"))
    }
  }

  @Test("every target has its line in make help")
  func help() async throws {
    try await Workshop.open { laptop in
      let help = try await make(laptop, "help").out
      for target in ["run", "test", "build", "install", "bench", "format", "help"] {
        #expect(help.contains("\(target) "), "\(target)")
      }
    }
  }
}
