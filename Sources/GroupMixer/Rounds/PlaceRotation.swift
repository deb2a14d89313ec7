/// Which table, or which group that keeps together, works at which place in which round.
///
/// Three closed forms; the answer is always `[round][table]`, places from 0.
public enum PlaceRotation {
  /// Every table keeps its place in every round: places dealt in turn, so that with more tables than
  /// places several tables share one, as evenly as can be.
  ///
  /// For groups that keep their priority, and for tables between which people move.
  public static func staying(tables: Int, places: Int, rounds: Int) -> [[Int]] {
    guard tables > 0, places > 0, rounds > 0 else { return [] }
    return Array(repeating: (0..<tables).map { $0 % places }, count: rounds)
  }

  /// Every table moves on to other places from round to round.
  ///
  /// In any `places` consecutive rounds beginning with the first, a table has every place once and
  /// none twice; in a round no place has two tables while there are no more tables than places, and
  /// otherwise the places' numbers of tables differ by one at most; and over the rounds so far all
  /// places were taken as evenly as can be. With more rounds than places it begins anew.
  ///
  /// In round r, table t is at place t + r·step + c (mod places), where step is the number of tables
  /// and c grows by one whenever r·step has gone through all its multiples: the places of a round
  /// follow the last one's, so the tables lay themselves around the circle without a gap.
  public static func moving(tables: Int, places: Int, rounds: Int) -> [[Int]] {
    guard tables > 0, places > 0, rounds > 0 else { return [] }
    let step = tables % places == 0 ? 1 : tables % places
    let period = places / greatestCommonDivisor(step, places)
    return (0..<rounds).map { round in
      let turn = round % places
      let shift = turn * step + turn / period
      return (0..<tables).map { ($0 + shift) % places }
    }
  }

  /// For people who are mixed anew in every round: tables stay where everybody can come to as many
  /// places as there are rounds and to none twice. They move on where there are fewer tables than
  /// places, or where some places have a table more than others and the others too few seats for all.
  public static func cafe(tables: Int, places: Int, rounds: Int) -> [[Int]] {
    guard tables > 0, places > 0 else { return [] }
    let most = (tables + places - 1) / places
    return tables % places == 0 || (tables > places && rounds * most <= tables)
      ? staying(tables: tables, places: places, rounds: rounds)
      : moving(tables: tables, places: places, rounds: rounds)
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? a : greatestCommonDivisor(b, a % b)
  }
}
