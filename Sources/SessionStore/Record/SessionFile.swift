import FoundationEssentials
import SessionEngine
import struct SystemPackage.Errno

/// `session.json`: what the folder is, for a reader and a listing.
struct SessionFile: Codable, Equatable, Sendable {
  static let format = "plenary-session"
  static let version = 1

  var format = Self.format
  var formatVersion = Self.version
  let id: SessionID
  var title: String
  var date: String
  let created: Instant
  /// What there was when the journals held `counted` bytes; a listing counts anew where they hold
  /// another number.
  var contributions = 0
  var delegates = 0
  var lastChange: Instant?
  var counted = 0

  init(id: SessionID, title: String, date: String, created: Instant) {
    self.id = id
    self.title = title
    self.date = date
    self.created = created
  }

  /// Reads the file; the counts may be left out.
  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    format = try fields.decode(String.self, forKey: .format)
    formatVersion = try fields.decode(Int.self, forKey: .formatVersion)
    id = try fields.decode(SessionID.self, forKey: .id)
    title = try fields.decodeIfPresent(String.self, forKey: .title) ?? ""
    date = try fields.decodeIfPresent(String.self, forKey: .date) ?? ""
    created =
      try fields.decodeIfPresent(Instant.self, forKey: .created) ?? Instant(milliseconds: 0)
    contributions = try fields.decodeIfPresent(Int.self, forKey: .contributions) ?? 0
    delegates = try fields.decodeIfPresent(Int.self, forKey: .delegates) ?? 0
    lastChange = try fields.decodeIfPresent(Instant.self, forKey: .lastChange)
    counted = try fields.decodeIfPresent(Int.self, forKey: .counted) ?? 0
  }

  /// The file's text.
  func bytes() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return ((try? encoder.encode(self)).map { [UInt8]($0) } ?? []) + [0x0A]
  }

  /// What the file turns out to be.
  enum Reading {
    case session(SessionFile)
    case missing
    case unreadable(String)
    case laterVersion(Int)
  }

  private struct Kind: Decodable {
    let format: String
    let formatVersion: Int
  }

  static func read(_ layout: Layout, files: any FileSystem) -> Reading {
    do throws(Errno) {
      return read(try files.contents(of: layout.sessionFile))
    } catch {
      return error == .noSuchFileOrDirectory || error == .notDirectory
        ? .missing : .unreadable(StoreError.text(error))
    }
  }

  private static func read(_ bytes: [UInt8]) -> Reading {
    let decoder = JSONDecoder()
    guard let kind = try? decoder.decode(Kind.self, from: Data(bytes)), kind.format == format else {
      return .unreadable("it is not what Plenary wrote")
    }
    if kind.formatVersion > version { return .laterVersion(kind.formatVersion) }
    guard let file = try? decoder.decode(SessionFile.self, from: Data(bytes)) else {
      return .unreadable("it lacks a field")
    }
    return .session(file)
  }
}
