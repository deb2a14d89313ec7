/// Every contribution of a session, in the order of capture, with what must be found at once.
///
/// Everything but the list itself is an index of it, kept true by `add` and `update`, so that no
/// question a screen asks at every frame costs more as a session grows.
public struct Contributions: Sendable {
  private var list = PagedArray<Contribution>()
  private var slots = SlotIndex()
  private var numbers = NumberIndex()
  private var shelves: [Place: Shelf] = [:]
  private var codings: [ThemeID: SlotSet] = [:]
  private var speakers: [DelegateID: Int] = [:]

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

  /// Where those that stand are in the order of capture.
  public private(set) var kept = SlotSet()

  /// How many stand, over the whole session.
  public var keptCount: Int { kept.count }

  /// Makes an empty collection.
  public init() {}

  /// All of them, withdrawn and redacted ones too, in the order of capture.
  public var all: PagedArray<Contribution> { list }

  /// The contribution of an identifier.
  public subscript(id: ContributionID) -> Contribution? { index(of: id).map { list[$0] } }

  /// The contribution of a number that was said aloud.
  public subscript(number: ContributionNumber) -> Contribution? { numbers[number].map { list[$0] } }

  /// Reads something of a contribution where it stands, which is quicker than taking a copy of it.
  func read<Value>(_ id: ContributionID, _ body: (borrowing Contribution) -> Value) -> Value? {
    index(of: id).map { body(list[$0]) }
  }

  /// Whether the contribution of an identifier is here.
  public func contains(_ id: ContributionID) -> Bool { index(of: id) != nil }

  /// Whether a number has been given.
  public func contains(_ number: ContributionNumber) -> Bool { numbers[number] != nil }

  /// Where in the order of capture a contribution stands.
  public func index(of id: ContributionID) -> Int? { slots.slot(of: id, in: list) }

  /// Those of a group on a priority that stand, in the order of capture.
  public func kept(at place: Place) -> some Sequence<Contribution> {
    (shelves[place]?.slots ?? []).lazy.map { list[$0] }.filter(\.isKept)
  }

  /// Where in the order of capture those of a group on a priority stand, withdrawn ones included.
  public func slots(at place: Place) -> [Int] { shelves[place]?.slots ?? [] }

  /// How many of a group on a priority stand.
  public func count(at place: Place) -> Int { shelves[place]?.kept ?? 0 }

  /// How many of a group stand.
  public func count(of group: GroupID) -> Int {
    shelves.reduce(0) { $1.key.group == group ? $0 + $1.value.kept : $0 }
  }

  /// How many on a priority stand.
  public func count(of priority: PriorityID) -> Int {
    shelves.reduce(0) { $1.key.priority == priority ? $0 + $1.value.kept : $0 }
  }

  /// How many that are coded to a theme stand.
  public func count(of theme: ThemeID) -> Int { codings[theme]?.count ?? 0 }

  /// Where those that are coded to a theme and stand are in the order of capture.
  public func slots(of theme: ThemeID) -> SlotSet { codings[theme] ?? SlotSet() }

  /// Where those that stand and are coded to none of some themes are in the order of capture.
  public func uncoded(by themes: some Sequence<ThemeID>) -> SlotSet {
    themes.reduce(into: kept) { rest, theme in
      if let coded = codings[theme] { rest = rest.subtracting(coded) }
    }
  }

  /// How many a delegate is noted as the speaker of, withdrawn ones too.
  public func count(by speaker: DelegateID) -> Int { speakers[speaker] ?? 0 }

  /// Whether anything that a group said stands, by itself or in what it was merged or split into.
  public func hasVoice(of group: GroupID) -> Bool {
    shelves.contains { $0.key.group == group && $0.value.voices > 0 }
  }

  /// Whether anything that was said on a priority stands, by itself or in what it was merged or split
  /// into.
  public func hasVoice(on priority: PriorityID) -> Bool {
    shelves.contains { $0.key.priority == priority && $0.value.voices > 0 }
  }

  /// Whether anything that a group said is on record, withdrawn or not.
  public func hasAny(of group: GroupID) -> Bool { shelves.keys.contains { $0.group == group } }

  /// Whether anything that was said on a priority is on record, withdrawn or not.
  public func hasAny(on priority: PriorityID) -> Bool {
    shelves.keys.contains { $0.priority == priority }
  }
}

// How the indexes are kept true.
extension Contributions {
  /// What one group said on one priority: where it stands in the list, and how many are kept.
  private struct Shelf: Sendable {
    var slots: [Int] = []
    var kept = 0
    /// How many are kept, merged or split.
    var voices = 0

    /// Adds one; says how many others stand.
    mutating func add(_ slot: Int, isKept: Bool, hasVoice: Bool) -> Int {
      slots.append(slot)
      let others = kept
      if isKept { kept += 1 }
      if hasVoice { voices += 1 }
      return others
    }
  }

  /// What the indexes know of one contribution.
  private struct Entry: Equatable {
    let place: Place
    let isKept: Bool
    let hasVoice: Bool
    let themes: [ThemeID]
    let speaker: DelegateID?

    init(_ contribution: Contribution) {
      place = Place(contribution)
      isKept = contribution.isKept
      hasVoice = contribution.hasVoice
      themes = contribution.themes
      speaker = contribution.speaker
    }
  }

  /// What became of a contribution that was to be added.
  enum Addition {
    /// It was here already.
    case refused
    /// It is the only one at its place that stands.
    case first
    /// Others stand at its place.
    case further
  }

  /// Adds a contribution, under the next of its numbers that is free.
  mutating func add(
    _ contribution: Contribution, next: (ContributionNumber) -> ContributionNumber
  ) -> Addition {
    let slot = list.count
    guard slots.insert(contribution.id, at: slot, in: list) else { return .refused }
    var number = contribution.number
    while !numbers.insert(number, at: slot) { number = next(number) }
    let isKept = contribution.isKept
    let others = shelves[Place(contribution), default: Shelf()].add(
      slot, isKept: isKept, hasVoice: contribution.hasVoice)
    if isKept {
      self.kept.set(slot, to: true)
      for theme in contribution.themes { codings[theme, default: SlotSet()].set(slot, to: true) }
    }
    if let speaker = contribution.speaker { speakers[speaker, default: 0] += 1 }
    list.append(contribution)
    if number != contribution.number { list[slot].number = number }
    return others == 0 ? .first : .further
  }

  /// Changes a contribution and keeps every index true.
  ///
  /// - Returns: whether it is here.
  mutating func update(_ id: ContributionID, _ change: (inout Contribution) -> Void) -> Bool {
    guard let slot = index(of: id) else { return false }
    update(at: slot, change)
    return true
  }

  /// Changes the contribution at a place in the order of capture and keeps every index true.
  mutating func update(at slot: Int, _ change: (inout Contribution) -> Void) {
    let before = Entry(list[slot])
    change(&list[slot])
    let after = Entry(list[slot])
    if before != after { move(slot, from: before, to: after) }
  }

  /// Makes the collection that these calls of `add` would have made.
  init(restoring contributions: [Contribution]) {
    // The numbers of a snapshot are all different already.
    for contribution in contributions { _ = add(contribution) { $0 } }
  }

  private mutating func move(_ slot: Int, from before: Entry, to after: Entry) {
    count(before, at: slot, isIn: false)
    count(after, at: slot, isIn: true)
    guard before.place != after.place else { return }
    shelves[before.place]?.slots.removeSorted(slot)
    if shelves[before.place]?.slots.isEmpty == true { shelves[before.place] = nil }
    shelves[after.place, default: Shelf()].slots.insertSorted(slot)
  }

  private mutating func count(_ entry: Entry, at slot: Int, isIn: Bool) {
    let step = isIn ? 1 : -1
    if let speaker = entry.speaker { speakers.count(speaker, by: step) }
    if entry.hasVoice { shelves[entry.place, default: Shelf()].voices += step }
    guard entry.isKept else { return }
    shelves[entry.place, default: Shelf()].kept += step
    kept.set(slot, to: isIn)
    for theme in entry.themes { codings[theme, default: SlotSet()].set(slot, to: isIn) }
  }
}

extension Contributions.Place {
  init(_ contribution: Contribution) {
    self.init(group: contribution.group, priority: contribution.priority)
  }
}

extension Dictionary where Value == Int {
  fileprivate mutating func count(_ key: Key, by step: Int) {
    let count = self[key, default: 0] + step
    self[key] = count == 0 ? nil : count
  }
}
