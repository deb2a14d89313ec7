import SessionEngine

/// Which contributions stand, which of them no theme has yet, and which belong to each theme.
///
/// Made once from a whole session and then kept true change by change, so that coding the
/// hundred-thousandth contribution costs what coding the first one did.
struct ThemeIndex: Sendable {
  /// Places in the order of capture, ascending.
  typealias Slots = [Int32]

  private(set) var kept: Slots = []
  private(set) var uncoded: Slots = []
  private var coded: [ThemeID: Slots] = [:]
  /// How many events the session had that this is true of.
  private(set) var eventCount = -1

  init() {}

  init(_ session: Session) {
    eventCount = session.eventCount
    let known = Set(session.themes.map(\.id))
    let all = session.contributions.all
    // Each is looked at where it stands: a copy of every contribution would cost several times as much.
    for place in all.indices where all[place].isKept {
      let slot = Int32(place)
      kept.append(slot)
      var isCoded = false
      for theme in all[place].themes where known.contains(theme) {
        isCoded = true
        coded[theme, default: []].append(slot)
      }
      if !isCoded { uncoded.append(slot) }
    }
  }

  func slots(of theme: ThemeID) -> Slots { coded[theme] ?? [] }

  func count(of theme: ThemeID) -> Int { coded[theme]?.count ?? 0 }

  /// Takes in what events changed between two sessions.
  ///
  /// - Returns: the places that were touched; `nil` where only a look at everything can tell.
  mutating func follow(_ events: [any Event], from old: Session, to new: Session) -> Slots? {
    guard eventCount == old.eventCount, new.eventCount == old.eventCount + events.count,
      old.themes.map(\.id) == new.themes.map(\.id)
    else { return nil }
    eventCount = new.eventCount
    var touched: Slots = []
    for event in events {
      guard let id = Self.contribution(touchedBy: event) else { continue }
      guard let index = new.contributions.index(of: id) else { return nil }
      let slot = Int32(index)
      let after = new.contributions.all[index]
      let known = after.isKept ? after.themes.filter { new.theme($0) != nil } : []
      kept.set(slot, to: after.isKept)
      uncoded.set(slot, to: after.isKept && known.isEmpty)
      for theme in new.themes.map(\.id) {
        coded[theme, default: []].set(slot, to: known.contains(theme))
      }
      touched.append(slot)
    }
    return touched
  }

  private static func contribution(touchedBy event: any Event) -> ContributionID? {
    switch event {
    case let event as ContributionCaptured: event.contribution
    case let event as ContributionCoded: event.contribution
    case let event as ContributionWithdrawn: event.contribution
    case let event as ContributionRestored: event.contribution
    case let event as ContributionRedacted: event.contribution
    default: nil
    }
  }
}

extension [Int32] {
  /// How many elements of an ascending array are less than a value.
  func rank(of value: Int32) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where a value stands in an ascending array.
  func place(of value: Int32) -> Int? {
    let rank = rank(of: value)
    return rank < count && self[rank] == value ? rank : nil
  }

  /// Puts a value in or takes it out, in order.
  mutating func set(_ value: Int32, to isIn: Bool) {
    let rank = rank(of: value)
    let isThere = rank < count && self[rank] == value
    if isIn, !isThere { insert(value, at: rank) }
    if !isIn, isThere { remove(at: rank) }
  }
}
