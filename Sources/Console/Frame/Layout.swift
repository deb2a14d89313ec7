import Terminal

/// Where things stand on a screen of some size.
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

  /// How wide the side pane is.
  var sideWidth: Int { size.width >= 150 ? 52 : size.width >= 100 ? 42 : 30 }

  /// The first row of the body: under the marking, the title and the path.
  var bodyTop: Int { isRoomy ? 4 : 3 }

  /// One past the last row of the body: above the capture line, the footer and the marking.
  func bodyBottom(lineRows: Int) -> Int {
    size.height - 2 - lineRows - (isRoomy ? 1 : 0)
  }
}
