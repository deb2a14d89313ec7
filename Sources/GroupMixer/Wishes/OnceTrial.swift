/// Places the people who are tied to others in all rounds, to show that it cannot be done: whoever has the
/// fewest tables left in a round first, with what is left checked at every step.
///
/// Those who are tied to nobody are left out, so that what is possible here need not be so with them.
struct OnceTrial {
  /// After how many placements to give up, and after how many looks at everybody in every round: a few
  /// hundredths of a second.
  private static let nodeLimit = 1_000
  private static let workLimit = 200_000

  private let once: OnceRules
  private let rules: SeatingRules
  private let rounds: Int
  private let tables: Int
  /// Units tied to others, and where each stands among them.
  private let tied: [Int]
  private let place: [Int: Int]
  private let cliques: [[Int]]
  private var nodesLeft: Int
  private let isEnough: () -> Bool

  /// The tables each may still have, as bits, and the items there: `[unit * rounds + round]`.
  private struct Board {
    var open: [UInt64]
    var isPlaced: [Bool]
    var load: [Int]
  }

  /// `nil` where there are more tables than fit a word, or nobody is tied.
  ///
  /// - Parameter isEnough: asked now and then whether to give up; the caller owns the clock.
  init?(_ once: OnceRules, until isEnough: @escaping () -> Bool) {
    self.once = once
    self.isEnough = isEnough
    let rules = once.rules
    self.rules = rules
    rounds = once.places.count
    tables = rules.ranges.count
    let inCovers = Set(rules.covers.map(\.units).joined())
    let tied = rules.units.indices.filter {
      rules.pins[$0] == nil
        && (rules.weights[$0] > 1 || !rules.foes[$0].isEmpty || inCovers.contains($0)
          || rules.isBarredSomewhere($0))
    }
    guard tables <= 64, !tied.isEmpty else { return nil }
    nodesLeft = min(Self.nodeLimit, 1 + Self.workLimit / (tied.count * max(1, rounds)))
    self.tied = tied
    let place = Dictionary(
      tied.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.place = place
    let most = rules.ranges.map(\.upperBound).max() ?? 0
    let large = tied.filter { rules.weights[$0] * 2 > most }
    cliques = (rules.cliques + [large]).map { $0.compactMap { place[$0] } }
      .filter { $0.count > 1 }
  }

  /// Whether it is shown that they cannot be placed. May be asked once.
  var isImpossible: Bool {
    mutating get {
      let open = tied.flatMap { unit -> [UInt64] in
        let mask = once.tables(of: unit).reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
        return Array(repeating: mask, count: rounds)
      }
      let load = (0..<rounds).flatMap { _ in once.taken }
      return descend(
        Board(open: open, isPlaced: open.map { _ in false }, load: load)) == .none
    }
  }

  private enum Ending { case found, none, stopped }

  private mutating func descend(_ board: Board) -> Ending {
    guard nodesLeft > 0, !isEnough() else { return .stopped }
    nodesLeft -= 1
    var board = board
    guard settle(&board), canGoOn(board) else { return .none }
    let left = board.open.indices.filter { !board.isPlaced[$0] }
    guard
      let cell = left.min(by: {
        board.open[$0].nonzeroBitCount < board.open[$1].nonzeroBitCount
      })
    else { return .found }
    for table in 0..<tables where board.open[cell] & (1 << UInt64(table)) != 0 {
      var next = board
      next.open[cell] = 1 << UInt64(table)
      let ending = descend(next)
      if ending != .none { return ending }
    }
    return .none
  }

  /// Places all who have one table left, and closes what that closes to others.
  private func settle(_ board: inout Board) -> Bool {
    while let cell = board.open.indices.first(where: {
      !board.isPlaced[$0] && board.open[$0].nonzeroBitCount < 2
    }) {
      guard board.open[cell] != 0 else { return false }
      let (index, round) = cell.quotientAndRemainder(dividingBy: rounds)
      let table = board.open[cell].trailingZeroBitCount
      let unit = tied[index]
      board.isPlaced[cell] = true
      board.load[round * tables + table] += rules.weights[unit]
      for foe in rules.foes[unit] {
        if let other = place[foe] { board.open[other * rounds + round] &= ~(1 << UInt64(table)) }
      }
      let room = rules.ranges[table].upperBound - board.load[round * tables + table]
      for (other, unit) in tied.enumerated()
      where rules.weights[unit] > room && !board.isPlaced[other * rounds + round] {
        board.open[other * rounds + round] &= ~(1 << UInt64(table))
      }
      guard room >= 0 else { return false }
      guard once.moves(unit) else { continue }
      let here = once.places[round][table]
      for other in 0..<rounds where other != round {
        for table in 0..<tables where once.places[other][table] == here {
          board.open[index * rounds + other] &= ~(1 << UInt64(table))
        }
      }
    }
    return true
  }

  private func canGoOn(_ board: Board) -> Bool {
    for (index, unit) in tied.enumerated() where once.moves(unit) {
      let open = (0..<rounds).map { round in
        Array(
          Set(bits(board.open[index * rounds + round]).map { once.places[round][$0] })
        ).sorted()
      }
      guard Matching.covers(open, count: once.placeCount) else { return false }
    }
    for round in 0..<rounds {
      for clique in cliques {
        let open = clique.map { bits(board.open[$0 * rounds + round]) }
        guard Matching.covers(open, count: tables) else { return false }
      }
      for cover in rules.covers where !canBeCovered(cover, board, round) { return false }
    }
    return true
  }

  /// Whether every table of the cover can have one of its units to itself in a round.
  private func canBeCovered(
    _ cover: SeatingRules.Cover, _ board: Board, _ round: Int
  ) -> Bool {
    let open = cover.units.map { unit -> UInt64 in
      if let table = rules.pins[unit] { return 1 << UInt64(table) }
      return place[unit].map { board.open[$0 * rounds + round] } ?? 0
    }
    let able = cover.groups.map { table in
      open.indices.filter { open[$0] & (1 << UInt64(table)) != 0 }
    }
    return Matching.covers(able, count: open.count)
  }

  private func bits(_ mask: UInt64) -> [Int] {
    (0..<tables).filter { mask & (1 << UInt64($0)) != 0 }
  }
}
