import SessionEngine

/// The people of a session as the attribution rule lets them be told.
///
/// Under the Chatham House Rule a person is a bare identifier. The identifiers are given out group
/// by group, not in the order of the list, so that nobody who holds the list of delegates can count
/// along it; and they stand on no contribution.
struct Roster {
  /// The people who may be told.
  private(set) var people: [ReportedPerson] = []
  /// Who sits in each group, as indices into `people`.
  private(set) var members: [[Int]] = []
  /// How many people came from which sector.
  let sectors: [SectorCount]
  /// How many were in the room.
  let presentCount: Int
  private let isNamed: Bool
  private var slots: [DelegateID: Int] = [:]

  init(_ session: Session, groups: [Group]) {
    isNamed = session.plan.attribution == .named
    let delegates = Array(session.delegates.values)
    presentCount = delegates.count(where: \.isPresent)
    sectors = isNamed ? Sectors.all(delegates) : Sectors.unidentifying(delegates)
    var seated: [GroupID: [Delegate]] = [:]
    var standing: [Delegate] = []
    for delegate in delegates {
      if let group = session.seats[delegate.id] {
        seated[group, default: []].append(delegate)
      } else {
        standing.append(delegate)
      }
    }
    if isNamed { for delegate in delegates { add(delegate) } }
    for group in groups {
      let sitting = seated[group.id] ?? []
      if !isNamed { for delegate in sitting { add(delegate) } }
      members.append(sitting.compactMap { slots[$0.id] })
    }
    if !isNamed { for delegate in standing { add(delegate) } }
  }

  /// The person who said something; nobody under the Rule.
  func speaker(_ id: DelegateID) -> Int? { isNamed ? slots[id] : nil }

  private mutating func add(_ delegate: Delegate) {
    slots[delegate.id] = people.count
    people.append(
      ReportedPerson(
        id: "d\(people.count + 1)",
        known: isNamed
          ? ReportedPerson.Known(
            profile: delegate.profile, isPresent: delegate.isPresent,
            isWalkIn: delegate.isWalkIn)
          : nil))
  }
}

/// How many people came from which sector.
enum Sectors {
  /// The smallest number of people that may be told apart under the Rule.
  static let smallest = SectorDisclosure.smallest
  /// What the small sectors are called together.
  static let other = "other"
  private static let notGiven = "not given"

  /// Every sector with its count, the largest first.
  static func all(_ delegates: [Delegate]) -> [SectorCount] {
    var counts: [String: Int] = [:]
    let names = SectorNames(delegates)
    for delegate in delegates {
      let sector = names.name(delegate.profile.sector)
      counts[sector.isEmpty ? notGiven : sector, default: 0] += 1
    }
    return sorted(counts.map { SectorCount(sector: $0.key, count: $0.value) })
  }

  /// The sectors in which nobody stands out: those with fewer than `smallest` people, and those
  /// named like a person or an organisation in the room, go together as `other`; should that be too
  /// few again, the next larger sector joins them. Empty where even all together are too few.
  static func unidentifying(_ delegates: [Delegate]) -> [SectorCount] {
    let tells = SectorDisclosure.telling(delegates)
    var shown = all(delegates).filter { $0.count >= smallest && !tells($0.sector) }
    var rest = delegates.count - shown.reduce(0) { $0 + $1.count }
    while rest > 0, rest < smallest {
      guard let joining = shown.popLast() else { return [] }
      rest += joining.count
    }
    if let index = shown.firstIndex(where: { $0.sector == other }) {
      rest += shown.remove(at: index).count
    }
    return shown + (rest > 0 ? [SectorCount(sector: other, count: rest)] : [])
  }

  private static func sorted(_ counts: [SectorCount]) -> [SectorCount] {
    counts.sorted { ($1.count, $0.sector) < ($0.count, $1.sector) }
  }
}
