/// Which characters the terminal can be expected to show.
public enum GlyphSet: Sendable, Equatable {
  /// Signs, arrows and lines of Unicode.
  case unicode
  /// ASCII only.
  case ascii
}

/// A sign that the screens use. Each takes one column, in either set.
public enum Glyph: String, CaseIterable, Sendable {
  /// The chosen row ▸, a highlight ★, done ✓, failed ✗, an item •.
  case marker, star, check, cross, bullet
  /// Text cut off …, a separating dot ·, what precedes typed text ›.
  case ellipsis, dot, prompt
  /// Parts of a progress bar ━ ─.
  case barFull, barEmpty
  /// Lines ─ │.
  case horizontal, vertical
  /// Corners and joints of boxes ┌ ┐ └ ┘ ├ ┤ ┬ ┴ ┼.
  case topLeft, topRight, bottomLeft, bottomRight, teeRight, teeLeft, teeDown, teeUp, joint
  /// Arrows → ← ↑ ↓.
  case arrowRight, arrowLeft, up, down
  /// A drawn cursor ▏, clock states ‖ ▶ ■.
  case cursor, paused, play, stopped
  /// Shades ░ ▒ ▓ █.
  case shadeLight, shadeMedium, shadeDark, block
  /// Choices ○ ● and boxes ☐ ☑.
  case radioOff, radioOn, boxOff, boxOn
  /// A broken line ⏎, a warning ⚠, a sum ∑, times ×, a long dash —.
  case newline, warning, sum, times, dash

  /// The sign in one of the sets.
  public func text(_ set: GlyphSet) -> String {
    set == .unicode ? forms.unicode : forms.ascii
  }

  private var forms: (unicode: String, ascii: String) {
    switch self {
    case .marker: ("▸", ">")
    case .star: ("★", "*")
    case .check: ("✓", "v")
    case .cross: ("✗", "x")
    case .bullet: ("•", "*")
    case .ellipsis: ("…", "~")
    case .dot: ("·", ".")
    case .prompt: ("›", ">")
    case .barFull: ("━", "=")
    case .barEmpty: ("─", "-")
    case .horizontal: ("─", "-")
    case .vertical: ("│", "|")
    case .topLeft: ("┌", "+")
    case .topRight: ("┐", "+")
    case .bottomLeft: ("└", "+")
    case .bottomRight: ("┘", "+")
    case .teeRight: ("├", "+")
    case .teeLeft: ("┤", "+")
    case .teeDown: ("┬", "+")
    case .teeUp: ("┴", "+")
    case .joint: ("┼", "+")
    case .arrowRight: ("→", ">")
    case .arrowLeft: ("←", "<")
    case .up: ("↑", "^")
    case .down: ("↓", "v")
    case .cursor: ("▏", "|")
    case .paused: ("‖", "\"")
    case .play: ("▶", ">")
    case .stopped: ("■", "#")
    case .shadeLight: ("░", ".")
    case .shadeMedium: ("▒", ":")
    case .shadeDark: ("▓", "%")
    case .block: ("█", "#")
    case .radioOff: ("○", "o")
    case .radioOn: ("●", "@")
    case .boxOff: ("☐", "_")
    case .boxOn: ("☑", "x")
    case .newline: ("⏎", "/")
    case .warning: ("⚠", "!")
    case .sum: ("∑", "S")
    case .times: ("×", "x")
    case .dash: ("—", "-")
    }
  }

  /// ASCII for a unit of text on a terminal that shows nothing else: glyphs and punctuation have a
  /// counterpart, anything else is "?".
  static func asciiFallback(_ unit: String) -> String {
    fallbacks[unit] ?? "?"
  }

  /// The ASCII counterpart of a glyph or of a typographic mark; `nil` for anything else.
  static func asciiCounterpart(_ unit: String) -> String? { fallbacks[unit] }

  private static let fallbacks: [String: String] = {
    var table = [
      "‘": "'", "’": "'", "‚": ",", "“": "\"", "”": "\"", "„": "\"", "–": "-", "‐": "-", "‑": "-",
      "−": "-", "\u{A0}": " ", "\u{2009}": " ", "\u{202F}": " ", "«": "\"", "»": "\"",
    ]
    for glyph in allCases { table[glyph.text(.unicode)] = glyph.text(.ascii) }
    return table
  }()
}
