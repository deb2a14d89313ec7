import ArgumentParser
import Console
import FoundationEssentials
import Intake
import SessionEngine
import SessionStore
import Terminal
import Themes

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the sessions in a folder, with title, date and counts.")

  @Argument(help: "The folder to look in; this one unless given.", completion: .directory)
  var dir = "."

  func validate() throws { try demandWords(("DIR", dir)) }

  func run() throws {
    guard FileManager.default.fileExists(atPath: dir) else {
      throw Failure("there is no folder \(dir); check the path")
    }
    let sessions = SessionStore.list(in: dir)
    guard !sessions.isEmpty else {
      Output.note("plenary: there is no session in \(dir); ‘plenary new’ begins one")
      return
    }
    for session in sessions { Output.words(Self.row(session)) }
  }

  static func row(_ session: SessionListing) -> String {
    "\(session.path)  \(session.date.isEmpty ? "no date" : session.date)  \(session.title)  "
      + "(\(counted(session.contributions, "contribution")), "
      + "\(counted(session.delegates, "delegate")))"
  }
}

struct PlansCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plans",
    abstract: "List the plans there are: built in, and your own.",
    discussion: """
      Your own plans are JSON files in $XDG_CONFIG_HOME/plenary/plans (~/.config/plenary/plans). \
      docs/plan-format.md says what stands in them.
      """)

  func run() throws {
    do throws(IntakeError) {
      for (name, reading) in try PlanFile.builtIn() {
        Output.line("\(TextWidth.padded(name, to: 16))\(reading.description)")
      }
    } catch {
      throw Failure(error)
    }
    for own in Places.userFiles("plans") {
      let description: String
      do throws(IntakeError) {
        description = try PlanFile.read((try? Places.read(own.path)) ?? []).description
      } catch {
        description = "cannot be read: " + error.description
      }
      Output.words("\(TextWidth.padded(own.name, to: 16))\(description)  (\(own.path))")
    }
  }
}

struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the console’s colours there are: built in, and your own.",
    discussion: """
      Your own are JSON files in $XDG_CONFIG_HOME/plenary/themes (~/.config/plenary/themes). \
      ‘plenary run DIR --theme NAME’ uses one, and so does PLENARY_THEME=NAME.
      """)

  func run() throws {
    for name in Palettes.names {
      do throws(Failure) {
        let palette = try Palettes.find(name)
        Output.words("\(TextWidth.padded(name, to: 16))\(palette.title)")
      } catch {
        Output.words("\(TextWidth.padded(name, to: 16))cannot be read: \(error.message)")
      }
    }
  }
}

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Print every key of the console as Markdown.")

  func run() throws { Output.put(KeyTable.document) }
}
