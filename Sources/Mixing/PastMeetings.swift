import SessionEngine

/// Who has sat together at earlier workshops.
public struct PastMeetings: Sendable {
  private var times: [Pair: Int] = [:]

  private struct Pair: Hashable {
    let first: String
    let second: String

    init(_ a: String, _ b: String) { (first, second) = a < b ? (a, b) : (b, a) }
  }

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
    for seats in seating {
      var tables: [GroupID: [String]] = [:]
      for (id, group) in seats {
        guard let person = session.delegates[id] else { continue }
        tables[group, default: []].append(Self.key(person))
      }
      var met: Set<Pair> = []
      for members in tables.values {
        for (index, one) in members.enumerated() {
          for other in members[(index + 1)...] where one != other { met.insert(Pair(one, other)) }
        }
      }
      for pair in met { times[pair, default: 0] += 1 }
    }
  }

  /// The pairs among some people that have sat together, with how often.
  func pairs(among people: [Delegate]) -> [(Int, Int, times: Double)] {
    guard !times.isEmpty else { return [] }
    let keys = people.map(Self.key)
    var pairs: [(Int, Int, times: Double)] = []
    for one in keys.indices {
      for other in (one + 1)..<max(one + 1, keys.count) {
        if let count = times[Pair(keys[one], keys[other])] {
          pairs.append((one, other, Double(count)))
        }
      }
    }
    return pairs
  }

  /// The same person at another workshop: the same name, and the same organisation.
  private static func key(_ person: Delegate) -> String {
    person.name.lowercased() + "\n" + person.profile.organisation.lowercased()
  }
}
