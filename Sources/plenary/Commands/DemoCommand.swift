import ArgumentParser
import FoundationEssentials
import Intake
import SessionEngine
import SessionStore

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Open a sample session with made-up people and organisations.",
    discussion: """
      The sample stands in the middle of its third round: people have arrived, groups are dealt, \
      contributions are kept and coded. Change what you like; ‘plenary demo’ on another folder \
      begins afresh. A sample that is there already is opened as you left it.
      """)

  @Option(help: "Where the sample goes.", completion: .directory)
  var dir: String?

  @Flag(inversion: .prefixedNo, help: "Open the console on it.")
  var open = true

  func validate() throws { try demandWords(("--dir", dir)) }

  func run() throws {
    let path = dir ?? Places.data + "/sample.plenary"
    if open, !Output.isTerminal {
      throw Failure(
        "the console needs a terminal, and there is none here; "
          + "‘plenary demo --no-open’ makes the sample, ‘plenary replay’ and ‘plenary export’ show it"
      )
    }
    if FileManager.default.fileExists(atPath: path + "/session.json") {
      Output.note("The sample is in \(path) already, as you left it.")
    } else {
      try make(path)
      Output.note("The sample is in \(path).")
    }
    if open { try ConsoleRunner.run(path, colours: nil, colour: .auto, ascii: false) }
  }

  /// Plays the sample's morning into a new session, on a clock that ends now.
  private func make(_ path: String) throws {
    let clock = SetClock(LocalTime.now)
    var environment = StoreEnvironment.live
    environment.now = { clock.time }
    var store: SessionStore?
    let parent = Places.absolute(path + "/..")
    try? FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    do {
      try SampleSession.play(
        session: "sample", endingAt: LocalTime.now, utcOffsetSeconds: LocalTime.offset()
      ) { command, at in
        clock.time = at
        if case .open(_, let plan) = command {
          let created = try SessionStore.create(
            at: path, plan: plan, scribe: "facilitator", environment: environment)
          store = created
          return created.session
        }
        guard let store else { throw Failure("the sample has no beginning") }
        _ = try store.perform(command)
        return store.session
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure("the sample could not be made in \(path): \(error)")
    }
    store?.close()
    Recent.note(path)
  }
}

/// A clock that shows what it is told.
private final class SetClock: @unchecked Sendable {
  var time: Instant
  init(_ time: Instant) { self.time = time }
}
