import Terminal

/// Where the numbers of an impact–ease matrix stand, so that none covers another.
struct MatrixPlan: Equatable, Sendable {
  /// Something to be placed: its number, and its means on the scale.
  struct Point: Equatable, Sendable {
    var number: Int
    var impact: Double
    var ease: Double
  }

  /// A number in its place.
  struct Label: Equatable, Sendable {
    var number: Int
    var area: Rect
  }

  var scale: BigNumber.Scale
  var labels: [Label]

  /// The column of an ease, and the row of an impact, within a plot.
  static func place(_ impact: Double, _ ease: Double, in plot: Rect) -> Terminal.Point {
    let span = Double(4)
    let x = (min(max(ease, 1), 5) - 1) / span * Double(max(0, plot.width - 1))
    let y = (5 - min(max(impact, 1), 5)) / span * Double(max(0, plot.height - 1))
    return Terminal.Point(x: plot.x + Int(x.rounded()), y: plot.y + Int(y.rounded()))
  }

  /// Puts the numbers into a plot, as large as they can be without covering one another.
  ///
  /// A number that finds its place taken moves aside, by a seventh of the plot at most, and never over
  /// a line that it does not lie on. In the smallest size what finds no place is left out: the list
  /// beside the matrix has it.
  init(_ points: [Point], in plot: Rect, _ glyphs: GlyphSet) {
    for scale in BigNumber.Scale.allCases {
      let labels = Self.labels(points, in: plot, scale, glyphs)
      if labels.count == points.count || scale == .plain {
        (self.scale, self.labels) = (scale, labels)
        return
      }
    }
    (scale, labels) = (.plain, [])
  }

  private static func labels(
    _ points: [Point], in plot: Rect, _ scale: BigNumber.Scale, _ glyphs: GlyphSet
  ) -> [Label] {
    var labels: [Label] = []
    let shifts = shifts(in: plot)
    for point in points {
      let rows = BigNumber.rows(point.number, scale, glyphs)
      let size = Size(width: rows.first?.count ?? 0, height: rows.count)
      let area = shifts.lazy.map { cells(of: point, size, $0, in: plot) }.first { cells in
        cells.width > 0 && !labels.contains { overlap($0.area, cells, scale) }
      }
      if let area {
        labels.append(Label(number: point.number, area: area))
      } else if scale != .plain {
        return []
      }
    }
    return labels
  }

  /// How far a number may move aside, the nearest first.
  private static func shifts(in plot: Rect) -> [(dx: Int, dy: Int)] {
    let (wide, high) = (max(1, plot.width / 7), max(1, plot.height / 7))
    var shifts: [(dx: Int, dy: Int)] = []
    for dy in -high...high { for dx in -wide...wide { shifts.append((dx, dy)) } }
    // A row is about as high as two columns are wide.
    func distance(_ shift: (dx: Int, dy: Int)) -> Int {
      shift.dx * shift.dx + 4 * shift.dy * shift.dy
    }
    return shifts.enumerated().sorted {
      (distance($0.element), $0.offset) < (distance($1.element), $1.offset)
    }.map(\.element)
  }

  /// The cells of a number that moved aside; empty where it may not stand there.
  private static func cells(
    of point: Point, _ size: Size, _ shift: (dx: Int, dy: Int), in plot: Rect
  ) -> Rect {
    let none = Rect(x: 0, y: 0, width: 0, height: 0)
    guard size.width <= plot.width, size.height <= plot.height else { return none }
    let centre = place(point.impact, point.ease, in: plot)
    let middle = place(3, 3, in: plot)
    let moved = Terminal.Point(x: centre.x + shift.dx, y: centre.y + shift.dy)
    if (centre.x - middle.x).signum() * (moved.x - middle.x).signum() < 0 { return none }
    if (centre.y - middle.y).signum() * (moved.y - middle.y).signum() < 0 { return none }
    // At an edge the number stands inside the plot.
    let x = min(max(plot.x, moved.x - size.width / 2), plot.maxX - size.width)
    let y = min(max(plot.y, moved.y - size.height / 2), plot.maxY - size.height)
    return Rect(x: x, y: y, width: size.width, height: size.height)
  }

  /// Whether two numbers would touch. A blank column stays between them; between large ones a blank row
  /// too, and one column more than between the digits of a number, lest two be read as one.
  private static func overlap(_ a: Rect, _ b: Rect, _ scale: BigNumber.Scale) -> Bool {
    let (dx, dy) =
      switch scale {
      case .huge: (3, 1)
      case .large: (2, 1)
      case .plain: (1, 0)
      }
    return a.x < b.maxX + dx && b.x < a.maxX + dx && a.y < b.maxY + dy && b.y < a.maxY + dy
  }
}
