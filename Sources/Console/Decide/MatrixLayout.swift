import Terminal

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
    guard let area = area(of: points, size) else { return false }
    entries.append(Entry(points: points, label: .init(rows: rows, area: area)))
    return true
  }

  /// Puts a number in the smallest size: by itself, with the nearest that it can share a place with, or
  /// aside.
  mutating func putSmall(_ point: MatrixPlan.Point) {
    let size = Self.size([[point.number]])
    if let area = area(of: [point], size, rows: 0) {
      entries.append(Entry(points: [point], label: .init(rows: [[point.number]], area: area)))
      return
    }
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
    if put([point], [[point.number]], size) { return }
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
  ///
  /// - Parameters:
  ///   - isAside: whether it may stand anywhere in its quarter.
  ///   - rows: how many rows off it may stand else.
  private func area(
    of points: [MatrixPlan.Point], _ size: Size, isAside: Bool = false, rows reachY: Int = 1
  ) -> Rect? {
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
      first.isHigh == 0 ? middle.y : nil, reachY)
    let centre = (x: xs.reduce(0, +) * 2 / xs.count, y: ys.reduce(0, +) * 2 / ys.count)
    var best: (distance: Int, area: Rect)?
    for y in rows {
      for x in columns {
        let area = Rect(x: x, y: y, width: size.width, height: size.height)
        let (dx, dy) = (2 * x + size.width - 1 - centre.x, 2 * y + size.height - 1 - centre.y)
        // Nearest is what misstates the means least, not what is fewest cells away.
        let (easeOff, impactOff) = (dx * plot.height, dy * plot.width)
        let distance = easeOff * easeOff + impactOff * impactOff
        if distance < best?.distance ?? .max, isFree(area),
          isAside || keepsOrder(area, points)
        {
          best = (distance, area)
        }
      }
    }
    return best?.area
  }

  /// Whether nothing that stands where it belongs would be told the wrong way round beside it.
  private func keepsOrder(_ area: Rect, _ points: [MatrixPlan.Point]) -> Bool {
    entries.allSatisfy { entry in
      guard !entry.label.isAside else { return true }
      let other = entry.label.area
      let right = 2 * area.x + area.width - 2 * other.x - other.width
      let down = 2 * area.y + area.height - 2 * other.y - other.height
      return points.allSatisfy { point in
        entry.points.allSatisfy { against in
          (right <= 0 || point.ease >= against.ease) && (right >= 0 || point.ease <= against.ease)
            && (down <= 0 || point.impact <= against.impact)
            && (down >= 0 || point.impact >= against.impact)
        }
      }
    }
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
