/// Every contribution of a session, in the order of capture, with what must be found at once.
public struct Contributions: Sendable {
  private var list = PagedArray<Contribution>()
  private var slots: [ContributionID: Int] = [:]
  private var numbers: [ContributionNumber: Int] = [:]
  private var places: [Place: [Int]] = [:]
  private var kept: [Place: Int] = [:]

  /// A group and a priority: one list on the Capture screen.
  public struct Place: Hashable, Sendable {
    /// The group.
    public let group: GroupID
    /// The priority.
    public let priority: PriorityID

    /// Makes a place.
    public init(group: GroupID, priority: PriorityID) {
      self.group = group
      self.priority = priority
    }
  }

  /// How many stand, over the whole session.
  public private(set) var keptCount = 0

  /// Makes an empty collection.
  public init() {}

  /// All of them, withdrawn and redacted ones too, in the order of capture.
  public var all: PagedArray<Contribution> { list }

  /// The contribution of an identifier.
  public subscript(id: ContributionID) -> Contribution? { slots[id].map { list[$0] } }

  /// The contribution of a number that was said aloud.
  public subscript(number: ContributionNumber) -> Contribution? { numbers[number].map { list[$0] } }

  /// Where in the order of capture a contribution stands.
  public func index(of id: ContributionID) -> Int? { slots[id] }

  /// Those of a group on a priority that stand, in the order of capture.
  public func kept(at place: Place) -> some Sequence<Contribution> {
    (places[place] ?? []).lazy.map { list[$0] }.filter(\.isKept)
  }

  /// How many of a group on a priority stand.
  public func count(at place: Place) -> Int { kept[place] ?? 0 }

  /// How many of a group stand.
  public func count(of group: GroupID) -> Int {
    kept.reduce(0) { $1.key.group == group ? $0 + $1.value : $0 }
  }

  /// Whether anything was ever said by a group.
  public func hasAny(of group: GroupID) -> Bool { places.keys.contains { $0.group == group } }

  /// Whether anything was ever said on a priority.
  public func hasAny(on priority: PriorityID) -> Bool {
    places.keys.contains { $0.priority == priority }
  }

  /// Adds a contribution; its number must be free.
  mutating func add(_ contribution: Contribution) {
    let slot = list.count
    slots[contribution.id] = slot
    numbers[contribution.number] = slot
    places[Place(contribution), default: []].append(slot)
    list.append(contribution)
    count(contribution, by: 1)
  }

  /// Changes a contribution and keeps every index true.
  mutating func update(_ id: ContributionID, _ change: (inout Contribution) -> Void) {
    guard let slot = slots[id] else { return }
    let before = list[slot]
    change(&list[slot])
    let after = list[slot]
    guard Place(before) != Place(after) || before.isKept != after.isKept else { return }
    count(before, by: -1)
    count(after, by: 1)
    guard Place(before) != Place(after) else { return }
    places[Place(before)]?.removeAll { $0 == slot }
    places[Place(after), default: []].insertSorted(slot)
  }

  /// The places at which something was said that has moved on since.
  var emptyPlaces: [Place] { places.filter(\.value.isEmpty).map(\.key) }

  /// Makes the collection that these calls of `add` and the moves since would have made.
  init(restoring contributions: [Contribution], emptyPlaces: [Place]) {
    slots.reserveCapacity(contributions.count)
    numbers.reserveCapacity(contributions.count)
    for contribution in contributions { add(contribution) }
    for place in emptyPlaces { places[place] = [] }
  }

  private mutating func count(_ contribution: Contribution, by step: Int) {
    guard contribution.isKept else { return }
    kept[Place(contribution), default: 0] += step
    keptCount += step
  }
}

extension Contributions.Place {
  init(_ contribution: Contribution) {
    self.init(group: contribution.group, priority: contribution.priority)
  }
}

extension [Int] {
  fileprivate mutating func insertSorted(_ value: Int) {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    insert(value, at: low)
  }
}
