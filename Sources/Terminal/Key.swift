/// A key as it was pressed.
public enum Key: Sendable, Equatable, Hashable {
  /// A character that is typed: one grapheme cluster, never a control character.
  case character(Character)
  /// Control with a lower-case letter, or with one of `@ \ ] ^ _`.
  case control(Character)
  /// Alt with a character (Escape before it, on the line).
  case alt(Character)
  /// Return, or Enter on the keypad.
  case enter
  /// Alt with Return.
  case altEnter
  /// The tabulator key.
  case tab
  /// Shift with the tabulator key.
  case backTab
  /// Escape on its own.
  case escape
  /// Backspace: the character before the cursor.
  case backspace
  /// Alt with Backspace: the word before the cursor.
  case altBackspace
  /// Delete: the character under the cursor.
  case delete
  /// Insert.
  case insert
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// Home.
  case home
  /// End.
  case end
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// A function key, F1 and up.
  case function(Int)
  /// Control (or Alt) with arrow left: a word back.
  case controlLeft
  /// Control (or Alt) with arrow right: a word on.
  case controlRight
}

extension Key {
  /// The names of keys that are no characters.
  private static let names: [(String, Key)] = [
    ("Enter", .enter), ("M-Enter", .altEnter), ("Tab", .tab), ("S-Tab", .backTab),
    ("Esc", .escape), ("Backspace", .backspace), ("M-Backspace", .altBackspace),
    ("Del", .delete), ("Ins", .insert), ("Up", .up), ("Down", .down), ("Left", .left),
    ("Right", .right), ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown),
    ("C-Left", .controlLeft), ("C-Right", .controlRight), ("Space", .character(" ")),
    ("M-Space", .alt(" ")),
  ]
  private static let byName = Dictionary(uniqueKeysWithValues: names)
  private static let byKey = Dictionary(uniqueKeysWithValues: names.map { ($1, $0) })

  /// What Control can be held with; Control with other characters is another key on the line.
  private static let controlCharacters = Set<Character>("abcdefghijklmnopqrstuvwxyz@\\]^_")

  /// The key that a notation names, such as "C-n", "M-b", "Enter", "Esc", "PgUp", "F1", "a", "Space".
  public init?(notation: String) {
    if let key = Self.byName[notation] {
      self = key
    } else if let only = notation.first, notation.count == 1 {
      guard only != " ", !Self.isControl(only) else { return nil }
      self = .character(only)
    } else if notation.count == 3, let last = notation.last, notation.hasPrefix("C-") {
      guard Self.controlCharacters.contains(last) else { return nil }
      self = .control(last)
    } else if notation.count == 3, let last = notation.last, notation.hasPrefix("M-") {
      guard last != " ", !Self.isControl(last) else { return nil }
      self = .alt(last)
    } else if notation.hasPrefix("F"), let number = Int(notation.dropFirst()) {
      guard (1...63).contains(number), notation == "F\(number)" else { return nil }
      self = .function(number)
    } else {
      return nil
    }
  }

  /// How the key is written in help and documents; `init(notation:)` reads it back.
  public var notation: String {
    if let name = Self.byKey[self] { return name }
    switch self {
    case .character(let character): return String(character)
    case .control(let character): return "C-\(character)"
    case .alt(let character): return "M-\(character)"
    case .function(let number): return "F\(number)"
    default: return ""
    }
  }

  /// Whether a character must not be typed into text as it is.
  static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
