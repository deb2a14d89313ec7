import ArgumentParser
import Intake
import SessionEngine
import SessionStore

/// A command that could not do what was asked: what, where, what to do.
///
/// The exit code says where to look, and is decided in this file alone. What is wrong with the
/// arguments themselves is 64 (`EX_USAGE` of sysexits.h): a name that nothing bears, be it of a plan,
/// colours, a group or a column; a time or a number that is none; words left empty. What the world
/// refuses is 1: a file that is not there, a full disk, a damaged session.
struct Failure: Error {
  let message: String
  let code: Int32

  private init(_ message: String, code: Int32) {
    self.message = message
    self.code = code
  }

  /// What the world refuses.
  init(_ message: String) { self.init(message, code: 1) }

  /// What is wrong with the arguments.
  static func usage(_ message: String) -> Failure { Failure(message, code: 64) }

  /// An end by a signal, told as shells do.
  static func interrupted(_ message: String, code: Int32) -> Failure {
    Failure(message, code: code)
  }

  /// What keeps a session from being opened, made or written to.
  init(_ error: StoreError) {
    guard case .notFound(let path) = error, let near = Nearest.session(to: path) else {
      self.init(error.description)
      return
    }
    self.init("there is no session at \(path); did you mean \(Shell.quoted(near))?")
  }

  /// Why nothing was taken from a file: because of what is in it, or of how it was asked for.
  init(_ error: IntakeError, in file: String? = nil) {
    self.init(
      file.map { error.description(in: $0) } ?? error.description,
      code: error.blamesArguments ? 64 : 1)
  }
}

/// Finds what an argument names.
func named<Thing>(_ find: () throws(Refusal) -> Thing) throws(Failure) -> Thing {
  do { return try find() } catch { throw Failure.usage(error.description) }
}

/// Refuses arguments that are given and empty, where words are needed.
func demandWords(_ arguments: (name: String, value: String?)...) throws(ValidationError) {
  for case (let name, let value?) in arguments where value.trimmed.isEmpty {
    throw ValidationError("\(name) is empty; fill it in")
  }
}
