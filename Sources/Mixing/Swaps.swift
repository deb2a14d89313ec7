import GroupMixer
import SessionEngine

/// What it would do to change places with somebody.
public struct Swap: Sendable {
  /// The other.
  public let other: Delegate
  /// By how much the mix gets better: common traits within groups that there would be fewer of, by
  /// weight; below 0 where it gets worse.
  public let gain: Double
  /// The wishes that this would break, in words; empty where it may be done.
  public let broken: [String]
  /// What it does to the rounds, for the person and for the other; alike before it and after where
  /// nothing is planned round by round.
  public let own: SwapRounds
  /// For the other.
  public let others: SwapRounds
}

/// Where a swap takes somebody in view of the other rounds.
public struct SwapRounds: Sendable, Equatable {
  /// What he or she would come to twice: a priority, or a group; `nil` where nothing is.
  public let twice: String?
  /// How many he or she would meet again.
  public let again: Int

  /// What it is where nothing is planned round by round.
  static let none = SwapRounds(twice: nil, again: 0)

  /// Such as `comes to ‘What works’ twice, meets 2 again`; nothing where neither is so.
  public var words: String {
    [twice.map { "comes to ‘\($0)’ twice" }, again > 0 ? "meets \(again) again" : nil]
      .compactMap { $0 }.joined(separator: ", ")
  }
}

extension Swap {
  /// How many of the two would come to a place twice.
  public var returns: Int { (own.twice == nil ? 0 : 1) + (others.twice == nil ? 0 : 1) }

  /// How many meetings of this round would be of two who meet in another too.
  public var again: Int { own.again + others.again }
}

extension MixOrder {
  /// What swapping a person with each of those in other groups would do, the best first: those that
  /// break no wish, then by who comes to a place twice, by who meets again, and by the mix.
  ///
  /// - Parameters:
  ///   - seats: who sits where; the order must be of those who have a seat.
  ///   - session: where rounds are planned, what the others have counts beside the one under way.
  public func swaps(
    of person: DelegateID, _ seats: [DelegateID: GroupID], in session: Session
  ) -> [Swap] {
    let places = Dictionary(
      groups.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let assignment = people.map { seats[$0.id].flatMap { places[$0] } ?? 0 }
    guard let item = people.firstIndex(where: { $0.id == person }),
      let alternatives = try? problem.alternatives(to: assignment, for: item)
    else { return [] }
    let others = OtherRounds(self, session)
    let swaps = alternatives.swaps.compactMap { swap -> Swap? in
      guard let partner = swap.partner else { return nil }
      return Swap(
        other: people[partner], gain: swap.improvement, broken: swap.breaks.map(words),
        own: others.after(item, insteadOf: partner, assignment),
        others: others.after(partner, insteadOf: item, assignment))
    }
    func rank(_ swap: Swap) -> (Int, Int, Int, Double) {
      (swap.broken.isEmpty ? 0 : 1, swap.returns, swap.again, -swap.gain)
    }
    return swaps.enumerated().sorted { a, b in
      let (one, other) = (rank(a.element), rank(b.element))
      return one == other ? a.offset < b.offset : one < other
    }.map(\.element)
  }

  /// What a gain comes to, in words such as `better: 3 fewer pairs alike`.
  ///
  /// - Parameter seats: who sits where now.
  public func effect(of gain: Double, _ seats: [DelegateID: GroupID]) -> String {
    if abs(gain) < 0.005 { return "as mixed as now" }
    if countsPairs {
      return (gain > 0 ? "better: " : "worse: ") + MixAccount.number(abs(gain))
        + (gain > 0 ? " fewer " : " more ") + (abs(gain) == 1 ? "pair" : "pairs")
        + " alike"
    }
    let better = gain > 0 ? "better by " : "worse by "
    let places = Dictionary(
      groups.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let now = try? problem.objective(of: people.map { seats[$0.id].flatMap { places[$0] } ?? 0 })
    return better + Self.share(abs(gain), of: now ?? 0)
  }

  /// Whether what is made small are whole pairs alike in a column, all of one weight.
  var countsPairs: Bool {
    avoid.isEmpty && held.met.isEmpty
      && traits.allSatisfy { $0.weight == 1 && !$0.values.isEmpty }
  }

  /// A part of a whole, such as `0.3 %`.
  static func share(_ part: Double, of whole: Double) -> String {
    guard whole > 0 else { return MixAccount.number(part) }
    let tenths = (part / whole * 1000).rounded(.up)
    guard tenths.magnitude < 1e12 else { return MixAccount.number(part) }
    return MixAccount.number(tenths / 10) + " %"
  }
}

/// What the rounds beside the one in the room have planned, where any are.
private struct OtherRounds {
  let order: MixOrder
  /// What each group works on in the round in the room, as numbers.
  private var places: [Int] = []
  /// The places of each person in the other rounds.
  private var visited: [Set<Int>] = []
  /// Each person's group in each of the other rounds.
  private var tables: [[GroupID?]] = []

  init(_ order: MixOrder, _ session: Session) {
    self.order = order
    guard session.seating.count > 1 else { return }
    let now = max(1, session.round ?? 1)
    let rounds = (1...session.seating.count).filter { $0 != now }
    func place(_ group: GroupID, _ round: Int) -> Int? {
      MixOrder.place(of: group, order.groups, inRound: round, of: session)
    }
    places = order.groups.map { place($0.id, now) ?? 0 }
    tables = rounds.map { round in
      order.people.map { session.seating[round - 1][$0.id] }
    }
    visited = order.people.indices.map { item in
      Set(
        zip(rounds, tables).compactMap { round, table in
          table[item].flatMap { place($0, round) }
        })
    }
  }

  /// What becomes of a person who takes another's seat.
  func after(_ item: Int, insteadOf other: Int, _ assignment: [Int]) -> SwapRounds {
    guard !tables.isEmpty else { return .none }
    let place = places[assignment[other]]
    let again = assignment.indices.count { mate in
      mate != item && mate != other && assignment[mate] == assignment[other]
        && tables.contains { $0[mate] != nil && $0[mate] == $0[item] }
    }
    let isReturn = visited[item].contains(place) && order.hosts[item] == nil
    return SwapRounds(twice: isReturn ? order.name(ofPlace: place) : nil, again: again)
  }
}

extension MixOrder {
  /// What a place is called, by its number.
  func name(ofPlace place: Int) -> String {
    if placeNames.indices.contains(place) { return placeNames[place] }
    // A group that works on no priority has a place of its own.
    let group = place - placeNames.count
    return groups.indices.contains(group) ? groups[group].name : "a \(self.place)"
  }
}
