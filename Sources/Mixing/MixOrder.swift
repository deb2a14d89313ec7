import GroupMixer
import SessionEngine

/// A session's people and wishes as the problem that the solver knows, and the way back to names.
public struct MixOrder: Sendable {
  /// Who is mixed, in the order of the problem's items.
  public let people: [Delegate]
  /// Where they go, in the order of the problem's groups.
  public let groups: [Group]
  /// What they are balanced by, in the order of the problem's attributes.
  public let traits: [Trait]
  /// What groups are to have, in the order of the problem's covers.
  public let covers: [Wanted]
  /// What every group may hold.
  public let sizes: [ClosedRange<Int>]
  /// Why nothing is balanced, where nothing is.
  let nothingToBalance: String
  /// What is said of columns that are not spread.
  private var unspread: [String] = []
  /// Whether it was said what groups may hold.
  let isSizeWished: Bool
  /// What must be kept.
  private(set) var wishes: Wishes
  /// What waits for somebody who is not mixed.
  let awaited: AwaitedWishes
  /// Who stays in a group in every round.
  let hosts: [Int: Int]
  /// Who sat together at earlier workshops.
  let avoid: [WeightedPair]
  /// The rounds that have begun; empty where it is not rounds to come that are mixed.
  let held: HeldRounds
  /// Whether there are priorities to visit, or only the groups' tables.
  let visitsPriorities: Bool
  /// What the places are called, by number.
  let placeNames: [String]

  /// What people come to in a round: a priority, or where the plan has none a group.
  var place: String { visitsPriorities ? "priority" : "group" }

  /// Takes the wishes of a session down.
  ///
  /// - Parameters:
  ///   - people: who is mixed; unless given, those who count as in the room.
  ///   - met: who has sat together before, each pair as often as it did.
  ///   - toCome: whether it is the rounds to come that are mixed: then those that began count, whom one
  ///     met and where one was.
  /// - Throws: `Refusal` where there is nobody or no group, or a column that there is not.
  public init(
    _ session: Session, wishes: MixWishes, people: [Delegate]? = nil, met: PastMeetings = .none,
    toCome: Bool = false
  ) throws(Refusal) {
    let people = people ?? session.delegatesHere
    let groups = session.tables
    guard !people.isEmpty else {
      throw Refusal(
        "there is nobody to mix",
        remedy: session.delegates.isEmpty
          ? "add delegates first" : "mark those present who are there")
    }
    guard !groups.isEmpty else {
      throw Refusal("there are no groups yet", remedy: "set how many there are")
    }
    self.people = people
    self.groups = groups
    let priorities = Self.priorities(of: session)
    visitsPriorities = !priorities.isEmpty
    placeNames = priorities.isEmpty ? groups.map(\.name) : priorities.map(\.title)
    // A column that only absent people have something in is still there.
    let headings = Columns.headings(of: session.delegates.values)
    let balance =
      switch wishes.balance {
      case []: Self.usualBalance(people, Columns.headings(of: people))
      case [.nothing]: [MixWishes.Weight]()
      default: wishes.balance
      }
    var traits: [Trait] = []
    for item in balance {
      let heading = try Columns.heading(named: item.column, among: headings)
      traits += Trait.traits(heading, weight: item.weight, for: people)
    }
    self.traits = traits
    nothingToBalance = traits.isEmpty ? Self.nothingToBalance(wishes, people) : ""
    var covers: [CoverWish] = []
    for text in wishes.cover {
      covers.append(try CoverWish(kept: text, among: headings, in: session))
    }
    self.covers = Wanted.of(covers, people, priorities)
    let places = Dictionary(
      people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let tables = Dictionary(
      groups.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    func seats(_ pins: [MixWishes.Pin]) -> [Int: Int] {
      Dictionary(
        pins.compactMap { pin in
          places[pin.delegate].flatMap { item in tables[pin.group].map { (item, $0) } }
        }, uniquingKeysWith: { _, last in last })
    }
    awaited = AwaitedWishes(wishes, people, in: session)
    hosts = seats(wishes.hosts)
    self.wishes = Wishes(
      together: wishes.together.map { $0.compactMap { places[$0] } },
      apart: wishes.apart.map { $0.compactMap { places[$0] } },
      pins: seats(wishes.pins).merging(hosts) { _, host in host })
    isSizeWished = wishes.sizes != nil
    sizes = Self.sizes(people.count, groups.count, wishes.sizes)
    // A time together counts as much as being alike in one column.
    held = toCome ? HeldRounds(session, people, groups) : HeldRounds()
    avoid = met.pairs(among: people, on: Array(session.delegates.values)).map {
      WeightedPair($0.0, $0.1, weight: $0.times)
    }
    unspread = leftOut(covers, wishes, Columns.headings(of: people))
    visit(self.places(session.plan.rotation, rounds: max(1, session.rounds.count), in: session))
  }

  /// Takes down what each group works on, and with it which groups are to have what a priority wants.
  ///
  /// - Parameter places: see ``places(_:rounds:in:)``; unless told, as the session has it planned.
  public mutating func visit(_ places: [[Int]]) {
    let toCome = Array(places.dropFirst(held.count))
    wishes.covers = covers.map { Cover($0.people, in: $0.groups(toCome)) }
  }

  /// The groups that are to have something.
  func groups(wanting index: Int) -> Set<Int> {
    wishes.covers[index].groups ?? Set(groups.indices)
  }

  /// What is balanced where nobody says by what: every column in which some people are alike and some
  /// are not. Skills are to be covered rather than balanced.
  public static func usualBalance(
    _ people: [Delegate], _ headings: [String]
  ) -> [MixWishes.Weight] {
    headings.filter { heading in
      guard heading != "Skills" else { return false }
      let cells = people.map { Columns.values(of: heading, for: $0) }
      let distinct = Set(cells.map { $0.map { $0.lowercased() } }).count
      return distinct > 1 && distinct < people.count
    }.map { MixWishes.Weight($0) }
  }

  private static func sizes(
    _ people: Int, _ groups: Int, _ wish: MixWishes.Sizes?
  ) -> [ClosedRange<Int>] {
    let even = (people / groups)...((people + groups - 1) / groups)
    let range = wish.map { max(0, $0.least)...max(0, $0.least, $0.most) } ?? even
    return Array(repeating: range, count: groups)
  }

  /// The problem of one round.
  public var problem: MixProblem {
    MixProblem(
      itemCount: people.count, sizes: sizes, measure: .attributes(attributes), wishes: wishes,
      avoid: avoid + held.met)
  }

  /// The problem of several rounds, of those that have not begun.
  ///
  /// - Parameters:
  ///   - places: what each group works on in each of all rounds, as numbers: `places[round][group]`.
  ///   - visits: whether people may come to a place twice; as seldom as can be unless told otherwise.
  public func rounds(
    places: [[Int]], visits: RoundsProblem.Visits = .fewest
  ) -> RoundsProblem {
    RoundsProblem(
      itemCount: people.count, sizes: sizes, places: Array(places.dropFirst(held.count)),
      // Beside what was visited before, once is what is looked for, and judged in the end.
      visits: held.count > 0 && visits == .once ? .fewest : visits, visited: held.visited,
      wishes: wishes, hosts: Set(hosts.keys), attributes: attributes, avoid: avoid + held.met)
  }

  private var attributes: [Attribute] {
    traits.map { trait in
      switch trait.attribute {
      case .categories(let values): Attribute(.categories(values), weight: trait.weight)
      case .numbers(let values):
        Attribute(.bands(of: values, groups: groups.count), weight: trait.weight)
      }
    }
  }

  /// What is said of columns that are not spread.
  ///
  /// - Parameter howToCover: how each of their values is had in every group, in a sentence; empty for
  ///   nothing said of it.
  func notSpread(_ howToCover: String) -> [String] {
    unspread.map { howToCover.isEmpty ? $0 : $0 + " " + howToCover }
  }

  /// Whether two of those who are mixed have one name.
  public var hasNamesakes: Bool { !namesakes.isEmpty }

  private var namesakes: Set<String> {
    Set(Dictionary(grouping: people, by: { $0.name.lowercased() }).filter { $1.count > 1 }.keys)
  }

  /// A person's name, with the organisation where two have the name.
  public func name(of item: Int) -> String {
    let person = people[item]
    guard namesakes.contains(person.name.lowercased()) else { return person.name }
    let organisation = person.profile.organisation
    return organisation.isEmpty ? person.name : person.name + ", " + organisation
  }

  /// Where everyone sits by an answer.
  public func seats(_ assignment: [Int]) -> [DelegateID: GroupID] {
    Dictionary(
      zip(people, assignment).map { ($0.id, groups[$1].id) },
      uniquingKeysWith: { first, _ in first })
  }
}
