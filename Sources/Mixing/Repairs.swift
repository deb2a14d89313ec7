import GroupMixer
import SessionEngine

/// How the groups are put right after no-shows and walk-ins: the fewest moves, each with its reason.
public struct RepairProposal: Sendable {
  /// How many people change their group in the round under way.
  public let moves: Int
  /// What happens, in sentences: moves, those who get a seat, those who lose theirs, later rounds.
  public let lines: [String]
  /// The command that does it; `nil` where nothing is to be done.
  public let command: Command?

  /// Works out what is to be done.
  ///
  /// - Throws: `Refusal` where the wishes cannot be kept by any seating.
  public init(_ session: Session) throws(Refusal) {
    let order = try MixOrder(session, wishes: session.mixWishes)
    let people = Set(order.people.map(\.id))
    let gone = session.delegates.values.filter {
      session.seats[$0.id] != nil && !people.contains($0.id)
    }
    let now = try order.repair(session.seats)
    var lines = order.sentences(now)
    if !gone.isEmpty {
      lines.append("without a seat, since not here: " + MixAccount.listed(gone.map(\.name)))
    }
    let seats = order.seats(now)
    guard session.seating.count > 1 else {
      let changed = session.delegates.keys.compactMap { id -> DelegatesSeated.Seat? in
        session.seats[id] == seats[id] ? nil : .init(delegate: id, group: seats[id])
      }
      moves = now.moves.count
      self.lines = lines
      command = changed.isEmpty ? nil : .seat(changed)
      return
    }
    // Rounds that are over stay as they were; the one under way, or the first, as worked out above.
    let current = min(max(0, (session.round ?? 1) - 1), session.seating.count - 1)
    var rounds = session.seating
    rounds[current] = seats
    var later = 0
    for round in rounds.indices where round > current {
      let plan = try order.repair(session.seating[round])
      later += plan.moves.count
      rounds[round] = order.seats(plan)
    }
    if later > 0 { lines.append("and \(later) moves in the rounds to come") }
    moves = now.moves.count
    self.lines = lines
    command =
      rounds == session.seating && seats == session.seats
      ? nil : .planSeating(NewSeating(rounds: rounds))
  }
}

extension MixOrder {
  fileprivate func repair(_ seats: [DelegateID: GroupID]) throws(Refusal) -> RepairPlan {
    let places = Dictionary(
      groups.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    do throws(MixRefusal) {
      return try Repair.plan(
        problem, seated: people.map { seats[$0.id].flatMap { places[$0] } })
    } catch {
      throw refusal(error)
    }
  }

  fileprivate func seats(_ plan: RepairPlan) -> [DelegateID: GroupID] {
    seats(plan.assignment.map { $0 ?? 0 })
  }

  fileprivate func sentences(_ plan: RepairPlan) -> [String] {
    let moves = plan.moves.map { move -> String in
      let reasons = move.because.map { reason($0, move) }
      let because = reasons.isEmpty ? "" : ": " + reasons.joined(separator: ", ")
      return "\(people[move.item].name) from \(groups[move.from].name) to "
        + "\(groups[move.to].name)\(because)"
    }
    let placed = plan.placed.map { placement -> String in
      let titles = placement.covers.map { covers[$0].title }
      let brings = titles.isEmpty ? "" : ", where nobody else has " + MixAccount.listed(titles)
      return "\(people[placement.item].name) sits at \(groups[placement.group].name)\(brings)"
    }
    let proof = plan.moves.isEmpty || plan.isFewest ? [] : ["fewer moves may be possible"]
    return moves + placed + proof
  }

  /// Why somebody moves: what would be broken without.
  private func reason(_ wish: WishName, _ move: RepairPlan.Move) -> String {
    switch wish {
    case .size(let group) where group == move.from: "\(groups[group].name) would be too large"
    case .size(let group): "\(groups[group].name) would be too small"
    default: words(wish)
    }
  }
}
