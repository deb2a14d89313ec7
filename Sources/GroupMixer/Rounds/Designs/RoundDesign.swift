/// Rounds in which no two points share a table twice, all tables of one size.
struct RoundDesign: Sendable, Equatable {
  let tables: Int
  /// How many points each table has.
  let size: Int
  /// The table of each point in each round: `[round][point]`.
  var rounds: [[Int]]
  /// Points that keep their table in every round, one of each table in their order; empty where the
  /// design has none. All other points then come to no table twice.
  var stayers: [Int] = []

  var points: Int { tables * size }

  /// The same with one of its circles, as many points as there are tables, as the last.
  func withLast(_ circle: Int) -> RoundDesign {
    let start = circle * tables
    let moved = rounds.map { round in
      Array(round[..<start] + round[(start + tables)...] + round[start..<(start + tables)])
    }
    return RoundDesign(tables: tables, size: size, rounds: moved, stayers: stayers)
  }

  /// The first rounds of it.
  func prefix(_ count: Int) -> RoundDesign {
    RoundDesign(tables: tables, size: size, rounds: Array(rounds.prefix(count)), stayers: stayers)
  }
}

/// What is known without a search.
enum RoundDesigns {
  /// A design of that many rounds, where one is known; docs/mixing-rounds.md has the list.
  static func find(tables: Int, size: Int, rounds: Int) -> RoundDesign? {
    guard tables > 0, size > 0, rounds > 0, tables * size <= RoundsCheck.mostItems,
      tables * size * rounds <= 4_000_000
    else { return nil }
    let design =
      transversal(tables: tables, size: size, rounds: rounds)
      ?? affine(tables: tables, size: size, rounds: rounds)
      ?? (size == 2 ? pairs(tables: tables) : nil)
      ?? StoredDesigns.find(tables: tables, size: size)
    guard let design, design.rounds.count >= rounds else { return nil }
    return design.prefix(rounds)
  }

  /// A transversal design over a ring: in round r, point (x, y) is at table y − r·x.
  ///
  /// Two points with the same x never meet; others meet in the rounds r with r·(x − x′) = y − y′. That
  /// is one at most where the product of a difference of rounds and a difference of x is never 0:
  /// - in a product of finite fields, if either the x or the rounds are taken so that they differ in
  ///   every factor, which the smallest field's size limits (MacNeish 1922; one field: Bose 1938);
  /// - in the whole numbers modulo the number of tables, if (size − 1)(rounds − 1) is smaller.
  ///
  /// Points with x = 0 stay where they are. One more round is had where the size divides the number of
  /// tables: of points with the same x.
  static func transversal(tables: Int, size: Int, rounds: Int) -> RoundDesign? {
    let hasOneMore = size > 1 && tables % size == 0
    let main = hasOneMore && rounds > 1 ? rounds - 1 : rounds
    for count in main == rounds ? [rounds] : [rounds, main] {
      guard let move = shifts(tables: tables, size: size, rounds: count) else { continue }
      var design = RoundDesign(tables: tables, size: size, rounds: [])
      for round in 0..<count {
        design.rounds.append(
          (0..<size).flatMap { x in (0..<tables).map { y in move(round, x, y) } })
      }
      design.stayers = Array(0..<tables)
      if count < rounds {
        design.rounds.append(
          (0..<size).flatMap { x in (0..<tables).map { x * (tables / size) + $0 / size } })
        design.stayers = []
      }
      return design
    }
    return nil
  }

  /// y − r·x, in whichever ring serves so many rounds and so large tables.
  private static func shifts(
    tables: Int, size: Int, rounds: Int
  ) -> ((_ round: Int, _ x: Int, _ y: Int) -> Int)? {
    if (size - 1) * (rounds - 1) < tables {
      return { round, x, y in (y + tables * size - round * x % tables) % tables }
    }
    guard max(size, rounds) <= tables, let ring = FieldProduct(order: tables),
      min(size, rounds) <= ring.smallest
    else { return nil }
    let isSizeSpread = size <= rounds
    return { round, x, y in
      let spread = isSizeSpread ? ring.spread(x) : ring.spread(round)
      return ring.subtract(y, ring.multiply(spread, isSizeSpread ? round : x))
    }
  }

  /// The points of an affine space over a field as large as a table; every class of parallel lines is
  /// a round. Any two points are on one line only.
  static func affine(tables: Int, size: Int, rounds: Int) -> RoundDesign? {
    guard size > 1, let ring = FieldProduct(order: size), ring.smallest == size else { return nil }
    var dimension = 1
    var points = size
    while points < tables * size {
      points *= size
      dimension += 1
    }
    guard points == tables * size else { return nil }
    let vectors = (0..<points).map { point in
      var rest = point
      return (0..<dimension).map { _ in
        defer { rest /= size }
        return rest % size
      }
    }
    // One direction of each line through 0: the one whose first coordinate other than 0 is 1.
    let directions = vectors.filter { $0.first { $0 != 0 } == 1 }
    let classes = directions.prefix(rounds).map { direction in
      let pivot = direction.firstIndex(of: 1) ?? 0
      return vectors.map { vector in
        // Along the line to where the pivot is 0; the other coordinates say which line it is.
        var line = 0
        for k in (0..<dimension).reversed() where k != pivot {
          let along = ring.multiply(vector[pivot], direction[k])
          line = line * size + ring.subtract(vector[k], along)
        }
        return line
      }
    }
    return RoundDesign(tables: tables, size: size, rounds: classes)
  }

  /// Everybody against everybody: one point stays in the middle, the others move around the circle
  /// and sit with the one across (Kirkman 1847).
  static func pairs(tables: Int) -> RoundDesign {
    let last = 2 * tables - 1
    let rounds = (0..<last).map { round in
      (0...last).map { point in
        guard point < last else { return 0 }
        let place = (point + last - round) % last
        return min(place, last - place)
      }
    }
    return RoundDesign(tables: tables, size: 2, rounds: rounds)
  }
}
