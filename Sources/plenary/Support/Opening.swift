import ArgumentParser
import Glibc
import SessionEngine
import SessionStore

/// The folder that a command works on.
struct SessionOption: ParsableArguments {
  @Argument(
    help: "The session’s folder, such as today.plenary.", completion: .directory)
  var dir: String

  func validate() throws { try demandWords(("DIR", dir)) }

  /// Opens the session and says what was found amiss.
  func open() throws(Failure) -> SessionStore { try Opening.open(dir) }
}

enum Opening {
  /// Who types: PLENARY_SCRIBE, or the login's name.
  static var scribe: String {
    Places.variable("PLENARY_SCRIBE") ?? Places.variable("USER") ?? "facilitator"
  }

  static func open(_ path: String) throws(Failure) -> SessionStore {
    do {
      let store = try SessionStore.open(at: path, scribe: scribe, environment: .live)
      for finding in store.findings { Output.note("plenary: " + finding.description) }
      return store
    } catch {
      throw Failure(error)
    }
  }
}

extension SessionStore {
  /// Carries a command out, or says why not in a sentence.
  @discardableResult
  func carryOut(_ command: Command) throws(Failure) -> Decision {
    do {
      return try perform(command)
    } catch {
      throw Failure("\(error)")
    }
  }
}
