import SessionEngine
import struct SystemPackage.Errno

/// Why the record could not be made, opened or added to: what, where, what to do.
public enum StoreError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is nothing at the path.
  case notFound(path: String)
  /// There is something at the path, but no session.
  case notASession(path: String, reason: String)
  /// A session was to be made where something is already.
  case alreadyThere(path: String)
  /// The session was made by a later version of Plenary.
  case laterVersion(file: String, version: Int)
  /// The system refused to read or write.
  case system(doing: String, file: String, reason: Errno)
  /// The session is open for reading only.
  case readOnly(reason: String, remedy: String)
  /// The journal was replaced or removed by another program while it was being written.
  case journalReplaced(file: String)
  /// Another process holds the lock on the numbers and does not give it back.
  case numbersBusy(file: String)
  /// The plan that the session was to begin with breaks a rule.
  case refused(Refusal)
  /// A folder of exports holds something that an export would replace.
  case notOurs(path: String)

  /// What went wrong, where, and what to do.
  public var description: String {
    switch self {
    case .notFound(let path):
      "there is no session at \(path); check the path, or begin one with ‘plenary new’"
    case .notASession(let path, let reason):
      "\(path) is no session: \(reason); name a folder that ‘plenary new’ made"
    case .alreadyThere(let path):
      "\(path) is there already and not empty; choose a folder that is not there yet"
    case .laterVersion(let file, let version):
      "\(file) is of format \(version), which a later version of Plenary wrote; install that version"
    case .system(let doing, let file, let reason):
      "could not \(doing) \(file): \(Self.text(reason)); \(Self.remedy(reason))"
    case .readOnly(let reason, let remedy):
      "the session is open for reading only: \(reason); \(remedy)"
    case .journalReplaced(let file):
      "\(file) was replaced or removed by another program; open the session again"
    case .numbersBusy(let file):
      "another process has held \(file) for too long; end the other process or try again"
    case .refused(let refusal):
      refusal.description
    case .notOurs(let path):
      "\(path) is in the way and no earlier export; move it or choose another folder"
    }
  }

  static func text(_ reason: Errno) -> String {
    switch reason {
    case .noSpace: "the disk is full"
    case .readOnlyFileSystem: "the disk is read-only"
    case .permissionDenied: "permission denied"
    default: reason.description.lowercased()
    }
  }

  private static func remedy(_ reason: Errno) -> String {
    switch reason {
    case .noSpace, Errno(rawValue: 122): "free some space and try again"
    case .permissionDenied, .notPermitted, .readOnlyFileSystem:
      "check the permissions, or copy the session to where you may write"
    case .noSuchFileOrDirectory, .notDirectory:
      "check the path: the folder above must be there already"
    case .ioError: "the disk may be failing: copy the session elsewhere and go on there"
    default: "try again"
    }
  }
}

/// Why a command was not carried out.
public enum PerformError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A rule forbids it.
  case refused(Refusal)
  /// It could not be written; the session is as it was and the same command may be tried again.
  case notKept(StoreError)

  /// The reason and what to do.
  public var description: String {
    switch self {
    case .refused(let refusal): refusal.description
    case .notKept(let error): "not kept: " + error.description
    }
  }
}

/// Something worth saying about the files of a session.
public struct Finding: Sendable, Equatable, CustomStringConvertible {
  /// The file, within the session's folder.
  public var file: String
  /// The line, from 1, where one is meant.
  public var line: Int?
  /// What was found.
  public var message: String
  /// What to do about it.
  public var remedy: String
  /// Whether the record is not as it should be; otherwise it is only worth knowing.
  public var isFault: Bool

  /// Makes a finding.
  public init(
    file: String, line: Int? = nil, message: String, remedy: String, isFault: Bool = true
  ) {
    self.file = file
    self.line = line
    self.message = message
    self.remedy = remedy
    self.isFault = isFault
  }

  /// File, line, message and remedy in one line.
  public var description: String {
    let place = line.map { "\(file), line \($0)" } ?? file
    return place + ": " + message + (remedy.isEmpty ? "" : "; " + remedy)
  }
}
