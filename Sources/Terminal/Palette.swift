import FoundationEssentials

/// Why a palette cannot be read. The description names the role and the colour at fault.
public struct PaletteError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong and what would be right.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// Colours and attributes for every role.
///
/// In JSON: `{"name": "dark", "title": "Dark", "roles": {"heading": {"foreground": "#8fbcdb",
/// "background": "default", "attributes": ["bold"], "mono": ["bold", "underline"]}}}`. All of a role's
/// parts may be left out; so may a role, which then looks like ordinary text. `mono` holds the
/// attributes where there are no colours, and is `attributes` if left out.
public struct Palette: Sendable, Equatable, Decodable {
  /// How one role looks.
  public struct Look: Sendable, Equatable {
    /// The colour of the text.
    public var foreground: Colour
    /// The colour behind it.
    public var background: Colour
    /// What else is drawn where there are colours.
    public var attributes: Attributes
    /// What is drawn instead where there are none.
    public var mono: Attributes

    /// A look; by default that of ordinary text.
    public init(
      foreground: Colour = .standard, background: Colour = .standard, attributes: Attributes = [],
      mono: Attributes? = nil
    ) {
      self.foreground = foreground
      self.background = background
      self.attributes = attributes
      self.mono = mono ?? attributes
    }
  }

  /// Ways of standing out besides colour.
  public struct Attributes: OptionSet, Sendable, Hashable {
    /// The bits, as the driver takes them.
    public let rawValue: Int32
    /// A set of attributes from its bits.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// Bold or bright.
    public static let bold = Attributes(rawValue: 1)
    /// Faint.
    public static let dim = Attributes(rawValue: 2)
    /// Underlined.
    public static let underline = Attributes(rawValue: 4)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 8)

    static let byName: [String: Attributes] = [
      "bold": .bold, "dim": .dim, "underline": .underline, "reverse": .reverse,
    ]
  }

  /// The name it is chosen by.
  public let name: String
  /// What it is called on the screen.
  public let title: String
  /// The looks that differ from ordinary text's.
  public let roles: [Role: Look]

  /// A palette from its parts.
  public init(name: String, title: String, roles: [Role: Look]) {
    self.name = name
    self.title = title
    self.roles = roles
  }

  /// How a role looks.
  public func look(_ role: Role) -> Look {
    roles[role] ?? roles[.text] ?? Look()
  }

  /// Attributes only: what there is before any palette was read.
  public static let plain = Palette(
    name: "plain", title: "Plain",
    roles: [
      .dim: Look(attributes: .dim), .heading: Look(attributes: .bold),
      .marking: Look(attributes: .bold), .selected: Look(attributes: [.bold, .reverse]),
      .accent: Look(attributes: .bold), .key: Look(attributes: .bold),
      .ghost: Look(attributes: .dim), .warning: Look(attributes: .bold),
      .error: Look(attributes: [.bold, .reverse]), .highlight: Look(attributes: .bold),
      .tag: Look(attributes: .underline), .timerLow: Look(attributes: .bold),
      .timerOver: Look(attributes: [.bold, .reverse]), .barEmpty: Look(attributes: .dim),
      .scribe: Look(attributes: .dim), .match: Look(attributes: [.bold, .underline]),
    ])
}

extension Palette {
  /// Reads a palette from JSON.
  public init(json: Data) throws(PaletteError) {
    do {
      self = try JSONDecoder().decode(Palette.self, from: json)
    } catch let error as PaletteError {
      throw error
    } catch DecodingError.keyNotFound(let key, _) {
      throw PaletteError("The palette has no \"\(key.stringValue)\".")
    } catch DecodingError.typeMismatch(_, let context),
      DecodingError.valueNotFound(_, let context)
    {
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      throw PaletteError(
        "The palette's \(path.isEmpty ? "whole" : "\"\(path)\"") is of the wrong kind.")
    } catch {
      throw PaletteError("The palette is not readable as JSON.")
    }
  }

  /// Reads a palette from the bytes of JSON.
  public init(json: [UInt8]) throws(PaletteError) {
    try self.init(json: Data(json))
  }

  private enum Keys: String, CodingKey {
    case name, title, roles
  }

  private struct RawLook: Decodable {
    var foreground: String?
    var background: String?
    var attributes: [String]?
    var mono: [String]?
  }

  /// Reads a palette; what is wrong is thrown as a `PaletteError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Keys.self)
    name = try container.decode(String.self, forKey: .name)
    title = try container.decode(String.self, forKey: .title)
    var roles: [Role: Look] = [:]
    let raw = try container.decode([String: RawLook].self, forKey: .roles)
    for (key, value) in raw.sorted(by: { $0.key < $1.key }) {
      guard let role = Role(rawValue: key) else {
        let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
        throw PaletteError("There is no role \"\(key)\". Roles are: \(known).")
      }
      roles[role] = try Self.look(value, of: key, in: name)
    }
    self.roles = roles
  }

  private static func look(_ raw: RawLook, of role: String, in palette: String) throws -> Look {
    func colour(_ text: String?, _ part: String) throws -> Colour {
      guard let text else { return .standard }
      if let colour = Colour(text) { return colour }
      throw PaletteError(
        "Palette \"\(palette)\", role \"\(role)\": the \(part) \"\(text)\" is no colour. Write "
          + "#rrggbb, default, or one of \(Colour.names.joined(separator: ", ")).")
    }
    func attributes(_ names: [String]) throws -> Attributes {
      var result: Attributes = []
      for name in names {
        guard let attribute = Attributes.byName[name] else {
          throw PaletteError(
            "Palette \"\(palette)\", role \"\(role)\": there is no attribute \"\(name)\". "
              + "Attributes are: bold, dim, underline, reverse.")
        }
        result.insert(attribute)
      }
      return result
    }
    return Look(
      foreground: try colour(raw.foreground, "foreground"),
      background: try colour(raw.background, "background"),
      attributes: try attributes(raw.attributes ?? []), mono: try raw.mono.map(attributes))
  }
}
