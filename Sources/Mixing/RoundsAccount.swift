import GroupMixer
import SessionEngine

/// How well people meet over the rounds and how mixed each round is, in words.
public struct RoundsAccount: Sendable {
  /// Who meets whom, who comes back where, what the groups have in each round, in this order; the first
  /// is the verdict where there is one.
  public let sentences: [String]

  /// Explains a schedule.
  ///
  /// - Parameter howToCover: how a column is had in every group, in a sentence of the front end; said of
  ///   what is not spread.
  public init(_ order: MixOrder, _ schedule: RoundsSchedule, howToCover: String = "") {
    let measures = schedule.measures
    var sentences: [String] = []
    if measures.isOptimal { sentences.append("No better schedule exists.") }
    sentences.append(Self.met(order, measures))
    sentences += order.heldSentences(keepingSeats: false) + order.awaited.sentences
    sentences.append(Self.again(order, schedule))
    if let again = order.metAgain(schedule.tables) { sentences.append(again) }
    sentences += [Self.returns(order, schedule)]
    sentences += RoundsSpread(order, schedule).sentences
    sentences += order.notSpread(howToCover)
    let wishes = order.wishCount
    if wishes > 0 {
      sentences.append(
        wishes == 1
          ? "The wish is kept in every round." : "All \(wishes) wishes are kept in every round.")
    }
    if let again = order.again(schedule.tables) { sentences.append(again) }
    self.sentences = sentences
  }

  private static func met(_ order: MixOrder, _ measures: RoundsMeasures) -> String {
    let others = max(0, order.people.count - 1)
    let range =
      measures.fewestMet == measures.mostMet
      ? "\(measures.mostMet)" : "\(measures.fewestMet) to \(measures.mostMet)"
    return (order.held.count > 0 ? "In the rounds to come everyone" : "Everyone")
      + " meets \(range) of the \(others) others; "
      + "\(min(measures.metPossible, others)) is the most there can be."
  }

  /// Meetings of those who have met, and how many pairs that is.
  private static func again(_ order: MixOrder, _ schedule: RoundsSchedule) -> String {
    let measures = schedule.measures
    let repeats = measures.repeats
    if repeats.value == 0 {
      return "Nobody meets anybody twice" + (order.held.count > 0 ? " in these rounds." : ".")
    }
    let meetings = measures.met.reduce(0, +) / 2 + repeats.value
    let bound =
      repeats.isOptimal
      ? " (no schedule has fewer)"
      : repeats.bound > 0 ? " (at least \(repeats.bound) whatever the schedule)" : ""
    let lead = "\(repeats.value) of \(meetings) meetings are of two who met before\(bound)"
    let (pairs, most, kept) = order.pairsMeetingAgain(schedule.tables)
    let aside = kept ? ", those who are to stay together aside" : ""
    switch pairs {
    case 0: return lead + ": only those who are to stay together."
    case 1: return lead + ": 1 pair meets \(most) times\(aside)."
    default:
      return lead + ": \(pairs) pairs meet again, none more than "
        + (most == 2 ? "twice" : "\(most) times") + "\(aside)."
    }
  }

  private static func returns(_ order: MixOrder, _ schedule: RoundsSchedule) -> String {
    let returns = schedule.measures.visitsRepeated
    // Whoever is to stay in a group is not counted among those who come back.
    let staying = order.stayingWhereTheyWere(schedule)
    let aside =
      staying.isEmpty
      ? ""
      : ", apart from \(MixAccount.listed(staying.map { order.name(of: $0) })), "
        + (staying.count == 1 ? "who stays there" : "who stay there")
    if returns.value == 0 { return "Nobody comes to a \(order.place) twice\(aside)." }
    let lead =
      (returns.value == 1
        ? "1 visit leads back to a \(order.place) where one has been"
        : "\(returns.value) visits lead back to a \(order.place) where one has been") + aside
    return returns.isOptimal
      ? lead + "; fewer cannot be had with these groups and rounds."
      : returns.bound > 0 ? lead + "; at least \(returns.bound) in any schedule." : lead + "."
  }
}

extension MixOrder {
  /// How many wishes there are that every round keeps: those of two who are here, or of a group.
  var wishCount: Int {
    (wishes.together + wishes.apart).count { $0.count > 1 } + wishes.pins.count
  }

  /// The one of those who are to stay together that stands for all of them.
  private var units: [Int] {
    var unit = Array(people.indices)
    for set in wishes.together {
      let joined = Set(set.map { unit[$0] })
      guard let first = joined.min() else { continue }
      for item in unit.indices where joined.contains(unit[item]) { unit[item] = first }
    }
    return unit
  }

  /// In which group a unit stays: whoever is with somebody who stays in a group stays there too.
  private func staying(_ unit: [Int]) -> [Int: Int] {
    Dictionary(
      wishes.pins.map { (unit[$0.key], $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// Those who come to a place twice because they are to stay in a group: hosts, pinned people, and who
  /// is with one of them.
  fileprivate func stayingWhereTheyWere(_ schedule: RoundsSchedule) -> [Int] {
    let unit = units
    let staying = staying(unit)
    return people.indices.filter { item in
      guard staying[unit[item]] != nil else { return false }
      let places = schedule.tables.indices.map {
        schedule.places[$0][schedule.tables[$0][item]]
      }
      let before = held.visited.isEmpty ? [] : held.visited[item]
      return places.count > Set(places).subtracting(before).count
    }
  }

  /// How many pairs meet again and how often at most, without those whom a wish keeps together; and
  /// whether there are such.
  func pairsMeetingAgain(_ rounds: [[Int]]) -> (pairs: Int, most: Int, keepsSome: Bool) {
    let unit = units
    let staying = staying(unit)
    var (pairs, most, keepsSome) = (0, 0, false)
    for one in people.indices {
      for other in (one + 1)..<max(one + 1, people.count) {
        let times = rounds.count { $0[one] == $0[other] }
        guard times > 1 else { continue }
        let group = staying[unit[one]]
        if unit[one] == unit[other] || group != nil && group == staying[unit[other]] {
          keepsSome = true
        } else {
          pairs += 1
          most = max(most, times)
        }
      }
    }
    return (pairs, most, keepsSome)
  }

  /// Whether no seating has fewer of those who sat together before at one table; `false` where nobody
  /// knows.
  func hasFewestAgain(_ assignment: [Int]) -> Bool {
    pairsAgain([assignment]) <= AvoidBound.fewest(avoid, sizes: sizes)
  }

  private func pairsAgain(_ rounds: [[Int]]) -> Int {
    avoid.count { pair in rounds.contains { $0[pair.first] == $0[pair.second] } }
  }

  /// How many of those who sat together before do so again, in any of these rounds, and how many must
  /// whatever the mix; `nil` where nobody has.
  func again(_ rounds: [[Int]]) -> String? {
    guard !avoid.isEmpty else { return nil }
    let again = pairsAgain(rounds)
    let pairs = avoid.count == 1 ? "the 1 pair" : "the \(avoid.count) pairs"
    let told = "Of \(pairs) who sat together before, "
    guard again > 0 else { return told + "none does so again." }
    let fewest = AvoidBound.fewest(avoid, sizes: sizes)
    let limit = again <= fewest ? "; no fewer can" : fewest > 0 ? "; \(fewest) at least must" : ""
    return told + "\(again) \(again == 1 ? "does" : "do") so again\(limit)."
  }
}
