/// A screenful of cells to draw on. A value: drawing has no effect until a driver shows it.
public struct Canvas: Sendable, Equatable {
  /// Columns and rows.
  public let size: Size
  /// Where the cursor stands; nil hides it.
  public var cursor: Point?
  private var cells: [Cell]

  /// One-character strings for ASCII, made once.
  private static let ascii = (0..<128).map { String(UnicodeScalar(UInt8($0))) }

  /// An empty canvas. A negative width or height counts as none.
  public init(size: Size) {
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    cells = Array(repeating: .blank, count: self.size.width * self.size.height)
  }

  /// The cell in column `x` of row `y`; blank outside the canvas.
  public subscript(x: Int, y: Int) -> Cell {
    contains(x, y) ? cells[y * size.width + x] : .blank
  }

  /// Draws sanitised text from (x, y), clipped to the canvas and to `maxWidth` columns.
  ///
  /// What is cut off at the right is shown by an ellipsis if wanted; what lies left of the canvas is
  /// cut without. A wide cluster never straddles an edge: a space is left instead. Overwriting half of
  /// a wide cell blanks its other half.
  /// - Returns: the columns used, those left of the canvas included.
  @discardableResult
  public mutating func put(
    _ text: String, x: Int, y: Int, _ style: Style = .text, maxWidth: Int? = nil,
    ellipsis: Bool = true
  ) -> Int {
    let room = min(maxWidth ?? Int.max, size.width - x)
    guard room > 0, y >= 0, y < size.height, !text.isEmpty else { return 0 }
    if TextWidth.isPrintableASCII(text), text.utf8.count <= room {
      return putASCII(text, x: x, y: y, style)
    }
    if let columns = TextWidth.simpleColumns(text), columns <= room {
      for (column, scalar) in text.unicodeScalars.enumerated() {
        place(String(scalar), 1, x: x + column, y: y, style)
      }
      return columns
    }
    let clean = TextWidth.sanitised(text)
    // Nothing takes more columns than bytes, so what is short needs no measuring.
    let mayOverflow = clean.utf8.count > room
    let shown = ellipsis && mayOverflow ? TextWidth.truncated(clean, to: room) : clean
    var column = 0
    clusters: for cluster in shown {
      let columns = Placement.columns(cluster)
      if column + columns > room {
        // A cluster that would straddle the edge leaves blanks.
        while column < room {
          place(" ", 1, x: x + column, y: y, style)
          column += 1
        }
        break clusters
      }
      Placement.units(of: cluster) { text, columns in
        place(text, columns, x: x + column, y: y, style)
        column += columns
      }
    }
    return column
  }

  /// Fills a rectangle with one cluster of one column (or with as many wide ones as fit).
  public mutating func fill(_ rect: Rect, _ style: Style, cluster: String = " ") {
    let unit = cluster.first ?? " "
    let columns = Placement.columns(unit)
    let left = max(0, rect.x)
    let right = min(size.width, rect.maxX)
    guard left < right else { return }
    for y in max(0, rect.y)..<max(0, rect.y, min(size.height, rect.maxY)) {
      var x = left
      while x < right {
        if columns > 0, x + columns <= right {
          var column = x
          Placement.units(of: unit) { text, width in
            place(text, width, x: column, y: y, style)
            column += width
          }
          x = column
        } else {
          place(" ", 1, x: x, y: y, style)
          x += 1
        }
      }
    }
  }

  /// Gives the cells of a rectangle another style and leaves their text.
  public mutating func restyle(_ rect: Rect, _ style: Style) {
    for y in max(0, rect.y)..<max(0, rect.y, min(size.height, rect.maxY)) {
      for x in max(0, rect.x)..<max(0, rect.x, min(size.width, rect.maxX)) {
        cells[y * size.width + x].style = style
      }
    }
  }

  @inline(__always)
  private func contains(_ x: Int, _ y: Int) -> Bool {
    x >= 0 && x < size.width && y >= 0 && y < size.height
  }

  private mutating func putASCII(_ text: String, x: Int, y: Int, _ style: Style) -> Int {
    var column = x
    let row = y * size.width
    let strings = Self.ascii
    for byte in text.utf8 {
      if column >= 0 {
        if cells[row + column].cluster.utf8.count != 1 { unlink(column, y) }
        cells[row + column] = Cell(cluster: strings[Int(byte)], style: style)
      }
      column += 1
    }
    return column - x
  }

  /// Puts one unit; half of a wide one outside the canvas leaves a blank in the half inside.
  private mutating func place(_ text: String, _ columns: Int, x: Int, y: Int, _ style: Style) {
    guard columns == 2 else {
      guard contains(x, y) else { return }
      unlink(x, y)
      cells[y * size.width + x] = Cell(cluster: text, style: style)
      return
    }
    guard contains(x, y), contains(x + 1, y) else {
      place(" ", 1, x: x, y: y, style)
      place(" ", 1, x: x + 1, y: y, style)
      return
    }
    unlink(x, y)
    unlink(x + 1, y)
    cells[y * size.width + x] = Cell(cluster: text, style: style)
    cells[y * size.width + x + 1] = Cell(cluster: "", style: style)
  }

  /// Blanks the other half of a wide cell that is about to be overwritten at (x, y).
  private mutating func unlink(_ x: Int, _ y: Int) {
    let index = y * size.width + x
    if cells[index].cluster.isEmpty, x > 0 { cells[index - 1].cluster = " " }
    if x + 1 < size.width, cells[index + 1].cluster.isEmpty { cells[index + 1].cluster = " " }
  }

  /// The cells, row by row.
  func withCells<Result>(_ body: (UnsafeBufferPointer<Cell>) -> Result) -> Result {
    cells.withUnsafeBufferPointer(body)
  }
}
