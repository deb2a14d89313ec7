import Terminal

/// Where things stand on a screen of some size.
///
/// From the top: title and marking, path and clock, what comes next, the body. From the bottom:
/// marking, keys, (a blank,) the line with the hint above it.
struct Layout {
  let size: Size

  /// The least size at which anything can be done.
  static let least = Size(width: 40, height: 10)

  static func fits(_ size: Size) -> Bool {
    size.width >= least.width && size.height >= least.height
  }

  /// Whether the side pane has a place of its own.
  var hasSidePane: Bool { size.width >= 80 }
  /// Whether there is room for blank lines between the parts.
  var isRoomy: Bool { size.height >= 20 }
  /// Whether there is room for blank lines within the parts.
  var isSpacious: Bool { size.height >= 34 }

  /// How wide the side pane is.
  var sideWidth: Int { size.width >= 150 ? 44 : size.width >= 100 ? 36 : 29 }

  /// The first row of the body.
  var bodyTop: Int { isSpacious ? 4 : size.height >= 14 ? 3 : 2 }

  /// The row in which one types, or reads what happened last.
  var lineY: Int { size.height - (isRoomy ? 4 : 3) }
  /// The row above, for what the line will become.
  var hintY: Int { lineY - 1 }

  /// One past the last row of the body where a hint stands above the line, or where none does.
  func bodyBottom(hasHint: Bool) -> Int {
    (hasHint ? hintY : lineY) - (isSpacious ? 1 : 0)
  }

  /// The body's left pane.
  func side(hasHint: Bool) -> Rect {
    Rect(x: 0, y: bodyTop, width: sideWidth, height: bodyBottom(hasHint: hasHint) - bodyTop)
  }

  /// The body's right pane, or the whole body where there is one pane only.
  func main(hasHint: Bool) -> Rect {
    let x = hasSidePane ? sideWidth + 2 : 1
    return Rect(
      x: x, y: bodyTop, width: size.width - x - 1,
      height: bodyBottom(hasHint: hasHint) - bodyTop)
  }
}
