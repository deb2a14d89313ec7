import ArgumentParser
import FoundationEssentials
import Glibc

/// The command line: parse, call one thing, print.
struct Plenary: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plenary",
    abstract: "Run a workshop of mixed groups from one laptop, and lose nothing of what is said.",
    discussion: """
      A session is a folder of JSON files. ‘plenary new’ begins one, ‘plenary run’ opens the \
      console on it, ‘plenary export’ writes the page of every group, ‘plenary replay’ plays the \
      day back. ‘plenary demo’ shows all of it on a made-up workshop.

      Exit codes: 0 done, 1 not done (standard error says what, where and what to do), \
      64 wrong arguments, 130 interrupted.
      """,
    version: "plenary 0.1.0",
    subcommands: [
      DemoCommand.self, NewCommand.self, RunCommand.self, AddCommand.self, ImportCommand.self,
      ExportCommand.self, ReplayCommand.self, VerifyCommand.self, RedactCommand.self,
      MixCommand.self, CodeCommand.self, ScoreCommand.self, OpportunityCommand.self,
      FeedbackCommand.self, ArriveCommand.self, StageCommand.self, UndoCommand.self,
      ListCommand.self, PlansCommand.self, ThemesCommand.self, KeysCommand.self,
    ])

  /// Without a command: the sessions opened lately to choose from, or how to begin.
  func run() throws { try RecentChooser.choose() }

  /// Refuses a first word that is no command, and says what was most likely meant.
  fileprivate static func demandCommand(in arguments: ArraySlice<String>) throws(Failure) {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let typed = arguments.first, !typed.hasPrefix("-"), !names.contains(typed) else { return }
    let meant =
      FileManager.default.fileExists(atPath: typed + "/session.json")
      ? "run " + Shell.quoted(typed) : Nearest.word(to: typed, among: names)
    throw Failure.usage(
      "there is no command ‘\(typed)’; "
        + (meant.map { "did you mean ‘plenary \($0)’?" } ?? "‘plenary --help’ lists those there are")
    )
  }
}

@main
enum Main {
  static func main() {
    do {
      try Plenary.demandCommand(in: CommandLine.arguments.dropFirst())
      var command = try Plenary.parseAsRoot()
      try command.run()
      Output.flush()
    } catch let failure as Failure {
      Output.error(failure.message)
      exit(failure.code)
    } catch {
      finish(error)
    }
  }

  /// Ends on an error of the argument parser: help and version are no errors, the rest is usage.
  private static func finish(_ error: any Error) -> Never {
    let code = Plenary.exitCode(for: error)
    let message = Plenary.fullMessage(for: error)
    guard !message.isEmpty else { exit(code.rawValue) }
    if code.isSuccess {
      Output.line(message)
      Output.flush()
    } else {
      Output.error(message.hasPrefix("Error: ") ? String(message.dropFirst(7)) : message)
    }
    exit(code.rawValue)
  }
}
