/// A width and a height in cells.
public struct Size: Sendable, Equatable, Hashable {
  /// Columns.
  public var width: Int
  /// Rows.
  public var height: Int

  /// A size of so many columns and rows.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// A cell's place: `x` counts columns from the left, `y` rows from the top, both from 0.
public struct Point: Sendable, Equatable, Hashable {
  /// The column, from 0.
  public var x: Int
  /// The row, from 0.
  public var y: Int

  /// The place in column `x` of row `y`.
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// A rectangle of cells.
public struct Rect: Sendable, Equatable, Hashable {
  /// The leftmost column.
  public var x: Int
  /// The topmost row.
  public var y: Int
  /// Columns; a negative width counts as none.
  public var width: Int
  /// Rows; a negative height counts as none.
  public var height: Int

  /// A rectangle whose top left cell is (x, y).
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// A whole canvas of the given size.
  public init(size: Size) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  /// The first column to the right of the rectangle.
  public var maxX: Int { x + max(0, width) }
  /// The first row below the rectangle.
  public var maxY: Int { y + max(0, height) }
  /// The rectangle's size.
  public var size: Size { Size(width: max(0, width), height: max(0, height)) }
  /// Whether it holds no cell.
  public var isEmpty: Bool { width <= 0 || height <= 0 }

  /// The rectangle without so many cells at each side; never smaller than empty.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(
      x: x + left, y: y + top, width: max(0, width - left - right),
      height: max(0, height - top - bottom))
  }

  /// The rectangle without `dx` columns left and right and `dy` rows above and below.
  public func inset(dx: Int, dy: Int) -> Rect {
    inset(left: dx, top: dy, right: dx, bottom: dy)
  }

  /// Whether the cell lies inside.
  public func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }
}
