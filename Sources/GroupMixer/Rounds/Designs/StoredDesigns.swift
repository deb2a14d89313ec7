/// Designs that were found once by the search that docs/mixing-rounds.md describes.
///
/// Points are circles of so many as there are turns, and points in the middle. A base round says the
/// table of each point: circle after circle, then the middle. The other rounds follow from it by
/// turning all circles on, place by place.
enum StoredDesigns {
  private struct Stored {
    let size: Int
    let turns: Int
    /// Base rounds; a digit a point.
    let base: [String]
  }

  /// All rounds of the design that is stored for this many tables of this size.
  static func find(tables: Int, size: Int) -> RoundDesign? {
    guard let stored = all[tables]?.first(where: { $0.size == size }) else { return nil }
    let points = tables * size
    let inCircles = points / stored.turns * stored.turns
    var rounds: [[Int]] = []
    for base in stored.base {
      let seats = base.utf8.map { Int($0) - 48 }
      for turn in 0..<stored.turns {
        rounds.append(
          (0..<points).map { point in
            guard point < inCircles else { return seats[point] }
            let place = point % stored.turns
            let before = (place + stored.turns - turn) % stored.turns
            return seats[point - place + before]
          })
      }
    }
    return RoundDesign(tables: tables, size: size, rounds: rounds)
  }

  /// Every size that is stored, by the number of tables.
  static var sizes: [Int: [Int]] { all.mapValues { $0.map(\.size) } }

  private static let all: [Int: [Stored]] = [
    5: [Stored(size: 3, turns: 7, base: ["103211430402432"])],
    6: [
      Stored(size: 3, turns: 4, base: ["552141230425310034", "205345041241103523"]),
      Stored(size: 4, turns: 7, base: ["131105223454410043502352"]),
      Stored(size: 5, turns: 6, base: ["154341012251130053044502242335"]),
    ],
    7: [
      Stored(size: 3, turns: 5, base: ["536452106132520443016", "352312530014601542646"]),
      Stored(size: 4, turns: 9, base: ["2646125025336352414030110654"]),
    ],
    8: [
      Stored(size: 3, turns: 11, base: ["355036216371542270414607"])
    ],
    9: [Stored(size: 4, turns: 11, base: ["044721784851558028656323361067374201"])],
    10: [
      Stored(size: 3, turns: 14, base: ["731546965270473820861994351820"]),
      Stored(size: 4, turns: 13, base: ["9346017710643912478558742198625300352689"]),
      Stored(
        size: 5, turns: 9, base: ["87884169065803913374218553534494720652292607171069"]),
      Stored(
        size: 6, turns: 7,
        base: ["710632526038142998201766940916887834539215248567551374900374"]),
      Stored(
        size: 8, turns: 5,
        base: [
          "74766824915399637893428386105575485880167031100735098796226032512346412944097215"
        ]),
      Stored(
        size: 9, turns: 1,
        base: [
          "999999999801234567567801234801234567456780123678012345234567801234567801678012345801234567",
          "345678012999999999345678012234567801801234567678012345780123456456780123780123456567801234",
          "567801234801234567999999999567801234801234567234567801567801234123456780801234567012345678",
          "780123456012345678567801234999999999234567801234567801456780123567801234567801234567801234",
          "678012345678012345123456780234567801999999999567801234456780123678012345345678012012345678",
        ]),
    ],
  ]
}
