/// How contributions came out of each other: which stand for which, and which are parts of which.
///
/// Nothing here says whether a contribution stands; that is its own `standing`.
public struct Lineage: Sendable, Equatable {
  /// For each that was merged away, the one that stands for it.
  public private(set) var stayers: [ContributionID: ContributionID] = [:]
  /// For each part, the contribution that it was split off.
  public private(set) var originals: [ContributionID: ContributionID] = [:]
  private var merged: [ContributionID: [ContributionID]] = [:]
  /// All that was ever split off each.
  private var offshoots: [ContributionID: [ContributionID]] = [:]
  private var parts: [ContributionID: [ContributionID]] = [:]

  /// Nothing was merged or split.
  public init() {}

  /// Those that were merged into a contribution directly, in the order of merging.
  public func merged(into id: ContributionID) -> [ContributionID] { merged[id] ?? [] }

  /// The parts of a contribution by its latest splitting, in their order.
  public func parts(of id: ContributionID) -> [ContributionID] { parts[id] ?? [] }

  /// Everything that was ever split off a contribution, also by splittings that were taken back.
  public func offshoots(of id: ContributionID) -> [ContributionID] { offshoots[id] ?? [] }

  mutating func merge(_ id: ContributionID, into stayer: ContributionID) {
    separate(id)
    stayers[id] = stayer
    merged[stayer, default: []].append(id)
  }

  mutating func separate(_ id: ContributionID) {
    guard let stayer = stayers.removeValue(forKey: id) else { return }
    merged[stayer]?.removeAll { $0 == id }
    if merged[stayer]?.isEmpty == true { merged[stayer] = nil }
  }

  mutating func note(_ part: ContributionID, asPartOf original: ContributionID) {
    guard originals[part] == nil else { return }
    originals[part] = original
    offshoots[original, default: []].append(part)
  }

  mutating func split(_ id: ContributionID, into new: [ContributionID]) {
    for part in new { note(part, asPartOf: id) }
    parts[id] = new
  }

  /// What was merged into what, as a snapshot holds it: the stayer, then the others in their order.
  var mergings: [[String]] { Self.lists(merged) }

  /// What was split off what: the original, then the others in their order.
  var offshootLists: [[String]] { Self.lists(offshoots) }

  /// What is split into what: the original, then the parts in their order.
  var splittings: [[String]] { Self.lists(parts) }

  private static func lists(_ all: [ContributionID: [ContributionID]]) -> [[String]] {
    all.sorted { $0.key < $1.key }.map { [$0.key.text] + $0.value.map(\.text) }
  }

  /// Makes the lineage of which these were the lists.
  init(mergings: [[String]], offshoots: [[String]], splittings: [[String]]) {
    for list in mergings {
      for id in list.dropFirst() { merge(ContributionID(id), into: ContributionID(list[0])) }
    }
    for list in offshoots {
      for id in list.dropFirst() { note(ContributionID(id), asPartOf: ContributionID(list[0])) }
    }
    for list in splittings where !list.isEmpty {
      parts[ContributionID(list[0])] = list.dropFirst().map { ContributionID($0) }
    }
  }

  /// Whether both tell the same, whatever the order in which they heard of it.
  public static func == (a: Lineage, b: Lineage) -> Bool {
    (a.stayers, a.originals, a.parts) == (b.stayers, b.originals, b.parts)
  }

  /// Everything that can be reached by some steps, the start first; each once, even in the circles
  /// that a damaged journal may describe.
  func reach(
    from start: ContributionID, _ steps: (ContributionID) -> [ContributionID]
  ) -> [ContributionID] {
    var found = [start]
    var seen: Set = [start]
    var next = 0
    while next < found.count {
      for id in steps(found[next]) where seen.insert(id).inserted { found.append(id) }
      next += 1
    }
    return found
  }
}

/// A contribution that stands, with all that says the same.
public struct Family: Sendable {
  /// The contribution that stands for all.
  public let stayer: Contribution
  /// Those that were merged into it, directly or by way of another, in the order of capture; words
  /// that were redacted are empty.
  public let merged: [Contribution]

  /// Every wording that was not redacted: the stayer, then the others.
  public var voices: [Contribution] { ([stayer] + merged).filter { $0.standing != .redacted } }

  /// How many times the point was made.
  public var count: Int { voices.count }

  /// The groups that made the point, each once, the stayer’s first.
  public var groups: [GroupID] {
    var seen: Set<GroupID> = []
    return voices.map(\.group).filter { seen.insert($0).inserted }
  }
}

extension Session {
  /// A contribution with all that was merged into it; `nil` where there is no such contribution.
  ///
  /// Costs by the size of the family, not of the session.
  public func family(of id: ContributionID) -> Family? {
    guard let stayer = contributions[id] else { return nil }
    let others = lineage.reach(from: id) { lineage.merged(into: $0) }.dropFirst()
    return Family(stayer: stayer, merged: inOrder(others))
  }

  /// The contribution that stands for another now: itself, unless it was merged away.
  public func stayer(of id: ContributionID) -> ContributionID {
    lineage.reach(from: id) { lineage.stayers[$0].map { [$0] } ?? [] }.last ?? id
  }

  /// The parts of a contribution, in the order in which they were split off.
  public func parts(of id: ContributionID) -> [Contribution] {
    lineage.parts(of: id).compactMap { contributions[$0] }
  }

  /// The contributions as the room made them that a contribution goes back to, through every merge
  /// and split: itself, what was merged into it, and what any of these is a part of.
  ///
  /// Each has its words of the first day in `capturedWords`. In the order of capture.
  public func sources(of id: ContributionID) -> [Contribution] { sources(of: [id]) }

  /// The same for several contributions, each source once.
  func sources(of ids: [ContributionID]) -> [Contribution] {
    var found: Set<ContributionID> = []
    for id in ids where !found.contains(id) {
      found.formUnion(
        lineage.reach(from: id) { step in
          lineage.merged(into: step) + (lineage.originals[step].map { [$0] } ?? [])
        })
    }
    return inOrder(found).filter { source in
      lineage.originals[source.id].map { !contributions.contains($0) } ?? true
    }
  }

  private func inOrder(_ ids: some Sequence<ContributionID>) -> [Contribution] {
    ids.compactMap { contributions.index(of: $0) }.sorted().map { contributions.all[$0] }
  }

  /// What became of a contribution that was merged or split, such as `it was merged into #3`.
  func whereabouts(of id: ContributionID) -> String? {
    switch contributions.read(id, { $0.standing }) {
    case .merged: return "it was merged into \(lineage.stayers[id].map(spoken) ?? "another")"
    case .split: return "it was split into \(spoken(lineage.parts(of: id)))"
    case .kept, .withdrawn, .redacted, nil: return nil
    }
  }

  /// Numbers as they are said, such as `#3, #4 and #9`; of many, the first few.
  public func spoken(_ ids: [ContributionID]) -> String {
    ids.isEmpty ? "nothing" : Wording.list(ids.map(spoken), most: 5)
  }
}
