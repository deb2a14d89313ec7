/// Designs that were found once by the search that docs/mixing-rounds.md describes.
///
enum StoredDesigns {
  /// Points are circles of so many as there are turns, and points in the middle. A base round says the
  /// table of each point: circle after circle, then the middle. The other rounds follow from it by
  /// turning all circles on, place by place.
  private struct Stored {
    let size: Int
    let turns: Int
    /// Base rounds; a digit a point.
    let base: [String]
  }

  /// All rounds of the design that is stored for this many tables of this size.
  static func find(tables: Int, size: Int) -> RoundDesign? {
    if let rows = turning[tables]?.first(where: { $0.size == size }) {
      return rows.design(tables: tables)
    }
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
  static var sizes: [Int: [Int]] {
    all.mapValues { $0.map(\.size) }.merging(
      turning.mapValues { $0.map(\.size) }, uniquingKeysWith: +)
  }

  /// All tables but the last are a circle, and so are the points; when a point moves on by one, so does
  /// its table. A row says where the first point of a circle is in each round; a dash puts the whole
  /// circle at the last table. Points beyond the circles are always there.
  private struct Turning {
    let size: Int
    let rows: [String]

    func design(tables: Int) -> RoundDesign {
      let circle = tables - 1
      let last = Array(repeating: circle, count: tables * size - rows.count * circle)
      let starts = rows.map { $0.utf8.map { Int($0) - 48 } }
      let rounds = (0..<(starts.first?.count ?? 0)).map { round in
        starts.flatMap { row in
          let first = row[round]
          return (0..<circle).map { first < 0 ? circle : (first + $0) % circle }
        } + last
      }
      return RoundDesign(tables: tables, size: size, rounds: rounds)
    }
  }

  private static let turning: [Int: [Turning]] = [
    10: [
      Turning(
        size: 9,
        rows: [
          "-3576", "8-806", "53-51", "825-2", "4882-", "66225", "27544", "24156", "67853", "85050",
        ]),
      Turning(
        size: 10,
        rows: [
          "-120", "7-26", "58-3", "000-", "4101", "5470", "6406", "6758", "1522", "6832", "1684",
        ]),
    ]
  ]

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
      Stored(size: 3, turns: 11, base: ["355036216371542270414607"]),
      Stored(
        size: 4, turns: 1,
        base: [
          "01234545103267761032766754542301", "45450123677610327667103223015454",
          "01230145675476324510231067457623", "23014501546732761045102345672376",
          "01452367453267100167234510453267", "45016723324510676701452345106732",
          "01234567674523012301674523016745", "01234567012345675476103232107654",
          "01233210321001234567674576545476", "01101001232323234545545467766776",
        ]),
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
        size: 7, turns: 7,
        base: ["3758628478036654876716320224704005181135219290885960693199741279455343"]),
      Stored(
        size: 8, turns: 5,
        base: [
          "74766824915399637893428386105575485880167031100735098796226032512346412944097215"
        ]),
    ],
  ]
}
