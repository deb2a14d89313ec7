import Terminal

/// Where the numbers of an impact–ease matrix stand: each in its own quarter, or on the line that it
/// lies on, and none covering another.
struct MatrixPlan: Equatable, Sendable {
  /// Something to be placed: its number, its means on the scale, and on which side of the middle they lie
  /// (1 above, 0 on it, −1 below).
  struct Point: Equatable, Sendable {
    var number: Int
    var impact: Double
    var ease: Double
    var isHigh: Int
    var isEasy: Int

    init(
      number: Int, impact: Double, ease: Double, isHigh: Int? = nil, isEasy: Int? = nil
    ) {
      (self.number, self.impact, self.ease) = (number, impact, ease)
      self.isHigh = isHigh ?? Self.side(impact)
      self.isEasy = isEasy ?? Self.side(ease)
    }

    private static func side(_ mean: Double) -> Int { mean > 3 ? 1 : mean < 3 ? -1 : 0 }
  }

  /// Numbers in their place: one, or in the smallest size those that share it.
  struct Label: Equatable, Sendable {
    /// What is drawn, row by row.
    var rows: [[Int]]
    var area: Rect
    /// Whether it stands more than a cell from where its numbers lie: drawn with a sign of that.
    var isAside = false

    var numbers: [Int] { rows.flatMap { $0 } }
  }

  var scale: BigNumber.Scale
  var labels: [Label]
  /// What found no place in its quarter.
  var left: [Int]

  /// How many columns aside a number of the middle size may stand: a digit of it and the gap.
  static let widestReach = 5

  /// The column of an ease, and the row of an impact, within a plot.
  static func place(_ impact: Double, _ ease: Double, in plot: Rect) -> Terminal.Point {
    let span = Double(4)
    let x = (min(max(ease, 1), 5) - 1) / span * Double(max(0, plot.width - 1))
    let y = (5 - min(max(impact, 1), 5)) / span * Double(max(0, plot.height - 1))
    return Terminal.Point(x: plot.x + Int(x.rounded()), y: plot.y + Int(y.rounded()))
  }

  /// The cells of a quarter, or of a part of a line, by the sides of the middle on which it lies. A label
  /// on a line may reach over it to both sides, in the middle.
  static func quarter(of point: Point, in plot: Rect) -> Rect {
    let middle = place(3, 3, in: plot)
    func span(_ side: Int, _ start: Int, _ middle: Int, _ end: Int) -> (Int, Int) {
      side == 0 ? (start, end) : side > 0 ? (middle + 1, end) : (start, middle)
    }
    let (x, maxX) = span(point.isEasy, plot.x, middle.x, plot.maxX)
    let (y, maxY) = span(-point.isHigh, plot.y, middle.y, plot.maxY)
    return Rect(x: x, y: y, width: max(0, maxX - x), height: max(0, maxY - y))
  }

  /// Puts the numbers into a plot, as large as they can be without covering one another.
  ///
  /// A number whose place is taken stands at most a cell aside; failing that, in the larger of the sizes
  /// that can be read from the back of the room, at most its own width sideways. In the smallest size,
  /// where a row is much of a point, those whose place is taken share it, and failing that stand aside in
  /// their quarter with a sign. Without that sign none stands above one with more impact, or right of one
  /// that is easier.
  init(_ points: [Point], in plot: Rect, _ glyphs: GlyphSet) {
    let ways: [(scale: BigNumber.Scale, reach: Int)] = [
      (.huge, 1), (.large, 1), (.large, Self.widestReach),
    ]
    for (scale, reach) in ways {
      var layout = MatrixLayout(
        plot: plot, gap: scale == .huge ? (3, 1) : (2, 1), reach: reach)
      let fits = points.allSatisfy { point in
        let rows = BigNumber.rows(point.number, scale, glyphs)
        let size = Size(width: rows.first?.count ?? 0, height: rows.count)
        return layout.put([point], [[point.number]], size)
      }
      guard fits else { continue }
      (self.scale, labels, left) = (scale, layout.entries.map(\.label), [])
      return
    }
    var layout = MatrixLayout(plot: plot, gap: (0, 0))
    for point in points { layout.putSmall(point) }
    (scale, labels, left) = (.plain, layout.entries.map(\.label), layout.left)
  }
}
