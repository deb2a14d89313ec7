import SessionEngine

/// Who has sat together at earlier workshops.
public struct PastMeetings: Sendable {
  private var workshops: [Workshop] = []

  /// Nobody.
  public static let none = PastMeetings()

  /// Nobody yet.
  public init() {}

  /// How many rounds of earlier sessions were read.
  public private(set) var rounds = 0

  /// Takes in an earlier session: who sat together, once for each of the rounds that began; where none
  /// began, of those that were planned. Groups that stayed together all day count once.
  public mutating func add(_ session: Session) {
    let begun = session.roundsBegun
    let seating =
      session.seating.isEmpty
      ? [session.seats]
      : begun == 0 ? session.seating : (1...begun).map { session.seatsHeld(inRound: $0) }
    rounds += seating.count
    workshops.append(Workshop(Array(session.delegates.values), seating))
  }

  /// The pairs among some people that have sat together, with how often.
  ///
  /// - Parameter list: everybody on the list, by whom a name is one person's or several's.
  func pairs(among people: [Delegate], on list: [Delegate]) -> [(Int, Int, times: Double)] {
    var pairs: [(Int, Int, times: Double)] = []
    let found = workshops.map { $0.places(of: people, on: list) }
    for one in people.indices {
      for other in (one + 1)..<max(one + 1, people.count) {
        let times = zip(workshops, found).reduce(0) { sum, workshop in
          sum + workshop.0.times(workshop.1[one], workshop.1[other])
        }
        if times > 0 { pairs.append((one, other, Double(times))) }
      }
    }
    return pairs
  }

  /// How many of those on a list are known from any of the earlier workshops.
  public func known(on list: [Delegate]) -> Int {
    let found = workshops.map { $0.places(of: list, on: list) }
    return list.indices.count { index in found.contains { $0[index] != nil } }
  }
}

/// One earlier workshop.
private struct Workshop: Sendable {
  /// How often two sat together, by the number of the pair.
  private let times: [Int: Int]
  private let count: Int
  /// Where people of one name stand in its list.
  private let byName: [String: [Int]]
  private let byNameAndOrganisation: [String: Int]

  init(_ people: [Delegate], _ seating: [[DelegateID: GroupID]]) {
    count = people.count
    byName = Dictionary(grouping: people.indices) { Self.name(people[$0]) }
    byNameAndOrganisation = Dictionary(
      people.enumerated().map { (Self.nameAndOrganisation($1), $0) },
      uniquingKeysWith: { first, _ in first })
    var times: [Int: Int] = [:]
    for seats in seating {
      let seated = people.indices.filter { seats[people[$0].id] != nil }
      for members in Dictionary(grouping: seated, by: { seats[people[$0].id] }).values {
        for (index, one) in members.enumerated() {
          for other in members[(index + 1)...] {
            times[one * people.count + other, default: 0] += 1
          }
        }
      }
    }
    self.times = times
  }

  /// Where each of some people stands in the list of this workshop; `nil` for who was not there.
  ///
  /// A name that is one person's on both lists is the same person, whatever organisation stands behind
  /// it; of several of one name, whoever has the organisation too.
  func places(of people: [Delegate], on list: [Delegate]) -> [Int?] {
    let now = Dictionary(grouping: list, by: Self.name).mapValues(\.count)
    return people.map { person in
      let name = Self.name(person)
      if let then = byName[name], then.count == 1, now[name, default: 1] == 1 { return then[0] }
      return byNameAndOrganisation[Self.nameAndOrganisation(person)]
    }
  }

  /// How often two sat together.
  func times(_ one: Int?, _ other: Int?) -> Int {
    guard let one, let other else { return 0 }
    return times[min(one, other) * count + max(one, other)] ?? 0
  }

  private static func name(_ person: Delegate) -> String { folded(person.name) }

  private static func nameAndOrganisation(_ person: Delegate) -> String {
    folded(person.name) + "\n" + folded(person.profile.organisation)
  }

  /// Without what differs when a list is typed anew: case and white space.
  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}
