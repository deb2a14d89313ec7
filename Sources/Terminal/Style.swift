/// What a cell means, never its colour. A palette maps roles to colours and attributes.
public enum Role: String, CaseIterable, Sendable, Codable {
  /// Ordinary text.
  case text
  /// What may be overlooked.
  case dim
  /// A title.
  case heading
  /// The protective marking at the top and bottom of the screen.
  case marking
  /// The chosen row.
  case selected
  /// Something to notice.
  case accent
  /// A key that can be pressed.
  case key
  /// What is being typed.
  case input
  /// A suggestion, not yet there.
  case ghost
  /// Something to be careful about.
  case warning
  /// Something that went wrong.
  case error
  /// Something that went right.
  case good
  /// A contribution that was picked out.
  case highlight
  /// A tag.
  case tag
  /// Who spoke.
  case speaker
  /// The question that is answered.
  case lens
  /// A clock with time to spare.
  case timer
  /// A clock about to run out.
  case timerLow
  /// A clock that ran out.
  case timerOver
  /// The done part of a bar.
  case barFull
  /// The part of a bar still to come.
  case barEmpty
  /// Who types.
  case scribe
  /// What a search found.
  case match
}

/// How a cell is drawn: its meaning, and whether it stands out.
public struct Style: Sendable, Equatable, Hashable {
  /// What the cell means.
  public var role: Role
  /// Drawn in reverse video; the app adds a marker of its own.
  public var isSelected: Bool
  /// Drawn bold, whatever the palette says of the role.
  public var isBold: Bool
  /// Underlined, whatever the palette says of the role.
  public var isUnderlined: Bool

  /// A style for a role.
  public init(
    _ role: Role, selected: Bool = false, bold: Bool = false, underlined: Bool = false
  ) {
    self.role = role
    isSelected = selected
    isBold = bold
    isUnderlined = underlined
  }

  /// Ordinary text.
  public static let text = Style(.text)
}

/// One place on a canvas.
public struct Cell: Sendable, Equatable {
  /// What is drawn here: one placed unit of text, or "" for the second half of a wide one.
  public var cluster: String
  /// How it is drawn.
  public var style: Style

  /// A cell that holds one unit of text.
  public init(cluster: String, style: Style) {
    self.cluster = cluster
    self.style = style
  }

  /// An empty place.
  public static let blank = Cell(cluster: " ", style: .text)
}
