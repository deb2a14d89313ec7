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
  /// that can be read from the back of the room, at most its own width sideways. In the smallest size those
  /// that find no room so share a place, and failing that stand aside in their quarter with a sign.
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

/// Labels being placed one after the other.
struct MatrixLayout {
  /// A label, and what it stands for.
  struct Entry {
    var points: [MatrixPlan.Point]
    var label: MatrixPlan.Label
  }

  let plot: Rect
  /// How many blank columns and rows stay between two labels, lest two numbers be read as one.
  let gap: (x: Int, y: Int)
  /// How many columns aside of its place a label may stand.
  let reach: Int
  private(set) var entries: [Entry] = []
  private(set) var left: [Int] = []

  init(plot: Rect, gap: (x: Int, y: Int), reach: Int = 1) {
    (self.plot, self.gap, self.reach) = (plot, gap, reach)
  }

  /// Puts a label at most a cell, or as far sideways as labels may stand, from where all of its points
  /// lie; whether there was room.
  mutating func put(_ points: [MatrixPlan.Point], _ rows: [[Int]], _ size: Size) -> Bool {
    guard let area = area(of: points, size, isAside: false) else { return false }
    entries.append(Entry(points: points, label: .init(rows: rows, area: area)))
    return true
  }

  /// Puts a number in the smallest size: by itself, with the nearest that it can share a place with, or
  /// aside.
  mutating func putSmall(_ point: MatrixPlan.Point) {
    if put([point], [[point.number]], Self.size([[point.number]])) { return }
    let home = cell(of: point)
    let near = entries.indices.filter { index in
      entries[index].points[0].isHigh == point.isHigh
        && entries[index].points[0].isEasy == point.isEasy
    }.sorted {
      Self.distance(home, entries[$0].label.area) < Self.distance(home, entries[$1].label.area)
    }
    for index in near {
      let old = entries.remove(at: index)
      if putTogether(old.points + [point], isAside: false) { return }
      entries.insert(old, at: index)
    }
    // No room within a cell: with the nearest, or alone, further off and with a sign of it.
    if putTogether([point], isAside: true) { return }
    for index in near {
      let old = entries.remove(at: index)
      if putTogether(old.points + [point], isAside: true) { return }
      entries.insert(old, at: index)
    }
    left.append(point.number)
  }

  /// Puts numbers into one place, in one row or in several.
  private mutating func putTogether(_ points: [MatrixPlan.Point], isAside: Bool) -> Bool {
    let numbers = points.map(\.number).sorted()
    for count in 1...numbers.count {
      let perRow = (numbers.count + count - 1) / count
      let rows = stride(from: 0, to: numbers.count, by: perRow).map {
        Array(numbers[$0..<min($0 + perRow, numbers.count)])
      }
      guard let area = area(of: points, Self.size(rows), isAside: isAside) else { continue }
      entries.append(
        Entry(points: points, label: .init(rows: rows, area: area, isAside: isAside)))
      return true
    }
    return false
  }

  /// How much room numbers take, with a blank or a sign at either side.
  private static func size(_ rows: [[Int]]) -> Size {
    let widths = rows.map { row in row.reduce(row.count - 1) { $0 + "\($1)".utf8.count } }
    return Size(width: (widths.max() ?? 0) + 2, height: rows.count)
  }

  /// Where a point lies: beside a line that it does not lie on, however near.
  func cell(of point: MatrixPlan.Point) -> Terminal.Point {
    let quarter = MatrixPlan.quarter(of: point, in: plot)
    let place = MatrixPlan.place(point.impact, point.ease, in: plot)
    return Terminal.Point(
      x: min(max(place.x, quarter.x), max(quarter.x, quarter.maxX - 1)),
      y: min(max(place.y, quarter.y), max(quarter.y, quarter.maxY - 1)))
  }

  /// The free cells nearest to some points for a label of a size, within their quarter; on a line, around
  /// it.
  private func area(of points: [MatrixPlan.Point], _ size: Size, isAside: Bool) -> Rect? {
    guard let first = points.first else { return nil }
    let quarter = MatrixPlan.quarter(of: first, in: plot)
    guard size.width <= quarter.width, size.height <= quarter.height else { return nil }
    let homes = points.map(cell)
    let middle = MatrixPlan.place(3, 3, in: plot)
    func range(
      _ low: Int, _ high: Int, _ start: Int, _ end: Int, _ extent: Int, _ line: Int?, _ reach: Int
    ) -> [Int] {
      // On a line a label stands in the middle of it, as far as the plot reaches.
      if let line { return [min(max(start, line - extent / 2), end - extent)] }
      let from = isAside ? start : max(start, high - extent + 1 - reach)
      let to = isAside ? end - extent : min(end - extent, low + reach)
      return from <= to ? Array(from...to) : []
    }
    let xs = homes.map(\.x)
    let ys = homes.map(\.y)
    let columns = range(
      xs.min() ?? 0, xs.max() ?? 0, quarter.x, quarter.maxX, size.width,
      first.isEasy == 0 ? middle.x : nil, reach)
    let rows = range(
      ys.min() ?? 0, ys.max() ?? 0, quarter.y, quarter.maxY, size.height,
      first.isHigh == 0 ? middle.y : nil, 1)
    let centre = (x: xs.reduce(0, +) * 2 / xs.count, y: ys.reduce(0, +) * 2 / ys.count)
    var best: (distance: Int, area: Rect)?
    for y in rows {
      for x in columns {
        let area = Rect(x: x, y: y, width: size.width, height: size.height)
        let (dx, dy) = (2 * x + size.width - 1 - centre.x, 2 * y + size.height - 1 - centre.y)
        // A row is about as high as two columns are wide.
        let distance = dx * dx + 4 * dy * dy
        if distance < best?.distance ?? .max, isFree(area) { best = (distance, area) }
      }
    }
    return best?.area
  }

  private func isFree(_ area: Rect) -> Bool {
    !entries.contains { entry in
      let other = entry.label.area
      return area.x < other.maxX + gap.x && other.x < area.maxX + gap.x
        && area.y < other.maxY + gap.y && other.y < area.maxY + gap.y
    }
  }

  private static func distance(_ point: Terminal.Point, _ area: Rect) -> Int {
    let dx = max(area.x - point.x, point.x - area.maxX + 1, 0)
    let dy = max(area.y - point.y, point.y - area.maxY + 1, 0)
    return dx * dx + 4 * dy * dy
  }
}
