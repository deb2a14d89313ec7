import GroupMixer
import SessionEngine

/// How the groups are put right after no-shows and walk-ins: the fewest moves, each with its reason.
public struct RepairProposal: Sendable {
  /// How many people change their group in the round under way.
  public let moves: Int
  /// How many moves there are in the rounds after it.
  public let movesToCome: Int
  /// How many move, such as `2 people move` or `nobody moves in round 1; 3 moves in rounds to come`.
  public let verdict: String
  /// What happens, in sentences: moves, those who get a seat, those who lose theirs; then the rounds to
  /// come, each move and seat with its round, and who comes back to where they have been.
  public let lines: [String]
  /// The groups whose host is not here, in sentences; among the lines too.
  public let hostless: [String]
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
    var day = RepairedDay(order, session)
    try day.repair()
    var lines = day.sentences(of: day.current)
    if !gone.isEmpty {
      lines.append("without a seat, since not here: " + MixAccount.listed(gone.map(\.name)))
    }
    for round in (day.current + 1)..<max(day.current + 1, day.rounds.count) {
      lines += day.sentences(of: round).map { "round \(round + 1): \($0)" }
    }
    lines += day.returnSentences
    hostless = session.groupsWithoutHost.map { "\($0.name) has no host now: choose one" }
    lines += hostless
    let moves = day.plans[day.current]?.moves.count ?? 0
    let toCome = day.plans.filter { $0.key > day.current }.reduce(0) { $0 + $1.value.moves.count }
    self.moves = moves
    movesToCome = toCome
    let now = moves == 0 ? "nobody moves" : moves == 1 ? "1 person moves" : "\(moves) people move"
    verdict =
      toCome == 0
      ? now
      : "\(now) in round \(day.current + 1); "
        + (toCome == 1 ? "1 move" : "\(toCome) moves") + " in rounds to come"
    self.lines = lines
    let seats = day.rounds[day.current]
    guard session.seating.count > 1 else {
      let changed = session.delegates.keys.compactMap { id -> DelegatesSeated.Seat? in
        session.seats[id] == seats[id] ? nil : .init(delegate: id, group: seats[id])
      }
      command = changed.isEmpty ? nil : .seat(changed)
      return
    }
    command =
      day.rounds == session.seating && seats == session.seats
      ? nil : .repairSeating(day.rounds)
  }
}

extension Session {
  /// The groups that somebody was to host and nobody who is here does.
  public var groupsWithoutHost: [Group] {
    mixWishes.hosts.isEmpty
      ? [] : AwaitedWishes(mixWishes, delegatesHere, in: self).hostless
  }
}
