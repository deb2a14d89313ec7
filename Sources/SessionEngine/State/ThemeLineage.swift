/// How themes came out of each other.
public struct ThemeLineage: Sendable, Equatable {
  /// A theme that was merged into another, and what it takes to bring it back.
  public struct Merge: Codable, Equatable, Sendable {
    /// The theme as it was.
    public let theme: Theme
    /// Where in the codebook it stood, from 0.
    public let position: Int
    /// The theme that its contributions were coded to from then on.
    public let into: ThemeID
    /// The codings that went over.
    let moved: [Moved]
  }

  /// A coding that went over to another theme.
  struct Moved: Codable, Equatable, Sendable {
    /// The contribution's place in the order of capture.
    let slot: Int
    /// Where among its themes the coding stood.
    let index: Int
    /// Whether it was coded to the other theme as well.
    let wasBoth: Bool
  }

  /// The themes that were merged away.
  public internal(set) var merges: [ThemeID: Merge] = [:]
  /// For each theme that was split off another, that other.
  public internal(set) var origins: [ThemeID: ThemeID] = [:]
  /// The order in which highlights are to be quoted, where somebody chose one.
  public internal(set) var highlightOrder: [ThemeID: [ContributionID]] = [:]

  /// No theme was merged or split.
  public init() {}

  init(merges: [Merge], origins: [ThemeID: ThemeID], highlightOrder: [[String]]) {
    self.merges = Dictionary(merges.map { ($0.theme.id, $0) }, uniquingKeysWith: { $1 })
    self.origins = origins
    self.highlightOrder = Dictionary(
      highlightOrder.compactMap { list in
        list.first.map { (ThemeID($0), list.dropFirst().map { ContributionID($0) }) }
      }, uniquingKeysWith: { $1 })
  }

  /// The theme that counts for another now: itself, unless it was merged away.
  public func current(_ id: ThemeID) -> ThemeID {
    var id = id
    // As many steps as there are merges: a damaged journal may describe a circle.
    for _ in 0..<merges.count {
      guard let into = merges[id]?.into else { break }
      id = into
    }
    return id
  }

  /// The themes that were merged into another directly, in the order of their identifiers.
  public func merged(into id: ThemeID) -> [Merge] {
    merges.values.filter { $0.into == id }.sorted { $0.theme.id < $1.theme.id }
  }
}

extension Session {
  /// The themes that count now for those that an event names, each once.
  func current(_ themes: [ThemeID]?) -> [ThemeID] {
    guard let themes else { return [] }
    return themeLineage.merges.isEmpty
      ? themes.withoutRepeats : themes.map(themeLineage.current).withoutRepeats
  }

  /// The title of a theme, also of one that was merged away.
  public func title(of theme: ThemeID) -> String {
    self.theme(theme)?.title ?? themeLineage.merges[theme]?.theme.title ?? "a theme"
  }

  /// The highlights of a theme that stand: first those that somebody put in order, then the others in
  /// the order of capture.
  public func highlights(of theme: ThemeID) -> [Contribution] {
    let slots = contributions.slots(of: theme).filter { contributions.all[$0].isHighlighted }
    let chosen = themeLineage.merged(into: theme).reduce(
      themeLineage.highlightOrder[theme] ?? []
    ) { $0 + (themeLineage.highlightOrder[$1.theme.id] ?? []) }
    var places: [ContributionID: Int] = [:]
    for (place, id) in chosen.enumerated() where places[id] == nil { places[id] = place }
    return slots.map { contributions.all[$0] }.enumerated().sorted { a, b in
      (places[a.element.id] ?? .max, a.offset) < (places[b.element.id] ?? .max, b.offset)
    }.map(\.element)
  }

  /// Changes the themes of every contribution that is coded to a theme, withdrawn ones too.
  mutating func recode(
    from theme: ThemeID, _ change: (_ slot: Int, _ point: inout Contribution, _ index: Int) -> Void
  ) {
    for slot in contributions.all.indices {
      guard let index = contributions.all[slot].themes.firstIndex(of: theme) else { continue }
      contributions.update(at: slot) { change(slot, &$0, index) }
    }
  }
}
