/// Rounds in which some must meet again, but nobody meets anybody more than twice, and no more pairs
/// meet twice than must.
enum TwiceDesigns {
  /// Rounds in which nobody minds coming to a table again: in round r, the point (a, b, c) is at table
  /// a + b·r + c·r² over the field whose order is the number of tables, a prime power.
  ///
  /// Two polynomials of degree 2 agree in two places at most, and those of one c in one at most, so
  /// that any two rounds have every pair of tables once for each c (Bush 1952: an orthogonal array of
  /// strength 3; Reed and Solomon 1960). Points of one b and c never share a table, and every table has
  /// one of them: so tables of any size are as even as can be, up to the square of their number.
  static func polynomials(tables: Int, size: Int, rounds: Int) -> RoundDesign? {
    guard tables > 1, size > tables, size <= tables * tables, rounds <= tables,
      tables * size <= RoundsCheck.mostItems,
      let field = FieldProduct(order: tables), field.smallest == tables
    else { return nil }
    let rows = (0..<rounds).map { round in
      let square = field.multiply(round, round)
      return (0..<size).flatMap { pencil in
        let (c, b) = pencil.quotientAndRemainder(dividingBy: tables)
        let shift = field.add(field.multiply(b, round), field.multiply(c, square))
        return (0..<tables).map { a in field.add(a, shift) }
      }
    }
    return RoundDesign(tables: tables, size: size, rounds: rows)
  }

  /// Rounds in which everybody comes to every table once at most: the tables of a point are a
  /// permutation x → (a·x + b) / (c·x + d) of the field whose order is the number of tables less one,
  /// and of ∞; there is a point for each of them.
  ///
  /// For every three tables and three rounds there is one such permutation (PGL(2, q) is sharply
  /// 3-transitive: Jordan 1872), so no two agree in three rounds, and any two rounds have all pairs of
  /// tables equally often.
  static func permutations(tables: Int, size: Int, rounds: Int) -> RoundDesign? {
    guard tables > 2, size == (tables - 1) * (tables - 2), rounds <= tables,
      tables * size <= RoundsCheck.mostItems,
      let field = FieldProduct(order: tables - 1), field.smallest == tables - 1
    else { return nil }
    let points = projective(field)
    let rows = (0..<rounds).map { round in points.map { $0[round] } }
    return RoundDesign(tables: tables, size: size, rounds: rows)
  }

  /// The permutations of the projective line, ∞ being the last.
  private static func projective(_ field: FieldProduct) -> [[Int]] {
    let order = field.order
    var inverse = Array(repeating: 0, count: order)
    for x in 1..<order { inverse[x] = (1..<order).first { field.multiply(x, $0) == 1 } ?? 0 }
    func image(_ x: Int, _ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Int {
      let isInfinite = x == order
      let above = isInfinite ? a : field.add(field.multiply(a, x), b)
      let below = isInfinite ? c : field.add(field.multiply(c, x), d)
      return below == 0 ? order : field.multiply(above, inverse[below])
    }
    // Of matrices that differ by a factor only, the one whose first number other than 0 is 1.
    var found: [[Int]] = []
    for (a, b) in (0..<order).map({ (1, $0) }) + [(0, 1)] {
      for c in 0..<order {
        for d in 0..<order where field.multiply(a, d) != field.multiply(b, c) {
          found.append((0...order).map { image($0, a, b, c, d) })
        }
      }
    }
    return found
  }
}
